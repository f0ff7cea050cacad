"""Short forms that a text writes out itself: “registered sex offender (RSO)”.

Each letter of the short form is the first of a word before its brackets, in their order; small
words between may be left out. What does not agree letter by letter is no expansion: nothing is
guessed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_IN_BRACKETS = re.compile(r"\s\((?P<short>[A-Z]{2,7})(?P<many>s?)\)")
_WORD = re.compile(r"[A-Za-z][A-Za-z’']*")
_PARTED = re.compile(r"[.;:()\[\]\n|“”\"]")
_SMALL = frozenset(("and", "of", "the", "for", "to", "in", "on", "a", "an", "with"))
_MOST = 120
"""Characters before the brackets in which the words are looked for."""


@dataclass(frozen=True, slots=True)
class ShortForm:
    """A short form, the words that it stands for, and where the text says so."""

    short: str
    words: str
    start: int
    end: int


def short_forms(text: str) -> Iterator[ShortForm]:
    """Every place at which a text writes a short form out, in its order.

    >>> [(one.short, one.words) for one in short_forms("each registered sex offender (RSO) is")]
    [('RSO', 'registered sex offender')]
    >>> list(short_forms("the officer in charge (RSO) said"))
    []
    """
    for found in _IN_BRACKETS.finditer(text):
        begin = max(found.start() - _MOST, 0)
        sentence = text[begin : found.start()]
        cut = max((part.end() for part in _PARTED.finditer(sentence)), default=0)
        words = list(_WORD.finditer(sentence, cut))
        first = _first(found["short"].lower(), words)
        if first is not None:
            start = begin + first
            yield ShortForm(
                found["short"] + found["many"],
                " ".join(text[start : found.start()].split()),
                start,
                found.end(),
            )


def _first(letters: str, words: list[re.Match[str]]) -> int | None:
    """Where the words begin whose first letters these are, read from the last one backwards."""
    left = len(letters)
    for word in reversed(words):
        plain = word.group().lower()
        if plain[0] == letters[left - 1]:
            left -= 1
            if not left:
                return word.start()
        elif plain not in _SMALL:
            return None
    return None
