"""Grades that the layout gives: tables, lines, headings, alone in a cell."""
