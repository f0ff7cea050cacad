"""The rows of a comparison: what changed, what is the same, and of what nothing is said."""

import re
from collections.abc import Sequence
from datetime import date

from answerable.operations.pages.institutions.compare_folds import Fold
from answerable.operations.pages.look import Look
from answerable.operations.pages.naming import short
from answerable.operations.pages.parts import Cell, Link, Table
from answerable.operations.pages.proof import cell_with_redress
from answerable.scrutiny.compare import Row
from answerable.scrutiny.phrases import on_day, plural, start
from answerable.vocabulary.language import marked, say

NOT_KNOWN = marked("Not in our sources.")
MOST_ROWS = 100
STATES = {"new": "new", "gone": "changed", "not one line": "changed"}
_ADVERSE = re.compile(r"\b(?:overdue|slipped back|found again|moved)\b", re.IGNORECASE)


def same(rows: Sequence[Row], look: Look, early: date) -> tuple[Fold, ...]:
    """What did not change, behind one line."""
    if not rows:
        return ()
    title = say(
        "{n} {rows} that are the same on both days",
        n=f"{len(rows):,}",
        rows=plural("row", len(rows)),
    )
    table = Table(
        caption=say("The same on both days"),
        head=(say("What"), say("Then"), say("Now"), say("Change")),
        rows=(*(told(row, look, early) for row in rows[:MOST_ROWS]), *beyond(rows)),
    )
    return (Fold(summary=title, table=table, unchanged=True),)


def silent(rows: Sequence[Row]) -> tuple[Fold, ...]:
    """Which they are of which nothing is said."""
    if not rows:
        return ()
    n = len(rows)
    title = say(
        "The {n} {findings} of which our sources say nothing",
        n=f"{n:,}",
        findings=plural("finding", n),
    )
    links = tuple(
        Link(label=title_of(row), url=f"/findings/{row.key}/") for row in rows[:MOST_ROWS]
    )
    rest = say("{rest} more stand in the register.", rest=f"{n - MOST_ROWS:,}")
    return (Fold(summary=title, links=links, rest=rest if n > MOST_ROWS else ""),)


def told(row: Row, look: Look, early: date) -> tuple[str | Cell, ...]:
    """A row of the table: what, then, now, and what changed."""
    grade = row.key.startswith("grade/")
    title = Cell(words=title_of(row), url="" if grade else f"/findings/{row.key}/")
    state = STATES.get(row.kind, row.kind)
    note = row.kind if row.kind in ("not one line", "gone") else ""
    change = Cell(words="", state=state, note=note)
    if row.kind == "new" and not grade and row.began and row.began <= early:
        change = Cell(words=say("On the record later"))
    if row.versions and (grade or row.kind == "worse" or _ADVERSE.search(f"{row.then} {row.now}")):
        change = cell_with_redress(change, row.versions[-1], about=title_of(row), look=look)
    return (title, start(stood(row, row.then)), start(stood(row, row.now)), change)


def stood(row: Row, words: str) -> str:
    """How it stands; of a finding towards which no step is known, since when it is there."""
    if not words.startswith(NOT_KNOWN) or row.began is None:
        return words
    told = say("Stated on {day}. No step towards it is in our sources.", day=on_day(row.began))
    return f"{told}{words.removeprefix(NOT_KNOWN)}"


def title_of(row: Row) -> str:
    """Its kind and number, then its words; where none are held, which one of the report it is."""
    if row.title != row.key:
        words = short(start(row.title))
        return f"{row.name}: {words}" if row.name else words
    if row.name:
        return row.name
    kind, number = row.key.split("/")[-2:]
    return f"{kind.replace('-', ' ').capitalize()} {number}"


def beyond(rows: Sequence[Row]) -> tuple[tuple[str | Cell, ...], ...]:
    """One line for the rows beyond those shown, which change least."""
    more = len(rows) - MOST_ROWS
    if more <= 0:
        return ()
    words = say(
        "{more} {rows} more; each has its history on its own page",
        more=f"{more:,}",
        rows=plural("row", more),
    )
    return ((words, "", "", Cell(words="")),)


def unknown(rows: Sequence[Row]) -> tuple[tuple[str | Cell, ...], ...]:
    """One line for all findings of which no source says anything on either day."""
    if not rows:
        return ()
    n = len(rows)
    words = say(
        "{n} {findings} of which our sources say nothing on either day",
        n=n,
        findings=plural("finding", n),
    )
    return ((words, NOT_KNOWN, NOT_KNOWN, Cell(words=say("Not known"))),)
