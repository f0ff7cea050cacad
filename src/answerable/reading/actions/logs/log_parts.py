"""What stands in a log besides its actions: headings between its rows, notes, and its own date.

A heading such as “CUSTODY” is the only cell of its row and stands over actions; it is the theme of
those under it until the next one. Where one head stands on several sheets, the name of a sheet is
the heading of its actions, and stands before any other. The head may be repeated between the rows.
A row that has words of an action and nothing else is none where the others are numbered: it is a
note to whoever keeps the log. So is a total with its count. A row that an export gave beside the
log, out of another one, is read from that one alone.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from answerable.reading.actions.logs.log_labels import ANOTHER, REFERENCE
from answerable.reading.actions.logs.log_rows import LogRow, row_of
from answerable.reading.actions.logs.log_tables import LogTable, sheet_of
from answerable.reading.deadlines import dates
from answerable.reading.layout.canonical_text import Block, CanonicalText

Why = Literal["heading", "note", "no action", "head", "bare", "total", "struck", "another log"]
MOST_WORDS, MOST_CHARACTERS, MOST_ABOVE = 8, 60, 200
_AS_AT = re.compile(r"\b(?:as (?:at|of)|position at|updated|dated?|correct at)\b", re.IGNORECASE)
_WHOLE_DAY = len("2026-11-02")
LEAST_NUMBERED, MOST_WITHOUT = 20, 20
"""A log numbers its actions where so many rows have a number, and at most one in so many none."""
_TOTAL = re.compile(r"(?:sub-?|grand )?totals?\b\W*", re.IGNORECASE)
_COUNT_OF = re.compile(r"(?:(?:sub-?|grand )?totals?|(?:number|no\.?|count) of)\b", re.IGNORECASE)
_COUNT = re.compile(r"\W*\d[\d,.%/ ]*")
MOST_COUNTED = 6
"""Words of a cell that says what is counted, such as “Total open and overdue actions”."""


@dataclass(frozen=True, slots=True)
class Unread:
    """A row of the table that holds no action: its words, its address, and why it is not read."""

    words: str
    address: str
    why: Why


@dataclass(frozen=True, slots=True)
class Parted:
    """The rows that hold an action, each with its heading, and those that hold none."""

    rows: tuple[LogRow, ...]
    unread: tuple[Unread, ...]


@dataclass(frozen=True, slots=True)
class OwnDate:
    """The day that a log gives itself, and the words in which it does."""

    day: date
    words: str


def parted(
    text: CanonicalText, table: LogTable, columns: Mapping[str, str], *, of_several: bool = False
) -> Parted:
    """The rows of the table under a mapping label -> meaning.

    `of_several`: other tables of the file are read too, so that its sheet is a heading.
    """
    sheets = of_several or len({sheet_of(block) for block in table.blocks}) > 1
    rows: list[LogRow] = []
    unread: list[Unread] = []
    waiting: Unread | None = None  # a heading, once an action stands under it; else a note
    heading: str | None = None
    here: str | None = None
    numbered = _numbered(table, columns)
    for block in table.blocks:
        if sheet_of(block) != here:
            here = sheet_of(block)
            heading = (here or None) if sheets else None
            unread += _told(waiting, "note")
            waiting = None
        if _is_head(text, block):
            unread.append(Unread(_words(text, block), block.path, "head"))
            continue
        if _is_total(text, block):
            unread.append(Unread(_words(text, block), block.path, "total"))
            continue
        if _of_another(text, block):
            unread.append(Unread(_words(text, block), block.path, "another log"))
            continue
        if (title := _heading(text, block, columns)) is not None:
            unread += _told(waiting, "note")
            waiting = Unread(title, block.cell_paths[0], "heading")
            continue
        under = _under(here, waiting.words) if waiting and here and sheets else None
        under = under or (waiting.words if waiting else heading)
        row = row_of(text, block, columns, heading=under)
        if not row.words("action"):
            unread.append(Unread(_words(text, block), block.path, "no action"))
            continue
        if numbered and set(row.cells) == {"action"}:
            unread.append(Unread(_words(text, block), block.path, "bare"))
            continue
        heading = under
        unread += _told(waiting, "heading")
        waiting = None
        rows.append(row)
    unread += _told(waiting, "note")
    return Parted(tuple(rows), tuple(unread))


def _is_head(text: CanonicalText, block: Block) -> bool:
    """Does a row repeat the labels of the columns, and say nothing else?"""
    told = [
        (label, " ".join(text.exact(span).split()))
        for label, span in zip(block.header, block.cells, strict=True)
        if span.end > span.start
    ]
    return len(told) > 1 and all(label == words for label, words in told)


def _of_another(text: CanonicalText, block: Block) -> bool:
    """Does an export say that the row stands in another log than the one it was made from?"""
    return any(
        label == REFERENCE and text.exact(span).strip().startswith(ANOTHER)
        for label, span in zip(block.header, block.cells, strict=True)
    )


def _is_total(text: CanonicalText, block: Block) -> bool:
    """Does a row say what is counted, and the counts, and nothing else: “Total open | 12”?"""
    told = [" ".join(text.exact(span).split()) for span in block.cells if span.end > span.start]
    named = [one for one in told if not _COUNT.fullmatch(one)]
    return (
        len(named) == 1 < len(told)
        and _COUNT_OF.match(named[0]) is not None
        and len(named[0].split()) <= MOST_COUNTED
    )


def _numbered(table: LogTable, columns: Mapping[str, str]) -> bool:
    """Has nearly every row of the log a number of its own?"""
    having = without = 0
    for block in table.blocks:
        filled = {
            columns.get(label)
            for label, span in zip(block.header, block.cells, strict=True)
            if span.end > span.start
        }
        if "action" in filled:
            having += "ref" in filled
            without += "ref" not in filled
    return having >= LEAST_NUMBERED and without * MOST_WITHOUT <= having


def own_date(text: CanonicalText, table: LogTable) -> OwnDate | None:
    """The day in the titles above a log; the one after “as at” before any other."""
    first = table.blocks[0].start if table.blocks else 0
    found = []
    for block in text.blocks:
        if block.start >= first:
            break
        words = " ".join(text.exact(block).split())
        if block.end - block.start > MOST_ABOVE or (block.kind == "row" and block.header):
            continue
        whole = [d.iso for d in dates(words) if d.iso and len(d.iso) == _WHOLE_DAY]
        days = [iso for iso in whole if not iso.startswith("X")]
        if days:
            found.append((bool(_AS_AT.search(words)), days[-1], words))
    if not found:
        return None
    _, iso, words = max(found, key=lambda one: one[0])
    return OwnDate(date.fromisoformat(iso), words)


def _under(sheet: str, title: str) -> str:
    """A heading on a sheet that is itself one: “Custody: quick wins”."""
    return title if sheet.casefold() in title.casefold() else f"{sheet}: {title}"


def _told(waiting: Unread | None, why: Why) -> tuple[Unread, ...]:
    """What a title turned out to be: a heading over actions, or a note that nothing follows."""
    return (replace(waiting, why=why),) if waiting else ()


def _heading(text: CanonicalText, block: Block, columns: Mapping[str, str]) -> str | None:
    """The words of a row whose only cell is a short title; an action of few words is none."""
    filled = [at for at, span in enumerate(block.cells) if span.end > span.start]
    if len(filled) != 1:
        return None
    label, words = block.header[filled[0]], " ".join(text.exact(block.cells[filled[0]]).split())
    if columns.get(label) == "action" and not (words.isupper() or words.endswith(":")):
        return None
    if not any(letter.isalpha() for letter in words) or words.endswith("."):
        return None
    if _TOTAL.fullmatch(words):
        return None
    short = len(words) <= MOST_CHARACTERS and len(words.split()) <= MOST_WORDS
    return words.rstrip(" :") if short else None


def _words(text: CanonicalText, block: Block) -> str:
    return " | ".join(
        " ".join(text.exact(span).split()) for span in block.cells if span.end > span.start
    )
