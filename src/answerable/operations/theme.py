"""Name, mark and colour of a site, by one file in the home: `theme.toml`.

    name = "Accountability in Anyshire"
    colour = "#003366"
    mark = "M4 28 16 4l12 24M9 20h14"

Each may be left out. The mark is drawn by lines in a square of 32 by 32, in the colour of the
words beside it. The colour stands behind white words and as words on white, so it has the
contrast of WCAG 2.2 AA (4.5 to 1) or is refused.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from answerable.config import config
from answerable.vocabulary.refusal import Refusal

FILE = "theme.toml"
OWN = "#5a2d81"
LEAST = 4.5
MOST_NAME, MOST_MARK = 40, 2_000
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_MARK = re.compile(r"[MmLlHhVvCcSsQqTtAaZz0-9 ,.+-]+")
_LINEAR, _GAMMA = 0.04045, 2.4


class BadTheme(Refusal):
    """The file cannot be used, and why."""

    code = "bad_theme"


@dataclass(frozen=True, slots=True)
class Theme:
    """How a site is called and looks; empty `mark` is Answerable's own."""

    name: str = "Answerable"
    colour: str = OWN
    mark: str = ""

    @property
    def own(self) -> bool:
        """Is the colour the one that the styles are built with?"""
        return self.colour == OWN


def checked() -> Theme:
    """The theme of the home in force, or a refusal that says what to mend in its file."""
    file = config().home / FILE
    try:
        return _read(file, file.stat().st_mtime_ns)
    except FileNotFoundError:
        return Theme()


def in_force() -> Theme:
    """The same for a page: while the file cannot be used, Answerable's own look."""
    try:
        return checked()
    except BadTheme:
        return Theme()


def contrast(colour: str) -> float:
    """Of a colour against white, by WCAG 2.2: from 1 to 21."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        p / 12.92 if p <= _LINEAR else ((p + 0.055) / 1.055) ** _GAMMA for p in parts
    )
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


@lru_cache(maxsize=4)
def _read(file: Path, _changed: int) -> Theme:
    try:
        told = tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadTheme(f"{file} cannot be read: {error}.") from None
    if left := sorted(told.keys() - {"name", "colour", "mark"}):
        raise BadTheme(f"{file} names “{left[0]}”. It may name: name, colour, mark.")
    name, colour, mark = (
        str(told.get(key, default)).strip()
        for key, default in (("name", Theme().name), ("colour", OWN), ("mark", ""))
    )
    if not (0 < len(name) <= MOST_NAME and name.isprintable()):
        raise BadTheme(f"The name in {file} has from 1 to {MOST_NAME} letters, in one line.")
    if not _COLOUR.fullmatch(colour):
        raise BadTheme(f"“{colour[:20]}” in {file} is no colour. Write one such as {OWN}.")
    if (ratio := contrast(colour)) < LEAST:
        raise BadTheme(
            f"The colour {colour} in {file} has a contrast of {ratio:.1f} to 1 against white; "
            f"words need {LEAST} to 1 (WCAG 2.2 AA). Choose a darker one."
        )
    if mark and (len(mark) > MOST_MARK or not _MARK.fullmatch(mark)):
        raise BadTheme(
            f"The mark in {file} is no drawing by lines. Write the `d` of a path of SVG, in a "
            f"square of 32 by 32, of at most {MOST_MARK:,} signs."
        )
    return Theme(name, colour.lower(), mark)
