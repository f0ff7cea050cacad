"""Whether the record is what was sealed: each check, and rebuilding from the entries."""
