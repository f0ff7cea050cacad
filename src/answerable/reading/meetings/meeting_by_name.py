"""Meetings told by the name of a day or a month: "the Panel is on Tuesday", "our May meeting".

The day is worked out from the day of the paper, and the record says so. A meeting by which
something is due ("by Tuesday’s board") is a deadline and none.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from answerable.reading.clauses import Passage
from answerable.reading.deadlines import MONTHS, Stated, dates
from answerable.reading.material import Material
from answerable.reading.meetings.meeting_fields import TIME, meeting
from answerable.reading.records import Record
from answerable.reading.worded import worded

_SORT = (
    r"(?:sessions?|meetings?|[Bb]oard|[Pp]anel|[Cc]ommittee|hearing|workshop|[Ff]orum|assembly"
    r"|[Gg]old(?: group)?|summit|briefing|debrief)"
)
_NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DAY = worded(
    "Fri|Mon|Sat|Sun|Thu|Tue|Wed",
    r"\b(?P<which>next |this |last )?(?P<name>Mon|Tue|Wed|Thu|Fri|Sat|Sun)"
    r"(?:(?:s|nes|rs|ur)?day|s|rs|r)?\b(?![’']s)"
    r"(?P<day>,? \(?(?:the )?\d{1,2}(?:st|nd|rd|th)?\b(?![.:]\d|\s?[ap]m)\)?)?"
    r"(?! [A-Z][a-z]+ (?:19|20)\d\d| (?:January|February|March|April|May|June|July|August|Sept"
    r"|October|November|December)| \d{1,2} [A-Z])",
)
_MEETS_ON = re.compile(
    rf"(?:\b(?P<of>by|before|until|for|to|ahead of|in time for|from|at) )?"
    r"(?P<what>\b(?:[Tt]he |[Oo]ur |[Aa] )?(?:(?!to\b|by\b|for\b|before\b|at\b)[\w’'-]+ ){0,3}?"
    rf"{_SORT})"
    r"(?:[’']s| is| will be| meets?| sits?| met)?(?: (?:again|next))?"
    r"(?: at \d{1,2}(?:[.:]\d\d)? ?(?:[ap]m)?)?(?: held)?(?: on)? $"
)
_ON = re.compile(r"(?:^|[.;] |\n)\W*[Oo]n $")
_THEN_MET = re.compile(
    rf" (?:night |morning |afternoon |evening )?(?:the )?[\w’' -]{{0,50}}{_SORT} met\b", re.I
)
_PAST = re.compile(r"\b(?:met|held|was)\b")
_NOT_DUE = re.compile(r"\b(?:papers?|reports?|deadline|due|minutes)\b", re.IGNORECASE)
_MONTH = "|".join(sorted(one.title() for one in MONTHS if len(one) > 3 or one == "may"))
_IN_MONTH = re.compile(rf"\b(?P<month>{_MONTH})\b(?! (?:19|20)\d\d)")
_HELD_IN = re.compile(
    r"\b(?:[Nn]ext|[Oo]ur|[Mm]y|[Aa]n?|[Tt]he|[Tt]heir)"
    rf" (?:(?!(?:at|to|of|for|in|by|before|until|after)\b)[a-z-]+ ){{0,3}}?{_SORT}"
    r"(?: in [A-Z]\w+(?: [A-Z]\w+)?)?(?: (?:is|will be|would be)(?: held)?)? in $"
)
_OF_MONTH = re.compile(r"\b(?:[Tt]he|[Oo]ur|[Mm]y) $")
_ITS_MEETING = re.compile(
    r" (?:[a-z]+ ){0,2}(?:sessions?|meeting|[Bb]oard|[Pp]anel|[Cc]ommittee|[Ff]orum)\b"
    r"(?! (?:\(|papers?|reports?|pack|minutes|members?|room))"
)
_DUE = re.compile(r"\b(?:papers?|reports?|deadline|due|minutes)\b", re.IGNORECASE)
_MONTH = "|".join(sorted(one.title() for one in MONTHS if len(one) > 3 or one == "may"))
_BY_MONTH = re.compile(
    rf"(?P<told>\b(?:[Nn]ext|[Oo]ur|[Mm]y|[Aa]n?|[Tt]he|[Tt]heir)"
    rf" (?:(?!at\b|to\b|of\b|for\b|in\b)[a-z-]+ ){{0,3}}?{_SORT}"
    rf"(?: (?:is|will be|would be)(?: held)?)? in (?P<month>{_MONTH}))\b(?! (?:19|20)\d\d)"
    rf"|(?P<told2>\b(?:[Tt]he|[Oo]ur|[Mm]y) (?P<month2>{_MONTH}) (?:[a-z]+ ){{0,2}}?"
    rf"(?:sessions?|meeting|[Bb]oard|[Pp]anel|[Cc]ommittee|[Ff]orum))\b(?! (?:\(|papers?|reports?"
    r"|pack|minutes|members?|room))"
)
_DUE = re.compile(
    r"\b(?:by|before|until|for|to|ahead of|in time for|present(?:ed)?|reports? (?:back )?to)\s*$",
    re.IGNORECASE,
)


def by_name(material: Material, this: Record | None) -> Iterator[Record]:
    """Each meeting that the name of a day or a month tells of."""
    held = day_of(material, this)
    if held is None:
        return
    for passage in material.passages:
        subject = material.text.startswith("Subject:", passage.start)
        if subject or passage.kind in ("row", "letterhead", "heading"):
            continue
        if this is not None and passage.start < this.end and passage.end > this.start:
            continue
        yield from _by_day(material, passage, held)
        yield from _by_month(material, passage, held)


def day_of(material: Material, this: Record | None) -> date | None:
    """The day that a paper was written on, or its meeting was held."""
    told = (this.fields["date"] if this is not None else None) or material.meta.published
    if material.canonical.media_type.startswith("message/"):
        sent = re.search(r"^Date: (?P<rest>[^\n]{0,40})", material.text[:3000], re.MULTILINE)
        stated = next(dates(sent["rest"]), None) if sent else None
        told = stated.iso if stated else told
    try:
        return date.fromisoformat(str(told))
    except ValueError:
        return None


_NEAR = 120  # characters beside a name in which its meeting is told of


def _by_day(material: Material, passage: Passage, held: date) -> Iterator[Record]:
    for match in _DAY.finditer(material.text, passage.start, passage.end):
        first = max(passage.start, match.start() - _NEAR)
        left = material.text[first : match.start()]
        right = material.text[match.end() : min(passage.end, match.end() + _NEAR)]
        named = _MEETS_ON.search(left)
        begin, past = match.start(), match["which"] == "last "
        if named is not None and not named["of"] and not _NOT_DUE.search(named.group()):
            begin = first + named.start("what")
            past = past or _PAST.search(named.group()) is not None
        elif _ON.search(left):
            if _THEN_MET.match(right) is None:
                continue
            past = True
        else:
            continue
        day = _weekday(match, held, past=past)
        if day is None:
            continue
        tail = TIME.search(material.text, match.end(), min(passage.end, match.end() + 14))
        end = tail.end() if tail else match.end()
        yield _made(material, (begin, end), match.group(), day.isoformat(), past=past)


def _weekday(match: re.Match[str], held: date, *, past: bool) -> date | None:
    """The day that a name means; none where the number beside it says another."""
    ahead = (_NAMES.index(match["name"].lower()) - held.weekday()) % _WEEK
    day = held + timedelta(ahead if not past else ahead - _WEEK)
    if past and ahead == 0:
        day = held
    if match["which"] == "next " and held.weekday() + ahead < _WEEK:
        day += timedelta(_WEEK)  # "next Tuesday", said on a Monday, is of the week after
    number = re.search(r"\d+", match["day"] or "")
    if number is None:
        return day
    for _ in range(_WEEKS):
        if day.day == int(number.group()):
            return day
        day += timedelta(-_WEEK if past else _WEEK)
    return None


_WEEK, _WEEKS = 7, 6


def _by_month(material: Material, passage: Passage, held: date) -> Iterator[Record]:
    for match in _IN_MONTH.finditer(material.text, passage.start, passage.end):
        first = max(passage.start, match.start() - _NEAR)
        left = material.text[first : match.start()]
        told, past = _HELD_IN.search(left), False
        end = match.end()
        if told is None:
            told, past = _OF_MONTH.search(left), True
            its = _ITS_MEETING.match(material.text, end, passage.end) if told else None
            if its is None:
                continue
            end = its.end()
        if told is None:
            continue
        before = left[: told.start()]
        if _DUE.search(before) or _REPORTS.search(before):
            continue
        if past and not _SINCE.search(before):
            continue
        number = MONTHS[match["month"].lower()]
        year = held.year + (number < held.month)
        if past:
            year = held.year - (number > held.month)
        span = first + told.start(), end
        words = material.text[slice(*span)]
        yield _made(material, span, words, f"{year}-{number:02d}", past=past)


# "I have asked her to report at our meeting in July": by it something is due.
_REPORTS = re.compile(
    r"\b(?:to )?(?:report|present|answer|explain|account|review|consider)\b[^.;]{0,30}\bat $"
)
_SINCE = re.compile(r"\b(?:since|was|were|had been) (?:at |in )?$")


def _made(
    material: Material, span: tuple[int, int], words: str, iso: str, *, past: bool
) -> Record:
    one = meeting(
        material,
        span,
        Stated(*span, words, iso),
        material.text[slice(*span)],
        standing="previous" if past else "next",
        rule="meeting.by-name",
        weight=41,
    )
    why = "from its name and the day of the paper"
    return replace(one, inferred={**one.inferred, "date": why})
