"""Packs: one content in the form of a paper, a letter or a workbook."""
