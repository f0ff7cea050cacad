"""Findings in tables: a row for each recommendation or area for improvement, with its answer.

The head of the table names the columns. The state that the table gives stays in its own
words, as a `status` record; an answer is a `response` record of the same row.
"""

import re
from collections.abc import Iterator

from answerable.reading.action_log import due_of, state_of
from answerable.reading.canonical_text import Block
from answerable.reading.clauses import Passage
from answerable.reading.deadlines import dates, deadline
from answerable.reading.material import Material, by_default
from answerable.reading.records import Record, Value, record

_COLUMNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("number", re.compile(r"(?:(?:rec(?:ommendation)?|afi) )?"
                             r"(?:no\.?|number|ref(?:erence)?\.?|#|id)$")),
    ("improvement", re.compile(r"(?:areas? for improvement|afis?)(?: .{0,30})?$")),
    ("recommendation", re.compile(r"(?:hmicfrs |hmic |the )?recommendations?(?: .{0,30})?$")),
    ("response", re.compile(r"(?:force |pcc "
                                r"|commissioner'?s? |chief constable'?s? |our |management )?"
                            r"(?:response|comments?|position|accepted\??)$")),
    ("due", re.compile(r"(?:due(?: date)?|deadline|target(?: date)?|by when|timescales?"
                       r"|completion date|date due)$")),
    ("status", re.compile(r"(?:status|state|progress|current position|rag(?: status)?)$")),
)  # fmt: skip
_ANSWERS = (
    ("partly", re.compile(r"\bpart(?:ly|ially)?\b.{0,12}(?:accept|agree)|\bin part\b", re.I)),
    ("rejected", re.compile(r"\b(?:reject|not accept|not agree|decline)", re.IGNORECASE)),
    ("accepted", re.compile(r"\b(?:accept(?:ed|s)?|agreed?|yes)\b", re.IGNORECASE)),
)


def columns(header: tuple[str, ...]) -> dict[str, int]:
    """Which column holds what, by its head."""
    found: dict[str, int] = {}
    for place, head in enumerate(header):
        plain = " ".join(head.replace("’", "'").split()).strip(" :*").lower()
        for name, pattern in _COLUMNS:
            if name not in found and pattern.match(plain):
                found[name] = place
                break
    return found


def records(material: Material) -> Iterator[Record]:
    """A finding for each row of such a table, and its answer and state."""
    for index, block in enumerate(material.canonical.blocks):
        if block.kind != "row" or not block.header:
            continue
        where = columns(block.header)
        kind = "recommendation" if "recommendation" in where else "improvement"
        if kind not in where or where[kind] >= len(block.cells) or len(where) < 2:
            continue
        words = material.canonical.exact(block.cells[where[kind]]).strip()
        if len(words) > 12 and words != block.header[where[kind]]:
            yield from _row(material, material.passage_of(index), block, where, kind)


def _cell(material: Material, block: Block, where: dict[str, int], name: str) -> str | None:
    place = where.get(name)
    if place is None or place >= len(block.cells):
        return None
    return " ".join(material.canonical.exact(block.cells[place]).split()) or None


def _row(
    material: Material, passage: Passage, block: Block, where: dict[str, int], kind: str
) -> Iterator[Record]:
    cell = block.cells[where[kind]]
    number = _cell(material, block, where, "number")
    named = by_default(material, passage)
    due = due_of(_cell(material, block, where, "due"))
    inside = deadline(material.text, cell.start, cell.end)
    if inside is not None and due["due_words"] is None:
        due = {"due": inside.due, "due_words": inside.words, "due_basis": inside.basis}
    status = _cell(material, block, where, "status")
    given: dict[str, Value] = {"number": number, "disposition": state_of(status)}
    inferred: dict[str, str] = {}
    owner = "addressee" if kind == "recommendation" else "institution"
    if named is not None:
        given |= {owner: named.body.name, f"{owner}_id": named.body.id}
        inferred[owner] = "the subject body of the document"
    answer = _answer(_cell(material, block, where, "response"))
    if kind == "recommendation":
        given |= due | {"response": answer}
        yield record("recommendation", (cell.start, cell.end), "finding-row.recommendation",
                     given=given, inferred=inferred, weight=92)  # fmt: skip
    else:
        given |= {"due": due["due"], "due_words": due["due_words"]}
        yield record("area_for_improvement", (cell.start, cell.end), "finding-row.improvement",
                     given=given, inferred=inferred, weight=92)  # fmt: skip
    if answer is not None:
        place = block.cells[where["response"]]
        words = _cell(material, block, where, "response")
        yield record(
            "response", (place.start, place.end), "finding-row.response", weight=90,
            given={"to_number": number, "response": answer, "response_words": words},
        )  # fmt: skip
    if status is not None:
        place = block.cells[where["status"]]
        on = next((one.iso for one in dates(status)), None)
        yield record(
            "status", (place.start, place.end), "finding-row.status", weight=90,
            given={"of": number, "state_words": status, "state": state_of(status), "on": on},
        )  # fmt: skip


def _answer(words: str | None) -> str | None:
    if words is None:
        return None
    return next((name for name, pattern in _ANSWERS if pattern.search(words[:60])), None)
