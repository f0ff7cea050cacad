"""Deadlines that moved: from the first date to the last, who agreed to each move, and why."""

from dataclasses import dataclass
from datetime import date

from answerable.ledger.register import Register
from answerable.operations import catalogue, place
from answerable.operations.pages.look import Look
from answerable.scrutiny import tenures
from answerable.scrutiny.drift import drifted
from answerable.scrutiny.standing import Move


@dataclass(frozen=True, slots=True)
class Moved:
    """One move. `held_by`: who held the authorising office that day, as sources say."""

    before: str | None
    after: str | None
    on: str
    reason: str | None
    authoriser: str | None
    held_by: str | None
    entry: int


@dataclass(frozen=True, slots=True)
class Deadline:
    """An item whose due date moved; `days` from the first date to the last."""

    reference: str
    text: str | None
    first: str | None
    now: str | None
    days: int | None
    moves: tuple[Moved, ...]


def held_then(register: Register | None, *, office: str | None, on: date) -> str | None:
    """Who held the office that agreed to a move on that day; None where nobody is known to."""
    if register is None or not office:
        return None
    found = tenures.holders(
        register,
        office=place.office_id(register.institution, office.rpartition("/")[2], on=on),
        on=on,
        tenures=catalogue.tenures(),
    )
    return found.words if found.sure or found.perhaps else None


def deadlines(look: Look, *, body: str) -> tuple[Deadline, ...]:
    """Every item about an institution whose due date moved, the furthest first, as one sees it."""
    register = look.register(body)

    def moved(move: Move) -> Moved:
        return Moved(
            before=move.from_,
            after=move.to,
            on=move.on.isoformat(),
            reason=move.reason,
            authoriser=move.authoriser,
            held_by=held_then(register, office=move.authoriser, on=move.on)
            or (tenures.UNKNOWN if move.authoriser else None),
            entry=move.version.seq,
        )

    return tuple(
        Deadline(
            reference=found.item.reference,
            text=found.item.text,
            first=found.item.due_first,
            now=found.item.due,
            days=found.days,
            moves=tuple(moved(move) for move in found.moves),
        )
        for found in drifted(register)
    )
