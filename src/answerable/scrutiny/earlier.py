"""The same register read at an earlier day, from what it already shows."""

from dataclasses import replace
from datetime import date

from answerable.ledger.register import Register


def earlier(register: Register, *, on: date) -> Register:
    """What of this register was already true on an earlier day, as it is known and said today.

    Facts whose period had ended by the register's own date are not in it and so not here
    either: for a page at a past date ask the history, not this function.
    """
    return replace(
        register,
        valid=on,
        versions=tuple(v for v in register.versions if v.fact.valid.holds(on)),
    )
