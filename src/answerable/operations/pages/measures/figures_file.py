"""The figures of a measure of a body as a file: one row a period held."""

import csv
import io

from answerable.operations.pages.measures.figures import Figures
from answerable.vocabulary.language import marked
from answerable.vocabulary.measures import Observation

CSV_HEAD = (
    *("measure", "body", "period_start", "period_end", "value", "status"),
    *(
        "mean",
        "lower_limit",
        "upper_limit",
        "what_the_chart_shows",
        "season_taken_out",
        "target",
        "release",
        "source",
        "licence",
    ),
    *("unit", "numerator", "denominator", "publisher_flag"),
)
HELD, STOPPED, NO_FIGURE = "held", marked("left out by a check"), marked("no figure held")


def status_of(found: Figures, row: Observation) -> str:
    """Whether a figure is held, and whether charts and verdicts use it."""
    if row.value is None:
        return NO_FIGURE
    return HELD if row.period_start in found.kept else STOPPED


def counted(found: Figures, row: Observation) -> tuple[str, str, str, str]:
    """The unit, both parts of a rate or share where they were published, and the publisher's
    flag."""
    return (
        str(found.measure.unit),
        "" if row.numerator is None else f"{row.numerator:.12g}",
        "" if row.denominator is None else f"{row.denominator:.12g}",
        row.flag,
    )


def csv_text(found: Figures) -> str:
    """The figures as a file: one row a period held, with what a check or the chart says of it."""
    points = {p.date: p for p in found.chart.points} if found.usable else {}
    without = found.chart_without_season
    adjusted = {p.date: p.value_adjusted for p in without.points} if without else {}
    target = found.target
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(CSV_HEAD)
    for row in found.rows:
        point = points.get(row.period_start)
        writer.writerow(
            (
                *(row.measure_id, row.body_id, row.period_start, row.period_end),
                *("" if row.value is None else f"{row.value:.12g}", status_of(found, row)),
                *(_number(point.mean if point else None), _number(point.lpl if point else None)),
                _number(point.upl if point else None),
                point.special_cause_type if point and point.value is not None else "",
                _number(adjusted.get(row.period_start)),
                _number(target.value if target and row.period_end > target.set_on else None),
                *(row.vintage.release_id, found.measure.source, found.measure.licence),
                *counted(found, row),
            )
        )
    return out.getvalue()


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.9g}"
