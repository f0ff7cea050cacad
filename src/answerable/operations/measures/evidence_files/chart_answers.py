"""How the charts of a file are written out: objects, rows of a table, lines for a person."""

from collections.abc import Mapping
from dataclasses import dataclass

from answerable.evidence.control_chart import Chart, Group, Point
from answerable.operations.measures.evidence_files.tables import csv_text

POINT_COLUMNS = (
    "series", "date", "value", "rebase_group", "short_group_warning", "mean", "lpl", "upl",
    "outside_limits", "relative_to_mean", "close_to_limits", "special_cause_type",
    "special_cause_flag", "point_type", "target",
)  # fmt: skip
SUMMARY_COLUMNS = (
    "series", "assurance", "rebase_group", "n", "mean", "lpl", "upl", "n_special",
    "n_improvement", "n_concern", "latest_type", "latest_point_type",
)  # fmt: skip


@dataclass(frozen=True)
class ChartAnswer:
    """The charts of a file, in input order, and how each is written out."""

    charts: tuple[Chart, ...]
    deseasoned: bool
    checks: Mapping[str, str]
    """What a check said of a series, by its name."""
    said: tuple[str, ...] = ()
    """How the file was read, where that is not as it usually is."""

    def objects(self, *, with_points: bool = False) -> list[dict[str, object]]:
        """One JSON object per series."""
        return [_object(made, with_points=with_points) for made in self.charts]

    def points_csv(self) -> str:
        """Every row of every series, in date order within each."""
        columns = (*POINT_COLUMNS, "value_adjusted") if self.deseasoned else POINT_COLUMNS
        return csv_text(
            columns, (_point(made, point) for made in self.charts for point in made.points)
        )

    def summary_csv(self) -> str:
        """One row per series and rebase group; assurance only on the last group."""
        return csv_text(
            SUMMARY_COLUMNS,
            (_summary(made, group) for made in self.charts for group in made.groups),
        )

    def lines(self) -> list[str]:
        """One line per series for a person at a terminal."""
        every = (f"{_line(made)} {self.checks.get(made.series, '')}" for made in self.charts)
        return [*(line.rstrip() for line in every), *self.said]


def _point(made: Chart, point: Point) -> dict[str, object]:
    return {
        "series": made.series,
        "date": point.date,
        "value": point.value,
        "rebase_group": point.rebase_group,
        "short_group_warning": point.short_group_warning,
        "mean": point.mean,
        "lpl": point.lpl,
        "upl": point.upl,
        "outside_limits": point.outside_limits,
        "relative_to_mean": point.relative_to_mean,
        "close_to_limits": point.close_to_limits,
        "special_cause_type": point.special_cause_type,
        "special_cause_flag": point.special_cause_flag,
        "point_type": point.point_type,
        "target": made.target,
    } | ({"value_adjusted": point.value_adjusted} if made.deseasoned else {})


def _object(made: Chart, *, with_points: bool) -> dict[str, object]:
    latest = made.latest
    answer: dict[str, object] = {
        "series": made.series,
        "n": len(made.points),
        "improvement_direction": made.improvement_direction,
        "screened": made.screened,
        "groups": [
            {
                "rebase_group": group.rebase_group,
                "start": group.start,
                "n": group.n,
                "mean": group.mean,
                "lpl": group.lpl,
                "upl": group.upl,
                "amr": group.amr,
            }
            for group in made.groups
        ],
        "latest": None
        if latest is None
        else {
            "date": latest.date,
            "value": latest.value,
            "special_cause_type": latest.special_cause_type,
            "point_type": latest.point_type,
        },
        "assurance": made.assurance,
        "notes": made.notes,
    }
    if with_points:
        answer["points"] = [_point(made, point) for point in made.points]
    return answer


def _summary(made: Chart, group: Group) -> Mapping[str, object]:
    kinds = [point.point_type for point in group.points]
    return {
        "series": made.series,
        "assurance": made.assurance if group is made.groups[-1] else None,
        "rebase_group": group.rebase_group,
        "n": group.n,
        "mean": group.mean,
        "lpl": group.lpl,
        "upl": group.upl,
        "n_special": sum(point.special_cause_flag for point in group.points),
        "n_improvement": kinds.count("special_cause_improvement"),
        "n_concern": kinds.count("special_cause_concern"),
        "latest_type": group.points[-1].special_cause_type,
        "latest_point_type": group.points[-1].point_type,
    }


def _line(made: Chart) -> str:
    latest = made.latest
    if latest is None:
        return f"Series {made.series}: no rows."
    limits = (
        f"limits {latest.lpl:.6g} to {latest.upl:.6g}"
        if latest.lpl is not None and latest.upl is not None
        else "no limits"
    )
    mean = "no mean" if latest.mean is None else f"mean {latest.mean:.6g}"
    target = f"; target: {made.assurance.replace('_', ' ')}" if made.assurance else ""
    notes = f" ({', '.join(made.notes)})" if made.notes else ""
    return (
        f"Series {made.series}: {len(made.points)} rows, {mean}, {limits}; latest "
        f"{latest.date}: {latest.special_cause_type}{target}{notes}. A chart shows where to look; "
        "it is no verdict."
    )
