"""Reviewed data files, no code."""
