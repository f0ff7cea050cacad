"""The meeting that only the subject line of a mail gives its day: "Extra meeting on 26 May".

What the mail below says again is read there, and a subject line that says what is due by a
meeting, or of which papers, tells of none.
"""

import re
from collections.abc import Iterator, Sequence

from answerable.reading.deadlines import dates
from answerable.reading.material import Material
from answerable.reading.meetings.meeting_fields import meeting
from answerable.reading.records import Record

_SUBJECT = "Subject:"
_MEETING_ON = re.compile(
    r"\b(?:meetings?|sessions?|hearing|board|panel|committee|forum|assembly|workshop|surgery"
    r"|summit|cabinet)(?: (?:with|in|at) [\w’' ]{2,40}?)? (?:on|of) (?:the )?(?:\w+day,? )?$",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"\b(?:by|before|until|deadline|due|papers?|reports?|letter|reply|questions?|cancelled"
    r"|postponed|called off|decisions?|actions?)\b",
    re.IGNORECASE,
)
_PAST = re.compile(r"\b(?:notes?|minutes|record|summary) (?:of|from)\b", re.IGNORECASE)
_REST = re.compile(r"(?:,| at|:| [–-])[^\n]{0,50}$|[\s.?!]*$")


def of_subject(
    material: Material, this: Record | None, found: Sequence[Record]
) -> Iterator[Record]:
    """The meeting of the subject line, where no other record has its day."""
    told = {str(one.fields["date"])[4:] for one in (*found, *((this,) if this else ()))}
    for passage in material.passages:
        if not material.text.startswith(_SUBJECT, passage.start):
            continue
        days = dates(material.text, passage.start, passage.end)
        one = next((d for d in days if d.iso and len(d.iso) == len("2031-05-04")), None)
        if one is None or str(one.iso)[4:] in told:
            continue
        left = material.text[passage.start + len(_SUBJECT) : one.start]
        other = _OTHER.search(material.text, passage.start, passage.end)
        if other is not None or not _MEETING_ON.search(left):
            continue
        if _REST.match(material.text, one.end, passage.end) is None:
            continue
        yield meeting(
            material, (one.start, one.end), one, left.strip(),
            standing="previous" if _PAST.search(left) else "mentioned",
            rule="meeting.subject", weight=37,
        )  # fmt: skip
