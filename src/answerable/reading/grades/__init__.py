"""Grades and counts of grades: told in a sentence, or laid out in lines and tables."""
