"""What a workbook says by form alone: cells that are struck through, and those with a colour.

Of XLSX (ISO/IEC 29500-1, 18.3.1.4 and 18.8): the font and the fill of a cell's own format, in its
own, the palette's or the theme's colours. Colours that a rule of the sheet lays over its words
follow from those words and are not looked at; nor is a line through a part of a cell.
"""

import colorsys
import html
import io
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, TypeVar

from answerable.reading.formats.sheet_names import prefix

Held = TypeVar("Held")

MOST_BYTES: Final = 60_000_000
"""Of one part of the workbook, unpacked; a larger one is not looked at."""
LEAST_SATURATION, LEAST_DARK, MOST_DARK = 0.15, 0.9, 0.2
"""Below it a colour is a shade of grey; above the second it is white, below the third black."""
_HUES: Final = ((15, "red"), (46, "amber"), (70, "yellow"), (170, "green"), (260, "blue"))
_PURPLE_ENDS: Final = 330
COLOURS: Final = ("red", "amber", "yellow", "green", "blue", "purple", "grey")
_PALETTE: Final = {
    **{2: "FF0000", 3: "00FF00", 4: "0000FF", 5: "FFFF00", 10: "FF0000", 11: "00FF00"},
    **{12: "0000FF", 13: "FFFF00", 17: "008000", 22: "C0C0C0", 23: "808080", 42: "CCFFCC"},
    **{43: "FFFF99", 45: "FF99CC", 50: "99CC00", 51: "FFCC00", 52: "FF9900", 53: "FF6600"},
}
_STRIKE: Final = re.compile(rb"<strike(?:\s+val=\"(?:1|true)\")?\s*/>")
_SOLID: Final = b'patternType="solid"'
_FOREGROUND: Final = re.compile(rb"<fgColor([^<>]{0,400})")
_FORMAT: Final = re.compile(rb"<xf\s([^<>]{0,2000})>")
_CELL: Final = re.compile(rb"<c\s([^<>]{0,400})>")
_SHEET: Final = re.compile(rb"<sheet\s([^<>]{0,2000})>")
_RELATION: Final = re.compile(rb"<Relationship\s([^<>]{0,2000})>")
_THEME: Final = re.compile(
    rb"<a:(dk1|lt1|dk2|lt2|accent[1-6])>.{0,200}?(?:lastClr|srgbClr val)=\"([0-9A-Fa-f]{6})\"",
    re.DOTALL,
)
_THEME_ORDER: Final = ("lt1", "dk1", "lt2", "dk2", *(f"accent{n}" for n in range(1, 7)))


@dataclass(frozen=True, slots=True)
class Marks:
    """Addresses such as `Actions!B7` that are struck through; others -> the name of a colour."""

    struck: frozenset[str] = frozenset()
    colours: Mapping[str, str] = field(default_factory=dict)


def marks(data: bytes) -> Marks:
    """What the form of each cell says; nothing of a file that is no XLSX.

    `data` has passed `archive.check_archive`. Nothing is parsed as XML.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _marks(archive)
    except (zipfile.BadZipFile, NotImplementedError, OSError, ValueError, RuntimeError):
        return Marks()


def _marks(archive: zipfile.ZipFile) -> Marks:
    styles = _part(archive, "xl/styles.xml")
    theme = dict(_THEME.findall(_part(archive, "xl/theme/theme1.xml")))
    fonts = [bool(_STRIKE.search(one)) for one in _each(styles, b"font")]
    fills = [_colour(one, theme) for one in _each(styles, b"fill")]
    formats = _FORMAT.findall(_inside(styles, b"cellXfs"))
    struck_forms = {n for n, one in enumerate(formats) if _at(fonts, _number(one, b"fontId"))}
    coloured = {
        n: colour
        for n, one in enumerate(formats)
        if (colour := _at(fills, _number(one, b"fillId")))
    }
    struck: set[str] = set()
    colours: dict[str, str] = {}
    if struck_forms or coloured:
        for name, path in _sheets(archive):
            before = prefix(name)
            for cell in _CELL.findall(_part(archive, path)):
                form = _number(cell, b"s")
                if form in struck_forms:
                    struck.add(before + _attribute(cell, b"r"))
                if form in coloured:
                    colours[before + _attribute(cell, b"r")] = coloured[form]
    return Marks(frozenset(struck), colours)


def _sheets(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """The name of each sheet, and the part of the archive that holds it."""
    targets = {
        _attribute(one, b"Id"): _attribute(one, b"Target")
        for one in _RELATION.findall(_part(archive, "xl/_rels/workbook.xml.rels"))
    }
    for one in _SHEET.findall(_part(archive, "xl/workbook.xml")):
        target = targets.get(_attribute(one, b"r:id"), "")
        yield (
            html.unescape(_attribute(one, b"name")),
            target.removeprefix("/") if target.startswith("/") else f"xl/{target}",
        )


def _part(archive: zipfile.ZipFile, name: str) -> bytes:
    if name not in archive.namelist() or archive.getinfo(name).file_size > MOST_BYTES:
        return b""
    return archive.read(name)


def _inside(styles: bytes, name: bytes) -> bytes:
    """What stands in a list of the styles; no pattern may look for its end again and again."""
    begin = styles.find(b"<" + name)
    end = styles.find(b"</" + name + b">", begin)
    return styles[begin + 1 : end] if 0 <= begin < end else b""


def _each(styles: bytes, name: bytes) -> list[bytes]:
    """Each font or fill of its list, from its beginning to the next."""
    return re.split(rb"<" + name + rb"(?=[\s/>])", _inside(styles, name + b"s"))[1:]


def _attribute(tag: bytes, name: bytes) -> str:
    found = re.search(rb"(?:^|\s)" + name + rb"=(?:\"([^\"]*)\"|'([^']*)')", tag)
    return (found[1] or found[2] or b"").decode("utf-8", "replace") if found else ""


def _number(tag: bytes, name: bytes) -> int:
    words = _attribute(tag, name)
    return int(words) if words.isdecimal() else 0


def _at(held: Sequence[Held], number: int) -> Held | None:
    return held[number] if number < len(held) else None


def _colour(fill: bytes, theme: Mapping[bytes, bytes]) -> str | None:
    """The name of the colour that a cell is filled with; None for none, white and black."""
    solid = _FOREGROUND.search(fill) if _SOLID in fill else None
    if solid is None:
        return None
    rgb = _attribute(solid[1], b"rgb")[-6:]
    if indexed := _attribute(solid[1], b"indexed"):
        rgb = _PALETTE.get(int(indexed) if indexed.isdecimal() else -1, "")
    if of_theme := _attribute(solid[1], b"theme"):
        name = _at(_THEME_ORDER, int(of_theme) if of_theme.isdecimal() else 99)
        rgb = theme.get((name or "").encode(), b"").decode()
    if re.fullmatch(r"[0-9A-Fa-f]{6}", rgb) is None:
        return None
    return named(rgb, tint=float(_attribute(solid[1], b"tint") or 0))


def named(rgb: str, *, tint: float = 0) -> str | None:
    """The everyday name of a colour in six figures, lighter or darker by a tint from -1 to 1.

    >>> [named(rgb) for rgb in ("FF0000", "FFC000", "FFEB9C", "C6EFCE", "BFBFBF", "F2F2F2")]
    ['red', 'amber', 'yellow', 'green', 'grey', None]
    """
    parts = [int(rgb[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    hue, light, strong = colorsys.rgb_to_hls(*parts)
    light = light * (1 + tint) if tint < 0 else light * (1 - tint) + tint
    hue, saturation, value = colorsys.rgb_to_hsv(*colorsys.hls_to_rgb(hue, light, strong))
    if saturation < LEAST_SATURATION:
        return "grey" if MOST_DARK < value < LEAST_DARK else None
    degrees = hue * 360
    if value <= MOST_DARK:
        return None
    if degrees >= _PURPLE_ENDS:
        return "red"
    return next((name for end, name in _HUES if degrees < end), "purple")
