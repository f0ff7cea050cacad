"""A checkpoint is signed where the key is kept: no home there, and no key in the home."""

from collections.abc import Callable
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from answerable.cli import ledger as ledger_commands
from answerable.cli import record as record_commands
from answerable.ledger import verify
from answerable.ledger.book import Book
from answerable.operations.record import ledger, record
from tests.trust.cast import add, promised

Run = Callable[..., Result]
NAME = "answerable.example/anyshire"


@pytest.fixture
def run(book: Book) -> Run:
    app = typer.Typer()
    ledger_commands.register(app)
    record_commands.register(app)
    add(book, *(promised(n) for n in range(3)))
    return lambda *words: CliRunner().invoke(app, [str(word) for word in words])


@pytest.fixture
def away(tmp_path: Path) -> Path:
    place = tmp_path / "away"
    place.mkdir()
    return place


def sign(run: Run, home: Path, away: Path, *more: str) -> Result:
    words = ("sign", away / "text", home / "log", "--signer", away / "log.key")
    return run(*words, "--out", away / "note", *more)


def begun(run: Run, home: Path, away: Path) -> None:
    """The first checkpoint, with a key that is made where it stays."""
    assert run("checkpoint", "--prepare", away / "text", "--new", NAME).exit_code == 0
    made = sign(run, home, away, "--new")
    assert made.exit_code == 0, made.output
    vkey = made.output.split()[-1]
    (home / "policy").write_text(f"log {vkey}\nquorum 0\n")
    assert run("checkpoint", "--signed", away / "note").exit_code == 0


def test_it_is_published_as_if_it_were_signed_here(
    run: Run, home: Path, away: Path, book: Book
) -> None:
    begun(run, home, away)
    add(book, promised(9))
    assert run("checkpoint", "--prepare", away / "text").exit_code == 0
    add(book, promised(10))  # meanwhile the record goes on
    assert sign(run, home, away).exit_code == 0
    done = run("checkpoint", "--signed", away / "note")
    assert done.output.startswith(f"{NAME}\n4\n")
    policy = verify.policy_of((home / "policy").read_text())
    assert (
        verify.checkpoint((home / "log" / "checkpoint").read_text(), policy, policy.quorum).size
        == 4
    )
    assert ledger.verify(policy=home / "policy").signed == 2
    assert not (home / "signer.json").exists()
    assert record.origin() == NAME
    assert (away / "log.key").stat().st_mode & 0o77 == 0
    run("proof", "1", "--out", away)
    leaf, proof = (away / "1.entry").read_bytes(), (away / "1.tlog-proof").read_bytes()
    assert verify.receipt(leaf, proof, policy)[0].startswith("HOLDS")


def test_it_signs_no_other_log_no_smaller_and_no_changed_one(
    run: Run, home: Path, away: Path, book: Book
) -> None:
    begun(run, home, away)
    first = (away / "text").read_text()
    add(book, *(promised(n) for n in range(10, 300)))
    assert run("checkpoint", "--prepare", away / "text").exit_code == 0
    whole, kept = (away / "text").read_text(), (away / "log.key").read_text()
    for text, said in (
        (first.replace("anyshire", "other"), "is about the log answerable.example/other"),
        (f"{NAME}\n293\n{first.splitlines()[2]}\n", "are not those of the record"),
        ("no text", "is not what"),
    ):
        (away / "text").write_text(text)
        told = sign(run, home, away)
        assert (told.exit_code, said in told.output) == (2, True), told.output
    assert (away / "log.key").read_text() == kept
    (away / "text").write_text(whole)
    tile = home / "log" / "tile" / "0" / "000"
    tile.write_bytes(bytes(32) + tile.read_bytes()[32:])
    assert sign(run, home, away).exit_code == 2
    (away / "text").write_text(first)
    assert sign(run, home, away, "--new").exit_code == 2


def test_a_note_that_is_not_of_this_record_is_not_published(
    run: Run, home: Path, away: Path, tmp_path: Path
) -> None:
    begun(run, home, away)
    published = (home / "log" / "checkpoint").read_bytes()
    note = (away / "note").read_text()
    (away / "note").write_text(note.replace("\n3\n", "\n2\n"))
    told = run("checkpoint", "--signed", away / "note")
    assert (told.exit_code, "is not taken" in told.output) == (2, True)
    assert run("checkpoint", "--signed", tmp_path / "nothing").exit_code == 2
    assert (home / "log" / "checkpoint").read_bytes() == published
