"""One module per section; each view calls one operation."""
