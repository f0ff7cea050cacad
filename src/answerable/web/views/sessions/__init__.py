"""Sessions, agendas, minutes, the forward plan."""
