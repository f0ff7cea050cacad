"""What became of a recommendation, said behind it: "Not yet met.", "– complete", "(partly met)".

Only where a label names it as one ("Recommendation 2: …"): elsewhere such words are of something
else.
"""

import re
from dataclasses import replace

from answerable.reading.clauses import Passage
from answerable.reading.findings.duty_records import NUMBERED
from answerable.reading.material import Material
from answerable.reading.records import Record

_WORDS = (
    r"(?P<how>not (?:yet )?|no longer |partly |partially |part |fully |largely |still |now )?"
    r"(?P<state>met|completed?|closed|open|ongoing|on-going|discharged|superseded|outstanding"
    r"|in progress|implemented|achieved)\b"
)
_BEHIND = re.compile(
    r"[\s.;–—-]{1,4}(?:(?:Status|Progress|Position|Our (?:finding|judgement|assessment))\s?: ?)?"
    r"(?:(?:This|It)(?: recommendation)? (?:has(?: now)? been|is|was|remains?) )?"
    rf"{_WORDS}(?=\s*(?:[.;,:()–—-]|$|\n)| by\b)",
    re.IGNORECASE,
)
_LABEL = re.compile(rf"^\W*Rec(?:ommendation)?\b[^:\n]{{0,20}}\({_WORDS}\)", re.IGNORECASE)
_CLOSED = ("met", "complete", "completed", "closed", "discharged", "implemented", "achieved")
_KINDS = ("recommendation", "area_for_improvement")


def with_state(material: Material, passage: Passage, one: Record) -> Record:
    """The record with the state that stands in its label or right behind it, if any does."""
    if one.kind not in _KINDS or one.fields.get("disposition") is not None:
        return one
    words = material.text[passage.start : passage.end]
    if NUMBERED.match(words) is None:
        return one
    said = _LABEL.match(words) or _BEHIND.match(material.text, passage.end - 1)
    if said is None:
        return one
    how, state = (said["how"] or "").strip().lower(), said["state"].lower()
    return replace(one, fields={**one.fields, "disposition": _disposition(how, state)})


def _disposition(how: str, state: str) -> str:
    if state == "superseded":
        return "superseded"
    if how in ("partly", "partially", "part", "largely"):
        return "partly met"
    closed = state in _CLOSED and how in ("", "fully", "now")
    return "closed" if closed else "open"
