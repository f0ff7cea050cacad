"""A record moves from a file to a server and back: the same root, pages and keys."""

import re
import shutil
from pathlib import Path

import pytest
from django.test import Client

from answerable.config import config
from answerable.ledger.book import Book
from answerable.operations.record import ledger
from answerable.store.book import book as the_book
from answerable.store.checks import rebuilding
from answerable.store.engine import database, start
from answerable.store.engine.keys import keys_of
from answerable.store.engine.postgres import Postgres
from answerable.store.papers import review
from answerable.store.reads import registers
from answerable.vocabulary.access import Classification
from answerable.vocabulary.facts import Erased
from answerable.vocabulary.refusal import Refusal
from tests.conftest import use_home
from tests.engines.conftest import use_book
from tests.factories import FORCE, fact
from tests.trust.cast import AT, OFFICER, add, moved, promised

pytestmark = pytest.mark.engines

SECRET = {"text": Classification.RESTRICTED}
PAGES = ("/", "/history/", "/bodies/", "/plans/", "/review/", f"/bodies/{FORCE}/", "/data/")


def filled() -> None:
    """Open, sealed and erased values, a candidate, and an account's session by Django."""
    kept = the_book()
    add(kept, *(promised(n) for n in range(4)), promised(4, classes=SECRET))
    (entry,) = kept.entries(begin=1, end=2)
    erased = fact(
        Erased, stream="action/1", on="2026-01-05", ref=entry.id, fields=("text",), basis="x"
    )
    add(kept, erased)
    review.offer(document="d" * 64, found=[("Action", {"text": "x"}, "rule", "sure")])


def told() -> tuple[object, ...]:
    """What a reader gets of the record in force."""
    seen = registers.register(FORCE, valid=AT.date(), actor=OFFICER)
    return (
        registers.head(),
        [(v.fact, v.erased, v.withheld) for v in seen.versions],
        [s.rows for s in rebuilding.compare() if s.table != "search_index"],
        [c.record for c in review.waiting()],
    )


def pages() -> list[bytes]:
    """What the site shows, but for the minute at which it was asked."""
    shown = (Client().get(address).content for address in PAGES)
    return [re.sub(rb"\b\d\d:\d\d\b", b"", page) for page in shown]


def test_a_record_moves_to_the_server_and_back(
    home: Path, another: str, tmp_path: Path, made_home: Path
) -> None:
    shutil.copytree(made_home, tmp_path / "file")
    use_home(tmp_path / "file")
    use_book("")
    filled()
    before, seen = told(), pages()
    made = ledger.move(to=another)
    assert (made.size, made.root) == registers.head()

    use_book(another)
    assert isinstance(database.engine(), Postgres)
    assert ledger.verify().holds
    assert ledger.verify().unopened == 0
    assert told() == before
    assert pages() == seen
    again = add(the_book(), moved(0, "2026-06-30"))
    (first,), (last,) = the_book().entries(end=1), the_book().entries(begin=again.first)
    assert first.by.person == last.by.person  # the secrets of persons came along
    review.offer(document="e" * 64, found=[("Action", {"text": "y"}, "rule", "sure")])
    before = told()

    back = f"sqlite:///{tmp_path / 'back.sqlite'}"
    ledger.move(to=back)
    use_book(back)
    assert ledger.verify().holds
    assert told() == before


def test_a_record_that_is_not_empty_takes_no_other(book: Book, another: str) -> None:
    add(book, promised(1))
    ledger.move(to=another)
    with pytest.raises(Refusal, match="record at that address already"):
        ledger.move(to=another)
    with pytest.raises(Refusal, match="lies there already"):
        ledger.move(to=config().book)
    assert registers.head().size == 1


def test_a_backup_of_a_server_is_restored_as_a_file(
    book: Book, home: Path, tmp_path: Path
) -> None:
    filled()
    before = told()
    made = ledger.back_up(tmp_path / "b.zip", at=AT)
    assert made.keys is not None
    ledger.restore(tmp_path / "b.zip", into=tmp_path / "restored")
    use_home(tmp_path / "restored")
    use_book("")
    assert start.ready().database.exists()
    assert ledger.verify().holds
    assert told() == before
    assert keys_of(config()).secret_of("officer")
