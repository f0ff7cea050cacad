"""The chart agrees with NHSRplotthedots 0.2.2 on every point of 183 series (target E1).

The files are public but not part of the repository; `tests/spec/test_chart_rules.py` holds the
rules with hand-derived labels and never skips.
"""

import csv
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from math import isclose

import pytest

from answerable.evidence.control_chart import Chart, Direction, chart
from answerable.evidence.series import Series
from tests.shared import data

DIRECTIONS: dict[str, Direction] = {
    "increase": "increase",
    "decrease": "decrease",
    "neutral": "neutral",
}
# The anchor gives no limits for a series that never varies; we give lpl = upl = mean, on purpose.
EXCEPTION = "constant_series"


def rows(name: str) -> Iterator[dict[str, str]]:
    with (data("spc_reference") / name).open(newline="") as held:
        yield from csv.DictReader(held)


@pytest.fixture(scope="module")
def charts() -> dict[str, Chart]:
    held: dict[str, list[tuple[date, float | None]]] = defaultdict(list)
    for row in rows("input.csv"):
        value = float(row["value"]) if row["value"] else None
        held[row["series"]].append((date.fromisoformat(row["date"]), value))
    made = {}
    for row in rows("options.csv"):
        name = row["series"]
        points = held[name]
        made[name] = chart(
            Series(tuple(d for d, _ in points), tuple(v for _, v in points), name=name),
            direction=DIRECTIONS[row["improvement_direction"]],
            target=float(row["target"]) if row["target"] else None,
            rebase=[date.fromisoformat(d) for d in row["rebase"].split(";") if d],
            fix_after=int(row["fix_after_n_points"]) if row["fix_after_n_points"] else None,
            screen=row["screen_outliers"] == "TRUE",
        )
    return made


def close(ours: float | None, theirs: str) -> bool:
    if theirs == "" or ours is None:
        return theirs == "" and ours is None
    return isclose(ours, float(theirs), rel_tol=1e-12, abs_tol=1e-12)


def flag(value: bool | None) -> str:
    return "" if value is None else str(value).upper()


def test_every_label_and_limit_of_every_point(charts: dict[str, Chart]) -> None:
    seen = 0
    index: dict[str, int] = defaultdict(int)
    for row in rows("points.csv"):
        name = row["series"]
        point = charts[name].points[index[name]]
        index[name] += 1
        where = f"{name} {row['date']}"
        assert point.date.isoformat() == row["date"], where
        assert close(point.mean, row["mean"]), where
        if name != EXCEPTION:
            assert close(point.lpl, row["lpl"]), where
            assert close(point.upl, row["upl"]), where
            assert flag(point.outside_limits) == row["outside_limits"], where
            assert flag(point.close_to_limits) == row["close_to_limits"], where
        side = "" if point.relative_to_mean is None else str(point.relative_to_mean)
        assert side == row["relative_to_mean"], where
        assert point.special_cause_type == row["special_cause_type"], where
        assert flag(point.special_cause_flag) == row["special_cause_flag"], where
        assert point.point_type == row["point_type"], where
        assert str(point.rebase_group) == row["rebase_group"], where
        assert flag(point.short_group_warning) == row["short_group_warning"], where
        seen += 1
    assert seen == 5734
    assert len(charts) == 183


def test_every_group_and_every_assurance(charts: dict[str, Chart]) -> None:
    seen = 0
    for row in rows("summary.csv"):
        made = charts[row["series"]]
        group = made.groups[int(row["rebase_group"])]
        last = group is made.groups[-1]
        assert row["assurance"] == ((made.assurance or "") if last else ""), row
        kinds = [p.point_type for p in group.points]
        assert str(group.n) == row["n"]
        assert str(sum(p.special_cause_flag for p in group.points)) == row["n_special"]
        assert str(kinds.count("special_cause_improvement")) == row["n_improvement"]
        assert str(kinds.count("special_cause_concern")) == row["n_concern"]
        assert group.points[-1].special_cause_type == row["latest_type"]
        assert group.points[-1].point_type == row["latest_point_type"]
        seen += 1
    assert seen == 223


def test_the_one_exception_has_limits_and_says_why(charts: dict[str, Chart]) -> None:
    made = charts[EXCEPTION]
    assert {(p.lpl, p.mean, p.upl) for p in made.points} == {(7.0, 7.0, 7.0)}
    assert made.notes == ("no_variation",)
