"""Figures handed in on a page: kept while somebody looks, shown as they would be loaded, loaded.

Nothing about a table is guessed: how it is written is stated on the page, and what follows from
that is shown, with every row that is left out, before anything is kept.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from typing import Any

from answerable.operations import access, catalogue
from answerable.operations.measures import evidence
from answerable.operations.measures.evidence_files.loading import (
    HOME_OFFICE,
    OWN,
    ReadFile,
    names,
    read_table,
)
from answerable.operations.measures.loading import LoadedFile, keep_found
from answerable.store.observations import incoming
from answerable.store.observations.load import LoadRefused, header_of
from answerable.store.observations.loaded import LABELS, TableLayout
from answerable.store.observations.workbooks import BEGINS, unpacked_size
from answerable.vocabulary.access import Actor
from answerable.vocabulary.measures import Vintage

MOST_BYTES = 20_000_000
MOST_UNPACKED = 60_000_000
MOST_COLUMNS = 2_000
KINDS = (OWN, "long", "wide", HOME_OFFICE)
PARTED_BY = {"comma": ",", "semicolon": ";", "semicolon-comma": ";", "tab": "\t"}
DECIMAL_COMMA = "semicolon-comma"
"""Parted by semicolons, with a decimal comma in the numbers: as much of Europe writes it."""


@dataclass(frozen=True, slots=True)
class Stated:
    """How a table is written, as somebody said on the page. Columns by their headings; `column` is
    that of the body."""

    kind: str = OWN
    column: str = ""
    period: str = ""
    value: str = ""
    denominator: str = ""
    other: tuple[str, ...] = ()
    period_label: str = "iso"
    sheet: str = ""
    parted_by: str = "comma"
    missing: tuple[str, ...] = ()
    suppressed: tuple[str, ...] = ()
    by_name: bool = False

    def layout(self) -> dict[str, Any]:
        """The same as a stated layout of the loaders. Raises LoadRefused `unknown_layout`."""
        if (
            self.kind not in KINDS
            or self.period_label not in LABELS
            or self.parted_by not in PARTED_BY
        ):
            raise LoadRefused("Choose how the table is written.", code="unknown_layout")
        if self.kind in (OWN, HOME_OFFICE):
            return {"kind": self.kind}
        shared = {
            "kind": self.kind,
            "body": self.column,
            "period_label": self.period_label,
            "missing": ["", *self.missing],
            "suppressed": list(self.suppressed),
            "delimiter": PARTED_BY[self.parted_by],
            "sheet": self.sheet,
            **({"decimal": ","} if self.parted_by == DECIMAL_COMMA else {}),
            **({"bodies": known_names()} if self.by_name else {}),
        }
        if self.kind == "wide":
            return {**shared, "other": list(self.other)}
        counted = {"value": self.value}
        if self.denominator:
            counted = {"value": "", "numerator": self.value, "denominator": self.denominator}
        return {**shared, "period": self.period, **counted}


@dataclass(frozen=True, slots=True)
class Asked:
    """Which figures a table holds, of which release, on whose record, and how it is written."""

    measure: str
    body: str
    release: Vintage
    stated: Stated = field(default_factory=Stated)


def known_names() -> dict[str, str]:
    """Names of forces, as publishers and our catalogue write them, and our ids, to the ids."""
    forces = [body for body in catalogue.bodies().values() if body.kind == "force"]
    ours = {name: b.id for b in forces for name in (b.id, b.name, b.short) if name}
    return {**ours, **names()}


def keep_upload(*, by: Actor, body: str, data: bytes) -> str:
    """Keep a table while somebody looks at it; its SHA-256. Nothing becomes a figure.

    Raises LoadRefused: `empty_file`, `too_large`.
    """
    access.require(by, "load_observations", about=body)
    if not data.strip():
        raise LoadRefused(
            "There is nothing in the file. Choose another, or paste the cells.", code="empty_file"
        )
    large = len(data) > MOST_BYTES
    if large or (data.startswith(BEGINS) and unpacked_size(data) > MOST_UNPACKED):
        raise LoadRefused(
            f"A page takes tables of at most {MOST_BYTES // 1_000_000} MB, and workbooks of at "
            f"most {MOST_UNPACKED // 1_000_000} MB once unpacked. Load a larger one with "
            "`answerable load`.",
            code="too_large",
        )
    return incoming.keep(data)


def header(*, by: Actor, body: str, sha: str, stated: Stated) -> tuple[str, ...]:
    """The headings of a table that was handed in. Raises LoadRefused: `too_many_columns`, ..."""
    access.require(by, "load_observations", about=body)
    found = header_of(
        incoming.handed_in(sha),
        TableLayout(delimiter=PARTED_BY.get(stated.parted_by, ","), sheet=stated.sheet),
    )
    if len(found) > MOST_COLUMNS:
        raise LoadRefused(
            f"The table has {len(found):,} columns; a page takes {MOST_COLUMNS:,} at most. Load "
            "it with `answerable load`.",
            code="too_many_columns",
        )
    return tuple(name for name in found if name)


def look_at(*, by: Actor, sha: str, asked: Asked) -> ReadFile:
    """What a table would give as it is stated, and what would be left out. Keeps nothing."""
    access.require(by, "load_observations", about=asked.body)
    return _read(sha, asked)


def held_already(*, by: Actor, asked: Asked, found: ReadFile) -> int:
    """How many of the figures found are held already, and the same.

    Raises DuplicatePeriod, RevisionWithoutRelease or ReleaseDiffers, as loading them would.
    """
    access.require(by, "load_observations", about=asked.body)
    return evidence.observations().would_add(found.loaded.rows).repeated


def load_upload(
    *,
    by: Actor,
    at: datetime,
    key: str,
    seen: int | None = None,
    sha: str,
    asked: Asked,
    told: Callable[[str], None] = lambda _: None,
) -> LoadedFile:
    """Load a table that was looked at: as `answerable load` does with its file."""
    access.require(by, "load_observations", about=asked.body)
    told("Reading the table")
    found = _read(sha, asked)
    done = keep_found(
        by=by,
        at=at,
        key=key,
        seen=seen,
        known=[evidence.measure_named(asked.measure)],
        found=found,
        release=asked.release,
        body=asked.body,
        told=told,
    )
    incoming.forget(sha)
    return done


def forget_upload(*, by: Actor, body: str, sha: str) -> None:
    """Drop a table that was only looked at."""
    access.require(by, "load_observations", about=body)
    incoming.forget(sha)


def _read(sha: str, asked: Asked) -> ReadFile:
    content = incoming.handed_in(sha)
    return _read_once(content, asked)


@lru_cache(maxsize=1)
def _read_once(content: bytes, asked: Asked) -> ReadFile:
    """The steps of one load read the same table."""
    measure = evidence.measure_named(asked.measure)
    return read_table(content, asked.stated.layout(), measure, asked.release)
