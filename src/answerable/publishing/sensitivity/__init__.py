"""What must not be published, found before it is: numbers, names, plans, people, combinations."""
