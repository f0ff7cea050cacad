"""The few SVG elements that charts need: escaped text, presentation attributes, no style.

Every picture is self-standing: no style attribute, no script, no outside address, so that the
strictest content security policy shows it.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from html import escape

from answerable.publishing.charts.colours import INK, PAPER

FONT = "Helvetica, Arial, 'Liberation Sans', sans-serif"

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NARROW_LETTERS = frozenset("fijlrt.,:;'|!()[] I1-")
_WIDE_LETTERS = frozenset("mwMWOQGD@%—…")


@dataclass(frozen=True, slots=True)
class Frame:
    """Size of a picture, its letters and the inner plot, in px of the drawing.

    At the least width a page gives it (580 of 700; 290 of 340) 15 px letters are still 12 px.
    """

    width: int
    height: int
    left: float
    right: float
    top: float
    bottom: float
    letters: int = 15

    @property
    def line(self) -> int:
        """Height of a line of text."""
        return self.letters + 5


def escaped(text: str) -> str:
    """Text that is safe inside elements and attributes; what XML cannot hold is dropped."""
    return escape(_NOT_XML.sub("", text), quote=True)


def tag(name: str, content: str = "", **attributes: str | float) -> str:
    """One element. `content` is markup already; values are escaped, empty ones left out."""
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{_value(value)}"'
        for key, value in attributes.items()
        if value != ""
    )
    return f"<{name}{written}>{content}</{name}>" if content else f"<{name}{written}/>"


def text(
    words: str, x: float, y: float, *, size: int, anchor: str = "start", weight: str = ""
) -> str:
    """One line of text; `weight` “bold” makes its letters about a twelfth wider."""
    return tag(
        "text",
        escaped(words),
        x=x,
        y=y,
        font_size=size,
        fill=INK,
        font_weight=weight,
        text_anchor="" if anchor == "start" else anchor,
    )


def text_on_paper(words: str, x: float, y: float, *, size: int) -> str:
    """The same on a white ground, so that no line behind cuts the letters."""
    width = text_width(words, size)
    ground = tag("rect", x=x - 2, y=y - size + 1, width=width + 4, height=size + 4, fill=PAPER)
    return ground + text(words, x, y, size=size)


def picture(parts: Iterable[str], *, frame: Frame, ids: str, title: str, sentence: str) -> str:
    """The whole SVG: an image with a name and a description."""
    heads = tag("title", escaped(title), id=f"{ids}-title")
    heads += tag("desc", escaped(sentence), id=f"{ids}-desc")
    return tag(
        "svg",
        heads + "".join(parts),
        xmlns="http://www.w3.org/2000/svg",
        width=frame.width,
        height=frame.height,
        viewBox=f"0 0 {frame.width} {frame.height}",
        role="img",
        aria_labelledby=f"{ids}-title {ids}-desc",
        font_family=FONT,
    )


def text_width(words: str, size: float) -> float:
    """Width of a line in px, from the usual shares of a sans serif face; rather too wide."""
    shares = (
        0.33 if letter in _NARROW_LETTERS else 0.88 if letter in _WIDE_LETTERS else 0.585
        for letter in words
    )
    return sum(shares) * size


def wrapped(words: str, *, size: float, width: float) -> list[str]:
    """Lines of at most that width; a longer word stands alone."""
    lines: list[str] = []
    for word in words.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(longer, size) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def days(on: date) -> float:
    """A day on the time axis."""
    return float(on.toordinal())


def number(value: float) -> str:
    """A number for people: whole, or three significant digits below 100, with commas.

    >>> number(1234.5), number(12.345), number(0.04567), number(3.0)
    ('1,234', '12.3', '0.0457', '3')
    """
    if value == int(value) or abs(value) >= 100:
        return f"{value:,.0f}"
    return f"{value:.3g}"


def _value(value: str | float) -> str:
    return escaped(value) if isinstance(value, str) else f"{value:.2f}".rstrip("0").rstrip(".")
