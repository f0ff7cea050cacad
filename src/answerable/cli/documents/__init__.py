"""Commands of reading: hand in, review, compare, fetch the originals."""
