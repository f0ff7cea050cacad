"""Accounts, roles, links for a panel, setting up."""
