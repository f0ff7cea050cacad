"""The numbers that Word shows before a paragraph and does not keep in its text.

Numbering part of ECMA-376: a `num` points to an `abstractNum`; each of its levels has a
format, a text such as "%1.%2" and a start. Lists that share an `abstractNum` go on counting
unless their `num` overrides the start.
"""

from collections.abc import Callable
from dataclasses import dataclass

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

_MOST_LEVELS = 9


@dataclass(frozen=True, slots=True)
class _Level:
    form: str
    text: str
    start: int


@dataclass(frozen=True, slots=True)
class Numbered:
    """Place in a list: level from 1, and the words shown before, empty for a bullet."""

    level: int
    shown: str


class Numbering:
    """Counts the lists of one document in reading order."""

    def __init__(self, part: BaseOxmlElement | None) -> None:
        self._levels: dict[str, list[_Level]] = {}
        self._lists: dict[str, str] = {}  # num -> abstractNum
        self._restarts: dict[str, dict[int, int]] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._met: set[str] = set()
        if part is None:
            return
        for abstract in part.iterchildren(qn("w:abstractNum")):
            identity = abstract.get(qn("w:abstractNumId")) or ""
            self._levels[identity] = _levels(abstract)
        for num in part.iterchildren(qn("w:num")):
            identity = num.get(qn("w:numId")) or ""
            pointer = num.find(qn("w:abstractNumId"))
            if pointer is not None:
                self._lists[identity] = pointer.get(qn("w:val")) or ""
            self._restarts[identity] = _overrides(num)

    def next(self, num: str, level: int) -> Numbered | None:
        """The next paragraph of a list at a level from 0; None for an unknown list."""
        abstract = self._lists.get(num)
        levels = self._levels.get(abstract or "")
        if abstract is None or not levels or not 0 <= level < len(levels):
            return None
        counts = self._counts.setdefault(abstract, [None] * _MOST_LEVELS)
        if num not in self._met:
            self._met.add(num)
            for at, start in self._restarts.get(num, {}).items():
                counts[at] = start - 1
        now = counts[level]
        counts[level] = levels[level].start if now is None else now + 1
        for deeper in range(level + 1, _MOST_LEVELS):
            counts[deeper] = None
        if levels[level].form in ("bullet", "none"):
            return Numbered(level + 1, "")
        return Numbered(level + 1, _shown(levels, counts, level))


def _levels(abstract: BaseOxmlElement) -> list[_Level]:
    found: dict[int, _Level] = {}
    for level in abstract.iterchildren(qn("w:lvl")):
        at = level.get(qn("w:ilvl")) or ""
        if at.isdecimal() and int(at) < _MOST_LEVELS:
            found[int(at)] = _Level(
                _value(level, "w:numFmt", "decimal"),
                _value(level, "w:lvlText", ""),
                _number(_value(level, "w:start", "1")),
            )
    return [found.get(at, _Level("bullet", "", 1)) for at in range(_MOST_LEVELS)]


def _overrides(num: BaseOxmlElement) -> dict[int, int]:
    starts = {}
    for override in num.iterchildren(qn("w:lvlOverride")):
        at = override.get(qn("w:ilvl")) or ""
        start = _value(override, "w:startOverride", "")
        if at.isdecimal() and int(at) < _MOST_LEVELS and start:
            starts[int(at)] = _number(start)
    return starts


def _value(element: BaseOxmlElement, name: str, otherwise: str) -> str:
    child = element.find(qn(name))
    return otherwise if child is None else child.get(qn("w:val")) or otherwise


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 6 else 1


def _shown(levels: list[_Level], counts: list[int | None], level: int) -> str:
    text = levels[level].text
    for at in range(level + 1):
        count = counts[at]
        number = levels[at].start if count is None else count
        form = levels[at].form if at == level else "decimal"
        text = text.replace(f"%{at + 1}", _FORMS.get(form, str)(number))
    return text.strip()


def _letters(number: int) -> str:
    """a to z, then aa, bb, as Word counts."""
    if number < 1:
        return str(number)
    return chr(ord("a") + (number - 1) % 26) * min((number - 1) // 26 + 1, 9)


def _roman(number: int) -> str:
    if not 0 < number < 400:
        return str(number)
    signs = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"),
             (4, "iv"), (1, "i"))  # fmt: skip
    text = ""
    for value, sign in signs:
        text += sign * (number // value)
        number %= value
    return text


_FORMS: dict[str, Callable[[int], str]] = {
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "decimalZero": lambda number: f"{number:02d}",
}
