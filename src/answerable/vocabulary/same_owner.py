"""Owners of a log that may be one person or post, written in several ways: to be asked about.

`S Tranter`, `Sue Tranter`, `ST`, “Head of Contact - Sue Tranter” beside “Head of Contact”, and
“ACC Crime” beside “ACC (Crime)”. No two are ever taken for one by this: a person says so.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from typing import Final

from answerable.vocabulary.offices import SHORT, known_office, nobody, written_out
from answerable.vocabulary.posts import is_rank, names_in, post_of

MOST: Final = 200
"""Owners that are compared with each other: those given first."""
_INITIALS: Final = re.compile(r"[A-Z]{2,3}|(?:[A-Z]\.){2,3}")
_LAST: Final = re.compile(r"(?:^|\s)(?P<surname>[A-Z][a-z'’-]+[A-Za-z'’-]*)$")
_PARTS: Final = re.compile(r"\w+|[/+&;]")
_SMALL: Final = frozenset(("the", "for"))
_SEVERAL: Final = re.compile(r" ?[/+&;] |/(?=[A-Z][a-z])| and ")


@dataclass(frozen=True, slots=True)
class _Named:
    """One owner: surname, the first letters of its given names, its post without the name."""

    words: str
    surname: str
    given: str
    post: str
    initials: str


@lru_cache(maxsize=8)  # every page of a register asks it of the same owners
def pairs(owners: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Pairs of owners that may be one, each pair once, in the order of the owners.

    >>> pairs(("S Tranter", "Dunmore", "Sue Tranter", "R Dunmore", "Paul Tranter"))
    (('S Tranter', 'Sue Tranter'), ('Dunmore', 'R Dunmore'))
    >>> pairs(("RD", "R Dunmore", "Head of Contact", "Head of Contact - Sue Tranter", "DCC"))
    (('RD', 'R Dunmore'), ('Head of Contact', 'Head of Contact - Sue Tranter'))
    >>> pairs(("DCI Nair", "DCI Bell", "ACC", "DCC", "TBC"))
    ()
    >>> pairs(("ACC Crime", "ACC (Crime)", "ACC (Local Policing)", "ACC / DCC"))
    (('ACC Crime', 'ACC (Crime)'),)
    """
    named = [words for words in dict.fromkeys(owners) if not nobody(words)][:MOST]
    read = {words: _read(words) for words in named}
    plain = {words: plainly(words) for words in named}
    return tuple(
        (a, b)
        for a, b in combinations(named, 2)
        if plain[a] == plain[b] or _may_be_one(read[a], read[b])
    )


def plainly(words: str) -> str:
    """An owner without stops, brackets, “the” and “for”, its initials of an office written out.

    >>> plainly("ACC (Crime)") == plainly("ACC for Crime") == plainly("acc-crime")
    True
    >>> plainly("ACC (Crime)") == plainly("Assistant Chief Constable, crime")
    True
    >>> plainly("Head of Crime") == plainly("Head of Custody"), plainly("ACC / DCC")
    (False, 'assistant chief constable / deputy chief constable')
    """
    parts = _PARTS.findall(written_out(words).casefold())
    return " ".join(SHORT.get(p, p).replace("-", " ") for p in parts if p not in _SMALL)


def _read(words: str) -> _Named | None:
    """An owner of one person or post; None for several, and for an office by its short name."""
    if _SEVERAL.search(words) or words == words.lower():
        return None
    if _INITIALS.fullmatch(words) and known_office(words) is None:
        return _Named(words, "", "", "", words.replace(".", ""))
    names = names_in(words)
    name = names[0].split() if len(names) == 1 else []
    if not name and (last := _LAST.search(words)) and _titled(words):
        name = [last["surname"]]
    given = "".join(part[0] for part in name[:-1])
    surname = name[-1] if name else ""
    post = post_of(words).casefold()
    return _Named(words, surname, given, "" if is_rank(post) else post, "")


def _titled(words: str) -> bool:
    """Is it the office of a chief officer with a name behind it: “ACC Whitcombe”?"""
    first, _, rest = words.partition(" ")
    return bool(rest) and known_office(first) is not None


def _may_be_one(one: _Named | None, other: _Named | None) -> bool:
    if one is None or other is None:
        return False
    if one.initials or other.initials:
        short, long = (one, other) if one.initials else (other, one)
        return bool(long.surname and long.given) and short.initials == (
            long.given + long.surname[0]
        )
    if one.surname and other.surname:
        return one.surname == other.surname and (
            not (one.given and other.given) or one.given[0] == other.given[0]
        )
    return bool(one.post) and one.post == other.post
