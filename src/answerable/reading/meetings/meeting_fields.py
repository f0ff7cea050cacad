"""The fields of a meeting: its body, sort, date, time and place."""

import re

from answerable.reading.deadlines import Stated
from answerable.reading.material import Material
from answerable.reading.meetings.meeting_brief import brief
from answerable.reading.records import Record, Value, record

BODY = re.compile(
    r"\b(?P<body>(?:[A-Z][\w&’'-]*,? (?:(?:and|&|of|for|the|to) )*){0,8}?(?:Panel|Board|Committee"
    r"|Cabinet"
    r"|Sub-Committee|Partnership|Meeting|Session|Forum|Group|Council|Assembly|Summit|BOARD|PANEL"
    r"|COMMITTEE|COUNCIL|CABINET|PARTNERSHIP|FORUM|ASSEMBLY))\b"
)


TIME = re.compile(
    r"\b(?<![\d./:-])(?P<h>\d{1,2})[:.](?P<m>\d{2})(?![./:]\d)(?:\s?(?P<half>[ap]\.?m\.?))?\s?(?:hrs|hours)?\b"
    r"|\b(?P<h2>\d{1,2})\s?(?P<half2>[ap]\.?m\.?)(?!\w)|\b(?P<army>[01]\d[0-5]\d"
    r"|2[0-3][0-5]\d)\s?(?:hrs|hours)",
    re.IGNORECASE,
)


_PLACE = re.compile(
    r"^\W*(?:Venue|Location|Place|Held at|Where)\s*:\s*(?P<place>[^\n]+)", re.I | re.M
)


_LINK = "View directions"  # a link that council sites set behind the venue
_AT = re.compile(
    r"\b(?:at|in) (?P<place>(?:the )?[A-Z][\w’&-]*(?:,? (?:[A-Z0-9][\w’&-]*|and|of|the)){0,8})"
)


_SORTS = (
    ("thematic", re.compile(r"\bthematic")),
    ("public", re.compile(r"\b(?:public (?:accountability|meeting|session)|in public)")),
    ("panel", re.compile(r"\bpanel")),
    ("governance", re.compile(r"\bgovernance")),
    (
        "performance",
        re.compile(r"\b(?:performance|assurance|accountability|holding to account|scrutiny)"),
    ),
    ("board", re.compile(r"\bboard")),
    ("other", re.compile(r"\b(?:committee|cabinet|council|forum|group)")),
)


_ROOM = re.compile(
    r"(?![^\n]*(?:: |\d{4}))[A-Z][^\n.;]{0,80}?\b(?:Room|Rooms|House|Hall|HQ|Headquarters"
    r"|Street|Road"
    r"|Lane|Centre|Exchange|Teams|Chambers?|Building|Offices?|Court|Library|Station|Suite"
    r"|Zoom|Park"
    r"|[Oo]nline|[Vv]irtual(?:ly)?)\b[^\n.;:]{0,50}$"
)


def _room(material: Material, at: int) -> str | None:
    """The line below the date, where it names a room, a building or "via Teams"."""
    below = material.text[at : at + 200].strip(" .").split("\n")
    line = next((one.strip() for one in below[:3] if one.strip()), "")
    return line if len(line) < 90 and _ROOM.match(line) else None


def sort_of(words: str) -> str | None:
    """The sort of meeting that a title or clause says."""
    lower = words.lower()
    return next((name for name, pattern in _SORTS if pattern.search(lower)), None)


def time_of(words: str) -> str | None:
    """The first time of day as HH:MM."""
    match = TIME.search(words)
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


def meeting(
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
    timed = around if standing == "this" else words
    timed = timed.replace(stated.words, " ") if stated else timed
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
        "time": time_of(timed),
        "place": " ".join(place.group("place").split()).removesuffix(_LINK).rstrip(". ")
        if place
        else _room(material, span[1])
        if standing == "this"
        else None,
        "standing": standing,
    }
    short = brief(material.text, span, stated) if stated is not None else span
    return record("meeting", short, rule, given=given, inferred=inferred, weight=weight)


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


# "Fire and Rescue Authority", where that is all: an authority is told of for much else.
_AUTHORITY = re.compile(r"(?P<body>[A-Z][\w’'&-]*(?: (?:[A-Z][\w’'&-]*|and|of|&)){0,7} Authority)")
# "Council of Governors", "Vale Trust Board of Directors", where no other body is named.
_OF_MANY = re.compile(
    r"\b(?P<body>(?:[A-Z][\w&’'-]* (?:(?:and|&|of|for) )*){0,6}?(?:Council of Governors|Board of"
    r" (?:Directors|Governors|Trustees|Management)|Governing Body|Fire (?:and Rescue )?Authority"
    r"|Police Authority))\b"
)


def _body_name(title: str) -> str | None:
    plain = re.sub(
        r"(?i)^\W*(?:draft |unconfirmed )?(?:(?:minutes?|agenda|notes?|decisions|record)"
        r"(?: of| from| for)?(?: the| a)?(?: meeting of)?|meeting of|(?:papers? )?for)(?: the)? ",
        "",
        title.strip(),
    )
    match = _OF_MANY.search(plain) or BODY.search(plain) or _AUTHORITY.fullmatch(plain)
    if match is None:
        return None
    body = _MINUTES_OF.sub("", " ".join(match.group("body").split()))
    return None if body.casefold() in _NO_BODY or _NO_NAME.match(body) else body


# "THE AMENDED MINUTES OF THE FULL COUNCIL", all in capitals.
_MINUTES_OF = re.compile(r"^.*\bminutes of (?:the )?", re.IGNORECASE)
# "Date and Time of Next Meeting" is a head, and names nobody.
_NO_NAME = re.compile(r"(?:Dates?|Time|Next|Previous|Last|Future|This|That)\b")


_NO_BODY = frozenset(("meeting", "session", "group", "council", "notes of meeting"))
