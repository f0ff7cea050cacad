"""Documents: originals, readings, and their review."""
