"""Duties: recommendations under a lead-in, in sentences of their own, and in resolutions."""
