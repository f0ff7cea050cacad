"""Plans, actions, replies to reports."""
