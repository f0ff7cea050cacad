"""Reading: documents in, confirmed facts out, every word anchored."""
