"""One line of money from pound to proof: what sources state, in order, and where they stop.

Each amount stands alone with its words; a bar is one amount of one state and is never set on top
of another. Where our sources say nothing the path is broken, and nothing is drawn at a length.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from answerable.publishing.charts.colours import CONTEXT, PAPER, SERIES
from answerable.publishing.charts.legend import in_rows, legend_drawn
from answerable.publishing.charts.parts import Drawn
from answerable.publishing.charts.svg import Frame, picture, tag, text, wrapped
from answerable.vocabulary.language import marked, say

WIDE, NARROW = 700, 340
_LETTERS, _LINE = 15, 20
_PATH, _LABEL = 14, 34
_BESIDE, _BAR = 196, 120
"""Wide: where what is stated begins, and the longest bar. On a phone all begins at `_LABEL`."""
_THICK = 12

NOT_HELD = marked("Not in our sources")
_Sample = Literal["stated", "gap", "amount", "back"]


@dataclass(frozen=True, slots=True)
class MoneyMark:
    """One thing that a source states. `amount` is drawn as a bar; None: there is none, it is
    withheld, or it may not stand beside the others. `back`: it was taken or given back."""

    words: str
    amount: float | None = None
    back: bool = False


@dataclass(frozen=True, slots=True)
class MoneyStep:
    """One step, named as inside a sentence, and what sources state of it; without marks a gap."""

    name: str
    marks: tuple[MoneyMark, ...] = ()

    @property
    def heading(self) -> str:
        """Its name as it stands alone."""
        return f"{self.name[:1].upper()}{self.name[1:]}"


def money_chart(
    *, name: str, title: str, subtitle: str, steps: Sequence[MoneyStep], note: str
) -> Drawn:
    """The steps from top to bottom; a row of the table each thing stated. `note` ends the
    sentence: how the bars are to be read."""
    said = _sentence(steps, note)
    wide, narrow = (
        _draw(steps, ids=f"money-{name}-{size}", width=width, title=title, said=said)
        for size, width in (("wide", WIDE), ("narrow", NARROW))
    )
    return Drawn(
        title=title,
        subtitle=subtitle,
        sentence=said,
        wide=wide,
        narrow=narrow,
        header=(say("Step"), say("What our sources state")),
        rows=tuple(
            (step.heading, words)
            for step in steps
            for words in ([mark.words for mark in step.marks] or [say(NOT_HELD)])
        ),
    )


def _sentence(steps: Sequence[MoneyStep], note: str) -> str:
    held = "; ".join(step.name for step in steps if step.marks)
    gaps = "; ".join(step.name for step in steps if not step.marks)
    said = [say("In our sources: {steps}.", steps=held)] if held else []
    said += [say("Not in our sources: {steps}.", steps=gaps)] if gaps else []
    return " ".join((*said, *((note,) if note else ())))


def _draw(steps: Sequence[MoneyStep], *, ids: str, width: int, title: str, said: str) -> str:
    most = max((mark.amount or 0.0 for step in steps for mark in step.marks), default=0.0)
    legend = in_rows(_samples(steps), width=width, letters=_LETTERS)
    blocks = [_Block(step, width, most) for step in steps]
    parts: list[str] = []
    levels: list[float] = []
    y = 6.0
    for block in blocks:
        levels.append(y + _LINE / 2)
        parts += block.drawn(y)
        y += block.height
    path = [
        tag("line", x1=_PATH, x2=_PATH, y1=upper, y2=lower, stroke=SERIES, stroke_width=3)
        for (one, other), (upper, lower) in zip(pairwise(steps), pairwise(levels), strict=True)
        if one.marks and other.marks
    ]
    marks = [
        _sample("stated" if step.marks else "gap", _PATH, level)
        for step, level in zip(steps, levels, strict=True)
    ]
    frame = Frame(width, round(y + 8 + len(legend) * (_LETTERS + 7)), 0, 0, 0, 0, _LETTERS)
    key = legend_drawn(legend, frame, _sample)
    return picture([*path, *marks, *parts, *key], frame=frame, ids=ids, title=title, sentence=said)


class _Block:
    """One step: its name, then each thing stated with its bar; `most` is the longest bar's
    amount, 0 where no bar is drawn."""

    def __init__(self, step: MoneyStep, width: int, most: float) -> None:
        self.beside = width == WIDE
        self.start = _BESIDE if self.beside else _LABEL
        self.full = _BAR if self.beside else width - _LABEL - 10
        self.most = most
        room = (_BESIDE if self.beside else width) - _LABEL - 10
        self.name = wrapped(step.heading, size=_LETTERS * 1.08, width=room)
        marks = step.marks or (MoneyMark(say(NOT_HELD)),)
        self.marks = [
            (mark, wrapped(mark.words, size=_LETTERS, width=self._room(mark, width)))
            for mark in marks
        ]
        stated = sum(self._tall(mark, lines) for mark, lines in self.marks)
        names = len(self.name) * _LINE
        self.height = (max(names, stated) if self.beside else names + stated) + 10

    def drawn(self, y: float) -> Iterator[str]:
        """The block from `y` down."""
        for place, line in enumerate(self.name):
            at = y + _LETTERS + place * _LINE
            yield text(line, _LABEL, at, size=_LETTERS, weight="bold")
        y += 0 if self.beside else len(self.name) * _LINE
        for mark, lines in self.marks:
            x, top = self.start, y
            if mark.amount:
                long = max(self.full * mark.amount / self.most, 2)
                yield _bar(self.start, y + _LINE / 2, long, back=mark.back)
                x += self.full + 12 if self.beside else 0
                top += 0 if self.beside else _LINE
            for place, line in enumerate(lines):
                yield text(line, x, top + _LETTERS + place * _LINE, size=_LETTERS)
            y += self._tall(mark, lines)

    def _room(self, mark: MoneyMark, width: int) -> float:
        taken = self.full + 12 if self.beside and mark.amount else 0
        return width - self.start - taken - 10

    def _tall(self, mark: MoneyMark, lines: Sequence[str]) -> float:
        own_row = bool(mark.amount) and not self.beside
        return (len(lines) + own_row) * _LINE + 2


def _samples(steps: Sequence[MoneyStep]) -> list[tuple[_Sample, str]]:
    """The legend: the shapes that the picture holds, and no other."""
    bars = {mark.back for step in steps for mark in step.marks if mark.amount}
    words: dict[_Sample, tuple[str, bool]] = {
        "stated": (say("A source states it"), any(step.marks for step in steps)),
        "gap": (say(NOT_HELD), not all(step.marks for step in steps)),
        "amount": (say("One amount"), False in bars),
        "back": (say("Taken or given back"), True in bars),
    }
    return [(kind, said) for kind, (said, held) in words.items() if held]


def _sample(kind: _Sample, x: float, y: float) -> str:
    """A full dot, an open dashed one, a full bar, an open one."""
    if kind in ("amount", "back"):
        return _bar(x - 8, y, 18, back=kind == "back")
    if kind == "stated":
        return tag("circle", cx=x, cy=y, r=7, fill=SERIES)
    return tag(
        "circle",
        cx=x,
        cy=y,
        r=6,
        fill=PAPER,
        stroke=CONTEXT,
        stroke_width=2,
        stroke_dasharray="3 2",
    )


def _bar(x: float, y: float, long: float, *, back: bool) -> str:
    return tag(
        "rect",
        x=x,
        y=y - _THICK / 2,
        width=long,
        height=_THICK,
        fill=PAPER if back else SERIES,
        stroke=CONTEXT if back else SERIES,
        stroke_width=2,
    )
