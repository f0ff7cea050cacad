"""The record itself: entries, proofs, witnesses, removal, parties' keys."""
