"""Runs the files of sql/ and gives typed rows.

The files name one table, `observations`, and stay in the portable subset of SQL (EVIDENCE
section 10). Where its rows come from is the engine's business.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from answerable.store.observations.schema import NAMES, from_row
from answerable.vocabulary.measures import Observation, Vintage

Run = Callable[[str, Mapping[str, Any]], Sequence[Sequence[Any]]]
"""Runs one SELECT over `observations` with its named values."""


@dataclass(frozen=True, slots=True)
class HeldSeries:
    """One measure of one body by period, oldest first. A period that is not held is absent.

    `releases` are those its rows come from, in the order of first use. `undated` counts the
    periods left out because only releases of unknown date state them.
    """

    measure_id: str
    body_id: str
    breakdown: str
    rows: tuple[Observation, ...]
    releases: tuple[Vintage, ...]
    undated: int = 0

    @property
    def mixed(self) -> bool:
        """Does the series mix releases? Then what it shows must say so."""
        return len(self.releases) > 1


def series(
    *,
    run: Run,
    measure: str,
    body: str,
    breakdown: str,
    known_on: date | None,
    release: str | None,
) -> HeldSeries:
    """A series as known on a day, or as the newest releases state it."""
    key = {"body": body, "breakdown": breakdown, "release": release or ""}
    found = run(_sql("series"), key | {"known_on": known_on})
    rows = tuple(from_row(row) for row in found)
    undated = run(_sql("undated"), key)[0][0] if known_on is not None else 0
    releases = tuple(dict.fromkeys(row.vintage for row in rows))
    return HeldSeries(measure, body, breakdown, rows, releases, undated)


def every_series(*, run: Run, measure: str, known_on: date | None) -> tuple[HeldSeries, ...]:
    """The series of every body as a whole, as `series` gives each."""
    rows: dict[str, list[Observation]] = {}
    for row in run(_sql("every_series"), {"known_on": known_on}):
        rows.setdefault(row[1], []).append(from_row(row))
    counts = run(_sql("every_undated"), {}) if known_on is not None else ()
    undated = {str(row[0]): int(row[1]) for row in counts}
    return tuple(
        HeldSeries(
            *(measure, body, "", tuple(found)),
            tuple(dict.fromkeys(row.vintage for row in found)),
            undated.get(body, 0),
        )
        for body, found in rows.items()
    )


def in_areas(*, run: Run, key: str) -> frozenset[str]:
    """The bodies of which something is held by small area (breakdown `key=code`)."""
    return frozenset(row[0] for row in run(_sql("in_areas"), {"areas": f"{key}=%"}))


def bodies(*, run: Run) -> tuple[str, ...]:
    """Identifiers of the bodies with a value, in the order of the alphabet."""
    return tuple(row[0] for row in run(_sql("bodies"), {}))


def periods(*, run: Run) -> tuple[date, ...]:
    """First days of the periods of which any body has a value, oldest first."""
    return tuple(row[0] for row in run(_sql("periods"), {}))


def months(*, run: Run) -> dict[str, tuple[date, ...]]:
    """Body -> first days of the periods that are held of it as a whole, oldest first."""
    found: dict[str, list[date]] = {}
    for body, day in run(_sql("months"), {}):
        found.setdefault(body, []).append(day)
    return {body: tuple(days) for body, days in found.items()}


def areas(*, run: Run, body: str, key: str) -> dict[date, dict[str, float]]:
    """Values of a body by period and code of area, where its breakdown is `key=code`."""
    found: dict[date, dict[str, float]] = {}
    for day, breakdown, value in run(_sql("areas"), {"body": body, "areas": f"{key}=%"}):
        found.setdefault(day, {})[breakdown.partition("=")[2].upper()] = value
    return found


def releases(*, run: Run) -> tuple[Vintage, ...]:
    """The releases held, newest first."""
    return tuple(Vintage(row[0], row[1]) for row in run(_sql("releases"), {}))


def held(*, run: Run) -> tuple[Observation, ...]:
    """Every row, in no order."""
    return tuple(from_row(row) for row in run(_sql("held"), {}))


def street_counts(*, run: Run) -> tuple[tuple[str, str, str, int], ...]:
    """(force, month, type, rows) of a street-level file."""
    return tuple((row[0], row[1], row[2], row[3]) for row in run(_sql("street_counts"), {}))


@cache
def _sql(name: str) -> str:
    folder = files("answerable.store.observations") / "sql"
    text = (folder / f"{name}.sql").read_text(encoding="utf-8")
    return text.replace("{columns}", NAMES)
