"""Sessions from the year's plan to signed minutes."""
