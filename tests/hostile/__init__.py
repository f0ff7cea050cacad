"""Files made to break the reader, and the law that whatever is read must hold."""
