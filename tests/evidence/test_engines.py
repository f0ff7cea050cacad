"""Protects the three engines of the chart: one answer, whichever works it out.

Labels are equal point for point and published numbers (9 significant digits) digit for digit, on
the reference series where they are held and on made series that never skip.
"""

import csv
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable
from datetime import date
from pathlib import Path

import numpy as np
import pytest
import typer
from typer.testing import CliRunner

from answerable.cli.evidence import judging
from answerable.evidence import compiler, kernel
from answerable.evidence.chart_rules import LABELS, Cut, Rules, plain
from answerable.evidence.control_chart import Chart, drawn, prepared
from answerable.evidence.series import Series
from answerable.store.observations import xmr
from tests.shared import data

ENGINES = [pytest.param(kernel.rules, id="kernel"), pytest.param(xmr.rules, id="sql")]


def made(draws: np.random.Generator) -> Cut:
    """A short series with ties, gaps, steps and slopes, so that every rule fires somewhere."""
    n = int(draws.integers(1, 60))
    y = draws.poisson(draws.choice([1, 4, 30, 1000]), n).astype(np.float64)
    kind = draws.integers(0, 6)
    if kind == 1:
        y = np.round(y + np.arange(n) * draws.normal(0, 2))
    if kind == 2:
        y[n // 2 :] += draws.integers(-9, 9)
    if kind == 3:
        y[:] = 0.1 * draws.integers(1, 9)
    if kind == 4:
        y = y / 7 + 0.1
    if draws.random() < 0.4:
        y[draws.random(n) < 0.15] = np.nan
    fix = int(draws.integers(12, 40)) if draws.random() < 0.3 else None
    return Cut(y, fix, bool(draws.random() < 0.7))


def digits(values: np.ndarray) -> list[str]:
    return [format(float(value), ".9g") for value in values]


@pytest.mark.parametrize("rules", ENGINES)
def test_labels_and_published_limits_of_made_series(rules: Rules) -> None:
    draws = np.random.default_rng(6)
    count = 2_000 if compiler.available() else 400
    cuts = [made(draws) for _ in range(count)]
    seen: set[int] = set()
    for cut, (lim, mark), (limit, flag) in zip(cuts, rules(cuts), plain(cuts), strict=True):
        assert mark.codes.tolist() == flag.codes.tolist(), cut
        assert mark.outside.tolist() == flag.outside.tolist(), cut
        assert mark.undecided.tolist() == flag.undecided.tolist(), cut
        assert digits(lim.mean) == digits(limit.mean), cut
        assert digits(lim.upper) == digits(limit.upper), cut
        assert lim.no_variation.tolist() == limit.no_variation.tolist(), cut
        seen.update(flag.codes.tolist())
    assert seen == set(LABELS), "every label must be tried"


@pytest.mark.parametrize("rules", ENGINES)
def test_the_label_of_the_newest_point_alone_is_the_one_of_the_whole_chart(rules: Rules) -> None:
    draws = np.random.default_rng(7)
    cuts = [made(draws) for _ in range(1_000 if compiler.available() else 300)]
    y = np.concatenate([cut.y for cut in cuts])
    ends = np.cumsum([len(cut.y) for cut in cuts]).astype(np.int64)
    fixed = np.array([cut.fix_after or 0 for cut in cuts], dtype=np.int64)
    screened = np.array([cut.screen for cut in cuts], dtype=np.bool_)
    newest = kernel.newest(y, ends, fixed=fixed, screened=screened)
    assert newest.codes.tolist() == [int(mark.codes[-1]) for _, mark in rules(cuts)]


def test_no_series_is_no_work() -> None:
    assert kernel.rules([]) == xmr.rules([]) == []


@pytest.mark.parametrize("rules", ENGINES)
def test_every_point_of_the_reference_series(rules: Rules) -> None:
    folder = data("spc_reference")
    charts = _charts(folder, rules)
    index: dict[str, int] = defaultdict(int)
    for row in _rows(folder / "points.csv"):
        point = charts[row["series"]].points[index[row["series"]]]
        index[row["series"]] += 1
        where = f"{row['series']} {row['date']}"
        assert point.special_cause_type == row["special_cause_type"], where
        assert point.point_type == row["point_type"], where
        if row["series"] == "constant_series":  # limits on purpose where the reference has none
            continue
        for ours, name in ((point.mean, "mean"), (point.lpl, "lpl"), (point.upl, "upl")):
            theirs = float(row[name]) if row[name] else None
            assert (ours is None) == (theirs is None), where
            if ours is not None and theirs is not None:
                assert abs(ours - theirs) <= 1e-12 * max(1.0, abs(theirs)), where
    assert sum(index.values()) == 5734


def _charts(folder: Path, rules: Rules) -> dict[str, Chart]:
    held: dict[str, list[tuple[date, float | None]]] = defaultdict(list)
    for row in _rows(folder / "input.csv"):
        value = float(row["value"]) if row["value"] else None
        held[row["series"]].append((date.fromisoformat(row["date"]), value))
    sheets = [
        prepared(
            Series(tuple(d for d, _ in held[name]), tuple(v for _, v in held[name]), name=name),
            direction=row["improvement_direction"],  # type: ignore[arg-type]  # of the file
            rebase=[date.fromisoformat(d) for d in row["rebase"].split(";") if d],
            fix_after=int(row["fix_after_n_points"]) if row["fix_after_n_points"] else None,
            screen=row["screen_outliers"] == "TRUE",
        )
        for row in _rows(folder / "options.csv")
        for name in [row["series"]]
    ]
    answers = iter(rules([cut for sheet in sheets for cut in sheet.cuts]))
    return {
        sheet.series.name: drawn(sheet, [next(answers) for _ in sheet.cuts]) for sheet in sheets
    }


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(newline="") as held:
        return list(csv.DictReader(held))


@pytest.fixture
def run(tmp_path: Path) -> Callable[..., str]:
    app = typer.Typer()
    judging.register(app)
    app.command()(lambda: None)
    file = tmp_path / "input.csv"
    rows = (f"2024-{month:02},{5 + month % 3 + month // 9 * 9}" for month in range(1, 13))
    file.write_text("\n".join(["date,value", *rows, "2025-01,"]))

    def call(*options: str) -> str:
        found = CliRunner().invoke(app, ["chart", str(file), "--json", *options])
        return f"{found.exit_code} {found.stdout}"

    return call


def test_the_command_answers_the_same_by_every_engine(run: Callable[..., str]) -> None:
    answer = run("--engine", "numpy", "--points", "-")
    assert answer.startswith("0 ")
    assert run("--engine", "sql", "--points", "-") == answer
    assert run("--points", "-") == answer
    if compiler.available():
        assert run("--engine", "kernel", "--points", "-") == answer


def test_a_kernel_without_its_compiler_is_refused_with_the_command_to_install(
    run: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compiler, "available", lambda: False)
    answer = run("--engine", "kernel")
    assert answer.startswith('2 {"refusal": {"code": "engine_not_available"')
    assert "pip install 'answerable[fast]'" in answer


def test_neither_compiler_nor_database_is_loaded_for_a_small_chart() -> None:
    code = (
        "import sys; from answerable.operations.measures import evidence_files as e; "
        "e.chart(text='date,value\\n2024-01,5\\n'); "
        "assert not {'numba', 'duckdb'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
