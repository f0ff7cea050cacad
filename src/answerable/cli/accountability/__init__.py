"""Commands of claims, money, partners, escalation, handover, other sources of findings."""
