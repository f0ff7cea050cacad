"""Telephone numbers, addresses and names in a text that is about to be public: to be asked about.

They are no ground to hold a text back, for an office may publish its own number and a councillor
is named in public. So nothing here refuses: whoever records is told, and says so.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from answerable.publishing.sensitivity.first_names import FIRST_NAMES
from answerable.publishing.sensitivity.words_of_people import ROAD, person
from answerable.vocabulary.language import marked

_TITLE = (
    r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Cllr|Councillor|Sir|Lady|PC|DC|PS|DS|DI|DCI|CI|PCSO|Insp|Inspector"
    r"|Sgt|Sergeant|Supt|Superintendent)"
)
_RULES = (
    (
        marked("a telephone number"),
        re.compile(r"(?<!\d)(?:\+44 ?\d|0\d)\d{1,3}\)?[ -]?\d{3}[ -]?\d{3,4}(?!\d)"),
    ),
    (marked("a mail address"), re.compile(r"\b[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{2,20}){1,3}")),
    (
        marked("an address"),
        re.compile(
            rf"\b\d{{1,4}}[a-z]?,? (?:[A-Z][a-z]+ ){{1,3}}{ROAD}\b"
            r"|\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b"
        ),
    ),
    (
        marked("a name"),
        re.compile(rf"\b{_TITLE}\.? (?:[A-Z]\.? )?[A-Z][a-z]+(?:[-' ][A-Z][a-z]+)?"),
    ),
)


_NAME = marked("a name")
_BEFORE = re.compile(r"(?P<word>[A-Z][\w’'-]*\.?) ?$")
_BEGINS = re.compile(r"(?:^|[.!?:;|\n])\s*$")
_OF_A_PLACE = re.compile(rf" {ROAD}\b")
_NEAR = 40
"""Letters before a surname that are looked at."""


@dataclass(frozen=True, slots=True)
class Told:
    """Words of a text that may be about a person: what they look like, and the words."""

    what: str
    words: str


def told(text: str, names: frozenset[str], *, owners: Collection[str] = ()) -> tuple[Told, ...]:
    """What of a text may be about a person, each once; `names` are public already.

    `owners`: surnames that stand in this log as those of owners, such as `Tranter`.

    >>> [t.words for t in told("Cllr Smith (07700 900123) told", frozenset())]
    ['07700 900123', 'Cllr Smith']
    >>> [t.words for t in told("T/Supt R. Dunmore and DS P Nair", frozenset())]
    ['Supt R. Dunmore', 'DS P Nair']
    """
    found = tuple(dict.fromkeys(_found(text, names)))
    seen = " ".join(one.words for one in found)
    return (*found, *(Told(_NAME, name) for name in _surnames(text, owners) if name not in seen))


def _surnames(text: str, owners: Collection[str]) -> tuple[str, ...]:
    """Each of these surnames that stands in a text, with the initial or first name before it.

    Behind another word with a capital it is part of a proper name, as in “Fort Dunmore”, unless
    that word only begins the sentence: “Ask Dunmore”.
    """
    if not owners:
        return ()
    found = []
    for match in re.finditer(rf"\b(?:{'|'.join(map(re.escape, sorted(owners)))})\b", text):
        near = text[max(0, match.start() - _NEAR) : match.start()]
        before = _BEFORE.search(near)
        word = before["word"].rstrip(".") if before else ""
        if len(word) == 1 or word in FIRST_NAMES:
            found.append(f"{before['word'] if before else ''} {match[0]}")
        elif not _OF_A_PLACE.match(text, match.end()) and (
            before is None
            or before["word"].endswith(".")
            or _BEGINS.search(near[: before.start()])
        ):
            found.append(match[0])
    return tuple(dict.fromkeys(found))


def _found(text: str, names: frozenset[str]) -> Iterator[Told]:
    for what, rule in _RULES:
        for match in rule.finditer(text):
            words = match[0]
            if what != "a name" or person(words, names):
                yield Told(what, words)
