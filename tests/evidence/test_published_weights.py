"""The published synthetic controls made again: weights from the published predictors (E9).

Weights of predictors are given here. Those below were found once, by Nelder and Mead's method from
equal weights on the published specification, with the fit of this project inside; a search from
other starts ends elsewhere (`test_predictors.py` has the search of the product). From them the
weights of the donors follow, from those the gap, and from every donor put in the place of the
treated its rank. Predictors and yearly outcomes are committed, so that nothing here is skipped.
"""

import csv
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest

from answerable.evidence.placebos import opinion
from answerable.evidence.predictors import Predictors, opinion_by_predictors
from answerable.evidence.series import FloatArray
from answerable.evidence.synthetic import Estimate, Panel, synthetic_did
from tests.evidence.test_second_opinions import read

HELD = Path(__file__).parent / "aggregates"


@dataclass(frozen=True)
class Published:
    """One case: its predictors' weights, and what was published."""

    treated: str
    predictor_weights: tuple[float, ...]
    weights: dict[str, float]
    tolerance: float
    start: str
    gap: float
    relative: float


BASQUE = Published(
    treated="Basque Country (Pais Vasco)",
    predictor_weights=(
        *(0.192752, 0.007032, 0.036815, 0.067635, 0.082713, 0.002281, 0.112325),
        *(0.081082, 0.04784, 0.077568, 0.007287, 0.003631, 0.059112, 0.221926),
    ),
    weights={"Cataluna": 0.8508, "Madrid (Comunidad De)": 0.1492},
    tolerance=1e-3,
    start="1975",
    gap=-0.6996,
    relative=1e-3,
)
GERMANY = Published(
    treated="West Germany",
    predictor_weights=(0.247798, 0.206047, 0.189513, 0.001716, 0.202297, 0.152628),
    weights={
        "Austria": 0.4145,
        "USA": 0.2163,
        "Japan": 0.1632,
        "Switzerland": 0.1077,
        "Netherlands": 0.0984,
    },
    tolerance=0.025,
    start="1990",
    gap=-1555.0,
    relative=0.025,
)
CASES = {"basque": BASQUE, "germany": GERMANY}


def held(name: str) -> tuple[tuple[str, ...], tuple[str, ...], FloatArray]:
    """Units, headings and numbers of a committed table."""
    text = (HELD / f"{name}.csv").read_text(encoding="utf-8")
    head, *rows = csv.reader(line for line in text.splitlines() if not line.startswith("#"))
    numbers = np.array([[float(n) for n in row[1:]] for row in rows])
    return tuple(row[0] for row in rows), tuple(head[1:]), numbers


def outcomes(name: str, *, without: str = "") -> Panel:
    """The yearly outcomes of a case, one unit left out if it is named."""
    case = CASES[name]
    units, years, y = held(f"{name}_outcomes")
    kept = [i for i, unit in enumerate(units) if unit != without]
    names = tuple(units[i] for i in kept)
    return Panel(names, years, y[kept], (case.treated,), years.index(case.start))


def predictors(name: str, panel: Panel) -> Predictors:
    """The predictors of a case in the order of the panel, with their weights."""
    units, names, table = held(f"{name}_predictors")
    order = [units.index(unit) for unit in panel.units]
    return Predictors(names, table[order], np.array(CASES[name].predictor_weights))


def fitted(name: str, panel: Panel | None) -> tuple[Estimate, dict[str, float]]:
    units, _, _ = held(f"{name}_predictors")
    case = CASES[name]
    if panel is None:  # The outcomes have no part in weights that come from predictors.
        panel = Panel(units, ("1", "2", "3"), np.zeros((len(units), 3)), (case.treated,), 2)
    given = predictors(name, panel)
    made = opinion_by_predictors(panel, given, kind="none").opinion.estimate
    return made, {u: float(w) for u, w in zip(panel.donors, made.weights, strict=True)}


@pytest.mark.parametrize("name", CASES)
def test_the_published_donor_weights_follow_from_the_published_predictors(name: str) -> None:
    made, weights = fitted(name, None)
    case = CASES[name]
    assert made.converged
    for unit, weight in weights.items():
        assert weight == pytest.approx(case.weights.get(unit, 0.0), abs=case.tolerance), unit


@pytest.mark.parametrize("name", CASES)
def test_and_with_the_outcomes_the_published_gap(name: str) -> None:
    case = CASES[name]
    panel = outcomes(name)
    made, weights = fitted(name, panel)
    assert {unit for unit, weight in weights.items() if weight > 1e-6} == set(case.weights)
    assert made.att == pytest.approx(case.gap, rel=case.relative)


def test_germany_is_first_of_17_by_predictors_and_by_outcomes_alone() -> None:
    """As published: no other country has so large a ratio of its gap after 1990 to that before."""
    panel = outcomes("germany")
    by_predictors = opinion_by_predictors(panel, predictors("germany", panel)).opinion
    assert by_predictors.att == pytest.approx(-1555, rel=0.025)
    for made in (by_predictors, opinion(panel, "sc")):
        assert (made.placebo.rank, made.placebo.n, made.reason_codes) == (1, 16, ())
        assert made.placebo.p == pytest.approx(1 / 17)


def test_the_basque_country_is_not_told_from_its_placebos() -> None:
    """7 of 17 by outcomes alone. The published weights fit 1960 to 1969 and lie among the worst
    fifth before 1975, so no average is given by them: their gap stands in the test above."""
    panel = outcomes("basque", without="Spain (Espana)")
    alone = opinion(panel, "sc")
    assert alone.att == pytest.approx(-0.6915, abs=1e-4)
    assert (alone.placebo.rank, alone.placebo.n) == (7, 16)
    published = opinion_by_predictors(panel, predictors("basque", panel)).opinion
    assert (published.att, published.reason_codes) == (None, ("pre_fit_poor",))


@pytest.mark.parametrize(
    ("name", "columns"),
    [
        ("basque", ("basque.csv", "regionname", "year", "gdpcap")),
        ("germany", ("germany.csv", "country", "year", "gdp")),
    ],
)
def test_the_committed_outcomes_are_those_of_the_whole_file(
    name: str, columns: tuple[str, str, str, str]
) -> None:
    whole = read(*columns)
    units, years, y = held(f"{name}_outcomes")
    assert (units, years) == (whole.units, tuple(t.removesuffix(".0") for t in whole.times))
    assert y == pytest.approx(whole.y, rel=1e-8)


def test_proposition_99_from_the_committed_sales() -> None:
    units, years, sales = held("prop99")
    panel = Panel(units, years, sales, ("California",), years.index("1989"))
    assert opinion(panel, "sdid").att == pytest.approx(-15.60383, abs=1e-3)
    assert opinion(panel, "did").att == pytest.approx(-27.34911, abs=1e-3)
    assert synthetic_did(panel, level=False).att == pytest.approx(-19.61966, abs=1e-3)
    exact = opinion(panel, "sc")
    assert exact.att == pytest.approx(-19.5136, abs=1e-3)
    assert exact.estimate.pre_mspe <= 2.7717
    assert (exact.placebo.rank, exact.placebo.n) == (3, 38)
