"""Protects figures, terms and verdicts on the record: fixed beforehand or not at all."""

import json
from importlib.resources import files
from pathlib import Path

import pytest
import xlsxwriter
from typer.testing import CliRunner, Result

from answerable.cli.main import app
from answerable.ledger.book import Book
from answerable.operations.measures import evidence
from answerable.operations.measures.evidence_files.loading import force_slugs, names
from answerable.operations.pages.look import Look
from answerable.operations.pages.measures import measure as pages
from answerable.store.reads import registers
from answerable.vocabulary.facts import ObservationsLoaded, ProtocolFixed, VerdictGiven
from answerable.vocabulary.times import first_day
from tests.operations.cast import AT
from tests.unit.observations.making import street_file, street_zip

MEASURE, BODY, ANALYST = "anyshire-theft-from-shops", "anyshire-police", "anyshire-pcc/analyst"
RELEASE = "anyshire-2026-11"
TERMS = """
measure = "anyshire-theft-from-shops"
body = "anyshire-police"
action_date = 2025-10-01
peers = ["bexshire-police", "corvale-police", "dunmoor-police", "eastmarch-police"]
"""
LOADED = ("--measure", MEASURE, "--release", RELEASE, "--body", BODY, "--by", ANALYST)


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words])


def done(*words: str | Path) -> str:
    result = run(*words)
    assert result.exit_code == 0, result.output
    return result.output


def refused(*words: str | Path) -> str:
    result = run(*words)
    assert result.exit_code == 2, result.output
    return result.output


def held(kind):  # type: ignore[no-untyped-def]  # facts of the type asked for
    return registers.register(BODY, valid=first_day("2100-01-01")).of(kind)


@pytest.fixture
def figures(book: Book) -> Path:
    """The invented force's figures in an empty home."""
    folder = files("answerable.catalogue").joinpath("story", "anyshire", "observations")
    return Path(str(folder)) / f"theft-from-shops-{RELEASE}.csv"


@pytest.fixture
def terms(tmp_path: Path) -> Path:
    file = tmp_path / "terms.toml"
    file.write_text(TERMS)
    return file


def fix(terms: Path) -> tuple[str | Path, ...]:
    return ("fix-protocol", terms, "--on", "2025-09-10", "--by", ANALYST)


def test_terms_figures_verdict_in_this_order(figures: Path, terms: Path) -> None:
    assert "SHA-256 of the terms" in done(*fix(terms))
    assert "488 figures of 8 bodies" in done("load", figures, *LOADED)
    made = json.loads(done("verdict", MEASURE, BODY, "--on", "2026-11-25", "--json"))
    (fixed,) = held(ProtocolFixed)
    assert (made["verdict"], made["n_peers"]) == ("improved", 4)
    assert made["protocol_sha256"] == fixed.protocol_sha256
    assert held(VerdictGiven) == ()
    done("verdict", MEASURE, BODY, "--on", "2026-11-25", "--record", "--by", ANALYST)
    (given,) = held(VerdictGiven)
    assert (given.verdict, given.effect) == ("improved", format(made["effect"], ".9g"))


def test_the_page_says_that_terms_wait_for_their_figures(figures: Path, terms: Path) -> None:
    done(*fix(terms))
    page = pages.measure(Look(at=AT.replace(year=2026, month=11)), MEASURE, BODY)
    assert page.verdict.endswith("The figures that it needs are not held.")


def test_terms_after_the_figures_are_refused(figures: Path, terms: Path) -> None:
    done("load", figures, *LOADED)
    assert "would not be fixed beforehand" in refused(*fix(terms))
    assert "No protocol was fixed" in refused("verdict", MEASURE, BODY)
    terms.write_text(TERMS.replace("2025-10-01", "2027-01-01"))
    done(*fix(terms))


def test_figures_of_one_peer_are_enough_to_be_too_late(
    figures: Path, terms: Path, tmp_path: Path
) -> None:
    peer = tmp_path / "peer.csv"
    peer.write_text("body_id,period_start,value\ncorvale-police,2025-10-01,3\n")
    done("load", peer, *LOADED)
    assert "corvale-police" in refused(*fix(terms))


def test_the_same_terms_again_are_nothing_new_and_others_wait(figures: Path, terms: Path) -> None:
    done(*fix(terms))
    assert "Nothing new" in done(*fix(terms))
    terms.write_text(TERMS + "minimum_change = 0.20\n")
    assert "wait for their verdict" in refused(*fix(terms))
    assert len(held(ProtocolFixed)) == 1


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ("colour = 1", "unknown key"),
        ("looks = [6, 12]", "6, 12 and 24"),
        ("wash_out = -1", "wash-out"),
        ("alpha = 0.9", "one-sided"),
        ("selection = [2025-01-01]", "selection"),
        ("minimum_change = 10", "share"),
        ("alpha = [", "TOML"),
    ],
)
def test_terms_that_cannot_be_judged_by(figures: Path, terms: Path, more: str, said: str) -> None:
    terms.write_text(TERMS + more)
    assert said in refused(*fix(terms))
    assert held(ProtocolFixed) == ()


@pytest.mark.parametrize("left_out", ["measure", "body", "action_date", "peers"])
def test_terms_that_lack_something(figures: Path, terms: Path, left_out: str) -> None:
    lines = [line for line in TERMS.splitlines() if not line.startswith(left_out)]
    terms.write_text("\n".join(lines))
    assert f"no “{left_out}”" in refused(*fix(terms))


def test_a_body_is_not_its_own_peer(figures: Path, terms: Path) -> None:
    terms.write_text(TERMS.replace('"corvale-police"', '"anyshire-police"'))
    assert "other bodies" in refused(*fix(terms))


def test_a_definition_overdue_for_review_is_neither_fixed_nor_judged(
    figures: Path, terms: Path
) -> None:
    late = ("fix-protocol", terms, "--on", "2030-01-01", "--by", ANALYST)
    assert "reviewed first" in refused(*late)
    done(*fix(terms))
    done("load", figures, *LOADED)
    made = json.loads(done("verdict", MEASURE, BODY, "--on", "2030-01-01", "--json"))
    assert (made["verdict"], made["reason_codes"]) == (
        "cannot_be_measured",
        ["definition_not_reviewed"],
    )


def test_a_file_loaded_twice_is_one_entry_and_the_same_figures(figures: Path) -> None:
    done("load", figures, *LOADED)
    assert "Nothing new" in done("load", figures, *LOADED)
    (noted,) = held(ObservationsLoaded)
    assert (noted.rows, noted.rejects, noted.release) == (488, 0, RELEASE)
    assert len(evidence.observations().series(MEASURE, BODY).rows) == 61


def test_what_was_left_out_is_told_and_written(figures: Path, tmp_path: Path) -> None:
    file, left = tmp_path / "own.csv", tmp_path / "left.csv"
    file.write_text(
        "body_id,period_start,value\nanyshire-police,2024-01-01,x\nbexshire-police,2024-01-01,4\n"
    )
    told = done("load", file, *LOADED, "--rejects", left)
    assert "Left out, 1 in all:\nrow 2: “x” not a number" in told
    assert left.read_text().splitlines()[1] == ",2,value,x,not a number"


def test_what_cannot_be_loaded_is_said(figures: Path, tmp_path: Path) -> None:
    common = ("--by", ANALYST)
    named = ("--measure", MEASURE, "--release", RELEASE, *common)
    assert "Say on whose record" in refused("load", figures, *named)
    other = ("--measure", MEASURE, "--release", "other", "--body", BODY, *common)
    assert f"it is release {RELEASE}" in refused("load", figures, *other)
    wrong = ("--measure", MEASURE, "--release", "A B", "--body", BODY, *common)
    assert "cannot name a release" in refused("load", figures, *wrong)
    unknown = ("--measure", "nothing", "--release", RELEASE, *common)
    assert "No measure is called" in refused("load", figures, *unknown)
    assert "cannot be read" in refused("load", tmp_path / "none.csv", *LOADED)
    assert "no layout" in refused("load", figures, *LOADED, "--layout", "odd")
    reader = ("--measure", MEASURE, "--release", RELEASE, "--body", BODY)
    liaison = ("--by", "anyshire-police/force-liaison")
    assert "may not load" in refused("load", figures, *reader, *liaison)


def test_an_archive_of_several_measures_is_loaded_at_once(book: Book, tmp_path: Path) -> None:
    file = street_file("Burglary", "Burglary", "Drugs")
    path = street_zip(
        tmp_path / "2025-01.zip",
        {"2025-01-west-mercia": file, "2025-01-city-of-london": file, "2025-01-nowhere": file},
    )
    told = done(
        *("load", path, "--layout", "police-uk", "--release", "police-uk-2025-03"),
        *("--measure", "police-uk-burglary"),
        *("--body", "west-mercia-police", "--released-on", "2025-03-05"),
        *("--by", "answerable/researcher"),
    )
    assert "police-uk-burglary: 2 figures of 2 bodies." in told
    assert "“nowhere” not a body that we know" in told
    found = evidence.observations().series("police-uk-street-rows", "city-of-london-police")
    assert [row.value for row in found.rows] == [3.0]  # without it no check sees a missing month


def test_months_come_one_by_one_and_a_revised_month_is_another_release(
    book: Book, tmp_path: Path
) -> None:
    """Every shipped measure of an archive is taken where none is named."""
    common = ("--layout", "police-uk", "--body", "west-mercia-police")
    by = ("--by", "answerable/researcher")
    first = {"2025-01-west-mercia": street_file("Burglary")}
    more = {
        "2025-01-west-mercia": street_file("Burglary", "Burglary"),
        "2025-02-west-mercia": street_file("Drugs", month="2025-02"),
    }
    paths = [
        street_zip(tmp_path / f"{n}.zip", files) for n, files in enumerate((first, more), start=1)
    ]
    done("load", paths[0], *common, "--release", "m1", "--released-on", "2025-03-05", *by)
    told = refused(
        "load", paths[1], *common, "--release", "m1", "--released-on", "2025-03-05", *by
    )
    assert "A revision needs a release of its own" in told
    done("load", paths[1], *common, "--release", "m2", "--released-on", "2025-04-05", *by)
    held_now = evidence.observations()
    now = held_now.series("police-uk-burglary", "west-mercia-police")
    before = held_now.series(
        "police-uk-burglary", "west-mercia-police", known_on=first_day("2025-04-01")
    )
    assert [row.value for row in now.rows] == [2.0, 0.0]
    assert [row.value for row in before.rows] == [1.0]
    assert len(held_now.measures()) == 13


def test_our_own_columns_may_stand_in_a_workbook(book: Book, tmp_path: Path) -> None:
    path = tmp_path / "figures.xlsx"
    made = xlsxwriter.Workbook(path)
    sheet = made.add_worksheet()
    for line, row in enumerate([("body_id", "period_start", "value"), (BODY, "2025-01-01", 4)]):
        sheet.write_row(line, 0, row)
    made.close()
    assert "1 figures of 1 bodies" in done("load", path, *LOADED)


def test_a_layout_is_stated_in_a_file(book: Book, tmp_path: Path) -> None:
    table, layout = tmp_path / "wide.csv", tmp_path / "layout.toml"
    table.write_text("Area,Jan-25,Feb-25\nanyshire-police,4,5\n")
    layout.write_text('kind = "wide"\nbody = "Area"\nperiod_label = "month-year"\n')
    told = done("load", table, *LOADED, "--layout", layout)
    assert "2 figures of 1 bodies" in told
    layout.write_text('kind = "round"\n')
    assert "does not say its kind" in refused("load", table, *LOADED, "--layout", layout)


def test_every_territorial_force_has_its_names_at_both_publishers() -> None:
    assert len(set(force_slugs().values())) == len(set(names().values())) == 43
    assert names()["London, City of"] == "city-of-london-police"
    assert force_slugs()["dyfed-powys"] == "dyfed-powys-police"
