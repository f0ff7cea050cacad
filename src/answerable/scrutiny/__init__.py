"""What is due, slipping, unproven, and what to ask next; pure functions of a Register."""
