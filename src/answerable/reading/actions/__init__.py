"""Actions: marked, told, listed and in tables; logs and what a note-taker types."""
