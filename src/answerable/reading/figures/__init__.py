"""Numbers: counts and spans, figures of a measure, money."""
