"""Meetings, their agenda items, decisions and judgments."""
