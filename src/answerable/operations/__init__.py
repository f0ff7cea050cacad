"""Everything the system can do: the one list that command, site and API call."""
