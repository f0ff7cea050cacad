"""What somebody states: claims, promises, answers, and who says it."""
