"""The officer's desk: rows of the register, the week, chase drafts, the reply and its clock."""
