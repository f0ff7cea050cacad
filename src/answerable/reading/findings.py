"""Causes of concern, recommendations, areas for improvement, practice, inspections, monitoring."""

import re
from collections.abc import Iterator

from answerable.reading.causes import (
    announced_cause,
    concern,
    headed_cause,
    inline_cause,
    listed_cause,
)
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

_OF_CONCERN = re.compile(r"\bcauses? (?:of|for) concern\b", re.IGNORECASE)


def records(material: Material) -> Iterator[Record]:
    """All findings that are not grades."""
    parent: int | None = None
    labelled = any(one.section == "cause" and one.kind != "heading" for one in material.passages)
    several = _OF_CONCERN.search(material.text) is not None
    number: tuple[str, str | None] | None = None
    seen_cause = -1
    for place, passage in enumerate(material.passages):
        words = material.text[passage.start : passage.end]
        label = NUMBERED.match(words)
        if passage.kind == "heading" or (label and label.end() >= len(words) - 1):
            number = (label["kind"], label["number"]) if label and label["number"] else None
            continue
        if label and label["kind"] and label["kind"].lower().startswith(("cause", "coc")):
            inline = inline_cause(material, passage, label.end())
            parent = inline.start
            yield inline
            continue
        several_one = (
            listed_cause(material, passage, words) if passage.section == "cause" else None
        )
        told = several_one or announced_cause(material, place, passage, words, several=several)
        if told is not None:
            parent = told.start
            yield told
            continue
        if passage.section == "cause" and passage.block != seen_cause:
            found = headed_cause(material, place, passage, words)
            if found is not None:
                if parent != found.start:
                    yield found
                parent, seen_cause = found.start, passage.block
        elif not labelled and (found := concern(material, passage, words)):
            parent = found.start
            yield found
        yield from duties(material, passage, parent, number)
        yield from _others(material, passage, words)


def _others(material: Material, passage: Passage, words: str) -> Iterator[Record]:
    yield from practice(material, passage, words)
    yield from inspection(material, passage, words)
    yield from monitoring(material, passage, words)
