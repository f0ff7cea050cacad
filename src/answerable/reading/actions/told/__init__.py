"""Actions that minutes, letters and reports tell: marked, listed, agreed, asked for."""
