"""A timeline: what happened when, one row each, so that no words ever touch."""

from collections.abc import Sequence
from datetime import date

from answerable.publishing.charts.axes import Scale, time_axis
from answerable.publishing.charts.colours import CONTEXT, GRID, PAPER, SERIES
from answerable.publishing.charts.parts import Drawn, Moment, TimelineItem
from answerable.publishing.charts.svg import Frame, days, picture, tag, text, text_width, wrapped
from answerable.vocabulary.language import say
from answerable.vocabulary.times import in_words

WIDE, NARROW = 700, 340
_LETTERS, _LINE = 15, 20
_WORDS_WIDE = 330
_KINDS: dict[Moment, str] = {"event": "happened", "due": "due", "done": "done"}


def timeline(
    *, name: str, title: str, items: Sequence[TimelineItem], known: date | None = None
) -> Drawn:
    """Dated items in the order of their dates. `known` draws the line of the day asked about."""
    ordered = sorted(items, key=lambda item: (item.on, item.label))
    said = _sentence(ordered, known)
    wide, narrow = (
        _draw(title, said, ordered, known, ids=f"timeline-{name}-{size}", width=width)
        for size, width in (("wide", WIDE), ("narrow", NARROW))
    )
    return Drawn(
        title=title,
        subtitle=_period(ordered),
        sentence=said,
        wide=wide,
        narrow=narrow,
        header=(say("Date"), say("What"), say("Kind")),
        rows=tuple((_when(item), item.label, _KINDS[item.kind]) for item in ordered),
    )


def _draw(
    title: str,
    said: str,
    items: Sequence[TimelineItem],
    known: date | None,
    *,
    ids: str,
    width: int,
) -> str:
    beside = width == WIDE
    room = _WORDS_WIDE if beside else width - 8
    blocks = [wrapped(_words(item), size=_LETTERS, width=room) for item in items]
    heights = [len(lines) * _LINE + (12 if beside else 30) for lines in blocks]
    top = 8 if known is None else 36
    height = top + sum(heights) + 34
    left = _WORDS_WIDE + 24 if beside else 10
    frame = Frame(width, height, left, 10, top, 34, _LETTERS)
    x = Scale(*_span(items, known), left + 8, width - 18)
    parts = time_axis(x, frame=frame)
    y = float(frame.top)
    rows, levels = [], []
    for item, lines, block in zip(items, blocks, heights, strict=True):
        level = y + block / 2 if beside else y + len(lines) * _LINE + 12
        levels.append(level)
        parts.append(
            tag("line", x1=left, x2=width - 10, y1=level, y2=level, stroke=GRID, stroke_width=1)
        )
        rows.append(_moment(item, x, level))
        first = level - (len(lines) - 1) * _LINE / 2 + 5 if beside else y + _LETTERS
        rows += [
            text(line, 4, first + place * _LINE, size=_LETTERS) for place, line in enumerate(lines)
        ]
        y += block
    if known is not None:
        said_short = say("As at {day}", day=in_words(known.isoformat()))
        half = text_width(said_short, _LETTERS) / 2
        place = x(days(known))
        start = max(min(place - half, width - 2 * half - 4), 4)
        rows.append(text(said_short, start, 8 + _LETTERS, size=_LETTERS))
        spans = [(top - 8, height - frame.bottom)] if beside else [(y - 9, y + 9) for y in levels]
        dots = "".join(f"M{place:.1f},{start:.1f}V{end:.1f}" for start, end in spans)
        parts.append(tag("path", d=dots, stroke=CONTEXT, stroke_width=2, stroke_dasharray="2 4"))
    return picture([*parts, *rows], frame=frame, ids=ids, title=title, sentence=said)


def _moment(item: TimelineItem, x: Scale, y: float) -> str:
    """A dot for what happened, an open diamond for what is due, a square for what is done."""
    start = x(days(item.on))
    if item.until is not None:
        width = max(x(days(item.until)) - start, 4)
        return tag("rect", x=start, y=y - 5, width=width, height=10, fill=SERIES)
    if item.kind == "due":
        corners = f"{start:.1f},{y - 7:.1f} {start + 7:.1f},{y:.1f} {start:.1f},{y + 7:.1f}"
        corners += f" {start - 7:.1f},{y:.1f}"
        return tag("polygon", points=corners, fill=PAPER, stroke=CONTEXT, stroke_width=2)
    if item.kind == "done":
        return tag("rect", x=start - 6, y=y - 6, width=12, height=12, fill=CONTEXT)
    return tag("circle", cx=start, cy=y, r=6, fill=SERIES)


def _span(items: Sequence[TimelineItem], known: date | None) -> tuple[float, float]:
    edges = [days(item.on) for item in items]
    edges += [days(item.until) for item in items if item.until is not None]
    edges += [] if known is None else [days(known)]
    first, last = min(edges, default=1.0), max(edges, default=2.0)
    return first, max(last, first + 28)


def _when(item: TimelineItem) -> str:
    until = "" if item.until is None else say(" to {day}", day=in_words(item.until.isoformat()))
    return f"{in_words(item.on.isoformat())}{until}"


def _words(item: TimelineItem) -> str:
    """“Due 31 March 2027: ...”: the shape's meaning stands in words."""
    before = {"event": "", "due": say("Due "), "done": say("Done ")}[item.kind]
    return f"{before}{_when(item)}: {item.label}"


def _period(items: Sequence[TimelineItem]) -> str:
    if not items:
        return say("Nothing dated is held")
    last = max(item.until or item.on for item in items)
    return say(
        "{day} to {day2}", day=in_words(f"{items[0].on:%Y-%m}"), day2=in_words(f"{last:%Y-%m}")
    )


def _sentence(items: Sequence[TimelineItem], known: date | None) -> str:
    said = [f"{_words(item).rstrip('.')}." for item in items]
    said += [] if known is None else [say("As at {day}.", day=in_words(known.isoformat()))]
    return " ".join(said) or say("Nothing dated is held.")
