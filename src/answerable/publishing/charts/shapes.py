"""The shapes of points: told apart without colour."""

from answerable.publishing.charts.colours import CONCERN, CONTEXT, IMPROVING, PAPER, SERIES
from answerable.publishing.charts.parts import Mark
from answerable.publishing.charts.svg import tag


def shape(mark: Mark, x: float, y: float) -> str:
    """A shape for each mark, told apart without colour: dot, diamond, triangle, open square."""
    if mark == "improvement":
        diamond = ((0, -6.5), (6.5, 0), (0, 6.5), (-6.5, 0))
        return tag("polygon", points=_corners(diamond, x, y), fill=IMPROVING, stroke=PAPER)
    if mark == "concern":
        triangle = ((0, -7), (6.5, 5), (-6.5, 5))
        return tag("polygon", points=_corners(triangle, x, y), fill=CONCERN, stroke=PAPER)
    if mark == "neutral":
        return tag(
            "rect",
            x=x - 4.5,
            y=y - 4.5,
            width=9,
            height=9,
            fill=PAPER,
            stroke=CONTEXT,
            stroke_width=2,
        )
    return tag("circle", cx=x, cy=y, r=2.6, fill=SERIES)


def _corners(corners: tuple[tuple[float, float], ...], x: float, y: float) -> str:
    return " ".join(f"{x + right:.1f},{y + down:.1f}" for right, down in corners)
