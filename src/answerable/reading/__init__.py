"""Documents in, candidates out, each with its exact words."""
