"""The published shapes. Rows are those of the open data: their columns say what they mean."""

from datetime import date
from typing import Any, Generic, TypeVar

from ninja import Field, Schema

from answerable.operations.interface_tables import TABLES as HELD
from answerable.operations.interface_tables import filters, periods

Item = TypeVar("Item")

MOST, USUAL = 200, 50
MOST_WORDS = 200
_KINDS: dict[str, Any] = {
    "text": str,
    "date": str,
    "number": float,
    "integer": int,
    "boolean": bool,
}


class AsAt(Schema):
    """The dates of an answer; the same three always give the same answer."""

    valid: str = Field(description="What was true on this day.")
    known: int = Field(description="What the record held once this entry was in it.")
    said: str | None = Field(description="What sources had published by this day; null: all.")
    root: str = Field(description="Root of the record at that entry, in hex.")


class Dates(Schema):
    """Dates that a question may name."""

    valid: date | None = Field(None, description="As at this day; default: today.")
    known: int | None = Field(None, ge=0, le=10**15, description="As the record stood then.")
    said: date | None = Field(None, description="What sources had published by this day.")


class Paged(Dates):
    """Dates, and which part of a list."""

    limit: int = Field(USUAL, ge=1, le=MOST, description="How many.")
    offset: int = Field(0, ge=0, le=10**9, description="How many to leave out first.")


class BodiesAsked(Paged):
    """Which bodies."""

    kind: str = Field("", max_length=40, description="force, oversight, inspectorate, ...")


class RowsAsked(Paged):
    """Which rows: a filter is an exact value of a column, or what it says that it is."""

    body: str = Field("", max_length=100, description="Id of the institution.")


class SearchAsked(Paged):
    """What is looked for."""

    q: str = Field(max_length=200, description="Words that must stand together in one thing.")
    kind: str = Field("", max_length=40, description="body, finding, action, document, ...")
    body: str = Field("", max_length=100, description="Id of the institution.")


class EntriesAsked(Dates):
    """Which entries."""

    body: str = Field("", max_length=100, description="Id of the institution.")
    reference: str = Field("", max_length=200, description="What the entries are about.")
    type: str = Field("", max_length=40, description="Type of fact, such as DueDateMoved.")
    after: int = Field(-1, ge=-1, le=10**15, description="Entries after this one.")
    limit: int = Field(USUAL, ge=1, le=MOST, description="How many.")


class ReadingsAsked(Schema):
    """Which readings, and which part of the list; it knows no dates, for it is what waits now."""

    document: str = Field("", pattern="^([0-9a-f]{64})?$", description="SHA-256 of a document.")
    kind: str = Field(
        "",
        max_length=40,
        description="A kind, such as recommendation; findings (with grades), running-text "
        "(findings that stand in it) or numbers; all; residue: passages that nothing has read. "
        "Default: all but numbers and residue.",
    )
    limit: int = Field(USUAL, ge=1, le=MOST, description="How many.")
    offset: int = Field(0, ge=0, le=10**9, description="How many to leave out first.")


class Body(Schema):
    """A public body."""

    id: str
    name: str
    kind: str
    kind_words: str
    invented: bool = Field(description="Exists only in the demonstration.")
    overseen_by: str | None
    on_record: bool
    page: str


class Entry(Schema):
    """One entry of the record with its public values."""

    seq: int
    id: str
    type: str
    body: str
    reference: str
    recorded_at: str
    recorded_by: str
    valid_from: str
    valid_to: str | None
    corrected_by: list[int]
    values: dict[str, Any]
    withheld: list[str] = Field(description="Fields whose value is held and not public.")
    page: str


class Moved(Schema):
    """One move of a deadline."""

    before: str | None = Field(description="Due date until then, as the source wrote it.")
    after: str | None = Field(description="Due date from then on.")
    on: str = Field(description="Day on which it was agreed.")
    reason: str | None = Field(description="Why, in the source's words; null: none was given.")
    authoriser: str | None = Field(description="Office that agreed; null: none is named.")
    held_by: str | None = Field(description="Who held that office on the day, as sources say.")
    entry: int = Field(description="Entry of the record that says so.")


class Deadline(Schema):
    """A finding or an action whose due date moved."""

    body: str
    reference: str
    text: str | None
    first: str | None = Field(description="The first due date.")
    now: str | None = Field(description="The due date at the dates of the answer.")
    days: int | None = Field(description="Days between the two; null: one of them is no date.")
    moves: list[Moved] = Field(description="Every move, in the order in which it was agreed.")


class Found(Schema):
    """One thing that was found."""

    kind: str
    body: str
    title: str
    text: str = Field(description="The words around what was looked for.")
    note: str
    page: str


class ReadingRow(Schema):
    """What a machine read in a document, and no person has decided."""

    id: str = Field(description="Its name: commands take it as `candidate`.")
    kind: str
    document: str = Field(description="SHA-256 of the document.")
    title: str = Field(description="Title of the document.")
    quote: str = Field(description="Exact words of the document.")
    quote_page: int | None = Field(description="Page of those words; null: it has no pages.")
    fields: dict[str, Any] = Field(description="What was read: `correct_candidate` takes these.")
    rule: str = Field(description="Rule that read it.")
    state: str = Field(description="waiting")
    answers: int = Field(description="How many people have answered it, where two must.")
    answered: bool = Field(description="Whether this account is one of them.")
    page: str


class Waiting(Schema):
    """A part of what waits now; `next` is the address of the one after it."""

    notice: str = Field(description="What kind of facts a home holds.")
    known: int = Field(description="Last entry of the record: If-Match of a command.")
    total: int
    next: str | None
    items: list[ReadingRow]


class Page(Schema, Generic[Item]):
    """One page of a list; `next` is the address of the one after it."""

    notice: str = Field(description="What kind of facts a home holds.")
    as_at: AsAt
    total: int
    next: str | None
    items: list[Item]


class Problem(Schema):
    """What went wrong, as RFC 9457 writes it."""

    type: str
    title: str
    status: int
    detail: str


def _titled(name: str) -> str:
    return name.title().replace("-", "")


def _row(name: str) -> Any:
    """The shape of a table's rows: every column is there, and most may be null."""
    table = HELD[name]
    made: Any = type(Schema)
    return made(
        f"{_titled(name).removesuffix('s')}Row",
        (Schema,),
        {
            "__module__": __name__,
            "__doc__": table.means,
            "__annotations__": {c.name: _KINDS[c.kind] | None for c in table.columns},
            **{c.name: Field(..., description=c.means) for c in table.columns},
        },
    )


def _asked(name: str) -> Any:
    """What a list may be asked: its body, its part, and its own filters."""
    found, days = filters(name), periods(name)
    made: Any = type(Schema)
    return made(
        f"{_titled(name)}Asked",
        (RowsAsked,),
        {
            "__module__": __name__,
            "__doc__": RowsAsked.__doc__,
            "__annotations__": {n: date | None if n in days else str for n in found},
            **{
                n: Field(None, description=means)
                if n in days
                else Field("", max_length=MOST_WORDS, description=means)
                for n, means in found.items()
            },
        },
    )


TABLES = {name: _row(name) for name in HELD}
"""Name of a list of rows -> the shape of a row."""
ASKED = {name: _asked(name) for name in HELD}
"""Name of a list of rows -> what it may be asked."""
Finding = TABLES["findings"]
