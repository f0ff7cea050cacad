"""The words by which grades are given, and those that give none."""
