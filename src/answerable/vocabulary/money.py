"""The eight states of money; each is a separate event on one line."""

from enum import StrEnum


class MoneyState(StrEnum):
    """Read from the source's verb; where that is unclear there is no state, only the quote."""

    BUDGETED = "budgeted"
    APPROVED = "approved"
    ALLOCATED = "allocated"
    AWARDED = "awarded"
    RECEIVED = "received"
    PAID = "paid"
    CUT = "cut"
    RETURNED = "returned"
