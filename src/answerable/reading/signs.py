"""Signs of a kind of source: patterns that are looked for only where words they need stand.

To find a plain word costs a small part of what a pattern costs, and most signs of most profiles
are not in a document.
"""

import re
from dataclasses import dataclass

_ANY_CASE = re.IGNORECASE | re.MULTILINE
_BIG = re.compile(r"(?<!\\)[A-Z]")
_NUMBERED = re.compile(r"\\[0-9NUux]")
_OPTIONAL = "?*{"
_BREAKS = "+.^$"


@dataclass(frozen=True, slots=True)
class Sign:
    """A pattern that takes no heed of case, and plain words in small letters that it needs.

    `lowered`: it is written in small letters and looks at them, which is several times as fast
    as a flag.
    """

    pattern: re.Pattern[str]
    needed: str
    lowered: bool

    def stands_in(self, words: str, small: str) -> bool:
        """Whether it stands in words; `small` are the same in small letters."""
        if self.needed not in small:
            return False
        return self.pattern.search(small if self.lowered else words) is not None


def sign(words: str) -> Sign:
    """The sign of a regular expression; `re.error` where it is none."""
    lowered = _BIG.search(words) is None
    pattern = re.compile(words, re.MULTILINE if lowered else _ANY_CASE)
    return Sign(pattern, needed(words), lowered)


def needed(words: str) -> str:
    """The longest plain run that a regular expression cannot do without, in small letters.

    Groups, sets, escapes and what may be left out are no plain run. Where there are alternatives
    outside a group, or characters are written by their number, the run is empty.
    """
    if _NUMBERED.search(words):
        return ""
    runs, run, at = [""], "", 0
    while at < len(words):
        character, at = words[at], at + 1
        if character == "|":
            return ""
        if character in "([\\" or character in _OPTIONAL or character in _BREAKS:
            runs.append(run[:-1] if character in _OPTIONAL else run)
            run = ""
            at = _after(words, at, character)
        else:
            run += character
    return max((*runs, run), key=len).lower()


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
