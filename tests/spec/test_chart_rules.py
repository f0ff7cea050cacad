"""The control chart's rules as tables, with limits and labels worked out by hand.

Most tables stand on one baseline whose limits are known: twelve points 9, 11, 9, 11, ... have
mean 10 and every moving range 2, so with limits fixed there (`fix_after=12`)

    lpl = 10 - 2.66 x 2 = 4.68      near lower = 10 - 1.77333 x 2 = 6.45333
    upl = 10 + 2.66 x 2 = 15.32     near upper = 10 + 1.77333 x 2 = 13.54667

and whatever follows can be labelled by eye. The baseline's last point, 11, is above the mean.
"""

from datetime import date

import pytest

from answerable.evidence.control_chart import Chart, ChartRefused, Direction, chart
from answerable.evidence.seasons import SeasonRefused
from answerable.evidence.series import Series

START = date(2020, 1, 1)
BASE: list[float | None] = [9, 11] * 6
C, UP, LOW = "Common Cause", "Above UCL", "Below LCL"
RISE, FALL = "7 Point Trend (Increasing)", "7 Point Trend (Decreasing)"
TWO_UP, TWO_LOW = "2 in 3 Above CL", "2 in 3 Below CL"
RUN_UP, RUN_LOW = "7 Points Above CL", "7 Points Below CL"

# After the baseline: what follows, its labels, and the label of the baseline's last point.
AFTER_BASELINE: dict[str, tuple[list[float | None], list[str], str]] = {
    "on a limit is inside it": ([15.32, 9, 4.68], [C, C, C], C),
    "beyond a limit": ([15.4, 9, 4.6], [UP, C, LOW], C),
    # 14 > 13.54667: near. The window 14, 11, 14 is above the mean; only its near points count.
    "two of three near": ([14, 11, 14], [TWO_UP, C, TWO_UP], C),
    "two of three near, below": ([6, 6, 9], [TWO_LOW, TWO_LOW, C], C),
    "near on both sides of the mean is nothing": ([14, 9, 14], [C, C, C], C),
    "one near and one outside is not two near": ([16, 14, 11, 9], [UP, C, C, C], C),
    "two near around one outside": ([14, 16, 14], [TWO_UP, UP, TWO_UP], C),
    "near in windows that do not hold together": ([14, 11, 11, 14], [C, C, C, C], C),
    # The baseline's 11 is the first of the run.
    "seven on one side": ([12, 12, 12, 12, 12, 12], [RUN_UP] * 6, RUN_UP),
    "six on one side": ([12, 12, 12, 12, 12, 9], [C] * 6, C),
    "a value equal to the mean breaks a run": ([12, 12, 10, 12, 12, 12, 12, 12, 12], [C] * 9, C),
    "a missing value breaks a run": ([12, 12, None, 12, 12, 12, 12, 12, 12], [C] * 9, C),
    "a missing value breaks two in three": ([14, None, 14], [C, C, C], C),
    # 11 to 8 falls; then 8.0 ... 9.2 rises six times: seven points, crossing nothing.
    "a trend may lie on one side": (
        [8, 8.2, 8.4, 8.6, 8.8, 9, 9.2],
        [RISE] * 7,
        C,
    ),
    # Six differences of one sign are needed: 8 to 8.8 has five after the tie.
    "a tie breaks a trend, the run remains": (
        [8, 8, 8.2, 8.4, 8.6, 8.8, 9],
        [RUN_LOW] * 7,
        C,
    ),
    "a missing value breaks a trend": (
        [8, 8.2, 8.4, None, 8.6, 8.8, 9, 9.2],
        [C] * 8,
        C,
    ),
    # The peak 14 ends the rise and begins the fall: the next point is in a trend, so the peak
    # takes the sign out of it. The rise begins at the baseline's 11 (11 < 11.1).
    "a shared peak takes the sign out of it": (
        [11.1, 11.2, 11.3, 11.4, 11.5, 13, 12.9, 12.8, 12.7, 12.6, 12.5, 12.4],
        [RISE] * 5 + [FALL] * 7,
        RISE,
    ),
    "outside comes before trend": (
        [8, 9, 10.5, 11, 12, 13, 16],
        [RISE] * 6 + [UP],
        C,
    ),
    # 13.6 and 13.7 are near and in a trend.
    "trend comes before two in three": (
        [8, 9, 10.5, 11, 13.6, 13.7, 13.8],
        [RISE] * 7,
        C,
    ),
    # Seven above, of which 14, 14 are near: 14 takes two in three, the rest the run.
    "two in three comes before run": (
        [14, 14, 12, 12, 12, 12],
        [TWO_UP, TWO_UP, RUN_UP, RUN_UP, RUN_UP, RUN_UP],
        RUN_UP,
    ),
}


def drawn(values: list[float | None], **options: object) -> Chart:
    return chart(Series.monthly(START, values), **options)  # type: ignore[arg-type]  # options vary by row


def labels(made: Chart) -> list[str]:
    return [point.special_cause_type for point in made.points]


@pytest.mark.parametrize("name", AFTER_BASELINE)
def test_labels_after_a_known_baseline(name: str) -> None:
    values, expected, last_of_base = AFTER_BASELINE[name]
    made = drawn(BASE + values, fix_after=12)
    assert made.groups[0].mean == 10
    assert made.groups[0].lpl == pytest.approx(4.68, rel=1e-12)
    assert made.groups[0].upl == pytest.approx(15.32, rel=1e-12)
    assert labels(made)[11:] == [last_of_base, *expected]


def test_screening_drops_moving_ranges_once() -> None:
    """12 points 5, 6, ... then 20: ranges are eleven 1 and one 14, their mean 25/12 = 2.08333.

    Screened: 14 is over 3.267 x 2.08333 = 6.80625 and goes, amr = 1. Unscreened: amr = 25/12.
    The mean 86/13 = 6.615 leaves the first twelve on one side.
    """
    values: list[float | None] = [5, 6] * 6 + [20]
    screened, whole = drawn(values), drawn(values, screen=False)
    assert screened.groups[0].amr == 1
    assert screened.groups[0].upl == pytest.approx(86 / 13 + 2.66, rel=1e-12)
    assert whole.groups[0].amr == pytest.approx(25 / 12, rel=1e-12)
    assert labels(screened) == [RUN_LOW] * 12 + [UP] == labels(whole)
    assert (screened.screened, whole.screened) == (True, False)


def test_limits_that_screening_leaves_without_width_say_so() -> None:
    """1, 1, 1, 4, 4, 4: the one range that is not 0 is screened out; every point is outside."""
    made = drawn([1, 1, 1, 4, 4, 4])
    assert (made.groups[0].lpl, made.groups[0].upl) == (2.5, 2.5)
    assert labels(made) == [LOW] * 3 + [UP] * 3
    assert made.notes[0] == "no_width"


def test_the_lower_limit_is_not_clipped_at_zero() -> None:
    """0, 4, 0, 4: mean 2, ranges 4: lpl = 2 - 10.64."""
    assert drawn([0, 4, 0, 4]).groups[0].lpl == pytest.approx(-8.64, rel=1e-12)


MEANING: list[tuple[str, Direction, str]] = [
    ("above", "increase", "special_cause_improvement"),
    ("above", "decrease", "special_cause_concern"),
    ("above", "neutral", "special_cause_neutral_high"),
    ("below", "increase", "special_cause_concern"),
    ("below", "decrease", "special_cause_improvement"),
    ("below", "neutral", "special_cause_neutral_low"),
]


@pytest.mark.parametrize(("place", "direction", "kind"), MEANING)
def test_sign_and_direction_give_the_meaning(place: str, direction: Direction, kind: str) -> None:
    made = drawn([*BASE, 16 if place == "above" else 4], fix_after=12, direction=direction)
    assert made.latest is not None
    assert made.latest.point_type == kind
    assert made.points[0].point_type == "common_cause"


ASSURANCE: list[tuple[float | None, Direction, str | None]] = [
    (16, "increase", "consistent_fail"),
    (16, "decrease", "consistent_pass"),
    (4, "increase", "consistent_pass"),
    (4, "decrease", "consistent_fail"),
    (10, "increase", "inconsistent"),
    (10, "decrease", "inconsistent"),
    (16, "neutral", None),
    (None, "increase", None),
]


@pytest.mark.parametrize(("target", "direction", "answer"), ASSURANCE)
def test_assurance(target: float | None, direction: Direction, answer: str | None) -> None:
    assert drawn(list(BASE), target=target, direction=direction).assurance == answer


@pytest.mark.parametrize(
    ("target", "answer"), [(7, "inconsistent"), (8, "consistent_fail"), (6, "consistent_pass")]
)
def test_a_constant_series_has_limits_and_compares_its_target(target: float, answer: str) -> None:
    made = drawn([7.0] * 15, target=target)
    assert {(p.lpl, p.mean, p.upl) for p in made.points} == {(7.0, 7.0, 7.0)}
    assert set(labels(made)) == {C}
    assert {p.outside_limits for p in made.points} == {False}
    assert made.notes == ("no_variation",)
    assert made.assurance == answer


def test_a_missing_row_is_kept_and_says_nothing() -> None:
    made = drawn([9, 11, None, 9, 11])
    row = made.points[2]
    assert (row.value, row.outside_limits, row.relative_to_mean) == (None, None, None)
    assert (row.close_to_limits, row.special_cause_type) == (None, C)
    assert (row.special_cause_flag, row.point_type, row.mean) == (False, "common_cause", 10)
    # No moving range touches the gap: 9-11 and 9-11 only.
    assert made.groups[0].amr == 2
    assert made.groups[0].n == 5


def test_one_value_has_a_mean_and_no_limits() -> None:
    made = drawn([3.0], target=1)
    assert (made.points[0].mean, made.points[0].lpl, made.points[0].upl) == (3, None, None)
    assert (made.points[0].outside_limits, made.points[0].close_to_limits) == (None, None)
    assert made.points[0].relative_to_mean == 0
    assert made.assurance is None
    assert made.notes == ("single_point", "provisional_limits")


@pytest.mark.parametrize(
    ("values", "note"),
    [([None, None], "no_values"), ([1.0, None, 2.0], "no_moving_range"), ([], "no_rows")],
)
def test_nothing_to_draw_is_said(values: list[float | None], note: str) -> None:
    made = drawn(values)
    assert made.notes[0] == note
    assert set(labels(made)) <= {C}


def test_a_rebase_restarts_limits_and_runs() -> None:
    """A run that the rebase cuts is none, and no moving range crosses the rebase."""
    values: list[float | None] = [9, 10, 9, 12, 13, 12, 13, 12, 13, 12, 30, 31, 30, 31]
    whole = drawn(values)
    split = drawn(values, rebase=[date(2020, 11, 1)])
    assert [g.n for g in split.groups] == [10, 4]
    assert [g.start for g in split.groups] == [START, date(2020, 11, 1)]
    # Group 1: 30, 31, 30, 31: mean 30.5 and ranges 1; the range 12 to 30 belongs to no group.
    assert (split.groups[1].mean, split.groups[1].amr) == (30.5, 1)
    assert split.groups[1].short
    assert [p.rebase_group for p in split.points] == [0] * 10 + [1] * 4
    # Group 0: mean 11.5, amr 11/9; seven points from 12 on stand above it, none is near.
    assert labels(split)[3:10] == [RUN_UP] * 7
    cut = drawn(values, rebase=[date(2020, 7, 1)])
    assert RUN_UP not in labels(cut)[:6]
    assert len(whole.groups) == 1


def test_a_rebase_where_there_is_no_row_is_refused() -> None:
    with pytest.raises(ChartRefused) as refusal:
        drawn([1, 2, 3], rebase=[date(2020, 2, 2)])
    assert refusal.value.code == "rebase_date_not_in_data"
    assert "2020-02-02" in refusal.value.sentence


def test_a_rebase_at_the_first_row_makes_one_group() -> None:
    assert len(drawn([1, 2, 3], rebase=[START]).groups) == 1


def test_limits_fixed_on_under_twelve_points_are_refused() -> None:
    with pytest.raises(ChartRefused) as refusal:
        drawn(list(BASE), fix_after=11)
    assert refusal.value.code == "fix_after_too_small"


def test_flags_are_retroactive_and_as_at_takes_them_back() -> None:
    """The first 12 of a run of seven is flagged in July, but was not in June."""
    values = [*BASE, 9, 12, 12, 12, 12, 12, 12, 12]
    now = drawn(values, fix_after=12)
    then = drawn(values, fix_after=12, as_at=date(2021, 7, 1))
    assert labels(now)[13] == RUN_UP
    assert labels(then)[13] == C
    assert len(then.points) == 19
    assert len(drawn(values, as_at=date(2019, 1, 1)).points) == 0


def test_as_at_before_a_rebase_knows_no_rebase() -> None:
    made = drawn([*BASE, 1, 2, 1, 2], rebase=[date(2021, 1, 1)], as_at=date(2020, 12, 1))
    assert [g.n for g in made.groups] == [12]


def test_season_adjustment_divides_by_the_calendar_month() -> None:
    """January is twice a usual month: factors are 24/13 for January and 12/13 for the rest."""
    year: list[float | None] = [200] + [100] * 11
    made = drawn(year * 3, deseason=True)
    # 100 / (12/13) = 108.333 everywhere; the raw values stay beside it.
    assert {round(p.value_adjusted or 0, 9) for p in made.points} == {round(1300 / 12, 9)}
    assert made.points[0].value == 200
    assert set(labels(made)) == {C}
    assert drawn(year * 3).points[0].special_cause_type == UP


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ([100.0] * 35, "baseline_short"),
        ([100.0] * 35 + [None], "baseline_short"),
        (([0.0] + [100.0] * 11) * 3, "season_not_positive"),
        (([None] + [100.0] * 11) * 4, "baseline_short"),
    ],
)
def test_season_adjustment_is_refused(values: list[float | None], code: str) -> None:
    with pytest.raises(SeasonRefused) as refusal:
        drawn(values, deseason=True)
    assert refusal.value.code == code


def test_season_factors_come_from_the_baseline_only() -> None:
    year: list[float | None] = [200] + [100] * 11
    made = drawn([*(year * 3), 100, *([100] * 11)], deseason=True, fix_after=36)
    # The fourth January is 100, half of what a January is.
    assert made.points[36].value_adjusted == pytest.approx(1300 / 24, rel=1e-12)


def test_season_adjustment_of_daily_rows_is_refused() -> None:
    days = Series((date(2020, 1, 1), date(2020, 1, 2)), (1.0, 2.0))
    with pytest.raises(ChartRefused) as refusal:
        chart(days, deseason=True)
    assert refusal.value.code == "not_monthly"
