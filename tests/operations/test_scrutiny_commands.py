"""The commands of scrutiny: what they print, what they refuse, and their exit codes."""

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from answerable.cli.main import app
from answerable.ledger.book import Book
from answerable.store.papers import documents
from answerable.store.reads import registers
from answerable.vocabulary.facts import DueDateMoved, MistakeReported
from tests.operations.cast import ACTION, ADVICE, AT, CAUSE, begin, size
from tests.operations.test_closing import QUOTE, TEXT, filed
from tests.operations.test_scrutiny import FILE

LIAISON, CHIEF = "anyshire-police/force-liaison", "anyshire-police/chief-constable"
MOVE = ("move-date", ACTION, "--reason", "Two vacancies.", "--authoriser", "commissioner")


def run(*words: str) -> Result:
    return CliRunner().invoke(app, list(words))


def done(*words: str) -> str:
    result = run(*words)
    assert result.exit_code == 0, result.output
    return result.output


def refused(*words: str) -> str:
    result = run(*words)
    assert result.exit_code == 2, result.output
    return result.output


def held(kind: Any) -> list[Any]:
    register = registers.register("anyshire-police", valid=AT.date().replace(year=2100))
    return list(register.of(kind))


@pytest.fixture(autouse=True)
def letter(book: Book) -> str:
    """The cast's record and the inspectorate's letter."""
    sha, filing = filed(TEXT, publisher="anyshire-inspectorate")
    begin(book, filing)
    return sha


def test_a_finding_is_told_with_its_ladder_its_dates_and_whose_words_they_are() -> None:
    done(*MOVE, "--to", "2031-09-30", "--by", LIAISON)
    told = done("case", ACTION)
    assert "First due 30 June 2024; moved once, by the commissioner" in told
    assert "30 June 2024 to 30 September 2031, because: Two vacancies." in told
    assert "  Promised: reached" in told
    said = done("case", CAUSE)
    assert "Our summary says\n  “Repeat burglary is not prevented.”" in said
    as_json = json.loads(done("case", CAUSE, "--json"))
    assert as_json["quotes"][0]["heading"] == "Our summary says"


def test_a_case_is_told_line_by_line_as_label_words_and_addresses() -> None:
    told = done("case", "anyshire/repeat-burglary").splitlines()
    assert told[0] == "Repeat burglary: Anyshire Police"
    asked = next(line for line in told if line.startswith("Asked for: "))
    assert asked.endswith("  [https://example.org/2023-10-01]")
    assert "holds no case" in refused("case", "nowhere/soc")


def test_a_case_is_told_as_it_was_known_before_a_move() -> None:
    known = str(size() - 1)
    before = done("case", ACTION, "--known", known)
    done(*MOVE, "--to", "2031-09-30")
    assert done("case", ACTION, "--known", known) == before
    assert "2031" in done("case", ACTION)


def test_the_agenda_says_why_each_item_is_there_and_what_to_ask() -> None:
    lines = done("agenda", "anyshire-pcc", "--on", "2024-08-01").splitlines()
    assert lines[0] == f"Repeat burglary is not prevented.  ({CAUSE})"
    assert lines[1].startswith("  New concern: Published on ")
    assert "  Question: " in lines[2]
    at = lines.index(f"Visit each victim again within a month.  ({ACTION})")
    assert lines[at + 1] == "  Overdue: Due 30 June 2024, 32 days before 1 August 2024."
    items = json.loads(done("agenda", "anyshire-pcc", "--on", "2024-08-01", "--json"))
    assert items[1]["reasons"][0]["label"] == "Overdue"
    assert "Nothing is overdue" in done("agenda", "anyshire-pcc", "--on", "2023-01-20")
    assert "holds nothing about" in refused("agenda", "nowhere")


def test_a_receipt_is_printed_and_the_same_key_acts_once() -> None:
    words = (*MOVE, "--to", "2031-09-30", "--command-key", "k-1")
    first, again = done(*words), done(*words)
    assert first == again
    assert first.startswith(f"Recorded as entry {size() - 1}: {ACTION}. Root ")
    assert json.loads(done(*words, "--json"))["streams"] == [ACTION]
    assert "This key was used" in refused(*MOVE, "--to", "2031-12-31", "--command-key", "k-1")
    assert len(held(DueDateMoved)) == 1


def test_who_had_read_less_than_the_head_is_told_both_values() -> None:
    seen = str(size() - 1)
    done(*MOVE, "--to", "2031-09-30")
    conflict = refused(*MOVE, "--to", "2031-12-31", "--seen", seen, "--by", LIAISON)
    assert "theirs is “30 September 2031”, yours is “31 December 2031”" in conflict


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ((*MOVE, "--to", "2024-01-31"), "is not later than"),
        ((*MOVE, "--to", "2031-09-30", "--on", "30/9/31"), "the calendar has"),
        ((*MOVE, "--to", "2031-09-30", "--by", "nobody"), "is not an office that can act"),
        ((*MOVE, "--to", "2031-09-30", "--quote", "x"), "Give both"),
        (("move-date", ACTION, "--to", "2031-09-30"), "Missing option"),
        (("reach", ACTION, "nearly"), "Invalid value"),
        (("hold-meeting", "none.toml"), "cannot be read"),
        (("report-mistake", "99999", "--text", "x"), "Check its number"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence_with_exit_code_2(
    words: tuple[str, ...], says: str
) -> None:
    before = size()
    assert says in refused(*words)
    assert size() == before


def test_every_changing_command_writes_what_it_says(letter: str, tmp_path: Path) -> None:
    minutes, proof = tmp_path / "session.toml", tmp_path / "visits.csv"
    minutes.write_bytes(FILE)
    proof.write_bytes(b"week,visits\n1,20\n")
    done("adopt-plan", "anyshire-police", "--title", "Plan", "--answers", CAUSE, "--by", CHIEF)
    done("promise", "anyshire-police", "--text", "Train teams.", "--due", "2031-12-31")
    done("update", ACTION, "--text", "Begun.", "--rating", "Green", "--by", LIAISON)
    done("offer-evidence", ACTION, str(proof), "--text", "Visits by week.", "--by", LIAISON)
    done("reach", ACTION, "delivered", "--by", LIAISON)
    done("respond", ADVICE, "accepted", "--text", "From April.", "--by", CHIEF)
    done("link", CAUSE, ADVICE, "--kind", "same-as", "--reason", "Same words.")
    done("hold-meeting", str(minutes))
    done("claim-closure", CAUSE, "--text", "Done.", "--by", CHIEF)
    done("accept-claim", CAUSE, "--text", "Agreed.", "--by", "anyshire-pcc/commissioner")
    done("close", CAUSE, "--ground", "published", "--document", letter, "--quote", QUOTE)
    done("reopen", CAUSE, "--reason", "Found again.", "--by", "anyshire-inspectorate/inspector")
    made = json.loads(done("report-mistake", "0", "--text", "It says two.", "--json"))["first"]
    done("answer-mistake", str(made), "--outcome", "The source says one.")
    done("reply", "0", "--text", "We agree.", "--by", CHIEF)
    assert documents.held()
    assert len(held(MistakeReported)) == 1
    assert "is not closed" in refused("reopen", CAUSE, "--reason", "Again.")
    assert "no closing whose words" in refused(
        *("relapse", ADVICE, "--reason", "Again.", "--by", "anyshire-inspectorate/inspector")
    )
