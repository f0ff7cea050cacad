"""One action as a note-taker types it: who and by when, before its words or after them.

    DCC to publish the plan by 30 June 2027
    publish the plan. Owner: DCC. Due: 30 June 2027
    publish the plan, DCC, 30 June 2027
    DCC, due 30 June 2027, publish the plan
    DCC: publish the plan, due 30 June 2027

No word is lost: what is neither an owner nor a day that the calendar has stays in the action.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from answerable.reading.actions.typed import typed_due
from answerable.reading.actions.typed.typed_due import By
from answerable.reading.deadlines import deadline
from answerable.vocabulary.offices import SHORT, known_office, nobody, spoken
from answerable.vocabulary.posts import with_name

Kind = Literal["question", "answer", "action", "note"]

_SEGMENT = re.compile(r"\s*(?P<words>[^,;:\n]{2,60}?)\s*(?P<sign>[,;:]|\s[-–—]\s)\s*")
_OWNER = re.compile(
    r"[\s.;,(]*\b(?:owner\s*[:–-]?|(?:lead|who)\s*[:–-])\s+(?P<words>[^.;,\n]{2,50})", re.I
)
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
_NO_UNDERTAKING = re.compile(
    r"(?:be|have|not|note|noting|date|which|whom|what|retire|leave|join|stay|remain|take over"
    r"|do so)\b"
)
"""“DCC to retire in May” is news; “ACC Osei to bring the rota” is how a task is noted."""
_AND = re.compile(r"\s*(?:,|&|\s/\s|\band\b)\s*")
_SHORT = {**SHORT, "the force": "chief-constable", "force": "chief-constable"}
_POSTS = frozenset(
    (
        *("constable", "commissioner", "superintendent", "executive", "officer", "treasurer"),
        *("head", "director", "lead", "liaison", "inspector", "chair", "secretary", "manager"),
        *("clerk", "secretariat"),
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
_PART = re.compile(r"(?P<office>[^()]{2,40}?) ?\([^()]{2,30}\)")
_LONGEST_OWNER, _RANK_AND_NAME = 5, 2


@dataclass(frozen=True, slots=True)
class Typed:
    """One line as it was understood. `office` is a short name such as deputy-chief-constable, or
    an owner that the reader was told of, in its own words.

    `due` is an ISO date, perhaps of a month only, and `rule` how it was worked out, if it was;
    `missing` names what an action does not say.
    """

    kind: Kind
    text: str
    office: str | None = None
    due: str | None = None
    rule: str = ""
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


def asks(words: str) -> bool:
    """Do the words begin with a post that has to do something: “ACC to close the ten”?"""
    found = _DOES.match(words)
    return found is not None and all(map(_is_post, _AND.split(found["words"])))


def undertakes(words: str) -> bool:
    """Does a sentence tell that a post took something on: “DCC agreed to send the list”?

    >>> undertakes("DCC agreed to send the list."), undertakes("DCC agreed to the list.")
    (True, False)
    >>> undertakes("ACC to close ten."), undertakes("The DCC will retire in May.")
    (True, False)
    """
    found = _DOES.match(words)
    if found is None or not asks(words) or words.rstrip().endswith("?"):
        return False
    if found["undertook"]:
        return not _NO_TASK.match(words, found.end())
    if _TO.search(found.group()):
        return not _NO_UNDERTAKING.match(words, found.end())
    # Of what somebody will do only a day by which it is to be done tells a task from a story.
    return bool(found["ahead"]) and deadline(words[found.end() :]) is not None


def action(
    words: str, *, met: date, following: date | None, owners: Collection[str] = ()
) -> Typed:
    """The words of one action, understood on the day of the session.

    `owners`: names that are owners where they are typed exactly so, though they name no post.
    """
    text, owner, due_words = _head(words, met, owners)
    others = ""
    after = typed_due.NEXT.search(text) if following else None
    if after and after["cut"]:
        text = text[: after.start()] + text[after.end() :]
    if not due_words:
        text, due_words = typed_due.marked(text, met)
    if not owner and (found := _OWNER.search(text)) and _owns(found["words"]):
        owner = found["words"].strip()
        text = text[: found.start()] + text[found.end() :]
    parts = [part.strip() for part in text.split(",")]
    if not due_words and len(parts) > 1 and (by := typed_due.whole_date(parts[-1], met)):
        due_words = by
        parts.pop()
    if not owner and len(parts) > 1:
        ends = (len(parts) - 1, 0)
        place = next((n for n in ends if _is_owner(parts[n], owners)), None)
        if place is not None:
            owner = parts.pop(place).strip(" .")
    text = ", ".join(part for part in parts if part)
    found = _DOES.match(text)
    if found and not owner and found["words"] in owners and not nobody(found["words"]):
        owner, text = found["words"], text[found.end() :]
    elif found and not owner and asks(text):
        posts = _AND.split(found["words"])
        owner = posts[0]
        text, others = text[found.end() :], _with(posts[1:])
    elif found and owner and office(found["words"]) == office(owner):
        text = text[found.end() :]
    text, due = _by_when(text, due_words, met, ends=not after)
    if after and following and not due.day:
        due = By(following.isoformat(), typed_due.SESSION)
    missing = tuple(name for name, value in (("owner", owner), ("date", due.day)) if not value)
    text = f"{text.strip(' .,;:')}{others}"
    return Typed(
        "action",
        text[:1].upper() + text[1:],
        _short(owner, owners) if owner else None,
        due.day,
        due.rule,
        missing,
        owner.strip(" .,") if with_name(owner) else "",
    )


def _by_when(text: str, words: str, met: date, *, ends: bool) -> tuple[str, By]:
    """(the text without it, the day) as `words` name it, else as the text states it.

    `ends`: words at its end may say when without a date.
    """
    then = None if words else deadline(text)
    if then is not None and typed_due.counted(then.words, met).day:
        words = then.words
        if then.end >= len(text.rstrip(" .")):
            text = text[: then.start]
    if not words:
        text, words = typed_due.at_end(text, met)
    if words:
        return text, typed_due.counted(words, met)
    return typed_due.coming(text, met, phrases=ends)


def _head(text: str, met: date, owners: Collection[str]) -> tuple[str, str, str]:
    """(the rest, owner, day) where they come first: “DCC, due 31 March 2027: …”."""
    owner = due = ""
    while found := _SEGMENT.match(text):
        words, rest = found["words"].strip(" ."), text[found.end() :]
        if not rest.strip(" .,;:"):
            break
        post_follows = found["sign"] == "," and asks(rest)
        if not owner and _is_owner(words, owners) and not post_follows:
            owner = words
        elif not due and (day := typed_due.whole_date(words, met)):
            due = day
        else:
            break
        text = rest
    return text, owner, due


def _with(posts: Sequence[str]) -> str:
    """“, with the deputy chief constable”: an action has one owner, and the others stand in it."""
    others = [spoken(office(one)) for one in posts]
    return f", with the {' and the '.join(others)}" if others else ""


def _is_post(words: str) -> bool:
    """Initials of an office, or words that name a post and nothing else."""
    if _is_office(words) or with_name(words):
        return True
    parts = words.lower().removeprefix("the ").strip(" .()").split()
    named = 0 < len(parts) <= _LONGEST_OWNER and bool(_POSTS & set(parts))
    if len(parts) == _RANK_AND_NAME and parts[0] in _RANKS:
        return parts[1] not in _NO_POST
    return named and not _NO_POST & set(parts) and parts[1:2] != ["the"]


def names_post(words: str) -> bool:
    """The same where no “to” shows it: “tell the officer” and “remind officers” are no posts."""
    plain = words.lower().removeprefix("the ").strip(" .()")
    first = plain.split()[0] if plain else ""
    return _is_post(words) and (
        first in _BEFORE or first in _RANKS or with_name(words) or _is_office(words)
    )


def _is_owner(words: str, owners: Collection[str]) -> bool:
    """Do words name a post, or an owner that the reader was told of and that is somebody?"""
    return names_post(words) or (words in owners and not nobody(words))


def _short(owner: str, owners: Collection[str]) -> str:
    """The short name of an owner; of one that the reader was told of, its own words."""
    return owner if owner in owners and not known_office(owner) else office(owner)


def _is_office(words: str) -> bool:
    """An office of the field, also with its part in brackets: `DCC`, `ACC (Crime)`."""
    plain = words.lower().removeprefix("the ").strip(" .")
    part = _PART.fullmatch(plain)
    plain = (part["office"] if part else plain).strip(" .()")
    return plain in _SHORT or known_office(plain) is not None


def _owns(words: str) -> bool:
    return len(words.split()) <= _LONGEST_OWNER
