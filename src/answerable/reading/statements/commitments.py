"""A promise as a record: who makes it, by when, how it is measured, and what it leaves out."""

import re

from answerable.reading.actions.parts.log_cells import due_of
from answerable.reading.clauses import Passage
from answerable.reading.deadlines import Stated, dates, deadline
from answerable.reading.layout.canonical_text import Span
from answerable.reading.material import Material
from answerable.reading.records import Record, Value, record
from answerable.reading.statements.statements import voice_note
from answerable.reading.statements.voices import Voice

_PREPOSITION = re.compile(
    r"\b(?:(?:at|in) (?:my|our|its|the|a) [a-z ]{3,30} )?"
    r"(?:[Ii]n|[Oo]n|[Ff]rom|[Ff]or|[Dd]uring) (?:the )?$"
)
_REPEATED = re.compile(
    r"\b(?:each|every) (?:day|week|month|quarter|year)\b|\b(?:monthly|weekly|quarterly|annually)\b"
)
_IN_MONTH = re.compile(
    r"\b(?:[Ii]n|[Ff]rom) (?:early |late |mid-)?(?:January|February|March|April|May|June|July"
    r"|August|September|October|November|December)\b"
    r"|\b(?:[Ii]n|[Ff]rom) (?:the )?(?:early |late |mid-)?(?:new year|spring|summer"
    r"|autumn|winter|20\d\d)\b"
)
# "In the coming days", "shortly": times without a month, taken where no month is named.
_SOON = re.compile(
    r"\b(?:[Ii]n|[Oo]ver|[Dd]uring) the (?:coming|next) (?:few |\w+ )?(?:days|weeks|months|week"
    r"|month|year|quarter|years)\b"
    r"|\b(?:[Bb]y|[Bb]efore|[Aa]fter) (?:Easter|Christmas|half[ -]term|midsummer"
    r"|the (?:new year|spring|summer|autumn|winter)(?! months?\b))\b"
    r"|\b(?:[Tt]his|(?:[Ff]rom )?[Nn]ext) (?:week|month|term|spring|summer|autumn|winter)\b"
    r"|\b(?:[Tt]omorrow|[Tt]his (?:morning|afternoon|evening))\b"
    r"|\b(?:very )?(?:shortly|soon)(?=[.,;”\"]|$| (?:and|after)\b)"
)


def commitment(
    material: Material,
    passage: Passage,
    span: tuple[int, int],
    voice: Voice,
    *,
    rule: str = "commitment.future",
    weight: int = 50,
    day: Span | None = None,
) -> Record:
    """One promise; `day`: the cell of a table that says by when, where its own words do not."""
    due = deadline(material.text, span[0], span[1] + 1)
    stated = next(iter(dates(material.text, span[0], span[1])), None)
    when: Value = due.due if due else stated.iso if stated else None
    words: Value = due.words if due else _when(material.text, span, stated)
    if day is not None and words is None:
        told = due_of(material.text[day.start : day.end].strip())
        when, words = told["due"], told["due_words"]
    measure = re.search(
        r"\b\d+(?:\.\d+)?(?:%| per cent)|£\d[\d.,]*(?:m|bn|k| million| billion)?\b",
        material.text[span[0] : span[1]],
    )
    missing = [
        name
        for name, there in (
            ("owner", voice.by or voice.person),
            ("date", words),
            ("measure", measure),
        )
        if not there
    ]
    given: dict[str, Value] = {
        "by": voice.by,
        "by_person": voice.person,
        "due": when,
        "due_words": words,
        "measure": measure.group() if measure else None,
        "missing": tuple(missing),
    }
    return record("commitment", span, rule, given=given, inferred=voice_note(voice), weight=weight)


def _when(text: str, span: tuple[int, int], stated: Stated | None) -> str | None:
    """When, as written, where no "by" or "before" says it."""
    if stated is not None:
        before = _PREPOSITION.search(text, span[0], stated.start)
        return text[before.start() if before else stated.start : stated.end]
    found = (
        _IN_MONTH.search(text, *span) or _SOON.search(text, *span) or _REPEATED.search(text, *span)
    )
    return found.group() if found else None
