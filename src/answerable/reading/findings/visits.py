"""Inspections made, practice praised, and moves between routine and enhanced monitoring."""

import re
from collections.abc import Iterator

from answerable.reading.bodies_meant import Named, by_default, named_body
from answerable.reading.clauses import Passage
from answerable.reading.deadlines import dates, period
from answerable.reading.findings.duties.duty_records import body
from answerable.reading.grades.given_for.programmes import programme_of
from answerable.reading.material import Material
from answerable.reading.modals import MAY
from answerable.reading.records import Record, Value, record
from answerable.reading.subject_body import inspected
from answerable.reading.worded import worded

_PRACTICE = worded(
    "innovative|notable|promising",
    r"\b(?P<grade>innovative|promising|notable) practice\b",
    re.IGNORECASE,
)
_VISIT = worded(
    "Fieldwork date:|Fieldwork dates:|Fieldwork:|Inspection date|carried out"
    "|completed|conducted|fieldwork|inspected|inspection|took place|undertaken"
    "|visit",
    r"\b(?:(?:[Ww]e|HMICFRS|HMIC|[Ii]nspectors|Ofsted|(?:[Tt]he )?CQC"
    r"|[Tt]he inspectorate)\b[^.;]{0,30}?"
    r"\b(?:(?:re-?)?inspected|(?:re)?visited)\b"
    r"|(?:carried out|conducted|undertook|made|completed|began|started|undertaken|had)"
    r" (?:an?|our|the|its|this|another|unannounced|second|first|follow-up|\w+ )*(?:inspections?"
    r"|revisits?|visits?|fieldwork)\b"
    r"|(?:inspection|fieldwork|revisit|visit)s?\b[^.;]{0,40}?\b(?:took place|was carried out"
    r"|was conducted"
    r"|were carried out|conducted|carried out|undertaken|completed)\b"
    r"|[Dd]ates? of (?:inspection|visit|fieldwork)|[Ii]nspection dates?:?"
    r"|[Ff]ieldwork(?: dates?)?:"
    r"|(?:[Ff]ollowing|[Aa]fter|[Ii]n) (?:an?|its|the|our) (?:\w+[ -]){0,3}inspection (?:in|on"
    r"|between|by))",
)
_MONITORED = worded(
    "continue|engage|enhanced level of monitoring|enhanced monitoring"
    "|enhanced phase of monitoring|is still|remain|return|special measures|stay",
    r"\b(?:(?P<left>(?:removed|moved|come|came|released|taken"
    r"|discharged)(?: \w+){0,4}? (?:out of|from)"
    r"(?: \w+){0,6}? (?:Engage|enhanced (?:level of )?monitoring|special measures)"
    r"|return(?:ed|s|ing)?(?: \w+){0,2} to (?:Scan|routine monitoring"
    r"|its default phase[^.,;]{0,20})"
    r"|(?:left|leaves|exits?|exited) (?:the )?(?:Engage|special measures))"
    r"|(?P<remains>(?:remains?|is still|stays?|continues?)(?: \w+){0,3} (?:in|under"
    r"|at)(?: \w+){0,4}?"
    r" (?:Engage|enhanced (?:level of )?monitoring|special measures))"
    r"|(?P<entered>(?:moved|placed|put|escalated|entered|enters?|plunged|taken)(?: \w+){0,3}?"
    r" (?:into|in|to|under|the)?(?: \w+){0,6}?"
    r" ?(?:Engage|enhanced (?:level of |phase of )?monitoring|special measures)))\b",
    re.IGNORECASE,
)


def practice(material: Material, passage: Passage, words: str) -> Iterator[Record]:
    match = _PRACTICE.search(words)
    headed = _PRACTICE.match(passage.heading.strip()) if passage.section == "practice" else None
    if match is None and headed is None:
        return
    if match is not None and re.search(r"\b(?:no|not|any|examples of)\b", words[: match.start()]):
        return
    chosen = match or headed
    level = chosen.group("grade").lower() if chosen else None
    given: dict[str, Value] = {"grade": level if level in ("innovative", "promising") else None}
    support, inferred = body(given, named_body(material, passage), "institution")
    yield record(
        "practice",
        (passage.body, passage.end),
        "practice.named",
        given=given,
        support=support,
        inferred=inferred,
        weight=55,
    )


def inspection(material: Material, passage: Passage, words: str) -> Iterator[Record]:
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
    programme, told = programme_of(material, words)
    given: dict[str, Value] = {
        "institution": found.body.name if found else None,
        "institution_id": found.body.id if found else None,
        "programme": programme,
        "inspectorate": inspectorate.name if inspectorate else None,
        "visit": "revisit"
        if re.search(r"\brevisit|re-?inspect|follow-up", words, re.I)
        else "inspection",
        "fieldwork_from": first,
        "fieldwork_to": span[1] if span else None,
    }
    inferred = {"institution": found.inferred} if found and found.inferred else {}
    if told is not None:
        inferred["programme"] = told
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


def monitoring(material: Material, passage: Passage, words: str) -> Iterator[Record]:
    match = _MONITORED.search(words)
    if match is None or re.search(
        rf"\b(?:{MAY}|can|could|if|when a force|not be|would)\b", words[: match.end()]
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
    support, inferred = body(given, named_body(material, passage), "institution")
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
