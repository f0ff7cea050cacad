"""Who holds whom to account on a day: the catalogue's table, and what the record adds to it."""

import csv
from collections.abc import Iterator
from datetime import date
from functools import cache
from importlib.resources import files

from answerable.ledger.register import History
from answerable.scrutiny.accountability import succession
from answerable.store.engine import database, start
from answerable.store.engine.entries import of_streams
from answerable.store.reads import moments, own_bodies
from answerable.vocabulary.bodies import Oversight
from answerable.vocabulary.facts import OversightPassed

UNDER = "oversight/"
_STREAMS = (
    "SELECT DISTINCT stream FROM entry WHERE stream >= 'oversight/' AND stream < 'oversight0'"
)


def table() -> tuple[Oversight, ...]:
    """Every relation of the catalogue, and of the bodies that this home names itself."""
    return (*_catalogue(), *own_bodies.relations())


@cache
def _catalogue() -> tuple[Oversight, ...]:
    table = files("answerable.catalogue") / "bodies" / "oversight.csv"
    with table.open(encoding="utf-8", newline="") as file:  # type: ignore[call-overload]  # a resource opens like a file
        return tuple(_read(csv.DictReader(file)))


def relations() -> tuple[Oversight, ...]:
    """Every relation of the catalogue, and each passing that the record holds."""
    home = start.ready()
    return _kept.get((str(home.home), str(home.book)), moments.head().size)


def overseen_by(body: str, *, on: date) -> frozenset[str]:
    """Institutions that a body holds to account on a day."""
    if not body:
        return frozenset()
    own = {r.institution for r in relations() if r.body == body}
    return frozenset(i for i in own if succession.holder(relations(), i, on=on) == body)


def overseen_now(body: str, *, on: date | None = None) -> frozenset[str]:
    """Institutions that a body holds to account on a day; without one, by the catalogue today."""
    if on is not None:
        return overseen_by(body, on=on)
    return frozenset(r.institution for r in table() if r.body == body and r.ends is None)


def ever_overseen(body: str) -> frozenset[str]:
    """Institutions that a body holds, has held or will hold to account."""
    return frozenset(r.institution for r in relations() if r.body == body)


def has_a_part(body: str, *, on: date | None = None) -> bool:
    """Has the body held, or will it hold, an institution to account?

    Without a day only the catalogue is asked, as in `overseen_now`.
    """
    return any(r.body == body for r in (table() if on is None else relations()))


class _Kept:
    """The relations of the last size of the record that was asked for."""

    def __init__(self) -> None:
        self._held: tuple[tuple[tuple[str, str], int], tuple[Oversight, ...]] | None = None

    def get(self, home: tuple[str, str], size: int) -> tuple[Oversight, ...]:
        held = self._held
        if held is None or held[0] != (home, size):
            held = ((home, size), succession.relations(table(), _passings(size)))
            self._held = held
        return held[1]


_kept = _Kept()


def _passings(size: int) -> list[OversightPassed]:
    streams = [row[0] for row in database.rows(_STREAMS)]
    found: list[OversightPassed] = []
    for stream in streams:
        history = History(stream.removeprefix(UNDER))
        history.extend(of_streams((stream,), size=size))
        found += history.at(valid=date.max, known=size - 1).of(OversightPassed)
    return found


def _read(rows: Iterator[dict[str, str]]) -> Iterator[Oversight]:
    for row in rows:
        yield Oversight(
            body=row["body"],
            institution=row["institution"],
            begins=row["begins"] or None,
            ends=row["ends"] or None,
            legal_basis=row["legal_basis"],
            source=row["source"] or None,
        )
