"""The officer's desk: my week, the register, the action log in and out."""
