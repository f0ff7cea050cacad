"""Plans at the command line: given away, merged, judged, replied to; a wrong word is refused."""

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from answerable.cli.main import app
from answerable.ledger.book import Book
from answerable.vocabulary.facts import ActionPromised, PlanAdopted
from tests.factories import FORCE, fact
from tests.operations.cast import ACTION, ADVICE, CAUSE, begin

SECOND = "action/a/2"
REPORT = ADVICE.rpartition("/recommendation/")[0]


@pytest.fixture(autouse=True)
def record(book: Book) -> None:
    """Two actions of one owner, and a plan."""
    begin(
        book,
        fact(
            ActionPromised,
            stream=SECOND,
            on="2024-01-15",
            text="Visit them all.",
            owner="chief-constable",
        ),
        fact(PlanAdopted, stream="plan/a", on="2024-01-10", title="Plan", answers=(ADVICE,)),
    )


def answered(*words: str) -> Result:
    """A command in this process: each of its own would cost a second."""
    return CliRunner().invoke(app, list(words))


def done(*words: str) -> str:
    """What a command says that is carried out."""
    answer = answered(*words)
    assert answer.exit_code == 0, answer.output
    return answer.stdout


def test_a_plan_is_worked_from_the_command_line() -> None:
    why = ("--reason", "It moved.")
    agreed = ("--authoriser", "chief-constable")
    leaving = ("reassign-all", FORCE, "chief-constable", "dcc", *why, *agreed)
    seen = done(*leaving, "--dry-run")
    assert "Chief constable owns 2 open actions." in seen
    assert f"{ACTION}, {SECOND}" in done(*leaving)
    assert "Recorded" in done("reassign", ACTION, "acc", *why, *agreed)
    due = ("--text", "Hire two.", "--due", "2099-05-01")
    assert f"milestone/{ACTION}/1" in done("milestone", ACTION, *due)
    done("meet-milestone", f"milestone/{ACTION}/1")
    done("waits-for", ACTION, SECOND, *why)
    circle = answered("waits-for", SECOND, ACTION, *why)
    assert (circle.exit_code, "would be a circle" in circle.stderr) == (2, True)
    done("resource", ACTION, "--text", "Two posts.")
    done("merge", SECOND, ACTION, *why)
    done("judge-plan", "plan/a", "not assured", "--reason", "No dates.")
    told = done("plan-test", FORCE)
    assert "Plan: Anyshire Police and Crime Commissioner" in told
    assert "not assured. No dates." in told
    done("objective", FORCE, "--title", "Safer homes", "--plan", "Plan of 2025")
    done("link-objective", CAUSE, f"objective/{FORCE}/safer-homes", *why)
    parts = ("--into", "North.", "--into", "South.")
    assert "promise-2" in done("split", ACTION, *parts, *why)
    part = done("register", FORCE, "--view", "no-date")
    assert "North." not in part  # it kept the date of the whole
    rows = done("register", FORCE, "--json")
    name = re.findall(r"action/anyshire-pcc/[0-9-]+/promise-1", rows)[0]
    done("transfer", name, "--to", "Estates board", *why)
    done("follow-again", SECOND, *why)


def test_a_reply_is_recorded_and_drafted_and_a_stage_kept_back(tmp_path: Path) -> None:
    proof = tmp_path / "page.pdf"
    proof.write_bytes(b"%PDF-1.4 page")
    address = ("--address", "https://example.org/x", "--proof", str(proof))
    day = ("--on", "2023-11-02")
    assert "response/" in done("response-step", REPORT, "published", *address, *day)
    out = tmp_path / "draft.docx"
    done("response-draft", REPORT, str(out))
    assert out.read_bytes().startswith(b"PK")
    coming = "anyshire-inspectorate/2027/anyshire/custody"
    told = done("stage", FORCE, coming, "debrief")
    assert "custody" not in told
    early = answered("release-stages", FORCE, coming)
    assert early.exit_code == 2
    assert "no published finding" in early.stderr


def test_evidence_is_marked_and_checked_by_somebody_else(tmp_path: Path) -> None:
    file = tmp_path / "count.csv"
    file.write_text("week,visits\n1,20\n", encoding="utf-8")
    offer = ("offer-evidence", ACTION, str(file), "--text", "A count.", "--class", "restricted")
    assert "on which legal ground" in answered(*offer).stderr
    offer = (*offer, "--ground", "Legal advice")
    assert "nothing is restricted for ever" in answered(*offer).stderr
    offered = done(*offer, "--review", "2025-06-30", "--on", "2024-03-01")
    entry = offered.split("entry ")[1].split(":")[0]
    looked = ("check-evidence", entry, "shows it", "--reason", "I counted again.")
    own = answered(*looked)
    assert "somebody else looks at it" in own.stderr
    done(*looked, "--by", "anyshire-pcc/commissioner")


def test_the_week_as_a_mail_is_shown_and_waits_without_a_server() -> None:
    assert "The whole week:" in done("digest")
    waits = done("digest", "--to", "officer@example.org")
    assert "1 made, 0 sent, 1 waiting." in waits
    assert "ANSWERABLE_SMTP" in waits
    assert "0 made, 0 sent, 1 waiting." in done("tick")
