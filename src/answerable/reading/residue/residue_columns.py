"""Rows of tables: what the heads of their columns promise, and who or by when in their cells."""

import re
from collections.abc import Iterator

from answerable.reading.layout.canonical_text import Block
from answerable.reading.material import Material
from answerable.reading.residue.residue_sittings import DATE
from answerable.reading.residue.trigger import Trigger
from answerable.reading.scales import GRADE_RE

_TASKS = re.compile(r"\bactions?\b|\bto do\b|\btasks?\b|\bnext steps?\b", re.IGNORECASE)
_GRADES = re.compile(r"\W*(?:\w+ ){0,2}(?:grades?|ratings?|judge?ments?)\W*", re.IGNORECASE)
_FINDINGS = re.compile(
    r"\W*(?:[\w’']+ ){0,3}(?:findings?|concerns?|recommendations?|requirements?"
    r"|areas? for improvement|afis?)\W*",
    re.IGNORECASE,
)
_MEETS = re.compile(
    r"\W*(?:(?:board|panel|committee|meeting|session) dates?|dates? of (?:meeting|session))\W*",
    re.IGNORECASE,
)
_NAMES = re.compile(
    r"\W*(?:\w+ ?/ ?)?(?:names?|members?|attendees?|who|present|officers?)\W*", re.IGNORECASE
)
_NAME = re.compile(r"[A-Z][\w’'.-]*(?: [A-Z][\w’'.-]*){1,3}")
_BARE = re.compile(r"\d{1,3}(?:,\d{3})*|\d{1,6}")
_YEAR = re.compile(r"(?:19|20)\d\d")
# Who may own a row of a table that no heading explains.
_OFFICE = re.compile(
    r"^\W*(?:(?:the )?(?:OPCC|PCC|CC|DCC|ACC|ACO|CFO|DCFO|Force|Constabulary|Commissioner"
    r"|Treasurer"
    r"|Director|Governor|Management|Secretary|Clerk|Chair|NHS|[A-Z]{2,5}$)\b|(?:Head"
    r"|Director) of\b"
    r"|(?:Chief|Deputy|Assistant) [A-Z]|[A-Z][\w ]{0,30}\b(?:Officer|Manager|Lead|Team|Board"
    r"|Director"
    r"|Executive|Constable|Commissioner|Superintendent|Inspector)\b)"
)
_LOG = 3000  # characters of a log above a row
_GRADE_CELL, _FINDING_CELL = 40, 25  # characters: at most, at least


def has_task(block: Block) -> bool:
    """A table with a column of actions: only an action or a recommendation covers its row."""
    return any(_TASKS.search(head) for head in block.header)


def heads(material: Material) -> frozenset[tuple[str, ...]]:
    """Every row of heads that a table of the document has, cell by cell."""
    return frozenset(one.header for one in material.canonical.blocks if one.header)


def is_heads(material: Material, block: Block, known: frozenset[tuple[str, ...]]) -> bool:
    """Whether a row is the heads of the rows below it, or a few words in one cell alone.

    Some files take a first row of figures or grades for heads: such a row says something.
    """
    cells = tuple(material.canonical.exact(cell).strip() for cell in block.cells)
    told = [cell for cell in cells if cell.strip(" -–—|")]
    if any(_SAYS.search(cell) or GRADE_RE.fullmatch(cell) for cell in told):
        return False
    return cells in known or (len(told) == 1 and len(told[0]) < _LABEL)


_SAYS = re.compile(r"\d")
_LABEL = 40  # characters


# "Ref | Meeting | Action": the day of the meeting at which each thing was asked
_ASKED_AT = re.compile(
    r"\W*(?:meeting|board|panel|committee|raised at|(?:date )?agreed at)\W*", re.IGNORECASE
)


def by_heads(material: Material, block: Block) -> Iterator[Trigger]:
    """Cells below a head of grades, of findings or of days of meetings.

    A day that stands often in a log is shown where it stands first.
    """
    for head, cell in zip(block.header, block.cells, strict=False):
        long, words = cell.end - cell.start, material.canonical.exact(cell)
        if not any(letter.isalnum() for letter in words):
            continue
        if _GRADES.fullmatch(head) and long < _GRADE_CELL:
            yield Trigger(cell.start, cell.end, "graded")
        elif _FINDINGS.fullmatch(head) and long >= _FINDING_CELL:
            yield Trigger(cell.start, cell.end, "finding")
        elif _MEETS.fullmatch(head) and DATE.search(words):
            yield Trigger(cell.start, cell.end, "meeting")
        elif _ASKED_AT.fullmatch(head) and DATE.fullmatch(words.strip()):
            above = material.text.rfind(words.strip(), max(0, cell.start - _LOG), cell.start)
            if above < 0:
                yield Trigger(cell.start, cell.end, "meeting")
        elif _NAMES.fullmatch(head) and _NAME.fullmatch(words.strip()):
            yield Trigger(cell.start, cell.end, "person")


def of_row(material: Material, block: Block) -> Trigger | None:
    """A row that says how many, who is to do something, or by when."""
    text = material.text
    told = [text[cell.start : cell.end].strip() for cell in block.cells]
    plain = _introduces(told) or any(_PAID.match(cell) for cell in told)
    for nth, cell in enumerate(block.cells):
        start, end = cell.start, cell.end
        below = block.cells[nth + 1] if nth + 1 < len(block.cells) else None
        counts = nth > 0 or (below is not None and text[below.start : below.end][:1].islower())
        if counts and _BARE.fullmatch(text, start, end) and not _YEAR.fullmatch(text, start, end):
            return Trigger(start, end, "count")
        if plain:
            continue
        found = _OFFICE.match(text[start:end]) if end - start < 60 else None
        dated = DATE.search(text, start, end) if end - start < 40 else None
        if found or dated:
            return Trigger(start, end, "row")
    return None


# "Ida Pell | Head of Estates | IP": who somebody is; "PFD | Prevention of future deaths"
_LABELS = re.compile(r"[A-Z]{2,5}|(?:[A-Z]+ )?(?:[A-Z][a-z]+ )*[A-Z][\w’'-]+(?: \(\w+\))?")
_PAID = re.compile(r"[£€]\s?\d")


def _introduces(cells: list[str]) -> bool:
    """A name or initials, and short cells without a day behind: nothing is to be done."""
    return (
        _LABELS.fullmatch(cells[0]) is not None
        and len(cells) < _COLUMNS
        and all(len(cell.split()) < _TASK and not DATE.search(cell) for cell in cells[1:])
        and not any(cell.isdecimal() for cell in cells)
    )


_COLUMNS, _TASK = 4, 7  # of a list of people at most; words that may say what is to be done
