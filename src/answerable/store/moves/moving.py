"""A whole record from one database to another: SQLite to PostgreSQL, and back likewise.

Everything goes, row by row: entries, values, the tree, checkpoints, commands that were answered,
accounts and drafts, and the keys. The source is only read, and takes no entry meanwhile; the
target must be empty, and is checked against the source's root before it is called done.
"""

from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import islice
from typing import Any

from answerable.config import Config
from answerable.store.checks.verification import verify
from answerable.store.engine import database, start
from answerable.store.engine.dialect import Connection, Engine
from answerable.store.engine.keys import keys_of
from answerable.vocabulary.refusal import Refusal

ROWS = 2_000
_LEFT = ("auth_", "django_content_type", "django_migrations", "sqlite_")
"""Tables that Django makes anew, with the same content."""


class NotMoved(Refusal):
    """A record that was not moved, and why; the source is as it was."""

    code = "not_moved"


@dataclass(frozen=True, slots=True)
class Moved:
    """What arrived: entries, root and rows of all tables."""

    size: int
    root: str
    rows: int


def move(source: Config, target: Config) -> Moved:
    """Copy a record, with its keys, into an empty one, and check what arrived."""
    old, new = database.engine(source), database.engine(target)
    if old == new:
        raise NotMoved("The record lies there already. Name the address that it should move to.")
    start.migrate(target)
    with old.turn(), closing(old.connect()) as held:
        held.execute(old.begin)
        size, root, frontier = held.execute(old.head).fetchone()
        with old.reading() as book, closing(new.connect()) as into:
            into.execute(new.begin)
            if into.execute(new.head).fetchone()[0]:
                raise NotMoved("There is a record at that address already. Name an empty one.")
            keys_of(target).take(keys_of(source))
            count = _tables(book, old, into, new)
            if size:
                into.execute(
                    "UPDATE head SET size = ?, root = ?, frontier = ?", (size, root, frontier)
                )
            into.execute("COMMIT")
        checked = verify(new, keys=keys_of(target), unsafe=())
    if (checked.size, checked.root) != (size, bytes(root).hex()) or not checked.holds:
        why = checked.faults[0] if checked.faults else "it has another root"
        raise NotMoved(f"What arrived does not hold ({why}). Use the record where it was.")
    return Moved(size, checked.root, count)


def _tables(book: Connection, old: Engine, into: Connection, new: Engine) -> int:
    have, want = old.tables(book), new.tables(into)
    count = 0
    for table, columns in have.items():
        if table == "head" or table.startswith(_LEFT):
            continue
        if missing := set(columns) - set(want.get(table, {})):
            raise NotMoved(
                f"The table {table} at that address lacks {', '.join(sorted(missing))}: it was "
                "made by another version. Name an empty database."
            )
        if into.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0]:  # noqa: S608  # a name of ours
            raise NotMoved(f"The table {table} at that address is not empty. Name an empty one.")
        count += _rows(book, into, table, columns, want[table])
    new.numbered(into)
    new.reindex(into)
    return count


def _rows(
    book: Connection,
    into: Connection,
    table: str,
    columns: Mapping[str, str],
    want: Mapping[str, str],
) -> int:
    names = ", ".join(f'"{name}"' for name in columns)
    marks = ", ".join("?" * len(columns))
    forms = [_FORMS.get((columns[name], want[name])) for name in columns]
    source = iter(book.execute(f'SELECT {names} FROM "{table}"'))  # noqa: S608  # names of ours
    count = 0
    while rows := list(islice(source, ROWS)):
        into.executemany(
            f'INSERT INTO "{table}" ({names}) VALUES ({marks})',  # noqa: S608  # as above
            [_formed(row, forms) for row in rows],
        )
        count += len(rows)
    return count


def _formed(row: Sequence[Any], forms: Sequence[Callable[[Any], Any] | None]) -> tuple[Any, ...]:
    return tuple(
        value if form is None or value is None else form(value)
        for value, form in zip(row, forms, strict=True)
    )


def _moment(text: str) -> str:
    """A moment as Django keeps it on SQLite: in UTC, unsaid."""
    return text.removesuffix("+00")


_FORMS: Mapping[tuple[str, str], Callable[[Any], Any]] = {
    ("bool", "boolean"): bool,
    ("boolean", "bool"): int,
    ("timestamp with time zone", "datetime"): _moment,
    ("datetime", "timestamp with time zone"): lambda text: f"{text}+00",
}
"""(Kind of a column there, kind here) -> how its values are written here."""
