"""My week, and action logs in."""
