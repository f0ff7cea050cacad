"""What the rules leave: passages that are like those in which a person marked a record."""
