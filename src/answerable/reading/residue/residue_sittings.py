"""Dates on which somebody may have met: beside a word of meeting, an hour, or below such words."""

import re
from collections.abc import Iterator

from answerable.reading.clauses import Passage
from answerable.reading.layout.lines import MONTH
from answerable.reading.material import Material
from answerable.reading.residue.trigger import Trigger
from answerable.reading.worded import worded

_MEETING = re.compile(
    r"\b(?:next (?:time|one|group|date)|deferred|postponed|training|briefing"
    r"|meetings?|sessions?|boards?|panels?|committees?|hearing|conference|met"
    r"|meets|held|visit|calls?|same time|reality check|question time|workshop|seminar|walkabout"
    r"|assembly|summit|roadshow|callers?’ day|scrutiny|holding to account|last time|gold group"
    r"|debrief|see you|shall we say|night is|come on|seeing"
    r"|gather(?:s|ed)?|convenes?|sat|agm|sitting|reconvenes?|adjourned|agenda|minutes|mins"
    r"|notes of|huddle|catch-up|forum|back|together|event|evening|same (?:place|hour)"
    r"|shall we (?:speak|talk)|moderation|meet"
    r"|hosting us|coming on|came to see"
    r"|dates (?:of|for)|(?:the )?next (?:is|are)|(?:can|could|cannot|can[’']t) (?:do|make)"
    r"|come and|come along|drop[- ]?in|join us|surgery)\b",
    re.IGNORECASE,
)
_MEETING_SMALL = re.compile(_MEETING.pattern)
# In a title, or in a line above a list of dates, more words name who sits.
_SITS = re.compile(
    r"\b(?:groups?|authority|cabinet|councils?|partnership|evidence|commission|surger(?:y|ies)"
    r"|executive|quarter|diary|calendar|programme|dates|talk to|see (?:me|us)|meet (?:me|us)"
    r"|find (?:me|us)|come|join|where)\b",
    re.IGNORECASE,
)
_WEEKDAY = r"(?:Mon|Tue(?:s)?|Wed(?:nes|s)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?"
DATE = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {MONTH}\b|\b{MONTH} \d{{1,2}}\b"
    rf"|\b\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}}\b(?!/)|\b{MONTH} 20\d\d\b|\b20\d\d-\d\d-\d\d\b"
    rf"|\bday of {MONTH}\b"
    rf"|\b{_WEEKDAY},? (?:at )?\d{{1,2}}(?:[.:]\d\d)? ?[ap]m\b|\blast night\b",
    re.IGNORECASE,
)
# "Council is on 24 February", "the Authority takes the budget on 9 May": who sits, and a day.
_BODY_ON = re.compile(
    r"\b(?:authority|council|cabinet|executive|commission|governors|trustees|jac|pcp|group|we|they"
    r"|partnership|parliament|assembly) (?:[\w’'-]+ ){1,5}?(?:on|in|for) (?:\w+day,? )?(?:the )?$"
)
# The same in small letters, which is far faster than a pattern that heeds no case.
_DATED = worded(
    "-|.|/|am|apr|aug|dec|feb|jan|jul|jun|last night|mar|may|nov|oct|pm|sep", DATE.pattern.lower()
)
_SMALL = MONTH.lower()
# "my Custody Board in April", "the October board": a month alone beside who meets.
_BOARD = (
    r"(?:board|panel|committee|meeting|session|hearing|conference|forum|cabinet|assembly|council)"
)
_MONTHLY = re.compile(
    rf"\b{_BOARD} (?:meeting )?(?:[\w’'-]+ (?:[\w’'-]+ )?)?(?:in|of|for) (?:early |late |mid-)?"
    rf"(?P<one>{_SMALL})\b"
    rf"|\b(?:next|the|our|its|my|your) (?P<two>{_SMALL}) (?:[\w’'-]+ )?{_BOARD}\b"
)
# "yesterday's hot debrief", "this morning's Board", "Thursday's drop-in": whose day it is.
_OF_THE_DAY = worded(
    "yesterday|today|tonight|this |last |day's|day’s",
    r"\b(?:yesterday|today|tonight|(?:this|last|yesterday) (?:morning|afternoon|evening|night"
    r"|week)|(?:mon|tues|wednes|thurs|fri|satur|sun)day)[’']s (?:[a-z-]+ ){0,3}?"
    rf"(?:{_BOARD}|debrief|catch-up|huddle|call|visit|briefing|drop-in|surgery|one-to-one)\b",
)
# A day without a month says something only beside words of meeting.
_DAY = re.compile(
    rf"\b(?:next |on |this )?{_WEEKDAY},? (?:the )?\d{{1,2}}(?:st|nd|rd|th)\b"
    rf"|\b(?:on|for) the \d{{1,2}}(?:st|nd|rd|th)\b(?! (?:of )?[A-Z])"
    rf"|\b(?:next|on|this) {_WEEKDAY}\b|\bthis (?:morning|afternoon|evening)\b"
)
_NEXT = re.compile(
    r"\W{0,8}(?:[A-Z]{0,4}[\d./]{1,6}\W{1,8})?(?:next|dates|date of (?:the )?next|then|future)\b",
    re.IGNORECASE,
)
_HOUR = re.compile(
    r"\b\d{1,2}(?:[.:]\d\d)? ?(?:[ap]\.?m\b|noon\b)|\bnoon\b"
    r"|\b(?!(?:19|20)\d\d\b)(?:[01]\d|2[0-3])[.:]?[0-5]\d\b(?!/)"
)
_OPENS = re.compile(rf"\W{{0,4}}(?:{_WEEKDAY}\b,? ?)?(?:the )?(?=[\dA-Z])")
# "Date: Mon, 10 Nov 2025 18:41": when a mail was sent.
_STAMP = re.compile(r"\W{0,8}(?:date|sent|published|on)\b", re.IGNORECASE)
# What is dated below its title by the day on which it came out.
_PUBLISHED = frozenset(("inspection-report", "inspection-letter", "press-release", "news",
                        "statutory-response", "statement", "funding", "decision"))  # fmt: skip
# "The findings of the monitoring visit of 13 and 14 October": an inspection is no meeting.
_INSPECTS = worded(
    "visit|came |inspect| team",
    r"\b(?:monitoring|focused|unannounced|inspection|follow-up|review) visits?"
    r" (?:of|on|took|was|to)\b"
    r"|\bfindings of the [^.;\n]{0,40}(?:visit|inspection)\b|\bwe (?:came to see|inspected)\b"
    r"|\b(?:inspectors?|our team|my team) (?:visited|came|spent|were)\b",
)
_NEAR = 40  # characters between a date and an hour
_SHORT = 110  # characters of a line of a list of dates, and of a title
_LIST = 12  # lines of a list of dates that are looked through for the words above it


def sittings(material: Material, passage: Passage) -> Iterator[Trigger]:
    """Each date in a passage that speaks of a meeting, or stands where a meeting is dated."""
    text, start, end, small = material.text, passage.start, passage.end, material.lowered
    if _INSPECTS.search(small, start, end):
        return
    meets = _MEETING_SMALL.search(small, start, end) is not None
    for month in _MONTHLY.finditer(small, start, end) if meets else ():
        yield Trigger(*month.span("one" if month["one"] else "two"), "meeting")
    for one in _OF_THE_DAY.finditer(small, start, end) if meets else ():
        yield Trigger(one.start(), one.end(), "meeting")
    found = list(_DATED.finditer(small, start, end))
    if found and _titled(material, passage, *found[0].span()):
        yield Trigger(*found[0].span(), "meeting")
        return
    if meets or passage.section == "previous-minutes" or _NEXT.match(text, start, end):
        found += _DAY.finditer(text, start, end)
    elif found and _alone(material, passage):
        pass
    elif not found or passage.kind == "letterhead" or _STAMP.match(text, start, end):
        return
    elif not _headed(material, passage):
        found = [
            one
            for one in found
            if _timed(text, one.start(), one.end(), start, end)
            or _BODY_ON.search(small, start, one.start())
        ]
    for one in found:
        yield Trigger(one.start(), one.end(), "meeting")


def _alone(material: Material, passage: Passage) -> bool:
    """A day and nothing else on its line, below a title that names who sits."""
    words = material.text[passage.start : passage.end]
    if passage.kind in ("row", "letterhead"):
        return False
    if material.profile.type in _PUBLISHED and not _WHO_SITS.fullmatch(passage.heading):
        return False
    if material.canonical.media_type.startswith("message/") or not DAY_ALONE.fullmatch(words):
        return False
    above = material.passages[0].start, material.passages[0].end
    top = material.text[slice(*above)] if passage.block <= _TOP else ""
    return any(_MEETING.search(one) or _SITS.search(one) for one in (top, passage.heading) if one)


def _titled(material: Material, passage: Passage, start: int, end: int) -> bool:
    """A title with its date behind a sign: "Weekly improvement call – 5 August 2031"."""
    text = material.text
    words, before = text[passage.start : passage.end].strip(), text[passage.start : start]
    if passage.block > _TOP or len(words) > _SHORT or passage.kind in ("letterhead", "row"):
        return False
    if material.profile.type in _PUBLISHED or words[-1] in ".;" or _STAMP.match(words):
        return False
    beside = _WORD.findall(before + text[end : passage.end])
    return len(beside) > 1 and ":" not in words and _SIGN.search(before) is not None


DAY_ALONE = re.compile(
    rf"\W*(?:\d{{1,2}}[.)] )?(?:(?:date|when|day)(?: and time)?: )?(?:{_WEEKDAY},? )?(?:the )?"
    rf"(?:{DATE.pattern})(?:,? 20\d\d)?(?:(?:,? (?:at )?| – |, from )(?:{_HOUR.pattern}))?\W*",
    re.IGNORECASE,
)
# Below the name of who sits and nothing else, a day is that of a meeting in any paper.
_WHO_SITS = re.compile(
    r"(?:[\w’'&]+ ){1,6}(?:authority|board|panel|committee|council|cabinet)", re.IGNORECASE
)
_SIGN = re.compile(rf"(?:[,–—(-] ?(?:{_WEEKDAY},? )?|^)$")
_TOP = 5  # blocks at the head of a paper
_WORD = re.compile(r"[A-Za-z]{4,}")


def _timed(text: str, start: int, end: int, least: int, most: int) -> bool:
    """Whether an hour stands beside a date; “by 5pm on Friday” is a deadline."""
    from_, to = max(least, start - _NEAR), min(most, end + _NEAR)
    hour = _HOUR.search(text, end, to) or _HOUR.search(text, from_, start)
    return hour is not None and not re.search(
        r"\b(?:by|before|until|sent|published|posted|updated)\b", text[from_:end], re.IGNORECASE
    )


def _dates(text: str, one: Passage) -> bool:
    """Whether a line is short and begins with a date."""
    opens = _OPENS.match(text, one.start, one.end)
    at = opens.end() if opens else one.start
    return one.end - one.start < _SHORT and DATE.match(text, at, one.end) is not None


def _headed(material: Material, passage: Passage) -> bool:
    """A line that begins with a date, below a title or a lead-in that names who meets."""
    text = material.text
    if passage.kind == "row" or not _dates(text, passage):
        return False
    if material.profile.type in _PUBLISHED:
        return False
    above: Passage | None = passage
    for _ in range(_LIST):
        above = material.before(above) if above else None
        if above is None or not _dates(text, above):
            break
    words = text[above.start : above.end] if above else ""
    return any(
        one and len(one) < _SHORT and (_MEETING.search(one) or _SITS.search(one))
        for one in (words, passage.heading)
    )
