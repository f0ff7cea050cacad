"""Which reports the record speaks of, from projections: public values only."""

from dataclasses import dataclass

from answerable.store.engine import database, start


@dataclass(frozen=True, slots=True)
class Spoken:
    """A stream of a report: about whom, and from which day it is true."""

    institution: str
    stream: str
    day: str


def spoken(*, on: str, known: int, said: str | None) -> tuple[Spoken, ...]:
    """Grades and findings as they stood at a day and an entry; `said` as sources had it then."""
    start.ready()
    shown = (
        "valid_from <= ? AND recorded_from <= ? AND (recorded_to IS NULL OR recorded_to > ?)"
        " AND (? IS NULL OR said <= ?)"
    )
    given = (on, known, known, said, said)
    found = database.rows(
        "SELECT institution, stream, min(valid_from) FROM ("  # noqa: S608  # constants
        f"SELECT institution, stream, valid_from FROM grade WHERE {shown}"
        f" UNION ALL SELECT institution, stream, valid_from FROM finding WHERE {shown}"
        ") AS held GROUP BY institution, stream ORDER BY institution, stream",
        (*given, *given),
    )
    return tuple(Spoken(*row) for row in found)


def institutions_of(*, begins: str, holds: str) -> tuple[str, ...]:
    """Whom streams of this beginning, with this part in them, are about; at the head."""
    start.ready()
    end = f"{begins[:-1]}{chr(ord(begins[-1]) + 1)}"
    found = database.rows(
        "SELECT DISTINCT institution FROM ("
        "SELECT institution, stream FROM grade WHERE stream >= ? AND stream < ?"
        " UNION ALL SELECT institution, stream FROM finding WHERE stream >= ? AND stream < ?"
        ") AS held WHERE stream LIKE ? ORDER BY institution",
        (begins, end, begins, end, f"%{holds}%"),
    )
    return tuple(str(row[0]) for row in found)
