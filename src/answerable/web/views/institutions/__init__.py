"""Bodies, cases, reports, then and now."""
