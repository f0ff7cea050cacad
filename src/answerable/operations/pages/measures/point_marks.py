"""What a rule found at a point of a chart: its mark, and the rule in everyday words."""

from collections.abc import Mapping

from answerable.evidence.charted import Point
from answerable.publishing.charts.parts import Mark
from answerable.vocabulary.language import marked, say

_MARKS: Mapping[str, Mark] = {
    "special_cause_improvement": "improvement",
    "special_cause_concern": "concern",
    "special_cause_neutral_high": "neutral",
    "special_cause_neutral_low": "neutral",
}
_WORDS = {
    "Above UCL": marked("above the upper limit"),
    "Below LCL": marked("below the lower limit"),
    "7 Point Trend (Increasing)": marked("one of 7 rising in a row"),
    "7 Point Trend (Decreasing)": marked("one of 7 falling in a row"),
    "2 in 3 Above CL": marked("one of 2 in 3 near the upper limit"),
    "2 in 3 Below CL": marked("one of 2 in 3 near the lower limit"),
    "7 Points Above CL": marked("one of 7 in a row above the mean"),
    "7 Points Below CL": marked("one of 7 in a row below the mean"),
}
"""The labels themselves, as published, stand in the files."""


def mark_of(point: Point) -> Mark:
    """Its mark, whatever the group that it stands in."""
    return _MARKS.get(point.point_type, "common")


def shown_mark(point: Point) -> tuple[Mark, str]:
    """Its mark and the rule in words. Limits from a few periods are provisional: they mark
    nothing."""
    mark = "common" if point.short_group_warning else mark_of(point)
    return mark, "" if mark == "common" else say(_WORDS[point.special_cause_type])
