"""Loader of the street-level archive of data.police.uk.

Layout: a zip or a folder of `YYYY-MM/YYYY-MM-<slug>-street.csv`, 12 columns from `Crime ID`
to `Context`. The body is that of the file's name, not of `Reported by`; `Crime ID` is no key;
`Context` is always empty. A file that is not there is a missing body-month, never zero; in a
file that is there, a type without a row is a count of 0.
"""

import csv
import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from answerable.store.observations.duck import connect, quoted
from answerable.store.observations.loaded import Loaded, LoadRefused, Reject, sha256_of
from answerable.store.observations.queries import street_counts
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

LARGEST_FILE = 400_000_000
"""Bytes of one unpacked file. The largest held is under 3 MB; a larger one is no street file."""

_FILE = re.compile(r"(20[0-9]{2}-(?:0[1-9]|1[0-2]))-([a-z-]+)-street\.csv")
_MONTH, _CRIME_TYPE = COLUMNS.index("Month"), COLUMNS.index("Crime type")


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
) -> Loaded:
    """Monthly counts by body and type, and everything left out.

    `bodies` maps a force's name in the files (`west-mercia`) to our identifier; files of other
    forces are rejects. `measures` are the ids wanted (None: every type and the total).
    `source_sha256` is that of the CSV inside, so zip and folder give the same rows.
    Raises LoadRefused: `no_street_files`, `not_an_archive`.
    """
    rows: list[Observation] = []
    rejects: list[Reject] = []
    seen = False
    for name, content in _files(path):
        found = _FILE.fullmatch(name)
        if found is None:
            continue
        seen = True
        month, force = found.groups()
        if force not in bodies:
            rejects.append(Reject(0, "", force, "not a body that we know", name))
        elif content is None:
            rejects.append(Reject(0, "", "", "larger than any street file", name))
        else:
            counts = _counts(name, content, month, rejects)
            if counts:
                start, sha256 = date.fromisoformat(f"{month}-01"), sha256_of(content)
                rows += _observations(
                    counts, start=start, body=bodies[force], release=release, sha256=sha256
                )
    if not seen:
        raise LoadRefused(
            "No street-level file was found. The archive holds files named like "
            "2025-12/2025-12-west-mercia-street.csv.",
            code="no_street_files",
        )
    wanted = tuple(row for row in rows if measures is None or row.measure_id in measures)
    return Loaded(wanted, tuple(rejects))


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
    sha256 = sha256_of(path.read_bytes())
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


def _files(path: Path) -> Iterator[tuple[str, bytes | None]]:
    """(name without folder, bytes) of each street file, in the order of names."""
    if path.is_dir():
        for file in sorted(path.glob("*/*-street.csv")):
            too_large = file.stat().st_size > LARGEST_FILE
            yield file.name, None if too_large else file.read_bytes()
        return
    try:
        with zipfile.ZipFile(path) as archive:
            for entry in sorted(archive.infolist(), key=lambda item: item.filename):
                name = entry.filename.rpartition("/")[2]
                if name.endswith("-street.csv"):
                    too_large = entry.file_size > LARGEST_FILE
                    yield name, None if too_large else archive.read(entry)
    except (zipfile.BadZipFile, FileNotFoundError):
        raise LoadRefused(
            "The archive is neither a folder nor a whole zip file. Download it again.",
            code="not_an_archive",
        ) from None


def _counts(name: str, content: bytes, month: str, rejects: list[Reject]) -> Counter[str]:
    """Rows by type; empty where the whole file is set aside, with the reject that says why."""
    counts: Counter[str] = Counter()
    try:
        reader = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
        header = next(reader, [])
        if tuple(header) != COLUMNS:
            rejects.append(
                Reject(1, "", ",".join(header)[:200], "not the 12 columns of a street file", name)
            )
            return Counter()
        for cells in reader:
            line = reader.line_num
            if len(cells) != len(COLUMNS):
                rejects.append(Reject(line, "", ",".join(cells)[:200], "not 12 columns", name))
            elif cells[_MONTH] != month:
                reason = "not the month of the file's name"
                rejects.append(Reject(line, "Month", cells[_MONTH], reason, name))
            else:
                counts[cells[_CRIME_TYPE]] += 1
    except (UnicodeDecodeError, csv.Error):
        rejects.append(Reject(0, "", "", "not a CSV file in UTF-8", name))
        return Counter()
    if unknown := sorted(set(counts) - set(CRIME_TYPES)):
        rejects.append(Reject(0, "Crime type", unknown[0], UNKNOWN_TYPE, name))
        return Counter()
    if not counts:
        rejects.append(Reject(0, "", "", "no rows: a missing month, never zero", name))
    return counts


def _observations(
    counts: Counter[str], *, start: date, body: str, release: Vintage, sha256: str
) -> Iterator[Observation]:
    values = {TOTAL: counts.total()} | {measure_of(kind): counts[kind] for kind in CRIME_TYPES}
    for measure, value in values.items():
        yield Observation(
            measure_id=measure,
            body_id=body,
            breakdown="",
            period_start=start,
            period_end=period_end(start=start, grain="month"),
            value=float(value),
            vintage=release,
            source_sha256=sha256,
            source_row=0,
        )
