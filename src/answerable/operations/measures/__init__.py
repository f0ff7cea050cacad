"""Measures: figures in, charts, registered verdicts, families."""
