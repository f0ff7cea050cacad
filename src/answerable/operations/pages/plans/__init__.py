"""Improvement plans: actions, evidence, the action log, the reply to a report."""
