"""What somebody should do: items of a list under a lead-in, and sentences of their own."""

import re
from collections.abc import Iterator

from answerable.reading.clauses import Passage
from answerable.reading.deadlines import deadline, outer
from answerable.reading.findings.duties.duty_records import duty_record, modality
from answerable.reading.findings.duties.duty_sentences import CONDITION, sentence
from answerable.reading.findings.duties.duty_words import Duty, bare
from answerable.reading.layout.canonical_text import Span
from answerable.reading.material import Material
from answerable.reading.modals import SUBJECT, Obliged, obliged
from answerable.reading.records import Record

QUESTIONED = re.compile(r"\?\s*$")
# A lead-in without "should": "The inspectorate requested that the force:".
_LEADS = re.compile(
    r"\b(?P<verb>requests?|requested|asks?|asked|asking|tells?|told|urge[sd]?|require[sd]?"
    r"|recommends?|recommended|advise[sd]?|direct(?:s|ed)|suggest(?:s|ed)?|order(?:s|ed)"
    r"|instruct(?:s|ed)|(?:calls?|called|calling) (?:up)?on|wants?|wanted|expects?|expected"
    r"|(?:would|[’']d) like)(?: that)?"
    r"(?:,? (?:with immediate effect|immediately|by [^:,]{3,30}?|within [^:,]{3,30}?),?)?"
    rf" (?P<who>{SUBJECT}|us|them|(?:the|our|its|all) \w+(?: \w+)?"
    r"|(?:local |senior |[a-z]+ )?(?:police|officers|government|ministers|councils|councillors"
    r"|schools|colleges|hospitals|trusts|landlords|providers|employers|prisons|governors|leaders"
    r"|managers|commissioners|agencies|companies|operators|universities|doctors|teachers)(?= to))"
    r"(?: (?:to|should|must))?(?: do (?:\w+|the following) things)?"
    r"(?: (?:now|also|immediately|urgently|by [^:]{3,40}))*\s?[:–-]$",
    re.IGNORECASE,
)
_ORDERS = ("required", "directed", "ordered")


def duties(
    material: Material, passage: Passage, cause: int | None, number: tuple[str, str | None] | None
) -> Iterator[Record]:
    """What somebody should do: a list item under a lead-in, or a sentence of its own."""
    words = material.text[passage.start : passage.end]
    if passage.section in ("definitions", "attendance") or passage.kind == "row":
        return
    if QUESTIONED.search(words) or words.endswith(":"):
        return
    lead = _lead(material, passage)
    if (
        lead is not None
        and lead[1].modal == "recommends"
        and _NOTED.match(words, passage.body - passage.start)
    ):
        return
    if lead is not None and lead[1].modal == "recommends" and _goes_past(material, passage, lead):
        lead = None
    if lead is not None and not _own_subject(words, passage):
        yield _item(material, passage, lead, cause, number)
        return
    for own in sentence(material, passage, words, number[0] if number else None):
        yield _own(material, passage, own, cause=cause, number=number, lead=lead)


def _goes_past(material: Material, passage: Passage, lead: tuple[Span, Obliged]) -> bool:
    """Behind "… recommend that the force:" items go on with a verb, never with a capital."""
    words = material.text[lead[0].start : lead[0].end]
    bare_end = re.search(r"\b(?:to|should|must|things|following)\b[^a-z]*$", words) is None
    return bare_end and material.text[passage.body : passage.body + 1].isupper()


# What a meeting is only asked to take: "(a) notes the report".
_NOTED = re.compile(
    r"(?:to )?(?:notes?|receives?|considers?|approves?|agrees?|endorses?|comments? on|accepts?)\b"
)


def _own_subject(words: str, passage: Passage) -> bool:
    """Whether a list line is a duty with a subject of its own."""
    own = next(obliged(words), None)
    return own is not None and own.who[0] <= passage.body - passage.start


def _lead(material: Material, passage: Passage) -> tuple[Span, Obliged] | None:
    """The lead-in that obliges somebody, where this line hangs from one."""
    if passage.lead is None or passage.start <= passage.lead.start:
        return None
    lead = passage.lead
    words = material.text[lead.start : lead.end]
    opens = _OPENS.search(words[-40:]) is not None and len(words) <= 500
    if not opens or CONDITION.search(words):
        return None
    found = list(obliged(words))
    match = found[-1] if found else _without_modal(material, words) or _goes_on(material, lead)
    if match is None or re.match(r"\s*not\b", words[match.end :]):
        return None
    if words[slice(*match.who)].strip() == "I":
        return None  # "I should be grateful if you would:" is no duty of the writer
    return lead, match


# "And that within 28 days it:", after "I recommend that the force immediately:".
_AND_LEAD = re.compile(
    r"\W*(?:[Aa]nd|Also|In addition|Further(?:more)?|Then)\b,? ?(?:that\b)?[^:.;]{0,60}?"
    r"(?P<who>\b(?:it|they|the \w+))?\s*:$"
)
_NEAR = 900  # characters
_DATED = re.compile(r"\b(?:by|before|within|no later than|from) [^:]{3,40}:$")


def _goes_on(material: Material, lead: Span) -> Obliged | None:
    """A lead-in that carries on the duty of the one above it."""
    words = material.text[lead.start : lead.end]
    match = _AND_LEAD.match(words)
    if match is None or not (match["who"] or "that" in words or _DATED.search(words)):
        return None
    above = material.text[max(0, lead.start - _NEAR) : lead.start]
    recommends = re.search(r"\brecommends?\b[^.]{3,90}:\s", above)
    if recommends is None and next(obliged(above), None) is None:
        return None
    who = match.span("who") if match["who"] else (0, 0)
    return Obliged(who, "recommends" if recommends else "should", 0, len(words))


_OPENS = re.compile(r"(?:[:–-]|\bto|\b(?:should|must)(?: now| also| immediately)?)\s*$")


# "The recommendations were, in short, to": its items say what.
_SHORT_TO = re.compile(r"\brecommendations? (?:was|were|is|are)\b[^.;:]{0,30}\bto\s?:?$", re.I)


def _without_modal(material: Material, words: str) -> Obliged | None:
    """ "The inspectorate requested that the force:"; what a meeting asks is an action."""
    short = _SHORT_TO.search(words)
    if short is not None:
        return Obliged((0, 0), "recommends", short.start(), short.end())
    told = _LEADS.search(words) if material.profile.type != "minutes" else None
    if told is None:
        return None
    modal = "must" if told["verb"].lower() in _ORDERS else "recommends"
    return Obliged(told.span("who"), modal, told.start("verb"), told.end())


def _item(
    material: Material,
    passage: Passage,
    lead: tuple[Span, Obliged],
    cause: int | None,
    number: tuple[str, str | None] | None,
) -> Record:
    span, match = lead
    inside = deadline(material.text, passage.body, passage.end)
    due = outer(inside, deadline(material.text, span.start, span.end))
    outside = due is not inside or due is None
    who = span.start + match.who[0], span.start + match.who[1]
    span_of = bare(material, passage.body, passage.end)
    first = _TO.match(material.text, *span_of)
    return duty_record(
        material,
        passage,
        (first.end() if first else span_of[0], span_of[1]),
        who=who,
        modal=match.modal,
        due=due,
        cause=cause,
        number=number,
        outside=outside,
        rule=f"list.lead-in.{modality(match.modal)}",
        weight=85,
    )


_TO = re.compile(r"to (?=[a-z])")


def _first_asked(material: Material, passage: Passage, own: Duty) -> int:
    """Where the first thing that a sentence asks begins: its own day is none of the second's.

    "The Service should send a plan by 8 May and mend the boats": no day for the boats.
    """
    reach = own.span[0] - passage.start
    words = material.text[passage.start : passage.end]
    first = next((one for one in obliged(words) if one.end <= reach), None)
    return own.span[0] if first is None or own.whole else passage.start + first.end


def _own(
    material: Material,
    passage: Passage,
    own: Duty,
    *,
    cause: int | None,
    number: tuple[str, str | None] | None,
    lead: tuple[Span, Obliged] | None,
) -> Record:
    """A sentence's duty. Its deadline stands in its own words, else before them, else above."""
    start, end = own.span
    inside = deadline(material.text, start, end)
    due = outer(
        inside, deadline(material.text, passage.start, _first_asked(material, passage, own))
    )
    outside = due is not inside or due is None
    if due is None and own.whole:
        due = deadline(material.text, passage.start, passage.end)
    if due is None and lead is not None:
        due = deadline(material.text, lead[0].start, lead[0].end)
    return duty_record(
        material,
        passage,
        own.span,
        who=own.who,
        modal=own.modal,
        due=due,
        cause=cause,
        number=number,
        outside=outside,
        rule=own.rule,
        weight=75,
    )
