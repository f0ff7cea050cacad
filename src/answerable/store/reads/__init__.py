"""What may be asked of the record: registers, lists, search, and who may see it."""
