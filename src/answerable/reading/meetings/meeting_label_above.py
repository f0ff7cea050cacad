"""The meeting of a page whose labels stand in lines of their own: "Date:", and below it the day.

So council and authority sites show a meeting: "Date:", "Time:", "Location:", each above its value.
"""

import re

from answerable.reading.deadlines import Stated, dates
from answerable.reading.layout.canonical_text import Block
from answerable.reading.material import Material
from answerable.reading.meetings.meeting_fields import BODY, meeting
from answerable.reading.records import Record

_DATE = re.compile(
    r"\W*(?:(?:meeting )?date(?: (?:and time|of (?:the )?(?:meeting|session)))?|when|held on)"
    r"\s*:?\s*",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    r"\W*(?:(?:start )?time|location|venue|place|where|attend(?:ees|ance)|present|in attendance"
    r"|members present|apologies(?: for absence)?|chair(?:ed by)?|minutes? taken by|agenda"
    r"|committee|meeting type|quorum)\s*(?::|$)",
    re.IGNORECASE | re.MULTILINE,
)
# Behind the day: its time and its place, and no verb.
_REST = re.compile(
    r"(?:[\s,.:;|–-]|\d{1,2}[.:]?\d\d(?: ?[ap]\.?m\b|\b)|\d{1,2} ?[ap]\.?m\b"
    r"|\b(?:to|at|from|hrs|hours|noon)\b)*"
)
_TOP, _NEAR = 12, 7


def label_above(material: Material) -> Record | None:
    """The meeting whose day stands below the label "Date:", beside other labels of a meeting."""
    blocks = material.canonical.blocks[:_TOP]
    for place, block in enumerate(blocks[:-1]):
        if _DATE.fullmatch(material.text, block.start, block.end) is None:
            continue
        below = blocks[place + 1]
        stated = _day(material, below)
        if stated is None:
            continue
        near = material.canonical.blocks[place + 2 : place + 2 + _NEAR]
        if not any(_BESIDE.match(material.text, one.start, one.end) for one in near):
            continue
        return meeting(
            material, (below.start, below.end), stated, _title(material, blocks[:place]),
            standing="this", rule="meeting.label-above", weight=76,
        )  # fmt: skip
    return None


def _day(material: Material, block: Block) -> Stated | None:
    """The whole day that a block holds, and nothing else but its time."""
    found = (one for one in dates(material.text, block.start, block.end) if one.iso)
    stated = next((one for one in found if len(one.iso or "") == len("2031-05-04")), None)
    if stated is None or material.text[block.start : stated.start].strip():
        return None
    return stated if _REST.fullmatch(material.text, stated.end, block.end) else None


def _title(material: Material, above: tuple[Block, ...]) -> str:
    """The line above the label that names a body."""
    words = (material.canonical.exact(one) for one in above if one.end - one.start < _LONGEST)
    return next((one for one in words if BODY.search(one)), "")


_LONGEST = 120  # characters of a title
