"""An action log as a person maps it: its tables, labels and rows, each tied to its cells."""
