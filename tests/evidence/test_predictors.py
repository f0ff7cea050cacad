"""Synthetic control by predictors: the three published studies made again by the product's own
search for predictor weights, and the command that a person gives (E9).

Proposition 99 stands on committed facts and never skips. The Basque Country and Germany need their
yearly outcomes, which are held outside and are skipped where they are absent.
"""

import csv
import json
from pathlib import Path

import numpy as np
import pytest
import typer
from typer.testing import CliRunner, Result

from answerable.cli.evidence import judging
from answerable.evidence.predictors import Predictors, nearest, opinion_by_predictors
from answerable.evidence.series import FloatArray
from answerable.evidence.simplex import pairwise
from answerable.evidence.synthetic import Panel, PanelRefused
from answerable.operations.measures.evidence_files import PredictorFiles, impact, json_line
from tests.evidence.test_published_weights import held
from tests.evidence.test_second_opinions import as_csv, made_panel, read
from tests.shared import data

PUBLISHED_99 = {
    "Colorado": 0.164, "Connecticut": 0.069, "Montana": 0.199, "Nevada": 0.234, "Utah": 0.334,
}  # fmt: skip
WEIGHTS_99 = {
    "income": 0.000266, "retprice": 0.132782, "age": 0.036124, "beer": 0.013256,
    "outcome 1988": 0.025557, "outcome 1980": 0.041798, "outcome 1975": 0.750218,
}  # fmt: skip
CIGARETTES = ("1988", "1980", "1975")


def prop99() -> tuple[Panel, Predictors]:
    """Outcomes, and the seven predictors of the paper."""
    units, years, sales = held("prop99")
    panel = Panel(units, years, sales, ("California",), years.index("1989"))
    listed, names, table = held("prop99_predictors")
    table = table[[listed.index(unit) for unit in units]]
    lagged = sales[:, [years.index(year) for year in CIGARETTES]]
    names = (*names, *(f"outcome {year}" for year in CIGARETTES))
    return panel, Predictors(names, np.column_stack([table, lagged]))


def donors(panel: Panel, weights: FloatArray) -> dict[str, float]:
    return {unit: float(w) for unit, w in zip(panel.donors, weights, strict=True)}


def test_proposition_99_with_given_predictor_weights_is_the_published_one() -> None:
    panel, predictors = prop99()
    given = Predictors(predictors.names, predictors.values, np.array(list(WEIGHTS_99.values())))
    made = opinion_by_predictors(panel, given)
    assert made.source == "given"
    found = donors(panel, made.opinion.estimate.weights)
    for unit, weight in found.items():
        assert weight == pytest.approx(PUBLISHED_99.get(unit, 0.0), abs=1e-3), unit
    assert made.opinion.att == pytest.approx(-18.97, abs=0.01)
    assert made.opinion.estimate.pre_mspe <= 3.0904
    assert (made.opinion.placebo.rank, made.opinion.placebo.n) == (1, 38)
    assert made.opinion.placebo.p == pytest.approx(1 / 39)


def test_the_search_finds_the_published_control_of_proposition_99_by_itself() -> None:
    """The fit before is at least as near as the published one; every donor within .005 of it."""
    panel, predictors = prop99()
    made = opinion_by_predictors(panel, predictors, kind="none")
    estimate = made.opinion.estimate
    assert made.source == "fitted"
    assert estimate.pre_mspe <= 3.089
    for unit, weight in donors(panel, estimate.weights).items():
        assert weight == pytest.approx(PUBLISHED_99.get(unit, 0.0), abs=5e-3), unit
    assert estimate.att == pytest.approx(-18.97, abs=0.05)
    assert estimate.mspe_ratio == pytest.approx(128.4, abs=1)
    assert sum(one.weight for one in made.balance) == pytest.approx(1)
    price = next(one for one in made.balance if one.predictor == "retprice")
    assert price.treated == pytest.approx(89.42, abs=0.01)
    assert abs(price.synthetic - price.treated) < abs(price.donors - price.treated)


def test_the_search_on_the_basque_country() -> None:
    """Its gap is the published one within 1 %: -0.6996 from 1975 to 1997. No donor but the two
    published ones has any weight, and the fit before is nearer than theirs (0.00719)."""
    panel = read("basque.csv", "regionname", "year", "gdpcap")
    units, names, table = held("basque_predictors")
    kept = [i for i, unit in enumerate(panel.units) if unit != "Spain (Espana)"]
    alone = Panel(
        tuple(panel.units[i] for i in kept),
        panel.times,
        panel.y[kept],
        panel.treated,
        panel.before,
    )
    values = table[[units.index(unit) for unit in alone.units]]
    made = opinion_by_predictors(alone, Predictors(names, values), kind="none")
    found = donors(alone, made.opinion.estimate.weights)
    assert found["Cataluna"] == pytest.approx(0.8508, abs=0.02)
    assert found["Madrid (Comunidad De)"] == pytest.approx(0.1492, abs=0.02)
    assert made.opinion.estimate.att == pytest.approx(-0.6996, rel=0.01)
    assert made.opinion.estimate.pre_mspe <= 0.00719


GERMANY = (
    ("gdp", "gdp", "gdp"),
    ("trade", "trade", "trade"),
    ("infrate", "infrate", "infrate"),
    ("industry", "industry", "industry"),
    ("schooling", "schooling", "schooling"),
    ("invest80", "invest70", "invest80"),
)
YEARS = {"learnt": (1971, 1980), "used": (1981, 1990)}
SCHOOLING = {"learnt": (1970, 1975), "used": (1980, 1985)}
INVESTED = (1980, 1980)


def german(panel: Panel, when: str) -> FloatArray:
    """Means over ten years as in the paper of 2015; schooling and investment have their own."""
    with (data("synthetic_control") / "germany.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    values = np.empty((len(panel.units), len(GERMANY)))
    for j, (name, learnt, used) in enumerate(GERMANY):
        column = learnt if when == "learnt" else used
        span = INVESTED if name == "invest80" else YEARS[when]
        years = range(span[0], span[1] + 1) if name != "schooling" else SCHOOLING[when]
        for i, unit in enumerate(panel.units):
            found = [
                float(row[column])
                for row in rows
                if row["country"] == unit and int(row["year"]) in years and row[column]
            ]
            values[i, j] = np.mean(found)
    return values


def test_weights_learnt_in_an_earlier_period_give_the_published_germany() -> None:
    """Learnt from predictors of the 1970s and the outcomes of 1981 on, as in the paper."""
    panel = read("germany.csv", "country", "year", "gdp")
    on = np.array([float(year) >= 1981 for year in panel.times[: panel.before]])
    names = tuple(name for name, _, _ in GERMANY)
    learnt = Predictors(names, german(panel, "used"), None, german(panel, "learnt"), on)
    made = opinion_by_predictors(panel, learnt, kind="none")
    assert made.source == "training"
    published = {
        "Austria": 0.4145, "USA": 0.2163, "Japan": 0.1632, "Switzerland": 0.1077,
        "Netherlands": 0.0984,
    }  # fmt: skip
    for unit, weight in donors(panel, made.opinion.estimate.weights).items():
        assert weight == pytest.approx(published.get(unit, 0.0), abs=0.025), unit
    assert made.opinion.att == pytest.approx(-1555, rel=0.025)


# --- without any study ---


def level_and_last(panel: Panel) -> FloatArray:
    return np.column_stack([panel.y[:, :16].mean(axis=1), panel.y[:, 15]])


def test_given_weights_are_used_as_given() -> None:
    """All weight on the level: the control has the level of the treated, whatever its course."""
    panel = made_panel()
    given = Predictors(("level", "last"), level_and_last(panel), np.array([1.0, 0.0]))
    made = opinion_by_predictors(panel, given)
    assert made.balance[0].synthetic == pytest.approx(made.balance[0].treated, abs=1e-6)
    assert [one.weight for one in made.balance] == [1.0, 0.0]


def test_a_predictor_that_foretells_nothing_gets_next_to_no_weight() -> None:
    panel = made_panel()
    noise = np.random.default_rng(5).normal(size=(12, 1))
    values = np.hstack([level_and_last(panel), noise])
    made = opinion_by_predictors(panel, Predictors(("level", "last", "noise"), values))
    assert made.balance[2].weight < 0.05
    assert made.opinion.placebo.n == 11
    assert made.opinion.placebo.p is not None
    again = opinion_by_predictors(panel, Predictors(("level", "last", "noise"), values))
    assert again.balance == made.balance


def test_the_nearest_mixture_is_the_exact_optimum() -> None:
    draws = np.random.default_rng(2)
    for _ in range(5):
        points = draws.normal(size=(4, 9)) + 1.0
        mine = nearest(points)
        exact = pairwise((points.T @ points)[None], np.zeros((1, 9)), np.ones((1, 9), np.bool_))
        assert mine.sum() == pytest.approx(1)
        assert mine.min() >= 0
        assert np.linalg.norm(points @ mine) == pytest.approx(
            np.linalg.norm(points @ exact.weights[0]), abs=1e-8
        )


def test_two_treated_units_have_no_exact_placebo_by_predictors() -> None:
    panel = made_panel(treated=2)
    made = opinion_by_predictors(panel, Predictors(("level", "last"), level_and_last(panel)))
    assert made.opinion.reason_codes == ("placebo_needs_one_treated",)
    assert made.opinion.placebo.p is None


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"names": (), "values": np.empty((3, 0))}, "predictor_missing"),
        ({"values": np.array([[1.0], [np.nan], [2.0]])}, "predictor_missing"),
        ({"training": np.array([[1.0], [1.0], [1.0]])}, "predictor_constant"),
        ({"weights": np.array([-1.0])}, "predictor_weights_refused"),
        ({"weights": np.array([0.0])}, "predictor_weights_refused"),
        ({"chosen_on": np.array([False, False])}, "no_times_to_fit"),
    ],
)
def test_predictors_that_say_nothing_are_refused(change: dict[str, object], code: str) -> None:
    fields: dict[str, object] = {"names": ("a",), "values": np.array([[1.0], [2.0], [3.0]])}
    with pytest.raises(PanelRefused) as refusal:
        Predictors(**{**fields, **change})  # type: ignore[arg-type]  # the table names the fields
    assert refusal.value.code == code
    with pytest.raises(PanelRefused) as refusal:
        opinion_by_predictors(
            made_panel(), Predictors(("a",), np.arange(12.0)[:, None]), kind="draws"
        )
    assert refusal.value.code == "placebo_not_offered"


# --- the command ---


def run(tmp_path: Path, files: dict[str, str], *options: str) -> Result:
    app = typer.Typer()
    judging.register(app)
    for name, text in files.items():
        (tmp_path / name).write_text(text)
    named = [str(tmp_path / option) if option in files else option for option in options]
    return CliRunner().invoke(app, ["impact", *named])


def uncommented(name: str) -> str:
    text = (Path(__file__).parent / "aggregates" / name).read_text(encoding="utf-8")
    return "\n".join(line for line in text.splitlines() if not line.startswith("#")) + "\n"


def test_both_answers_of_proposition_99_are_said() -> None:
    """By its predictors 1 of 39, by the outcomes alone 3 of 39: neither is hidden."""
    panel, _ = prop99()
    weights = "\n".join(["predictor,weight", *(f"{k},{v}" for k, v in WEIGHTS_99.items())])
    answer = impact(
        text=as_csv(panel),
        treated=["California"],
        start="1989",
        method="sc",
        by=PredictorFiles(
            predictors=uncommented("prop99_predictors.csv"),
            weights=weights,
            outcomes_at=CIGARETTES,
        ),
    )
    said = answer.lines()
    assert said[0] == "sc: average gap from the start on -19.5136, placebo p 0.0769 (3 of 39)."
    assert said[1].startswith("sc_predictors: average gap from the start on -18.96")
    assert said[1].endswith("placebo p 0.0256 (1 of 39).")
    assert said[2].startswith(
        "  Weights of the predictors (as given): outcome 1975 0.75, retprice"
    )
    assert "by the predictors rank 1 of 39, by the outcomes alone 3 of 39" in said[3]
    first, last = (json.loads(json_line(one)) for one in answer.objects())
    assert (first["method"], last["method"]) == ("sc", "sc_predictors")
    assert list(last)[: len(first)] == list(first)
    assert last["placebo"] == {
        "kind": "exact", "n": 38, "rank": 1, "p": 0.0256410256, "se": None,
    }  # fmt: skip
    assert last["predictor_weights_source"] == "given"
    assert [one["predictor"] for one in last["predictors"]] == list(WEIGHTS_99)


def small(*, header: str = "unit,level,share") -> str:
    rows = [f"U{i:02d},{100 + i},{(i * 7) % 12}" for i in range(12)]
    return "\n".join([header, *rows]) + "\n"


BASE = ("panel.csv", "--treated", "U04", "--start", "16")


def test_the_command_fits_the_weights_itself_and_learns_them_elsewhere(tmp_path: Path) -> None:
    files = {"panel.csv": as_csv(made_panel()), "now.csv": small(), "then.csv": small()}
    by = (*BASE, "--predictors", "now.csv", "--placebo", "none", "--method", "sc")
    fitted = run(tmp_path, files, *by, "--predictor-time", "15")
    assert fitted.exit_code == 0, fitted.output
    assert "Weights of the predictors (fitted to the outcomes before the start):" in fitted.stdout
    earlier = ("--training-predictors", "then.csv", "--fit-from", "8", "--fit-to", "15")
    learnt = run(tmp_path, files, *by, *earlier, "--json")
    last = json.loads(learnt.stdout.splitlines()[-1])
    assert last["predictor_weights_source"] == "training"
    assert last["placebo"]["p"] is None


@pytest.mark.parametrize(
    ("files", "options", "code", "where"),
    [
        ({}, ("--predictor-time", "16"), "unknown_time", "--predictor-time"),
        ({}, ("--fit-from", "2"), "predictor_missing", "--predictors"),
        ({"p.csv": small()}, ("--predictors", "p.csv", "--method", "did"), "not_offered", ""),
        ({"p.csv": small()}, ("--predictors", "p.csv", "--placebo", "draws"), "placebo_not", ""),
        ({"p.csv": small()}, ("--predictors", "p.csv", "--fit-to", "99"), "unknown_time", ""),
        (
            {"p.csv": small(header="unit,a,a")},
            ("--predictors", "p.csv"),
            "repeated_column",
            "row 1",
        ),
        (
            {"p.csv": small().replace("U05,105", "U05,")},
            ("--predictors", "p.csv"),
            "predictor_missing",
            "the predictors, row 7, column level",
        ),
        (
            {"p.csv": small().replace("U05,105", "U05,much")},
            ("--predictors", "p.csv"),
            "not_a_number",
            "the predictors, row 7, column level",
        ),
        (
            {"p.csv": small().replace("U05,", "X05,")},
            ("--predictors", "p.csv"),
            "predictor_missing",
            "unit U05",
        ),
        (
            {"p.csv": small(), "w.csv": "predictor,weight\nheight,1\n"},
            ("--predictors", "p.csv", "--predictor-weights", "w.csv"),
            "predictor_unknown",
            "the weights, row 2",
        ),
        (
            {"p.csv": small(), "w.csv": "predictor,weight\nlevel,0\n"},
            ("--predictors", "p.csv", "--predictor-weights", "w.csv"),
            "predictor_weights_refused",
            "--predictors",
        ),
        (
            {"p.csv": small(), "w.csv": "predictor,weight\nlevel,1\n"},
            ("--predictors", "p.csv", "--predictor-weights", "w.csv", "--fit-to", "9"),
            "two_weightings",
            "--predictor-weights",
        ),
        (
            {"p.csv": small(), "t.csv": small(header="unit,share,level")},
            ("--predictors", "p.csv", "--training-predictors", "t.csv"),
            "predictor_unknown",
            "--training-predictors",
        ),
        (
            {"p.csv": small()},
            ("--predictors", "p.csv", "--training-predictors", "p.csv", "--predictor-time", "9"),
            "two_weightings",
            "--predictor-time",
        ),
        (
            {"p.csv": small(header="unit," + ",".join(f"c{i}" for i in range(31)))},
            ("--predictors", "p.csv"),
            "predictor_missing",
            "",
        ),
    ],
)
def test_predictors_of_no_use_are_refused_with_their_place(
    tmp_path: Path, files: dict[str, str], options: tuple[str, ...], code: str, where: str
) -> None:
    found = run(tmp_path, {"panel.csv": as_csv(made_panel()), **files}, *BASE, *options)
    assert found.exit_code == 2, found.output
    refusal = json.loads(found.stdout)["refusal"]
    assert refusal["code"].startswith(code)
    assert where in refusal["where"]
