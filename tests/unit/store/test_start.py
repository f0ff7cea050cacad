"""A home is opened when it is safe and of a version we know; else it is refused in a sentence."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from answerable.config import LOOPBACK, Config
from answerable.ledger.book import Book
from answerable.store.engine import database, start
from answerable.store.engine.tables import COLUMNS, COMMON, TABLE_OF
from answerable.store.models import (
    ActionRow,
    ClaimRow,
    ClosingRow,
    FindingRow,
    GradeRow,
    HoldingRow,
    MeetingRow,
    MoneyRow,
    PlanRow,
    QuestionRow,
    ResponseRow,
    SearchableRow,
    VerdictRow,
)
from answerable.vocabulary.refusal import Refusal
from tests.conftest import use_home
from tests.trust.cast import add, promised


def changed(home: Path, sql: str) -> None:
    with closing(sqlite3.connect(home / "answerable.sqlite")) as raw:
        raw.execute(sql)
        raw.commit()
    start._opened.clear()  # as in a process that has just begun


def test_a_new_home_is_made_and_opened_again(tmp_path: Path, home: Path) -> None:
    use_home(tmp_path / "new" / "home")
    made = start.ready()
    assert start.version_of(made.database) == start.VERSION
    assert made.secret_key_file.stat().st_mode & 0o077 == 0
    assert made.secret_key is not None
    assert len(made.secret_key) > 40
    use_home(home)


def test_the_settings_that_keep_data_safe_are_in_force(home: Path) -> None:
    start.ready()
    values = {
        name: database.rows(f"PRAGMA {name}")[0][0]
        for name in ("journal_mode", "synchronous", "foreign_keys", "secure_delete")
    }
    assert values == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "secure_delete": 1,
    }


def test_django_opens_the_same_file_as_safely(home: Path) -> None:
    from django.db import connection  # noqa: PLC0415  # only this test speaks to Django's

    with connection.cursor() as cursor:
        found = [
            cursor.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "synchronous", "foreign_keys", "secure_delete")
        ]
    assert found == ["wal", 2, 1, 1]


def test_a_newer_database_is_refused(home: Path) -> None:
    changed(home, f"PRAGMA user_version = {start.VERSION + 1}")
    with pytest.raises(Refusal, match="use a newer Answerable"):
        start.ready()


def test_a_missing_or_changed_trigger_is_refused(home: Path) -> None:
    changed(home, "DROP TRIGGER entry_no_update")
    with pytest.raises(Refusal, match=r"entry_no_update.*is missing"):
        start.ready()
    changed(home, "CREATE TRIGGER entry_no_update BEFORE UPDATE ON entry BEGIN SELECT 1; END")
    with pytest.raises(Refusal, match=r"entry_no_update.*is changed"):
        start.ready()


def test_a_lax_connection_is_told(home: Path) -> None:
    start.ready()
    database.rows("PRAGMA synchronous = NORMAL")
    assert any("synchronous" in sentence for sentence in start.unsafe())
    database.close()


def test_a_file_that_is_no_database_is_refused(home: Path) -> None:
    (home / "answerable.sqlite").write_bytes(b"not a database at all" * 100)
    start._opened.clear()
    with pytest.raises(Refusal, match="not a database"):
        start.ready()


def test_a_head_that_does_not_fit_its_entries_takes_no_more(book: Book, home: Path) -> None:
    add(book, promised(1), promised(2))
    with closing(sqlite3.connect(home / "answerable.sqlite")) as raw:
        (guard,) = raw.execute(
            "SELECT sql FROM sqlite_master WHERE name = 'entry_no_delete'"
        ).fetchone()
        raw.execute("DROP TRIGGER entry_no_delete")
        raw.execute("DELETE FROM entry WHERE seq = 1")
        raw.execute(guard)
        raw.commit()
    with pytest.raises(Refusal, match="does not fit its entries"):
        add(book, promised(3))


def test_a_site_that_others_can_reach_needs_its_own_key(
    tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ANSWERABLE_HOSTS", "record.example.org")
    use_home(tmp_path / "public")
    with pytest.raises(Refusal, match="ANSWERABLE_SECRET_KEY"):
        start.ready()
    assert not (tmp_path / "public").exists()


def test_configuration_is_read_from_the_environment(tmp_path: Path) -> None:
    key = tmp_path / "key"
    key.write_text("from a file\n")
    plain = Config.read({})
    assert (plain.home.name, plain.hosts, plain.on_loopback) == ("answerable-home", LOOPBACK, True)
    given = Config.read(
        {
            "ANSWERABLE_HOME": str(tmp_path),
            "ANSWERABLE_HOSTS": "a.example.org, b.example.org",
            "ANSWERABLE_SECRET_KEY_FILE": str(key),
        }
    )
    assert given.hosts == ("a.example.org", "b.example.org")
    assert (given.on_loopback, given.secret_key) == (False, "from a file")


def test_the_projections_have_the_columns_that_are_written() -> None:
    models = [
        *(FindingRow, GradeRow, PlanRow, ActionRow, MeetingRow, QuestionRow),
        *(ResponseRow, ClaimRow, MoneyRow, HoldingRow, ClosingRow, VerdictRow, SearchableRow),
    ]
    found = {m._meta.db_table: {f.column for f in m._meta.local_fields} for m in models}
    assert {t: set(COMMON) | set(c) for t, c in COLUMNS.items()} == {
        table: {column for column in columns if column} for table, columns in found.items()
    }
    assert {*TABLE_OF.values(), "searchable"} == set(COLUMNS)
