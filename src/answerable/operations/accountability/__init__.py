"""Claims, money, partners, escalation, succession, packs of forms."""
