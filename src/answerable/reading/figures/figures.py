"""Numbers with their measure: "positive outcomes were 13.3%", "recorded crime fell by 9%"."""

import re
from collections.abc import Iterator

from answerable.reading.clauses import Passage
from answerable.reading.material import Material
from answerable.reading.records import Record, Value, record
from answerable.reading.subject_body import inspected
from answerable.reading.worded import worded

_PERCENT = worded(
    "%|per cent|percent",
    r"(?P<sign>[-–+])?(?<![\d.])(?P<value>\d{1,3}(?:\.\d+)?) ?(?P<unit>%|per ?cent\b"
    r"|percentage points?\b)",
    re.IGNORECASE,
)
_MEASURE = re.compile(
    r"(?P<measure>(?:[A-Za-z][\w’'/-]*(?: (?:and|of|for|in|the|to|with)\b)?[ ,]){1,9})"
    r"(?:(?:is|was|were|are|has|have|had|been|stood|stands|remains?|rose|fell|increased?"
    r"|decreased?|reduced"
    r"|dropped|risen|fallen|down|up|at|by|to|of|currently|now|around|about|only|just|a|an"
    r"|the)[ :]+)+$",
    re.IGNORECASE,
)
_PERIOD = re.compile(
    r"\b(?:year to date|(?:in|for|over|during) (?:the )?(?:last |past |previous )?(?:year"
    r"|quarter|month|12 months"
    r"|twelve months|20\d\d(?:[/–-]\d{2,4})?)|Q[1-4](?: 20\d\d[/–-]\d\d)?|since \w+ 20\d\d)\b",
    re.IGNORECASE,
)
_AGAINST = re.compile(
    r"\b(?:compared (?:with|to)|against|down from|up from|from|target of|versus"
    r"|vs\.?)\s[^.;]{3,70}",
    re.I,
)


def records(material: Material) -> Iterator[Record]:
    """Percentages with the words that say what they measure."""
    for passage in material.passages:
        if passage.kind in ("heading", "row"):
            continue
        for match in _PERCENT.finditer(material.text, passage.start, passage.end):
            yield _record(material, passage, match)


def _record(material: Material, passage: Passage, match: re.Match[str]) -> Record:
    text = material.text
    left = text[max(passage.start, match.start() - 140) : match.start()]
    measure = _MEASURE.search(left)
    right = text[match.end() : min(passage.end, match.end() + 120)]
    after = re.match(r" (?:of|for|in) (?P<m>[a-z][^.,;()]{3,70})", right)
    words = (
        measure.group("measure").strip(" ,") if measure else after.group("m") if after else None
    )
    negative = match.group("sign") in ("-", "–") and bool(match.group("sign"))
    named = inspected(material.within(passage.start, passage.end))
    period, against = _PERIOD.search(left + right), _AGAINST.search(right)
    number = float(match.group("value"))
    given: dict[str, Value] = {
        "measure_words": words,
        "value": -number if negative else number,
        "unit": "percent",
        "period_words": period.group() if period else None,
        "comparator_words": against.group() if against else None,
        "institution": named[0].body.name if named else None,
    }
    return record("figure", (match.start(), match.end()), "figure.percent", given=given, weight=40)
