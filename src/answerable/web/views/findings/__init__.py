"""Findings, their register, and every item’s address."""
