"""A pasted text in parts: its statements, the sentences around them, what is not the story."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from answerable.operations.reader import Read

Contract = Mapping[str, Any]
SHORT_LINE = 90
_NO_STATEMENT = frozenset({"document", "residue"})
_OUTSIDE = re.compile(
    r"(?:By|Published|Updated|Pictured?|Photo|Image|Caption|Read more|Related|Advert\w*|Share"
    r"|Sign up|Subscribe|Credit)\b"
)
_STOPS = (". ", "! ", "? ")


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
            if fields.get("name") in people:
                continue
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
