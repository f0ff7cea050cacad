"""Claims, money, partners, escalation, handover, succession."""
