"""What became of a recommendation, said behind it: "Not yet met.", "– complete", "(partly met)".

Only where a label names it as one ("Recommendation 2: …"), or where its number and its state stand
alone on the two lines above it: elsewhere such words are of something else.
"""

import re
from dataclasses import replace

from answerable.reading.clauses import Passage
from answerable.reading.findings.duties.duty_records import NUMBERED
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
# A page of a register: "4", "Completed" and what is recommended, each on a line of its own.
_ABOVE = re.compile(
    r"(?:\A|\n)(?:Rec(?:ommendation)? )?(?P<number>\d{1,3})[.)]?\n+"
    rf"(?:Status ?: ?)?{_WORDS}\n+\Z",
    re.IGNORECASE,
)
_NEAR = 50  # characters in which both stand
_JOINED = 4  # characters between the first line of a list and what leads to it
_CLOSED = ("met", "complete", "completed", "closed", "discharged", "implemented", "achieved")
_KINDS = ("recommendation", "area_for_improvement")


def with_state(material: Material, passage: Passage, one: Record) -> Record:
    """The record with the state that stands in its label or right behind it, if any does."""
    if one.kind not in _KINDS or one.fields.get("disposition") is not None:
        return one
    lead = passage.lead
    opens = lead.start if lead is not None and 0 <= passage.start - lead.end < _JOINED else None
    begin = passage.start if opens is None else opens
    above = _ABOVE.search(material.text, max(begin - _NEAR, 0), begin)
    if above is not None:
        state = _state_of(above)
        number = one.fields.get("number") or above["number"]
        return replace(one, fields={**one.fields, "number": number, "disposition": state})
    words = material.text[passage.start : passage.end]
    if NUMBERED.match(words) is None:
        return one
    said = _LABEL.match(words) or _BEHIND.match(material.text, passage.end - 1)
    if said is None:
        return one
    return replace(one, fields={**one.fields, "disposition": _state_of(said)})


def _state_of(said: re.Match[str]) -> str:
    how, state = (said["how"] or "").strip().lower(), said["state"].lower()
    if state == "superseded":
        return "superseded"
    if how in ("partly", "partially", "part", "largely"):
        return "partly met"
    closed = state in _CLOSED and how in ("", "fully", "now")
    return "closed" if closed else "open"
