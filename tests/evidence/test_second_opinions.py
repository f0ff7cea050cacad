"""Synthetic control, SDID and DID against published values (E9), and against plain arithmetic."""

import csv
import json
from pathlib import Path

import numpy as np
import pytest
import typer
from numpy.typing import NDArray
from typer.testing import CliRunner, Result

from answerable.cli.evidence import judging
from answerable.evidence.placebos import opinion
from answerable.evidence.simplex import frank_wolfe, pairwise
from answerable.evidence.synthetic import (
    Panel,
    PanelRefused,
    difference_in_differences,
    from_weights,
    synthetic_did,
)
from tests.shared import data


def read(name: str, unit: str, time: str, value: str, *, delimiter: str = ",") -> Panel:
    with (data("synthetic_control") / name).open(newline="") as held:
        rows = [
            (row[unit], row[time], float(row[value]))
            for row in csv.DictReader(held, delimiter=delimiter)
        ]
    units = tuple(dict.fromkeys(row[0] for row in rows))
    times = tuple(sorted({row[1] for row in rows}, key=float))
    y = np.empty((len(units), len(times)))
    for name_, when, number in rows:
        y[units.index(name_), times.index(when)] = number
    treated = {"California", "West Germany", "Basque Country (Pais Vasco)"} & set(units)
    start = {"California": 1989, "West Germany": 1990}.get(next(iter(treated)), 1975)
    return Panel(units, times, y, tuple(treated), sum(float(t) < start for t in times))


@pytest.fixture(scope="module")
def prop99() -> Panel:
    return read("california_prop99.csv", "State", "Year", "PacksPerCapita", delimiter=";")


def test_sdid_repeats_the_reference_to_nine_digits(prop99: Panel) -> None:
    made = opinion(prop99, "sdid")
    assert made.estimate.att == pytest.approx(-15.6038279, abs=5e-8)
    weights = dict(zip(prop99.donors, made.estimate.weights, strict=True))
    assert weights["Nevada"] == pytest.approx(0.1245, abs=1e-4)
    assert weights["Colorado"] == pytest.approx(0.0575, abs=1e-4)
    lam = dict(zip(prop99.times, made.estimate.time_weights, strict=False))
    assert lam["1988"] == pytest.approx(0.4271, abs=1e-4)
    # Each donor once, both zetas of the full fit.
    assert made.placebo.se == pytest.approx(9.50, abs=0.005)
    assert made.placebo.rank == 2
    assert made.placebo.p == pytest.approx(2 / 39)


def test_did_and_the_synthetic_control_of_the_same_frame(prop99: Panel) -> None:
    assert difference_in_differences(prop99).att == pytest.approx(-27.34911108, abs=1e-6)
    frame = synthetic_did(prop99, level=False)
    assert frame.att == pytest.approx(-19.61966347, abs=1e-3)
    assert frame.pre_mspe == pytest.approx(2.7717, abs=1e-4)


def test_the_exact_synthetic_control_fits_better_than_the_reference(prop99: Panel) -> None:
    made = opinion(prop99, "sc")
    assert made.estimate.converged
    assert made.att == pytest.approx(-19.5136, abs=1e-3)
    assert made.estimate.pre_mspe == pytest.approx(2.7437, abs=1e-4)
    assert made.estimate.pre_mspe <= 2.7717
    assert made.estimate.gap[-1] == pytest.approx(-26.6, abs=0.05)
    assert (made.placebo.rank, made.placebo.n) == (3, 38)


def test_random_placebos_scatter_about_the_published_error(prop99: Panel) -> None:
    """The published 8.4 came from 200 draws; such draws give anything from 8.0 to 10.9."""
    made = opinion(prop99, "sdid", kind="draws", replications=100, draws=np.random.default_rng(1))
    assert made.placebo.se is not None
    assert 7.5 < made.placebo.se < 11.5


def test_the_same_seed_draws_the_same_placebos() -> None:
    one, two = (
        opinion(made_panel(), "did", kind="draws", replications=9, draws=np.random.default_rng(1))
        for _ in range(2)
    )
    assert one.placebo == two.placebo


def test_published_weights_give_the_published_gaps() -> None:
    """Predictor weights are not searched for; the published donor weights are applied."""
    california = {
        "Colorado": 0.164, "Connecticut": 0.069, "Montana": 0.199, "Nevada": 0.234, "Utah": 0.334,
    }  # fmt: skip
    prop99 = read("california_prop99.csv", "State", "Year", "PacksPerCapita", delimiter=";")
    made = from_weights(prop99, [california.get(name, 0.0) for name in prop99.donors])
    assert made.att == pytest.approx(-18.97, abs=0.01)
    assert made.pre_mspe == pytest.approx(3.089, abs=1e-3)
    assert made.mspe_ratio == pytest.approx(128.4, abs=0.1)
    basque = read("basque.csv", "regionname", "year", "gdpcap")
    weights = {"Cataluna": 0.850816306, "Madrid (Comunidad De)": 0.149183694}
    made = from_weights(basque, [weights.get(name, 0.0) for name in basque.donors])
    assert made.att == pytest.approx(-0.6996, abs=1e-3)
    germany = read("germany.csv", "country", "year", "gdp")
    weights = {
        "USA": 0.21625, "Austria": 0.41452, "Japan": 0.16316, "Switzerland": 0.10765,
        "Netherlands": 0.09841,
    }  # fmt: skip
    made = from_weights(germany, [weights.get(name, 0.0) for name in germany.donors])
    assert made.att == pytest.approx(-1555.13, rel=0.025)


# --- without any file ---


def made_panel(*, treated: int = 1, effect: float = -5.0, seed: int = 3) -> Panel:
    draws = np.random.default_rng(seed)
    common = np.cumsum(draws.normal(size=24))
    y = 100 + common + 0.5 * draws.normal(size=(12, 24)) + np.arange(12)[:, None]
    y[4 : 4 + treated, 16:] += effect
    names = tuple(f"U{i:02d}" for i in range(12))
    return Panel(names, tuple(str(i) for i in range(24)), y, names[4 : 4 + treated], 16)


def test_did_by_hand() -> None:
    """Treated 10, 10, 20; donors 1, 1, 5 and 3, 3, 3: (20 - 10) - (4 - 2) = 8."""
    y = np.array([[10.0, 10, 20], [1, 1, 5], [3, 3, 3]])
    made = difference_in_differences(Panel(("t", "a", "b"), ("1", "2", "3"), y, ("t",), 2))
    assert made.att == 8
    assert made.gap.tolist() == [0, 0, 8]
    assert made.synthetic.tolist() == [10, 10, 12]


@pytest.mark.parametrize("seed", range(8))
def test_no_move_of_weight_improves_an_exact_fit(seed: int) -> None:
    """Optimality on the simplex: the gradient of held weights is the least of all (KKT)."""
    draws = np.random.default_rng(seed)
    x, y = draws.normal(size=(9, 14)), draws.normal(size=14)
    found = pairwise((x @ x.T)[None], (x @ y)[None], np.ones((1, 9), dtype=np.bool_))
    w = found.weights[0]
    gradient = x @ (w @ x - y)
    assert bool(found.converged[0])
    assert w.min() >= 0
    assert w.sum() == pytest.approx(1, abs=1e-12)
    assert np.ptp(gradient[w > 0]) < 1e-9
    assert gradient[w > 0].max() <= gradient.min() + 1e-9


def test_two_donors_by_hand() -> None:
    """Target 2 between donors 0 and 10: weights 0.8 and 0.2; outside the hull all on the end."""
    gram = np.array([[[0.0, 0.0], [0.0, 100.0]]])
    inside = pairwise(gram, np.array([[0.0, 20.0]]), np.ones((1, 2), dtype=np.bool_))
    assert inside.weights[0] == pytest.approx([0.8, 0.2])
    outside = pairwise(gram, np.array([[0.0, 200.0]]), np.ones((1, 2), dtype=np.bool_))
    assert outside.weights[0].tolist() == [0.0, 1.0]
    barred = pairwise(gram, np.array([[0.0, 200.0]]), np.array([[True, False]]))
    assert barred.weights[0].tolist() == [1.0, 0.0]


def test_a_walk_reaches_the_exact_optimum() -> None:
    draws = np.random.default_rng(1)
    a: NDArray[np.float64] = draws.normal(size=(1, 14, 6))
    b = draws.normal(size=(1, 14))
    walked = frank_wolfe(a, b, zeta=0.0, start=np.full((1, 6), 1 / 6), least=1e-7, most=5_000)
    x = a[0].T
    exact = pairwise((x @ x.T)[None], (x @ b[0])[None], np.ones((1, 6), dtype=np.bool_))
    assert walked.weights[0] == pytest.approx(exact.weights[0], abs=0.02)


def test_a_made_effect_is_found_by_sdid_and_did() -> None:
    panel = made_panel()
    for method in ("sdid", "did"):
        made = opinion(panel, method)
        assert made.att == pytest.approx(-5, abs=0.8)
        assert made.placebo.p == pytest.approx(1 / 12)
        assert made.band is not None
        assert (made.estimate.gap[16:] < made.band[0][16:]).all()


def test_a_poor_fit_before_gives_no_answer() -> None:
    panel = made_panel()
    y = panel.y.copy()
    y[4] += 60
    far = Panel(panel.units, panel.times, y, panel.treated, 16)
    made = opinion(far, "sc")
    assert (made.att, made.reason_codes) == (None, ("pre_fit_poor",))
    assert opinion(far, "did").att is not None


def test_two_treated_units_have_a_jackknife_and_no_exact_placebo() -> None:
    two = made_panel(treated=2)
    knife = opinion(two, "sdid", kind="jackknife")
    assert knife.placebo.n == 12
    assert knife.placebo.se is not None
    assert knife.placebo.se > 0
    exact = opinion(two, "did")
    assert exact.reason_codes == ("placebo_needs_one_treated",)
    assert exact.placebo.p is None
    for method in ("sc", "did", "sdid"):
        drawn = opinion(two, method, kind="draws", replications=5)
        assert drawn.placebo.n == 5
    with pytest.raises(PanelRefused) as refusal:
        opinion(made_panel(), "sdid", kind="jackknife")
    assert refusal.value.code == "jackknife_needs_two_treated"


def test_what_a_small_panel_cannot_answer() -> None:
    few = Panel(("t", "u", "a", "b"), ("1", "2", "3"), np.arange(12.0).reshape(4, 3), ("t",), 2)
    lone = Panel(("t", "a", "b"), few.times, few.y[:3], ("t",), 2)
    with pytest.raises(PanelRefused) as refusal:
        opinion(lone, "did", kind="draws", replications=3)
    assert refusal.value.code == "too_few_donors"
    # Donor a alone equals the treated: it holds all the weight and cannot be left out.
    y = np.array([[1.0, 5, 9], [1, 5, 9], [1, 5, 9], [7, 7, 70]])
    pair = Panel(few.units, few.times, y, ("t", "u"), 2)
    assert opinion(pair, "sc", kind="jackknife").placebo.se is None


def test_units_that_never_move_break_nothing() -> None:
    y = np.full((6, 8), 5.0)
    panel = Panel(tuple("abcdef"), tuple("12345678"), y, ("a",), 5)
    for method in ("sc", "sdid", "did"):
        made = opinion(panel, method)
        assert made.estimate.att == pytest.approx(0, abs=1e-12)


# --- the command ---


def run(tmp_path: Path, text: str, *options: str) -> Result:
    app = typer.Typer()
    judging.register(app)
    file = tmp_path / "panel.csv"
    file.write_text(text)
    return CliRunner().invoke(app, ["impact", str(file), *options])


def as_csv(panel: Panel, header: str = "unit,time,value") -> str:
    rows = [
        f"{unit},{time},{panel.y[i, j]}"
        for i, unit in enumerate(panel.units)
        for j, time in enumerate(panel.times)
    ]
    return "\n".join([header, *rows]) + "\n"


BASE = ("--treated", "U04", "--start", "16", "--json")


def test_the_command_answers_every_key(tmp_path: Path) -> None:
    found = run(tmp_path, as_csv(made_panel()), *BASE)
    assert found.exit_code == 0, found.output
    assert "NaN" not in found.stdout
    made = [json.loads(line) for line in found.stdout.splitlines()]
    assert [m["method"] for m in made] == ["sc", "sdid", "did"]
    for m in made:
        assert list(m) == [
            "method", "att", "reason_codes", "gap", "weights", "time_weights", "pre_mspe",
            "mspe_ratio", "placebo", "zeta_omega", "zeta_lambda", "noise", "iterations",
            "converged", "notes",
        ]  # fmt: skip
        assert [g["time"] for g in m["gap"]] == [str(i) for i in range(24)]
        assert 0 not in m["weights"].values()
    assert made[1]["att"] == float(format(synthetic_did(made_panel()).att, ".9g"))


def test_columns_by_name_exclusion_logarithm_and_words(tmp_path: Path) -> None:
    text = as_csv(made_panel(), "Region,Year,Sales").replace(",", ";")
    names = ("--unit-column", "Region", "--time-column", "Year", "--value-column", "Sales")
    found = run(tmp_path, text, *BASE[:-1], *names, "--log", "--exclude", "U00", "--method", "did")
    assert found.stdout.startswith("did: average gap from the start on -0.0")
    assert len(found.stdout.splitlines()) == 1
    ignored = run(tmp_path, as_csv(made_panel()), *BASE, "--placebo", "none", "--method", "sc")
    assert json.loads(ignored.stdout)["placebo"]["p"] is None


def test_a_poor_fit_is_said_in_words(tmp_path: Path) -> None:
    panel = made_panel()
    y = panel.y.copy()
    y[4] += 60
    far = as_csv(Panel(panel.units, panel.times, y, panel.treated, 16))
    found = run(tmp_path, far, *BASE[:-1], "--method", "sc")
    assert found.stdout == "sc: no answer, the fit before the start is poor.\n"


def test_columns_that_are_not_asked_for_may_share_a_name(tmp_path: Path) -> None:
    """Two blank or equal headings beside the three that are read are no fault of the rows."""
    head, *rows = as_csv(made_panel()).splitlines()
    wide = "\n".join([f"{head},note,note,,", *(f"{row},a,b,," for row in rows)])
    found = run(tmp_path, wide, *BASE[:-1], "--method", "did", "--placebo", "none")
    assert found.exit_code == 0, found.output


def test_times_may_be_dates_and_an_empty_value_is_a_gap(tmp_path: Path) -> None:
    text = as_csv(made_panel())
    for i in reversed(range(24)):
        text = text.replace(f",{i},", f",{2000 + i}-01-01,")
    assert run(tmp_path, text, *BASE[:2], "--start", "2016-01-01").exit_code == 0
    cut = text.replace(text.splitlines()[1], "U00,2000-01-01,")
    found = run(tmp_path, cut, *BASE[:2], "--start", "2016-01-01")
    assert json.loads(found.stdout)["refusal"]["where"] == "unit U00, time 2000-01-01"


TWICE = "unit,time,value\nU04,1,1\nU04,1,2\n"


@pytest.mark.parametrize(
    ("text", "options", "code"),
    [
        (as_csv(made_panel()).rsplit("\n", 2)[0] + "\n", (), "panel_not_balanced"),
        ("unit,time,value\nU04,,1\n", (), "panel_not_balanced"),
        (TWICE, (), "duplicate_period"),
        (as_csv(made_panel()), ("--treated", "Nobody"), "unknown_unit"),
        (as_csv(made_panel()), ("--exclude", "U04"), "two_roles"),
        (as_csv(made_panel()), ("--jackknife",), "jackknife_needs_two_treated"),
        (as_csv(made_panel()), ("--start", "99"), "too_few_periods"),
        (as_csv(made_panel()), ("--start", ""), "start_missing"),
        (as_csv(made_panel()), ("--method", "ols"), "not_offered"),
        (as_csv(made_panel()), ("--placebo", "some"), "not_offered"),
        (as_csv(made_panel()), ("--replications", "0"), "replications_out_of_range"),
        (as_csv(made_panel()), ("--seed", "-1"), "seed_out_of_range"),
        (as_csv(made_panel()), ("--unit-column", "body"), "missing_column"),
        (as_csv(made_panel()).replace("U00,0,", "U00,0,-"), ("--log",), "not_positive"),
        ("unit,time,value\nU04,1,1\nU04,2,1\nU04,16,2\n", (), "too_few_donors"),
        ("unit,time,value\nU04,1,\nU03,1,2\n", (), "panel_not_balanced"),
        (as_csv(made_panel()).replace(",7,", ",seven,"), (), "not_a_time"),
        ("unit,time,value\nU04,01/02/2019,1\nU03,01/02/2019,2\n", (), "not_a_time"),
        ("unit,time,value\nU04,2019-02,1\nU03,2019-02,2\n", (), "not_a_time"),
    ],
)
def test_the_command_refuses(
    tmp_path: Path, text: str, options: tuple[str, ...], code: str
) -> None:
    found = run(tmp_path, text, *BASE, *options)
    assert found.exit_code == 2, found.output
    assert json.loads(found.stdout)["refusal"]["code"] == code


def test_no_treated_unit_is_refused(tmp_path: Path) -> None:
    found = run(tmp_path, as_csv(made_panel()), "--start", "16")
    assert json.loads(found.stdout)["refusal"]["code"] == "no_treated"
