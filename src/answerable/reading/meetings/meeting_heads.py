"""The head of a paper of a meeting, and its end: a day alone in its line.

At the top it stands above the list of who was there, whatever sort of paper the rest looks like;
at the end it stands below "Next", or alone as the last item.
"""

import re
from collections.abc import Iterator

from answerable.reading.clauses import Passage
from answerable.reading.deadlines import Stated, dates
from answerable.reading.material import Material
from answerable.reading.meetings.meeting_fields import BODY, TIME, meeting
from answerable.reading.people.attendance import at_a_meeting
from answerable.reading.records import Record
from answerable.reading.worded import worded

_WHO = re.compile(
    r"\W*(?:(?:also |others? |members |people |those |committee |panel |board |governors "
    r"|trustees |councillors |directors |officers |staff )?present(?: were)?"
    r"|(?:also )?in attendance|governors|trustees|directors|councillors|cllrs|attend(?:ed(?: by)?"
    r"|ing|ees?|ance)|members|who (?:was there|came|attended)"
    r"|in the (?:room|chair)|(?:on|around|at) the (?:call|line|(?:top )?table)|in the chair"
    r"|(?:sent |no )?apol(?:ogie)?s|participants|there|chair(?:ed by|man|person)?"
    r"|gold|silver)(?: \([^()\n]{1,30}\))?\s*(?:[:.–-]|$)",
    re.IGNORECASE | re.MULTILINE,
)
_WEEKDAY = r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? )?"
_LABEL = re.compile(
    r"\W*(?:(?:date|day|when|held|meeting|time)(?: (?:and time|held|of meeting))?(?: on)?\s*[:–-]"
    rf"|held (?:on )?)?\s*{_WEEKDAY}(?:the )?",
    re.IGNORECASE,
)
# Behind the day: a time and a place, and no verb.
_REST = re.compile(
    r"(?:[\s,.:;@|/–-]|\d{1,2}[.:]?\d\d(?: ?[ap]\.?m\b|\b)|\b\d{1,2}(?=[–-]\d)"
    r"|\d{1,2} ?[ap]\.?m\b|\b(?:to|at|in|on"
    r"|via|from|by|the|and"
    r"|of|hrs|hours|noon|half|past|am|pm|upstairs|online|remotely|public|private|session|hybrid"
    r"|meeting|call|link|video|hall|library|boardroom|canteen|chapel|offices?|room|main|staff"
    r"|staffroom|school|community|village|church|pavilion|gym|conference|training|committee"
    r"|council|chamber|centre|headquarters|station|floor|ground|first|second|building|virtual"
    r"|virtually|phone|telephone)\b|[A-Z][\w’'&-]*+|\([^()]{1,40}\))*+"
)
_BODY = re.compile(
    rf"{BODY.pattern}|\b(?:body|trustees|governors|authority|meeting|session|board|panel|committee"
    r"|forum|hearing|council|cabinet|executive|group|partnership)\b"
    r"|\b(?-i:[A-Z]{1,5}(?:SP|CP|AB|MB|JB|GB|AC|SB))\b",
    re.IGNORECASE,
)
_TELLS = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|should|must|says?|said|told|after|report|letter"
    r"|statement|response|inspection|visit|published|plan|agreement|log|tracker)\b",
    re.IGNORECASE,
)
_OTHER = re.compile(r"\W*(?:next|last|previous|future|following|further)\b", re.IGNORECASE)
_LETTER = worded(
    "Dear |embargo|press release|press notice",
    r"^\W*Dear [A-Z]|\b(?:embargo|press (?:release|notice))\b",
    re.MULTILINE,
)
_TOP, _BEFORE_LIST, _LONGEST = 8, 3, 120


def headed(material: Material) -> Record | None:
    """The meeting whose day stands in its own line above those who were there."""
    if material.canonical.media_type.startswith("message/"):
        return None
    if _LETTER.search(material.text[:_LETTER_HEAD]):
        return None
    top = material.passages[:_TOP]
    for place, passage in enumerate(top):
        if passage.kind in ("row", "item") or passage.end - passage.start > _LONGEST:
            continue
        stated = _first(material, passage)
        if stated is None or not _REST.fullmatch(material.text, stated.end, passage.end):
            continue
        title = _title(material, top[:place], passage, stated)
        below = material.passages[place + 1 : place + 1 + _BEFORE_LIST]
        if title is None and not place and _begins(material, passage, stated, below):
            return meeting(
                material, passage.span, stated, "", standing="this", rule="meeting.headed",
                weight=75,
            )  # fmt: skip
        if title is None:
            continue
        timed = TIME.search(material.text, stated.end, passage.end) and _BODY.search(title)
        listed = any(_lists(material, one) for one in below) or _settles(material, title, below)
        if not timed and not listed:
            return None
        begin = top[place - 1].start if place and _is_title(material, top[place - 1]) else None
        near = begin is not None and passage.start - begin < _OFTEN * (passage.end - passage.start)
        return meeting(
            material, (begin if near and begin is not None else passage.start, passage.end),
            stated, title, standing="this", rule="meeting.headed", weight=75,
        )  # fmt: skip
    return None


# "1. Welcome and introductions", "Apologies:": what minutes begin with.
_FIRST_ITEM = re.compile(
    r"(?:\W*(?:item )?1[.:)]?\s+)?(?:welcomes?|introductions?|apologies|attendance|attendees"
    r"|those present)\b(?: (?:and|&|for|of|from|received|absence|apologies|introductions?"
    r"|welcomes?|attendance))*\W*",
    re.IGNORECASE,
)


def _begins(
    material: Material, passage: Passage, stated: Stated, below: tuple[Passage, ...]
) -> bool:
    """Whether minutes begin with a day alone, and below it at once with what opens a meeting."""
    if not _LABEL.fullmatch(material.text, passage.start, stated.start):
        return False
    return any(
        _FIRST_ITEM.fullmatch(material.text, one.start, one.end) or _lists(material, one)
        for one in below[:2]
    )


_LETTER_HEAD = 1_200
_OFTEN = 3  # times as long as the line of the day: a longer title is left out


def _first(material: Material, passage: Passage) -> Stated | None:
    """The first day of a line; "Meeting 4 of 2031" before it tells of a year alone."""
    found = (one for one in dates(material.text, passage.start, passage.end) if one.iso)
    return next((one for one in found if len(one.iso or "") == len("2031-05-04")), None)


def _lists(material: Material, passage: Passage) -> bool:
    """Whether a passage says who was there."""
    if passage.kind == "attendance" or passage.section in ("attendance", "apologies"):
        return True
    if _WHO.match(material.text, passage.start, passage.end) is not None:
        return True
    if _CHAIRED.search(material.text, passage.start, passage.end) is not None:
        return True
    return _NAMES.fullmatch(material.text, passage.start, passage.end) is not None


_CHAIRED = re.compile(r"\b(?:took|was in|in) the chair\b|\bchaired(?: the meeting)?\.")
# "D Moss (Marl), H Umber (Pelling)": names, each with where it comes from.
_NAMES = re.compile(
    r"(?:[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){1,3} \([^()\n]{2,40}\)(?:[,;]| and|\.?$) ?){2,}"
)


def _settles(material: Material, title: str, below: tuple[Passage, ...]) -> bool:
    """Whether a table of what a body will do stands at once below its name and the day."""
    if not below or _NAMED.search(title.strip()) is None:
        return False
    if any(_REPORT_OF.match(material.text, one.start, one.end) for one in below):
        return True
    if below[0].kind != "row":
        return False
    cells = material.canonical.blocks[below[0].block].cells
    return any(_TO_DO.fullmatch(material.canonical.exact(one).strip()) for one in cells)


_NAMED = re.compile(
    r"(?:board|panel|committee|group|forum|partnership|meeting|session|authority|cabinet"
    r"|executive|(?:full|county|borough|district|city|town|parish) council)"
    r"(?: (?:no\.? ?|number )?\d{1,3})?$",
    re.IGNORECASE,
)
# "Special meeting on the inspection report: note"
_MEETING_ON = re.compile(
    r"\W*(?:(?:notes?|minutes|record) (?:of|from) (?:the |an? )?)?(?:[\w-]+ ){0,2}"
    r"(?:meeting|session|briefing|forum) (?:on|about|with)\b(?!.*\b(?:said|told|agreed|heard)\b)",
    re.IGNORECASE,
)
# Words are parted: else each could be cut in any number of ways.
_REPORT_OF = re.compile(
    r"\W*(?:joint )?report (?:of|by|from)[: ](?: ?the )?(?!$)[&, ]*(?:[A-Z][\w’'-]*[&, ]+)*"
    r"(?:[A-Z][\w’'-]*)?$",
    re.IGNORECASE,
)
_TO_DO = re.compile(r"actions?|decisions?|action (?:point|agreed)s?|what was agreed", re.I)


def _is_title(material: Material, passage: Passage) -> bool:
    words = material.text[passage.start : passage.end]
    plain = len(words) < _LONGEST and words[-1:] != "." and passage.kind != "row"
    named = _NAMED.search(words.strip()) or _MEETING_ON.match(words)
    return plain and (named is not None or _TELLS.search(words.partition(":")[0]) is None)


def _title(
    material: Material, above: tuple[Passage, ...], passage: Passage, stated: Stated
) -> str | None:
    """What is before the day in its line, or the line above it; None where words say something."""
    left = material.text[passage.start : stated.start]
    if not _LABEL.fullmatch(left):
        told = left.strip(" ,:–-")
        named = _BODY.search(told) is not None and _TELLS.search(told) is None
        named = named and _OTHER.match(told) is None
        return told if named else None
    if above and _is_title(material, above[-1]):
        return material.text[above[-1].start : above[-1].end]
    return None


# "8. Next meeting", "FA/64 Next", "Item 4 – Next", "Next in public:", "Dates for diaries".
_NEXT_HEAD = re.compile(
    r"(?:[^:\n]{0,40}\b)?(?:next|future|again|dates?|forthcoming|diary)\b[^:\n]{0,40}[:.–-]?\s*",
    re.IGNORECASE,
)
_NEXT_LABEL = re.compile(
    rf"\W*(?:[A-Z]{{0,4}}[./]?\d{{1,3}}(?:[./]\d{{1,3}})?[.)]?\s+)?next\b(?: (?:in|for|with|of"
    rf"|as|at|to|full|public|formal|ordinary)\b(?: [\w’'-]+){{0,3}}?)?"
    rf"\s*[:–-]\s*{_WEEKDAY}(?:the )?",
    re.IGNORECASE,
)
_ALONE = re.compile(rf"\W*(?:[A-Z]{{0,4}}[./]?\d{{1,3}}(?:[./]\d{{1,3}})?[.)]?\s+)?{_WEEKDAY}")
_NUMBERED = re.compile(r"\W*(?:[A-Z]{1,4}[./]?)?\d{1,3}(?:[./]\d{1,3})?[.)]\s")
_END = 6  # passages


def ending(material: Material, this: Record | None) -> Iterator[Record]:
    """The next meeting, whose day stands alone below its head at the end of the paper."""
    if this is None and not at_a_meeting(material.sightings):
        return
    if material.canonical.media_type.startswith("message/"):
        return
    after = this.fields["date"] if this is not None else None
    for passage in material.passages[-_END:]:
        stated = _first(material, passage) if passage.kind != "row" else None
        if stated is None or passage.end - passage.start > _LONGEST:
            continue
        if not _REST.fullmatch(material.text, stated.end, passage.end):
            continue
        left = material.text[passage.start : stated.start]
        iso = str(stated.iso)
        later = isinstance(after, str) and not iso.startswith("XXXX") and iso > after
        if not _NEXT_LABEL.fullmatch(left) and not (
            _ALONE.fullmatch(left)
            and (_below_next(material, passage) or (later and _NUMBERED.match(left)))
        ):
            continue
        yield meeting(
            material, (stated.start, _close(material, passage)), stated, "", standing="next",
            rule="meeting.ending", weight=69,
        )  # fmt: skip


def _below_next(material: Material, passage: Passage) -> bool:
    if not passage.block:
        return False
    head = material.canonical.exact(material.canonical.blocks[passage.block - 1])
    above = material.before(passage)
    if above is not None and above.block == passage.block:
        head = material.text[above.start : above.end]
    return len(head) < _HEAD and _NEXT_HEAD.fullmatch(head) is not None


_HEAD = 70  # characters


def _close(material: Material, passage: Passage) -> int:
    return passage.start + len(material.text[passage.start : passage.end].rstrip(" ."))
