"""A body beside similar bodies: along a row, never down a column; no league table."""

from collections.abc import Sequence
from datetime import date
from statistics import mean

from answerable.evidence.series import Series
from answerable.operations import catalogue
from answerable.operations.measures import evidence
from answerable.operations.measures.verdicts import Terms
from answerable.operations.pages.look import Look
from answerable.operations.pages.measures.figures import Figures, series_beside
from answerable.operations.pages.parts import Table
from answerable.vocabulary.language import marked, say
from answerable.vocabulary.times import in_words

MOST_YEARS = 3
LEAST_PERIODS = 3
TOO_FEW = marked("too few figures")


def comparators(look: Look, found: Figures, *, terms: Terms | None) -> Table | None:
    """Means of the body and of its peers, before and after the action or by year."""
    if terms is not None:
        return _around(look, found, terms)
    return _by_year(look, found)


def _around(look: Look, found: Figures, terms: Terms) -> Table:
    action, grain = terms.protocol.action, found.measure.grain
    rows = []
    for body in (found.body, *terms.peers):
        one = _series(look, found, body)
        before = _values(one, end=action)
        after = _values(one, begin=action)
        rows.append((name_of(body), _mean(before), _mean(after)))
    return Table(
        caption=say(
            "Mean a {grain}, with the number of {grain}s; read along a row: bodies differ in size",
            grain=grain,
        ),
        head=(
            say("Body"),
            say("Before {action}", action=in_words(f"{action:%Y-%m}")),
            say("From {action}", action=in_words(f"{action:%Y-%m}")),
        ),
        rows=tuple(rows),
        numeric=(1, 2),
    )


def _by_year(look: Look, found: Figures) -> Table | None:
    others = [body for body in evidence.bodies_with(found.measure.id) if body != found.body]
    if not others:
        return None
    years = sorted({day.year for day in found.usable})[-MOST_YEARS:]
    rows = []
    for body in (found.body, *others):
        one = _series(look, found, body)
        cells = [_mean(_values(one, date(y, 1, 1), date(y + 1, 1, 1))) for y in years]
        rows.append((name_of(body), *cells))
    return Table(
        caption=_years_caption(found, years[0]),
        head=(say("Body"), *(str(year) for year in years)),
        rows=tuple(rows),
        numeric=tuple(range(1, len(years) + 1)),
    )


def _years_caption(found: Figures, first: int) -> str:
    """Along a row; but the years on two sides of a break of the chart are not set beside."""
    begin = found.chart.groups[-1].points[0].date
    if begin <= date(first, 1, 1):
        return say(
            "Mean a {grain}, with the number of {grain}s held; read along a "
            "row: bodies differ in size, and no test was fixed",
            grain=found.measure.grain,
        )
    return say(
        "Mean a {grain}, with the number of {grain}s held; bodies differ in size, no test was "
        "fixed, and figures before {label} stand apart: a row is not read across that day",
        grain=found.measure.grain,
        label=found.words(begin),
    )


def name_of(body: str) -> str:
    """The name of a body; of an invented peer its id in words."""
    known = catalogue.bodies().get(body)
    return known.name if known else body.replace("-", " ").title()


def _series(look: Look, found: Figures, body: str) -> Series:
    return found.series if body == found.body else series_beside(look, found.measure, body)


def _values(series: Series, begin: date = date.min, end: date = date.max) -> list[float]:
    pairs = zip(series.dates, series.values, strict=True)
    return [value for day, value in pairs if value is not None and begin <= day < end]


def _mean(values: Sequence[float]) -> str:
    if len(values) < LEAST_PERIODS:
        return TOO_FEW
    return f"{mean(values):,.1f} ({len(values)})"
