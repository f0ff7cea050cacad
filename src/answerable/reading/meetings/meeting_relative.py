"""Meetings told by how long ago they were: "yesterday’s Fleet Board", "the panel met last night".

The day is worked out from the day of the paper, and the record says so; where that is unknown the
meeting has none. What is due by such a meeting tells of a deadline, and a subject line says again
what the mail below it says.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from answerable.reading.deadlines import Stated
from answerable.reading.material import Material
from answerable.reading.meetings.meeting_by_name import day_of
from answerable.reading.meetings.meeting_fields import meeting
from answerable.reading.records import Record
from answerable.reading.worded import worded

_WHEN = (
    r"(?:yesterday(?: (?:morning|afternoon|evening))?|today|tonight|tomorrow(?: (?:morning"
    r"|afternoon|evening|night))?|last night|this (?:morning|afternoon|evening))"
)
_SORT = (
    r"(?:sessions?|meetings?|board|panel|committee|hearing|workshop|forum|assembly|gold(?: group)?"
    r"|silver(?: group)?|summit|briefing|debrief|huddle|catch-?up|call|cabinet|council|conference"
    r"|surgery|question time|group|one[- ]to[- ]one|1:1|executive|partnership)"
)
_DAYS = "yesterday|today|tonight|tomorrow|last night|this morning|this afternoon|this evening"
_OF_WHEN = worded(
    _DAYS,
    rf"\b(?P<when>{_WHEN})[’']s (?P<what>(?:(?!(?:and|of|to|for|in|on|at|by)\b)[\w&’'-]+ ){{0,4}}?"
    rf"{_SORT})\b(?! (?:papers?|reports?|pack|minutes|members?|room|log|notes))",
    re.IGNORECASE,
)
_AT_WHEN = worded(
    _DAYS,
    r"\b(?P<begin>(?:(?:coming|came|come) to|at|attend(?:ing|ed)|chair(?:ing|ed)|of|from)"
    r" (?=(?:the|our|my|your) ))(?P<what>(?:the|our|my|your)"
    rf" (?:(?!(?:and|to|for|in|on|at|by|that|which)\b)[\w&’'-]+ ){{0,5}}?{_SORT})"
    rf" (?:held )?(?P<when>{_WHEN})\b(?![’'])",
    re.IGNORECASE,
)
_MET_WHEN = worded(
    _DAYS,
    rf"\b(?P<what>(?:the |our )?(?:[\w&’'-]+ ){{0,3}}?{_SORT}) (?:met|sat|meets|sits"
    rf"|will meet|is(?= (?:tomorrow|tonight)))(?: again)? (?P<when>{_WHEN})\b(?![’'])",
    re.IGNORECASE,
)
_BY_IT = re.compile(
    r"\b(?:by|before|until|for|ahead of|in time for|to)(?: the)?(?: \w+[’']s)? ?$", re.I
)
_THIS = re.compile(r"\b(?:notes?|minutes|record|summary) (?:of|from) $", re.IGNORECASE)
_OFF = re.compile(r"[^.;\n]{0,30}\b(?:cancelled|postponed|called off|abandoned)\b")
_LONG_WAY = 30


def relative(material: Material, this: Record | None) -> Iterator[Record]:
    """Each meeting that is told by a day such as yesterday."""
    held = day_of(material, this)
    for passage in material.passages:
        if passage.kind in ("row", "letterhead"):
            continue
        if material.text.startswith("Subject:", passage.start):
            continue
        for pattern in (_OF_WHEN, _AT_WHEN, _MET_WHEN):
            for match in pattern.finditer(material.text, passage.start, passage.end):
                begin = match.groupdict().get("begin") or ""
                near = max(passage.start, match.start() - _LONG_WAY)
                left = material.text[near : match.start() + len(begin)]
                ahead = _ahead(match["when"].lower())
                same = this is not None and ahead == 0
                due = not begin and _BY_IT.search(left)
                if same or due or _OFF.match(material.text, match.end()):
                    continue
                day = (held + timedelta(ahead)).isoformat() if held is not None else None
                if this is not None and day == this.fields["date"]:
                    continue
                start = match.start() + len(begin)
                at = Stated(match.start("when"), match.end("when"), match["when"], day)
                one = meeting(
                    material, (start, match.end()), at, match["what"],
                    standing=_standing(ahead, left),
                    rule="meeting.relative", weight=40,
                )  # fmt: skip
                why = "from its name and the day of the paper"
                yield replace(one, inferred={**one.inferred, "date": why}) if day else one


def _ahead(when: str) -> int:
    """How many days after the paper; less than none for a day before it."""
    if when.startswith("tomorrow"):
        return 1
    return -1 if when.startswith(("yesterday", "last")) else 0


def _standing(ahead: int, left: str) -> str:
    if ahead > 0:
        return "next"
    return "this" if _THIS.search(left) else "previous"
