"""Loader of the street-level archive of data.police.uk.

Layout: a zip or a folder of `YYYY-MM/YYYY-MM-<slug>-street.csv`, 12 columns from `Crime ID`
to `Context`. The body is that of the file's name, not of `Reported by`; `Crime ID` is no key;
`Context` is always empty. A file that is not there is a missing body-month, never zero; in a
file that is there, a type without a row is a count of 0.
"""

import csv
import io
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from answerable.store.observations.duck import connect, quoted
from answerable.store.observations.loaded import Loaded, Reject, digest_of_file
from answerable.store.observations.queries import street_counts
from answerable.store.observations.refused import LoadRefused
from answerable.store.observations.street_files import UNREADABLE, Digested, street_files
from answerable.vocabulary.identity import slug
from answerable.vocabulary.measures import Observation, Vintage, period_end

COLUMNS = (
    *("Crime ID", "Month", "Reported by", "Falls within", "Longitude", "Latitude", "Location"),
    *("LSOA code", "LSOA name", "Crime type", "Last outcome category", "Context"),
)

CRIME_TYPES = (
    *("Anti-social behaviour", "Bicycle theft", "Burglary", "Criminal damage and arson"),
    *("Drugs", "Other crime", "Other theft", "Possession of weapons", "Public order"),
    *("Robbery", "Shoplifting", "Theft from the person", "Vehicle crime"),
    "Violence and sexual offences",
)
"""The types of the files of 2014, 2024 and 2025. A file with another type is set aside."""

UNKNOWN_TYPE = "unknown type: the file is set aside until the measures are reviewed"

TOTAL = "police-uk-street-rows"

MOST_BAD_ROWS = 1_000
"""Rows of one file that may be left out. A file with more is set aside whole: its counts would be
too small, and too small looks like an improvement."""

TOO_MANY_BAD = "too many rows that cannot be read: the file is set aside"
_FILE = re.compile(r"(20[0-9]{2}-(?:0[1-9]|1[0-2]))-([a-z-]+)-street\.csv")
_MONTH, _CRIME_TYPE = COLUMNS.index("Month"), COLUMNS.index("Crime type")
_AREA = COLUMNS.index("LSOA code")
AREA_KEY = "lsoa"
"""Key of the breakdown of counts by small area: `lsoa=E01000001`."""

Areas = Counter[tuple[str, str]]  # rows of one file by type and code of area, "" without one


def measure_of(crime_type: str) -> str:
    """Identifier of the measure that counts one type.

    >>> measure_of("Vehicle crime")
    'police-uk-vehicle-crime'
    """
    return f"police-uk-{slug(crime_type)}"


def police_uk_archive(
    *,
    path: Path,
    release: Vintage,
    bodies: Mapping[str, str],
    measures: frozenset[str] | None = None,
    by_area: bool = False,
    told: Callable[[str], None] = lambda _: None,
) -> Loaded:
    """Monthly counts by body and type, and everything left out.

    With `by_area` every type is counted by small area too. An area that any file of the body
    names is 0 in a month of the body's in which it has no row of a type; rows without a code of
    area are in the whole body's count only.

    Files are read row by row, one after the other, so that an archive of any size fits in little
    memory; `told` hears which one comes next.

    `bodies` maps a force's name in the files (`west-mercia`) to our identifier; files of other
    forces are rejects. `measures` are the ids wanted (None: every type and the total).
    `source_sha256` is that of the CSV inside, so zip and folder give the same rows.
    Raises LoadRefused: `no_street_files`, `not_an_archive`.
    """
    rows: list[Observation] = []
    rejects: list[Reject] = []
    placed: dict[str, dict[date, tuple[Areas, str]]] = {}
    seen = False
    for file in street_files(path):
        name = file.name
        found = _FILE.fullmatch(name)
        if found is None:
            continue
        seen = True
        month, force = found.groups()
        if force not in bodies:
            rejects.append(Reject(0, "", force, "not a body that we know", name))
            continue
        told(f"File {file.place:,} of {file.of:,}: {name}")
        areas: Areas | None = Counter() if by_area else None
        counts, sha256 = _counts(name, file.stream, month, rejects, areas)
        if counts:
            start = date.fromisoformat(f"{month}-01")
            if areas is not None:
                placed.setdefault(bodies[force], {})[start] = (areas, sha256)
            rows += _observations(
                counts, start=start, body=bodies[force], release=release, sha256=sha256
            )
    if not seen:
        raise LoadRefused(
            "No street-level file was found. The archive holds files named like "
            "2025-12/2025-12-west-mercia-street.csv.",
            code="no_street_files",
        )
    wanted = [row for row in rows if measures is None or row.measure_id in measures]
    kinds = [k for k in CRIME_TYPES if measures is None or measure_of(k) in measures]
    for body, months in placed.items():
        wanted += _by_area(months, kinds, body=body, release=release)
    return Loaded(tuple(wanted), tuple(rejects))


def police_uk_parquet(*, path: Path, release: Vintage, bodies: Mapping[str, str]) -> Loaded:
    """The same counts from one Parquet file with `force_slug`, `month` and `crime_type`.

    `source_sha256` is that of the Parquet file.
    """
    cursor = connect(path.parent).cursor()
    source = f"SELECT * FROM read_parquet({quoted(path)})"  # noqa: S608  # a path, quoted
    cursor.execute(f"CREATE TEMP VIEW observations AS {source}")
    counted: dict[tuple[str, str], Counter[str]] = {}
    for force, month, kind, rows in street_counts(
        run=lambda sql, values: cursor.execute(sql, dict(values)).fetchall()
    ):
        counted.setdefault((force, month), Counter())[kind] = rows
    sha256 = digest_of_file(path)
    found: list[Observation] = []
    rejects: list[Reject] = []
    for (force, month), counts in counted.items():
        if force not in bodies:
            rejects.append(Reject(0, "force_slug", force, "not a body that we know", month))
        elif unknown := sorted(set(counts) - set(CRIME_TYPES)):
            rejects.append(Reject(0, "crime_type", unknown[0], UNKNOWN_TYPE, month))
        else:
            found += _observations(
                counts,
                start=date.fromisoformat(f"{month}-01"),
                body=bodies[force],
                release=release,
                sha256=sha256,
            )
    return Loaded(tuple(found), tuple(rejects))


def _counts(
    name: str, stream: Digested, month: str, rejects: list[Reject], areas: Areas | None
) -> tuple[Counter[str], str]:
    """Rows by type and the file's digest; no rows where the whole file is set aside, with the
    reject that says why. `areas`, where given, is filled."""
    counts: Counter[str] = Counter()
    left: list[Reject] = []
    try:
        reader = csv.reader(io.TextIOWrapper(stream.buffered(), "utf-8-sig", newline=""))
        header = next(reader, [])
        if tuple(header) != COLUMNS:
            rejects.append(
                Reject(1, "", ",".join(header)[:200], "not the 12 columns of a street file", name)
            )
            return Counter(), ""
        for cells in reader:
            if len(cells) == len(COLUMNS) and cells[_MONTH] == month:
                counts[cells[_CRIME_TYPE]] += 1
                if areas is not None:
                    areas[cells[_CRIME_TYPE], cells[_AREA]] += 1
                continue
            left.append(_left_out(reader.line_num, cells, name))
            if len(left) > MOST_BAD_ROWS:
                rejects.append(Reject(reader.line_num, "", "", TOO_MANY_BAD, name))
                return Counter(), ""
    except (UnicodeDecodeError, csv.Error):
        rejects.append(Reject(0, "", "", "not a CSV file in UTF-8", name))
        return Counter(), ""
    except UNREADABLE:
        rejects.append(Reject(0, "", "", "cannot be unpacked or read: download it again", name))
        return Counter(), ""
    rejects += left
    if unknown := sorted(set(counts) - set(CRIME_TYPES)):
        rejects.append(Reject(0, "Crime type", unknown[0], UNKNOWN_TYPE, name))
        return Counter(), ""
    if not counts:
        rejects.append(Reject(0, "", "", "no rows: a missing month, never zero", name))
    return counts, stream.sha256()


def _left_out(line: int, cells: Sequence[str], name: str) -> Reject:
    if len(cells) != len(COLUMNS):
        return Reject(line, "", ",".join(cells)[:200], "not 12 columns", name)
    return Reject(line, "Month", cells[_MONTH][:200], "not the month of the file's name", name)


def _observations(
    counts: Counter[str], *, start: date, body: str, release: Vintage, sha256: str
) -> Iterator[Observation]:
    values = {TOTAL: counts.total()} | {measure_of(kind): counts[kind] for kind in CRIME_TYPES}
    for measure, value in values.items():
        yield _observation(measure, body, "", start, value, release=release, sha256=sha256)


def _by_area(
    months: Mapping[date, tuple[Areas, str]],
    kinds: Sequence[str],
    *,
    body: str,
    release: Vintage,
) -> Iterator[Observation]:
    """The counts of a body by type, small area and month."""
    codes = sorted({code for areas, _ in months.values() for _, code in areas if code})
    for kind in kinds:
        measure = measure_of(kind)
        for start, (areas, sha256) in months.items():
            for code in codes:
                breakdown, count = f"{AREA_KEY}={code}", areas[kind, code]
                yield _observation(
                    measure, body, breakdown, start, count, release=release, sha256=sha256
                )


def _observation(
    measure: str,
    body: str,
    breakdown: str,
    start: date,
    count: int,
    *,
    release: Vintage,
    sha256: str,
) -> Observation:
    return Observation(
        measure_id=measure,
        body_id=body,
        breakdown=breakdown,
        period_start=start,
        period_end=period_end(start=start, grain="month"),
        value=float(count),
        vintage=release,
        source_sha256=sha256,
        source_row=0,
    )
