"""The record: corrections, history, removal, privacy."""
