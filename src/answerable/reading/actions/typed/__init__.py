"""What a note-taker types while a meeting sits: who, what, by when."""
