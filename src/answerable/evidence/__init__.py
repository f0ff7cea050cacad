"""Did it get better? Numbers in, judgements with their uncertainty out."""
