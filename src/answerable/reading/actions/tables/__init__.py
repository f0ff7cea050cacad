"""Actions that are laid out: tables, lines that are read as rows, and blocks of a log."""
