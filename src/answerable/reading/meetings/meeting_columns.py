"""A column of meetings in a forward plan: "Meeting | Matter | Lead", with its day in every row.

A plan names the same meeting in as many rows as it will have matters; it is told of once, where
its day stands first. The column counts only where every cell in it holds a day, alone or behind
the body that meets ("Cabinet 17 February 2031"). In a log of actions such a column says where an
action was raised, and is left to the action.
"""

import re
from collections.abc import Iterator, Sequence

from answerable.reading.deadlines import Stated, dates
from answerable.reading.layout.canonical_text import Block, Span
from answerable.reading.material import Material
from answerable.reading.meetings.meeting_fields import BODY, meeting
from answerable.reading.records import Record

_OF_MEETINGS = re.compile(
    r"(?:(?:date|day) of (?:the )?)?(?:meeting|session|sitting|mtg|board|panel|committee|forum)"
    r"(?:(?: and|/|,)? ?(?:date|day|held)| \(date\))?",
    re.IGNORECASE,
)
# What stands beside the meeting in a log of what has been done; a plan has none of these.
_LOGGED = re.compile(
    r"\b(?:agreed|actions?|deadline|status|rag|outcome|state|progress|done|complete[d]?|due|owner"
    r"|minute|update|response|resolved)\b",
    re.IGNORECASE,
)
_PAPERS = re.compile(r"\b(?:papers?|reports?) (?:due|deadline|by)\b", re.IGNORECASE)
_BEFORE = re.compile(
    r"(?P<body>[A-Z][\w&’'-]*(?: (?:[A-Z][\w&’'-]*|and|of|for|the|board|panel|committee|group"
    r"|meeting|forum|session)){0,7})?[\s,:(–-]*"
    r"(?:(?:Mon|Tue|Tues|Wed|Wednes|Thu|Thurs|Fri|Sat|Satur|Sun)(?:day)?,? )?"
)
_AFTER = re.compile(r"[\s,.)]*(?:(?:at )?\d{1,2}[.:]?\d{0,2} ?(?:am|pm|hrs)?)?[\s.]*", re.I)
_NOT_HELD = re.compile(
    r"\b(?:by|before|after|until|cancelled|tbc|updated|closed|due)\b", re.IGNORECASE
)
_DAY = len("2031-05-04")
_FEWEST = 2  # rows


def of_columns(material: Material, this: Record | None) -> Iterator[Record]:
    """Each meeting that a column of meetings names, at the first of its rows."""
    for rows, place in _tables(material):
        told = [_told(material, row.cells[place]) for row in rows]
        if len(told) < _FEWEST or any(one is None for one in told):
            continue
        seen: set[tuple[str, str]] = set()
        after = this.fields["date"] if this is not None else material.meta.published
        for row, one in zip(rows, told, strict=True):
            if one is None or (one[0], str(one[1].iso)) in seen:
                continue
            body, stated = one
            seen.add((body, str(stated.iso)))
            if this is not None and this.fields["date"] == stated.iso:
                continue
            later = not isinstance(after, str) or str(stated.iso) > after
            cell = row.cells[place]
            yield meeting(
                material,
                (cell.start, cell.end),
                stated,
                body or _title(material, row),
                standing="next" if later else "mentioned",
                rule="meeting.column",
                weight=77,
            )


def _tables(material: Material) -> Iterator[tuple[list[Block], int]]:
    """The rows of each table that has a column of meetings, and the place of that column."""
    run: list[Block] = []
    for block in material.canonical.blocks:
        if run and (block.kind != "row" or block.header != run[0].header):
            yield from _with_column(run)
            run = []
        if block.kind == "row" and len(block.header) > _FEWEST - 1:
            run.append(block)
    yield from _with_column(run)


def _with_column(run: list[Block]) -> Iterator[tuple[list[Block], int]]:
    if not run:
        return
    for place, head in enumerate(run[0].header):
        if _OF_MEETINGS.fullmatch(head.strip(" :")):
            rows = [one for one in run if place < len(one.cells)]
            if not _of_log(run[0], place):
                yield [one for one in rows if one.cells[place].end > one.cells[place].start], place
            return


def _of_log(row: Block, place: int) -> bool:
    """Whether the other columns of a table are those of a log."""
    others = (one for n, one in enumerate(row.header) if n != place)
    return any(_LOGGED.search(one) and not _PAPERS.search(one) for one in others)


def _told(material: Material, cell: Span) -> tuple[str, Stated] | None:
    """The body (or no words) and the day of a cell that holds nothing else."""
    stated = next((one for one in dates(material.text, cell.start, cell.end) if one.iso), None)
    if stated is None or len(stated.iso or "") != _DAY:
        return None
    before = _BEFORE.fullmatch(material.text, cell.start, stated.start)
    if before is None or not _AFTER.fullmatch(material.text, stated.end, cell.end):
        return None
    if _NOT_HELD.search(before.group()):
        return None
    return before["body"] or "", stated


def _title(material: Material, row: Block) -> str:
    """The first line above a table that names a body."""
    above = (
        material.canonical.exact(one)
        for one in material.canonical.blocks
        if one.end <= row.start and one.kind in ("heading", "paragraph")
    )
    return next((one for one in above if len(one) < _LONGEST and BODY.search(one)), "")


_LONGEST = 120


def not_met(found: Sequence[Record], columns: Iterator[Record]) -> Iterator[Record]:
    """Those of the columns whose words no other rule has taken."""
    for one in columns:
        if not any(other.start < one.end and other.end > one.start for other in found):
            yield one
