"""One place where a person is named, and the labels of lists of who was present."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from answerable.reading.people.post_words import BODIES, NOUNS, POSTS, RANKS, SURNAMES
from answerable.reading.roles import is_name

ATTENDS = re.compile(
    r"\W*(?:Officers?|Present|PRESENT|In attendance|IN ATTENDANCE|Attendees?|Attendance"
    r"|Members?(?: present)?"
    r"|Also present|Minute ?taker|Note ?taker|Minutes taken by|Secretary|In [Tt]he [Cc]hair"
    r"|Chair(?:man)?"
    r"|Apologies|APOLOGIES)\s*:[-–]?\s"
)
_RANKS = frozenset(("CC", "DCC", "ACC", "PCC", "DPCC", "PFCC", "CFO", "CEO", "ACO", "HMI"))


_JOINS = "But And While When As After Before If Then So Yet Since Under Contact Signed Attn To Cc"
_TITLES = "Dr Dame Sir Professor Prof Lord Lady Rt Hon Rev Revd Coun Cllr Mr Mrs Ms PCSO From By"
_BEFORE = (NOUNS | RANKS | {*_JOINS.split(), *_TITLES.split()}) - SURNAMES
_AT_A_MEETING = ("chair", "present", "apologies")


@dataclass(frozen=True, slots=True)
class Sighting:
    """One place where a person is named."""

    name: str
    start: int
    end: int
    role: str | None
    initials: str | None
    presence: str
    rule: str
    organisation: str | None = None


def at_a_meeting(found: Sequence[Sighting]) -> bool:
    """A paper of a meeting, by those whom it lists as there or away."""
    return len({one.name for one in found if one.presence in _AT_A_MEETING}) > 1


_OWNER = re.compile(r"[’']s$")


def clean(name: str) -> str:
    """A name as written, without an owner's ending and without what only stands before it."""
    plain = _OWNER.sub("", " ".join(name.split()))
    while plain.count(" ") > 1 and plain.partition(" ")[0].strip(".") in _BEFORE:
        plain = plain.partition(" ")[2]  # "Governor Ewan Vale", "Contact Una Orme"
    return plain


def stands(words: str, name: str, start: int, end: int) -> tuple[int, int]:
    """Where a cleaned name stands in the words at `start` to `end` that hold it."""
    at = words.find(name)
    return (start, end) if at < 0 else (start + at, start + at + len(name))


# "Cllr S Le Grys", "Mrs A Van Dyke": written big, as the surname that follows is.
_OPENS_SURNAME = frozenset(("Le", "La", "De", "Du", "Di", "Van", "Von", "El", "Al", "Ap", "St"))
_SURNAME_GOES_ON = re.compile(r" [A-Z][a-z]+\b")


def sighted(
    match: re.Match[str], presence: str, rule: str, *, role: str | None = None, group: str = "name"
) -> Sighting | None:
    words = match.group(group)
    name = clean(words)
    while len(name.split()) > 2 and name.split()[-1] in POSTS:
        name = name.rsplit(" ", 1)[0]  # "DCC Farah Siddiq  Programme manager: …"
    if not is_name(name) or words.split()[-1] in BODIES or name.split()[-1] in NOUNS:
        return None
    if all(one in POSTS for one in name.split()):
        return None  # "Director General Operations"
    last = match.end(group)
    end = stands(words, name, *match.span(group))[1] if last == match.end() else match.end()
    more = _SURNAME_GOES_ON.match(match.string, end) if last == match.end() else None
    if more is not None and name.split()[-1] in _OPENS_SURNAME:
        name, end = name + more.group(), more.end()
    groups = match.groupdict()
    initials = groups.get("initials") or groups.get("later")
    if initials in _RANKS:
        role, initials = role or groups.get("role") or initials, None
    return Sighting(name, match.start(), end, role or groups.get("role"), initials, presence, rule)


def post(match: re.Match[str]) -> str | None:
    role = match.group("role")
    return role.strip(" ,;-–(") if role else None
