"""Causes of concern, recommendations, areas for improvement, practice, inspections, monitoring."""

from collections.abc import Iterator

from answerable.reading.causes import causes
from answerable.reading.clauses import Passage
from answerable.reading.duties import duties
from answerable.reading.duty_records import NUMBERED
from answerable.reading.material import Material
from answerable.reading.records import Record
from answerable.reading.visits import (
    inspection,
    monitoring,
    practice,
)

_UNDER = ("recommendations", "cause")
_FAR = 6  # passages that may stand between a concern and what is recommended under it


def records(material: Material) -> Iterator[Record]:
    """All findings that are not grades."""
    known = causes(material)
    parent: int | None = None
    near = 0
    number: tuple[str, str | None] | None = None
    numbered = 0
    for place, passage in enumerate(material.passages):
        words = material.text[passage.start : passage.end]
        concern = known.get(place)
        label = NUMBERED.match(words)
        if passage.kind == "heading" or (label and label.end() >= len(words) - 1):
            number = (label["kind"], label["number"]) if label and label["number"] else None
            numbered = passage.block
            parent = parent if passage.section in _UNDER else None
            continue
        if concern is not None:
            parent, near = concern.start, place
            yield concern
            continue
        if passage.section not in _UNDER and place - near > _FAR:
            parent = None
        first = passage.kind == "item" or passage.block - numbered <= 1
        for one in duties(material, passage, parent, number if first else None):
            near = place
            yield one
        yield from _others(material, passage, words)


def _others(material: Material, passage: Passage, words: str) -> Iterator[Record]:
    yield from practice(material, passage, words)
    yield from inspection(material, passage, words)
    yield from monitoring(material, passage, words)
