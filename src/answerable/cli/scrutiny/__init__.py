"""Commands of scrutiny: cases, plans, sessions, minutes, replies, closing."""
