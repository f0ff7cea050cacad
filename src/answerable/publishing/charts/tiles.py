"""A map of tiles: one square a body, roughly where it lies, all of one size.

Equal squares, so that no body looks more than another by its area. A tile that is held has a
thick edge and a dot; nothing is said by colour alone. The list beside the map says the same.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from answerable.publishing.charts.colours import CONTEXT, NO_DATA, PAPER, SERIES
from answerable.publishing.charts.parts import Drawn
from answerable.publishing.charts.svg import Frame, picture, tag, text, wrapped
from answerable.vocabulary.language import marked, say

_GAP = 4
_WIDE = (86, 52, 12)
_NARROW = (41, 36, 12)
_HEADER = (marked("Body"), marked("On record"))


@dataclass(frozen=True, slots=True)
class Tile:
    """One body: its place from 0, its name in a line or two, a code of three letters."""

    name: str
    row: int
    column: int
    label: str
    code: str
    held: bool


def tile_map(tiles: Sequence[Tile], *, title: str, subtitle: str, sentence: str) -> Drawn:
    """The map for wide and narrow pages; the narrow one writes codes, the table the names."""
    wide, narrow = (
        _drawn(tiles, size=size, codes=size is _NARROW, title=title, sentence=sentence)
        for size in (_WIDE, _NARROW)
    )
    named = sorted(tiles, key=lambda tile: tile.name.casefold())
    return Drawn(
        title=title,
        subtitle=subtitle,
        sentence=sentence,
        wide=wide,
        narrow=narrow,
        header=_HEADER,
        rows=tuple(
            (f"{t.name} ({t.code})", "yes" if t.held else say("nothing yet")) for t in named
        ),
    )


def _drawn(
    tiles: Sequence[Tile], *, size: tuple[int, int, int], codes: bool, title: str, sentence: str
) -> str:
    width, height, letters = size
    frame = Frame(
        width=width * (1 + max(tile.column for tile in tiles)),
        height=height * (1 + max(tile.row for tile in tiles)),
        left=0,
        right=0,
        top=0,
        bottom=0,
        letters=letters,
    )
    parts = [
        part for tile in tiles for part in _tile(tile, width, height, letters=letters, codes=codes)
    ]
    ids = "tiles-narrow" if codes else "tiles-wide"
    return picture(parts, frame=frame, ids=ids, title=title, sentence=sentence)


def _tile(tile: Tile, width: int, height: int, *, letters: int, codes: bool) -> list[str]:
    left, top = tile.column * width + _GAP / 2, tile.row * height + _GAP / 2
    edge = 3 if tile.held else 1
    parts = [
        tag(
            "rect",
            x=left + edge / 2,
            y=top + edge / 2,
            width=width - _GAP - edge,
            height=height - _GAP - edge,
            fill=PAPER if tile.held else NO_DATA,
            stroke=SERIES if tile.held else CONTEXT,
            stroke_width=edge,
        )
    ]
    words = tile.code if codes else tile.label
    lines = wrapped(words, size=letters, width=width - _GAP - 8)
    middle = left + (width - _GAP) / 2
    first = top + (height - _GAP) / 2 + letters * 0.45 - (len(lines) - 1) * (letters + 2) / 2
    parts += [
        text(line, middle, first + i * (letters + 2), size=letters, anchor="middle")
        for i, line in enumerate(lines)
    ]
    if tile.held:
        parts.append(tag("circle", cx=left + 7, cy=top + 7, r=2.5, fill=SERIES))
    return parts
