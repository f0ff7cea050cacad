"""Grades laid out: table rows, summary tables, lists under a grade, headings that are grades."""

import re
from collections.abc import Iterator

from answerable.reading.canonical_text import Block
from answerable.reading.clauses import Passage, section_of
from answerable.reading.gazetteer import Body
from answerable.reading.grade_fields import scale as scale_of
from answerable.reading.material import Material, Named, by_default, inspected
from answerable.reading.records import Record, Value, record
from answerable.reading.scales import GRADE, GRADE_RE, label

_ALONE = re.compile(rf"^[\s\"“‘'*]*({GRADE})[\s\"”’'*.]*$", re.IGNORECASE)
_LISTED = re.compile(
    rf"(?:(?:re-?)?graded|rated|judged|found(?: to be)?|deemed|assessed|branded|was|were|is|as"
    rf"|ranked)"
    rf"[^.;:]{{0,60}}?(?P<grade>{GRADE})[\"”’']? (?:overall )?(?:in|for|at)"
    r"(?: (?:the )?(?:following|these|this)(?: \w+){0,3})?:$",
    re.IGNORECASE,
)
_HEADED = re.compile(
    rf"^(?:(?P<body>.+?) )?(?:is|are|was) (?P<grade>{GRADE})(?: (?:at"
    rf"|in) (?P<q>[^.;:\n]{{3,140}}))?\.?$",
    re.IGNORECASE,
)
_HEADED_NEEDS = re.compile(
    r"^(?P<body>.+?) (?P<grade>requires improvement) (?:at|in) (?P<q>[^.;:\n]{3,140})\.?$",
    re.IGNORECASE,
)
_MEANING = re.compile(
    r"(?:The|A|This) (?:force|service|provider|trust)s? (?:has|is|isn[’']t|was)\b"
    r"(?=.*\b(?:characteristics|performing|expectations|standards)\b)",
    re.IGNORECASE,
)
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
        yield from _heading(material, passage)
        yield from _under(material, passage, place)
        words = material.text[passage.start : passage.end]
        match = _LISTED.search(words)
        if match is not None:
            yield from _list(material, passage, match, place)


def _row(material: Material, index: int, block: Block) -> Iterator[Record]:
    cells = [material.canonical.exact(cell) for cell in block.cells]
    header = [words.strip() for words in block.header] or _head_above(material, index)
    by_column = [bool(_ALONE.match(words)) for words in header]
    if sum(by_column) >= 2:
        yield from _by_column(material, index, block, header)
        return
    graded = [place for place, words in enumerate(cells) if _ALONE.match(words)]
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
            yield _record(
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
    return cells if at < index and same and not any(map(_ALONE.match, cells)) else []


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
        if place >= len(header) or not words or not _ALONE.match(header[place]):
            continue
        span = heads[place] if place < len(heads) else (cell.start, cell.end)
        yield _record(
            material,
            span,
            header[place],
            named,
            question=" ".join(words.split()),
            rule="grade.summary-table",
            standing="awarded",
            weight=90,
            value=label(_label_words(header[place])),
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


def _label_words(words: str) -> str:
    match = GRADE_RE.search(words)
    return match.group() if match else words


def _heading(material: Material, passage: Passage) -> Iterator[Record]:
    """ "Marlshire Police is good at preventing crime." as a line of its own."""
    block = material.canonical.blocks[passage.block]
    if block.end - block.start > 170 or passage.end - passage.start < block.end - block.start - 3:
        return
    words = material.text[passage.start : passage.end]
    for pattern in (_HEADED, _HEADED_NEEDS):
        match = pattern.match(words)
        if (
            match is None
            or not match.groupdict().get("q")
            or re.search(r", (?:says?|said|according|inspectors|but|and|the)\b", words)
            or (
                re.match(r"(?:its|our|the|their|an?|20\d\d)\b", match.group("q"))
                and re.search(r"inspection|assessment|report|visit|20\d\d", match.group("q"))
            )
        ):
            continue
        body = (match.group("body") or "").strip()
        named = inspected(material.gazetteer.mentions(body))
        whole = named and named[0].end - named[0].start >= len(body) - 5
        anaphora = re.fullmatch(
            r"[Tt]he (?:force|service|constabulary|trust|authority|council)", body
        )
        if not whole and (not anaphora or match.group("grade").lower() == "good"):
            continue
        found = (
            Named(named[0].body, (passage.start + named[0].start, passage.start + named[0].end))
            if whole
            else by_default(material, passage)
        )
        span = passage.start + match.start("grade"), passage.start + match.end("grade")
        yield _record(
            material,
            span,
            match.group("grade"),
            found,
            question=match.group("q").strip(),
            rule="grade.headline",
            standing="awarded",
            weight=85,
        )
        return


def _under(material: Material, passage: Passage, place: int) -> Iterator[Record]:
    """A grade alone on its line, under the heading that it is the grade of.

    Where a page lists the grade first and its questions below it, the lines below are the
    questions: a grade is never given to the line that happens to stand above.
    """
    match = _ALONE.match(material.text[passage.start : passage.end])
    if match is None or not place or passage.section == "definitions":
        return
    span = passage.start + match.start(1), passage.start + match.end(1)
    named = by_default(material, passage)
    if _grade_first(material):
        for below in material.passages[place + 1 : place + 20]:
            words = material.text[below.start : below.end].strip()
            if not _titular(words) or below.kind == "row":
                return
            yield _record(
                material,
                span,
                match.group(1),
                named,
                question=words,
                rule="grade.over-questions",
                standing="awarded",
                weight=65,
            )
        return
    head = material.text[material.passages[place - 1].start : material.passages[place - 1].end]
    if place + 1 < len(material.passages):
        below = material.passages[place + 1]
        if _MEANING.match(material.text[below.start : below.end]):
            return
    if not _titular(head.strip()) or material.passages[place - 1].kind == "row":
        return
    question = re.sub(
        r"^(?:[Aa]re|[Ii]s) (?:the )?(?:services?|it|trust|service) ", "", head.strip().rstrip("?")
    )
    question = re.sub(
        r"^(?:Overall|Overall (?:rating|grade|effectiveness)|Our rating)$", "overall", question
    )
    yield _record(
        material,
        span,
        match.group(1),
        named,
        question=question,
        rule="grade.under-heading",
        standing="awarded",
        weight=65,
    )


def _titular(words: str) -> bool:
    """Whether a line can be the name of a question: short, no sentence, no grade, no date."""
    if not words or len(words) > 110 or words[-1] in ".;,:" or _ALONE.match(words):
        return False
    return not re.search(r"\d{4}|^(?:good|note|grade)", words)


def _grade_first(material: Material) -> bool:
    """Whether the first grade that stands alone has its questions below it."""
    passages = material.passages
    for place, passage in enumerate(passages):
        if not _ALONE.match(material.text[passage.start : passage.end]) or passage.kind == "row":
            continue
        above = material.text[passages[place - 1].start : passages[place - 1].end] if place else ""
        led = above.rstrip().endswith(":") or (
            bool(place)
            and passages[place - 1].kind == "heading"
            and section_of(above.strip()) == "grades"
        )
        below = passages[place + 1] if place + 1 < len(passages) else None
        return (
            led and below is not None and _titular(material.text[below.start : below.end].strip())
        )
    return False


def _list(
    material: Material, passage: Passage, match: re.Match[str], place: int
) -> Iterator[Record]:
    """ "… rated inadequate in:" and its list: one grade for each line."""
    named = inspected(material.within(passage.start, passage.end, weak=True))
    body = (
        Named(named[-1].body, (named[-1].start, named[-1].end))
        if named
        else by_default(material, passage)
    )
    span = passage.start + match.start("grade"), passage.start + match.end("grade")
    for item in material.passages[place + 1 : place + 25]:
        if item.lead is None or item.lead.start != passage.start:
            break
        words = material.text[item.body : item.end]
        words = re.sub(r"[;,.]?(?: and)?[;,.]*$", "", words)
        if GRADE_RE.search(words):
            continue
        yield _record(
            material,
            span,
            match.group("grade"),
            body,
            question=words,
            rule="grade.list-under",
            standing="awarded",
            weight=85,
            where=(item.body, item.body + len(words)),
        )


def _record(
    material: Material,
    span: tuple[int, int],
    words: str,
    named: Named | None,
    *,
    question: str | None,
    rule: str,
    standing: str,
    weight: int,
    value: str | None = None,
    where: tuple[int, int] | None = None,
) -> Record:
    body: Body | None = named.body if named else None
    given: dict[str, Value] = {
        "institution": body.name if body else None,
        "institution_id": body.id if body else None,
        "question": question,
        "value": value or label(_label_words(words)),
        "value_words": _label_words(words),
        "scale": scale_of(material),
        "standing": standing,
    }
    inferred = {"institution": named.inferred} if named and named.inferred else {}
    marks = {"question": where} if where else {}
    if named and named.span:
        marks["institution"] = named.span
    return record(
        "grade",
        span,
        rule,
        given=given,
        support=marks,
        inferred=inferred,
        weight=weight,
        key=question or "",
    )
