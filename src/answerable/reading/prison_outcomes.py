"""Outcomes of prison inspections: good, reasonably good, not sufficiently good, poor.

The scale is read only in documents whose profile names it, because "poor" and "reasonably
good" are ordinary words everywhere else. "Good" alone is read by the rules of every scale.
"""

import re
from collections.abc import Iterator

from answerable.reading.clauses import Passage
from answerable.reading.material import Material, by_default
from answerable.reading.records import Record, Value, record

SCALE = "hmip-4"
_OUTCOME = r"(?P<g>reasonably good|not sufficiently good|insufficiently good|poor)"
_LINE = re.compile(
    rf"^\W*(?P<q>[A-Z][\w ,/&’'-]{{2,70}}?)\s*[:|–—-]\s*{_OUTCOME}\W*$", re.IGNORECASE
)
_OUTCOMES = re.compile(
    rf"\boutcomes(?: for (?:prisoners|children|detainees|women"
    rf"|men))?(?: in (?P<before>[a-z ]{{4,40}}?))?"
    rf" (?:that )?(?:were|was|are|remained|had been|as)(?: now| still| only)? {_OUTCOME}"
    rf"(?: (?:for|in|against) (?P<after>[a-z ]{{4,50}}))?",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"\b(?:last|previous|earlier) (?:full )?inspection\b|\bin (?:19|20)\d\d\b")


def records(material: Material) -> Iterator[Record]:
    """One grade for each healthy prison test that a line or a clause judges."""
    if material.profile.scale != SCALE:
        return
    for passage in material.passages:
        if passage.section == "definitions":
            continue
        words = material.text[passage.start : passage.end]
        line = _LINE.match(words)
        if line is not None:
            yield _record(material, passage, line, line["q"], standing="awarded")
            continue
        for found in _OUTCOMES.finditer(words):
            if re.search(
                r"\b(?:not|if|whether|could|would)\b",
                words[max(0, found.start() - 25) : found.start()],
            ):
                continue
            former = _BEFORE.search(words[: found.end()]) is not None
            yield _record(
                material,
                passage,
                found,
                found["before"] or found["after"],
                standing="previous" if former else "awarded",
            )


def _record(
    material: Material,
    passage: Passage,
    match: re.Match[str],
    question: str | None,
    *,
    standing: str,
) -> Record:
    named = by_default(material, passage)
    words = match["g"]
    plain = words.lower()
    given: dict[str, Value] = {
        "institution": named.body.name if named else None,
        "institution_id": named.body.id if named else None,
        "question": " ".join(question.split()) if question else None,
        "value": "not sufficiently good" if plain.startswith("insuff") else plain,
        "value_words": words,
        "scale": SCALE,
        "standing": standing,
    }
    return record(
        "grade",
        (passage.start + match.start("g"), passage.start + match.end("g")),
        "grade.outcome",
        given=given,
        inferred={"institution": named.inferred} if named and named.inferred else {},
        weight=85,
    )
