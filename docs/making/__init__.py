"""One maker for each page of `docs/reference/`, from code and data."""
