"""A timeline: what happened when, one row each, so that no words ever touch.

A date stands at its place on one scale of days; a month or a year is drawn as the whole of it.
What has no date has a row of words and no shape: it is drawn at no place.
"""

from collections.abc import Sequence
from datetime import date

from answerable.publishing.charts.axes import Scale, time_axis
from answerable.publishing.charts.colours import CONTEXT, GRID, PAPER, SECONDARY, SERIES
from answerable.publishing.charts.parts import Drawn, TimelineItem
from answerable.publishing.charts.svg import Frame, days, picture, tag, text, text_width, wrapped
from answerable.vocabulary.language import say, say_many
from answerable.vocabulary.times import first_day, in_words, last_day

WIDE, NARROW = 700, 340
_LETTERS, _LINE = 15, 20
_WORDS_WIDE = 330
_WHOLE_DAY = len("2024-05-14")


def timeline(
    *,
    name: str,
    title: str,
    sentence: str,
    items: Sequence[TimelineItem],
    report: date | None = None,
    known: date | None = None,
) -> Drawn:
    """Rows in the order given, all on one scale.

    `report` is the day from which the days of the others are counted, and where a line stands
    through all rows; `known` draws the line of the day asked about. `name` makes the ids.
    """
    wide, narrow = (
        _draw(title, sentence, items, report, known, ids=f"timeline-{name}-{size}", width=width)
        for size, width in (("wide", WIDE), ("narrow", NARROW))
    )
    return Drawn(
        title=title,
        subtitle=_period(items),
        sentence=sentence,
        wide=wide,
        narrow=narrow,
        header=(say("What"), say("Date"), say("Days from the report")),
        rows=tuple(row for item in items for row in _rows(item, report)),
    )


def lag(stated: str, report: date) -> str:
    """How far a date stands from the report; a range where its day is not stated.

    >>> lag("2024-07-09", date(2024, 5, 14)), lag("2023-06", date(2024, 5, 14))
    ('56 after', '319 to 348 before')
    """
    count = _apart(stated, report)
    if not count:
        return "0" if len(stated) == _WHOLE_DAY else say("not known")
    before = first_day(stated) < report
    return say("{count} before", count=count) if before else say("{count} after", count=count)


def _apart(stated: str, report: date) -> str:
    """Days between the two; empty where they are none, or where the report stands in it."""
    first, last = first_day(stated), last_day(stated)
    if first <= report <= last:
        return ""
    least, most = sorted(abs((day - report).days) for day in (first, last))
    return f"{least:,}" if least == most else f"{least:,} {say('to')} {most:,}"


def _draw(
    title: str,
    said: str,
    items: Sequence[TimelineItem],
    report: date | None,
    known: date | None,
    *,
    ids: str,
    width: int,
) -> str:
    beside = width == WIDE
    room = _WORDS_WIDE if beside else width - 8
    blocks = [wrapped(_words(item, report), size=_LETTERS, width=room) for item in items]
    heights = [
        len(lines) * _LINE + (12 if beside or not item.dates else 30)
        for item, lines in zip(items, blocks, strict=True)
    ]
    top = 8 if known is None else 36
    height = top + sum(heights) + 34
    left = _WORDS_WIDE + 24 if beside else 10
    frame = Frame(width, height, left, 10, top, 34, _LETTERS)
    x = Scale(*_span(items, report, known), left + 8, width - 18)
    parts = time_axis(x, frame=frame)
    y = float(frame.top)
    rows, levels = [], []
    for item, lines, block in zip(items, blocks, heights, strict=True):
        level = y + block / 2 if beside else y + len(lines) * _LINE + 12
        if item.dates:
            levels.append(level)
            parts.append(tag("path", d=f"M{left},{level:.1f}H{width - 10}", stroke=GRID))
            rows += _moments(item, x, level, report)
        first = level - (len(lines) - 1) * _LINE / 2 + 5 if beside else y + _LETTERS
        rows += [
            text(line, 4, first + place * _LINE, size=_LETTERS) for place, line in enumerate(lines)
        ]
        y += block
    if report is not None:
        parts.append(_upright(x(days(report)), levels, frame, dashes="", beside=beside))
    if known is not None:
        rows.append(_known(known, x, width))
        parts.append(_upright(x(days(known)), levels, frame, dashes="2 4", beside=beside))
    return picture([*parts, *rows], frame=frame, ids=ids, title=title, sentence=said)


def _upright(x: float, levels: Sequence[float], frame: Frame, *, dashes: str, beside: bool) -> str:
    """A line down through all rows; on a narrow picture only where no words stand."""
    ends = [(frame.top - 8, frame.height - frame.bottom)] if beside else [
        (level - 9, level + 9) for level in levels
    ]  # fmt: skip
    drawn = "".join(f"M{x:.1f},{start:.1f}V{end:.1f}" for start, end in ends)
    return tag(
        "path",
        d=drawn,
        stroke=CONTEXT if dashes else SECONDARY,
        stroke_width=2 if dashes else 1,
        stroke_dasharray=dashes,
    )


def _known(known: date, x: Scale, width: int) -> str:
    words = say("As at {day}", day=in_words(known.isoformat()))
    half = text_width(words, _LETTERS) / 2
    start = max(min(x(days(known)) - half, width - 2 * half - 4), 4)
    return text(words, start, 8 + _LETTERS, size=_LETTERS)


def _moments(item: TimelineItem, x: Scale, y: float, report: date | None) -> list[str]:
    """The time from the report to the first of them, and a shape at each."""
    made = []
    first = first_day(item.dates[0])
    if report is not None and _apart(item.dates[0], report):
        near = last_day(item.dates[0]) if first < report else first
        made.append(
            tag(
                "line",
                x1=x(days(report)),
                x2=x(days(near)),
                y1=y,
                y2=y,
                stroke=SECONDARY,
                stroke_width=3,
            )
        )
    return [*made, *(_moment(item, stated, x, y) for stated in item.dates)]


def _moment(item: TimelineItem, stated: str, x: Scale, y: float) -> str:
    """A dot for what happened, an open diamond for what is due, a square for what is done."""
    start = x(days(first_day(stated)))
    if len(stated) != _WHOLE_DAY:
        width = max(x(days(last_day(stated)) + 1) - start, 4)
        return tag("rect", x=start, y=y - 5, width=width, height=10, fill=SERIES)
    if item.kind == "due":
        corners = f"{start:.1f},{y - 7:.1f} {start + 7:.1f},{y:.1f} {start:.1f},{y + 7:.1f}"
        corners += f" {start - 7:.1f},{y:.1f}"
        return tag("polygon", points=corners, fill=PAPER, stroke=CONTEXT, stroke_width=2)
    if item.kind == "done":
        return tag("rect", x=start - 6, y=y - 6, width=12, height=12, fill=CONTEXT)
    return tag("circle", cx=start, cy=y, r=6, fill=SERIES)


def _span(
    items: Sequence[TimelineItem], report: date | None, known: date | None
) -> tuple[float, float]:
    edges = [days(first_day(stated)) for item in items for stated in item.dates]
    edges += [days(last_day(stated)) + 1 for item in items for stated in item.dates]
    edges += [days(day) for day in (report, known) if day is not None]
    first, last = min(edges, default=1.0), max(edges, default=2.0)
    return first, max(last, first + 28)


def _words(item: TimelineItem, report: date | None) -> str:
    """“Answered: 9 July 2024, 56 days after the report”; of several, how many and when."""
    if not item.dates:
        return f"{item.label}: {item.absent}"
    first, last = item.dates[0], item.dates[-1]
    if len(item.dates) > 1:
        return say(
            "{label}: {count} dates, {first} to {last}",
            label=item.label,
            count=len(item.dates),
            first=in_words(first),
            last=in_words(last),
        )
    words = f"{item.label}: {in_words(first)}"
    if report is None or not (apart := _apart(first, report)):
        return words
    before = first_day(first) < report
    count = say_many("{count} day", "{count} days", 1 if apart == "1" else 2, shown=apart)
    if before:
        return say("{words}, {count} before the report", words=words, count=count)
    return say("{words}, {count} after the report", words=words, count=count)


def _rows(item: TimelineItem, report: date | None) -> list[tuple[str, ...]]:
    if not item.dates:
        return [(item.label, item.absent, "")]
    return [
        (item.label, in_words(stated), "" if report is None else lag(stated, report))
        for stated in item.dates
    ]


def _period(items: Sequence[TimelineItem]) -> str:
    dates = [stated for item in items for stated in item.dates]
    if not dates:
        return say("Nothing dated is held")
    first, last = min(map(first_day, dates)), max(map(last_day, dates))
    return say("{day} to {day2}", day=in_words(f"{first:%Y-%m}"), day2=in_words(f"{last:%Y-%m}"))
