"""What the record takes in: the appender, its checkpoints, and removal."""
