"""Measure, Observation, Unit, Direction, Vintage: numbers, and what they can and cannot show.

A measure is a reviewed file (`catalogue/measures/*.toml`); `Measure.from_dict` checks what a
TOML reader gives. One observation is one number as one release stated it.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from math import isfinite
from typing import Any, Literal, get_args

from answerable.vocabulary import measure_keys as keys
from answerable.vocabulary.measure_checks import NOTHING_STATED, Checks, checks_of
from answerable.vocabulary.measure_keys import MeasureRefused
from answerable.vocabulary.measure_targets import Target, targets_of
from answerable.vocabulary.refusal import Refusal
from answerable.vocabulary.times import in_words

MeasureKind = Literal["count", "rate", "percent", "mean"]
Grain = Literal["month", "quarter", "year"]
Direction = Literal["increase", "decrease", "neutral"]  # which way is good
BreakKind = Literal["recording", "definition", "geography", "system"]
Flag = Literal["", "estimated", "suppressed", "rounded", "partial"]

MONTHS_IN: Mapping[Grain, int] = {"month": 1, "quarter": 3, "year": 12}

_IDENTIFIER = re.compile(r"[a-z0-9][a-z0-9-]{0,99}")


class ObservationRefused(Refusal):
    """A number that no publication can have stated."""

    code = "observation_refused"


@dataclass(frozen=True, slots=True)
class Unit:
    """What is counted, and per how many: `Unit("offences", 1000)` is offences per 1,000. A unit
    that begins with “%” is per 100 already."""

    name: str
    per: float = 1

    def __str__(self) -> str:
        if self.per == 1 or (self.per == 100 and self.name.startswith("%")):
            return self.name
        return f"{self.name} per {self.per:,.10g}"


@dataclass(frozen=True, slots=True)
class Vintage:
    """Which publication stated a number. `released_on` None: the copy held does not say when."""

    release_id: str
    released_on: date | None = None

    def __post_init__(self) -> None:
        if not _IDENTIFIER.fullmatch(self.release_id):
            raise ObservationRefused(
                f"“{self.release_id[:40]}” cannot name a release: "
                "use small letters, digits and hyphens.",
                code="bad_identifier",
            )


@dataclass(frozen=True, slots=True)
class RecordingBreak:
    """A known change in how a measure is recorded or defined. No line or verdict crosses it."""

    begins: date
    bodies: tuple[str, ...]  # `("*",)` is every body
    kind: BreakKind
    note: str

    def concerns(self, body_id: str) -> bool:
        """Does it hold for this body?"""
        return "*" in self.bodies or body_id in self.bodies


@dataclass(frozen=True, slots=True)
class SmallNumbers:
    """Values from 1 to `suppress_below` - 1 are small; `secondary`: so are tell-tale sums. It is
    stated by each measure; what a publisher shows of a whole body is shown as published."""

    suppress_below: int
    secondary: bool


@dataclass(frozen=True, slots=True)
class Review:
    """Who wrote the definition, who checked it, and until when it holds."""

    author: str
    authored_on: date
    checker: str
    checked_on: date
    review_by: date

    def overdue(self, *, on: date) -> bool:
        """After `review_by` the measure still charts and is no longer judged."""
        return on > self.review_by


@dataclass(frozen=True, slots=True)
class Measure:
    """A definition that two people have read. The field names are those of its file."""

    id: str
    title: str
    kind: MeasureKind
    unit: Unit
    grain: Grain
    direction: Direction
    numerator: str
    denominator: str
    minimum_important_change: float
    cannot_show: str
    source: str
    licence: str
    usual_lag_months: int
    small_numbers: SmallNumbers
    breaks: tuple[RecordingBreak, ...]
    review: Review
    checks: Checks = NOTHING_STATED
    targets: tuple[Target, ...] = ()

    def breaks_for(self, body_id: str) -> tuple[RecordingBreak, ...]:
        """The breaks that hold for one body, oldest first."""
        return tuple(found for found in self.breaks if found.concerns(body_id))

    def target_for(self, body_id: str, *, on: date) -> Target | None:
        """The newest target set for a body up to a day."""
        set_ = [one for one in self.targets if one.concerns(body_id) and one.set_on <= on]
        return set_[-1] if set_ else None

    @classmethod
    def from_dict(cls, raw: Mapping[str, Any]) -> "Measure":
        """A measure from the mapping of its TOML file.

        Raises MeasureRefused with codes `no_checker`, `checker_is_author`, `unknown_key`,
        `missing_key` or `wrong_value`; the sentence names the measure and the key.
        """
        name = str(raw.get("id", "without id"))
        review = review_of(raw.get("review", {}), name)
        keys.exactly(raw, _MEASURE_KEYS - (_MAY_BE_ABSENT - set(raw)), name)
        kind = keys.word(raw, "kind", get_args(MeasureKind), name)
        measure = cls(
            id=keys.text(raw, "id", name),
            title=keys.text(raw, "title", name),
            kind=kind,
            unit=Unit(keys.text(raw, "unit", name), keys.number(raw, "per", name, above=0)),
            grain=keys.word(raw, "grain", get_args(Grain), name),
            direction=keys.word(raw, "direction", get_args(Direction), name),
            numerator=keys.text(raw, "numerator", name),
            denominator=keys.text(raw, "denominator", name, empty=kind in {"count", "mean"}),
            minimum_important_change=keys.number(raw, "minimum_important_change", name, above=0),
            cannot_show=keys.text(raw, "cannot_show", name),
            source=keys.text(raw, "source", name),
            licence=keys.text(raw, "licence", name),
            usual_lag_months=int(keys.number(raw, "usual_lag_months", name, above=-1)),
            small_numbers=_small_numbers(raw["small_numbers"], name),
            breaks=_breaks(raw.get("break", []), name),
            review=review,
            checks=checks_of(raw.get("checks", {}), name),
            targets=targets_of(raw.get("target", []), str(raw["direction"]), name),
        )
        if not _IDENTIFIER.fullmatch(measure.id):
            raise keys.wrong(name, "id", "small letters, digits and hyphens")
        if measure.minimum_important_change >= 1:
            raise keys.wrong(name, "minimum_important_change", "a share below 1, such as 0.10")
        if kind == "count" and (measure.denominator or measure.unit.per != 1):
            raise keys.wrong(name, "kind", "“rate” when there is a denominator, or no denominator")
        return measure


@dataclass(frozen=True, slots=True)
class Observation:
    """One number as one release stated it. `value` None is missing, and missing is never 0.

    The period is half-open, `[period_start, period_end)`. `source_row` is the line of the
    file with `source_sha256`; 0 when the number was counted from the whole file.
    """

    measure_id: str
    body_id: str
    breakdown: str  # `""` or `key=value`
    period_start: date
    period_end: date
    value: float | None
    vintage: Vintage
    source_sha256: str
    source_row: int
    numerator: float | None = None
    denominator: float | None = None
    flag: Flag = ""

    def __post_init__(self) -> None:
        for what, text in (("measure", self.measure_id), ("body", self.body_id)):
            if not _IDENTIFIER.fullmatch(text):
                raise ObservationRefused(
                    f"“{text[:40]}” cannot name a {what}: use small letters, digits and hyphens.",
                    code="bad_identifier",
                )
        if self.period_end <= self.period_start:
            raise ObservationRefused(
                f"A period cannot end on {self.period_end} when it begins on {self.period_start}.",
                code="impossible_period",
            )
        for number in (self.value, self.numerator, self.denominator):
            if number is not None and not isfinite(number):
                raise ObservationRefused(
                    "A value is a finite number, or it is missing.", code="not_a_number"
                )

    @property
    def key(self) -> tuple[str, str, str, date, str]:
        """What makes it one: measure, body, breakdown, start of period, release."""
        return (
            self.measure_id,
            self.body_id,
            self.breakdown,
            self.period_start,
            self.vintage.release_id,
        )


def period_end(*, start: date, grain: Grain) -> date:
    """First day after a period of this grain.

    >>> period_end(start=date(2025, 12, 1), grain="month")
    datetime.date(2026, 1, 1)
    """
    months = start.year * 12 + start.month - 1 + MONTHS_IN[grain]
    return date(months // 12, months % 12 + 1, 1)


def period_words(*, start: date, end: date) -> str:
    """A period as people write it.

    >>> period_words(start=date(2025, 12, 1), end=date(2026, 1, 1))
    'December 2025'
    """
    if end == period_end(start=start, grain="month"):
        return in_words(f"{start:%Y-%m}")
    return f"{in_words(f'{start:%Y-%m}')} to {in_words(f'{end - timedelta(days=1):%Y-%m}')}"


_MEASURE_KEYS = frozenset(
    (
        *("id", "title", "kind", "unit", "grain", "direction", "per", "numerator"),
        *("denominator", "minimum_important_change", "cannot_show", "source", "licence"),
        *("usual_lag_months", "small_numbers", "break", "target", "checks"),
        "review",
    )
)
_MAY_BE_ABSENT = frozenset({"break", "target", "checks"})
_BREAK_KEYS = frozenset({"from", "bodies", "kind", "note"})
_SMALL_KEYS = frozenset({"suppress_below", "secondary"})
_REVIEW_KEYS = frozenset({"author", "authored_on", "checker", "checked_on", "review_by"})


def _small_numbers(raw: Any, name: str) -> SmallNumbers:
    table = keys.table(raw, "small_numbers", name)
    keys.exactly(table, _SMALL_KEYS, name)
    if not isinstance(table["secondary"], bool):
        raise keys.wrong(name, "secondary", "true or false")
    below = keys.number(table, "suppress_below", name, above=-1)
    return SmallNumbers(suppress_below=int(below), secondary=table["secondary"])


def _breaks(raw: Any, name: str) -> tuple[RecordingBreak, ...]:
    if not isinstance(raw, list):
        raise keys.wrong(name, "break", "written as [[break]]")
    found = []
    for item in raw:
        table = keys.table(item, "break", name)
        keys.exactly(table, _BREAK_KEYS, name)
        bodies = table["bodies"]
        if not isinstance(bodies, list) or not bodies:
            raise keys.wrong(name, "bodies", 'a list of bodies, or ["*"] for all')
        kind = keys.word(table, "kind", get_args(BreakKind), name)
        note = keys.text(table, "note", name)
        found.append(
            RecordingBreak(
                keys.day(table, "from", name), tuple(str(b) for b in bodies), kind, note
            )
        )
    return tuple(sorted(found, key=lambda item: item.begins))


def review_of(raw: Any, name: str) -> Review:
    """Who wrote and who checked what is called `name`. Raises `no_checker` and others."""
    table = keys.table(raw, "review", name)
    if not str(table.get("checker", "")).strip():
        raise MeasureRefused(
            f"The measure {name} has no checker. A second person must read the definition and "
            "be named under [review].",
            code="no_checker",
        )
    keys.exactly(table, _REVIEW_KEYS, name)
    author, checker = keys.text(table, "author", name), keys.text(table, "checker", name)
    if " ".join(author.lower().split()) == " ".join(checker.lower().split()):
        raise MeasureRefused(
            f"The measure {name} was checked by its own author. Ask another person to read it.",
            code="checker_is_author",
        )
    review = Review(
        author=author,
        authored_on=keys.day(table, "authored_on", name),
        checker=checker,
        checked_on=keys.day(table, "checked_on", name),
        review_by=keys.day(table, "review_by", name),
    )
    if not review.authored_on <= review.checked_on < review.review_by:
        raise keys.wrong(name, "review_by", "after checked_on, which is not before authored_on")
    return review
