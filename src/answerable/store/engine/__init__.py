"""The database a record lives in: its engines, tables, keys, and how it begins."""
