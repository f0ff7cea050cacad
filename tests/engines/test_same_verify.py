"""A record on PostgreSQL is checked in two processes as in one: only this one reads it."""

from pathlib import Path
from typing import Any

import pytest

from answerable.config import config
from answerable.ledger.book import Book
from answerable.store.checks import beside, verification
from answerable.store.checks.verification import Verification
from answerable.store.engine import database
from answerable.store.engine.keys import keys_of
from answerable.vocabulary.access import Classification
from tests.trust.cast import add, promised

pytestmark = pytest.mark.engines


def checked() -> Verification:
    return verification.verify(database.engine(), keys=keys_of(config()))


def test_two_processes_say_what_one_says(
    book: Book, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    secret = {"text": Classification.RESTRICTED}
    add(book, *(promised(n, classes=secret if n % 5 == 0 else {}) for n in range(20)))
    alone, lived = checked(), list[bool]()
    end = beside._Other.end

    def noted(other: Any) -> None:
        lived.append(other.lives)
        end(other)

    monkeypatch.setattr(beside._Other, "end", noted)
    monkeypatch.setattr(beside, "SMALL", 1)
    monkeypatch.setattr(verification, "BATCH", 4)
    assert checked() == alone
    assert alone.holds
    assert lived == [True]
