"""Claims against the record: counts, dates, money, sessions, wholes and changes."""
