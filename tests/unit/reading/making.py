"""Canonical text made by hand, and a reading of it as one kind of document."""

import hashlib
import re
from collections.abc import Sequence

from answerable.reading.gazetteer import BodyEntry, Gazetteer
from answerable.reading.layout.canonical_text import Block, BlockKind, CanonicalText, Span
from answerable.reading.material import Meta
from answerable.reading.profiles import Profile
from answerable.reading.reading import Reading, read
from answerable.reading.signs import sign

GAZETTEER = Gazetteer(
    bodies=(
        BodyEntry("hmicfrs", "HMICFRS", "inspectorate", ("HMIC",)),
        BodyEntry("marlshire", "Marlshire Police", "force"),
        BodyEntry("dunshire", "Dunshire Police", "force"),
    )
)


def text_of(words: str) -> CanonicalText:
    """One block for each paragraph: a list item, a heading (`# `), a row (`| `) or a paragraph.

    A row's first line in a run is its head. An item hangs from the last paragraph before it.
    """
    blocks: list[Block] = []
    at = 0
    lead: Span | None = None
    head: tuple[str, ...] = ()
    parts = [part for part in words.split("\n\n") if part.strip()]
    kept: list[str] = []
    for number, part in enumerate(parts):
        plain = part.removeprefix("# ").removeprefix("| ").removeprefix("@ ")
        start, end = at, at + len(plain)
        path = f"line {number + 1}"
        if part.startswith("| "):
            cells = _cells(plain, start)
            header = head
            head = head or tuple(one.strip() for one in plain.split(" | "))
            blocks.append(Block("row", start, end, path, cells=cells, header=header))
        elif part.startswith("@ "):
            key, value = plain.split(": ", 1)
            first = Span(start, start + len(key))
            second = Span(end - len(value), end)
            blocks.append(Block("key_value", start, end, path, cells=(first, second)))
        elif re.match(r"[-•] |\d+\. ", part):
            blocks.append(Block("item", start, end, path, level=1, lead_in=lead))
        else:
            kind: BlockKind = "heading" if part.startswith("# ") else "paragraph"
            blocks.append(Block(kind, start, end, path, level=2 if kind == "heading" else 0))
            lead = Span(start, end) if kind == "paragraph" else None
        if not part.startswith("| "):
            head = ()
        kept.append(plain)
        at = end + 2
    whole = "\n\n".join(kept)
    return CanonicalText(
        whole, tuple(blocks), hashlib.sha256(whole.encode()).hexdigest(), "text/plain"
    )


def _cells(words: str, start: int) -> tuple[Span, ...]:
    cells = []
    at = start
    for cell in words.split(" | "):
        cells.append(Span(at, at + len(cell)))
        at += len(cell) + 3
    return tuple(cells)


def reading_of(words: str, *, kind: str = "other", meta: Meta | None = None) -> Reading:
    """A reading of hand-made text as a document of one type."""
    anything = (sign(""),)
    scale = {"prisons": "hmip-4", "hmicfrs": "hmicfrs-5"}.get(kind)
    sort = "inspection-report" if scale else kind
    profiles: Sequence[Profile] = (
        () if kind == "other" else (Profile(id=kind, type=sort, titles=anything, scale=scale),)
    )
    return read(text_of(words), profiles=profiles, gazetteer=GAZETTEER, meta=meta)
