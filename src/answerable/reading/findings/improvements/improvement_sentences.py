"""Areas for improvement that a report states in its prose: "The force should make sure that …".

An inspectorate of police or fire says "should" in its own report of three things: what stands
under a cause of concern, what it recommends by a date, and areas for improvement. What is
neither of the first two, opens its sentence and has no date is the third.
"""

import re
from collections.abc import Iterator

from answerable.reading.bodies_meant import named_body
from answerable.reading.clauses import Passage
from answerable.reading.deadlines import deadline
from answerable.reading.findings.duties.duty_records import body
from answerable.reading.findings.duties.duty_sentences import CONDITION
from answerable.reading.material import Material
from answerable.reading.records import Record, Value, record
from answerable.reading.subject_body import inspected

_ELSEWHERE = ("recommendations", "cause", "afi", "definitions", "attendance", "actions")
_OPENS = re.compile(
    r"\W*(?:\d{1,2}(?:\.\d{1,2}){0,2}\.? )?(?P<who>(?:The|This) (?:force|service|constabulary"
    r"|ROCU|region|unit)|Chief constables|[A-Z][\w’'&-]*(?: (?:and |of )?[A-Z][\w’'&-]*){1,5})"
    r" (?:also )?(?:should|needs to) (?!(?:have|be (?:able|congratulated|proud|praised|noted"
    r"|commended|treated|seen|read)|consider (?:this|the)|not\b|note|send|tell us|write)\b)[a-z]"
)
_ALSO = re.compile(r"\W*(?:It|They) (?:should|needs? to) (?:also )?(?!have\b|be\b|not\b)[a-z]")
_OF_CAUSE = re.compile(r"\b(?:recommend\w*|causes? of concern|within \w+ \w+|by the end)\b", re.I)
_HEADS = ("force", "service", "constabulary", "rocu", "region", "unit", "constables")
_ABOVE = 6  # passages


def records(material: Material) -> Iterator[Record]:
    """One area for improvement for each such sentence."""
    profile = material.profile
    if profile.type != "inspection-report" or not (profile.scale or "").startswith("hmicfrs"):
        return
    last = -1  # the block of the one before
    for place, passage in enumerate(material.passages):
        if passage.kind in ("row", "heading", "key_value") or passage.section in _ELSEWHERE:
            continue
        words = material.text[passage.start : passage.end]
        again = passage.block == last and _ALSO.match(words) is not None
        if not (again or _opens(material, passage, words)) or words.endswith((":", "?")):
            continue
        dated = deadline(material.text, passage.start, passage.end) is not None
        if dated or passage.lead is not None or CONDITION.search(words):
            continue
        if not again and _under_cause(material, place):
            continue
        last = passage.block
        yield _record(material, passage)


def _opens(material: Material, passage: Passage, words: str) -> bool:
    """Whether a body of the report is who should do it."""
    match = _OPENS.match(words)
    if match is None:
        return False
    if match["who"].split()[-1].lower() in _HEADS:
        return True
    return bool(inspected(material.within(passage.start, passage.start + match.end("who"))))


def _under_cause(material: Material, place: int) -> bool:
    """Whether a cause of concern or a recommendation was spoken of just above, in this part."""
    for above in reversed(material.passages[max(0, place - _ABOVE) : place]):
        if _OF_CAUSE.search(material.text, above.start, above.end):
            return True
        if above.kind == "heading":
            return above.section in ("cause", "recommendations")
    return False


def _record(material: Material, passage: Passage) -> Record:
    given: dict[str, Value] = {}
    support, inferred = body(given, named_body(material, passage), "institution")
    return record(
        "area_for_improvement",
        (passage.body, passage.end),
        "afi.prose.opens",
        given=given,
        support=support,
        inferred=inferred,
        weight=72,
    )
