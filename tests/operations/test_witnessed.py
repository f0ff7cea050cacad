"""Pages say “recorded, not yet witnessed” until somebody outside has signed, and then who did."""

import pytest

from answerable.ledger.book import Book
from answerable.operations.pages.look import Look
from answerable.operations.pages.record import entry, history, verify
from answerable.store.writes import checkpoints
from tests.trust.cast import AT, add, promised

NOT_YET = "Recorded, not yet witnessed"


def seen() -> list[str]:
    """What the two entries, the page of the record and that of the check say."""
    look = Look(at=AT)
    pages = (
        entry.entry(look, 0),
        entry.entry(look, 1),
        history.history(look),
        verify.verify(look),
    )
    facts = [fact for page in pages for aside in page.aside for fact in aside.facts]
    return [str(fact.words) for fact in facts if fact.label == "Seen by others"]


@pytest.fixture
def record(book: Book) -> Book:
    add(book, promised(0), promised(1))
    return book


def test_nobody_has_seen_it_yet(record: Book) -> None:
    checkpoints.keep(size=2, root=bytes(32), note="a note", at=AT)
    assert seen() == [NOT_YET] * 4, "that the log signs it is no witness"


def test_who_has_seen_it_and_up_to_where(record: Book) -> None:
    for witness in ("w1.example", "w2.example"):
        checkpoints.keep_line(size=1, witness=witness, line="", at=AT)
    by = "Witnessed by w1.example, w2.example on 5 January 2026"
    part = f"Up to entry 0: {by}. What is later is recorded, not yet witnessed"
    assert seen() == [by, NOT_YET, part, part]
    checkpoints.keep_line(size=2, witness="w2.example", line="", at=AT)
    whole = "Witnessed by w2.example on 5 January 2026"
    assert seen() == [by, whole, whole, whole], "an entry keeps who saw it first"
