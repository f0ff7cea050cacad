"""Whose grade it is, for which question, and of which programme."""
