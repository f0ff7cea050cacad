"""The append-only Merkle log and its fold; knows no database."""
