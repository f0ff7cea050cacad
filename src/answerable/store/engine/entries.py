"""Entries as the tables hold them: leaf and payloads, in sequence."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from operator import itemgetter

from answerable.ledger.commitments import Payload
from answerable.ledger.entry import Entry
from answerable.store.engine import database
from answerable.store.engine.dialect import Connection
from answerable.store.engine.keys import Key, Keys, opened

PAGE = 2_000

_SELECT = """
SELECT e.seq, e.leaf, e.entry_id, p.field, p.salt, p.value, p.class, p.sealed, p.key_id
FROM entry AS e LEFT JOIN payload AS p ON p.entry_id = e.entry_id
WHERE e.seq >= ? AND e.seq < ? AND (? IS NULL OR e.institution = ?)
ORDER BY e.seq, p.field"""

_SELECT_ABOUT = _SELECT.replace("(? IS NULL OR e.institution = ?)", "e.institution = ?")
_SELECT_STREAM = _SELECT.replace("(? IS NULL OR e.institution = ?)", "e.stream = ?")


def read(*, about: str | None, begin: int, end: int) -> Iterator[Entry]:
    """Entries [begin, end) as they lie on the disk: sealed values stay sealed."""
    if about is not None:
        yield from _entries(database.rows(_SELECT_ABOUT, (begin, end, about)), {})
        return
    for start in range(begin, end, PAGE):
        stop = min(start + PAGE, end)
        yield from _entries(database.rows(_SELECT, (start, stop, None, None)), {})


def read_opened(
    *, about: str, begin: int, end: int, keys: Keys, book: Connection | None = None
) -> list[Entry]:
    """Entries about one institution with sealed values opened: for decisions and registers.

    Of the record in force, unless another is named.
    """
    asked = (_SELECT_ABOUT, (begin, end, about))
    found = book.execute(*asked).fetchall() if book else database.rows(*asked)
    return list(_entries(found, keys.find(row[8] for row in found if row[8])))


def _entries(found: Iterable[database.Row], keys: Mapping[str, Key]) -> Iterator[Entry]:
    for (seq, leaf, entry_id), group in groupby(found, key=itemgetter(0, 1, 2)):
        payloads = (Payload(*row[3:]) for row in group if row[3] is not None)
        yield Entry(seq, leaf, tuple(opened(p, keys, entry_id=entry_id) for p in payloads))


def of_streams(streams: Iterable[str], *, size: int) -> list[Entry]:
    """Entries of some streams below a size, as they lie on the disk: sealed values stay sealed."""
    found: list[Entry] = []
    for stream in streams:
        rows = database.rows(_SELECT_STREAM, (0, size, stream))
        found += _entries(rows, {})
    return sorted(found, key=lambda entry: entry.seq)


def about_keys(key_ids: Iterable[str], *, size: int) -> list[Entry]:
    """Enrolments, rotations and revocations of some keys, and of the keys that signed them."""
    found: dict[int, Entry] = {}
    asked: set[str] = set()
    wanted = set(key_ids)
    while wanted:
        asked |= wanted
        made = of_streams((f"key/{key_id}" for key_id in sorted(wanted)), size=size)
        found |= {entry.seq: entry for entry in made}
        wanted = {entry.by.key for entry in made if entry.by.key} - asked
    return [found[seq] for seq in sorted(found)]
