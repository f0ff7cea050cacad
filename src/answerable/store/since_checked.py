"""Does what was checked once still lie as it lay then, and is what follows plainly right?

A mark is a digest of the columns of all entries up to a size and of their values, taken when all
of them were found to hold. While it is the same they are the same bytes, so they hold still; only
what follows is taken apart. Leaves, tree and head are not in it: they are checked each time.
The keys of sealed values are in it. Where one is not here there is no mark, and where anything is
not as it was, or what follows is not plain, the record is checked whole.
"""

import hashlib
import marshal
from collections import defaultdict
from collections.abc import Iterator
from itertools import islice, pairwise
from pathlib import Path
from typing import Any, NamedTuple

from answerable.store.checks import plain_check
from answerable.store.engine.dialect import Connection, Engine, Row
from answerable.store.engine.keys import Keys

BATCH, FORM, VALUE = 2_000, 2, 8
"""Rows at once; the form of `marshal` in which equal values are the same bytes; columns of one."""
_ENTRIES = """
SELECT seq, entry_id, institution, stream, type, class, recorded_at, valid_from, valid_to
FROM entry ORDER BY seq"""
_LEAF = "SELECT leaf FROM entry WHERE seq = ?"
_VALUES = "SELECT entry_id, field, salt, value, class, state, sealed, key_id FROM payload"
_FILED = "SELECT DISTINCT {doc} FROM entry WHERE type = 'DocumentFiled'"


class Mark(NamedTuple):
    """The size of a record that was found to hold, and the digest of how it lay."""

    size: int
    digest: str


class Since(NamedTuple):
    """The files that are as they were filed, and the mark of the record as it lies now."""

    files: int
    mark: Mark


def mark(engine: Engine, keys: Keys, *, size: int) -> Mark | None:
    """The mark of a record that was just found to hold; None where a key is not here."""
    with engine.reading() as book:
        laid = _laid(book, keys, size)
    return Mark(size, laid.now) if laid.now and laid.size == size else None


def since(engine: Engine, keys: Keys, before: Mark, *, size: int, documents: Path) -> Since | None:
    """What is plainly right in a record whose leaves, tree and head hold at a size.

    None where it is not so: it must be checked whole, which also names what is wrong.
    """
    with engine.reading() as book:
        laid = _laid(book, keys, before.size)
        if laid.before != before.digest or laid.size != size or any(engine.damage(book)):
            return None
        stamps = [laid.last, *(_stamp(book, row, laid.values[row[1]]) for row in laid.new)]
        files = _files(book, engine, documents)
    if files is None or not all(one and two and one < two for one, two in pairwise(stamps)):
        return None
    return Since(files, Mark(size, laid.now))


class _Laid(NamedTuple):
    """How a record lies: digests of what is before a size, and of all; what follows the size."""

    before: str
    now: str
    size: int
    last: str
    new: list[Row]
    values: dict[str, list[Row]]


def _laid(book: Connection, keys: Keys, size: int) -> _Laid:
    before, now = _Digest(), _Digest()
    new: dict[str, Row] = {}
    values: dict[str, list[Row]] = defaultdict(list)
    count, last = 0, ""
    for rows in _batches(book, _ENTRIES):
        old = [row for row in rows if row[0] < size]
        part = _Part.of(rows)
        before.add(part if len(old) == len(rows) else _Part.of(old))
        now.add(part)
        new.update((row[1], row) for row in rows[len(old) :])
        count, last = count + len(rows), old[-1][6] if old else last
    for rows in _batches(book, _VALUES):
        old = [row for row in rows if row[0] not in new] if new else rows
        part = _Part.of(rows)
        before.add(part if len(old) == len(rows) else _Part.of(old))
        now.add(part)
        for row in rows if len(old) < len(rows) else ():
            values[row[0]].append(row)
    digests = before.with_keys(keys), now.with_keys(keys)
    return _Laid(*digests, count, last, list(new.values()), values)


class _Part(NamedTuple):
    """Rows as bytes, and which keys open the values among them that are sealed."""

    data: bytes
    sealed: list[str]

    @classmethod
    def of(cls, rows: list[Row]) -> "_Part":
        """Of entries, or of values, which have eight columns."""
        values = rows if rows and len(rows[0]) == VALUE else ()
        sealed = [row[7] for row in values if row[6] is not None]
        return cls(marshal.dumps(rows, FORM) if rows else b"", sealed)


class _Digest:
    """Of parts, and of the keys of what is sealed in them."""

    def __init__(self) -> None:
        self._sum = hashlib.sha256()
        self._sealed: set[str] = set()

    def add(self, part: _Part) -> None:
        """Take rows in, in their order."""
        self._sum.update(part.data)
        self._sealed.update(part.sealed)

    def with_keys(self, keys: Keys) -> str:
        """The digest; nothing where a key is not here."""
        found = keys.find(self._sealed)
        if found.keys() != self._sealed:
            return ""
        for name in sorted(found):
            key = found[name]
            self._sum.update(marshal.dumps((key.key_id, key.key, key.salt), FORM))
        return self._sum.hexdigest()


def _batches(book: Connection, sql: str) -> Iterator[list[Row]]:
    found = iter(book.execute(sql))
    while rows := list(islice(found, BATCH)):
        yield rows


def _stamp(book: Connection, row: Row, values: list[Row]) -> str | None:
    """The stamp of an entry that is plainly right in every part; else None."""
    seq, marking = row[0], row[5]
    told: list[tuple[Any, ...]] = [
        (seq, field, salt, value, None if (kind, state, key) == (marking, "held", None) else 1)
        for _, field, salt, value, kind, state, _, key in sorted(values, key=lambda v: v[1])
    ]
    leaf = book.execute(_LEAF, (seq,)).fetchone()
    return plain_check.right((*row, *leaf), told) if leaf else None


def _files(book: Connection, engine: Engine, documents: Path) -> int | None:
    """How many documents are filed, each with the bytes that the record names; else None."""
    doc_of = engine.leaf("leaf", "fact", "doc")
    docs = [str(doc) for (doc,) in book.execute(_FILED.format(doc=doc_of)) if doc is not None]
    paths = [documents / doc[:2] / doc for doc in docs]
    for doc, path in zip(docs, paths, strict=True):
        if not path.is_file() or hashlib.sha256(path.read_bytes()).hexdigest() != doc:
            return None
    return len(docs)
