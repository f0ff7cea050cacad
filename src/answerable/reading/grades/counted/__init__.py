"""Numbers of grades. A count never becomes that many grades."""
