"""A large record is read without being looked through for what may be let go."""

import gc
from collections.abc import Iterator

import pytest

from answerable.ledger.book import Book
from answerable.ledger.entry import Entry
from answerable.store.engine.entries import read_opened
from answerable.store.reads import registers
from answerable.store.reads.staying import staying
from tests.factories import FORCE
from tests.trust.cast import add, promised


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    yield
    gc.unfreeze()
    gc.enable()


def test_what_is_made_inside_stays_and_is_not_looked_through() -> None:
    before = gc.get_freeze_count()
    with staying():
        assert not gc.isenabled()
        made = [[number] for number in range(1_000)]
    assert gc.isenabled()
    assert gc.get_freeze_count() >= before + len(made)


def test_inside_another_one_nothing_changes_and_a_failure_ends_it() -> None:
    def broken() -> None:
        with staying():
            with staying():
                pass
            assert not gc.isenabled(), "whoever began it ends it"
            raise ValueError("broken off")

    with pytest.raises(ValueError, match="broken off"):
        broken()
    assert gc.isenabled()


@pytest.mark.parametrize(("many", "disturbed"), [(2, False), (3, True)])
def test_only_a_large_record_is_read_so(
    book: Book, monkeypatch: pytest.MonkeyPatch, many: int, disturbed: bool
) -> None:
    for number in range(3):
        add(book, promised(number))
    met = list[bool]()

    def noted(**asked: object) -> list[Entry]:
        met.append(gc.isenabled())
        return read_opened(**asked)  # type: ignore[arg-type]  # passed on as it came

    monkeypatch.setattr(registers, "read_opened", noted)
    monkeypatch.setattr(registers, "MANY", many)
    registers._readers.histories().forget()
    assert len(registers.history(FORCE).versions) == 3
    assert met == [disturbed]
