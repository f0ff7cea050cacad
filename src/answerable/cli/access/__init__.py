"""Commands of accounts, tokens, panel links."""
