"""Plans, actions, milestones, owners, duplicates and what waits."""
