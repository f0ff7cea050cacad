"""The record from outside: operations and commands verify, correct, rebuild, back up."""

import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from answerable.cli import ledger as commands
from answerable.ledger.book import Book
from answerable.operations.record import ledger
from answerable.store.engine import database
from answerable.store.reads import registers
from answerable.vocabulary.access import READER, Classification
from answerable.vocabulary.facts import ActionPromised, RungReached
from answerable.vocabulary.refusal import Conflict, Refusal
from tests.conftest import use_home
from tests.factories import FORCE
from tests.trust.cast import AT, OFFICER, add, moved, promised

Run = Callable[..., Result]
DAY = AT.date()


@pytest.fixture
def run(book: Book) -> Run:
    app = typer.Typer()
    commands.register(app)
    add(book, promised(1), promised(2, answers=("finding/1",)), promised(3))
    return lambda *words: CliRunner().invoke(app, [str(word) for word in words])


def damage(sql: str) -> None:
    """Change the record behind its triggers, and put them back."""
    with database.transaction() as raw:
        kept = raw.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in kept:
            raw.execute(f"DROP TRIGGER {name}")
        raw.execute(sql)
        for _, statement in kept:
            raw.execute(statement)


def test_verify_says_what_it_checked_and_claims_no_more(run: Run) -> None:
    done = run("verify")
    assert done.exit_code == 0
    assert "3 entries" in done.output
    assert "compared with no checkpoint: a rewrite of the whole tree and head" in done.output
    assert json.loads(run("verify", "--json").output)["faults"] == []


def test_verify_names_the_entry_and_exits_1(run: Run) -> None:
    damage("UPDATE payload SET value = '\"Lie.\"' WHERE rowid = 1")
    done = run("verify")
    assert done.exit_code == 1
    assert done.output.startswith("entry 0: ")
    assert "Traceback" not in done.output


def test_verify_tells_a_missing_trigger_as_a_fault(run: Run) -> None:
    database.rows("DROP TRIGGER entry_no_delete")
    done = run("verify")
    assert done.exit_code == 1
    assert "the record: The trigger entry_no_delete" in done.output


def test_verify_compares_a_checkpoint_that_was_kept_elsewhere(run: Run, tmp_path: Path) -> None:
    from base64 import b64encode  # noqa: PLC0415  # the note's own form

    root = b64encode(bytes.fromhex(registers.head().root)).decode()
    note = tmp_path / "checkpoint"
    note.write_text(f"answerable.example/a\n3\n{root}\n\n— answerable.example/a AAAA\n")
    done = run("verify", "--checkpoint", note)
    assert (done.exit_code, "Compared with 1 checkpoint" in done.output) == (0, True)
    note.write_text(f"answerable.example/a\n2\n{root}\n\n— answerable.example/a AAAA\n")
    done = run("verify", "--checkpoint", note)
    assert done.exit_code == 1
    assert "its first 2 entries are not those of the checkpoint" in done.output
    note.write_text("not a note")
    assert run("verify", "--checkpoint", note).exit_code == 2


def test_verify_of_a_folder_without_a_record_is_refused_and_makes_nothing(
    run: Run, tmp_path: Path
) -> None:
    use_home(tmp_path / "nowhere")
    done = run("verify")
    assert done.exit_code == 2
    assert "There is no record" in done.output
    assert not (tmp_path / "nowhere").exists()


def test_rebuild_check_exits_1_until_rebuild_has_mended(run: Run) -> None:
    assert run("rebuild", "--check").exit_code == 0
    with database.transaction() as raw:
        raw.execute("UPDATE action SET due = '1999-01-01' WHERE seq = 1")
    done = run("rebuild", "--check")
    assert (done.exit_code, "action: 3 rows, 1 missing, 1 too many" in done.output) == (1, True)
    assert run("rebuild").exit_code == 0
    assert run("rebuild", "--check").exit_code == 0


def test_a_correction_stands_beside_what_it_corrects_in_the_history(run: Run) -> None:
    correct()
    first, second, correction = ledger.history(reference="action/1", on=DAY)
    assert (first.values["due"], first.known_to) == ("2026-03-31", 3)
    assert (second.values["due"], second.corrections) == ("2026-04-30", (3,))
    assert correction.values["reason"] == "Misread."


def test_a_correction_keeps_the_kind_of_value_that_the_field_has(run: Run) -> None:
    correct(target="1", field="answers", value="a/1, b/2")
    (corrected,) = registers.register(FORCE, valid=DAY).of(ActionPromised, stream="action/2")
    assert corrected.answers == ("a/1", "b/2")


def correct(**changes: object) -> None:
    asked = {
        "by": OFFICER,
        "at": AT,
        "key": "k",
        "target": "action/1",
        "field": "due",
        "value": "2026-04-30",
        "reason": "Misread.",
    }
    ledger.correct(**{**asked, **changes})  # type: ignore[arg-type]  # one wrong value at a time


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"by": READER}, "may not correct"),
        ({"target": "action/9"}, "Nothing on the record"),
        ({"target": "99"}, "Nothing on the record"),
        ({"field": "colour"}, "no entry with a field"),
        ({"reason": " "}, "Say why"),
        ({"value": "30/2"}, "is not a date"),
        ({"target": "0", "field": "colour"}, "no field"),
    ],
)
def test_a_correction_that_cannot_be_is_refused(
    run: Run, changes: dict[str, object], sentence: str
) -> None:
    with pytest.raises(Refusal, match=sentence):
        correct(**changes)
    assert registers.head().size == 3


def test_a_correction_takes_only_the_words_that_a_field_has(run: Run, book: Book) -> None:
    like = promised(1)
    add(
        book,
        RungReached(
            institution=FORCE,
            stream=like.stream,
            valid=like.valid,
            said=like.said,
            source=like.source,
            rung="delivered",
        ),
    )
    with pytest.raises(Refusal, match="one of: promised, delivered, verified"):
        correct(target="3", field="rung", value="nearly there")
    correct(target="3", field="rung", value="promised")
    assert registers.head().size == 5


def test_a_correction_of_what_was_moved_meanwhile_is_a_conflict(run: Run, book: Book) -> None:
    add(book, moved(1, "2026-09-30"))
    with pytest.raises(Conflict):
        correct(seen=2, target="0")


def test_what_was_withdrawn_is_seen_no_more_and_stays_in_the_history(run: Run) -> None:
    assert run("withdraw", "0", "--reason=Entered twice.").exit_code == 0
    assert not registers.register(FORCE, valid=DAY).of(ActionPromised, stream="action/1")
    lines = ledger.history(reference="action/1", on=DAY)
    assert [(line.type, line.known_to) for line in lines] == [
        ("ActionPromised", 3),
        ("Withdrawn", None),
    ]
    again = run("withdraw", "0", "--reason=Again.")
    assert (again.exit_code, "no entry that still stands" in again.output) == (2, True)
    assert run("withdraw", "action/2", "--reason=x").exit_code == 2


def test_the_history_withholds_what_its_reader_may_not_see(book: Book) -> None:
    add(book, promised(1, text="kept close", classes={"text": Classification.RESTRICTED}))
    (line,) = ledger.history(reference="action/1", on=DAY)
    assert "text" not in line.values
    assert line.withheld == ("text",)
    (line,) = ledger.history(reference="action/1", actor=OFFICER, on=DAY)
    assert line.values["text"] == "kept close"


def test_the_same_correction_again_acts_once_even_the_next_day(run: Run) -> None:
    correct()
    correct(at=AT + timedelta(days=1))
    assert registers.head().size == 4


def test_back_up_and_restore_from_the_command_line(run: Run, tmp_path: Path) -> None:
    done = run("back-up", tmp_path / "b.zip")
    assert done.exit_code == 0, done.output
    assert "Keep the keys apart" in done.output
    done = run("restore", tmp_path / "b.zip", "--into", tmp_path / "new")
    assert done.output.startswith("Restored and checked: 3 entries")
    assert run("restore", tmp_path / "b.zip", "--into", tmp_path / "new").exit_code == 2
