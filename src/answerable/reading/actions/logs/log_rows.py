"""An action log as a person maps it: which column is what, and each row anchored to its cells.

The head of the table is found by the reader of the format; here its labels get meanings, which a
person may correct. Cells keep their exact words, their place in the canonical text and their
address in the sheet.
"""

import re
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from answerable.reading.actions.logs.log_tables import LogTable
from answerable.reading.actions.parts.log_cells import due_of
from answerable.reading.deadlines import MONTHS
from answerable.reading.layout.canonical_text import Block, CanonicalText, Span
from answerable.reading.layout.pieces import CELL_BREAK
from answerable.vocabulary.log_status import state_of

APRIL = 4
_MONTH_YEAR = re.compile(r"([A-Za-z]{3,9})[- '’]{1,2}(\d\d)")
_QUARTER = re.compile(r"(?:by )?(?:the )?(?:end of |end )?(?:quarter |q)([1-4])", re.IGNORECASE)
_QUARTER_ENDS = ((6, 30), (9, 30), (12, 31), (3, 31))
_SPLIT = re.compile(r"\s*(?:(?<!\b[A-Za-z])[/&]|;|\band\b|\+)\s*")
"""What parts owners; a stroke after one letter is of a rank that is held for a time: `T/ACC`."""


@dataclass(frozen=True, slots=True)
class LogCell:
    """A cell: its exact words on one line, where it stands in the text and in the sheet."""

    words: str
    start: int
    end: int
    address: str


@dataclass(frozen=True, slots=True)
class LogRow:
    """A row: its cells by what they hold, the place of the whole row, the heading above it.

    `read`: the exact words of the cells whose column is read; of the whole row where all are.
    `mark`: closed or open, where a person said so of the line or the colour that the row has.
    """

    cells: Mapping[str, LogCell]
    start: int
    end: int
    address: str
    read: str
    heading: str | None = None
    mark: str = ""

    def words(self, name: str) -> str | None:
        """The words of one cell; None for an empty one."""
        cell = self.cells.get(name)
        return cell.words if cell else None


def rows(text: CanonicalText, table: LogTable, columns: Mapping[str, str]) -> tuple[LogRow, ...]:
    """The rows of the table that hold an action, under a mapping label -> meaning."""
    made = (row_of(text, block, columns) for block in table.blocks)
    return tuple(row for row in made if row.words("action"))


def row_of(
    text: CanonicalText, block: Block, columns: Mapping[str, str], *, heading: str | None = None
) -> LogRow:
    """One row of the table under a mapping label -> meaning."""
    cells: dict[str, LogCell] = {}
    for label, span, path in zip(block.header, block.cells, block.cell_paths, strict=True):
        name = columns.get(label)
        words = " ".join(text.exact(span).split())
        if name and words and name not in cells:
            cells[name] = LogCell(words.removeprefix("'"), span.start, span.end, path)
    read = read_of(text, block, columns.keys())
    return LogRow(cells, block.start, block.end, block.path, read, heading)


def read_of(text: CanonicalText, block: Block, labels: Collection[str]) -> str:
    """The exact words of a row without the cells under other labels than these."""
    if not unread_in(block, labels):
        return text.exact(block)
    named = zip(block.header, block.cells, strict=True)
    read = [text.exact(span) for label, span in named if label in labels]
    return CELL_BREAK.join(filter(None, read))


def unread_in(block: Block, labels: Collection[str]) -> tuple[Span, ...]:
    """The filled cells of a row that stand under other labels than these."""
    named = zip(block.header, block.cells, strict=True)
    return tuple(span for label, span in named if label not in labels and span.end > span.start)


def repeated(header: tuple[str, ...], columns: Mapping[str, str]) -> tuple[str, ...]:
    """Meanings that a mapping gives to more than one column of the head."""
    counts = Counter(columns[label] for label in header if columns.get(label))
    return tuple(name for name, n in counts.items() if n > 1)


def owners(words: str) -> tuple[str, ...]:
    """`ACC / DCC` -> the two owners.

    >>> owners("ACC / DCC"), owners("Head of Crime and Custody")
    (('ACC', 'DCC'), ('Head of Crime and Custody',))
    >>> owners("T/ACC Crime"), owners("T/ACC / DCC")
    (('T/ACC Crime',), ('T/ACC', 'DCC'))
    >>> owners("L&D"), owners("ACC & DCC")
    (('L&D',), ('ACC', 'DCC'))
    """
    parts = tuple(part for part in _SPLIT.split(words) if part)
    if len(parts) > 1 and (re.search(r"[/;&+]", words) or all(p.isupper() for p in parts)):
        return parts
    return (words,)


def year_of(dated: date) -> int:
    """The year in whose April the financial year of a day begins.

    >>> year_of(date(2026, 3, 31)), year_of(date(2026, 4, 1))
    (2025, 2026)
    """
    return dated.year if dated.month >= APRIL else dated.year - 1


@lru_cache(maxsize=4_096)
def due(words: str | None, *, dated: date, year: int = 0) -> tuple[str | None, bool]:
    """(ISO date or None, whether it was worked out).

    A quarter is of the financial year that begins in April of `year`; 0: of the one of `dated`.

    >>> due("Mar-25", dated=date(2026, 10, 1)), due("end of Q3", dated=date(2026, 10, 1))
    (('2025-03', False), ('2026-12-31', True))
    >>> due("end of Q3", dated=date(2026, 10, 1), year=2025)
    ('2025-12-31', True)
    >>> due("TBC", dated=date(2026, 10, 1)), due("31/03/25", dated=date(2026, 10, 1))
    ((None, False), ('2025-03-31', False))
    """
    if words is None:
        return None, False
    if month := _MONTH_YEAR.fullmatch(words):
        number = MONTHS.get(month[1].lower())
        if number:
            return f"20{month[2]}-{number:02}", False
    if quarter := _QUARTER.fullmatch(words):
        first_year = year or year_of(dated)
        place = int(quarter[1]) - 1
        ends = _QUARTER_ENDS[place]
        return date(first_year + (place == 3), *ends).isoformat(), True
    found = due_of(words)["due"]
    whole = isinstance(found, str) and not found.startswith("X")
    return (str(found) if whole else None), False


def year_since(words: str | None, raised: date | None) -> int:
    """The year in which a quarter without one first ends once it was set; 0: not known.

    >>> year_since("end of Q1", date(2023, 1, 19)), year_since("end of Q4", date(2023, 1, 19))
    (2023, 2022)
    >>> year_since("end of Q1", None), year_since("31/03/27", date(2023, 1, 19))
    (0, 0)
    """
    if raised is None or not due(words, dated=raised)[1]:
        return 0
    own = year_of(raised)
    ends, _ = due(words, dated=raised, year=own)
    return own if ends is not None and ends >= raised.isoformat() else own + 1


def ended(words: str | None, *, dated: date) -> bool:
    """Is it a quarter without a year that, in the financial year of a day, had ended before it?

    It may then be late, or be that of another year: nothing in the words says which.

    >>> ended("end of Q1", dated=date(2026, 11, 2)), ended("end of Q3", dated=date(2026, 11, 2))
    (True, False)
    """
    found, counted = due(words, dated=dated)
    return counted and found is not None and found < dated.isoformat()


@lru_cache(maxsize=4_096)
def done(words: str | None) -> bool:
    """Do the words of a status cell say that it is done?"""
    return state_of(words) == "closed"
