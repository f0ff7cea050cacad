"""What is sent or followed: digests, letters, invitations, calendars, feeds."""
