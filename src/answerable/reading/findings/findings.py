"""Causes of concern, recommendations, areas for improvement, practice, inspections, monitoring."""

import re
from collections.abc import Iterator
from dataclasses import replace

from answerable.reading.clauses import Passage
from answerable.reading.findings.asking.asked_questions import records as questions
from answerable.reading.findings.causes.causes import causes
from answerable.reading.findings.duties.duties import duties
from answerable.reading.findings.duties.duty_records import NUMBERED
from answerable.reading.findings.duties.duty_states import with_state
from answerable.reading.findings.improvements.improvements import improvement
from answerable.reading.findings.of_any_kind.finding_lists import records as listed
from answerable.reading.findings.visits import (
    inspection,
    monitoring,
    practice,
)
from answerable.reading.material import Material
from answerable.reading.records import Record
from answerable.reading.scales import GRADE_RE

_UNDER = ("recommendations", "cause")
_FAR = 6  # passages that may stand between a concern and what is recommended under it


def records(material: Material) -> Iterator[Record]:
    """All findings that are not grades."""
    yield from listed(material)
    yield from questions(material)
    known = causes(material)
    parent: int | None = None
    near = 0
    number: tuple[str, str | None] | None = None
    numbered = 0
    theme: str | None = None
    for place, passage in enumerate(material.passages):
        words = material.text[passage.start : passage.end]
        theme = _theme(material, passage, words, theme)
        concern = known.get(place)
        label = NUMBERED.match(words)
        if passage.kind == "heading" or (label and label.end() >= len(words) - 1):
            number = (label["kind"], label["number"]) if label and label["number"] else None
            numbered = passage.block
            parent = parent if passage.section in _UNDER else None
            if concern is None:
                continue
        if concern is not None:
            parent, near = concern.start, place
            yield _under(concern, theme)
            continue
        if passage.section not in _UNDER and place - near > _FAR:
            parent = None
        first = passage.kind == "item" or passage.block - numbered <= 1
        for one in duties(material, passage, parent, number if first else None):
            near = place
            yield _under(with_state(material, passage, one), theme)
        for one in improvement(material, place, passage, words):
            yield _under(one, theme)
        yield from _others(material, passage, words)


# Headings of every report, which say where one is and not what it is about.
_NO_THEME = re.compile(
    r"\b(?:summary|overview|findings|progress|introduction|background|about (?:us|this|the)"
    r"|experience|what we|HMI?|inspector|contents|conclusion|next steps|overall|annex|methodology"
    r"|report)\b",
    re.IGNORECASE,
)
_TOPIC = re.compile(r"[A-Z][A-Za-z ,’'&-]{5,88}$")


def _theme(material: Material, passage: Passage, words: str, theme: str | None) -> str | None:
    """The heading of the part of a report: what its findings are about. A grade is none."""
    if passage.kind != "heading" or not (material.profile.scale or "").startswith("hmicfrs"):
        return theme
    plain = words.strip()
    if GRADE_RE.fullmatch(plain):
        return theme
    titular = (
        passage.section == ""
        and passage.start > 0
        and _TOPIC.match(plain)
        and not _NO_THEME.search(plain)
    )
    if not titular or material.within(passage.start, passage.end):
        return None if passage.section == "" else theme
    return plain


def _under(one: Record, theme: str | None) -> Record:
    """A finding with the theme that its part of the report has, if its own words give none."""
    if theme is None or one.fields.get("theme") is not None or "theme" not in one.fields:
        return one
    return replace(
        one,
        fields={**one.fields, "theme": theme},
        inferred={**one.inferred, "theme": "the heading above"},
    )


def _others(material: Material, passage: Passage, words: str) -> Iterator[Record]:
    yield from practice(material, passage, words)
    yield from inspection(material, passage, words)
    yield from monitoring(material, passage, words)
