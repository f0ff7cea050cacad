"""The record of what somebody is asked: a recommendation, or an area for improvement."""

import re
from collections.abc import Iterator

from answerable.reading.bodies_meant import named_body
from answerable.reading.clauses import Passage
from answerable.reading.deadlines import deadline
from answerable.reading.findings.asked_kind import is_area, recommended, wants_better
from answerable.reading.findings.asking.asked_places import SPOKEN
from answerable.reading.findings.causes.cause_about import cuts
from answerable.reading.findings.duties.duty_records import body, duty_record
from answerable.reading.findings.duties.duty_words import Duty
from answerable.reading.material import Material
from answerable.reading.records import Record, Value, record

_PART = 8  # characters of one of several things


def asked_records(material: Material, passage: Passage, one: Duty) -> Iterator[Record]:
    """The duty, or an area for each thing that inspectors want improved."""
    better = _IMPROVE.match(material.text, *one.span) if one.rule not in _OWN else None
    dated = better and deadline(material.text, passage.start, passage.end) is not None
    if better is None or dated or not wants_better(material, passage, one.span[0]):
        yield asked_record(material, passage, one)
        return
    at, end = better.end(), one.span[1]
    for joint in [*cuts(material.text, at, end, 0), (end, end)]:
        if joint[0] - at >= _PART:
            yield _improvement(material, passage, (at, joint[0]), f"afi.{one.rule}")
        at = joint[1]


def asked_record(material: Material, passage: Passage, one: Duty) -> Record:
    """The record of one duty, of the kind that was named last."""
    due = deadline(material.text, passage.start, passage.end)
    told = one.who is not None and material.text[slice(*one.who)].lower() == "you"
    if due is None and one.rule in _SOFT and not told and _improves(material, passage):
        return _improvement(material, passage, (passage.body, passage.end), "afi.prose.stated")
    if one.rule not in _OWN and is_area(material, passage, one.span[0]):
        return _improvement(material, passage, one.span, f"afi.{one.rule}")
    better = _IMPROVE.match(material.text, *one.span) if one.rule in _SOFT else None
    if better is not None and due is None and passage.section not in _SECTIONS:
        span = better.end(), one.span[1]
        return _improvement(material, passage, span, "afi.prose.stated")
    return duty_record(
        material,
        passage,
        one.span,
        who=one.who,
        modal=one.modal,
        due=due,
        cause=None,
        number=None,
        outside=due is not None and not (one.span[0] <= due.start < one.span[1]),
        rule=one.rule,
        weight=62,
    )


_IMPROVE = re.compile(r"(?:also )?improve (?=[a-z])")
_OWN = (
    "prose.asked.should",
    "prose.asked.needs-to",
    "prose.asked.must",
    "prose.asked.run",
    *(f"prose.asked.{name}" for name in SPOKEN),
)
_SECTIONS = ("recommendations", "cause")
_SOFT = ("prose.asked.should", "prose.asked.needs-to")


def _improves(material: Material, passage: Passage) -> bool:
    """A report on police or fire says "should" without a date of an area for improvement."""
    scaled = (material.profile.scale or "").startswith("hmicfrs")
    return scaled and passage.section not in _SECTIONS and not recommended(material, passage)


def _improvement(material: Material, passage: Passage, span: tuple[int, int], rule: str) -> Record:
    given: dict[str, Value] = {}
    support, inferred = body(given, named_body(material, passage), "institution")
    return record(
        "area_for_improvement",
        span,
        rule,
        given=given,
        support=support,
        inferred=inferred,
        weight=62,
    )
