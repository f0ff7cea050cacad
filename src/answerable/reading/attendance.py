"""Names in lists of who was present and who sent apologies."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from answerable.reading.clauses import Passage
from answerable.reading.roles import NAME, PREFIX, RANKED, ROLE, SURNAME, TITLE, is_name

_INITIALS = r"(?:\((?P<initials>[A-Z]{2,4}|[A-Z]{1,2}[a-z][A-Z]?)(?:\)|(?=\s|$)))"
_DASH = r"(?:\s*[-–—,:|]\s*|\s+)\(?"
# "K Rowe (KR), CC Lister": a rank before a surname begins the next person.
_BEFORE_SURNAME = (
    r"(?:T/|A/)?(?:CC|DCC|ACC|ACO|PCC|PFCC|DPCC|CFO|Supt|Ch Supt|DCI|DI|Insp|Cllr|Councillor"
    r"|Mr|Mrs|Ms|Dr)"
)
# In a list of people "K Rowe" is a name too.
_LISTED_NAME = rf"(?:{NAME}|[A-HJ-Z] {SURNAME})"
_LISTED = re.compile(
    rf"(?:(?:{TITLE}|Cllr|Councillor) )?(?P<name>{_LISTED_NAME})(?:\s*{_INITIALS})?"
    rf"(?:{_DASH}(?P<chair>\(?Chair(?:man|woman|person)?\)?)(?=[\s,;–-]))?"
    rf"(?:{_DASH}(?!{_BEFORE_SURNAME} [A-Z][a-z])(?P<role>{ROLE}(?:,? (?:for"
    rf"|of) [A-Z][^,;()\n]{{1,60}}|, (?:Local|Crime|C&V|OPCC"
    rf"|Operations|People)[^;()\n]{{0,40}}| (?:&|and) [A-Z][\w&’ ]{{2,40}})?))?"
    rf"(?:\s*\((?P<later>[A-Z]{{2,4}})\))?"
)
_LISTED_ROLE = re.compile(
    rf"(?P<role>{PREFIX}|(?:[A-Z][\w’&]+ ){{0,4}}?{RANKED})(?:,| -| –)? (?P<name>{NAME})"
    rf"(?:\s*{_INITIALS})?"
)
ATTENDS = re.compile(
    r"\W*(?:Officers?|Present|PRESENT|In attendance|IN ATTENDANCE|Attendees?|Attendance"
    r"|Members?(?: present)?"
    r"|Also present|Minute ?taker|Note ?taker|Minutes taken by|Secretary|In [Tt]he [Cc]hair"
    r"|Chair(?:man)?"
    r"|Apologies|APOLOGIES)\s*:[-–]?\s"
)


# A further name, but not the post of the one before it: "Nadia Kerr, Chief Executive (NK)".
_NEXT_NAME = re.compile(
    rf"(;|\n|(?<=\)),? (?:and )?(?=(?:{TITLE} )?{_LISTED_NAME} \()"
    rf"|(?:, and|,| and) (?={_BEFORE_SURNAME} [A-Z])"
    rf"|, (?!{ROLE} ?\()(?={_LISTED_NAME} ?(?:[–-] |\()))"
)
_RANKS = frozenset(("CC", "DCC", "ACC", "PCC", "DPCC", "PFCC", "CFO", "CEO", "ACO", "HMI"))


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


def clean(name: str) -> str:
    plain = " ".join(name.split())
    return re.sub(r"[’']s$", "", plain)


def sighted(
    match: re.Match[str], presence: str, rule: str, *, role: str | None = None, group: str = "name"
) -> Sighting | None:
    name = clean(match.group(group))
    if not is_name(name):
        return None
    end = match.end() - (
        len(match.group(group)) - len(name) if match.end(group) == match.end() else 0
    )
    groups = match.groupdict()
    initials = groups.get("initials") or groups.get("later")
    if initials in _RANKS:
        role, initials = role or groups.get("role") or initials, None
    return Sighting(name, match.start(), end, role or groups.get("role"), initials, presence, rule)


def names_listed(text: str, passage: Passage) -> Iterator[Sighting]:
    presence = "apologies" if passage.section == "apologies" else "present"
    words = text[passage.start : passage.end]
    if re.match(r"\W*Apologies", words):
        presence = "apologies"
    at = passage.start
    for piece in _NEXT_NAME.split(words):
        match = _best_listed(text, at, at + len(piece))
        if match is not None:
            chair = re.search(r"\bChair(?:man|woman|person)?\b", piece) or (
                re.search(r"[Ii]n the [Cc]hair\)", piece)
                or (
                    re.search(r"[Ii]n the [Cc]hair", words[: at - passage.start + 12])
                    and at == passage.start
                )
            )
            place = (
                "chair" if chair and presence == "present" and "Vice" not in piece else presence
            )
            found = sighted(match, place, "people.attendance", role=post(match))
            if found is not None:
                yield found
        at += len(piece)


def post(match: re.Match[str]) -> str | None:
    role = match.group("role")
    return role.strip(" ,;-–(") if role else None


def _best_listed(text: str, start: int, end: int) -> re.Match[str] | None:
    """The name of a line: the match that begins first; a bare name must be the whole line."""
    found = []
    leading = _LISTED_ROLE.search(text, start, end)
    if leading is not None and is_name(clean(leading.group("name"))):
        found.append(leading)
    at = start
    while match := _LISTED.search(text, at, end):
        if is_name(clean(match.group("name"))):
            groups = match.groupdict()
            known = any(groups[name] for name in ("initials", "role", "later", "chair"))
            line = re.sub(r"^[^:]{0,30}:\s*", "", text[start:end]).strip(" .,;•-*")
            if known or len(line) <= len(match.group("name")) + 25:
                found.append(match)
            break
        at = match.start() + len(match.group("name").split(" ")[0]) + 1
    return min(found, key=lambda one: one.start(), default=None)
