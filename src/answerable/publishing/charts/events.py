"""Dated lines across a chart, each with its words above the plot."""

from collections.abc import Iterator, Sequence

from answerable.publishing.charts.axes import Scale
from answerable.publishing.charts.colours import CONTEXT, PAPER
from answerable.publishing.charts.parts import ChartEvent
from answerable.publishing.charts.svg import Frame, days, tag, text_on_paper, text_width, wrapped

_DASHES = {"action": "", "report": "2 4", "break": "", "rebase": "8 4"}


def event_rows(events: Sequence[ChartEvent], *, width: int, letters: int) -> list[list[str]]:
    """The lines of words of each event, in the order of the events; one row block each."""
    return [
        wrapped(f"{event.on:%b %Y}: {event.label}", size=letters, width=width - 20)
        for event in events
    ]


def event_lines(
    events: Sequence[ChartEvent], rows: Sequence[Sequence[str]], *, x: Scale, frame: Frame
) -> Iterator[str]:
    """A vertical line from each event's words to the foot. A break is a double line."""
    foot = frame.height - frame.bottom
    y = frame.top - 34 - sum(len(lines) for lines in rows) * frame.line + frame.letters
    for event, lines in zip(events, rows, strict=True):
        place = x(days(event.on))
        top = y + (len(lines) - 1) * frame.line + 4
        if event.kind == "break":
            yield tag("rect", x=place - 3, y=top, width=6, height=foot - top, fill=PAPER)
        for shift in (-3, 3) if event.kind == "break" else (0,):
            yield tag(
                "line",
                x1=place + shift,
                x2=place + shift,
                y1=top,
                y2=foot,
                stroke=CONTEXT,
                stroke_width=1.5,
                stroke_dasharray=_DASHES[event.kind],
            )
        wide = max(text_width(line, frame.letters) for line in lines)
        start = max(min(place - wide / 2, frame.width - wide - 4), 4)
        for line in lines:
            yield text_on_paper(line, start, y, size=frame.letters)
            y += frame.line
