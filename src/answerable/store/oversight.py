"""Who holds whom to account on a day, from the catalogue's table of bodies."""

import csv
from collections.abc import Iterator
from datetime import date
from functools import cache
from importlib.resources import files

from answerable.vocabulary.bodies import Oversight
from answerable.vocabulary.times import first_day


@cache
def relations() -> tuple[Oversight, ...]:
    """Every relation of the catalogue."""
    table = files("answerable.catalogue") / "bodies" / "oversight.csv"
    with table.open(encoding="utf-8", newline="") as file:  # type: ignore[call-overload]  # a resource opens like a file
        return tuple(_read(csv.DictReader(file)))


def overseen_by(body: str, *, on: date) -> frozenset[str]:
    """Institutions that a body holds to account on a day."""
    return frozenset(r.institution for r in relations() if r.body == body and _holds(r, on))


def overseen_now(body: str) -> frozenset[str]:
    """Institutions that a body holds to account without an end on record."""
    return frozenset(r.institution for r in relations() if r.body == body and r.ends is None)


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


def _holds(relation: Oversight, on: date) -> bool:
    begun = relation.begins is None or first_day(relation.begins) <= on
    return begun and (relation.ends is None or on < first_day(relation.ends))
