"""A pasted text in parts: its statements, the sentences around them, what is not the story."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from answerable.operations.documents.reader import Read
from answerable.scrutiny.claims.claim_scope import checkable

Contract = Mapping[str, Any]
SHORT_LINE, SHORTEST, MOST_HEAD = 90, 20, 8
_NO_STATEMENT = frozenset({"document", "residue"})
_OUTSIDE = re.compile(
    r"(?:By|Published|Updated|Pictured?|Photo|Image|Caption|Read more|Related|Advert\w*|Share"
    r"|Sign up|Subscribe|Credit)\b"
)
_STOPS = (". ", "! ", "? ")
_SENTENCE_END = re.compile(r"(?<=[.!?]) +(?=[A-Z“‘\"])")
_DATE_LINE = re.compile(r"(?:\w{6,9},? )?(\d{1,2} [A-Z][a-z]{2,8} (?:19|20)\d\d)")


def statements(lines: Sequence[Contract]) -> Iterator[Contract]:
    """Statements in order; a count inside a claim that states it, and a name again, only once."""
    told = [line for line in lines if line["kind"] not in _NO_STATEMENT]
    wider = [(place(c), c["fields"].get("n")) for c in told if c["kind"] == "claim"]
    people: set[str] = set()
    for line in told:
        quote, fields = place(line), line["fields"]
        if line["kind"] == "count" and any(
            outer["start"] <= quote["start"] and quote["end"] <= outer["end"] and n == fields["n"]
            for outer, n in wider
        ):
            continue
        if line["kind"] == "person":
            if not fields.get("role") or fields.get("name") in people:
                continue  # a name alone states nothing
            people.add(fields.get("name") or "")
        yield line


def sentence(read: Read, line: Contract) -> str:
    """The words of a statement with the sentence around them, so that they can be read."""
    start, end = place(line)["start"], place(line)["end"]
    text = read.text.text
    block = next((b for b in read.text.blocks if b.start <= start and end <= b.end), None)
    if block is None:
        return text[start:end]
    begin = max(text.rfind(mark, block.start, start) for mark in _STOPS)
    ends = [text.find(mark, max(end - 1, start), block.end) for mark in _STOPS]
    stop = min((found + 1 for found in ends if found >= 0), default=block.end)
    return text[block.start if begin < 0 else begin + 2 : max(stop, end)].strip()


def with_sentences(read: Read, told: Sequence[Contract]) -> tuple[Contract, ...]:
    """The statements and, in their places, sentences that state a fact and that nothing read.

    “Never”, “since 2018”, “all of them”: the whole sentence is set against the record.
    """
    ours = [line for line in _sentences(read) if not _touches(*_span(line), told)]
    return tuple(sorted((*told, *ours), key=lambda line: _span(line)[0]))


def dated(read: Read) -> str | None:
    """The day of a text that bears a date on a line of its own near its head."""
    for block in read.text.blocks[:MOST_HEAD]:
        found = _DATE_LINE.fullmatch(read.text.exact(block).strip())
        if found:
            try:
                day = datetime.strptime(found[1], "%d %B %Y")  # noqa: DTZ007  # a day has no zone
            except ValueError:
                return None
            return day.date().isoformat()
    return None


def _sentences(read: Read) -> Iterator[Contract]:
    for block in read.text.blocks:
        if block.kind in ("heading", "furniture"):
            continue
        words, at = read.text.exact(block), block.start
        for part in _SENTENCE_END.split(words):
            start = read.text.text.index(part, at) if part else at
            at = start + len(part)
            said = part.strip()
            if (
                len(said) >= SHORTEST
                and said.endswith((".", "!", "”", '"', ")"))
                and checkable(said)
            ):
                begin = read.text.text.index(said, start)
                place_ = {"start": begin, "end": begin + len(said), "exact": said}
                yield {"kind": "sentence", "fields": {}, "quote": place_}


def _span(line: Contract) -> tuple[int, int]:
    return place(line)["start"], place(line)["end"]


def outside(read: Read, asked: Sequence[Contract]) -> tuple[str, ...]:
    """Captions, bylines, advertisements and links: no part of the story."""
    found = []
    for block in read.text.blocks:
        words = read.text.exact(block).strip()
        line = len(words) <= SHORT_LINE and not words.endswith((".", "”", '"'))
        if block.kind == "furniture" or (
            line and _OUTSIDE.match(words) and not _touches(block.start, block.end, asked)
        ):
            found.append(words)
    return tuple(word for word in found if word)


def unread(read: Read, asked: Sequence[Contract]) -> tuple[str, ...]:
    """Sentences that oblige, promise or judge, and that nothing has read."""
    return tuple(
        place(line)["exact"]
        for line in read.lines
        if line["kind"] == "residue"
        and not _touches(place(line)["start"], place(line)["end"], asked)
    )


def place(line: Contract) -> Contract:
    """Start, end and exact words of a line of the contract."""
    quote: Contract = line["quote"] or {"start": 0, "end": 0, "exact": ""}
    return quote


def _touches(start: int, end: int, asked: Iterable[Contract]) -> bool:
    return any(start < place(line)["end"] and place(line)["start"] < end for line in asked)
