"""Accounts, links, drafts and mail: what is kept beside the record, about people."""
