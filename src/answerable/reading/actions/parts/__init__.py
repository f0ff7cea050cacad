"""The parts of an action: its words, who is to do it, by when, and how it stands."""
