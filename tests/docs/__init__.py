"""Everything that can be used is described, and what is described works."""
