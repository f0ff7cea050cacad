"""A case told line by line: said, done, worked."""
