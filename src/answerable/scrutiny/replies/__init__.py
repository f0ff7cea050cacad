"""The reply to a report: its clock, steps, stages and draft."""
