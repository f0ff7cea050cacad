"""When an action is due: inside its words, set off at their end, or in a label behind it."""

import re

from answerable.reading.actions.parts.action_words import DO
from answerable.reading.actions.parts.due_phrases import BEFORE, SHORT_DAY, WHEN, day_ahead
from answerable.reading.actions.parts.log_cells import due_of
from answerable.reading.deadlines import dates, deadline
from answerable.reading.material import Material
from answerable.reading.records import Value

Due = dict[str, Value]
Where = tuple[int, int] | None

AT_MEETING = re.compile(
    r"\b(?:for|to|at|by|before|ahead of|in time for|in advance of)"
    r" (?:(?:the|its|our|their|his|her|my|your) )?(?:next|following|January|February|March|April"
    r"|May|June|July|August|September|October"
    r"|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)"
    r"(?: \d{4})?(?:[’']s)? (?:[A-Za-z]+ ){0,3}?(?:meeting|board|panel"
    r"|committee|session|forum)\b(?: meeting\b)?",
    re.IGNORECASE,
)
# "at the meeting on 19th March": the date is the day of that meeting.
_MEETING_ON = re.compile(
    r"\b(?:at|for|to|before|in time for) (?:the|its|our) (?:[A-Za-z]+ ){0,4}?(?:meeting|board"
    r"|panel"
    r"|session|committee) (?:on|of|in|held on) (?=(?:the )?\d|[A-Z])"
)
_DUE_LABEL = re.compile(
    r"\b(?:Deadline|Due(?: date| by)?|Target(?: date)?|By when|By(?=:)|When|Timescale"
    r"|Completion date)"
    r"\s*:\s*(?P<due>[^;|)\]\n]{2,40}?)(?=[;|)\]\n]|$|\s+(?:Status|Owner|Lead|Update)\s*:)"
)
_DUE_AFTER = re.compile(
    r"\s*[.–-]?\s*\(?(?:(?:[Nn]ow |[Tt]o be )?(?:[Dd]ue|[Dd]eadline|[Bb]y when)"
    r"(?: date| by)?|By(?= \d))"
    r"\s*[:–-]?\s*(?=\w)"
)
# What is set off at the end: "– 30 May", ", end May", "(20/3)", "; asap".
_SIGN = re.compile(r"\s+(?:[-–—|] ?|\()|[,;] ")
_LONGEST = 40  # characters of what is set off
_SHORT = 30  # characters of a day: more words than that say more
_LABEL = re.compile(
    r"\b(?:Deadline|Due(?: date| by)?|Target(?: date)?|By when|By(?=:)|When|Timescale"
    r"|Completion date)"
    r"\s*:\s*(?P<due>[^;|)\]\n]{2,40}?)(?=[;|)\]\n]|$|\s+(?:Status|Owner|Lead|Update)\s*:)"
)
_DUE_AFTER = re.compile(
    r"\s*[.–-]?\s*\(?(?:(?:[Nn]ow |[Tt]o be )?(?:[Dd]ue|[Dd]eadline|[Bb]y when)"
    r"(?: date| by)?|By(?= \d))"
    r"\s*[:–-]?\s*(?=\w)"
)
# What is set off at the end: "– 30 May", ", end May", "(20/3)", "; asap".
_SET_OFF = re.compile(
    r"(?:\s+(?:[-–—|] ?|\()|[,;] )(?P<due>(?:(?:due|deadline|when|target)(?: by| date)?:? )?"
    r"[^(),;–—|]{2,34}?)(?: please)?[).]*$",
    re.IGNORECASE,
)
_LABEL = re.compile(r"(?:due|deadline|when|target)(?: by| date)?:? ", re.IGNORECASE)
# "(by Thursday)", "- today please": worked out from the day of the document.
_SOON = re.compile(
    r"(?:\b|[(–-] ?)(?P<due>(?:(?:by|before|on|this|next) )?"
    r"(?:close (?:of (?:play|business) )?(?:on )?)?"
    r"(?:today|tomorrow|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day))\b(?: please)?[).]*$"
)


def due_of_action(
    material: Material, span: tuple[int, int], end: int, ahead: str, told: str | None
) -> tuple[Due, Where]:
    """When an action is due, and where that stands if outside of its words.

    `end`: where its passage ends; `ahead`: what stands behind that; `told`: said beside it.
    """
    words = material.text[span[0] : span[1]]
    inside = deadline(material.text, *span)
    if inside is not None and inside.due is None:  # "within 56 days, namely by 14 July 2031"
        later = deadline(material.text, inside.end, span[1])
        inside = later if later is not None and later.due is not None else inside
    held = _MEETING_ON.search(words)
    day = next(dates(material.text, span[0] + held.end(), span[1]), None) if held else None
    if held is not None and day is not None and inside is None:
        said = material.text[span[0] + held.start() : day.end]
        return {"due": day.iso, "due_words": said, "due_basis": "date"}, None
    meeting = AT_MEETING.search(words)
    if meeting is not None and (inside is None or span[0] + meeting.start() <= inside.start):
        below, where = _below(ahead, end)  # "to the next Board. Due: 14 May 2031"
        if below["due"] is not None:
            return below, where
        found: Due = {"due": None, "due_words": meeting.group(), "due_basis": "none"}
        if inside is not None and inside.due is not None:  # "to the next Board, by 14 May 2031"
            both = material.text[span[0] + meeting.start() : inside.end]
            found = {"due": inside.due, "due_words": both, "due_basis": inside.basis}
        return found, None
    if inside is not None:
        return {"due": inside.due, "due_words": inside.words, "due_basis": inside.basis}, None
    if told is not None:
        return due_of(told.strip()), None
    return _at_end(words, span[0]) or _below_or_within(words, ahead, end)


def _at_end(words: str, at: int) -> tuple[Due, Where] | None:
    """What the words end with: "– 30 May", ", 10 May 2030", "(by Thursday)", "– next Board"."""
    soon = _SOON.search(words)
    if soon is not None:
        whole = BEFORE.search(words, 0, soon.end("due"))  # "by noon on Tuesday"
        said = whole["due"] if whole and whole.end() == soon.end("due") else soon["due"]
        return {"due": None, "due_words": said, "due_basis": "none"}, None
    first = max(0, len(words) - _LONGEST)
    for sign in reversed(list(_SIGN.finditer(words, first))):
        told = words[sign.end() :].rstrip(" ).").removesuffix(" please")
        label = _LABEL.match(told)
        said = told[label.end() :] if label else told
        found = due_of(said)
        dated = found["due"] is not None and len(said) <= _SHORT
        if len(said) > 1 and (dated or label or WHEN.fullmatch(said)):
            start = at + sign.end() + len(told) - len(said)
            return found, (start, start + len(said))
    return None


def _below_or_within(words: str, ahead: str, end: int) -> tuple[Due, Where]:
    """What a label behind the action says; else by when its words say that it is to be done."""
    below, where = _below(ahead, end)
    if below["due_words"] is not None:
        return below, where
    short = SHORT_DAY.search(words)
    if short is not None:
        return due_of(short.group().strip(" ()[].")), None
    before = BEFORE.search(words)
    if before is not None:
        return due_of(before["due"]), None
    day = day_ahead(words)
    return (day, None) if day is not None else (below, where)


def _below(ahead: str, at: int) -> tuple[Due, Where]:
    """What a label behind the action says: "Due: 30 May"; `ahead` begins at `at`."""
    label = _DUE_LABEL.search(ahead)
    if label is not None:
        plain = label["due"].rstrip(" .")
        return due_of(plain), (at + label.start("due"), at + label.start("due") + len(plain))
    stated = _DUE_AFTER.match(ahead)
    later = next(dates(ahead, stated.end(), stated.end() + 40), None) if stated else None
    if later is None:
        return due_of(None), None
    where = at + later.start, at + later.start + len(later.words)
    return {"due": later.iso, "due_words": later.words, "due_basis": "date"}, where


_AND_DO = re.compile(rf",? and (?:also |then |please )?(?=(?:let (?:me|us)|{DO})\b)")


def after_day(words: str) -> re.Match[str] | None:
    """Where a second task begins behind the day of the first: "sign it by 3 May and return it"."""
    for joint in _AND_DO.finditer(words):
        if by_when(words[: joint.start()]):
            return joint
    return None


def by_when(task: str) -> bool:
    """Whether a task says by when it is to be done, with a date or without."""
    return (
        deadline(task) is not None
        or BEFORE.search(task) is not None
        or AT_MEETING.search(task) is not None
    )
