"""Meetings in a row: "on 4 March, 6 May and 8 July", and a line that holds a body and its day.

Also one whose day the next sentence gives ("the June meeting? That is on 15 June"), and a surgery
or the like that a head names and the sentence below it places.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from answerable.reading.clauses import Passage
from answerable.reading.deadlines import Stated, dates
from answerable.reading.material import Material
from answerable.reading.meetings.meeting_fields import meeting
from answerable.reading.records import Record

_PAIR = re.compile(
    r"(?: \([^()\n]{1,40}\))?(?:,|;| and| &|, and)(?: again)?(?: on)? (?:the )?(?:\w+day,? )?"
)
_AFTER = re.compile(
    r"\s*(?:[,.;()]|and\b|&|$|(?:be|were|are|had been|have been|having been) [a-z]"
    r"|as (?:a |an )?(?:true|correct|accurate)\b|for (?:approval|accuracy|signature|signing)\b)"
)
_PROSE = (
    "meeting.event", "meeting.mentioned", "meeting.of-body", "meeting.by-day", "meeting.previous",
    "meeting.will-meet",
)  # fmt: skip
_LINE = re.compile(
    r"\W*(?P<body>[A-Z][\w&’' -]{0,60}\b(?:[Mm]eeting|[Cc]ouncil|[Bb]oard|[Pp]anel|[Cc]ommittee"
    r"|[Cc]abinet|[Ff]orum|[Aa]uthority|[Gg]overnors|[Tt]rustees|[Ss]urger(?:y|ies)|[Aa]ssembly"
    r"|[Dd]rop-in|AGM)): (?:\w+day,? )?$"
)
_NOT_TO_COME = re.compile(
    r"\W*(?:last|previous|next|minutes|reports?|deadlines?|papers?|apologies|nominations?"
    r"|questions|before|after|by|due|published|approved)\b",
    re.IGNORECASE,
)
_THEN = re.compile(
    r"[,;]? ?(?:(?:at |from )?\d{1,2}(?:[.:]\d\d)? ?(?:[ap]\.?m\.?|hrs|noon)?)?"
    r"(?:(?:,| at| in) [^.;:\n]{3,50})?\.?\s*",
    re.IGNORECASE,
)
_THAT_IS = re.compile(
    r"\W*(?:That|This|It|Which)(?:[’']s| is| will be| takes place) (?:held )?on (?:\w+day,? )?$"
)
_MEETING = re.compile(
    r"\b(?:meeting|session|board|panel|committee|hearing|forum|surgery|drop-in|workshop)\b"
    r"(?![’']s)(?! (?:papers?|reports?|pack|minutes|members?))",
    re.IGNORECASE,
)
_EVENT_HEAD = re.compile(
    r"(?:[\w’' -]{0,30} )?(?:surger(?:y|ies)|drop-ins?|open (?:evening|day|meeting)s?"
    r"|public meetings?|roadshows?|street meetings?|question time|coffee mornings?)\W*",
    re.IGNORECASE,
)
_WILL_BE = re.compile(
    r"\b(?:will be|[’']ll be|are|is) (?:at|in|on) [^.;\n]{3,60}?(?: on| from)? (?:\w+day,? )?$"
)
_OPENS = re.compile(r"\W*(?:(?:That|This|It|Which)\b|[A-Z][\w&’' -]{3,75}: )")
_HEAD = 90
_WHOLE = len("2031-05-04")


def in_a_row(material: Material, found: Sequence[Record]) -> Iterator[Record]:
    """The days that follow the day of a meeting in the same sentence."""
    told = [one for one in found if one.rule in _PROSE and one.fields["standing"] != "this"]
    for one in told:
        passage = next((p for p in material.passages if p.start <= one.start < p.end), None)
        if passage is None or passage.kind in ("row", "heading"):
            continue
        last: Stated | None = None
        days = list(dates(material.text, one.start, passage.end))
        for place, day in enumerate(days):
            if day.end <= one.end + 1:
                last = day
                continue
            joined = last is not None and _PAIR.fullmatch(material.text, last.end, day.start)
            if not joined or not day.iso or len(day.iso) < _WHOLE:
                break
            if not _AFTER.match(material.text, day.end, passage.end):
                break
            last = day
            if any(other.start < day.end and other.end > day.start for other in found):
                continue
            yield meeting(
                material, (day.start, day.end), _dated(day, days[place + 1 :]),
                str(one.fields["body"] or ""), standing=str(one.fields["standing"]),
                rule="meeting.row", weight=38,
            )  # fmt: skip


def _dated(day: Stated, later: Sequence[Stated]) -> Stated:
    """A day without its year is of that of the next in the row that has one."""
    iso = str(day.iso)
    year = next((one.iso[:4] for one in later if one.iso and one.iso[:2] in ("19", "20")), None)
    return replace(day, iso=f"{year}{iso[4:]}") if iso.startswith("XXXX") and year else day


def placed(material: Material, this: Record | None) -> Iterator[Record]:
    """A body and its day alone in a line, "That is on 15 June", and what a head names."""
    above: Passage | None = None
    for passage in material.passages:
        before, above = above, passage
        if passage.kind in ("row", "heading", "letterhead"):
            continue
        if this is not None and passage.start < this.end and passage.end > this.start:
            continue
        one = _first(material, passage) if _may(material, passage) else None
        if one is None:
            continue
        begin = _begin(material, passage, one, before)
        if begin is None:
            continue
        tail = _THEN.match(material.text, one.end, passage.end)
        end = tail.end() if tail else one.end
        end = one.end + len(material.text[one.end : end].rstrip(" ."))
        yield meeting(
            material, (begin, end), one, material.text[begin : one.start], standing="next",
            rule="meeting.placed", weight=38,
        )  # fmt: skip


def _may(material: Material, passage: Passage) -> bool:
    """Whether a passage opens as one of these, before its days are looked for."""
    if _EVENT_HEAD.fullmatch(passage.heading.strip()) is not None:
        return True
    end = min(passage.end, passage.start + _HEAD)
    return _OPENS.match(material.text, passage.start, end) is not None


def _first(material: Material, passage: Passage) -> Stated | None:
    one = next(iter(dates(material.text, passage.start, passage.end)), None)
    return one if one is not None and one.iso and len(one.iso) == _WHOLE else None


def _begin(
    material: Material, passage: Passage, one: Stated, before: Passage | None
) -> int | None:
    """Where the words of such a meeting begin; None where they tell of none."""
    left = material.text[passage.start : one.start]
    line = _LINE.fullmatch(left) if not _NOT_TO_COME.match(left) else None
    if line is not None and _THEN.fullmatch(material.text, one.end, passage.end):
        return passage.start + line.start("body")
    if _THAT_IS.fullmatch(left) and before is not None and before.block == passage.block:
        told = _MEETING.search(material.text, before.start, before.end)
        return one.start if told else None
    if _EVENT_HEAD.fullmatch(passage.heading.strip()) and _WILL_BE.search(left):
        return one.start
    return None
