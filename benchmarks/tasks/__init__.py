"""The eight tasks of a governance officer, walked by machine on an invented office."""
