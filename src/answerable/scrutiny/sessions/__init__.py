"""Sessions: the forward plan, agenda, minutes, papers, questions, signature."""
