"""Figures that a statement may be set against, and the names by which a sentence calls them."""

import re
from dataclasses import dataclass
from datetime import date

from answerable.ledger.register import Version

_WORD = re.compile(r"[a-z0-9]+")


@dataclass(frozen=True)
class Measured:
    """Monthly figures of one measure: `values` by first day of the month, checks already run.

    `words` are those of its title; `also` other names by which a sentence may call it.
    `left_out` says why a check took months out; `caveat` what the measure cannot show; `behind`
    the entries that loaded the figures.
    """

    id: str
    title: str
    words: tuple[str, ...]
    unit: str
    values: dict[date, float]
    left_out: tuple[str, ...] = ()
    caveat: str = ""
    behind: tuple[Version, ...] = ()
    also: tuple[tuple[str, ...], ...] = ()

    def named_in(self, text: str) -> bool:
        """Do all words of one of its names stand in a sentence, of one thing or of many?"""
        said = singulars(text)
        names = [singulars(" ".join(name)) for name in (self.words, *self.also)]
        return any(name and name <= said for name in names)


def singulars(text: str) -> frozenset[str]:
    """The words of a text, each as of one thing: “Robberies” is “robbery”, “shops” is “shop”."""
    return frozenset(_singular(word) for word in _WORD.findall(text.lower()))


def _singular(word: str) -> str:
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word
