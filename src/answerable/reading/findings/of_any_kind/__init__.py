"""Findings of whichever kind: rows of tables, labelled lines, lists, and named in a sentence."""
