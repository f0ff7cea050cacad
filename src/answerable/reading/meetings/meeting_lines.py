"""Meetings in the short forms of minutes: "Next: 18 June; then 3 July", "the June board (12th)".

A line of days behind a label tells of the meetings of the body whose paper it stands in. A month
before a board or a session names its meeting by the month, where its day follows in brackets.
"""

import re
from collections.abc import Iterator

from answerable.reading.clauses import Passage
from answerable.reading.deadlines import MONTHS, Stated, dates
from answerable.reading.material import Material
from answerable.reading.meetings.meeting_fields import meeting
from answerable.reading.people.attendance import at_a_meeting
from answerable.reading.records import Record
from answerable.reading.worded import worded

_LABEL = re.compile(
    r"\W*(?:(?:[A-Z]{1,4}[./])?\d{1,3}(?:[./]\d{1,3})?\.? )?(?:next"
    r"(?: (?:[\w’'-]+ )?(?:ones?|time|mtgs?|gold|silver"
    r"|meetings?|sessions?|boards?|panels?|committees?|groups?|forum)| (?-i:[A-Z]{2,6})(?=:))?"
    r"|(?:our |the |further |future |other |remaining |forthcoming )?(?:meeting )?dates"
    r"(?: (?:of|for|to) (?:[\w’'-]+ ){0,3}[\w’'-]+)?)"
    r"\s*[:.–-]?\s*(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?",
    re.IGNORECASE,
)
# "Dates. 4 June, 2 July.": a head in the line, with a stop of its own.
_HEAD = re.compile(
    r"(?:[A-Z]{0,4}[./]?\d{1,3}(?:[./]\d{1,3})? )?(?:(?:Future|Next|Further) )?"
    r"(?:[Dd]ates|[Mm]eetings?)\."
)
_OF_OTHERS = re.compile(
    r"\b(?:publication|issue|birth|report|review|look|step|update|visit|inspection|election|year"
    r"|due|action|deadline|audit|training|phase)\b",
    re.IGNORECASE,
)
# What may stand between two of the days, or between a day and the end: a time, a room, "then".
_AND_THEN = re.compile(
    r"[^.\n;]{0,40}(?:[,;]| and| &)\s*(?:and )?(?:(?:then|last one|the last|final one|after that)"
    r"(?: on| is)? )?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?",
    re.IGNORECASE,
)
_SHORT_DAY = re.compile(r"\b(?P<day>\d{1,2})/(?P<month>\d{1,2})(?![/\d])")
_MONTH = "|".join(sorted(one.title() for one in MONTHS if len(one) > 3 or one == "may"))
_OF_MONTH = worded(
    ")",
    rf"\b(?P<month>{_MONTH}) (?:[a-z]+ ){{0,2}}?(?:[Ss]essions?|[Mm]eeting|[Bb]oard|[Pp]anel"
    rf"|[Cc]ommittee|[Ff]orum|[Cc]abinet)\b(?! (?:papers?|reports?|pack|minutes|members?|room))"
    rf"(?: \((?:the |on )?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: (?:{_MONTH}))?\))",
)


# "a date for the June session (4th)", "by the May board (6th)": something is due by it.
_FOR_IT = re.compile(r"\b(?:by|before|for|until|in time for|ahead of) (?:the |our )?$")


def of_lines(material: Material, this: Record | None) -> Iterator[Record]:
    """The days of a line "Next: …" or "Dates: …" in a paper of a meeting."""
    if this is None and not at_a_meeting(material.sightings):
        return
    if material.canonical.media_type.startswith("message/"):
        return  # "Date: …" is of the message
    above: Passage | None = None
    for passage in material.passages:
        before, above = above, passage
        if passage.kind in ("row", "cell") or passage.end - passage.start > _LONGEST:
            continue
        near = before is not None and before.block == passage.block
        begin = (
            before.start
            if near and before and _HEAD.fullmatch(material.text, before.start, before.end)
            else passage.start
        )
        label = _LABEL.match(material.text, begin, passage.end)
        if label is None or _OF_OTHERS.search(label.group()):
            continue
        at = label.end()
        for one in _days(material.text, passage):
            if one.start < at:
                continue  # "31/06 Next meeting": the number of an item
            between = material.text[at : one.start]
            first = at == label.end()
            if between.strip() if first else not _AND_THEN.fullmatch(between):
                break
            yield meeting(
                material, (one.start, one.end), one, "", standing="next", rule="meeting.line",
                weight=42,
            )  # fmt: skip
            at = one.end


_LONGEST = 200


def _days(text: str, passage: Passage) -> list[Stated]:
    """The days of a line in order; "24/03" is one too, where it stands in such a line."""
    whole = [
        one
        for one in dates(text, passage.start, passage.end)
        if one.iso and len(one.iso) == len("XXXX-01-01")
    ]
    for match in _SHORT_DAY.finditer(text, passage.start, passage.end):
        day, month = int(match["day"]), int(match["month"])
        apart = all(match.end() <= one.start or one.end <= match.start() for one in whole)
        if apart and 1 <= day <= _DAYS and 1 <= month <= _MONTHS:
            iso = f"XXXX-{month:02d}-{day:02d}"
            whole.append(Stated(match.start(), match.end(), match.group(), iso))
    return sorted(whole, key=lambda one: one.start)


_DAYS, _MONTHS = 31, 12


def of_months(material: Material, this: Record | None) -> Iterator[Record]:
    """ "The March board (26th)": a meeting by its month, and its day in brackets."""
    for passage in material.passages:
        if this is not None and passage.start < this.end and passage.end > this.start:
            continue
        if passage.kind in ("heading", "row"):
            continue
        for match in _OF_MONTH.finditer(material.text, passage.start, passage.end):
            if _FOR_IT.search(material.text, passage.start, match.start()):
                continue
            iso = f"XXXX-{MONTHS[match['month'].lower()]:02d}-{int(match['day']):02d}"
            stated = Stated(match.start("month"), match.end(), match.group(), iso)
            yield meeting(
                material, match.span(), stated, match.group(), standing="mentioned",
                rule="meeting.of-month", weight=43,
            )  # fmt: skip
