"""Homes, names and numbers that go wrong: one sentence and exit code 2, nothing left behind."""

import errno
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from answerable.ledger.book import Book
from answerable.operations.record import ledger, record
from answerable.store.engine import database, start, trouble
from answerable.store.engine.keys import Key, Keys
from answerable.store.papers import documents
from answerable.vocabulary.access import Classification
from answerable.vocabulary.facts import DocumentFiled
from answerable.vocabulary.refusal import Refusal
from tests.factories import FORCE, fact
from tests.trust.cast import AT, add, moved, promised

PAGE = 4096  # bytes, as SQLite makes them


def answerable(*words: str, home: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "answerable", *words],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        env={**os.environ, "ANSWERABLE_HOME": str(home)},
    )


def damaged(home: Path) -> Path:
    """Every page of the database that holds entries overwritten; the names of its tables stay."""
    database.connection().execute("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()
    file = home / "answerable.sqlite"
    data = bytearray(file.read_bytes())
    for at in range(PAGE, len(data), PAGE):
        if b"action/" in data[at : at + PAGE] and b"CREATE " not in data[at : at + PAGE]:
            data[at : at + PAGE] = b"\xff" * PAGE
    file.write_bytes(data)
    return file


def test_a_damaged_database_is_checked_and_named_and_nothing_else_runs(
    book: Book, home: Path
) -> None:
    add(book, *(promised(n) for n in range(20)))
    damaged(home)
    checked = answerable("verify", home=home)
    assert checked.returncode == 1
    assert "damaged" in checked.stdout
    refused = answerable("case", "west-mercia/soc", home=home)
    assert refused.returncode == 2
    assert "answerable verify" in refused.stderr


def test_a_home_that_cannot_be_used_is_refused_before_anything_is_served(home: Path) -> None:
    database.close()
    with closing(sqlite3.connect(home / "answerable.sqlite")) as raw:
        raw.execute("PRAGMA user_version = 99")
    ended = answerable("serve", "--port", "0", home=home)
    assert ended.returncode == 2
    assert "newer Answerable" in ended.stderr
    assert ended.stdout == ""


def test_control_characters_that_were_typed_are_shown_and_never_obeyed(home: Path) -> None:
    ended = answerable("case", "\x1b[31m\u202e", home=home)
    assert ended.returncode == 2
    assert "\\x1b[31m\\u202e" in ended.stderr
    assert "\x1b" not in ended.stderr


def test_a_sentence_about_a_very_long_word_stays_short(home: Path) -> None:
    ended = answerable("update", "x" * 10_000, "--text", "t", home=home)
    assert ended.returncode == 2
    assert len(ended.stderr) < 1_100


@pytest.mark.parametrize(
    "words", [("back-up", "x" * 400), ("back-up", "/"), ("restore", "x" * 400, "--into", "new")]
)
def test_a_name_that_no_file_can_have_is_refused(home: Path, words: tuple[str, ...]) -> None:
    ended = answerable(*words, home=home)
    assert ended.returncode == 2, ended.stderr
    assert "defect" not in ended.stderr


def test_a_wrong_key_file_leaves_no_lock_behind(book: Book, tmp_path: Path) -> None:
    add(book, promised(1))
    empty = tmp_path / "empty"
    empty.mkdir()
    with pytest.raises(Refusal, match="There is no key"):
        record.checkpoint(at=AT, key_file=empty / "nothing.json")
    assert list(empty.iterdir()) == []


def test_an_entry_beyond_the_head_cannot_have_been_read(book: Book) -> None:
    add(book, promised(1))
    with pytest.raises(Refusal, match="the record ends at entry 0"):
        add(book, moved(1, "2026-06-30"), seen=1)
    assert add(book, moved(1, "2026-06-30"), seen=0).first == 1


def test_a_sequence_number_below_nought_is_wrong_usage(home: Path) -> None:
    ended = answerable("case", "west-mercia/soc", "--known", "-1", home=home)
    assert ended.returncode == 2
    assert "--known" in ended.stderr


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "disk is full"),
        (OSError(errno.EROFS, "Read-only file system"), "permissions"),
        (OSError(errno.ENAMETOOLONG, "File name too long"), "too long"),
    ],
)
def test_what_the_system_refuses_is_no_defect(error: OSError, sentence: str) -> None:
    told = trouble.in_words(error)
    assert told is not None
    assert sentence in told.sentence


def test_a_mistake_of_the_program_stays_a_defect() -> None:
    assert trouble.in_words(ValueError("x")) is None
    assert trouble.in_words(OSError(errno.EINVAL, "Invalid argument")) is None
    with closing(sqlite3.connect(":memory:")) as raw, pytest.raises(sqlite3.Error) as caught:
        raw.execute("SELECT nothing")
    assert trouble.in_words(caught.value) is None


def test_a_file_behind_an_entry_that_changed_or_went_is_found(book: Book) -> None:
    kept = [documents.keep(data) for data in (b"one", b"two", b"three")]
    for sha in kept:
        filed = fact(
            DocumentFiled,
            stream=f"document/{sha[:8]}",
            on="2026-01-05",
            doc=sha,
            title="A report",
            publisher=FORCE,
            media_type="text/plain",
        )
        add(book, filed)
    whole = ledger.verify()
    assert (whole.holds, whole.files) == (True, 3)
    folder = start.ready().documents
    (folder / kept[1][:2] / kept[1]).write_bytes(b"TWO")
    shutil.rmtree(folder / kept[2][:2])
    found = ledger.verify()
    assert [(fault.entry, kept[1] in str(fault)) for fault in found.faults] == [
        (1, True),
        (2, False),
    ]


def test_a_damaged_file_of_keys_is_named_as_such(book: Book, home: Path) -> None:
    add(book, promised(1, classes={"text": Classification.RESTRICTED}))
    for left in home.glob("keys.sqlite*"):
        left.write_bytes(b"junk")
    found = ledger.verify()
    assert not found.holds
    assert "keys" in str(found.faults[0])
    assert found.size == 1


def test_keys_that_cannot_be_opened_are_not_called_damaged(
    book: Book, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(book, promised(1, classes={"text": Classification.RESTRICTED}))
    shut = sqlite3.OperationalError("unable to open database file")
    shut.sqlite_errorcode = sqlite3.SQLITE_CANTOPEN

    def closed(*_: object) -> dict[str, Key]:
        raise shut

    monkeypatch.setattr(Keys, "find", closed)
    with pytest.raises(sqlite3.OperationalError):
        ledger.verify()


def test_a_value_that_is_held_and_marked_as_erased_is_found(book: Book, home: Path) -> None:
    add(book, promised(1))
    kept = database.rows("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
    with database.transaction() as raw:
        for name, _ in kept:
            raw.execute(f"DROP TRIGGER {name}")
        raw.execute("UPDATE payload SET state = 'erased' WHERE field = 'text'")
        for _, statement in kept:
            raw.execute(str(statement))
    (fault,) = ledger.verify().faults
    assert str(fault) == "entry 0: its value “text” is held and is marked as erased"


def test_verify_says_what_it_did_not_check(book: Book) -> None:
    add(book, promised(1))
    assert "Not checked here: the tables of the pages" in ledger.in_words(ledger.verify())
    assert "Not checked" not in ledger.in_words(ledger.verify(tree_only=True))
