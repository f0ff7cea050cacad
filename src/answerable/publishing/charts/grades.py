"""Grades of one question, cycle by cycle: each cycle on its own scale, with a break between.

Grades of different cycles are not one line (DOMAIN 1, rule 8), so each cycle has a place and
steps of its own and no line leaves it. What has no place on a scale stands beside it in words.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Literal

from answerable.publishing.charts.colours import CONTEXT, GRID, PAPER, SERIES
from answerable.publishing.charts.legend import in_rows, legend_drawn
from answerable.publishing.charts.parts import Drawn
from answerable.publishing.charts.svg import Frame, picture, tag, text, text_width, wrapped
from answerable.vocabulary.language import say
from answerable.vocabulary.times import in_words

WIDE, NARROW = 700, 340
_LETTERS, _LINE = 15, 20
_EDGE, _GAP, _MARK = 6, 32, 30
_BOLD = 1.08
"""Bold letters are that much wider."""

Kind = Literal["graded", "carried", "not graded"]
_Sample = Literal["graded", "carried", "unplaced", "joined", "break"]


@dataclass(frozen=True, slots=True)
class GradeMark:
    """A grade of one report. `value` is a step of its scale or has no place there; `words` say
    it in full: “good (carried over)”."""

    on: date
    value: str
    words: str
    kind: Kind = "graded"


@dataclass(frozen=True, slots=True)
class GradeCycle:
    """One cycle on one scale. `steps` are the values of the scale, best first; none are held of
    a scale that our sources do not name. `marks` in the order of their reports."""

    name: str
    scale: str
    steps: tuple[str, ...]
    marks: tuple[GradeMark, ...]

    def step(self, mark: GradeMark) -> int | None:
        """Its place from the best, from 0; None for what has none."""
        placed = mark.kind != "not graded" and mark.value in self.steps
        return self.steps.index(mark.value) if placed else None

    def shape(self, mark: GradeMark) -> "_Sample":
        """Which shape it has."""
        if self.step(mark) is None:
            return "unplaced"
        return "carried" if mark.kind == "carried" else "graded"

    def joined(self, one: GradeMark, other: GradeMark) -> bool:
        """May a line lead from one to the next? Only between grades that were given here."""
        return self.shape(one) == self.shape(other) == "graded"


def grade_chart(*, name: str, question: str, place: str, cycles: Sequence[GradeCycle]) -> Drawn:
    """The cycles side by side, on a phone one below the other; a row of the table a grade."""
    title, said = _title(question, cycles), _sentence(cycles)
    wide, narrow = (
        _draw(cycles, ids=f"grades-{name}-{size}", width=width, title=title, said=said)
        for size, width in (("wide", WIDE), ("narrow", NARROW))
    )
    days = [mark.on for cycle in cycles for mark in cycle.marks]
    return Drawn(
        title=title,
        subtitle=say(
            "{place}, reports of {first} to {last}",
            place=place,
            first=_month(min(days)),
            last=_month(max(days)),
        ),
        sentence=said,
        wide=wide,
        narrow=narrow,
        header=(say("Report of"), say("Grade"), say("Cycle"), say("Scale")),
        rows=tuple(
            (_month(mark.on), mark.words, cycle.name, cycle.scale)
            for cycle in cycles
            for mark in cycle.marks
        ),
    )


def _title(question: str, cycles: Sequence[GradeCycle]) -> str:
    if len(cycles) == 1:
        return say("{question}: grades of one cycle", question=question)
    return say(
        "{question}: grades of {many} cycles, not one line", question=question, many=len(cycles)
    )


def _sentence(cycles: Sequence[GradeCycle]) -> str:
    told = "; ".join(
        say(
            "{words} in a report of {month} ({cycle})",
            words=mark.words,
            month=_month(mark.on),
            cycle=cycle.name,
        )
        for cycle in cycles
        for mark in cycle.marks
    )
    first = f"{told[:1].upper()}{told[1:]}."
    if len(cycles) == 1:
        return first
    return say(
        "{first} Different cycles are not one line: they do not say better or worse.", first=first
    )


def _draw(cycles: Sequence[GradeCycle], *, ids: str, width: int, title: str, said: str) -> str:
    across = _across(cycles, width)
    room = (width - 2 * _EDGE - _GAP * (across - 1)) / across
    legend = in_rows(_samples(cycles), width=width, letters=_LETTERS)
    parts: list[str] = []
    y = 4.0
    for first in range(0, len(cycles), across):
        if first:
            parts.append(_break(_EDGE, width - _EDGE, y + _GAP / 2, upright=False))
            y += _GAP
        row = [_Panel(cycle, room) for cycle in cycles[first : first + across]]
        top = y + max(panel.head for panel in row)
        low = top + max(panel.height for panel in row)
        for place, panel in enumerate(row):
            x = _EDGE + place * (room + _GAP)
            parts += panel.drawn(x, y, top)
            if place:
                parts.append(_break(y, low, x - _GAP / 2, upright=True))
        y = low
    frame = Frame(width, round(y + 14 + len(legend) * (_LETTERS + 7)), 0, 0, 0, 0, _LETTERS)
    parts += legend_drawn(legend, frame, _sample)
    return picture(parts, frame=frame, ids=ids, title=title, sentence=said)


def _across(cycles: Sequence[GradeCycle], width: int) -> int:
    """How many cycles stand side by side, so that no step is broken where it need not be."""
    needed = max(
        len(cycle.marks) * _MARK
        + max(
            (
                text_width(words, _LETTERS) * _BOLD
                for words in (*cycle.steps, *(mark.words for mark in cycle.marks))
            ),
            default=0,
        )
        for cycle in cycles
    )
    return max(1, min(len(cycles), int((width - 2 * _EDGE + _GAP) / (needed + _GAP))))


class _Panel:
    """One cycle: heading, marks on the left, the steps of its own scale on the right."""

    def __init__(self, cycle: GradeCycle, room: float) -> None:
        """`room` is its width in px."""
        self.cycle = cycle
        self.apart = min(_MARK, room / 2 / len(cycle.marks))
        self.label = room - self.apart * len(cycle.marks) - 4
        self.name = _lines(cycle.name, room, bold=True)
        months = list(dict.fromkeys(_month(mark.on) for mark in cycle.marks))
        reports = (
            say("Report of {months}", months=months[0])
            if len(months) == 1
            else say("Reports of {months}", months=", ".join(months))
        )
        self.about = [
            *_lines(reports, room),
            *_lines(say("Scale: {scale}", scale=cycle.scale), room),
        ]
        self.head = (len(self.name) + len(self.about)) * _LINE + 10.0
        self.given = {place for mark in cycle.marks if (place := cycle.step(mark)) is not None}
        steps = [(words, place in self.given) for place, words in enumerate(cycle.steps)]
        beside = dict.fromkeys(m.words for m in cycle.marks if cycle.step(m) is None)
        self.beside = list(beside)
        rows = [*steps, *((words, True) for words in beside)]
        self.blocks = [(_lines(words, self.label, bold=bold), bold) for words, bold in rows]
        self.height = sum(len(lines) for lines, _ in self.blocks) * _LINE + 6.0

    def drawn(self, x: float, y: float, top: float) -> Iterator[str]:
        """The heading from `y`, the steps from `top`."""
        for place, line in enumerate((*self.name, *self.about)):
            heading = place < len(self.name)
            at = y + _LETTERS + place * _LINE
            yield text(line, x, at, size=_LETTERS, weight="bold" if heading else "")
        right = x + self.apart * len(self.cycle.marks)
        levels, words = [], []
        for place, (lines, bold) in enumerate(self.blocks):
            levels.append(top + len(lines) * _LINE / 2)
            if place < len(self.cycle.steps):
                yield tag("line", x1=x, x2=right, y1=levels[-1], y2=levels[-1], stroke=GRID)
            for line in lines:
                at = top + _LETTERS
                words.append(
                    text(line, right + 4, at, size=_LETTERS, weight="bold" if bold else "")
                )
                top += _LINE
        places = [
            (mark, x + (n + 0.5) * self.apart, levels[self._level(mark)])
            for n, mark in enumerate(self.cycle.marks)
        ]
        for (one, left, upper), (other, further, lower) in pairwise(places):
            if self.cycle.joined(one, other):
                yield _join(left, upper, further, lower)
        for mark, across, level in places:
            yield _shape(self.cycle.shape(mark), across, level)
        yield from words

    def _level(self, mark: GradeMark) -> int:
        place = self.cycle.step(mark)
        return (
            place if place is not None else len(self.cycle.steps) + self.beside.index(mark.words)
        )


def _samples(cycles: Sequence[GradeCycle]) -> list[tuple[_Sample, str]]:
    """The legend: the shapes that the picture holds, and no other."""
    kinds = {cycle.shape(mark) for cycle in cycles for mark in cycle.marks}
    joined = any(cycle.joined(*two) for cycle in cycles for two in pairwise(cycle.marks))
    words: dict[_Sample, str] = {
        "graded": say("Graded"),
        "carried": say("Carried over"),
        "unplaced": say("No place on a scale"),
        "joined": say("Same cycle"),
        "break": say("Another cycle"),
    }
    held = {*kinds, *(("joined",) if joined else ()), *(("break",) if len(cycles) > 1 else ())}
    return [(kind, said) for kind, said in words.items() if kind in held]


def _sample(kind: _Sample, x: float, y: float) -> str:
    if kind == "break":
        return _break(y - 8, y + 8, x, upright=True)
    if kind == "joined":
        return _join(x - 8, y, x + 10, y)
    return _shape(kind, x, y)


def _shape(kind: _Sample, x: float, y: float) -> str:
    """A dot for a grade, an open diamond for one carried over, a dashed square beside a scale."""
    if kind == "carried":
        corners = (
            f"{x:.1f},{y - 7:.1f} {x + 7:.1f},{y:.1f} {x:.1f},{y + 7:.1f} {x - 7:.1f},{y:.1f}"
        )
        return tag("polygon", points=corners, fill=PAPER, stroke=CONTEXT, stroke_width=2)
    if kind == "unplaced":
        return tag(
            "rect",
            x=x - 6,
            y=y - 6,
            width=12,
            height=12,
            fill=PAPER,
            stroke=CONTEXT,
            stroke_width=2,
            stroke_dasharray="3 2",
        )
    return tag("circle", cx=x, cy=y, r=7, fill=SERIES)


def _join(x1: float, y1: float, x2: float, y2: float) -> str:
    return tag("line", x1=x1, x2=x2, y1=y1, y2=y2, stroke=SERIES, stroke_width=2)


def _break(start: float, end: float, place: float, *, upright: bool) -> str:
    """A double line from `start` to `end`: what stands on its two sides is not one line."""
    way, across = ("V", "{0:.1f},{1:.1f}") if upright else ("H", "{1:.1f},{0:.1f}")
    lines = "".join(
        f"M{across.format(place + shift, start)}{way}{end:.1f}" for shift in (-2.5, 2.5)
    )
    return tag("path", d=lines, stroke=CONTEXT, stroke_width=1.5)


def _lines(words: str, width: float, *, bold: bool = False) -> list[str]:
    return wrapped(words, size=_LETTERS * (_BOLD if bold else 1), width=width)


def _month(on: date) -> str:
    return in_words(f"{on:%Y-%m}")
