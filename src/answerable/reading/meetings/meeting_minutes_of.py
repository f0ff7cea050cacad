"""The head of minutes in one line: "Minutes of the meeting of Vale Town Council held at 7pm on".

However long the line goes on, and whatever list of other minutes a page begins with. An item of
an agenda has the same words for the meeting before it: so a head also tells its time or its
place, or those who were there stand at once behind it.
"""

import re

from answerable.reading.clauses import Passage
from answerable.reading.deadlines import Stated, dates
from answerable.reading.material import Material
from answerable.reading.meetings.meeting_fields import meeting, time_of
from answerable.reading.records import Record

_HEAD = re.compile(
    r"\W*(?:(?:draft|unconfirmed|confirmed|approved) )*(?:minutes|notes|record) of (?:the|an?) "
    r"(?!(?:last|previous)\b)[^.;:\n]{0,140}?\bheld\b(?:[^.;:\n]|[.:](?=\d)){0,90}$",
    re.IGNORECASE,
)
_WHERE = re.compile(r",? (?:commencing |starting )?(?:at|in|via|on) (?:the )?\w", re.IGNORECASE)
_WHO = re.compile(
    r"\b(?:present|in attendance|attendees|apologies|members)\b\s*(?::|–|$)", re.IGNORECASE
)
_LETTERS = re.compile(r"^[^.;:\n]{3,40} \([A-Z]{2,3}\)", re.MULTILINE)  # "Ada Moss (AM)"
_TOP, _NEAR, _FAR = 14, 3, 260


def minutes_of(material: Material) -> Record | None:
    """The meeting whose minutes a line near the top of a paper says that it is of."""
    if material.canonical.media_type.startswith("message/"):
        return None
    for place, passage in enumerate(material.passages[:_TOP]):
        if passage.kind in ("row", "item"):
            continue
        stated = _day(material, passage)
        if stated is None:
            continue
        left = material.text[passage.start : stated.start]
        if _HEAD.fullmatch(left) is None or not _held_so(material, place, stated, left):
            continue
        close = _WHO.search(material.text, stated.end, passage.end)
        end = min(close.start() if close else passage.end, stated.end + _PLACE)
        return meeting(
            material, (passage.start, end), stated, left, standing="this",
            rule="meeting.minutes-of", weight=75,
        )  # fmt: skip
    return None


_PLACE = 90  # characters behind a day in which its place is told


def _day(material: Material, passage: Passage) -> Stated | None:
    """The first whole day of a passage, told near its beginning."""
    close = min(passage.end, passage.start + _FAR)
    found = (one for one in dates(material.text, passage.start, close) if one.iso)
    return next((one for one in found if len(one.iso or "") == len("2031-05-04")), None)


def _held_so(material: Material, place: int, stated: Stated, left: str) -> bool:
    """Whether a time, a place or those who were there stand with the day."""
    passage = material.passages[place]
    if time_of(left) is not None or _WHERE.match(material.text, stated.end, passage.end):
        return True
    if _WHO.search(material.text, stated.end, passage.end) is not None:
        return True
    below = material.passages[place + 1 : place + 1 + _NEAR]
    return any(
        one.kind == "attendance" or one.section in ("attendance", "apologies")
        or _WHO.match(material.text, one.start, one.end)
        or _LETTERS.search(material.text, one.start, one.end)
        for one in below
    )  # fmt: skip
