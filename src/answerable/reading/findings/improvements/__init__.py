"""Areas for improvement: in lists, in prose, and named by what they are about."""
