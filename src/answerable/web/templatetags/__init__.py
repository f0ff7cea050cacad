"""Components as template tags: the same words and shapes on every page."""
