"""Pages in a real browser: by keyboard, without scripts, narrow, on paper, and under axe."""
