"""Earlier meetings whose minutes are to be confirmed together, a day in each line.

"To confirm the minutes of the following meetings:" and below it "12 March – Extra meeting",
"6 May"; also in one line, parted by bullets.
"""

import re
from collections.abc import Iterator

from answerable.reading.deadlines import Stated, dates
from answerable.reading.material import Material
from answerable.reading.meetings.meeting_fields import meeting
from answerable.reading.records import Record
from answerable.reading.worded import worded

_LEAD = worded(
    "meetings|sessions",
    r"\b(?:minutes|notes|records?) (?:of|from) (?:[\w&’',-]+ ){0,12}?(?:meetings|sessions)"
    r"(?:,? (?:(?:which|that) were )?held)?(?: on)?\s?:",
    re.IGNORECASE,
)
_MARK = re.compile(r"\s*(?:(?:[·•▪*–—-]|\(?[a-z0-9]{1,3}[.)])\s+)?(?:the )?")
_NEXT = re.compile(r"[·•▪\n]")
# "– Extraordinary meeting to consider the plan", "(special)": which meeting it was.
_WHICH = re.compile(
    r" ?(?:[–-] [A-Z][^.;:·•▪|\n]{2,60}?(?= (?:to|at|in|on|about|regarding|concerning)\b"
    r"|\s*(?:[.;:·•▪|\n]|$))|\([^()\n]{3,40}\))"
)
_MOST, _LONGEST = 12, 200  # days below a lead, characters of the lead


def minuted(material: Material, this: Record | None) -> Iterator[Record]:
    """Each day that a line below such words begins with."""
    for lead in _LEAD.finditer(material.text):
        at = lead.end()
        for _ in range(_MOST):
            mark = _MARK.match(material.text, at)
            begin = mark.end() if mark else at
            stated = _first(material, begin)
            if stated is None or stated.start != begin:
                break
            which = _WHICH.match(material.text, stated.end)
            end = which.end() if which else stated.end
            end = stated.end + len(material.text[stated.end : end].rstrip())
            if this is None or stated.iso != this.fields["date"]:
                yield meeting(
                    material, (stated.start, end), stated, lead.group()[-_LONGEST:],
                    standing="previous", rule="meeting.minuted", weight=79,
                )  # fmt: skip
            after = _NEXT.search(material.text, end)
            if after is None:
                break
            at = after.start()


def _first(material: Material, begin: int) -> Stated | None:
    """The whole day within the next words."""
    found = dates(material.text, begin, min(len(material.text), begin + _DAY))
    return next((one for one in found if one.iso and len(one.iso) == _WHOLE), None)


_WHOLE = len("2031-05-04")
_DAY = 60  # characters in which a day is told
