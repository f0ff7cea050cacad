"""What only a server can do wrong: triggers disabled, a lax setting, an end in the middle."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from answerable.config import config
from answerable.ledger.book import Book
from answerable.operations.record import ledger
from answerable.store.checks import rebuilding
from answerable.store.engine import database, start, trouble
from answerable.store.engine.postgres import Postgres
from answerable.store.reads import registers
from answerable.vocabulary.refusal import Refusal
from tests.engines.conftest import use_book
from tests.engines.server import Server
from tests.factories import FORCE
from tests.trust.cast import add, moved, promised
from tests.trust.test_kill import CHILD, ROOT, acknowledged

pytestmark = pytest.mark.engines
Sql = Callable[[str], str]


@pytest.fixture
def sql(home: Path, another: str, server: Server) -> Sql:
    """Statements of the database's administrator, on a database that this test may break."""
    use_book(another)
    name = another.rpartition("/")[2]
    return lambda statement: server.sql(name, statement)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE entry SET stream = 'x'",
        "DELETE FROM entry",
        "TRUNCATE entry CASCADE",
        "UPDATE payload SET value = NULL, salt = NULL, state = 'erased'",
        "UPDATE payload SET class = 'public'",
        "DELETE FROM payload",
        "UPDATE node SET hash = ''",
        "DELETE FROM node",
        "UPDATE head SET size = 1",
        "DELETE FROM head",
        "TRUNCATE checkpoint",
    ],
)
def test_the_record_refuses_changes_whoever_asks(book: Book, statement: str) -> None:
    add(book, promised(1), promised(2))
    with pytest.raises(Exception, match="never changed or removed"):
        database.rows(statement)
    assert registers.head().size == 2


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("ALTER TABLE entry DISABLE TRIGGER entry_no_update", "entry_no_update.*is disabled"),
        ("DROP TRIGGER payload_no_truncate ON payload", "payload_no_truncate.*is missing"),
        (
            "CREATE OR REPLACE FUNCTION answerable_refuse() RETURNS trigger LANGUAGE plpgsql"
            " AS 'BEGIN RETURN NEW; END'",
            "is changed",
        ),
        ("ALTER DATABASE {name} SET synchronous_commit = off", None),
    ],
)
def test_an_unsafe_database_is_refused(sql: Sql, another: str, statement: str, told: str) -> None:
    sql(statement.format(name=another.rpartition("/")[2]))
    start._opened.clear()
    database.close()
    if told is None:  # our connections say themselves that a commit waits for the disk
        assert start.ready().book == another
        assert database.rows("SHOW synchronous_commit") == [("on",)]
        return
    with pytest.raises(Refusal, match=told):
        start.ready()
    assert any("trigger" in str(fault) for fault in ledger.verify().faults)


def test_a_newer_database_is_refused(sql: Sql) -> None:
    sql(f"COMMENT ON TABLE head IS 'answerable tables {start.VERSION + 1}'")
    start._opened.clear()
    with pytest.raises(Refusal, match="use a newer Answerable"):
        start.ready()


def test_a_server_that_is_not_there_is_told_without_its_password(home: Path) -> None:
    use_book("postgresql://me:secret@127.0.0.1:1/none")
    with pytest.raises(Refusal, match="cannot be opened") as caught:
        start.ready()
    assert "secret" not in caught.value.sentence
    assert "postgresql://127.0.0.1:1/none" in caught.value.sentence


def test_an_address_that_no_engine_knows_is_refused(home: Path) -> None:
    with pytest.raises(Refusal, match="no kind of record"):
        database.engine(replace(config(), book_given="mysql://somewhere/x"))


def test_a_change_by_the_administrator_is_found_and_named(book: Book, sql: Sql) -> None:
    add(book, *(promised(n) for n in range(6)))
    assert ledger.verify().holds
    off, on = "SET session_replication_role = replica; ", ""
    for change, entry in (
        ("UPDATE entry SET leaf = leaf || ' ' WHERE seq = 2", 2),
        (
            "UPDATE payload SET value = '\"x\"' WHERE field = 'text' AND entry_id ="
            " (SELECT entry_id FROM entry WHERE seq = 3)",
            3,
        ),
        ("UPDATE entry SET stream = 'action/9' WHERE seq = 4", 4),
        ("DELETE FROM payload WHERE entry_id = (SELECT entry_id FROM entry WHERE seq = 5)", 5),
    ):
        sql(off + change + on)
        found = ledger.verify()
        assert entry in {fault.entry for fault in found.faults}, change
    assert ledger.verify(tree_only=True).faults[0].entry == 2


def test_what_the_server_ended_is_begun_again(book: Book, server: Server, shared: str) -> None:
    """Connections that an administrator ends, or a restart, cost no more than a new one."""
    add(book, promised(1))
    name = shared.rpartition("/")[2]
    server.sql(
        "postgres",
        f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'",  # noqa: S608  # our own name
    )
    assert registers.head().size == 1
    try:
        add(book, promised(2), key="again")
    except Refusal as refused:
        assert refused.code == "away"  # noqa: PT017  # either answer is right
        add(book, promised(2), key="again")
    assert registers.head().size == 2


def test_the_error_of_a_server_that_went_is_one_sentence(home: Path) -> None:
    try:
        Postgres("postgresql://me@127.0.0.1:1/none").connect()
    except Exception as error:
        told = trouble.in_words(error)
    assert told is not None
    assert "did not answer" in told.sentence


def appending(home: Path, begin: int, end: int) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", CHILD, str(begin), str(end)],
        cwd=ROOT,
        env={**os.environ, "ANSWERABLE_HOME": str(home)},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )


def test_processes_append_at_once_without_a_fork_or_a_gap(home: Path) -> None:
    each = 40
    children = [appending(home, n * 1_000, n * 1_000 + each) for n in range(4)]
    told = [seq for child in children for _, seq in acknowledged(child)]
    assert sorted(told) == list(range(4 * each))
    assert ledger.verify().holds
    assert all(state.same for state in rebuilding.compare())


def test_nothing_acknowledged_is_lost_when_the_server_is_stopped_at_once(
    home: Path, server: Server
) -> None:
    """R-08, one stop; `make deep ONLY=R-08` makes a hundred."""
    children = [appending(home, n * 10_000, (n + 1) * 10_000) for n in range(4)]
    told = {}
    for child in children:
        assert child.stdout is not None
        number, seq = child.stdout.readline().split()  # it is at work now
        told[int(number)] = int(seq)
    time.sleep(0.5)
    server.stop("immediate")
    told |= dict(pair for child in children for pair in acknowledged(child))
    server.start()
    on_record = {v.fact.stream: v.seq for v in registers.history(FORCE).versions}
    assert len(told) > len(children)
    assert [n for n, seq in told.items() if on_record.get(f"action/{n}") != seq] == []
    assert ledger.verify().holds
    assert all(state.same for state in rebuilding.compare())
    assert add(database_book(), moved(1, "2026-06-30")).count == 1


def database_book() -> Book:
    from answerable.store.book import book  # noqa: PLC0415  # after the server was started again

    return book()
