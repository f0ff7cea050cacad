"""The head of minutes below the title of the page that shows them, which tells the day again.

"Governing body meeting – 7 April" is the page's title; "Vale Governing Body, held on 7 April" or
"Date: Thursday 7 April" below it is the head of the minutes themselves.
"""

import re
from collections.abc import Iterator

from answerable.reading.clauses import Passage
from answerable.reading.deadlines import dates
from answerable.reading.material import Material
from answerable.reading.meetings.meeting_fields import BODY, meeting
from answerable.reading.records import Record

_LABEL = re.compile(
    r"\W*(?:(?:meeting )?date(?: (?:and time|of (?:the )?meeting))?|held on)\s*:\s*(?:\w+day,? )?",
    re.IGNORECASE,
)
_HELD = re.compile(
    r"(?:[^.;:\n]{0,60}\b(?:minutes?|notes?) (?:of|from) )?(?:(?:the|an?) )?"
    r"(?:[Mm]eeting of (?:the )?[A-Z][^.;:\n]{3,70} )?[Hh]eld (?:on|at)\b[^.;:\n]{0,60}$"
)
_SITS = re.compile(r"\b(?:Governing Body|Authority|Governors|Trustees)\b")
_TOP, _LONGEST = 10, 160


def again(material: Material, this: Record | None) -> Iterator[Record]:
    """The line below the first head that says when the same meeting was held."""
    if this is None or this.fields["standing"] != "this":
        return
    above: Passage | None = None
    for passage in material.passages[:_TOP]:
        before, above = above, passage
        if passage.start < this.end or passage.end - passage.start > _LONGEST:
            continue
        found = dates(material.text, passage.start, passage.end)
        stated = next((one for one in found if one.iso == this.fields["date"]), None)
        if stated is None:
            continue
        left = material.text[passage.start : stated.start]
        if not _LABEL.fullmatch(left) and not _HELD.fullmatch(left):
            continue
        title = material.text[before.start : before.end] if before is not None else ""
        headed = before is not None and before.start >= this.end
        headed = headed and (BODY.search(title) or _SITS.search(title)) is not None
        begin = before.start if headed and before is not None else passage.start
        yield meeting(
            material, (begin, passage.end), stated, title if headed else left, standing="this",
            rule="meeting.again", weight=74,
        )  # fmt: skip
        return
