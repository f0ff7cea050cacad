"""Commands of an own record: begin it, week, register, action log."""
