"""Numbers whose thing was named just before: "seven of these", "of which three", "from 27 to 19".

A count of the contract is a number with its thing, so such a number alone is a figure, with the
unit of the count before it, in the same sentence or the one before in the same block; without
one, nothing is read. "One" is a pronoun too and is read only beside a state.
"""

import re
from collections.abc import Iterator, Sequence

from answerable.reading.clauses import Passage
from answerable.reading.material import Material
from answerable.reading.numbers import BEGINS, NUMBER, value
from answerable.reading.records import Record, Value, record

_STATES = (
    r"(?:green|amber|red|overdue|outstanding|open|closed|complete|completed|late|new|carried"
    r" forward|still (?:open|to do)|on track|wrong|right|pending|missing|vacant"
    r"|(?:(?:not|now|partly|partially|fully|yet to be|to be) )?(?:addressed|met|done|accepted"
    r"|rejected|discharged|superseded|implemented|resolved|delivered|achieved|refused|withdrawn"
    r"|cancelled"
    r"|upheld|dismissed|filled|completed?|closed|outstanding|started|agreed|actioned))"
)
_ONLY = "(?:only|just|the other|another)"
_THE = "(?:the |these |those |its |our )"
_BE = (
    r"(?:were|was|are|have|has|had|will|remain(?:ed|s)?|did|do|need(?:ed|s)?|required"
    r"|received|said|still|came|went)"
)
_N = rf"(?<![\w£$€.,/:’'–-])(?P<n>{NUMBER})(?![\w%/’'-]|[.,:]\d| ?(?:per cent|percent|pm|am)\b)"
# A sign that must stand in the passage, and the pattern that is then tried.
_PATTERNS = tuple(
    (sign, re.compile(pattern, re.IGNORECASE))
    for sign, pattern in (
        ("all ", rf"\ball {_N} of (?:them|these|those)\b"),
        (" of ", rf"{_N}(?= of (?:these|those|them|which|whom)\b)"),
        (
            " of ",
            rf"{_N}(?= (?:out )?of {_THE}?{NUMBER}(?:[.,;)]| {_BE}\b))",
        ),
        (
            " of ",
            rf"\b(?:{NUMBER}) (?:out )?of {_THE}?{_N}(?=[.,;)]| {_BE}\b)",
        ),
        ("here ", rf"\b[Tt]here (?:are|were|is|was)(?: only| just| now| still)? {_N}(?=[.,;])"),
        ("from ", rf"[a-z]s (?:\w+ )?from {_N}(?= to (?:{NUMBER})\b)"),
        (
            "which",
            rf"\bof which [^.;,]{{3,40}}? (?:accepted|rejected|met|closed) {_N}(?=[.,;])",
        ),
        ("of ", rf"\bof (?:which|whom|these|those)(?: only| just)?,? {_N}"),
        (
            " ",
            rf"(?:^|[,;:(] |\band |\bbut )(?:{_ONLY} )?{_N}(?= {_STATES}\b)",
        ),
        (
            " ",
            rf"(?:^|[,;] |\band |\bbut |\bthat )(?:only |just |the other |another "
            rf"|a further )?(?!one\b){_N}"
            rf"(?= (?:also |already )?{_BE}\b)",
        ),
        ("n ", rf"\b[Ii]n (?:only |just )?(?!one\b){_N}(?=,? (?:there|we|the|no|it|they)\b)"),
        ("and ", rf"\band {_N}(?= (?:for|about|against) (?:the |all |its )?[A-Za-z])"),
        (
            "o",
            rf"\b(?:down|up|fallen|risen|dropped|increased|reduced|fell|rose|grown|gone|went|cut"
            rf"|decreased|halved|doubled)(?: \w+){{0,2}}? (?:from|to) {_N}",
        ),
        (
            "rom ",
            rf"\bfrom (?:an average of |about |around )?(?:{NUMBER})(?: [a-z]+){{0,2}} to {_N}",
        ),
        (
            "more",
            rf"(?:^|[,;] |\band )(?P<n>{NUMBER}) more(?= (?:will|are|were|have|had|start|join))",
        ),
    )
)
_SUBJECT = re.compile(
    r"\b[Nn]umbers? of (?P<q>(?:[a-z-]+ ){0,3}?)(?P<u>[a-z]{3,}s|people|children|staff)"
    r" (?:has|have|had|was|fell|rose|dropped|is|are|went|grew|increased|decreased)\b"
)
NEAR = 320


def records_of(
    material: Material, passage: Passage, named: Sequence[Record], taken: Sequence[tuple[int, int]]
) -> Iterator[Record]:
    """Numbers without a noun in one passage. `named` = counts with one so far, in order."""
    text = material.text
    known = [(one.start, one.end) for one in named[-12:]]
    starts = [one.start() for one in BEGINS.finditer(text, passage.start, passage.end)]
    if all(any(first <= at < last for first, last in (*known, *taken)) for at in starts):
        return
    words = text[passage.start : passage.end].lower()
    block = material.canonical.blocks[passage.block]
    seen: set[int] = set()
    for sign, pattern in _PATTERNS:
        if sign not in words:
            continue
        for match in pattern.finditer(text, passage.start, passage.end):
            begin, end = match.span("n")
            number = value(match["n"])
            whole = match.group().lower().startswith("all ") or match.group().endswith(" more")
            start = match.start() if match.group().lower().startswith("all ") else begin
            if number is None or begin in seen or 1900 <= number <= 2099:
                continue
            if any(one.start < end and begin < one.end for one in named[-12:]) or any(
                first < end and begin < last for first, last in taken
            ):
                continue
            unit = _unit(text, passage, named, begin, block.start)
            if unit is None:
                continue
            seen.add(begin)
            given: dict[str, Value] = {
                "value": number,
                "unit": unit[0],
                "measure_words": unit[1],
            }
            yield record(
                "figure",
                (start, match.end() if whole else end),
                "figure.named-before",
                given=given,
                inferred={"unit": "the thing counted just before"},
                weight=44,
            )


# "cut the overdue visits from 212 to nine", "accepted the recommendations … two of the six".
_NAMED = re.compile(
    rf"\b(?P<u>(?!(?:was|has|its|this|is|as)\b)[a-z]{{4,}}s) (?:[a-z]+ ){{0,2}}?from"
    rf" (?:(?:{NUMBER}) to )?$"
)
_THOSE = re.compile(
    r"\b(?:the|its|their|our|all|these) (?:[a-z-]+ ){0,2}?"
    r"(?P<u>(?:recommendations|actions|concerns|cases|complaints|forces|officers|findings|targets"
    r"|measures|objectives|requirements|projects|risks|reviews|audits|visits|commitments))\b"
)


def _unit(
    text: str, passage: Passage, named: Sequence[Record], at: int, since: int
) -> tuple[str, str | None] | None:
    subject = _SUBJECT.search(text, passage.start, at)
    if subject is not None:
        unit = subject["u"]
        plain = {"people": "person", "children": "child", "staff": "staff"}.get(unit, unit[:-1])
        return plain, subject["q"].strip() or None
    moved = _NAMED.search(text, passage.start, at)
    if moved is not None:
        return moved["u"][:-1], None
    for one in reversed(named):
        if one.start >= at:
            continue
        if one.start < since or at - one.end > NEAR:
            break
        if one.rule == "count.things":
            return str(one.fields["unit"]), None
    those = _THOSE.search(text, passage.start, at)
    return (those["u"][:-1], None) if those is not None else None
