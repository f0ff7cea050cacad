"""Money, partners, escalation, succession, handover and memory."""
