"""Findings of every source: the register, links, closing, redress."""
