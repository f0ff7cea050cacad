"""What is published as files: tables at any dates, as a public reader sees them.

Every function takes a `Look`; whoever asks, the files are those of a reader without an account.
The same (valid, known, said) give the same bytes.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from answerable.ledger import merkle
from answerable.operations import catalogue, freshness, sensitivity, story
from answerable.operations.data_tables import BY_NAME, FIGURES, TABLES
from answerable.operations.output import data_rows, figure_rows, table_rows
from answerable.operations.pages import naming
from answerable.operations.pages.findings import finding as findings
from answerable.operations.pages.institutions.body import NoSuchBody
from answerable.operations.pages.institutions.case import case_of, cases_of
from answerable.operations.pages.look import Look
from answerable.operations.place import institution_of
from answerable.publishing import open_data, sqlite_file
from answerable.publishing.open_data import Column, Row, Table
from answerable.store.observations.table_file import parquet_bytes
from answerable.store.reads import registers
from answerable.store.reads.registers import NotYet
from answerable.store.writes import checkpoints
from answerable.vocabulary.access import READER
from answerable.vocabulary.refusal import Refusal

_EMPTY_ROOT = sha256(b"").hexdigest()
ABOUT = Table(
    "about",
    "About this file",
    "One row: what this file is and how to check it.",
    (
        Column("valid", "Valid date of the rows.", "date"),
        Column("known", "Last entry of the record that counts.", "integer"),
        Column("said", "What sources had published by this day counts; empty: all.", "date"),
        Column("root", "Root of the record at that entry, in hex."),
        Column("notice", "What kind of facts these are."),
        Column("check", "How to check them."),
    ),
)


class NoSuchTable(Refusal):
    """A table that the open data do not have."""

    code = "no_such_table"


class NotWritten(Refusal):
    """A file that cannot be written."""

    code = "not_written"


@dataclass(frozen=True, slots=True)
class AsAt:
    """The dates of a file, and the root of the record at them."""

    valid: str
    known: int
    said: str | None
    root: str


def public(look: Look) -> Look:
    """The same dates for a reader without an account."""
    return replace(look, actor=READER)


def table_named(name: str) -> Table:
    """A table by its name, or a refusal that lists them."""
    if name not in BY_NAME:
        raise NoSuchTable(f"There is no table “{name[:40]}”. There are: {', '.join(BY_NAME)}.")
    return BY_NAME[name]


def institutions(body: str = "") -> tuple[str, ...]:
    """One institution, or all with entries; a body that the catalogue knows not is refused."""
    if not body:
        return registers.reported()
    if body not in catalogue.bodies():
        raise NoSuchBody(f"No body is called “{body[:60]}”. See the list of bodies.")
    return (body,)


def in_table(table: Table, body: str = "") -> tuple[str, ...]:
    """One institution, or all that a table may say something of, by name: of figures also those
    of which nothing else is on record."""
    if table is not FIGURES or body:
        return institutions(body)
    return tuple(sorted({*institutions(), *figure_rows.institutions()}))


def rows(look: Look, table: Table, *, body: str = "") -> tuple[Row, ...]:
    """Rows of a table, about one institution or all in alphabetical order."""
    seen = public(look)
    return tuple(row for name in in_table(table, body) for row in rows_of(seen, table, name))


def rows_of(seen: Look, table: Table, institution: str) -> tuple[Row, ...]:
    """Rows about one institution, as a reader without an account sees them."""
    found = table_rows.rows(table, seen, institution)
    if table is FIGURES:  # numbers and names of the catalogue: no words to hold back
        return found
    return tuple(sensitivity.redacted(row, institution=institution) for row in found)


def csv(look: Look, name: str, *, body: str = "", bom: bool = False) -> bytes:
    """A table as CSV."""
    table = table_named(name)
    return open_data.csv_bytes(table, rows(look, table, body=body), bom=bom)


def jsonl(look: Look, name: str, *, body: str = "") -> bytes:
    """A table as JSON Lines."""
    table = table_named(name)
    return open_data.jsonl_bytes(table, rows(look, table, body=body))


def parquet(look: Look, name: str, *, body: str = "") -> bytes:
    """A table as Parquet."""
    table = table_named(name)
    return parquet_of(table, rows(look, table, body=body))


def parquet_of(table: Table, found: Iterable[Row]) -> bytes:
    """Rows of a table as Parquet."""
    return parquet_bytes([(column.name, column.kind) for column in table.columns], found)


def dictionary(*, bom: bool = False) -> bytes:
    """What every column of every table means, as CSV."""
    return open_data.csv_bytes(open_data.DICTIONARY, open_data.dictionary(TABLES), bom=bom)


def package(*, base: str) -> bytes:
    """The Frictionless description of the CSV files below the site's own address."""
    return open_data.json_bytes(
        open_data.package(
            TABLES,
            name="answerable",
            title="Answerable: open data",
            notice=notice(),
            address=f"{base}data/",
        )
    )


def sqlite(look: Look) -> bytes:
    """Every table of every institution, the dictionary and the dates in one SQLite file."""
    tables = {table: rows(look, table) for table in TABLES}
    return sqlite_file.sqlite_bytes({**tables, **about_tables(look)})


def about_tables(look: Look) -> dict[Table, tuple[Row, ...]]:
    """What stands in the SQLite file beside the tables: the dictionary and the dates."""
    at = as_at(look)
    about: Row = {
        "valid": at.valid,
        "known": at.known,
        "said": at.said,
        "root": at.root,
        "notice": notice(),
        "check": "answerable verify, or /history/verify/ on the site",
    }
    return {open_data.DICTIONARY: open_data.dictionary(TABLES), ABOUT: (about,)}


def data_files(look: Look) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of every file of the open data."""
    for table in TABLES:
        found = rows(look, table)
        yield f"{table.name}.csv", open_data.csv_bytes(table, found)
        yield f"{table.name}.jsonl", open_data.jsonl_bytes(table, found)
        yield f"{table.name}.parquet", parquet_of(table, found)
    yield "dictionary.csv", dictionary()
    yield "datapackage.json", package(base=look.base)
    yield "answerable.sqlite", sqlite(look)


def write(folder: Path, files: Iterable[tuple[str, bytes]]) -> dict[str, int]:
    """Write files below a folder, only those that changed; each name with its size."""
    sizes = {}
    for name, data in files:
        target = folder / name
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            if not (target.is_file() and target.read_bytes() == data):
                target.write_bytes(data)
        except OSError as error:
            raise NotWritten(f"{target} cannot be written: {error.strerror}.") from None
        sizes[name] = len(data)
    return sizes


def body_json(look: Look, body: str) -> bytes:
    """Everything that is public about one body, in one JSON value."""
    (institution,) = institutions(body)
    seen = public(look)
    register = seen.register(institution)
    known = catalogue.bodies()[institution]
    return open_data.json_bytes(
        {
            "body": {
                "id": known.id,
                "name": known.name,
                "kind": known.kind,
                "invented": known.invented,
            },
            **_frame(look, institution),
            "cases": [
                {"title": told.title, "sentence": told.sentence, "page": key.url}
                for key in cases_of(seen, institution)
                for told in (case_of(register, key, on=seen.on),)
            ],
            **{table.name: rows_of(seen, table, institution) for table in TABLES},
        }
    )


def finding_json(look: Look, reference: str) -> bytes:
    """One finding or action: its row, its steps, its quotes and its timeline."""
    institution = institution_of(reference)
    seen = public(look)
    page = findings.finding(seen, reference)
    register = seen.register(institution)
    row = next(
        row
        for name in ("findings", "actions")
        if (row := data_rows.by_reference(BY_NAME[name], register).get(reference))
    )
    return open_data.json_bytes(
        {
            "reference": reference,
            "title": page.title,
            "sentence": page.sentence,
            **_frame(look, institution),
            "row": sensitivity.redacted(row, institution=institution),
            "quotes": [
                {"whose": q.voice, "words": q.words, "place": q.place} for q in page.quotes
            ],
            "rungs": [
                {"rung": r.name, "state": r.state, "when": r.when, "who": r.who}
                for r in page.rungs
            ],
            "timeline": [
                {"date": h.date, "what": h.title, "words": h.words} for h in page.timeline
            ],
        }
    )


def as_at(look: Look) -> AsAt:
    """The dates in force with the root of the record at them."""
    if look.left_open is not None:
        return AsAt(look.on.isoformat(), *look.left_open)
    known = look.head.size - 1 if look.known is None else look.known
    return AsAt(
        valid=look.on.isoformat(),
        known=known,
        said=look.said.isoformat() if look.said else None,
        root=root(look, known),
    )


def root(look: Look, known: int) -> str:
    """Root of the record, in hex, once entry `known` was in it. Refuses one not reached."""
    if not -1 <= known < look.head.size:
        raise NotYet(f"The record has no entry {known}: its last one is {look.head.size - 1}.")
    if known == look.head.size - 1:
        return look.head.root
    if known < 0:
        return _EMPTY_ROOT
    return merkle.range_root(checkpoints.node, 0, known + 1).hex()


def etag(look: Look, *what: str) -> str:
    """The tag of a published file: the root at its dates, and all else that its bytes hang on.

    An erasure or a new marking changes what is shown at dates before it, so the latest one
    counts too (LEDGER section 10).
    """
    at = as_at(look)
    rest = (at.valid, str(at.said), str(freshness.removed(look.head)), freshness.release(), *what)
    return f'"{at.root[:16]}-{sha256(repr(rest).encode()).hexdigest()[:16]}"'


def notice() -> str:
    """What kind of facts a home holds, in the words of its banners."""
    words = (story.banner_words(invented=invented) for invented in (False, True))
    return " ".join(naming.stop(w) for w in dict.fromkeys(words) if w)


def notice_of(institution: str) -> str:
    """What kind of facts the record holds about one institution."""
    body = catalogue.bodies().get(institution)
    return story.banner_words(invented=bool(body and body.invented))


def _frame(look: Look, institution: str) -> dict[str, Any]:
    at = as_at(look)
    return {
        "notice": notice_of(institution),
        "as_at": {"valid": at.valid, "known": at.known, "said": at.said, "root": at.root},
    }


def state(look: Look) -> str:
    """What every file hangs on beside its own entries: the release, and the latest removal."""
    return f"{freshness.release()}-{freshness.removed(look.head)}"
