"""Checks before any chart. Each one answers ok, warn or stop with a sentence fit to show.

A stop removes the affected periods or refuses the comparison; it never passes silently. The
numbers come from the caller; nothing here opens a file. Real cases for each rule are in
`tests/evidence/test_guards.py`.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from statistics import fmean, median, variance
from typing import Literal

from answerable.evidence.series import Series, month_number
from answerable.evidence.spoken import Break, Spoken
from answerable.vocabulary.language import say
from answerable.vocabulary.times import in_words

Grain = Literal["month", "quarter", "year"]

LEAST_ROWS = 0.60
HALF_WINDOW = 12
RECORDING_RANGE = (0.67, 1.5)
BEYOND_CHANCE = 3.5
"""Standard errors by which two means of 12 periods must differ. Half or twice a small median is
chance: without this nearly every long series of 2 a month that did not change would step.
"""
POPULATION_YEARS = 2
MONTHS: dict[Grain, int] = {"month": 1, "quarter": 3, "year": 12}


def completeness(*, body: str, rows: Mapping[date, int], held: Sequence[date]) -> Spoken:
    """Stop a body-month with under 0.60 of its usual rows, or with no file.

    `rows` are the body's rows by first day of month, `held` the months loaded for anyone: a held
    month without rows is a missing file, never zero. Usual is the median of the body's other
    months in a centred 25-month window, or of all its held months if fewer than 12 lie in it.
    """
    missing = [month for month in held if month not in rows]
    thin = []
    ordered = sorted(rows.items())
    numbers, counts = [month_number(m) for m, _ in ordered], [n for _, n in ordered]
    for at, (month, count) in enumerate(ordered):
        begin = bisect_left(numbers, numbers[at] - HALF_WINDOW)
        end = bisect_right(numbers, numbers[at] + HALF_WINDOW)
        near = counts[begin:at] + counts[at + 1 : end]
        usual = near if len(near) >= HALF_WINDOW else counts[:at] + counts[at + 1 :]
        if usual and count < LEAST_ROWS * median(usual):
            thin.append((month, count, median(usual)))
    if not missing and not thin:
        return Spoken(
            "completeness", "ok", "complete", say("{body}: every month is complete.", body=body)
        )
    said = []
    if thin:
        worst = min(thin, key=lambda found: found[1] / found[2])
        said.append(
            say(
                "{count} {months} held far fewer rows than usual (in {day} {rows:,} against"
                " a usual {usual:,.0f})",
                count=len(thin),
                months=_months(len(thin)),
                day=in_words(f"{worst[0]:%Y-%m}"),
                rows=worst[1],
                usual=worst[2],
            )
        )
    if missing:
        said.append(
            say("{count} {months} had no file", count=len(missing), months=_months(len(missing)))
        )
    return Spoken(
        "completeness",
        "stop",
        "gap",
        say(
            "{body}: {values}. These are gaps, not falls, and are left out.",
            body=body,
            values=" and ".join(said),
        ),
        tuple(sorted([*missing, *(month for month, _, _ in thin)])),
    )


def _months(number: int) -> str:
    return "month" if number == 1 else "months"


def vintage(*, attribute: str, released: Mapping[date, date]) -> Spoken:
    """An attribute that changes after publication is charted only at equal age.

    `released` gives for each period the release its number comes from; the age is release month
    minus period. Periods of another age than the oldest period's are stopped.
    """
    ages = {p: month_number(r) - month_number(p) for p, r in released.items()}
    if len(set(ages.values())) <= 1:
        return Spoken(
            "vintage",
            "ok",
            "equal_age",
            say("{attribute}: every period is of one age.", attribute=attribute),
        )
    return Spoken(
        "vintage",
        "stop",
        "unequal_age",
        say(
            "“{attribute}” changes after publication, and these periods were "
            "read at ages from {min} to {max} months. They cannot be "
            "compared.",
            attribute=attribute,
            min=min(ages.values()),
            max=max(ages.values()),
        ),
        tuple(sorted(released)),
    )


def identity(
    *,
    counted_by: str,
    rows: int | None = None,
    blank: int | None = None,
    repeated: int | None = None,
) -> Spoken:
    """Stop a count by an identifier that rows lack (`blank`) or share (`repeated`).

    `Crime ID` is never a key, whatever its numbers: count rows. Numbers that are None are not
    held, and then nothing is known of another identifier.
    """
    never = counted_by.strip().casefold().replace("_", " ") == "crime id"
    if rows is None or blank is None or repeated is None:
        if never:
            told = say(
                "These figures were counted by “{counted_by}”, which is no key: rows lack it or "
                "share it with others. Count rows instead.",
                counted_by=counted_by,
            )
            return Spoken("identity", "stop", "not_a_key", told)
        told = say(
            "These figures were counted by “{counted_by}”. The rows behind them are not held, so "
            "it is not known whether it names each of them once.",
            counted_by=counted_by,
        )
        return Spoken("identity", "warn", "unknown", told)
    if never or blank or repeated:
        return Spoken(
            "identity",
            "stop",
            "not_a_key",
            say(
                "“{counted_by}” is no key: {blank} of {rows} rows have none and "
                "{repeated} share theirs with another row. Count rows instead.",
                counted_by=counted_by,
                blank=f"{blank:,}",
                rows=f"{rows:,}",
                repeated=f"{repeated:,}",
            ),
        )
    return Spoken(
        "identity",
        "ok",
        "key",
        say(
            "“{counted_by}” names each of {rows} rows once.",
            counted_by=counted_by,
            rows=f"{rows:,}",
        ),
    )


def recording_change(*, series: Series, breaks: Sequence[Break]) -> Spoken:
    """Stop a line that crosses a declared break; warn of a step that nobody declared.

    The warning compares the median of 12 held periods with that of the 12 held before, at every
    place in the series, and speaks outside 0.67 to 1.5 where the means also lie further apart
    than small numbers do by chance. Medians on both sides of a step stay the same some months
    before and after it, so the step is where the means lie furthest apart.
    """
    pairs = zip(series.dates, series.values, strict=True)
    held = [(day, value) for day, value in pairs if value is not None]
    if not held:
        return Spoken(
            "recording_change", "ok", "no_values", say("There are no values to compare.")
        )
    crossed = [b for b in breaks if held[0][0] < b.on <= held[-1][0]]
    if crossed:
        return Spoken(
            "recording_change",
            "stop",
            "crosses_break",
            say(
                "The {kind} changed from {day}: {note} Numbers before and after are not compared.",
                kind=crossed[0].kind,
                day=in_words(crossed[0].on.isoformat()),
                note=crossed[0].note,
            ),
            tuple(day for day, _ in held if day < crossed[-1].on),
        )
    low, high = RECORDING_RANGE
    steps = []
    for i in range(HALF_WINDOW, len(held) - HALF_WINDOW + 1):
        earlier = [value for _, value in held[i - HALF_WINDOW : i]]
        later = [value for _, value in held[i : i + HALF_WINDOW]]
        before, after = median(earlier), median(later)
        if before > 0 and not low <= after / before <= high:
            apart = abs(fmean(later) - fmean(earlier))
            chance = ((variance(earlier) + variance(later)) / HALF_WINDOW) ** 0.5
            if apart > BEYOND_CHANCE * chance:
                steps.append((apart, held[i][0], after / before))
    if not steps:
        return Spoken("recording_change", "ok", "no_step", say("No step in level was found."))
    _, where, ratio = max(steps)
    return Spoken(
        "recording_change",
        "warn",
        "undeclared_step",
        say(
            "The level around {day} is {ratio} times what it was in the 12 "
            "periods before, and no recording change is declared. Ask before "
            "reading it as a change in fact.",
            day=in_words(f"{where:%Y-%m}"),
            ratio=f"{ratio:.2f}",
        ),
    )


def denominator(*, period: date, population_year: int) -> Spoken:
    """Warn when the population used is of a year over 2 years from the period."""
    apart = abs(period.year - population_year)
    if apart <= POPULATION_YEARS:
        return Spoken(
            "denominator",
            "ok",
            "current",
            say("Population of {population_year}.", population_year=population_year),
        )
    return Spoken(
        "denominator",
        "warn",
        "old_population",
        say(
            "The rate for {year} uses the population of {population_year}, {apart} years apart.",
            year=period.year,
            population_year=population_year,
            apart=apart,
        ),
    )


def stale(*, newest_end: date, grain: Grain, usual_lag_months: int, on: date) -> Spoken:
    """Warn when the newest period ended over twice the grain plus the usual lag ago.

    `newest_end` is the day after the period's last, as in the table of observations.
    """
    last = in_words((newest_end - timedelta(days=1)).isoformat())
    allowed = 2 * MONTHS[grain] + usual_lag_months
    age = month_number(on) - month_number(newest_end) - (on.day < newest_end.day)
    past = age > allowed or (age == allowed and on.day > newest_end.day)
    if not past:
        return Spoken(
            "stale",
            "ok",
            "fresh",
            say("Newest period ended {day}.", day=last),
        )
    return Spoken(
        "stale",
        "warn",
        "stale",
        say(
            "The newest period ended on {day}, longer ago than the {allowed} "
            "months in which new figures are usually out.",
            day=last,
            allowed=allowed,
        ),
    )
