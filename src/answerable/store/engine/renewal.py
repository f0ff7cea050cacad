"""Projections of a record whose tables were just brought up to date, made from its entries.

They are disposable, so a new one needs no migration of data: whatever is in it comes from here.
"""

from collections.abc import Iterator
from contextlib import closing

from answerable.ledger.register import History
from answerable.store.engine import projection
from answerable.store.engine.dialect import Connection, Engine
from answerable.store.engine.entries import read_opened
from answerable.store.engine.keys import Keys


def renew(engine: Engine, keys: Keys) -> None:
    """Every projection from nothing, in one transaction; nobody else has the record meanwhile."""
    with closing(engine.connect()) as book:
        book.execute(engine.begin)
        (size, *_) = book.execute(engine.head).fetchone()
        projection.rebuild(book, engine, _histories(book, int(size), keys))
        book.execute("COMMIT")


def _histories(book: Connection, size: int, keys: Keys) -> Iterator[History]:
    found = book.execute("SELECT DISTINCT institution FROM entry ORDER BY institution").fetchall()
    for (institution,) in found:
        name = str(institution)
        history = History(name)
        history.extend(read_opened(about=name, begin=0, end=size, keys=keys, book=book))
        yield history
