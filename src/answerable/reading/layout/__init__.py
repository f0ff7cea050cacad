"""Layout: the canonical text, its blocks, lines, lists, lead-ins, quotations and furniture."""
