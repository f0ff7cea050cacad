"""How well short texts that no index holds fit the words of a query."""

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from answerable.ledger.register import Version
from answerable.store.engine.words import LONGEST_WORD, plain, stem
from answerable.store.reads import fits

_MOST_KEPT = 20_000
_ASCII = re.compile("[a-z0-9]+")
Forms = tuple[str, str, str]
"""A word whole, and what begins with it or with its stem, each with a space before it."""


def in_force(version: Version, day: date) -> bool:
    """Does it stand on a day?"""
    valid = version.fact.valid
    return valid.start <= day and (valid.end is None or day < valid.end)


@lru_cache(maxsize=_MOST_KEPT)
def spaced(text: str) -> str:
    """The plain words of a text between spaces, as they are looked through."""
    if not text.isascii():
        return f" {' '.join(plain(text))} "
    words = _ASCII.findall(text.replace("'", "").lower())  # the same, many times as fast
    return f" {' '.join(word[:LONGEST_WORD] for word in words)} "


class Wanted:
    """The words of a query as they are looked for between spaces, made once for all news."""

    def __init__(self, asked: Sequence[str], telling: Sequence[str], *, most: bool) -> None:
        self.phrase = f" {' '.join(asked)} "
        self.asked = [_forms(word) for word in asked]
        self.telling = [_forms(word) for word in telling]
        self.most = most
        self.enough = max(fits.FEWEST, -(-len(telling) // 2))

    def fit(self, held: str) -> int | None:
        """How well a news fits; None where it does not."""
        if self.phrase in held:
            return fits.PHRASE
        there = sum(_begins(held, word) for word in self.telling or self.asked)
        if not there:
            return None
        fit = _of_all(held, self.asked, fits.WHOLE, fits.PART)
        if fit is None and self.telling:
            fit = _of_all(held, self.telling, fits.TELLING, fits.FORMS)
        if fit is None and self.most and self.telling and there >= self.enough:
            return fits.SOME + len(self.telling) - there - 1
        return fit


def _forms(word: str) -> Forms:
    return (f" {word} ", f" {word}", f" {stem(word)}")


def _of_all(held: str, words: Sequence[Forms], whole: int, forms: int) -> int | None:
    """How well all of some words fit: each whole, or other forms of some."""
    if all(word[0] in held for word in words):
        return whole
    return forms if all(_begins(held, word) for word in words) else None


def _begins(held: str, word: Forms) -> bool:
    """Does a word, or what has its stem, begin somewhere?"""
    return word[2] in held or word[1] in held
