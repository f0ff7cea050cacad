"""Meetings in labels and tables: "Session: Strategic Board, 5 May", plans of meetings to come."""

import re
from collections.abc import Iterator
from dataclasses import replace

from answerable.reading.cells import names_columns
from answerable.reading.deadlines import Stated, dates
from answerable.reading.layout.canonical_text import Block, Span
from answerable.reading.material import Material
from answerable.reading.meetings.meeting_fields import BODY, meeting
from answerable.reading.records import Record
from answerable.reading.worded import worded

_LABEL = re.compile(
    r"(?:(?:meeting|session|board|panel|committee|hearing|event)(?: (?:title|name|and date|date))?"
    r"|name of (?:meeting|board|committee)|(?:date|day) of (?:the )?(?:meeting|session|board)"
    r"|meeting held(?: on)?|held(?: on)?)",
    re.IGNORECASE,
)
_OTHER = re.compile(r"(?:next|last|previous|future|following|further)\b", re.IGNORECASE)
# "Date and time | Wednesday 15 July", under a title and beside those who were there.
_WHEN = re.compile(
    r"(?:date(?:,? (?:and|&) time| ?/ ?time|,? time and (?:place|venue))?|when|day|held)", re.I
)
_WHO = re.compile(
    r"(?:who(?: was there)?|present|attend(?:ees|ance|ing)|in attendance|chair(?:ed by)?|members"
    r"|apologies|not there|not attending|venue|place|location|where)\b.*",
    re.IGNORECASE,
)
_NEAR = 6  # rows in which a sheet of a meeting says who was there
_DATED = re.compile(
    r"(?:(?:meeting|session|board|panel|committee) ?(?:date)?|dates?(?: of (?:the )?(?:meeting"
    r"|session|board)s?)?|when|next (?:meeting|session))",
    re.IGNORECASE,
)
_OF_A_PLAN = re.compile(
    r"(?:theme|topic|subject|focus|papers?(?: due| deadline)?|deadline for papers|venue|location"
    r"|place|where|what|engagements?|time|agenda|meeting|session|type|public or private|items?"
    r"|purpose)\b.*",
    re.IGNORECASE,
)
# A column with the name of each meeting, beside the one with its day.
_NAMES = re.compile(
    r"(?:name of )?(?:meeting|body|board|committee|session|event|engagement|what)s?", re.IGNORECASE
)
# A diary says what is on under "What"; only what is held and has people come is a meeting.
_SITTING = re.compile(
    r"\b(?:meetings?|sessions?|boards?|panels?|committees?|hearings?|surger(?:y|ies)|forums?"
    r"|cabinet"
    r"|councils?|briefings?|workshops?|agm)\b",
    re.IGNORECASE,
)
_ONLY_DATE = re.compile(r"[\s,.:–-]*(?:at )?(?:\d{1,2}[.:]?\d{0,2} ?(?:am|pm|hrs)?)?[\s,.]*", re.I)
_TOP = 14


# "Meeting: 15/06/2031 - Cabinet (Item 8)": how council sites head what a meeting had before it.
_OF_ISSUE = worded(
    "Meeting: ",
    r"^Meeting: (?P<told>\d{1,2}/\d{1,2}/\d{4} - (?P<body>[^\n]{3,90})) \(Item [\w.]{1,6}\)$",
    re.MULTILINE,
)
_ITEM_NO = re.compile(r" \(Item [\w.]{1,6}\)$")
_HEAD = 600  # characters


def of_issue(material: Material) -> bool:
    """Whether a page of a council site says of which meeting it is, whatever it is about."""
    return _OF_ISSUE.search(material.text[:_HEAD]) is not None


def issues(material: Material, this: Record | None) -> Iterator[Record]:
    """The other meetings that had a matter before them, each in such a line further down."""
    held = str(this.fields["date"]) if this is not None else ""
    for match in _OF_ISSUE.finditer(material.text):
        stated = _whole(material, *match.span("told"))
        if stated is None or (this is not None and match.start("told") <= this.start):
            continue
        before = bool(held) and str(stated.iso) < held
        yield meeting(
            material, match.span("told"), stated, match["body"],
            standing="previous" if before else "mentioned", rule="meeting.issue", weight=76,
        )  # fmt: skip


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
        if _OTHER.match(key):
            continue  # "Next Board: 12 May" is of another one
        cell = block.cells[1]
        stated = _whole(material, cell.start, cell.end)
        # "Culture Board | 10 March 2031": the body itself is the label of its day
        when = block.kind == "row" and _WHEN.fullmatch(key) is not None
        when = when and _beside(material, block)
        if (
            _LABEL.fullmatch(key) is None
            and not when
            and not (stated is not None and BODY.fullmatch(key) and _only(material, cell, stated))
        ):
            continue
        if stated is None or cell.end - cell.start > 160:
            continue
        numbered = _ITEM_NO.search(material.text, stated.end, cell.end)
        end = numbered.start() if numbered else cell.end
        title = _above(material, block) if when else material.text[cell.start : end]
        return meeting(
            material,
            (cell.start, end),
            stated,
            title,
            standing="this",
            rule="meeting.labelled",
            weight=76,
        )
    return None


def _beside(material: Material, row: Block) -> bool:
    """Whether the rows beside one say who was there, or where."""
    blocks = material.canonical.blocks
    at = next(n for n, one in enumerate(blocks) if one is row)
    near = blocks[max(0, at - 2) : at + _NEAR]
    return any(
        one is not row
        and len(one.cells) > 1
        and _WHO.fullmatch(material.canonical.exact(one.cells[0]).strip(" :"))
        for one in near
    )


def _above(material: Material, row: Block) -> str:
    """The line of the title above a row."""
    before = [one for one in material.canonical.blocks if one.end <= row.start]
    told = [one for one in before if one.kind in ("heading", "paragraph")]
    return material.canonical.exact(told[0]) if told else ""


def _only(material: Material, cell: Span, stated: Stated) -> bool:
    rest = material.text[cell.start : stated.start] + material.text[stated.end : cell.end]
    return _ONLY_DATE.fullmatch(re.sub(r"[A-Z][a-z]+day", "", rest)) is not None


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
        beside = names_of_meetings(block, place)
        if any(one.strip(" ?").lower() in _DIARY for one in block.header) and not _SITTING.search(
            material.text, block.start, block.end
        ):
            continue
        name = block.cells[beside] if beside is not None else cell
        one = meeting(
            material,
            (min(name.start, cell.start), max(name.end, cell.end)),
            stated,
            " ".join(block.header) if beside is None else material.text[name.start : name.end],
            standing=standing,
            rule="meeting.planned",
            weight=78,
        )
        body = " ".join(material.text[name.start : name.end].split())
        yield one if beside is None or one.fields["body"] else _of_body(one, body)


_DIARY = ("what", "engagement", "engagements")


def names_of_meetings(block: Block, place: int) -> int | None:
    """The column beside that of the days which names each meeting; None where there is none."""
    return next(
        (
            n
            for n in (place - 1, place + 1)
            if 0 <= n < min(len(block.header), len(block.cells))
            and _NAMES.fullmatch(block.header[n].strip())
            and block.cells[n].end > block.cells[n].start
        ),
        None,
    )


def _of_body(one: Record, body: str) -> Record:
    return replace(one, fields={**one.fields, "body": body})


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
