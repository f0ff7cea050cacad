"""Documents: handed in, read, reviewed, set side by side."""
