"""Bodies and their cases, reports over many bodies, then and now."""
