"""What a measure's file states so that the checks before a chart can decide.

Figures alone do not say whether their rows were counted, whether an attribute of them changes
after publication, or of which edition their areas are. What a file leaves out is None: the check
then says that it does not know.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from answerable.vocabulary import measure_keys as keys

ROWS, PUBLISHER = "rows", "publisher"
NO_AREAS = "none"
_KEYS = frozenset({"counted_by", "changes_later", "areas", "population_year"})
_AREA_KEYS = frozenset({"key", "edition", "codes"})


@dataclass(frozen=True, slots=True)
class AreaEdition:
    """Small areas of one edition: the breakdown `key=code` under which figures of them are held,
    and the first and last code of each range of the edition."""

    key: str
    edition: str
    ranges: tuple[tuple[str, str], ...]

    def has(self, code: str) -> bool:
        """Is it a code of the edition?"""
        return any(
            len(code) == len(first) and first <= code <= last for first, last in self.ranges
        )


@dataclass(frozen=True, slots=True)
class Checks:
    """`counted_by`: `rows`, `publisher` (its own total) or the identifier that was counted.
    `changes_later`: the attribute counted that changes after publication, `""` where none does.
    `areas`: False where no small areas are compared. `population_year`: that of a rate."""

    counted_by: str | None = None
    changes_later: str | None = None
    areas: AreaEdition | bool | None = None
    population_year: int | None = None


NOTHING_STATED = Checks()


def checks_of(raw: Any, name: str) -> Checks:
    """The table `[checks]` of the measure called `name`; each key may be left out.

    >>> checks_of({"counted_by": "rows", "changes_later": "", "areas": "none"}, "thefts").areas
    False
    """
    table = keys.table(raw, "checks", name)
    keys.exactly(table, _KEYS.intersection(table), name)
    year = None
    if "population_year" in table:
        year = int(keys.number(table, "population_year", name, above=1800))
    return Checks(
        counted_by=keys.text(table, "counted_by", name) if "counted_by" in table else None,
        changes_later=(
            keys.text(table, "changes_later", name, empty=True)
            if "changes_later" in table
            else None
        ),
        areas=_areas(table["areas"], name) if "areas" in table else None,
        population_year=year,
    )


def _areas(raw: Any, name: str) -> AreaEdition | bool:
    if raw == NO_AREAS:
        return False
    if not isinstance(raw, Mapping):
        raise keys.wrong(name, "areas", f'"{NO_AREAS}", or a table of key, edition and codes')
    keys.exactly(raw, _AREA_KEYS, name)
    listed = raw["codes"]
    if not isinstance(listed, list) or not listed:
        raise keys.wrong(name, "codes", 'a list such as ["E01000001-E01033768"]')
    ranges = []
    for one in listed:
        first, _, last = str(one).partition("-")
        if not first or len(first) != len(last or first) or first > (last or first):
            raise keys.wrong(name, "codes", 'a list such as ["E01000001-E01033768"]')
        ranges.append((first, last or first))
    return AreaEdition(keys.text(raw, "key", name), keys.text(raw, "edition", name), tuple(ranges))
