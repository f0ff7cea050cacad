"""Observations kept as Parquet, written by DuckDB and read by it or by Spark.

`<folder>/<measure>/<release>/<digest of its rows>.parquet`, sorted by body, breakdown and
period, zstd. Parts are written once and never changed: a revision is a new release.
"""

import fcntl
import hashlib
import json
import os
from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from threading import Lock
from typing import Any, Protocol

from answerable.store.observations import queries
from answerable.store.observations.blocks import Blocks, blocks
from answerable.store.observations.charted import ChartedPeriod, charted
from answerable.store.observations.duck import DuckReader, quoted
from answerable.store.observations.queries import HeldSeries
from answerable.store.observations.schema import COLUMNS, to_row
from answerable.vocabulary.identity import slug
from answerable.vocabulary.measures import Observation, Vintage, period_words
from answerable.vocabulary.refusal import Refusal

MOST_ANSWERS = 2_000
Asked = tuple[Any, ...]


class RevisionWithoutRelease(Refusal):
    """Another value for a number that this release has already stated."""

    code = "revision_without_release"


class ReleaseDiffers(Refusal):
    """Rows of one release under the name or the date of another."""

    code = "release_differs"


class DuplicatePeriod(Refusal):
    """One body twice for one period of one measure."""

    code = "duplicate_period"


@dataclass(frozen=True, slots=True)
class Added:
    """How many rows were written, and how many were held already with the same value."""

    written: int
    repeated: int


class Reader(Protocol):
    """An engine that answers the portable SQL of sql/ over Parquet files."""

    def select(
        self, *, parts: Sequence[Path], sql: str, values: Mapping[str, Any]
    ) -> Sequence[Sequence[Any]]:
        """The rows of one SELECT over `observations`."""


class Observations:
    """The observations in one folder. Several threads and processes may share the folder.

    One series is found by DuckDB, which wrote the files, in milliseconds; what runs over a whole
    measure is answered by the `reader` given, else by DuckDB as well.
    """

    def __init__(self, folder: Path, reader: Reader | None = None) -> None:
        self._folder = folder
        self._lock = Lock()
        self._duck = DuckReader(folder)
        self._reader = reader or self._duck
        self._answers: OrderedDict[Asked, Any] = OrderedDict()

    def add(self, rows: Sequence[Observation], release: Vintage | None = None) -> Added:
        """Write what is not held yet; the same rows again write nothing.

        All is checked before anything is written. Raises DuplicatePeriod within `rows`,
        RevisionWithoutRelease against what is held, ReleaseDiffers where a row is not of
        `release` or the release is held under another date.
        """
        for row in rows:
            if release is not None and row.vintage != release:
                raise ReleaseDiffers(
                    f"A row says it is of release {row.vintage.release_id}, and the load names "
                    f"{release.release_id}. Load each release by itself."
                )
        with self._writing():
            parts = [
                self._new_rows(measure, name, group)
                for (measure, name), group in _by_part(rows).items()
            ]
            for part in parts:
                self._write(part)
        written = sum(len(part) for part in parts)
        return Added(written, len(rows) - written)

    def would_add(self, rows: Sequence[Observation]) -> Added:
        """What `add` would do with rows as things stand. Raises what it would; writes nothing."""
        parts = [self._new_rows(measure, name, g) for (measure, name), g in _by_part(rows).items()]
        fresh = sum(len(part) for part in parts)
        return Added(fresh, len(rows) - fresh)

    def series(
        self,
        measure: str,
        body: str,
        *,
        breakdown: str = "",
        known_on: date | None = None,
        release: str | None = None,
    ) -> HeldSeries:
        """One series: newest releases, or as known on a day, or of one release only."""
        asked = (*self._stamp(measure), "series", body, breakdown, known_on, release)
        found: HeldSeries = self._remembered(
            asked,
            lambda: queries.series(
                run=self._runner(measure),
                measure=measure,
                body=body,
                breakdown=breakdown,
                known_on=known_on,
                release=release,
            ),
        )
        return found

    def read_ahead(self, measure: str, *, known_on: date | None = None) -> None:
        """Have the series of every body ready: one question where `series` would ask many."""
        stamp = self._stamp(measure)

        def found() -> tuple[str, ...]:
            every = queries.every_series(
                run=self._runner(measure), measure=measure, known_on=known_on
            )
            with self._lock:
                for one in every:
                    self._answers[*stamp, "series", one.body_id, "", known_on, None] = one
            return tuple(one.body_id for one in every)

        self._remembered((*stamp, "read ahead", known_on), found)

    def bodies(self, measure: str) -> tuple[str, ...]:
        """The bodies that have a value of this measure."""
        asked = (*self._stamp(measure), "bodies")
        found: tuple[str, ...] = self._remembered(
            asked, lambda: queries.bodies(run=self._runner(measure))
        )
        return found

    def periods(self, measure: str) -> tuple[date, ...]:
        """The periods of which any body has a value of this measure, oldest first."""
        asked = (*self._stamp(measure), "periods")
        found: tuple[date, ...] = self._remembered(
            asked, lambda: queries.periods(run=self._runner(measure))
        )
        return found

    def months(self, measure: str) -> Mapping[str, tuple[date, ...]]:
        """Body -> the periods that are held of it as a whole: one question for all bodies."""
        asked = (*self._stamp(measure), "months")
        found: Mapping[str, tuple[date, ...]] = self._remembered(
            asked, lambda: queries.months(run=self._runner(measure))
        )
        return found

    def areas(self, measure: str, body: str, key: str) -> Mapping[date, Mapping[str, float]]:
        """What is held of a body by period and code of small area (breakdown `key=code`)."""
        stamp = self._stamp(measure)
        kept: frozenset[str] = self._remembered(
            (*stamp, "in areas", key),
            lambda: queries.in_areas(run=self._runner(measure), key=key),
        )
        if body not in kept:
            return {}
        asked = (*stamp, "areas", body, key)
        found: Mapping[date, Mapping[str, float]] = self._remembered(
            asked, lambda: queries.areas(run=self._runner(measure), body=body, key=key)
        )
        return found

    def releases(self, measure: str) -> tuple[Vintage, ...]:
        """The releases held of this measure, newest first, of unknown date last."""
        return queries.releases(run=self._runner(measure))

    def blocks(self, measure: str) -> Blocks:
        """Every series of a measure at once, for the compiled chart rules.

        >>> held = Observations(folder).blocks("police-uk-burglary")  # doctest: +SKIP
        >>> kernel.every(held.y, held.ends).codes  # doctest: +SKIP
        """
        with self._writing(), self._duck.cursor() as cursor:
            return blocks(
                cursor=cursor, folder=self._folder, measure=measure, parts=self._parts(measure)
            )

    def charts(
        self,
        measure: str,
        *,
        known_on: date | None = None,
        stopped: Sequence[tuple[str, date]] = (),
        restarts: Sequence[tuple[str, date]] = (),
    ) -> tuple[ChartedPeriod, ...]:
        """Limits and label of every period of every series of a measure, by the engine's SQL.

        `stopped` are (body, period) that a check took out; `restarts` (body or `*`, day) from
        which limits begin anew.
        """
        return charted(
            run=self._runner(measure, reader=self._reader),
            known_on=known_on,
            stopped=stopped,
            restarts=restarts,
        )

    def measures(self) -> tuple[str, ...]:
        """The measures of which anything is held."""
        parts = self._folder.glob("*/*/*.parquet")
        return tuple(sorted({part.parent.parent.name for part in parts}))

    def state(self, measure: str) -> Asked:
        """Equal to what it was before only while no figure of a measure was added."""
        return self._stamp(measure)

    def _stamp(self, measure: str) -> Asked:
        """The measure's files as they are now: an answer holds as long as none of them changes."""
        parts = self._parts(measure)
        return (measure, *((part.name, part.stat().st_mtime_ns) for part in parts))

    def _remembered(self, asked: Asked, answer: Callable[[], Any]) -> Any:
        with self._lock:
            if asked in self._answers:
                self._answers.move_to_end(asked)
                return self._answers[asked]
        found = answer()
        with self._lock:
            self._answers[asked] = found
            while len(self._answers) > MOST_ANSWERS:
                self._answers.popitem(last=False)
        return found

    def _new_rows(
        self, measure: str, release: str, rows: Sequence[Observation]
    ) -> tuple[Observation, ...]:
        held = {item.key: item for item in queries.held(run=self._runner(measure, release))}
        if held and next(iter(held.values())).vintage != rows[0].vintage:
            raise ReleaseDiffers(
                f"The release {release} is held with another date. Check when it was published."
            )
        for row in rows:
            before = held.get(row.key)
            if before is not None and _stated(before) != _stated(row):
                raise RevisionWithoutRelease(
                    f"The release {release} is already held with another value of {measure} for "
                    f"{row.body_id} in {period_words(start=row.period_start, end=row.period_end)}."
                    " A revision needs a release of its own: name it when you load."
                )
        return tuple(row for row in rows if row.key not in held)

    def _write(self, rows: Sequence[Observation]) -> None:
        if not rows:
            return
        table = sorted(to_row(row) for row in rows)
        folder = self._folder / rows[0].measure_id / rows[0].vintage.release_id
        folder.mkdir(parents=True, exist_ok=True)
        text = json.dumps(table, default=str, separators=(",", ":"))
        target = folder / f"{hashlib.sha256(text.encode()).hexdigest()[:32]}.parquet"
        unfinished = target.with_suffix(".unfinished")
        lists = [list(column) for column in zip(*table, strict=True)]
        columns = ", ".join(f"unnest(?::{kind}[]) AS {name}" for name, kind in COLUMNS)
        with self._duck.cursor() as cursor:
            cursor.execute(f"CREATE OR REPLACE TEMP TABLE part AS SELECT {columns}", lists)
            cursor.execute(
                f"COPY (SELECT * FROM part ORDER BY body_id, breakdown, period_start) "  # noqa: S608  # the path is ours, quoted below
                f"TO {quoted(unfinished)} (FORMAT parquet, COMPRESSION zstd)"
            )
        os.replace(unfinished, target)

    def _runner(
        self, measure: str, release: str = "*", *, reader: Reader | None = None
    ) -> queries.Run:
        parts, answers = self._parts(measure, release), reader or self._duck

        def run(sql: str, values: Mapping[str, Any]) -> Sequence[Sequence[Any]]:
            return answers.select(parts=parts, sql=sql, values=values)

        return run

    def _parts(self, measure: str, release: str = "*") -> list[Path]:
        if slug(measure) != measure:
            return []
        folder = self._folder / measure
        releases = _names(folder) if release == "*" else (release,)
        return sorted(
            folder / one / name
            for one in releases
            for name in _names(folder / one)
            if name.endswith(".parquet")
        )

    @contextmanager
    def _writing(self) -> Iterator[None]:
        self._folder.mkdir(parents=True, exist_ok=True)
        with (self._folder / "writing.lock").open("a") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield


def _names(folder: Path) -> Sequence[str]:
    """What lies in a folder; nothing where there is none. Pages ask it a hundred times."""
    try:
        return os.listdir(folder)
    except (FileNotFoundError, NotADirectoryError):
        return ()


def _by_part(rows: Sequence[Observation]) -> dict[tuple[str, str], list[Observation]]:
    parts: dict[tuple[str, str], list[Observation]] = {}
    seen: set[tuple[str, str, str, date, str]] = set()
    for row in rows:
        if row.key in seen:
            raise DuplicatePeriod(
                f"{row.body_id} stands twice for "
                f"{period_words(start=row.period_start, end=row.period_end)} of {row.measure_id}. "
                "Keep one of the two rows."
            )
        seen.add(row.key)
        parts.setdefault((row.measure_id, row.vintage.release_id), []).append(row)
    return parts


def _stated(row: Observation) -> tuple[Any, ...]:
    return (row.period_end, row.value, row.numerator, row.denominator, row.flag)
