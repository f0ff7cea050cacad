"""The command: reads the clock, calls one operation, prints."""
