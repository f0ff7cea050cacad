"""Meetings in labels and tables: "Session: Strategic Board, 5 May", plans of meetings to come."""

import re
from collections.abc import Iterator
from dataclasses import replace

from answerable.reading.cells import names_columns
from answerable.reading.deadlines import Stated, dates
from answerable.reading.material import Material
from answerable.reading.meetings.meeting_fields import meeting
from answerable.reading.records import Record

_LABEL = re.compile(
    r"(?:(?:meeting|session|board|panel|committee|hearing|event)(?: (?:title|name|and date|date))?"
    r"|name of (?:meeting|board|committee)|(?:date|day) of (?:the )?(?:meeting|session|board)"
    r"|meeting held(?: on)?|held(?: on)?)",
    re.IGNORECASE,
)
_DATED = re.compile(
    r"(?:(?:meeting|session|board|panel|committee) ?(?:date)?|dates?(?: of (?:the )?(?:meeting"
    r"|session|board)s?)?|when|next (?:meeting|session))",
    re.IGNORECASE,
)
_OF_A_PLAN = re.compile(
    r"(?:theme|topic|subject|focus|papers?(?: due| deadline)?|deadline for papers|venue|location"
    r"|place|time|agenda|meeting|session|type|public or private|items?|purpose)\b.*",
    re.IGNORECASE,
)
# A column with the name of each meeting, beside the one with its day.
_NAMES = re.compile(
    r"(?:name of )?(?:meeting|body|board|committee|session|event)s?", re.IGNORECASE
)
_ONLY_DATE = re.compile(r"[\s,.:–-]*(?:at )?(?:\d{1,2}[.:]?\d{0,2} ?(?:am|pm|hrs)?)?[\s,.]*", re.I)
_TOP = 14


def labelled(material: Material) -> Record | None:
    """The meeting that a label at the top names: its value holds a whole date."""
    for block in material.canonical.blocks[:_TOP]:
        if block.kind not in ("key_value", "row", "attendance") or len(block.cells) < 2:
            continue
        key = material.canonical.exact(block.cells[0]).strip(" :")
        if block.kind == "row" and names_columns(
            [material.canonical.exact(cell) for cell in block.cells]
        ):
            continue
        if _LABEL.fullmatch(key) is None:
            continue
        cell = block.cells[1]
        stated = _whole(material, cell.start, cell.end)
        if stated is None or cell.end - cell.start > 160:
            continue
        title = material.text[cell.start : cell.end]
        return meeting(
            material,
            (cell.start, cell.end),
            stated,
            title,
            standing="this",
            rule="meeting.labelled",
            weight=76,
        )
    return None


def planned(material: Material, this: Record | None) -> Iterator[Record]:
    """Each row of a plan of meetings: a column of days beside themes, papers or places."""
    after = this.fields["date"] if this is not None else material.meta.published
    for block in material.canonical.blocks:
        if block.kind != "row" or len(block.header) < 2:
            continue
        place = next(
            (
                n
                for n, (one, held) in enumerate(zip(block.header, block.cells, strict=False))
                if _DATED.fullmatch(one.strip())
                and _whole(material, held.start, held.end) is not None
            ),
            None,
        )
        others = [one for n, one in enumerate(block.header) if n != place and one.strip()]
        if place is None:
            continue
        if not all(_OF_A_PLAN.match(one.strip()) for one in others):
            continue
        cell = block.cells[place]
        stated = _whole(material, cell.start, cell.end)
        if stated is None:
            continue
        rest = material.text[cell.start : stated.start] + material.text[stated.end : cell.end]
        if not _ONLY_DATE.fullmatch(re.sub(r"[A-Z][a-z]+day", "", rest)):
            continue
        standing = "next" if not isinstance(after, str) or str(stated.iso) > after else "mentioned"
        named = place > 0 and _NAMES.fullmatch(block.header[place - 1].strip()) is not None
        name = block.cells[place - 1] if named else cell
        yield meeting(
            material,
            (name.start, cell.end),
            stated,
            material.text[name.start : name.end] if named else " ".join(block.header),
            standing=standing,
            rule="meeting.planned",
            weight=72,
        )


def of_same_body(one: Record, this: Record | None) -> Record:
    """The last and the next meeting of a body, where their own words do not name it."""
    if one.kind != "meeting" or this is None or one.fields["body"] is not None:
        return one
    if one.fields["standing"] not in ("next", "previous") or this.fields["body"] is None:
        return one
    return replace(
        one,
        fields={**one.fields, "body": this.fields["body"], "body_id": this.fields["body_id"]},
        inferred={**one.inferred, "body": "the body whose paper this is"},
    )


def _whole(material: Material, start: int, end: int) -> Stated | None:
    found = (one for one in dates(material.text, start, end) if one.iso and len(one.iso) == 10)
    return next(found, None)
