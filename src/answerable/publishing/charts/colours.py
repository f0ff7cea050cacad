"""The colours of charts, what each is for, and the contrast it must have on white.

Contrast is that of WCAG 2.2 (relative luminance, sRGB): 4.5 for text under 18 pt, 3 for lines
and shapes. No meaning is given by colour alone.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Colour:
    """One colour of the table. `least` is the contrast on white that its use needs."""

    use: str
    hex: str
    least: float


INK = "#0b0c0c"
SECONDARY = "#505a5f"
SERIES = "#12436D"
SERIES_2 = "#28A197"
SERIES_3 = "#801650"
SERIES_4 = "#F46A25"
CONTEXT = "#3D3D3D"
LIMITS = "#A285D1"
IMPROVING = "#005EB8"
CONCERN = "#A84300"
PAPER = "#ffffff"

SEASON_DASHES = "5 3"
"""How the line with the season taken out is dashed, in the picture and in its legend."""

GRID = "#cfd3d6"
NO_DATA = "#e6e8ea"
"""Helping lines and bands without data: decoration, what they say stands in text as well."""

TABLE = (
    Colour("text", INK, 4.5),
    Colour("secondary text", SECONDARY, 4.5),
    Colour("series 1", SERIES, 3),
    Colour("series 2", SERIES_2, 3),
    Colour("series 3 and target", SERIES_3, 3),
    Colour("series 4", SERIES_4, 3),
    Colour("context, common cause, hit and miss", CONTEXT, 3),
    Colour("limits", LIMITS, 3),
    Colour("improving", IMPROVING, 3),
    Colour("concern", CONCERN, 3),
)

TEXT_COLOURS = (INK, SECONDARY)
"""The only colours that charts write in."""


def contrast(first: str, second: str) -> float:
    """Contrast ratio of two `#rrggbb` colours, 1 to 21.

    >>> round(contrast("#000000", "#ffffff"), 1)
    21.0
    """
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return float(0.2126 * red + 0.7152 * green + 0.0722 * blue)
