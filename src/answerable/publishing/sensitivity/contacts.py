"""Telephone numbers, addresses and names in a text that is about to be public: to be asked about.

They are no ground to hold a text back, for an office may publish its own number and a councillor
is named in public. So nothing here refuses: whoever records is told, and says so.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Told:
    """Words of a text that may be about a person: what they look like, and the words."""

    what: str
    words: str


def told(text: str, names: frozenset[str]) -> tuple[Told, ...]:
    """What of a text may be about a person, each once; `names` are public already.

    >>> [t.words for t in told("Cllr Smith (07700 900123) told", frozenset())]
    ['07700 900123', 'Cllr Smith']
    >>> [t.words for t in told("T/Supt R. Dunmore and DS P Nair", frozenset())]
    ['Supt R. Dunmore', 'DS P Nair']
    """
    return tuple(dict.fromkeys(_found(text, names)))


def _found(text: str, names: frozenset[str]) -> Iterator[Told]:
    for what, rule in _RULES:
        for match in rule.finditer(text):
            words = match[0]
            if what != "a name" or person(words, names):
                yield Told(what, words)
