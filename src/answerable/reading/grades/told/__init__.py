"""Grades that a sentence tells: by the form, the frame and the question it names."""
