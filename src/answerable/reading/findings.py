"""Causes of concern, recommendations, areas for improvement, practice, inspections, monitoring."""

import re
from collections.abc import Iterator

from answerable.reading.canonical_text import Span
from answerable.reading.clauses import Passage
from answerable.reading.deadlines import Deadline, dates, deadline, period
from answerable.reading.gazetteer import Body
from answerable.reading.material import Material, Named, by_default, inspected, named_body
from answerable.reading.numbers import ORDINALS
from answerable.reading.records import Record, Value, record

_SUBJECT = (
    r"(?:(?:the |[Tt]his |[Aa]ll |each |every )?(?:force|forces|service|services|constabulary|trust"
    r"|council|local authority|authority|provider|school|hospital|unit|partnership|leaders|inspectorate"
    r"|government|organisation|commissioner|chief constables?|chief fire officer|chief executive"
    r"|College of Policing|Home Office|National Police Chiefs[’'] Council|NPCC|PCC|it|they|you|we)"
    r"|[A-Z][\w’&'-]*(?: (?:and|of|&|the|[A-Z][\w’&'-]*)){0,6})"
)
_WHEN = (
    r"(?:,? ?(?:immediately|as a matter of urgency|urgently|now|also|then|therefore|further"
    r"|by [^,:;.]{3,60}?|within [^,:;.]{3,60}?|before [^,:;.]{3,40}?|no later than [^,:;.]{3,40}?),?)*"
)
_MODAL = r"(?P<modal>should|must|needs? to|ought to|is required to|are required to|has to|have to)"
OBLIGED = re.compile(
    rf"(?P<who>{_SUBJECT})(?:,? (?:with|together with|working with|through)[^,:;.]{{3,60}},?)?"
    rf"{_WHEN} {_MODAL}\b(?P<when>{_WHEN})",
    re.IGNORECASE,
)
_RECOMMENDS = re.compile(
    r"\b(?:we|HMIC(?:FRS)?|inspectors?|the (?:panel|inspectorate|committee|board|report|review|audit"
    r"|coroner|IOPC)|I|Ofsted|CQC|it is|it was)(?: also| further| therefore)? (?:recommends?"
    r"|recommended|urges?|calls? on|advises?)\b(?: that)?",
    re.IGNORECASE,
)
_RECOMMENDED_TO = re.compile(
    rf"\b(?:recommends?|recommended|urges?|urged|calls? on|called on)(?: that)? (?P<who>{_SUBJECT})"
    r",? (?:should |to |must )?(?P<do>[a-z][^.;]{12,400})",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"^[\W]*(?:(?:Our )?(?P<kind>Recommendation|Area for improvement|AFI|Cause of concern|COC"
    r"|Requirement|Action)\b\s*(?:no\.?\s*|number\s*)?(?P<number>\d{1,3}[a-z]?|(?-i:[A-Z]\d{0,2})\b"
    r"|one|two|three|four|five|six|seven|eight|nine|ten)?\s*[:.–—)-]?\s*)",
    re.IGNORECASE,
)
_LIST_NUMBER = re.compile(r"^\(?(?P<number>\d{1,3}(?:\.\d{1,2})?|[a-z]|[ivx]{1,4})[.)]\s")
_STOP = re.compile(r"[\s;.,:]*(?:;? ?(?:and|or))?[\s;.,:]*$")
_QUESTIONED = re.compile(r"\?\s*$")
_IF = re.compile(
    r"^\W*(?:if|whether|unless|had|would|you (?:should|must) (?:send|submit|provide|let))\b|\b(?:as it should|should (?:be able|have"
    r" been|not be surprised|you|anyone|there be)|we (?:should|must|need) (?:not|note)"
    r"|should be praised|should be proud|should be congratulated)\b",
    re.IGNORECASE,
)
_CONCERN = re.compile(
    r"\b(?:(?:this|which|[a-z’' ]{3,80}) (?:is|remains?|was|are) an? (?:accelerated )?cause (?:of|for)"
    r" concern\b|(?:identified|issued|found|raised|have|has|highlighted|made)(?: (?:us|it|them|the"
    r" \w+))?(?: with)? (?:an?|one|the|two) (?:further |new |accelerated |serious )*causes? (?:of|for)"
    r" concern (?:about|relating to|in relation to|regarding|concerning|around|over|with|because"
    r"|that|in|on)\b|causes? (?:of|for) concern:)",
    re.IGNORECASE,
)
_PRACTICE = re.compile(r"\b(?P<grade>innovative|promising|notable) practice\b", re.IGNORECASE)
_VISIT = re.compile(
    r"\b(?:(?:[Ww]e|HMICFRS|HMIC|[Ii]nspectors|Ofsted|(?:[Tt]he )?CQC|[Tt]he inspectorate)\b[^.;]{0,30}?"
    r"\b(?:(?:re-?)?inspected|(?:re)?visited)\b"
    r"|(?:carried out|conducted|undertook|made|completed|began|started|undertaken|had)"
    r" (?:an?|our|the|its|this|another|unannounced|second|first|follow-up|\w+ )*(?:inspections?"
    r"|revisits?|visits?|fieldwork)\b"
    r"|(?:inspection|fieldwork|revisit|visit)s?\b[^.;]{0,40}?\b(?:took place|was carried out|was conducted"
    r"|were carried out|conducted|carried out|undertaken|completed)\b"
    r"|[Dd]ates? of (?:inspection|visit|fieldwork)|[Ii]nspection dates?:?|[Ff]ieldwork(?: dates?)?:"
    r"|(?:[Ff]ollowing|[Aa]fter|[Ii]n) (?:an?|its|the|our) (?:\w+[ -]){0,3}inspection (?:in|on|between|by))"
)
_MONITORED = re.compile(
    r"\b(?:(?P<left>(?:removed|moved|come|came|released|taken|discharged)(?: \w+){0,4}? (?:out of|from)"
    r"(?: \w+){0,6}? (?:Engage|enhanced (?:level of )?monitoring|special measures)"
    r"|return(?:ed|s|ing)?(?: \w+){0,2} to (?:Scan|routine monitoring|its default phase[^.,;]{0,20})"
    r"|(?:left|leaves|exits?|exited) (?:the )?(?:Engage|special measures))"
    r"|(?P<remains>(?:remains?|is still|stays?|continues?)(?: \w+){0,3} (?:in|under|at)(?: \w+){0,4}?"
    r" (?:Engage|enhanced (?:level of )?monitoring|special measures))"
    r"|(?P<entered>(?:moved|placed|put|escalated|entered|enters?|plunged|taken)(?: \w+){0,3}?"
    r" (?:into|in|to|under|the)?(?: \w+){0,6}?"
    r" ?(?:Engage|enhanced (?:level of |phase of )?monitoring|special measures)))\b",
    re.IGNORECASE,
)
MODALITY = {"should": "should", "must": "must", "ought to": "should"}


def records(material: Material) -> Iterator[Record]:
    """All findings that are not grades."""
    cause: int | None = None
    labelled = any(one.section == "cause" and one.kind != "heading" for one in material.passages)
    number: tuple[str, str | None] | None = None
    seen_cause = -1
    for place, passage in enumerate(material.passages):
        words = material.text[passage.start : passage.end]
        label = _NUMBERED.match(words)
        if passage.kind == "heading" or (label and label.end() >= len(words) - 1):
            number = (label["kind"], label["number"]) if label and label["number"] else None
            continue
        if passage.section == "cause" and passage.block != seen_cause:
            found = _cause(material, place, passage, words)
            if found is not None:
                if cause != found.start:
                    yield found
                cause, seen_cause = found.start, passage.block
        elif not labelled and (found := _concern(material, passage, words)):
            cause = found.start
            yield found
        yield from _duties(material, passage, cause, number)
        yield from _others(material, passage, words)


def _cause(material: Material, place: int, passage: Passage, words: str) -> Record | None:
    """The first sentence under the heading "Cause of concern"."""
    if passage.kind == "item" or OBLIGED.search(words) and words.endswith(":"):
        return None
    if re.match(r"\W*(?:Recommendations?|Published|Within|By)\b", words) or len(words) < 25:
        return None
    previous = material.passages[place - 1] if place else None
    if previous is not None and previous.section == "cause" and previous.kind != "heading":
        return None
    return _cause_record(material, passage, (passage.body, passage.end), "cause.section", 85)


def _concern(material: Material, passage: Passage, words: str) -> Record | None:
    if (
        not _CONCERN.search(words)
        or _QUESTIONED.search(words)
        or re.search(
            r"\b(?:no|not an?|without an?|whether|if|may be|would be|closed|previous) (?:longer )?"
            r"(?:\w+ )?cause",
            words,
            re.IGNORECASE,
        )
    ):
        return None
    return _cause_record(material, passage, (passage.body, passage.end), "cause.prose", 65)


def _cause_record(
    material: Material, passage: Passage, span: tuple[int, int], rule: str, weight: int
) -> Record:
    named = named_body(material, passage)
    around = (passage.heading + " " + material.text[passage.start : passage.end]).lower()
    given: dict[str, Value] = {"accelerated": "accelerated" in around}
    support, inferred = _body(given, named, "institution")
    return record(
        "cause_of_concern",
        span,
        rule,
        given=given,
        support=support,
        inferred=inferred,
        weight=weight,
    )


def _duties(
    material: Material, passage: Passage, cause: int | None, number: tuple[str, str | None] | None
) -> Iterator[Record]:
    """What somebody should do: a list item under a lead-in, or a sentence of its own."""
    words = material.text[passage.start : passage.end]
    if passage.section in ("definitions", "attendance") or passage.kind == "row":
        return
    if _QUESTIONED.search(words) or words.endswith(":"):
        return
    lead = _lead(material, passage)
    if lead is not None and not OBLIGED.match(words[passage.body - passage.start :]):
        yield _item(material, passage, lead, cause, number)
        return
    own = _sentence(material, passage, words)
    if own is not None:
        yield _own(material, passage, own, cause, number, lead)


def _lead(material: Material, passage: Passage) -> tuple[Span, re.Match[str]] | None:
    """The lead-in that obliges somebody, where this line hangs from one."""
    if passage.lead is None or passage.start <= passage.lead.start:
        return None
    lead = passage.lead
    words = material.text[lead.start : lead.end]
    if not words.rstrip().endswith((":", "–", "-", "to")) or len(words) > 500:
        return None
    match = None
    for match in OBLIGED.finditer(words):
        pass
    if match is None or _IF.search(words):
        return None
    if re.search(r"\bnot\b", words[match.end() : match.end() + 6]):
        return None
    return lead, match


def _item(
    material: Material,
    passage: Passage,
    lead: tuple[Span, re.Match[str]],
    cause: int | None,
    number: tuple[str, str | None] | None,
) -> Record:
    span, match = lead
    due = deadline(material.text, passage.body, passage.end)
    outside = due is None
    if due is None:
        due = deadline(material.text, span.start, span.end)
    who = span.start + match.start("who"), span.start + match.end("who")
    return _duty(
        material,
        passage,
        _bare(material, passage.body, passage.end),
        who,
        match.group("modal"),
        due,
        cause,
        number,
        outside=outside,
        rule=f"list.lead-in.{_modality(match.group('modal'))}",
        weight=85,
    )


def _own(
    material: Material,
    passage: Passage,
    own: tuple[tuple[int, int], tuple[int, int] | None, str, str],
    cause: int | None,
    number: tuple[str, str | None] | None,
    lead: tuple[Span, re.Match[str]] | None,
) -> Record:
    span, who, modal, rule = own
    due = deadline(material.text, passage.start, passage.end)
    outside = due is not None and not span[0] <= due.start < span[1]
    if due is None and lead is not None:
        due, outside = deadline(material.text, lead[0].start, lead[0].end), True
    return _duty(
        material,
        passage,
        span,
        who,
        modal,
        due,
        cause,
        number,
        outside=outside,
        rule=rule,
        weight=75,
    )


def _sentence(
    material: Material, passage: Passage, words: str
) -> tuple[tuple[int, int], tuple[int, int] | None, str, str] | None:
    """Span to do, span of who, modal and rule of a sentence that recommends."""
    named = passage.section in ("recommendations", "afi") or bool(_NUMBERED.match(words))
    recommends = _RECOMMENDS.search(words)
    obliged = OBLIGED.search(words)
    dated = (
        obliged is not None
        and material.profile.type.startswith("inspection")
        and deadline(material.text, passage.start, passage.end) is not None
    )
    if _IF.search(words) or (not named and recommends is None and not dated):
        return None
    if obliged is None:
        if passage.heading.lower().startswith("what needs to improve") and passage.kind == "item":
            return _bare(material, passage.body, passage.end), None, "needs to", "section.needs"
        if recommends is not None and (told := _RECOMMENDED_TO.search(words)):
            span = _bare(material, passage.start + told.start("do"), passage.end)
            return (
                span,
                (passage.start + told.start("who"), passage.start + told.end("who")),
                "recommends",
                "prose.recommends",
            )
        if passage.section == "recommendations" and _imperative(words, passage):
            return (
                _bare(material, passage.body + _label_end(words, passage), passage.end),
                None,
                "should",
                "section.imperative",
            )
        return None
    if re.match(r"\s*(?:not only\b|have\b)", words[obliged.end() :]):
        return None
    begin = passage.start + obliged.end()
    while material.text[begin] in " ,:":
        begin += 1
    modal = obliged.group("modal")
    rule = "section" if named else "prose"
    return (
        _bare(material, begin, passage.end),
        (passage.start + obliged.start("who"), passage.start + obliged.end("who")),
        modal,
        f"{rule}.{_modality(modal)}",
    )


def _label_end(words: str, passage: Passage) -> int:
    label = _NUMBERED.match(words[passage.body - passage.start :])
    return label.end() if label else 0


_VERB = re.compile(
    r"(?:To )?(?:[Ee]nsure|[Mm]ake|[Ii]mprove|[Rr]eview|[Dd]evelop|[Ii]ntroduce|[Pp]rovide|[Tt]rain"
    r"|[Pp]ut|[Ss]et|[Ee]stablish|[Pp]ublish|[Cc]reate|[Ii]ncrease|[Rr]educe|[Ss]trengthen|[Aa]gree"
    r"|[Cc]omplete|[Ii]mplement|[Aa]ssess|[Aa]dopt|[Aa]ppoint|[Cc]onsider|[Cc]arry|[Tt]ake|[Uu]pdate"
    r"|[Pp]repare|[Pp]roduce|[Ww]ork|[Mm]onitor|[Ss]hare|[Uu]se|[Gg]ive|[Hh]old|[Ii]dentify|[Rr]ecord"
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
    closing = material.text[stop:end].strip()
    del closing
    return (start, stop) if stop > start else (start, end)


def _modality(modal: str) -> str:
    plain = modal.lower()
    return MODALITY.get(plain, "recommends" if plain == "recommends" else "needs-to")


def _duty(
    material: Material,
    passage: Passage,
    span: tuple[int, int],
    who: tuple[int, int] | None,
    modal: str,
    due: Deadline | None,
    cause: int | None,
    number: tuple[str, str | None] | None,
    *,
    outside: bool,
    rule: str,
    weight: int,
) -> Record:
    improvement = passage.section == "afi" or bool(
        number and number[0].lower() in ("afi", "area for improvement")
    )
    numbered = _number(material, passage, number)
    given: dict[str, Value] = {"number": numbered}
    support: dict[str, tuple[int, int]] = {}
    inferred: dict[str, str] = {}
    if due is not None:
        given |= {"due": due.due, "due_words": due.words}
        if outside:
            support["due"] = due.start, due.end
        if due.due and due.due not in due.words and "end of" in due.words.lower():
            inferred["due"] = "last day of the period named"
    named = _addressee(material, passage, who)
    key = "institution" if improvement else "addressee"
    marks, notes = _body(given, named, key)
    support |= marks
    inferred |= notes
    if improvement:
        sentence = (passage.body, passage.end)
        return record(
            "area_for_improvement",
            sentence,
            f"afi.{rule}",
            given=given,
            support=support,
            inferred=inferred,
            weight=weight,
        )
    given |= {
        "due_basis": due.basis if due else "none",
        "modality": _modality(modal),
        "parent": None,
    }
    issuer = material.inspectorate
    said = _RECOMMENDS.search(material.text, passage.start, passage.end)
    if issuer is not None and (
        said or material.profile.type.startswith(("inspection", "press", "statutory"))
    ):
        given |= {"issuer": issuer.name, "issuer_id": issuer.id}
        inferred["issuer"] = "the inspectorate named in the document"
    parent = (
        str(cause) if cause is not None and passage.section in ("recommendations", "cause") else ""
    )
    return record(
        "recommendation",
        span,
        rule,
        given=given,
        support=support,
        inferred=inferred,
        weight=weight,
        key=parent,
    )


def _number(
    material: Material, passage: Passage, heading: tuple[str, str | None] | None
) -> str | None:
    words = material.text[passage.start : passage.end]
    label = _NUMBERED.match(words)
    if label is not None and label["number"]:
        return label["number"].lower() if len(label["number"]) > 3 else label["number"]
    if passage.lead is not None:
        led = _NUMBERED.match(material.text[passage.lead.start : passage.lead.end])
        if led is not None and led["number"]:
            return led["number"]
    listed = _LIST_NUMBER.match(words)
    if listed is not None:
        return listed["number"]
    ordinal = passage.heading.lower().split(" ")[0]
    if ordinal in ORDINALS[:0]:
        return None
    return heading[1] if heading else None


def _addressee(material: Material, passage: Passage, who: tuple[int, int] | None) -> Named | None:
    if who is not None:
        named = material.within(who[0], who[1] + 1)
        named = tuple(one for one in named if not one.body.inspects)
        if named:
            return Named(named[-1].body, (named[-1].start, named[-1].end))
        words = material.text[who[0] : who[1]]
        if re.match(
            r"(?:all|each|every|forces|services|the (?:government|home office|college))",
            words,
            re.IGNORECASE,
        ):
            return None
        if re.search(
            r"chief constable|commissioner|PCC|chief fire officer|chief executive",
            words,
            re.IGNORECASE,
        ):
            from_words = words.strip()
            return Named(_office(from_words), who)
    found = by_default(material, passage)
    if found is not None and who is not None:
        return Named(found.body, who, f"{material.text[who[0] : who[1]]} = subject body")
    return found


def _office(words: str) -> Body:
    plain = re.sub(r"^[Tt]he ", "", words)
    return Body(plain, None, "office")


def _body(
    given: dict[str, Value], named: Named | None, name: str
) -> tuple[dict[str, tuple[int, int]], dict[str, str]]:
    if named is None:
        return {}, {}
    given[name] = named.body.name
    given[f"{name}_id"] = named.body.id
    return (
        {name: named.span} if named.span else {},
        {name: named.inferred} if named.inferred else {},
    )


def _others(material: Material, passage: Passage, words: str) -> Iterator[Record]:
    yield from _practice(material, passage, words)
    yield from _inspection(material, passage, words)
    yield from _monitoring(material, passage, words)


def _practice(material: Material, passage: Passage, words: str) -> Iterator[Record]:
    match = _PRACTICE.search(words)
    headed = _PRACTICE.match(passage.heading.strip()) if passage.section == "practice" else None
    if match is None and headed is None:
        return
    if match is not None and re.search(r"\b(?:no|not|any|examples of)\b", words[: match.start()]):
        return
    chosen = match or headed
    level = chosen.group("grade").lower() if chosen else None
    given: dict[str, Value] = {"grade": level if level in ("innovative", "promising") else None}
    support, inferred = _body(given, named_body(material, passage), "institution")
    yield record(
        "practice",
        (passage.body, passage.end),
        "practice.named",
        given=given,
        support=support,
        inferred=inferred,
        weight=55,
    )


def _inspection(material: Material, passage: Passage, words: str) -> Iterator[Record]:
    match = _VISIT.search(words)
    if match is None or passage.kind == "row":
        return
    stated = [one for one in dates(material.text, passage.start, passage.end) if one.iso]
    year = re.search(r"\b(?:in|from|the) ((?:19|20)\d\d)\b", words)
    span = period(material.text, passage.start, passage.end)
    if not stated and year is None and span is None:
        return
    bodies = material.within(passage.start, passage.end)
    named = [one.body for one in inspected(bodies)]
    inspectors = [one.body for one in bodies if one.body.inspects]
    found = Named(named[0], None) if named else by_default(material, passage)
    inspectorate = inspectors[0] if inspectors else material.inspectorate
    first = span[0] if span else stated[0].iso if stated else year.group(1) if year else None
    given: dict[str, Value] = {
        "institution": found.body.name if found else None,
        "institution_id": found.body.id if found else None,
        "inspectorate": inspectorate.name if inspectorate else None,
        "visit": "revisit"
        if re.search(r"\brevisit|re-?inspect|follow-up", words, re.I)
        else "inspection",
        "fieldwork_from": first,
        "fieldwork_to": span[1] if span else None,
    }
    inferred = {"institution": found.inferred} if found and found.inferred else {}
    begin = min(
        [
            passage.start + match.start(),
            *([span[2]] if span else []),
            *([stated[0].start] if stated else []),
        ]
    )
    end = max(
        [
            passage.start + match.end(),
            *([span[3]] if span else []),
            *([stated[0].end] if stated else []),
            *([passage.start + year.end()] if year else []),
        ]
    )
    yield record(
        "inspection", (begin, end), "inspection.visit", given=given, inferred=inferred, weight=40
    )


def _clause_start(material: Material, passage: Passage, at: int) -> int:
    """Where the clause of a verb begins: at the body that it is about, if one stands before."""
    before = inspected(material.within(passage.start, at))
    return before[-1].start if before and at - before[-1].start < 120 else at


def _monitoring(material: Material, passage: Passage, words: str) -> Iterator[Record]:
    match = _MONITORED.search(words)
    if match is None or re.search(
        r"\b(?:may|can|could|if|when a force|not be|would)\b", words[: match.end()]
    ):
        return
    change = next(name for name in ("left", "remains", "entered") if match.group(name))
    state = "scan" if change == "left" else "engage"
    stated = next((one.iso for one in dates(material.text, passage.start, passage.end)), None)
    year = re.search(r"\bin ((?:19|20)\d\d)\b", words)
    given: dict[str, Value] = {
        "change": change,
        "state": state,
        "on": stated or (year.group(1) if year else None),
    }
    support, inferred = _body(given, named_body(material, passage), "institution")
    yield record(
        "monitoring",
        (
            _clause_start(material, passage, passage.start + match.start()),
            passage.start + match.end(),
        ),
        "monitoring.move",
        given=given,
        support=support,
        inferred=inferred,
        weight=60,
    )
