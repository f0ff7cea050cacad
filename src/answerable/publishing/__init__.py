"""The same results as files, packs, feeds and charts; no web, no store."""
