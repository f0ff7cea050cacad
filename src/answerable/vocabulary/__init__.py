"""The words of the field as immutable types; imports nothing of ours."""
