"""Who was at a session: offices and names as they were typed, and whose name stands at all.

Chief officers, whoever holds them to account, and senior statutory staff stand by name and
office; everybody else as a role (DOMAIN 11). Which offices those are is the regime's (`named`).
"""

import re
from collections.abc import Sequence

from answerable.scrutiny.phrases import number, start
from answerable.vocabulary.offices import known_office, spoken

_RANK = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Cllr|Councillor|Sir|Dame|Lord|Lady|PC|DC|PS|DS|DI|DCI|CI|PCSO"
    r"|Ch/Supt|C/Supt|D/Supt|Supt|Superintendent|C/Insp|Insp|Inspector|Sgt|Sergeant"
    r"|Constable|Commander)\.? (?P<after>[A-Z][\w'’-]+)"
)
_NAME = re.compile(r"[A-Z][a-z'’]+(?:-[A-Z][a-z]+)?|[A-Z]\.")
_OF_POSTS = frozenset(
    (
        *("head", "director", "officer", "manager", "lead", "chair", "vice", "member", "members"),
        *("clerk", "governor", "team", "office", "board", "police", "crime", "finance", "legal"),
        *("performance", "adviser", "advisor", "secretary", "assistant", "deputy", "analyst"),
        *("press", "public", "force", "service", "panel", "council", "committee", "inspector"),
        *("superintendent", "constable", "sergeant", "commander", "chief", "executive", "custody"),
        *("policy", "scrutiny", "governance", "communications", "media", "minutes", "treasurer"),
        *("detective", "temporary", "acting", "senior", "business", "support", "data", "audit"),
    )
)
_LEAST, _MOST = 2, 3
"""Words of a bare name."""


def listed(people: Sequence[str]) -> str:
    """Offices in words and names as typed, in one line; a name may hold a comma.

    An office that more than one held stands once, with how many did.

    >>> listed(("commissioner", "Chief Constable Jane Smith, QPM"))
    'Commissioner; Chief Constable Jane Smith, QPM'
    """
    words = [start(spoken(one)) for one in people]
    many = {word: words.count(word) for word in words}
    return "; ".join(f"{word} ({number(n)})" if n > 1 else word for word, n in many.items())


def to_be_roles(people: Sequence[str], *, named: Sequence[str]) -> tuple[str, ...]:
    """Lines that read like a person's name beside no office that stands by name.

    `named`: those offices in words. What is found is to be looked at; nobody is refused.

    >>> there = ("Sgt Ann Brown", "T/CC Jane Smith", "Head of Crime")
    >>> to_be_roles(there, named=["chief constable"])
    ('Sgt Ann Brown',)
    """
    return tuple(one for one in people if _person(one) and not _stands(one, named))


def _stands(line: str, named: Sequence[str]) -> bool:
    plain = " ".join(line.casefold().split())
    short = (known_office(word) for word in line.replace(",", " ").split())
    held = {spoken(office) for office in short if office}
    return any(re.search(rf"\b{re.escape(one)}\b", plain) for one in named) or bool(
        held & set(named)
    )


def _person(line: str) -> bool:
    if any(found["after"].casefold() not in _OF_POSTS for found in _RANK.finditer(line)):
        return True
    words = line.replace(",", " ").split()
    bare = _LEAST <= len(words) <= _MOST and all(_NAME.fullmatch(word) for word in words)
    return bare and not _OF_POSTS & {word.casefold() for word in words}
