"""One action as a note-taker types it: who and by when, before its words or after them.

    DCC to publish the plan by 30 June 2027
    publish the plan. Owner: DCC. Due: 30 June 2027
    publish the plan, DCC, 30 June 2027
    DCC, due 30 June 2027, publish the plan
    DCC: publish the plan, due 30 June 2027

No word is lost: what is neither an owner nor a day that the calendar has stays in the action.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from answerable.reading.actions.log_rows import due as due_in_cell
from answerable.reading.deadlines import MONTHS, deadline
from answerable.reading.due_dates import worked_out
from answerable.reading.records import record
from answerable.vocabulary.offices import SHORT, known_office, spoken
from answerable.vocabulary.posts import with_name

Kind = Literal["question", "answer", "action", "note"]

_SEGMENT = re.compile(r"\s*(?P<words>[^,;:\n]{2,60}?)\s*(?P<sign>[,;:]|\s[-–—]\s)\s*")
_OWNER = re.compile(
    r"[\s.;,(]*\b(?:owner\s*[:–-]?|(?:lead|who)\s*[:–-])\s+(?P<words>[^.;,\n]{2,50})", re.I
)
_DUE_MARK = re.compile(r"\b(?:due|deadline|by when)(?: by| date)?\s*[:–-]?\s+", re.I)
_NEXT = re.compile(
    r"[\s,;(]*\b(?P<cut>(?:by|at|for|before|due):? )?(?:the |our )?next (?:session|meeting|board)"
    r"\b\)?(?=[\s.;,]*$)",
    re.IGNORECASE,
)
_NEXT_ON = re.compile(
    r"\bnext (?:session|meeting|board)\b[\s,(–—-]*(?:(?:on|of|by|due|for):?\s+)?(?=[0-3]?[0-9])",
    re.IGNORECASE,
)
"""A day that stands behind it is the day of the action; both stay in its words."""
_ON_DAY = re.compile(r"[\s,;(]*\bon (?P<words>[0-3]?[0-9](?:st|nd|rd|th)? [A-Za-z]{3}[^,;]*)$")
"""“publish it on 4 January”, at the end of an action."""
_WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY = re.compile(rf"[\s,;(]*\b(?:by|due|on) (?P<day>{'|'.join(_WEEK)})\)?(?=[\s.;,]*$)", re.I)
_NO_YEAR = re.compile(
    r"[\s,;(]*\b(?:by|due|on) (?P<day>[0-3]?[0-9])/(?P<month>[01]?[0-9])\)?(?=[\s.;,]*$)", re.I
)
"""“by 18/12”: the next such day."""
_DOES = re.compile(
    r"(?:the )?(?P<words>[A-Za-z](?:[\w/&’' ()-]|(?<=[Ii]nsp|[Ss]upt)\.|(?<=[Ss]gt)\.){1,40}?) "
    r"(?:to|(?P<ahead>will(?! (?:be|have|not)\b))|will|must"
    r"|(?P<undertook>(?:ha[sd] |have )?(?:agreed|undertook|undertaken|offered) to"
    r"|(?:was|were) asked to)) (?=[a-z])"
)
_NO_TASK = re.compile(
    r"(?:the|an?|this|that|these|those|his|her|its|their|our|any|all|both|it|some|no)\b"
)
"""“DCC agreed to the plan” agrees with it and has nothing to do."""
_TO = re.compile(r" to $")
_AND = re.compile(r"\s*(?:,|&|\s/\s|\band\b)\s*")
_WORD = re.compile(r"[^\s,;:()]+")
_SHORT = {**SHORT, "the force": "chief-constable", "force": "chief-constable"}
_POSTS = frozenset(
    (
        *("constable", "commissioner", "superintendent", "executive", "officer", "treasurer"),
        *("head", "director", "lead", "liaison", "inspector", "chair", "secretary", "manager"),
    )
)
_BEFORE = _POSTS | frozenset(
    (
        *("the", "chief", "deputy", "assistant", "temporary", "acting", "detective", "vice"),
        *("governance", "finance", "monitoring", "legal", "performance", "custody", "police"),
    )
)
_RANKS = frozenset(
    ("supt", "dsupt", "insp", "dinsp", "sgt", "dci", "cinsp", "csupt", "mr", "ms", "mrs", "dr")
)
"""“Supt Patel”: a rank or a title before one name is somebody who can own an action."""
_NO_POST = frozenset(
    (
        *("each", "every", "all", "any", "with", "about", "a", "an", "new", "that", "this"),
        *("their", "our", "his", "her", "its", "to", "from", "who", "whose"),
    )
)
_DAY_WORDS = frozenset(
    (
        *("the", "of", "end", "mid", "early", "late", "start", "on", "by", "before", "close"),
        *("quarter", "q1", "q2", "q3", "q4", "spring", "summer", "autumn", "winter", *MONTHS),
        *_WEEK,
    )
)
_LONGEST_OWNER, _RANK_AND_NAME = 5, 2
_DAY_OF_MONTH = re.compile(r"\b[0-3]?[0-9](?:st|nd|rd|th)? [A-Za-z]{3}")
_WHOLE = len("2027-06-30")


@dataclass(frozen=True, slots=True)
class Typed:
    """One line as it was understood. `office` is a short name such as deputy-chief-constable.

    `due` is an ISO date, perhaps of a month only; `missing` names what an action does not say.
    """

    kind: Kind
    text: str
    office: str | None = None
    due: str | None = None
    worked_out: bool = False
    missing: tuple[str, ...] = ()
    named: str = ""
    """The owner as it was typed, where a name stands behind the post: “ACC Whitcombe”."""


def office(words: str) -> str:
    """`DCC` -> deputy-chief-constable; other words become a short name.

    >>> office("T/DCC"), office("the Chief Constable"), office("Head of Crime")
    ('deputy-chief-constable', 'chief-constable', 'head-of-crime')
    """
    plain = " ".join(words.lower().split()).strip(" .,()")
    known = _SHORT.get(plain) or known_office(plain)
    return known or re.sub(r"[^a-z0-9]+", "-", plain.removeprefix("the ")).strip("-")


def day(words: str, *, met: date) -> str | None:
    """The ISO date, perhaps of a month only, that words name in an action; None where none.

    >>> day("Friday 4 December", met=date(2026, 11, 27)), day("soon", met=date(2026, 11, 27))
    ('2026-12-04', None)
    """
    return _due(_whole_date(words, met) or words.strip(), met)[0]


def asks(words: str) -> bool:
    """Do the words begin with a post that has to do something: “ACC to close the ten”?"""
    found = _DOES.match(words)
    return found is not None and all(map(_is_post, _AND.split(found["words"])))


def undertakes(words: str) -> bool:
    """Does a sentence tell that a post took something on: “DCC agreed to send the list”?

    >>> undertakes("DCC agreed to send the list."), undertakes("DCC agreed to the list.")
    (True, False)
    >>> undertakes("ACC to close ten by May."), undertakes("The DCC will retire in May.")
    (True, False)
    """
    found = _DOES.match(words)
    if found is None or not asks(words) or words.rstrip().endswith("?"):
        return False
    if found["undertook"]:
        return not _NO_TASK.match(words, found.end())
    # Without a word of undertaking only a day by which it is to be done tells a task from a story.
    plain = found["ahead"] or _TO.search(found.group())
    return bool(plain) and deadline(words[found.end() :]) is not None


def action(words: str, *, met: date, following: date | None) -> Typed:
    """The words of one action, understood on the day of the session."""
    text, owner, due_words = _head(words, met)
    others = ""
    after = _NEXT.search(text) if following else None
    if after and after["cut"]:
        text = text[: after.start()] + text[after.end() :]
    if not due_words:
        text, due_words = _marked_due(text, met)
    if not owner and (found := _OWNER.search(text)) and _owns(found["words"]):
        owner = found["words"].strip()
        text = text[: found.start()] + text[found.end() :]
    parts = [part.strip() for part in text.split(",")]
    if not due_words and len(parts) > 1 and (by := _whole_date(parts[-1], met)):
        due_words = by
        parts.pop()
    if not owner and len(parts) > 1:
        place = next((n for n in (len(parts) - 1, 0) if names_post(parts[n])), None)
        if place is not None:
            owner = parts.pop(place).strip(" .")
    text = ", ".join(part for part in parts if part)
    if not owner and asks(text) and (found := _DOES.match(text)):
        posts = _AND.split(found["words"])
        owner = posts[0]
        text, others = text[found.end() :], _with(posts[1:])
    elif owner and (found := _DOES.match(text)) and office(found["words"]) == office(owner):
        text = text[found.end() :]
    if not due_words and (by_then := deadline(text)) is not None and _due(by_then.words, met)[0]:
        due_words = by_then.words
        if by_then.end >= len(text.rstrip(" .")):
            text = text[: by_then.start]
    if not due_words:
        text, due_words = _day_at_end(text, met)
    due, counted = _due(due_words, met)
    if not due_words:
        text, due = _coming(text, met, weekday=not after)
        counted = bool(due)
    then = following.isoformat() if after and following and not due else None
    due, counted = (then, True) if then else (due, counted)
    missing = tuple(name for name, value in (("owner", owner), ("date", due)) if not value)
    text = f"{text.strip(' .,;:')}{others}"
    return Typed(
        "action",
        text[:1].upper() + text[1:],
        office(owner) if owner else None,
        due,
        counted,
        missing,
        owner.strip(" .,") if with_name(owner) else "",
    )


def _day_at_end(text: str, met: date) -> tuple[str, str]:
    """(the text without it, the words of a day) behind “the next session” or “on”."""
    on = _ON_DAY.search(text)
    if (beside := _beside_next(text, met)) or on is None or not _whole_date(on["words"], met):
        return text, beside
    return text[: on.start()], on["words"]


def _beside_next(text: str, met: date) -> str:
    """The words of a day that stands behind “the next session”; nothing where none does."""
    found = _NEXT_ON.search(text)
    end = _day_ends(text, found.end(), met) if found else 0
    return text[found.end() : end] if found and end else ""


def _head(text: str, met: date) -> tuple[str, str, str]:
    """(the rest, owner, day) where they come first: “DCC, due 31 March 2027: …”."""
    owner = due = ""
    while found := _SEGMENT.match(text):
        words, rest = found["words"].strip(" ."), text[found.end() :]
        if not rest.strip(" .,;:"):
            break
        if not owner and names_post(words) and not (found["sign"] == "," and asks(rest)):
            owner = words
        elif not due and (day := _whole_date(words, met)):
            due = day
        else:
            break
        text = rest
    return text, owner, due


def _marked_due(text: str, met: date) -> tuple[str, str]:
    """(the text without it, the words of the day) after “due”; as it was where it is no day."""
    for mark in _DUE_MARK.finditer(text):
        if end := _day_ends(text, mark.end(), met):
            before, after = text[: mark.start()].rstrip(" .;,("), text[end:].lstrip(" .;,)")
            words = text[mark.end() : end]
            return f"{before}{', ' if before and after else ''}{after}", words
    return text, ""


def _day_ends(text: str, start: int, met: date) -> int:
    """Where the longest run of words that name a day ends; 0 where none does."""
    last, counted = start, 0
    for word in _WORD.finditer(text, start):
        bare = word.group().strip(".").lower()
        between = text[last : word.start()].strip()
        if between not in ("", ",") or not (bare in _DAY_WORDS or bare[:1].isdigit()):
            break
        last = word.end()
        # a number left off would make another day of it
        counted = last if bare[:1].isdigit() or bare in MONTHS or bare[:1] == "q" else counted
    return next((e for e in (last, counted) if e > start and _is_day(text[start:e], met)), 0)


def _is_day(words: str, met: date) -> bool:
    """No month for a day that the calendar has not: “31 February 2027”."""
    found, _ = _due(words.strip(" .,"), met)
    return found is not None and (len(found) == _WHOLE or not _DAY_OF_MONTH.search(words))


def _whole_date(words: str, met: date) -> str:
    """The words of a day, if they are that and nothing else, with or without “due” before it."""
    mark = _DUE_MARK.match(words.strip())
    bare = words.strip()[mark.end() if mark else 0 :].strip(" .)")
    return bare if bare and _day_ends(bare, 0, met) == len(bare) else ""


def _with(posts: Sequence[str]) -> str:
    """“, with the deputy chief constable”: an action has one owner, and the others stand in it."""
    others = [spoken(office(one)) for one in posts]
    return f", with the {' and the '.join(others)}" if others else ""


def _is_post(words: str) -> bool:
    """Initials of an office, or words that name a post and nothing else."""
    plain = words.lower().removeprefix("the ").strip(" .()")
    if plain in _SHORT or known_office(plain) or with_name(words):
        return True
    parts = plain.split()
    named = 0 < len(parts) <= _LONGEST_OWNER and bool(_POSTS & set(parts))
    if len(parts) == _RANK_AND_NAME and parts[0] in _RANKS:
        return parts[1] not in _NO_POST
    return named and not _NO_POST & set(parts) and parts[1:2] != ["the"]


def names_post(words: str) -> bool:
    """The same where no “to” shows it: “tell the officer” and “remind officers” are no posts."""
    plain = words.lower().removeprefix("the ").strip(" .()")
    first = plain.split()[0] if plain else ""
    return _is_post(words) and (
        first in _BEFORE
        or first in _RANKS
        or with_name(words)
        or bool(_SHORT.get(plain) or known_office(plain))
    )


def _owns(words: str) -> bool:
    return len(words.split()) <= _LONGEST_OWNER


def _due(words: str, met: date) -> tuple[str | None, bool]:
    """(ISO date, whether it was worked out from the day of the session)."""
    if not words:
        return None, False
    found, counted = due_in_cell(words.removeprefix("by ").strip(), dated=met)
    if found:
        return found, counted
    one = record(
        "action", (0, len(words)), "typed", given={"due_words": words, "due": _bare(words)}
    )
    (worked,) = worked_out((one,), met.isoformat(), "minutes")
    due = worked.fields.get("due")
    whole = isinstance(due, str) and not due.startswith("X")
    return (str(due), True) if whole else (None, False)


def _coming(text: str, met: date, *, weekday: bool) -> tuple[str, str | None]:
    """(the text without it, the first such day after the session) at its end: “by 18/12”."""
    found = _WEEKDAY.search(text) if weekday else None
    if found:
        return text[: found.start()], _after(met, found["day"])
    found = _NO_YEAR.search(text)
    for year in (met.year, met.year + 1) if found else ():
        try:
            then = date(year, int(found["month"]), int(found["day"])) if found else met
        except ValueError:
            continue
        if found and then >= met:
            return text[: found.start()], then.isoformat()
    return text, None


def _after(met: date, weekday: str) -> str:
    """The first day of that name after the session: “by Friday”."""
    ahead = (_WEEK.index(weekday.lower()) - met.weekday() - 1) % len(_WEEK) + 1
    return (met + timedelta(days=ahead)).isoformat()


def _bare(words: str) -> str | None:
    """A day and month without a year, as documents are read: `XXXX-06-30`."""
    by = deadline(words) or deadline(f"by {words}")
    return by.due if by else None
