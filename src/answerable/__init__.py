"""Hold a public service to account: from finding to proof."""
