"""Causes of concern: headed, listed, announced, retold, and what became of them."""
