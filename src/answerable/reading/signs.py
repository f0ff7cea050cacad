"""Signs of a kind of source: patterns that are looked for only where words they need stand.

To find a plain word costs a small part of what a pattern costs, and most signs of most profiles
are not in a document.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_ANY_CASE = re.IGNORECASE | re.MULTILINE
_BIG = re.compile(r"(?<!\\)[A-Z]")
_NUMBERED = re.compile(r"\\[0-9NUux]")
_OPTIONAL = "?*{"
_LEFT_OUT = ("?", "*", "{")
_BREAKS = "+.^$"


@dataclass(frozen=True, slots=True)
class Sign:
    """A pattern that takes no heed of case, and plain words in small letters: it needs one.

    `lowered`: it is written in small letters and looks at them, which is several times as fast
    as a flag.
    """

    pattern: re.Pattern[str]
    needed: tuple[str, ...]
    lowered: bool

    def stands_in(self, words: str, small: str) -> bool:
        """Whether it stands in words; `small` are the same in small letters."""
        for word in self.needed:
            if word in small:
                return self.pattern.search(small if self.lowered else words) is not None
        return False


def sign(words: str) -> Sign:
    """The sign of a regular expression; `re.error` where it is none."""
    lowered = _BIG.search(words) is None
    pattern = re.compile(words, re.MULTILINE if lowered else _ANY_CASE)
    return Sign(pattern, needed(words), lowered)


def needed(words: str) -> tuple[str, ...]:
    """Plain runs in small letters of which a regular expression cannot do without one.

    One run for each of its alternatives, the longest; or those of the alternatives of a group
    that may not be left out, where these are longer. Other groups, sets, escapes and what may be
    left out are no plain run. Where characters are written by their number, the run is empty.
    """
    if _NUMBERED.search(words):
        return ("",)
    found: list[str] = []
    every: list[tuple[str, ...]] = [("",)]
    run, at = "", 0
    while at < len(words):
        start, character, at = at, words[at], at + 1
        if character in "([\\|" or character in _OPTIONAL or character in _BREAKS:
            every.append((run[:-1] if character in _OPTIONAL else run,))
            run = ""
            at = _after(words, at, character)
            if words.startswith("(?:", start) and words[at : at + 1] not in _LEFT_OUT:
                every.append(needed(words[start + 3 : at - 1]))
        else:
            run += character
        if character == "|":
            found += _longest(every)
            every = [("",)]
    return (*found, *_longest([*every, (run,)]))


def _longest(every: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """Those whose shortest is the longest, in small letters."""
    best = max(every, key=lambda runs: min(map(len, runs)))
    return tuple(run.lower() for run in best)


def _after(words: str, at: int, opened: str) -> int:
    """Where what a character opened has ended."""
    if opened == "\\":
        return at + 1
    if opened == "{":
        return words.index("}", at) + 1
    if opened == "[":
        return words.index("]", at + (2 if words[at] == "^" else 1)) + 1
    if opened != "(":
        return at
    while words[at] != ")":
        inner, at = words[at], at + 1
        at = _after(words, at, inner) if inner in "([\\" else at
    return at + 1
