"""Grades laid out: table rows, summary tables, lists under a grade, headings that are grades."""

import re
from collections.abc import Iterator

from answerable.reading.bodies_meant import Named, by_default
from answerable.reading.clauses import bullet
from answerable.reading.grades.laid_out import grade_below, grade_first, grade_in_one, grade_pairs
from answerable.reading.grades.laid_out.grade_columns import (
    bodies_above,
    body_in,
    columns_of,
    lists_visits,
    question_in,
    topics,
)
from answerable.reading.grades.laid_out.grade_layout import former, graded, label_words, laid_out
from answerable.reading.grades.laid_out.grade_lines import LISTED, beside, headline, listed, under
from answerable.reading.layout.canonical_text import Block, Span
from answerable.reading.material import Material
from answerable.reading.records import Record
from answerable.reading.scales import GRADE, label
from answerable.reading.subject_body import inspected

_MEANS = re.compile(
    r"\b(?:meaning|definition|description|what (?:it|this) means|descriptor)\b", re.I
)
_NOT_TOPIC = re.compile(r"\b(?:grades?|ratings?|grading|judge?ments?)\b", re.IGNORECASE)
_WHEN = re.compile(r"previous|last|prior|20\d\d|before|current|this|latest", re.IGNORECASE)


def records(material: Material) -> Iterator[Record]:
    """Grades that the layout gives."""
    for index, block in enumerate(material.canonical.blocks):
        if block.kind == "row" and block.cells:
            yield from _row(material, index, block)
    yield from beside(material)
    yield from grade_first.lines(material)
    yield from grade_pairs.records(material)
    yield from grade_below.records(material)
    yield from grade_in_one.records(material)
    for place, passage in enumerate(material.passages):
        if passage.kind == "row":
            continue
        yield from headline(material, passage)
        yield from under(material, passage, place)
        words = material.text[passage.start : passage.end]
        match = LISTED.search(words) if words.endswith(":") else None
        if match is not None:
            yield from listed(material, passage, match, place)


def _row(material: Material, index: int, block: Block) -> Iterator[Record]:
    cells = [material.canonical.exact(cell) for cell in block.cells]
    header = _head(material, index, block, cells)
    by_column = [graded(material, words) is not None for words in header]
    if sum(by_column) >= 2:
        yield from _by_column(material, index, block, header)
        return
    given = {place: one for place, words in enumerate(cells) if (one := graded(material, words))}
    first = grade_first.rows(material, index, block, header) if 0 in given else []
    if first:
        yield from first
        return
    if (
        not given
        or _is_header(material, index, cells)
        or any(_MEANS.search(one) for one in header)
    ):
        return
    # Many grades below no head: whether the first cell is a body or a question, nobody says.
    unsure = not header and len(given) > _ONE_ROW + 1
    asked = None if unsure else question_in(header, cells, tuple(given))
    apart = {
        place: words
        for place, words in topics(header, tuple(given)).items()
        if _of_header(material, words) is None
    }
    whose = bodies_above(apart, cells[asked].strip()) if asked is not None else {}
    apart = {} if whose else apart
    visits = lists_visits(header, cells)
    named, at = _named(material, block, header, cells, several=len(apart) > 1)
    for place, column in columns_of(header, tuple(given)).items():
        if column.standing == "previous" and _NOT_LOOKED.search(given[place].group(1)):
            continue
        if place == 0 and named is None and len(cells) > 1:
            continue
        head = header[place] if place < len(header) else ""
        if _STATE.match(head) and given[place].group(1).casefold() == "outstanding":
            continue
        question: str | None = None
        where: tuple[int, int] | None = None
        before = False
        if asked is not None and asked != at:
            number = _NUMBERED.match(cells[asked])
            begin = number.end() if number else 0
            question = _OVERALL.sub("overall", " ".join(cells[asked][begin:].split()))
            where = block.cells[asked].start + begin, block.cells[asked].end
            question = f"{question}: {apart[place]}" if place in apart else question
            before = _BEFORE.fullmatch(question) is not None
            question = "overall" if before else question
        elif at is not None and head and not _AS_GRADE.match(head):
            topic = _FOR_WHAT.sub("", _NOT_TOPIC.sub("", head).strip(" -–:"))
            question = topic if topic and not _WHEN.search(topic) else None
        elif at is not None and len(given) == len(cells) - 1:
            question, where = _of_caption(material, index)
        begin = block.cells[place].start + given[place].start(1)
        yield laid_out(
            material,
            (begin, begin + len(given[place].group(1))),
            given[place].group(1),
            named
            or _of_header(material, head)
            or (Named(whose[place], None, _AT_HEAD) if place in whose else None)
            or by_default(material, material.passage_of(index)),
            question=question,
            rule="grade.table",
            standing="previous" if visits or before else column.standing,
            weight=90,
            where=where,
            cycle=column.cycle,
        )
    if len(given) == 1 and asked is not None and asked != at:
        body = named or by_default(material, material.passage_of(index))
        yield from former(material, block, body, cells[asked], given)


# "PEEL grade for preventing crime": the words before the question.
_FOR_WHAT = re.compile(r"^(?:[A-Z]{3,8} +)?(?:for|at|on) +")
# "We graded each force for tackling serious and organised crime.", above a table of bodies.
_CAPTION = re.compile(
    r"\b(?:graded|rated|judged|assessed)\b[^.:;]{0,90}? (?:for|at|on) (?:how well they |their )?"
    r"(?P<q>[a-z][a-z ,’'-]{5,90})[.:]?$"
)
_FAR = 60  # rows


def _of_caption(material: Material, index: int) -> tuple[str | None, tuple[int, int] | None]:
    """The question that the line above a table says all its grades answer."""
    blocks = material.canonical.blocks
    at = index
    while at > 0 and blocks[at].kind == "row" and index - at < _FAR:
        at -= 1
    above = blocks[at]
    if above.kind not in ("paragraph", "heading"):
        return None, None
    found = _CAPTION.search(material.text, above.start, above.end)
    return (found["q"], found.span("q")) if found else (None, None)


# "Previous inspection grade": of the whole body, and before.
_BEFORE = re.compile(
    r"(?:previous|last)(?: (?:overall|full))?(?: inspection)? (?:grade|rating|judge?ment|outcome"
    r"|inspection)(?: \(.*\))?",
    re.IGNORECASE,
)
# "Outstanding" in a log of actions: still to do.
_STATE = re.compile(
    r"\W*(?:status|state|progress|position|update|done|complet\w+|outcome|rag|where (?:we|it)\b)",
    re.IGNORECASE,
)
_NOT_LOOKED = re.compile(r"not (?:inspected|judged)", re.IGNORECASE)
_AS_GRADE = re.compile(rf"(?:{GRADE}|grade|rating|judg)", re.IGNORECASE)


def _named(
    material: Material, block: Block, header: list[str], cells: list[str], *, several: bool
) -> tuple[Named | None, int | None]:
    """The body that a row is about, and its cell: the cell is its name, not a remark on it.

    `several`: the heads of two columns or more are questions.
    """
    for place, cell in enumerate(block.cells):
        found = inspected(material.within(cell.start, cell.end, weak=True))
        whole = found and (found[0].end - found[0].start) * 2 >= cell.end - cell.start
        if found and whole:
            return Named(found[0].body, (found[0].start, found[0].end)), place
    stated = body_in(header, cells, several=several)
    if stated is None:
        return None, None
    place, body = stated
    cell = block.cells[place]
    return Named(body, (cell.start, cell.end)), place


# "1.2 Staffing": the number is not part of what is graded.
_OVERALL = re.compile(r"^Overall (?:rating|grade|judge?ment)$", re.IGNORECASE)
_NUMBERED = re.compile(r"\s*(?:[A-Z]{1,3} ?)?\d{1,2}(?:\.\d{1,2})*[.)]?\s+(?=[A-Z])")


def _head(material: Material, index: int, block: Block, cells: list[str]) -> list[str]:
    """The heads of the columns; a row of grades that the layout took for them is none."""
    header = [words.strip() for words in block.header]
    row = sum(graded(material, words) is not None for words in cells)
    took = sum(graded(material, words) is not None for words in header)
    if header and not (row > 1 and took > 1):
        return header
    return _head_above(material, index)


# "Provider | Marl Homes Limited": a key and its value, and no heads of columns.
_BODY_KEY = re.compile(
    r"(?:registered )?(?:provider|landlord|force|service|body|organisation|prison|school|home)"
    r"(?: name)?:?",
    re.IGNORECASE,
)
_HEAD_WORD = re.compile(
    r"\b(?:grades?|ratings?|judge?ments?|outcomes?|results?|scores?|questions?|overall|status"
    r"|20\d\d)\b",
    re.IGNORECASE,
)
_PAIR = 2


def _of_key(cells: list[str]) -> bool:
    keyed = len(cells) == _PAIR and _BODY_KEY.fullmatch(cells[0]) is not None
    return keyed and len(cells[1].split()) > 1 and _HEAD_WORD.search(cells[1]) is None


def _head_above(material: Material, index: int) -> list[str]:
    """The first row of the run where the layout marks no head and that row gives no grade."""
    blocks = material.canonical.blocks
    at = index
    while at > 0 and blocks[at - 1].kind == "row" and index - at < 60:
        at -= 1
    cells = [material.canonical.exact(cell).strip() for cell in blocks[at].cells]
    same = len(cells) == len(blocks[index].cells)
    if _of_key(cells):
        return []
    return cells if at < index and same and not any(graded(material, one) for one in cells) else []


def _is_header(material: Material, index: int, cells: list[str]) -> bool:
    """Whether the next row takes this one for its head, and is no row of grades itself."""
    blocks = material.canonical.blocks
    if index + 1 >= len(blocks):
        return False
    if [words.strip() for words in cells] != [words.strip() for words in blocks[index + 1].header]:
        return False
    below = [material.canonical.exact(cell) for cell in blocks[index + 1].cells]
    return sum(graded(material, words) is not None for words in (*cells, *below)) <= _ONE_ROW or (
        not any(graded(material, words) for words in below)
    )


_ONE_ROW = 1  # grades of a head such as "Grade: Good | …"


def _of_header(material: Material, head: str) -> Named | None:
    named = inspected(material.gazetteer.mentions(head))
    return Named(named[0].body, None, _AT_HEAD) if named else None


_AT_HEAD = "named at the head of the column"


def _by_column(
    material: Material, index: int, block: Block, header: list[str]
) -> Iterator[Record]:
    """A summary table: the heads are the grades, each cell is a question."""
    heads = _header_cells(material, index, block)
    named = by_default(material, material.passage_of(index))
    for place, cell in enumerate(block.cells):
        if place >= len(header) or not graded(material, header[place]):
            continue
        value = label(label_words(header[place]))
        span = heads[place] if place < len(heads) else (cell.start, cell.end)
        for start, end in _lines(material, cell):
            again = _AGAIN.match(material.text, start, end)
            begin = start
            if again is not None and label(again["grade"]) == value:
                span, begin = again.span("grade"), again.end()
            if begin == end:
                continue
            yield laid_out(
                material,
                span,
                header[place],
                named,
                question=" ".join(material.text[begin:end].split()),
                rule="grade.summary-table",
                standing="awarded",
                weight=90,
                value=value,
                where=(begin, end),
            )


# "Good: Custody" under "Good": a page says the head again for whoever cannot see the column.
_AGAIN = re.compile(rf"(?P<grade>{GRADE})(?:\s*[:–—-]\s*|\s+(?=(?-i:[A-Z]))|$)", re.IGNORECASE)


def _lines(material: Material, cell: Span) -> list[tuple[int, int]]:
    """The questions of a cell, one a line, without marks."""
    found, at = [], cell.start
    for line in re.split(r"[\n;]", material.canonical.exact(cell)):
        mark = bullet(line) + len(line) - len(line.lstrip())
        if line[mark:].strip():
            found.append((at + mark, at + len(line.rstrip(" ;,"))))
        at += len(line) + 1
    return found


def _header_cells(material: Material, index: int, block: Block) -> list[tuple[int, int]]:
    """Where the head of a row stands in the text, if it is a row of its own above."""
    for other in reversed(material.canonical.blocks[max(0, index - 60) : index]):
        if other.kind != "row":
            return []
        cells = tuple(material.canonical.exact(cell).strip() for cell in other.cells)
        if cells == tuple(words.strip() for words in block.header):
            return [(cell.start, cell.end) for cell in other.cells]
    return []
