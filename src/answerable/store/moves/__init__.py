"""The whole record elsewhere: backup, export to another database, import."""
