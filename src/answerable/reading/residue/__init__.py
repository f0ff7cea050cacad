"""What was left unread and deserves a look."""
