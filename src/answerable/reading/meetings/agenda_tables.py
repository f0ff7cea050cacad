"""Agendas that are kept in a table, or under the head "Agenda" of a notice of any sort."""

import re
from collections.abc import Iterator, Sequence

from answerable.reading.layout.canonical_text import Block, Span
from answerable.reading.material import Material
from answerable.reading.records import Record, Value, record

_TITLE = re.compile(
    r"(?:agenda )?(?:items?|subjects?|titles?|topics?|business|matters?|description)", re.I
)
_NUMBER = re.compile(r"(?:item(?: no\.?)?|no\.?|number|ref\.?|#|)", re.IGNORECASE)
# What else an agenda says of an item; a table with other heads is no agenda.
_BESIDE = re.compile(
    r"(?:leads?|lead officer|presenters?|presented by|officers?|who|owner|authors?|sponsor|speaker"
    r"|purpose|for|type|action required|time|timings?|duration|mins|minutes|papers?|pages?"
    r"|page no\.?|reports?|enclosures?|encl\.?|attachments?|)",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"(?:leads?|lead officer|presente\w+(?: by)?|officers?|who|owner|speaker)", re.I
)
_PURPOSE = re.compile(
    r"\b(?:for )?(decision|approval|information|noting|assurance|scrutiny)\b", re.I
)
_SAME = {"approval": "decision", "noting": "information", "scrutiny": "assurance"}
_COUNT = re.compile(r"\d{1,2}[a-z]?\.?")
# "Reserves (page 13)", "Precept – to consider an increase": the title is what stands before.
_TAIL = re.compile(
    r"\s+\([^()]*\)\W*$|\s+[–-]\s+(?:(?:[A-Z][\w’]+ ){1,4}to|to|for)\b.*"
    r"|\s+\([^()]*\) (?=The |Members )"
)
_HEAD = re.compile(r"\W*agenda\W*", re.IGNORECASE)
_ITEM = re.compile(r"\W*(?P<number>\d{1,2})[.)]?\s+(?=[A-Z])")
_LONGEST = 200  # characters of a title with what is said of it
_FEWEST = 3  # rows or lines: two numbers are no agenda


def rows(material: Material) -> Iterator[Record]:
    """An item for each numbered row under heads that an agenda has."""
    run: list[tuple[Span, str, Block]] = []
    heads: tuple[str, ...] = ()
    for block in (*material.canonical.blocks, None):
        if block is not None and block.kind == "row":
            cells = tuple(material.canonical.exact(cell).strip(" |:") for cell in block.cells)
            if _heads(cells):
                heads, run = cells, []
                continue
            if heads and len(cells) <= len(heads) + 1 and _COUNT.fullmatch(cells[0]) and cells[1:]:
                run.append((block.cells[1], cells[0].rstrip("."), block))
            continue
        told = any(span.end - span.start > _LONGEST for span, _, _ in run)  # minutes in a table
        if len(run) >= _FEWEST and not told:
            for span, number, row in run:
                yield _item(material, span, number, _beside(material, row))
        heads, run = (), []


def lines(material: Material) -> Iterator[Record]:
    """An item for each numbered line under the head "Agenda"."""
    run: list[tuple[Span, str]] = []
    under = False
    for block in (*material.canonical.blocks, None):
        words = material.canonical.exact(block) if block is not None else ""
        item = _ITEM.match(words) if under else None
        if block is not None and item is not None and int(item["number"]) == len(run) + 1:
            stop = words.find("\n")
            end = block.start + stop if stop > 0 else block.end
            run.append((Span(block.start + item.end(), end), item["number"]))
            continue
        if len(run) >= _FEWEST:
            for span, number in run:
                yield _item(material, span, number, {})
        run = []
        under = _HEAD.fullmatch(words) is not None


def _heads(cells: Sequence[str]) -> bool:
    """Whether cells are the heads of an agenda: a number, a title and what stands beside."""
    if len(cells) < 2 or not _NUMBER.fullmatch(cells[0]):
        return False
    first = 1 if _TITLE.fullmatch(cells[1]) else 0
    titled = _TITLE.fullmatch(cells[first]) is not None
    return titled and all(_BESIDE.fullmatch(one) for one in cells[first + 1 :])


def _beside(material: Material, block: Block) -> dict[str, Value]:
    given: dict[str, Value] = {}
    cells = block.cells[1:] if len(block.cells) > len(block.header) else block.cells
    for head, cell in zip(block.header, cells, strict=False):
        words = " ".join(material.canonical.exact(cell).split()).strip(" –-|")
        if words and _LEAD.fullmatch(head.strip(" :")):
            given["lead"] = words
        purpose = _PURPOSE.search(words)
        if purpose is not None and cell is not block.cells[1]:
            told = purpose[1].lower()
            given["purpose"] = _SAME.get(told, told)
    return given


def _item(material: Material, span: Span, number: str, beside: dict[str, Value]) -> Record:
    words = material.text[span.start : span.end]
    tail = _TAIL.search(words)
    end = span.start + len(words[: tail.start()] if tail else words.rstrip(" .|"))
    given: dict[str, Value] = {
        "number": number,
        "title": " ".join(material.text[span.start : end].split()),
        **beside,
    }
    return record("agenda_item", (span.start, end), "agenda.listed", given=given, weight=31)
