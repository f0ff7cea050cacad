"""Projections set against the fold, and made again from it."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from answerable.ledger.register import History
from answerable.store.engine import database, projection, start
from answerable.store.engine.dialect import Connection
from answerable.store.engine.keys import keys_of
from answerable.store.engine.sqlite import Sqlite
from answerable.store.engine.tables import COLUMNS, COMMON
from answerable.store.reads import registers
from answerable.store.reads.registers import Histories


@dataclass(frozen=True, slots=True)
class TableState:
    """A projection: rows that it should have, rows that are missing, rows that are too many."""

    table: str
    rows: int
    missing: int
    extra: int

    @property
    def same(self) -> bool:
        """It says what the fold says."""
        return not (self.missing or self.extra)


def compare() -> tuple[TableState, ...]:
    """Every projection set against a fold from nothing."""
    start.ready()
    with database.snapshot():
        return _compare(_fold())


def rebuild() -> tuple[TableState, ...]:
    """Every projection made again from nothing; what had been wrong is told."""
    start.ready()
    with database.engine().turn(), database.transaction() as book:
        book.execute(database.engine().head).fetchone()
        histories = _fold()
        before = _compare(histories)
        projection.rebuild(book, database.engine(), histories)
    return before


def fill(book: Connection) -> None:
    """Every projection made from nothing, in the caller's transaction."""
    projection.rebuild(book, database.engine(), _fold())


def _fold() -> list[History]:
    fresh = Histories(keys_of(start.ready()))
    size = registers.head().size
    found = database.rows("SELECT DISTINCT institution FROM entry ORDER BY institution")
    return [fresh.upto(str(institution), size) for (institution,) in found]


def _compare(histories: list[History]) -> tuple[TableState, ...]:
    should: dict[str, Counter[database.Row]] = {table: Counter() for table in COLUMNS}
    for history in histories:
        for table, row in projection.rows_of(history.versions):
            should[table][row] += 1
    states = []
    for table, columns in COLUMNS.items():
        names = ", ".join(f'"{name}"' for name in (*COMMON, *columns))
        held = Counter(database.rows(f'SELECT {names} FROM "{table}"'))  # noqa: S608  # constants
        missing, extra = should[table] - held, held - should[table]
        states.append(TableState(table, should[table].total(), missing.total(), extra.total()))
    return (*states, *_index())


def _index() -> Iterator[TableState]:
    """The index of the search set against its rows, where it is ours to keep."""
    engine = database.engine()
    held: dict[int, int] = defaultdict(int)
    for number, word, place in engine.held_in_index(database.connection()):
        held[number] ^= hash((word, place))
    should: dict[int, int] = defaultdict(int)
    if isinstance(engine, Sqlite):
        for number, text in database.rows("SELECT id, words FROM searchable"):
            for place, word in enumerate(text.split()):
                should[number] ^= hash((word, place))
        missing = sum(held.get(number) != told for number, told in should.items())
        yield TableState("search_index", len(should), missing, len(held.keys() - should.keys()))
