"""Meetings, agenda items, decisions and judgments of assurance."""

import re
from collections.abc import Iterator, Sequence

from answerable.reading.agenda_items import (
    items,
)
from answerable.reading.clauses import Passage
from answerable.reading.deadlines import Stated, dates
from answerable.reading.decisions import (
    assurance,
    decisions,
)
from answerable.reading.material import Material
from answerable.reading.records import Record, Value, record

_BODY = re.compile(
    r"\b(?P<body>(?:[A-Z][\w&’'-]*,? (?:(?:and|&|of|for|the) )*){0,8}?(?:Panel|Board|Committee"
    r"|Cabinet"
    r"|Sub-Committee|Meeting|Session|Forum|Group|Council|Assembly|Summit|BOARD|PANEL|COMMITTEE))\b"
)
_TITLE = re.compile(
    r"\b(?:minutes|agenda|notes?|summary|record|board|panel|committee|session|meeting|assembly"
    r"|accountability|governance|forum|cabinet|scrutiny|quarter)\b",
    re.IGNORECASE,
)
_PREVIOUS = re.compile(
    r"\b(?:minutes|notes|action log|actions?)\b.{0,60}?\b(?:meeting|session|board"
    r"|panel)?\s?(?:held (?:on|at)"
    r"|of|from|dated)\b|\b(?:last|previous) (?:\w+ ){0,2}(?:meeting|session)|meeting held (?:on"
    r"|at)",
    re.IGNORECASE,
)
_NEXT = re.compile(
    r"\b(?:(?:next|future) (?:\w+ ){0,3}(?:meetings?|sessions?|board|panel)"
    r"|dates? of (?:the )?(?:next|future)"
    r" meetings?|will (?:next )?(?:meet|take place|be held)|is holding|will hold|to be held)\b",
    re.IGNORECASE,
)
_MENTION = re.compile(
    r"\b(?:meeting|session|panel|board|committee|summit|assembly)\b[^.;]{0,60}?\b(?:on|in|held"
    r"|of)\s*$",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"\b(?P<h>\d{1,2})[:.](?P<m>\d{2})(?:\s?(?P<half>[ap]\.?m\.?))?\s?(?:hrs|hours)?\b"
    r"|\b(?P<h2>\d{1,2})\s?(?P<half2>[ap]\.?m\.?)(?!\w)|\b(?P<army>[01]\d[0-5]\d"
    r"|2[0-3][0-5]\d)\s?(?:hrs|hours)",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"^\W*(?:Venue|Location|Place|Held at|Where)\s*:\s*(?P<place>[^\n]+)", re.I | re.M
)
_AT = re.compile(
    r"\b(?:at|in) (?P<place>(?:the )?[A-Z][\w’&-]*(?:,? (?:[A-Z0-9][\w’&-]*|and|of|the)){0,8})"
)
_SORTS: tuple[tuple[str, str], ...] = (
    ("thematic", r"thematic"),
    ("public", r"public (?:accountability|meeting|session)|in public"),
    ("panel", r"panel"),
    ("governance", r"governance"),
    ("performance", r"performance|assurance|accountability|holding to account|scrutiny"),
    ("board", r"board"),
    ("other", r"committee|cabinet|council|forum|group"),
)
_OFF = re.compile(r"\b(?:cancelled|postponed|called off|abandoned)\b")
_ROOM = re.compile(
    r"(?![^\n]*(?:: |\d{4}))[A-Z][^\n.;]{0,80}?\b(?:Room|Rooms|House|Hall|HQ|Headquarters"
    r"|Street|Road"
    r"|Lane|Centre|Exchange|Teams|Chambers?|Building|Offices?|Court|Library|Station|Suite"
    r"|Zoom|Park"
    r"|[Oo]nline|[Vv]irtual(?:ly)?)\b[^\n.;:]{0,50}$"
)
HEAD = 6


def _room(material: Material, at: int) -> str | None:
    """The line below the date, where it names a room, a building or "via Teams"."""
    below = material.text[at : at + 200].strip(" .").split("\n")
    line = next((one.strip() for one in below[:3] if one.strip()), "")
    return line if len(line) < 90 and _ROOM.match(line) else None


def sort_of(words: str) -> str | None:
    """The sort of meeting that a title or clause says."""
    lower = words.lower()
    return next((name for name, pattern in _SORTS if re.search(rf"\b(?:{pattern})", lower)), None)


def time_of(words: str) -> str | None:
    """The first time of day as HH:MM."""
    match = _TIME.search(words)
    if match is None:
        return None
    if match.group("army"):
        return f"{match['army'][:2]}:{match['army'][2:]}"
    hour, minute = int(match["h"] or match["h2"]), int(match["m"] or 0)
    half = (match["half"] or match["half2"] or "").lower().replace(".", "")
    if half == "pm" and hour < 12:
        hour += 12
    if half == "am" and hour == 12:
        hour = 0
    return f"{hour:02d}:{minute:02d}" if hour < 24 and minute < 60 else None


def records(material: Material) -> Iterator[Record]:
    """Everything of this page."""
    kind = material.profile.type
    this = _this(material) if kind in ("minutes", "agenda", "action-log", "other") else None
    if this is not None:
        yield this
    yield from _others(material, this)
    if kind == "agenda":
        yield from items(material)
    yield from decisions(material)
    for passage in material.passages:
        yield from assurance(material, passage)


def _this(material: Material) -> Record | None:
    """The meeting whose paper this is: title and date line at the top."""
    top: list[Passage] = []
    for passage in material.passages[:24]:
        listed = passage.kind == "attendance" or passage.section in ("attendance", "apologies")
        if (listed or passage.kind == "row") and top:
            break
        if passage.section == "next-meeting" or _NEXT.search(
            material.text, passage.start, passage.end
        ):
            continue
        top.append(passage)
    dated: tuple[Passage, Stated] | None = None
    title: Passage | None = None
    for passage in top:
        words = material.text[passage.start : passage.end]
        if title is None and _BODY.search(words) and len(words) < 160 and words[-1] != ".":
            title = passage
        stated = next(
            (
                one
                for one in dates(material.text, passage.start, passage.end)
                if one.iso and len(one.iso) == 10
            ),
            None,
        )
        if (
            dated is None
            and stated is not None
            and len(words) < 200
            and (len(words) < 130 or re.search(r"\b(?:held|[Mm]inutes|[Mm]eeting)\b", words))
            and not re.search(r"\b(?:asked|noted|agreed|provide|said|will)\b", words)
            and not re.match(
                r"\W*(?:published|updated|target|due|deadline|last (?:updated|modified))",
                words,
                re.I,
            )
            and not re.search(r"\b(?:position|correct|as) at\b", words)
        ):
            dated = passage, stated
    if dated is not None and material.profile.type == "other":
        words = material.text[dated[0].start : dated[0].end]
        dated = None if words.endswith(".") and "meeting" not in words.lower() else dated
    if dated is None or (
        title is None and not any(_TITLE.search(material.text[one.start : one.end]) for one in top)
    ):
        return None
    passage, stated = dated
    if title is None:
        title = next(one for one in top if _TITLE.search(material.text[one.start : one.end]))
    near = abs(title.start - passage.start) < 400
    start = min(title.start, passage.start) if near else passage.start
    end = max(title.end, passage.end) if near else passage.end
    words = material.text[title.start : title.end]
    for later in top:
        same = any(one.iso == stated.iso for one in dates(material.text, later.start, later.end))
        if same and later.end > end and later.start - end < 300:
            end = later.end
    return _record(
        material,
        (start, end),
        stated,
        words,
        standing="this",
        rule="meeting.title-date",
        weight=75,
    )


def _record(
    material: Material,
    span: tuple[int, int],
    stated: Stated | None,
    title: str,
    *,
    standing: str,
    rule: str,
    weight: int,
) -> Record:
    body = _body_name(title)
    known = material.gazetteer.by_name(body) if body else None
    words = material.text[span[0] : span[1]]
    around = material.text[span[0] : span[1] + (260 if standing == "this" else 60)]
    place = _PLACE.search(around) or (_AT.search(words) if standing == "this" else None)
    inferred: dict[str, str] = {}
    when = stated.iso if stated else None
    if when is not None and when.startswith("XXXX") and stated and not stated.problem:
        year = _year(material, standing)
        if year:
            when, inferred["date"] = year + when[4:], "year from the title or other dates"
    given: dict[str, Value] = {
        "body": known.name if known else body,
        "body_id": known.id if known else None,
        "title": _title(title, body) if standing == "this" else None,
        "sort": sort_of(title)
        or (sort_of(material.meta.title or "") if standing == "this" else None),
        "date": when,
        "date_words": stated.words if stated else None,
        "time": time_of(around if standing == "this" else words),
        "place": " ".join(place.group("place").split()).rstrip(".")
        if place
        else _room(material, span[1])
        if standing == "this"
        else None,
        "standing": standing,
    }
    return record("meeting", span, rule, given=given, inferred=inferred, weight=weight)


def _title(words: str, body: str | None) -> str:
    """The title line, or the body where the line tells where and when it met."""
    plain = " ".join(words.split())
    return body if body and re.search(r"\bheld (?:at|on|in)\b", plain) else plain[:200]


def _year(material: Material, standing: str) -> str | None:
    for words in (material.meta.title or "", material.text[:400], material.meta.published or ""):
        match = re.search(r"\b(?:19|20)\d\d\b", words)
        if match and standing != "next":
            return match.group()
    return None


def _body_name(title: str) -> str | None:
    plain = re.sub(
        r"(?i)^\W*(?:draft )?(?:minutes|agenda|notes?)(?: of| from)?(?: the"
        r"| a)?(?: meeting of)?(?: the)? ",
        "",
        title.strip(),
    )
    match = _BODY.search(plain)
    if match is None:
        return None
    body = " ".join(match.group("body").split())
    return None if body in ("Meeting", "Session", "Group", "Council", "Notes of Meeting") else body


def _others(material: Material, this: Record | None) -> Iterator[Record]:
    """Previous, next and mentioned meetings."""
    for passage in material.passages:
        if this is not None and passage.start < this.end and passage.end > this.start:
            continue
        words = material.text[passage.start : passage.end]
        found: Sequence[Stated] = [
            one
            for one in dates(material.text, passage.start, passage.end)
            if one.iso and (len(one.iso) == 10 or len(one.iso) == 7)
        ]
        if not found:
            continue
        if passage.section == "next-meeting" and (
            passage.kind != "heading" or _NEXT.search(words)
        ):
            for one in found[:12]:
                yield _record(
                    material,
                    (one.start, one.end)
                    if len(found) > 1
                    else (
                        one.start,
                        one.start + len(material.text[one.start : passage.end].rstrip(" .")),
                    ),
                    one,
                    words,
                    standing="mentioned" if _OFF.search(words) else "next",
                    rule="meeting.next",
                    weight=70,
                )
            continue
        for one in found[:6]:
            told = list(_clause(material, passage, words, one, this))
            yield from told
            if told:
                break


def _clause(
    material: Material, passage: Passage, words: str, one: Stated, this: Record | None
) -> Iterator[Record]:
    left = material.text[passage.start : one.start]
    if this is not None and one.iso == this.fields["date"]:
        return
    meets = re.search(r"\b(?:meeting|session|panel|board|committee)s?\b", left, re.IGNORECASE)
    if not meets and not re.search(r"\b[Mm]inutes (?:of|from)\b", left):
        return
    body = _BODY.search(left)
    start = passage.start + (body.start() if body else meets.start() if meets else 0)
    title = left
    if _PREVIOUS.search(words) and (
        passage.section == "previous-minutes"
        or re.search(r"\b(?:minutes|notes|action log|last|previous)\b", left, re.IGNORECASE)
    ):
        yield _record(
            material,
            (one.start, one.end),
            one,
            title,
            standing="previous",
            rule="meeting.previous",
            weight=70,
        )
    elif _NEXT.search(words) and not _OFF.search(words):
        begin = _NEXT.search(words)
        start = min(start, passage.start + begin.start()) if begin else start
        tail = _TIME.search(material.text, one.end, min(passage.end, one.end + 30))
        span = start, tail.end() if tail else one.end
        yield _record(
            material, span, one, title, standing="next", rule="meeting.will-meet", weight=55
        )
    elif _MENTION.search(left) and len(one.iso or "") == 10:
        yield _record(
            material,
            (start, one.end),
            one,
            title,
            standing="mentioned",
            rule="meeting.mentioned",
            weight=45,
        )
