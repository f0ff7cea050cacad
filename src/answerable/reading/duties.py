"""What somebody should do: recommendations and areas for improvement, with who and by when."""

import re
from collections.abc import Iterator

from answerable.reading.canonical_text import Span
from answerable.reading.clauses import Passage
from answerable.reading.deadlines import deadline
from answerable.reading.duty_records import NUMBERED, RECOMMENDS, duty_record, modality
from answerable.reading.material import Material
from answerable.reading.modals import Obliged, obliged
from answerable.reading.records import Record

_SUBJECT = (
    r"(?:(?:the |this |all |each |every )?(?:force|forces|service|services|constabulary|trust"
    r"|council|local authority|authority|provider|school|hospital|unit|partnership|leaders"
    r"|inspectorate"
    r"|government|organisation|commissioner|chief constables?|chief fire officer|chief executive"
    r"|College of Policing|Home Office|National Police Chiefs[’'] Council|NPCC|PCC|it|they|you|we)"
    r"|(?-i:[A-Z])[\w’&'-]*(?: (?:and|of|&|the|(?-i:[A-Z])[\w’&'-]*)){0,6})"
)
_RECOMMENDED_TO = re.compile(
    rf"\b(?:recommends?|recommended|urges?|urged|calls? on"
    rf"|called on)(?: that)? (?P<who>{_SUBJECT})"
    r",? (?:should |to |must )?(?P<do>[a-z][^.;]{12,400})",
    re.IGNORECASE,
)
_OWN_NUMBER = re.compile(r"\W*R\d{1,2}[.:]?\s")
_STOP = re.compile(r"[\s;.,:]*(?:;? ?(?:and|or))?[\s;.,:]*$")
QUESTIONED = re.compile(r"\?\s*$")
_IF = re.compile(
    r"\b(?:should|must) (?:then )?(?:provide|send|submit|give) (?:it to )?us\b|^\W*(?:if|whether"
    r"|unless|had|would|you (?:should|must) (?:send|submit|provide|let))\b"
    r"|\b(?:as it should|should (?:be able|have"
    r" been|not be surprised|you|anyone|there be)|we (?:should|must|need) (?:not|note)"
    r"|should be praised|should be proud|should be congratulated)\b",
    re.IGNORECASE,
)


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
    if lead is not None and not _own_subject(words, passage):
        yield _item(material, passage, lead, cause, number)
        return
    own = _sentence(material, passage, words)
    if own is not None:
        yield _own(material, passage, own, cause=cause, number=number, lead=lead)


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
    if not words.rstrip().endswith((":", "–", "-", "to")) or len(words) > 500:
        return None
    found = list(obliged(words))
    if not found or _IF.search(words):
        return None
    match = found[-1]
    if re.match(r"\s*not\b", words[match.end :]):
        return None
    return lead, match


def _item(
    material: Material,
    passage: Passage,
    lead: tuple[Span, Obliged],
    cause: int | None,
    number: tuple[str, str | None] | None,
) -> Record:
    span, match = lead
    due = deadline(material.text, passage.body, passage.end)
    outside = due is None
    if due is None:
        due = deadline(material.text, span.start, span.end)
    who = span.start + match.who[0], span.start + match.who[1]
    return duty_record(
        material,
        passage,
        _bare(material, passage.body, passage.end),
        who=who,
        modal=match.modal,
        due=due,
        cause=cause,
        number=number,
        outside=outside,
        rule=f"list.lead-in.{modality(match.modal)}",
        weight=85,
    )


def _own(
    material: Material,
    passage: Passage,
    own: tuple[tuple[int, int], tuple[int, int] | None, str, str],
    *,
    cause: int | None,
    number: tuple[str, str | None] | None,
    lead: tuple[Span, Obliged] | None,
) -> Record:
    span, who, modal, rule = own
    due = deadline(material.text, passage.start, passage.end)
    outside = due is not None and not span[0] <= due.start < span[1]
    if due is None and lead is not None:
        due, outside = deadline(material.text, lead[0].start, lead[0].end), True
    return duty_record(
        material,
        passage,
        span,
        who=who,
        modal=modal,
        due=due,
        cause=cause,
        number=number,
        outside=outside,
        rule=rule,
        weight=75,
    )


def _sentence(
    material: Material, passage: Passage, words: str
) -> tuple[tuple[int, int], tuple[int, int] | None, str, str] | None:
    """Span to do, span of who, modal and rule of a sentence that recommends."""
    label = NUMBERED.match(words)
    named = passage.section in ("recommendations", "afi") or (
        label is not None and bool(label["number"] or label.group().rstrip()[-1:] in ":.–—-)")
    )
    named = named or _OWN_NUMBER.match(words) is not None
    recommends = RECOMMENDS.search(words)
    duty = next(obliged(words), None)
    dated = (
        duty is not None
        and material.profile.type.startswith("inspection")
        and deadline(material.text, passage.start, passage.end) is not None
    )
    if _IF.search(words) or (not named and recommends is None and not dated):
        return None
    if duty is None:
        return _without_verb(material, passage, words, recommended=recommends is not None)
    if re.match(r"\s*(?:not only\b|have\b)", words[duty.end :]):
        return None
    begin = passage.start + duty.end
    while material.text[begin] in " ,:":
        begin += 1
    modal = duty.modal
    rule = "section" if named else "prose"
    return (
        _bare(material, begin, passage.end),
        (passage.start + duty.who[0], passage.start + duty.who[1]),
        modal,
        f"{rule}.{modality(modal)}",
    )


def _without_verb(
    material: Material, passage: Passage, words: str, *, recommended: bool
) -> tuple[tuple[int, int], tuple[int, int] | None, str, str] | None:
    """A recommendation that has no "should": a noun, an order, or "recommends that"."""
    if _NEEDS.match(passage.heading) and passage.kind == "item":
        return _bare(material, passage.body, passage.end), None, "needs to", "section.needs"
    told = _RECOMMENDED_TO.search(words) if recommended else None
    if told is not None:
        span = _bare(material, passage.start + told.start("do"), passage.end)
        who = passage.start + told.start("who"), passage.start + told.end("who")
        return span, who, "recommends", "prose.recommends"
    if passage.section in ("recommendations", "afi") and _imperative(words, passage):
        start = passage.body + _label_end(words, passage)
        return _bare(material, start, passage.end), None, "should", "section.imperative"
    return None


_NEEDS = re.compile(
    r"(?:what\b.{0,50}\bneeds? to\b.{0,12}\bimprove|areas? for (?:further )?development)",
    re.IGNORECASE,
)


def _label_end(words: str, passage: Passage) -> int:
    label = NUMBERED.match(words[passage.body - passage.start :])
    return label.end() if label else 0


_VERB = re.compile(
    r"(?:To )?(?:[Ee]nsure|[Mm]ake|[Ii]mprove|[Rr]eview|[Dd]evelop|[Ii]ntroduce|[Pp]rovide"
    r"|[Tt]rain"
    r"|[Pp]ut|[Ss]et|[Ee]stablish|[Pp]ublish|[Cc]reate|[Ii]ncrease|[Rr]educe|[Ss]trengthen"
    r"|[Aa]gree"
    r"|[Cc]omplete|[Ii]mplement|[Aa]ssess|[Aa]dopt|[Aa]ppoint|[Cc]onsider|[Cc]arry|[Tt]ake"
    r"|[Uu]pdate"
    r"|[Pp]repare|[Pp]roduce|[Ww]ork|[Mm]onitor|[Ss]hare|[Uu]se|[Gg]ive|[Hh]old|[Ii]dentify"
    r"|[Rr]ecord"
    r"|[Aa]ddress|[Ee]mbed|[Bb]uild|[Ss]top|[Ee]xpand|[Dd]efine|[Cc]onduct|[Cc]larify)\b"
)


def _imperative(words: str, passage: Passage) -> bool:
    plain = words[passage.body - passage.start + _label_end(words, passage) :]
    return bool(_VERB.match(plain)) and (
        passage.kind == "item" or _label_end(words, passage) > 0 or passage.body > passage.start
    )


def _bare(material: Material, start: int, end: int) -> tuple[int, int]:
    """Without the end mark and a joining "and"."""
    tail = _STOP.search(material.text[start:end])
    stop = start + tail.start() if tail else end
    return (start, stop) if stop > start else (start, end)
