"""A session that was moved keeps its address; every page leads to it."""

import re

import pytest

from answerable.ledger.book import Book
from answerable.vocabulary.facts import ItemTaken, MeetingChanged, MeetingHeld, MeetingPlanned
from tests.factories import FORCE, fact
from tests.operations.cast import CAUSE, begin
from tests.web.acting import browser, words

SESSION = "session/anyshire-pcc/2024-04-18"
HELD = "2024-04-04"


@pytest.fixture(autouse=True)
def record(book: Book) -> None:
    """Planned for 18 April, brought forward to 4 April, and held then."""
    begin(
        book,
        fact(
            MeetingPlanned,
            stream=SESSION,
            on="2024-02-01",
            body="anyshire-pcc",
            date="2024-04-18",
            title="Performance session",
        ),
        fact(MeetingChanged, stream=SESSION, on="2024-03-01", state="brought-forward", date=HELD),
        fact(
            MeetingHeld,
            stream=SESSION,
            on=HELD,
            body="anyshire-pcc",
            date=HELD,
            title="Performance session",
        ),
        fact(
            ItemTaken,
            stream=f"{SESSION}/item/1",
            on=HELD,
            meeting=SESSION,
            number="1",
            title="Repeat burglary",
            about=(CAUSE,),
        ),
    )


@pytest.mark.parametrize("page", [f"/findings/{CAUSE}/", f"/bodies/{FORCE}/"])
def test_each_link_to_a_moved_session_opens(page: str) -> None:
    client = browser()
    found = set(
        re.findall(
            r'href="(/sessions/anyshire-pcc/2024-[^"?]*)', client.get(page).content.decode()
        )
    )
    assert found == {"/sessions/anyshire-pcc/2024-04-18/"}
    assert "Repeat burglary" in words(client.get(*found))
