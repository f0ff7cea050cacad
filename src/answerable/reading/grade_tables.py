"""Grades laid out: table rows, summary tables, lists under a grade, headings that are grades."""

import re
from collections.abc import Iterator

from answerable.reading.canonical_text import Block
from answerable.reading.grade_layout import ALONE, label_words, laid_out
from answerable.reading.grade_lines import LISTED, headline, listed, under
from answerable.reading.material import Material, Named, by_default, inspected
from answerable.reading.records import Record
from answerable.reading.scales import GRADE, GRADE_RE, label

_MEANS = re.compile(
    r"\b(?:meaning|definition|description|what (?:it|this) means|descriptor)\b", re.I
)
_NOT_TOPIC = re.compile(r"\b(?:grades?|ratings?|grading|judge?ments?)\b", re.IGNORECASE)
_PREVIOUS_HEAD = re.compile(r"previous|last|prior|20\d\d|before", re.IGNORECASE)


def records(material: Material) -> Iterator[Record]:
    """Grades that the layout gives."""
    for index, block in enumerate(material.canonical.blocks):
        if block.kind == "row" and block.cells:
            yield from _row(material, index, block)
    for place, passage in enumerate(material.passages):
        if passage.kind == "row":
            continue
        yield from headline(material, passage)
        yield from under(material, passage, place)
        words = material.text[passage.start : passage.end]
        match = LISTED.search(words)
        if match is not None:
            yield from listed(material, passage, match, place)


def _row(material: Material, index: int, block: Block) -> Iterator[Record]:
    cells = [material.canonical.exact(cell) for cell in block.cells]
    header = [words.strip() for words in block.header] or _head_above(material, index)
    by_column = [bool(ALONE.match(words)) for words in header]
    if sum(by_column) >= 2:
        yield from _by_column(material, index, block, header)
        return
    graded = [place for place, words in enumerate(cells) if ALONE.match(words)]
    if (
        not graded
        or _is_header(material, index, cells)
        or any(_MEANS.search(one) for one in header)
    ):
        return
    first = cells[0].strip()
    in_row = inspected(material.within(block.start, block.end, weak=True))
    several = len(graded) > 1
    for place in graded:
        if place == 0 and not in_row and len(cells) > 1:
            continue
        head = header[place] if place < len(header) else ""
        standing = (
            "previous"
            if several
            and _PREVIOUS_HEAD.search(head)
            and any(
                not _PREVIOUS_HEAD.search(header[other] if other < len(header) else "")
                for other in graded
            )
            else "awarded"
        )
        named = (
            Named(in_row[0].body, (in_row[0].start, in_row[0].end))
            if in_row
            else _of_header(material, head) or by_default(material, material.passage_of(index))
        )
        question: str | None = None
        if not in_row and first and place:
            question = first
        elif in_row and head and not re.match(rf"(?:{GRADE}|grade|rating|judg)", head, re.I):
            topic = _NOT_TOPIC.sub("", head).strip(" -–:")
            question = topic if topic and not _PREVIOUS_HEAD.search(topic) else None
        match = GRADE_RE.search(material.text, block.cells[place].start, block.cells[place].end)
        if match is not None:
            yield laid_out(
                material,
                (match.start(), match.end()),
                match.group(),
                named,
                question=question,
                rule="grade.table",
                standing=standing,
                weight=90,
            )


def _head_above(material: Material, index: int) -> list[str]:
    """The first row of the run where the layout marks no head and that row gives no grade."""
    blocks = material.canonical.blocks
    at = index
    while at > 0 and blocks[at - 1].kind == "row" and index - at < 60:
        at -= 1
    cells = [material.canonical.exact(cell).strip() for cell in blocks[at].cells]
    same = len(cells) == len(blocks[index].cells)
    return cells if at < index and same and not any(map(ALONE.match, cells)) else []


def _is_header(material: Material, index: int, cells: list[str]) -> bool:
    """Whether the next row takes this one for its head."""
    blocks = material.canonical.blocks
    if index + 1 >= len(blocks):
        return False
    return [words.strip() for words in cells] == [
        words.strip() for words in blocks[index + 1].header
    ]


def _of_header(material: Material, head: str) -> Named | None:
    named = inspected(material.gazetteer.mentions(head))
    return Named(named[0].body, None, "named at the head of the column") if named else None


def _by_column(
    material: Material, index: int, block: Block, header: list[str]
) -> Iterator[Record]:
    """A summary table: the heads are the grades, each cell is a question."""
    heads = _header_cells(material, index, block)
    named = by_default(material, material.passage_of(index))
    for place, cell in enumerate(block.cells):
        words = material.canonical.exact(cell).strip()
        if place >= len(header) or not words or not ALONE.match(header[place]):
            continue
        span = heads[place] if place < len(heads) else (cell.start, cell.end)
        yield laid_out(
            material,
            span,
            header[place],
            named,
            question=" ".join(words.split()),
            rule="grade.summary-table",
            standing="awarded",
            weight=90,
            value=label(label_words(header[place])),
            where=(cell.start, cell.end),
        )


def _header_cells(material: Material, index: int, block: Block) -> list[tuple[int, int]]:
    """Where the head of a row stands in the text, if it is a row of its own above."""
    for other in reversed(material.canonical.blocks[max(0, index - 60) : index]):
        if other.kind != "row":
            return []
        cells = tuple(material.canonical.exact(cell).strip() for cell in other.cells)
        if cells == tuple(words.strip() for words in block.header):
            return [(cell.start, cell.end) for cell in other.cells]
    return []
