"""A session that was moved keeps its address; every page leads to it."""

import re

import pytest

from answerable.ledger.book import Book
from answerable.vocabulary.facts import ItemTaken, MeetingChanged, MeetingHeld, MeetingPlanned
from tests.factories import FORCE, fact
from tests.operations.cast import CAUSE, begin
from tests.web.acting import browser, words
from tests.web.small_home import append

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


def test_the_day_on_which_it_was_held_leads_to_it_and_another_day_to_none(book: Book) -> None:
    """A session keeps the address of its first day; whoever types the day of today finds it."""
    client = browser()
    moved = client.get(f"/sessions/anyshire-pcc/{HELD}/")
    assert (moved.status_code, moved.url) == (302, "/sessions/anyshire-pcc/2024-04-18/")
    past = client.get(f"/sessions/anyshire-pcc/{HELD}/?valid=2024-06-01&known=5")
    assert past.url == "/sessions/anyshire-pcc/2024-04-18/?valid=2024-06-01&known=5"
    assert client.get("/sessions/anyshire-pcc/2024-04-05/").status_code == 404
    assert client.get("/sessions/nobody/2024-04-04/").status_code == 404


def test_a_day_between_two_moves_leads_to_the_session(book: Book) -> None:
    stream = "session/anyshire-pcc/2031-05-01"
    days = ("2031-05-08", "2031-05-22")
    append(
        fact(
            MeetingPlanned,
            stream=stream,
            on="2024-02-01",
            body="anyshire-pcc",
            date="2031-05-01",
            title="Performance session",
        ),
        *(
            fact(MeetingChanged, stream=stream, on=f"2024-03-0{n}", state="postponed", date=day)
            for n, day in enumerate(days, start=1)
        ),
    )
    for day in days:
        moved = browser().get(f"/sessions/anyshire-pcc/{day}/")
        assert (moved.status_code, moved.url) == (302, "/sessions/anyshire-pcc/2031-05-01/"), day
