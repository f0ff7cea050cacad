"""What somebody is asked to do: in which forms, by whom, and where each form may be read."""
