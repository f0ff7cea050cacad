"""Money is in a state since a day that has been: an amount of next year was not spent yet."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from answerable.ledger.book import Book, Receipt
from answerable.operations.accountability import money
from answerable.store.reads import registers
from answerable.vocabulary.times import ImpossibleDate
from tests.factories import FORCE
from tests.operations.cast import OFFICER, begin, common

SPENT = {"amount": "1000", "state": "spent"}
COUNTED = {"text": "Visits were made."}


@pytest.mark.parametrize(
    ("operation", "said"), [(money.state_money, SPENT), (money.state_output, COUNTED)]
)
def test_a_day_to_come_is_refused(
    home: Path, book: Book, operation: Callable[..., Receipt], said: dict[str, str]
) -> None:
    begin(book)
    size = registers.head().size
    given = {**common(OFFICER), "institution": FORCE, "line": "shops", "on": date(2099, 1, 1)}
    with pytest.raises(ImpossibleDate, match="1 January 2099 is still to come"):
        operation(**given, **said)
    assert registers.head().size == size
