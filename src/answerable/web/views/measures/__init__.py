"""Figures in, measures and verdicts."""
