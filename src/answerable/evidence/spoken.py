"""What a check before a chart said: ok, warn or stop, with a sentence fit to show."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from answerable.evidence.series import Series

Level = Literal["ok", "warn", "stop"]

ORDER = (
    "completeness", "vintage", "identity", "geography", "location",
    "recording_change", "small_numbers", "denominator", "stale",
)  # fmt: skip
"""The order in which guards speak; a period stopped by one is null to every later step."""


@dataclass(frozen=True)
class Spoken:
    """What one guard said. `periods` are those it removes when `level` is stop; else empty."""

    guard: str
    level: Level
    code: str
    sentence: str
    periods: tuple[date, ...] = ()


@dataclass(frozen=True)
class Break:
    """A known change in how a measure is recorded or defined, from a date."""

    on: date
    kind: Literal["recording", "definition", "geography", "system"]
    note: str


def in_order(spoken: Iterable[Spoken]) -> tuple[Spoken, ...]:
    """Those that did not say ok, in the order of the checks."""
    heard = [word for word in spoken if word.level != "ok"]
    return tuple(sorted(heard, key=lambda word: ORDER.index(word.guard)))


def without_stopped(series: Series, spoken: Iterable[Spoken]) -> Series:
    """The series with every stopped period made missing."""
    stopped = {day for word in spoken if word.level == "stop" for day in word.periods}
    values = (
        None if d in stopped else v for d, v in zip(series.dates, series.values, strict=True)
    )
    return Series(series.dates, tuple(values), name=series.name)
