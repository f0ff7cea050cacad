"""Files as they come from spreadsheets and people: each gets its code and a clear sentence.

None ends in a traceback, none in a verdict that its figures do not bear, and a bad case stops no
other. What a refusal tells a person to do is part of each row.
"""

import json
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path

import numpy as np
import pytest
import typer
from typer.testing import CliRunner

from answerable.cli.evidence import judging
from answerable.operations.measures.evidence_files import alpha_table, judge

Answer = list[dict[str, object]]
Run = Callable[..., Answer]
HEADER = "case,body,role,period,value"
JUDGE = ("--action", "2022-01", "--direction", "decrease")
IMPACT = ("--treated", "U0", "--start", "2010", "--method", "sdid")
SIZE, ACTION = 48, 36


def month(index: int, first: int = 2019) -> str:
    return f"{first + index // 12}-{index % 12 + 1:02}"


def counts(name: str, mean: float = 100.0, size: int = SIZE) -> list[int]:
    draws = np.random.default_rng([7, *name.encode()])
    return [int(n) for n in draws.poisson(mean, size)]


def chart_text(values: Iterable[object], mark: str = ",") -> str:
    rows = (f"{month(i)}{mark}{value}\n" for i, value in enumerate(values))
    return f"date{mark}value\n" + "".join(rows)


def rows_of(body: str, role: str, values: Sequence[object], case: str = "1") -> list[str]:
    return [f"{case},{body},{role},{month(i)},{value}" for i, value in enumerate(values)]


def case(
    target: Sequence[object] | None = None,
    peers: Sequence[Sequence[object]] | None = None,
    name: str = "1",
) -> list[str]:
    others = [counts(f"P{i}") for i in range(5)] if peers is None else peers
    rows = rows_of("T", "target", counts("T") if target is None else target, name)
    for i, values in enumerate(others):
        rows += rows_of(f"P{i}", "peer", values, name)
    return rows


def fallen() -> list[int]:
    return [*counts("T")[:ACTION], *counts("after", 60.0)[: SIZE - ACTION]]


def judged(*rows: str) -> str:
    return "\n".join((HEADER, *rows)) + "\n"


@pytest.fixture
def run(tmp_path: Path) -> Run:
    app = typer.Typer()
    judging.register(app)

    def call(command: str, text: str | bytes, *options: str) -> Answer:
        file = tmp_path / "input.csv"
        file.write_bytes(text.encode() if isinstance(text, str) else text)
        made = CliRunner().invoke(app, [command, str(file), "--json", *options])
        assert made.exception is None or isinstance(made.exception, SystemExit), made.exception
        found = [json.loads(line) for line in made.stdout.splitlines()]
        assert made.exit_code == (2 if "refusal" in found[0] else 0)
        return found

    return call


REFUSED = {
    "a comma that may part thousands": (
        chart_text([f"{n},125" for n in counts("T")], ";"),
        "not_a_number",
        "where semicolons part",
    ),
    "commas and points": (
        chart_text([*(f"{n},5" for n in counts("T")), "7.5"], ";"),
        "not_a_number",
        "in another way",
    ),
    "decimal commas between commas": (
        'date,value\n2019-01,"5,5"\n',
        "not_a_number",
        "where semicolons part",
    ),
    "a comma in a number": ('date,value\n2019-01,"1,088"\n', "not_a_number", "no other marks"),
    "a blank in a number": (
        "date,value\n2019-01,1\u00a0088\n",
        "not_a_number",
        "neither is guessed",
    ),
    "a quarter in words": ("date,value\n2019 Q2,5\n", "not_a_date", "its first month"),
    "under five": (chart_text([*counts("T"), "<5"]), "not_a_number", "never write 0"),
    "a midday": ("date,value\n2019-01-01 12:00:00,5\n", "not_a_date", "YYYY-MM-DD"),
    "two marks between cells": ("date,value\n2019-01,5\n2019-02;6\n", "not_a_date", "one mark"),
    "day numbers": ("date,value\n43466,5\n43497,6\n", "not_a_date", "date format"),
    "days first": ("date,value\n01/02/2019,5\n", "not_a_date", "not guessed"),
    "a thirteenth month": ("date,value\n2019-13,5\n", "not_a_date", "YYYY-MM"),
    "a month twice": (chart_text(counts("T")) + "2019-03-01,9\n", "duplicate_period", "one row"),
    "13 rows in a year": (chart_text(counts("T")) + "2019-03-15,9\n", "mixed_frequency", "month"),
    "a withheld cell": (chart_text([*counts("T"), "*"]), "not_a_number", "empty"),
    "words in a cell": (chart_text([*counts("T"), "n/a"]), "not_a_number", "empty"),
    "no number": (chart_text([*counts("T"), "NaN"]), "not_a_number", "empty"),
    "a formula": (chart_text([*counts("T"), "=SUM(B2:B9)"]), "not_a_number", "empty"),
    "a total below": (chart_text(counts("T")) + "Total,4800\n", "not_a_date", "YYYY-MM"),
    "a title above": ("Burglary in the west\n" + chart_text([5]), "unknown_column", "title"),
    "a heading merged": ("Burglary,,\n" + chart_text([5]), "unknown_column", "title"),
    "a workbook": (b"PK\x03\x04\x14\x00", "not_utf8", "Save its sheet as CSV"),
    "two bytes a letter": (chart_text([5]).encode("utf-16"), "not_utf8", "UTF-8"),
    "a quote left open": ('date,value\n"2019-01,5\n', "not_csv", "cannot be read as CSV"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_chart_refuses_and_says_what_to_do(run: Run, name: str) -> None:
    text, code, hint = REFUSED[name]
    (answer,) = run("chart", text)
    refusal = answer["refusal"]
    assert isinstance(refusal, dict)
    assert refusal["code"] == code
    assert hint in refusal["message"]
    assert refusal["where"]


CHARTED = {
    "all zero": (chart_text([0] * SIZE), "no_variation"),
    "one figure": (chart_text([7]), "single_point"),
    "all missing": (chart_text([""] * SIZE), "no_values"),
    "one enormous figure": (
        chart_text([*counts("T")[:20], 10**9, *counts("T")[20:]]),
        "one_figure_outweighs",
    ),
    "a month to come": (chart_text(counts("T")) + "2999-01,9\n", "future_period"),
}


@pytest.mark.parametrize("name", CHARTED)
def test_a_chart_notes_what_is_odd_about_its_figures(run: Run, name: str) -> None:
    text, note = CHARTED[name]
    (answer,) = run("chart", text)
    assert note in answer["notes"]  # type: ignore[operator]  # a list of words
    assert answer["assurance"] is None


def test_what_a_spreadsheet_writes_around_the_figures_is_no_fault(run: Run) -> None:
    """The line `sep=;`, a byte order mark, blanks around headings, midnights, empty columns."""
    plain = chart_text(counts("T"))
    rows = [line.split(",") for line in plain.splitlines()[1:]]
    parted = "sep=;\r\n Date ; Value ;;\r\n" + "".join(
        f"{day}-01 00:00:00;{value};;\r\n" for day, value in rows
    )
    assert run("chart", b"\xef\xbb\xbf" + parted.encode()) == run("chart", plain)


def test_rows_in_no_order_make_the_same_chart(run: Run) -> None:
    head, *rows = chart_text(counts("T")).splitlines()
    assert run("chart", "\n".join([head, *rows[::-1]])) == run("chart", "\n".join([head, *rows]))


def half_years() -> list[str]:
    days = [f"{year}-{part}-01" for year in range(2000, 2024) for part in ("01", "07")]
    return [
        f"1,{body},{'target' if body == 'T' else 'peer'},{day},{100 + i % 7}"
        for body in ("T", "A", "B", "C")
        for i, day in enumerate(days)
    ]


UNMEASURED = {
    "all zero": (case([0] * SIZE), "expected_too_small", "too few to judge by"),
    "one constant everywhere": (
        case([9] * SIZE, [[9] * SIZE] * 5),
        "no_residual_variation",
        "no variation",
    ),
    "half years": (half_years(), "missing", "6 months apart"),
    "months to come": (
        [row.replace(",20", ",29", 1) for row in case()],
        "future_period",
        "not begun yet",
    ),
    "one enormous figure": (case([*counts("T")[:-1], 10**9]), "precision", "vary so much"),
    "a fifth of the months gone": (
        [row for i, row in enumerate(case()) if not (",target," in row and i % 5 == 0)],
        "missing",
        "of the periods are missing",
    ),
}


@pytest.mark.parametrize("name", UNMEASURED)
def test_a_case_that_cannot_be_measured_says_why(run: Run, name: str) -> None:
    rows, code, words = UNMEASURED[name]
    later = ("--action", "2922-01") if name == "months to come" else ()
    (answer,) = run("judge", judged(*rows), *JUDGE, *later)
    assert answer["verdict"] == "cannot_be_measured"
    assert code in answer["reason_codes"]  # type: ignore[operator]  # a list of words
    assert words in str(answer["sentence"])


def test_no_day_is_promised_where_waiting_does_not_help() -> None:
    text = judged(*(f"{row},50" for row in case())).replace("value\n", "value,denominator\n", 1)
    options = {"action": "2022-01", "direction": "decrease", "kind": "percent"}
    (made,) = judge(text=text, options=options, alphas=alpha_table()).judgements
    assert "numerator_above_denominator" in made.reason_codes
    assert made.measurable_from is not None
    assert "at the earliest" not in made.sentence


@pytest.mark.parametrize(
    ("peers", "note"),
    [
        ([[0] * SIZE] * 5, "peer_without_variation:P0"),
        ([[""] * SIZE] * 5, "peer_dropped:P0"),
        ([fallen()] * 5, "peer_equals_target:P0"),
        ([[*counts("P")[:ACTION], *[0] * (SIZE - ACTION)]] * 5, "peer_only_zeros_after:P0"),
    ],
)
def test_what_is_no_comparison_is_never_called_one(
    run: Run, peers: list[list[object]], note: str
) -> None:
    (answer,) = run("judge", judged(*case(fallen(), peers)), *JUDGE)
    assert answer["strength"] == "alone"
    assert {note, "few_peers"} <= set(answer["notes"])  # type: ignore[call-overload]  # words
    assert "a national change is not ruled out" in str(answer["sentence"])


@pytest.mark.parametrize("good", ["decrease", "increase"])
def test_nothing_but_zeros_since_the_action_is_no_verdict(run: Run, good: str) -> None:
    """A recording that stopped is likelier than a perfect result, and than the worst one."""
    rows = case([*counts("T")[:ACTION], *[0] * (SIZE - ACTION)])
    (answer,) = run("judge", judged(*rows), "--action", "2022-01", "--direction", good)
    assert (answer["verdict"], answer["reason_codes"]) == (
        "cannot_be_measured",
        ["only_zeros_after"],
    )
    assert "as when recording stops" in str(answer["sentence"])
    rows = case([*counts("T")[:ACTION], *[0] * (SIZE - ACTION - 1), 1])
    (answer,) = run("judge", judged(*rows), *JUDGE)
    assert "only_zeros_after" not in answer["reason_codes"]  # type: ignore[operator]  # words


def test_a_bad_case_stops_no_other(run: Run) -> None:
    bad = {
        "zero": case([0] * SIZE, name="zero"),
        "empty": case([""] * SIZE, name="empty"),
        "huge": case([10**12, *counts("T")[1:]], name="huge"),
        "flat": case([9] * SIZE, [[9] * SIZE] * 5, name="flat"),
    }
    rows = [row for held in bad.values() for row in held] + case(fallen(), name="good")
    found = {answer["case"]: answer for answer in run("judge", judged(*rows), *JUDGE)}
    assert {found[name]["verdict"] for name in bad} == {"cannot_be_measured"}
    assert found["good"]["verdict"] == "improved"
    assert found["good"]["strength"] == "compared"


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("1,T,target,2020-03-15,9", "mixed_frequency"),
        ("1,T,target,2020-03-01,9", "duplicate_period"),
        ("1,T,target,2023-01,-9", "negative_count"),
        ("1,T,target,2023-01,nine", "not_a_number"),
        ("1,X,target,2023-01,9", "two_targets"),
        ("1,T,peer,2023-01,9", "two_roles"),
        ("1,X,both,2023-01,9", "unknown_role"),
        ("1,,peer,2023-01,9", "body_missing"),
    ],
)
def test_one_bad_row_refuses_the_file_with_its_place(run: Run, row: str, code: str) -> None:
    (answer,) = run("judge", judged(*case(), row), *JUDGE)
    refusal = answer["refusal"]
    assert isinstance(refusal, dict)
    assert refusal["code"] == code
    assert refusal["where"].startswith("case 1")


def panel(value: Callable[[int, int], object]) -> list[str]:
    cells = [f"U{i},{year},{value(i, year)}" for i in range(12) for year in range(1990, 2020)]
    return ["unit,time,value", *cells]


@pytest.mark.parametrize(
    "value", [lambda _i, _y: 5, lambda _i, _y: 0, lambda _i, y: y, lambda i, _y: i + 0.1]
)
def test_equal_numbers_are_no_effect_of_anything(
    run: Run, value: Callable[[int, int], object]
) -> None:
    (answer,) = run("impact", "\n".join(panel(value)), *IMPACT)
    assert answer["att"] == 0
    assert answer["placebo"]["p"] == 1  # type: ignore[index]  # an object


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda rows: rows[:-1], "panel_not_balanced"),
        (lambda rows: [*rows, rows[-1]], "duplicate_period"),
        (lambda rows: [*rows[:-1], rows[-1] + "x"], "not_a_number"),
        (lambda rows: [*rows, "U1,2019-05,5"], "not_a_time"),
        (lambda rows: [row.replace(",", "\t") for row in rows], "missing_column"),
        (lambda rows: [rows[0], *(r for r in rows if r.startswith("U0,"))], "too_few_donors"),
        (lambda rows: [row.replace("U0,", "U00,") for row in rows], "unknown_unit"),
    ],
)
def test_impact_refuses_and_says_where(
    run: Run, change: Callable[[list[str]], list[str]], code: str
) -> None:
    rows = change(panel(lambda i, year: 50 + i + year % 3))
    (answer,) = run("impact", "\n".join(rows), *IMPACT)
    refusal = answer["refusal"]
    assert isinstance(refusal, dict)
    assert refusal["code"] == code
    assert refusal["where"]


def test_without_a_day_no_period_lies_ahead() -> None:
    rows = [row.replace(",20", ",29", 1) for row in case()]
    options = {"action": "2922-01", "direction": "decrease"}
    (made,) = judge(text=judged(*rows), options=options, alphas=alpha_table()).judgements
    assert made.verdict != "cannot_be_measured"
    held = judge(text=judged(*rows), options=options, alphas=alpha_table(), on=date(2026, 1, 1))
    assert held.judgements[0].reason_codes == ("future_period",)


THOUSANDS = "date;value\n" + "".join(f"{month(i)};{10 + i}.{i:03}\n" for i in range(24))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (THOUSANDS, "not_a_number"),
        # One number under one, or with other digits after its dot, and all are decimal.
        (THOUSANDS + "2030-01;0.500\n", ""),
        (THOUSANDS + "2030-01;12.5\n", ""),
        (THOUSANDS.replace(";", ","), ""),
        (THOUSANDS.replace(".", ""), ""),
    ],
)
def test_a_dot_between_thousands_is_never_taken_for_a_decimal_point(
    run: Run, text: str, code: str
) -> None:
    (answer,) = run("chart", text)
    refusal = answer.get("refusal", {"code": ""})
    assert isinstance(refusal, dict)
    assert refusal["code"] == code
    assert not code or "row 2, column value" in refusal["where"]


@pytest.mark.parametrize("written", ["{}", "1.{:0>5}", "1\u202f{:0>5}"])
def test_decimal_commas_are_read_where_nothing_else_can_be_meant_and_said(
    run: Run, written: str
) -> None:
    """What a spreadsheet writes in most of Europe: semicolons, and a comma in 99,5."""
    thousand = 0 if written == "{}" else 1000
    pointed = [n + thousand + 0.5 for n in counts("T")]
    commas = [written.format(f"{n},5") for n in counts("T")]
    (plain,) = run("chart", chart_text(pointed))
    (answer,) = run("chart", b"\xef\xbb\xbf" + chart_text(commas, ";").encode())
    assert answer == {**plain, "notes": [*plain["notes"], "decimal_comma"]}  # type: ignore[misc]


def test_decimal_commas_of_a_judgement_and_of_a_comparison(run: Run) -> None:
    rows = [row.replace(",", ";") + ",5" for row in case(fallen())]
    terms = ("--kind", "mean", *JUDGE)
    (verdict,) = run("judge", "\n".join((HEADER.replace(",", ";"), *rows)), *terms)
    assert verdict["verdict"] == "improved"
    assert "decimal_comma" in verdict["notes"]  # type: ignore[operator]  # a list of words
    (plain,) = run("impact", "\n".join(panel(lambda i, year: f"{50 + i + year % 3}.5")), *IMPACT)
    head, *cells = panel(lambda i, year: f"{50 + i + year % 3}.5")
    parted = [head.replace(",", ";"), *(c.replace(",", ";").replace(".", ",") for c in cells)]
    (answer,) = run("impact", "\n".join(parted), *IMPACT)
    assert answer == {**plain, "notes": ["decimal_comma"]}


def test_a_file_in_utf_16_is_named_with_and_without_its_mark(run: Run) -> None:
    for encoding in ("utf-16", "utf-16-le"):
        (answer,) = run("chart", chart_text(counts("T")).encode(encoding))
        assert answer["refusal"]["code"] == "not_utf8"  # type: ignore[index]  # a mapping


def test_months_without_a_row_are_told_and_days_of_events_are_not(run: Run) -> None:
    head, *rows = chart_text(counts("T")).splitlines()
    del rows[7:9], rows[20]
    (answer,) = run("chart", "\n".join([head, *rows]))
    assert answer["notes"] == ["periods_without_a_row"]
    assert run("chart", chart_text(counts("T")))[0]["notes"] == []
    uneven = "date,value\n" + "".join(
        f"2020-01-{day:02},5\n" for day in (1, 3, 4, 9, 11, 12, 20, 28)
    )
    assert "periods_without_a_row" not in run("chart", uneven)[0]["notes"]  # type: ignore[operator]


def test_values_on_both_sides_of_zero_have_no_step_in_ratio(run: Run) -> None:
    around = [float(v) - 100 for v in counts("T")]
    (answer,) = run("chart", chart_text(around))
    assert answer["notes"] == []
