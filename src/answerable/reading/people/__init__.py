"""Names, posts and presence: lists, letters and what stands beside a name."""
