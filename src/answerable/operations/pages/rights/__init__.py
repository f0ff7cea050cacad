"""Who may do what: accounts, invitations, panel links, markings, privacy."""
