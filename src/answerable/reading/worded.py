"""A costly pattern that is looked for only where one of its plain words stands.

To find a plain word costs a small part of what a pattern costs, and most sentences have none of
the words without which a pattern fits nothing. `signs` does the same for whole documents.
"""

import re
import sys
from collections.abc import Iterator, Sequence
from copy import copy
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Worded:
    """A pattern, and `words` of which each of its matches has one; in small letters if `small`."""

    words: tuple[str, ...]
    found: re.Pattern[str]
    small: bool

    def may(self, text: str, start: int = 0, end: int = sys.maxsize) -> bool:
        """Whether a word of the pattern stands in a stretch of text."""
        part = text[start:end]
        if self.small:
            part = part.lower()
        for word in self.words:  # noqa: SIM110 - `any` costs several times as much
            if word in part:
                return True
        return False

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The first match in a stretch of text."""
        return self.found.search(text, start, end) if self.may(text, start, end) else None

    def finditer(
        self, text: str, start: int = 0, end: int = sys.maxsize
    ) -> Iterator[re.Match[str]]:
        """Every match in a stretch of text."""
        return self.found.finditer(text, start, end) if self.may(text, start, end) else iter(())

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The match at the beginning, which needs no look for words."""
        return self.found.match(text, start, end)


def worded(words: str, pattern: str, flags: int = 0) -> Worded:
    """A pattern with its plain words, parted by "|"; `re.error` where it is no pattern."""
    return Worded(
        tuple(words.split("|")), re.compile(pattern, flags), small=bool(flags & re.IGNORECASE)
    )


@dataclass(frozen=True, slots=True)
class Small:
    """A pattern in small letters for text of any: far faster than one that heeds no case."""

    found: re.Pattern[str]

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The first match in a stretch of text; its places are those within the stretch."""
        first = max(0, start - 1)  # whether a word begins at `start` tells the letter before
        return self.found.search(text[first:end].lower(), start - first)


def in_any_case(pattern: str) -> Small:
    """A pattern whose letters stand for large ones too; `re.error` where it is no pattern."""
    return Small(re.compile(_LETTER.sub(lambda one: one.group().lower(), pattern)))


_LETTER = re.compile(r"(?<!\\)[A-Z]")


@lru_cache(maxsize=64)
def once(form: re.Pattern[str], text: str) -> tuple[int, int] | None:
    """Where a form stands first in a whole paper: looked for once, however many records ask."""
    found = form.search(text)
    return found.span() if found is not None else None


class Forms:
    """Named patterns that are tried on the same sentence, each word of theirs looked for once."""

    def __init__(self, forms: Sequence[tuple[str, Worded]]) -> None:
        """`forms`: names and patterns, in the order in which they are tried."""
        self._forms = tuple((name, form.found) for name, form in forms)
        self._plain = _places([form.words if not form.small else () for _, form in forms])
        self._small = _places([form.words if form.small else () for _, form in forms])

    def of_paper(self, text: str) -> "Forms":
        """The same forms for the sentences of one paper, without the words that it never has."""
        found, small = copy(self), text.lower()
        found._plain = {word: at for word, at in self._plain.items() if word in text}
        found._small = {word: at for word, at in self._small.items() if word in small}
        return found

    def that_may(self, text: str) -> Iterator[tuple[str, re.Pattern[str]]]:
        """Those of which a word stands in a text, in their order."""
        may: set[int] = set()
        for known, words in ((self._plain, text), (self._small, text.lower())):
            for word, places in known.items():
                if word in words:
                    may.update(places)
        for place in sorted(may):
            yield self._forms[place]


def _places(forms: Sequence[Sequence[str]]) -> dict[str, list[int]]:
    """Each word and the places of the forms that have it."""
    found: dict[str, list[int]] = {}
    for place, words in enumerate(forms):
        for word in words:
            found.setdefault(word, []).append(place)
    return found
