"""The words of kept documents, paragraph by paragraph: an index in a file of the home.

It is disposable: whatever is in it comes from the texts beside the originals (`documents.py`), and
a lost or damaged one is made again. Its words are plain before they come here, as in the index of
the record (`engine/words.py`). Who may see a document is known in `in_documents.py`, not here.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from answerable.store.engine import sqlite, start
from answerable.store.engine.words import indexed

FILE = "document-words.sqlite"
_VERSION = 1
_TABLES = (
    "PRAGMA secure_delete=ON",
    "CREATE TABLE IF NOT EXISTS file (sha TEXT PRIMARY KEY) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS paragraph (id INTEGER PRIMARY KEY, sha TEXT NOT NULL,"
    " start INTEGER NOT NULL, stop INTEGER NOT NULL, text TEXT NOT NULL, words TEXT NOT NULL)",
    "CREATE INDEX IF NOT EXISTS paragraph_of ON paragraph (sha)",
    "CREATE VIRTUAL TABLE IF NOT EXISTS paragraph_index USING fts5(words, content='paragraph',"
    " content_rowid='id', tokenize='ascii', columnsize=0)",
    f"PRAGMA user_version={_VERSION}",
)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words of a document and their place `[start, stop)` in its canonical text."""

    start: int
    stop: int
    text: str


def held() -> frozenset[str]:
    """SHA-256 of every document whose words are here."""
    with _opened() as index:
        return frozenset(str(sha) for (sha,) in index.execute("SELECT sha FROM file"))


def take_in(sha256: str, paragraphs: Iterable[Paragraph]) -> None:
    """Put the words of a document in the place of those that were here."""
    rows = [
        (p.start, p.stop, p.text, indexed((p.text,), kind="", institution="")) for p in paragraphs
    ]
    with _opened() as index, index:
        index.execute("BEGIN IMMEDIATE")
        _drop(index, sha256)
        index.execute("INSERT INTO file (sha) VALUES (?)", (sha256,))
        for row in rows:
            made = index.execute(
                "INSERT INTO paragraph (sha, start, stop, text, words) VALUES (?, ?, ?, ?, ?)",
                (sha256, *row),
            )
            index.execute(
                "INSERT INTO paragraph_index (rowid, words) VALUES (?, ?)",
                (made.lastrowid, row[-1]),
            )


def drop(sha256: str) -> None:
    """Take a document's words out for good: nothing of them stays in the file."""
    if not _file().exists():
        return
    with _opened() as index, index:
        index.execute("BEGIN IMMEDIATE")
        if _drop(index, sha256):
            index.execute("INSERT INTO paragraph_index (paragraph_index) VALUES ('optimize')")


Find = Callable[[Sequence[Sequence[str]]], Iterator[tuple[str, Paragraph]]]
"""Gives paragraphs that have one word or phrase of each group; the last taken in comes first."""


@contextmanager
def finding() -> Iterator[Find]:
    """Look for several things, one after the other."""
    with _opened() as index:

        def find(wanted: Sequence[Sequence[str]]) -> Iterator[tuple[str, Paragraph]]:
            groups = (f"({' OR '.join(map(sqlite.quoted, group))})" for group in wanted)
            rows = index.execute(
                "SELECT p.sha, p.start, p.stop, p.text FROM paragraph_index"
                " CROSS JOIN paragraph AS p ON p.id = paragraph_index.rowid"
                " WHERE paragraph_index MATCH ? ORDER BY paragraph_index.rowid DESC",
                (" AND ".join(groups),),
            )
            for sha256, begin, stop, text in rows:
                yield str(sha256), Paragraph(begin, stop, text)

        yield find


def _drop(index: sqlite3.Connection, sha256: str) -> bool:
    rows = index.execute("SELECT id, words FROM paragraph WHERE sha = ?", (sha256,)).fetchall()
    index.executemany(
        "INSERT INTO paragraph_index (paragraph_index, rowid, words) VALUES ('delete', ?, ?)", rows
    )
    index.execute("DELETE FROM paragraph WHERE sha = ?", (sha256,))
    index.execute("DELETE FROM file WHERE sha = ?", (sha256,))
    return bool(rows)


def _file() -> Path:
    return start.ready().home / FILE


@contextmanager
def _opened() -> Iterator[sqlite3.Connection]:
    file = _file()
    try:
        made = _connected(file)
    except sqlite3.DatabaseError as error:
        if sqlite.kind(error) != "damaged":
            raise
        file.unlink()
        made = _connected(file)
    with closing(made):
        yield made


def _connected(file: Path) -> sqlite3.Connection:
    """A rollback journal in memory leaves nothing on the disk of what was taken out."""
    made = sqlite3.connect(file, timeout=sqlite.BUSY_SECONDS, isolation_level=None)
    made.execute("PRAGMA journal_mode=MEMORY")
    if made.execute("PRAGMA user_version").fetchone()[0] != _VERSION:
        for statement in _TABLES:
            made.execute(statement)
    made.execute("PRAGMA secure_delete=ON")
    return made
