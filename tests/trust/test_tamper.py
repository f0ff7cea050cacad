"""Promise P2: whoever changes the record by hand is found, and the entry is named.

Changes are made as a database administrator could: triggers dropped, rows edited, triggers made
again. Control: an untouched copy holds, and a rewrite of everything is found with a checkpoint
and, without one, looks whole.
"""

# ruff: noqa: S608  # table and column names are constants of this file

import hashlib
import random
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from os import abort
from pathlib import Path
from typing import Any

import pytest

from answerable.ledger import merkle
from answerable.ledger.book import Book
from answerable.store.checks import beside, verification
from answerable.store.checks.verification import Verification, verify
from answerable.store.engine import database
from answerable.store.engine.keys import Keys
from answerable.vocabulary.access import Classification
from tests.trust.cast import add, moved, promised

SEED = 20_261_125
MUTATIONS = 120

Change = Callable[[sqlite3.Connection, random.Random], int | None]


@pytest.fixture
def record(book: Book, home: Path) -> Path:
    return filled(book, home)


def filled(book: Book, home: Path) -> Path:
    """A database of 45 entries, some values sealed."""
    secret = {"text": Classification.RESTRICTED}
    add(book, *(promised(n) for n in range(20)))
    add(book, *(promised(n, classes=secret) for n in range(20, 25)))
    for n in range(20):
        add(book, moved(n, "2026-06-30"))
    database.connection().execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return home / "answerable.sqlite"


def edited(record: Path, change: Callable[[sqlite3.Connection], int | None]) -> int | None:
    """Change a database behind its triggers; the entry that was changed."""
    with closing(sqlite3.connect(record)) as raw:
        triggers = raw.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
        ).fetchall()
        for name, _ in triggers:
            raw.execute(f"DROP TRIGGER {name}")
        entry = change(raw)
        for _, statement in triggers:
            raw.execute(statement)
        raw.commit()
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return entry


def checked(record: Path, **more: object) -> Verification:
    return verify(record, keys=Keys(record.with_name("keys.sqlite")), **more)  # type: ignore[arg-type]  # test data


def flipped(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data) * 8)
    changed = bytearray(data)
    changed[at // 8] ^= 1 << at % 8
    return bytes(changed)


def some(raw: sqlite3.Connection, chance: random.Random) -> int:
    return chance.randrange(raw.execute("SELECT count(*) FROM entry").fetchone()[0])


def leaf(raw: sqlite3.Connection, chance: random.Random) -> int:
    seq = some(raw, chance)
    (old,) = raw.execute("SELECT leaf FROM entry WHERE seq = ?", (seq,)).fetchone()
    raw.execute("UPDATE entry SET leaf = ? WHERE seq = ?", (flipped(old, chance), seq))
    return seq


def leaf_and_hash(raw: sqlite3.Connection, chance: random.Random) -> int:
    seq = leaf(raw, chance)
    (new,) = raw.execute("SELECT leaf FROM entry WHERE seq = ?", (seq,)).fetchone()
    raw.execute("UPDATE entry SET leaf_hash = ? WHERE seq = ?", (merkle.leaf_hash(new), seq))
    return seq


def pseudonym_and_hash(raw: sqlite3.Connection, chance: random.Random) -> int:
    """What no column and no commitment repeats: only the tree tells."""
    seq = some(raw, chance)
    (old,) = raw.execute("SELECT leaf FROM entry WHERE seq = ?", (seq,)).fetchone()
    at = old.index(b'"person":"') + 10 + chance.randrange(32)
    new = old[:at] + (b"0" if old[at : at + 1] != b"0" else b"1") + old[at + 1 :]
    raw.execute(
        "UPDATE entry SET leaf = ?, leaf_hash = ? WHERE seq = ?", (new, merkle.leaf_hash(new), seq)
    )
    return seq


def payload(raw: sqlite3.Connection, chance: random.Random) -> int:
    column = chance.choice(["value", "salt"])
    seq, entry_id, name, old = chance.choice(
        raw.execute(
            f"SELECT e.seq, p.entry_id, p.field, p.{column} FROM payload p JOIN entry e"
            f" USING (entry_id) WHERE p.{column} IS NOT NULL"
        ).fetchall()
    )
    raw.execute(
        f"UPDATE payload SET {column} = ? WHERE entry_id = ? AND field = ?",
        (flipped(old, chance), entry_id, name),
    )
    return int(seq)


def sealed(raw: sqlite3.Connection, chance: random.Random) -> int:
    seq, entry_id, name, old = chance.choice(
        raw.execute(
            "SELECT e.seq, p.entry_id, p.field, p.sealed FROM payload p JOIN entry e"
            " USING (entry_id) WHERE p.sealed IS NOT NULL"
        ).fetchall()
    )
    raw.execute(
        "UPDATE payload SET sealed = ? WHERE entry_id = ? AND field = ?",
        (flipped(old, chance), entry_id, name),
    )
    return int(seq)


def payload_erased(raw: sqlite3.Connection, chance: random.Random) -> int:
    seq = some(raw, chance)
    raw.execute(
        "UPDATE payload SET value = NULL, salt = NULL, sealed = NULL, state = 'erased'"
        " WHERE entry_id = (SELECT entry_id FROM entry WHERE seq = ?)"
        " AND field IN ('text', 'due')",
        (seq,),
    )
    return seq


def payload_dropped(raw: sqlite3.Connection, chance: random.Random) -> int:
    seq = some(raw, chance)
    raw.execute(
        "DELETE FROM payload WHERE field = 'quote'"
        " AND entry_id = (SELECT entry_id FROM entry WHERE seq = ?)",
        (seq,),
    )
    return seq


def marking(raw: sqlite3.Connection, chance: random.Random) -> int:
    seq = some(raw, chance)
    raw.execute(
        "UPDATE payload SET class = CASE class WHEN 'public' THEN ? ELSE 'public' END"
        " WHERE field = 'text' AND entry_id = (SELECT entry_id FROM entry WHERE seq = ?)",
        (chance.choice(["restricted", "internal", "nonsense"]), seq),
    )
    return seq if raw.execute("SELECT changes()").fetchone()[0] else payload(raw, chance)


def column(raw: sqlite3.Connection, chance: random.Random) -> int:
    seq = some(raw, chance)
    name = chance.choice(["institution", "stream", "type", "class", "recorded_at", "valid_from"])
    raw.execute(f"UPDATE entry SET {name} = {name} || 'x' WHERE seq = ?", (seq,))
    return seq


def last_deleted(raw: sqlite3.Connection, _: random.Random) -> int:
    (seq,) = raw.execute("SELECT max(seq) FROM entry").fetchone()
    raw.execute(
        "DELETE FROM payload WHERE entry_id = (SELECT entry_id FROM entry WHERE seq = ?)", (seq,)
    )
    raw.execute("DELETE FROM entry WHERE seq = ?", (seq,))
    return int(seq)


def middle_deleted(raw: sqlite3.Connection, chance: random.Random) -> int:
    seq = some(raw, chance)
    raw.execute("DELETE FROM entry WHERE seq = ?", (seq,))
    return seq


def swapped(raw: sqlite3.Connection, chance: random.Random) -> int:
    seq = some(raw, chance)
    other = (seq + chance.randrange(1, 40)) % 45
    one, two = (
        raw.execute("SELECT leaf, leaf_hash FROM entry WHERE seq = ?", (s,)).fetchone()
        for s in (seq, other)
    )
    raw.execute("UPDATE entry SET leaf = ?, leaf_hash = ? WHERE seq = ?", (*two, seq))
    raw.execute("UPDATE entry SET leaf = ?, leaf_hash = ? WHERE seq = ?", (*one, other))
    return seq


def inserted(raw: sqlite3.Connection, _: random.Random) -> None:
    raw.execute(
        "INSERT INTO entry SELECT 45, CASE substr(entry_id, 1, 1) WHEN 'f' THEN '0' ELSE 'f' END"
        " || substr(entry_id, 2), institution, stream, type,"
        " class, recorded_at, valid_from, valid_to, leaf, leaf_hash FROM entry WHERE seq = 44"
    )


def node(raw: sqlite3.Connection, chance: random.Random) -> None:
    level, index, old = chance.choice(raw.execute("SELECT level, idx, hash FROM node").fetchall())
    raw.execute(
        "UPDATE node SET hash = ? WHERE level = ? AND idx = ?",
        (flipped(old, chance), level, index),
    )


def head(raw: sqlite3.Connection, chance: random.Random) -> None:
    name = chance.choice(["root", "frontier"])
    (old,) = raw.execute(f"SELECT {name} FROM head").fetchone()
    raw.execute(f"UPDATE head SET {name} = ?", (flipped(old, chance),))


CHANGES: tuple[Change, ...] = (
    *(leaf, leaf_and_hash, pseudonym_and_hash, payload, sealed, payload_erased),
    *(
        payload_dropped,
        marking,
        column,
        last_deleted,
        middle_deleted,
        swapped,
        inserted,
        node,
        head,
    ),
)


def test_an_untouched_record_holds(record: Path) -> None:
    found = checked(record)
    assert found.holds, found.faults
    assert (found.size, found.unopened) == (45, 0)
    edited(record, lambda _: None)
    assert checked(record).holds


def test_every_change_by_hand_is_found_and_named(record: Path, tmp_path: Path) -> None:
    chance = random.Random(SEED)  # noqa: S311  # a seed that repeats the campaign
    shutil.copy(record.with_name("keys.sqlite"), tmp_path / "keys.sqlite")
    copy = tmp_path / "copy.sqlite"
    for number in range(MUTATIONS):
        change = CHANGES[number % len(CHANGES)]
        shutil.copy(record, copy)
        seq = edited(copy, lambda raw, change=change: change(raw, chance))  # type: ignore[misc]  # bound in the loop
        found = checked(copy)
        told = f"{change.__name__}, change {number} of seed {SEED}: {found.faults[:3]}"
        assert not found.holds, told
        if seq is not None:
            named = [fault.entry for fault in found.faults if fault.entry is not None]
            assert any(abs(entry - seq) <= 1 for entry in named), told


@pytest.fixture
def in_two(monkeypatch: pytest.MonkeyPatch) -> list[int | None]:
    """Even a small record is checked in two processes; how each of the others ended."""
    ended: list[int | None] = []
    end = beside._Other.end

    def noted(other: Any) -> None:
        end(other)
        ended.append(other._process.exitcode if other.lives else None)

    monkeypatch.setattr(beside._Other, "end", noted)
    monkeypatch.setattr(beside, "SMALL", 1)
    monkeypatch.setattr(verification, "BATCH", 4)
    return ended


def test_in_two_processes_the_same_is_found_at_the_same_place(
    record: Path, in_two: list[int | None], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert checked(record).holds
    assert in_two == [0]
    chance = random.Random(SEED)  # noqa: S311  # a seed that repeats the campaign
    for change in (payload, column, payload_erased):  # so that there are faults of several kinds
        edited(record, lambda raw, change=change: change(raw, chance))  # type: ignore[misc]  # bound in the loop
    found = checked(record)
    assert in_two == [0, 0]
    monkeypatch.setattr(beside, "SMALL", 1_000)
    assert found == checked(record)
    assert len({fault.entry for fault in found.faults}) == 3


def test_a_record_is_checked_though_the_process_beside_cannot_begin_or_ends(
    record: Path, in_two: list[int | None], monkeypatch: pytest.MonkeyPatch
) -> None:
    chance = random.Random(SEED)  # noqa: S311  # a seed that repeats the campaign
    seq = edited(record, lambda raw: payload(raw, chance))
    monkeypatch.setattr(beside, "_look", abort)  # it ends as soon as it begins
    assert [fault.entry for fault in checked(record).faults] == [seq]
    monkeypatch.setattr(beside, "get_context", _no_process)
    monkeypatch.setattr(beside._Other, "end", lambda _: None)
    assert [fault.entry for fault in checked(record).faults] == [seq]
    assert in_two == [None]


def _no_process(*_: object) -> None:
    raise OSError("none can be begun")


def test_hashing_alone_finds_what_touches_the_tree(record: Path) -> None:
    chance = random.Random(SEED)  # noqa: S311  # a seed that repeats the campaign
    assert checked(record, tree_only=True).holds
    edited(record, lambda raw: pseudonym_and_hash(raw, chance))
    assert not checked(record, tree_only=True).holds


def rewritten(raw: sqlite3.Connection) -> None:
    """Entry 3 changed, and every hash above it made to fit: what no database can tell."""
    (old,) = raw.execute("SELECT leaf FROM entry WHERE seq = 3").fetchone()
    at = old.index(b'"person":"') + 10
    new = old[:at] + (b"1" if old[at : at + 1] == b"0" else b"0") + old[at + 1 :]
    raw.execute(
        "UPDATE entry SET leaf = ?, leaf_hash = ? WHERE seq = 3", (new, merkle.leaf_hash(new))
    )
    raw.execute("DELETE FROM node")
    frontier: tuple[bytes, ...] = ()
    for seq, leaf_hash in raw.execute("SELECT seq, leaf_hash FROM entry ORDER BY seq").fetchall():
        frontier, made = merkle.grow(seq, frontier, leaf_hash)
        raw.executemany("INSERT INTO node VALUES (?, ?, ?)", made)
    raw.execute(
        "UPDATE head SET root = ?, frontier = ?", (merkle.root(frontier), b"".join(frontier))
    )


def test_a_rewrite_of_everything_is_found_with_a_checkpoint_kept_elsewhere(record: Path) -> None:
    kept = {20: merkle.root_of(leaf_hashes(record, 20))}
    assert checked(record, checkpoints=kept).holds
    edited(record, rewritten)
    found = checked(record, checkpoints=kept)
    assert [str(f) for f in found.faults] == [
        "the record: its first 20 entries are not those of the checkpoint"
    ]
    control = checked(record)
    assert control.holds
    assert control.checkpoints == 0


def leaf_hashes(record: Path, size: int) -> list[bytes]:
    with closing(sqlite3.connect(record)) as raw:
        found = raw.execute("SELECT leaf FROM entry ORDER BY seq LIMIT ?", (size,)).fetchall()
    return [hashlib.sha256(b"\0" + leaf).digest() for (leaf,) in found]


def test_a_file_that_is_no_longer_a_database_is_told_not_thrown(record: Path) -> None:
    data = bytearray(record.read_bytes())
    data[4096 * 3 : 4096 * 40] = b"\xff" * (4096 * 37)
    record.write_bytes(data)
    assert not checked(record).holds


@pytest.mark.parametrize("table", ["entry", "node", "payload", "head"])
def test_the_triggers_refuse_a_change_that_does_not_lift_them(record: Path, table: str) -> None:
    with closing(sqlite3.connect(record)) as raw:
        for statement in _changes(table):
            with pytest.raises(sqlite3.IntegrityError, match="never changed or removed"):
                raw.execute(statement)


def _changes(table: str) -> Iterator[str]:
    yield f"DELETE FROM {table}"
    if table == "payload":
        yield "UPDATE payload SET value = NULL, salt = NULL, sealed = NULL, state = 'erased'"
        yield "UPDATE payload SET value = x'22'"
    elif table == "head":
        yield "UPDATE head SET size = 3"
        yield "UPDATE head SET root = x'00'"
    else:
        yield (
            f"UPDATE {table} SET rowid = rowid" if table == "entry" else "UPDATE node SET idx = 9"
        )
