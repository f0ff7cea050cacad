"""Promise P9: a backup is made while the record is in use, checked, and gives back all of it."""

import json
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from answerable.ledger.book import Book
from answerable.operations.record import ledger
from answerable.store.engine import database, start
from answerable.store.moves.backup import DATABASE, MANIFEST, Backup
from answerable.store.papers import documents
from answerable.store.reads import registers
from answerable.vocabulary.access import Classification
from answerable.vocabulary.facts import ActionPromised
from answerable.vocabulary.refusal import Refusal
from tests.conftest import use_home
from tests.factories import FORCE
from tests.trust.cast import AT, OFFICER, add, promised

NOW = datetime(2026, 2, 1, tzinfo=UTC)


@pytest.fixture
def made(book: Book, home: Path, tmp_path: Path) -> Backup:
    add(book, *(promised(n) for n in range(9)))
    add(book, promised(9, text="kept close", classes={"text": Classification.RESTRICTED}))
    documents.keep(b"the report")
    return ledger.back_up(tmp_path / "b" / "one.zip", at=NOW)


def test_a_restored_home_has_the_same_root_documents_and_sealed_values(
    made: Backup, tmp_path: Path
) -> None:
    before = registers.head()
    back = ledger.restore(made.file, into=tmp_path / "other")
    assert (back.size, back.root) == before == (made.size, made.root)
    use_home(tmp_path / "other")
    assert registers.head() == before
    (digest,) = documents.held()
    assert documents.original(digest) == b"the report"
    seen = registers.register(FORCE, valid=AT.date(), actor=OFFICER).of(ActionPromised)
    assert seen[-1].text == "kept close"
    assert ledger.verify().holds


def test_keys_are_kept_apart_and_without_them_sealed_values_stay_closed(
    made: Backup, tmp_path: Path
) -> None:
    with zipfile.ZipFile(made.file) as packed:
        assert not [name for name in packed.namelist() if "key" in name]
    assert made.keys is not None
    made.keys.unlink()
    assert ledger.restore(made.file, into=tmp_path / "other").keys is None
    use_home(tmp_path / "other")
    result = ledger.verify()
    assert (result.holds, result.unopened) == (True, 1)
    assert "1 sealed values were not opened" in ledger.in_words(result)


def test_a_home_that_holds_something_is_never_written_over(made: Backup, home: Path) -> None:
    with pytest.raises(Refusal, match="is not empty"):
        ledger.restore(made.file)
    with pytest.raises(Refusal, match="exists already"):
        ledger.back_up(made.file, at=NOW)


def changed(made: Backup, name: str, data: bytes, **manifest: object) -> Path:
    """The backup with one member replaced, and its manifest changed."""
    target = made.file.with_name("changed.zip")
    with zipfile.ZipFile(made.file) as old, zipfile.ZipFile(target, "w") as new:
        for member in old.namelist():
            content = old.read(member)
            if member == MANIFEST:
                content = json.dumps({**json.loads(content), **manifest}).encode()
            new.writestr(member, data if member == name else content)
    return target


def test_a_newer_backup_is_refused(made: Backup, tmp_path: Path) -> None:
    newer = changed(made, "", b"", version=start.VERSION + 1)
    with pytest.raises(Refusal, match="use a newer Answerable"):
        ledger.restore(newer, into=tmp_path / "other")
    assert not (tmp_path / "other").exists()


def test_a_damaged_backup_is_refused_and_leaves_nothing(made: Backup, tmp_path: Path) -> None:
    for broken in (
        changed(made, DATABASE, b"SQLite format 3\0"),
        changed(made, "", b"", root="00" * 32),
        changed(made, "", b"", files={"../escaped": "00"}),
    ):
        with pytest.raises(Refusal):
            ledger.restore(broken, into=tmp_path / "other")
        assert not (tmp_path / "other").exists()
        assert not (tmp_path / "escaped").exists()
    short = tmp_path / "short.zip"
    short.write_bytes(made.file.read_bytes()[:2_000])
    with pytest.raises(Refusal, match="not a backup"):
        ledger.restore(short, into=tmp_path / "other")
    with pytest.raises(Refusal, match="There is no file"):
        ledger.restore(tmp_path / "none.zip", into=tmp_path / "other")


def test_a_record_that_does_not_hold_is_not_backed_up_as_if_it_did(
    book: Book, tmp_path: Path
) -> None:
    add(book, promised(1))
    with database.transaction() as raw:
        raw.execute("DROP TRIGGER payload_no_update")
        raw.execute("UPDATE payload SET value = x'2278223a' WHERE field = 'text'")
    with pytest.raises(Refusal, match="does not hold together"):
        ledger.back_up(tmp_path / "two.zip", at=NOW)
    assert not (tmp_path / "two.zip").exists()
