"""“Done, says the force”, typed on a page: what it rests on, and a step taken back from there."""

from typing import Any

import pytest

from answerable.ledger.book import Book
from answerable.operations.plans import steps
from answerable.scrutiny.plans import step_source
from answerable.scrutiny.progress import progress
from answerable.store.reads import registers
from answerable.vocabulary.facts import MeetingHeld
from answerable.vocabulary.ladder import Rung
from tests.factories import FORCE, fact
from tests.operations.cast import ACTION, AT, begin, common, size
from tests.operations.cast import OFFICER as OFFICE
from tests.web.acting import browser, hidden, words
from tests.web.test_items import FAR, LIAISON, OFFICER, sent

LETTER = "Letter of the deputy chief constable, 3 March 2024"


@pytest.fixture(autouse=True)
def record(book: Book) -> None:
    begin(
        book,
        fact(
            MeetingHeld,
            stream="session/anyshire-pcc/2024-03-11",
            on="2024-03-11",
            body="anyshire-pcc",
            date="2024-03-11",
            title="Performance session",
        ),
    )


def item() -> Any:
    return progress(registers.register(FORCE, valid=FAR), ACTION)


def test_a_step_asks_what_it_rests_on_and_says_so_on_the_page() -> None:
    client = browser(OFFICER)
    without = sent(client, ACTION, "rung", rung="delivered")
    assert without.status_code == 422
    assert "Say which letter, mail or paper says so, or in which session it was said" in words(
        without
    )
    assert item().rung is Rung.PROMISED
    typed = {"rung": "delivered", "source-other": LETTER}
    assert sent(client, ACTION, "rung", **typed).status_code == 302
    assert item().rung is Rung.DELIVERED
    page = words(client.get(f"/findings/{ACTION}/"))
    assert f"Rests on Delivered: {LETTER}" in page
    assert "What the step rests on" in page


def test_what_a_step_rested_on_is_offered_for_the_next_one() -> None:
    client = browser(OFFICER)
    sent(client, ACTION, "rung", rung="delivered", **{"source-other": LETTER})
    form = client.get(f"/actions/{ACTION}/rung/").content.decode()
    assert f'<option value="{LETTER}">' in form


def test_a_session_is_offered_and_leads_to_its_page() -> None:
    client = browser(OFFICER)
    form = client.get(f"/actions/{ACTION}/rung/").content.decode()
    held = registers.register(FORCE, valid=FAR)
    session = step_source.sessions(held)[0]
    assert f'<option value="{session.stream}">Said in the session of ' in form
    sent(client, ACTION, "rung", rung="delivered", source=session.stream)
    page = client.get(f"/findings/{ACTION}/")
    assert "Delivered: said in the session of" in words(page)
    assert session.stream.replace("session/", "/sessions/", 1) in page.content.decode()


def test_a_session_that_was_not_held_is_refused() -> None:
    client = browser(OFFICER)
    answer = sent(client, ACTION, "rung", rung="delivered", source="session/x/2024-01-01")
    assert answer.status_code == 422
    assert "holds no session" in words(answer)


def test_a_step_is_taken_back_from_the_page_of_the_action() -> None:
    client = browser(OFFICER)
    first = size()
    sent(client, ACTION, "rung", rung="delivered", **{"source-other": LETTER})
    page = client.get(f"/findings/{ACTION}/")
    assert "Take back the step “delivered”" in words(page)
    address = f"/corrections/withdraw/?entry={first}"
    assert address in page.content.decode()
    form = client.get(address)
    answer = client.post(address, {**hidden(form), "reason": "It was another action."})
    assert answer.status_code == 302, words(answer)
    assert item().rung is Rung.PROMISED
    again = words(client.get(f"/findings/{ACTION}/"))
    assert LETTER not in again
    assert "Take back the step" not in again
    sent(client, ACTION, "rung", rung="delivered", **{"source-other": "A mail, 4 March 2024"})
    assert "Delivered: A mail, 4 March 2024" in words(client.get(f"/findings/{ACTION}/"))


def test_whoever_may_not_take_it_back_reports_the_mistake() -> None:
    client = browser(LIAISON)
    first = size()
    sent(client, ACTION, "rung", rung="delivered", **{"source-other": LETTER})
    page = client.get(f"/findings/{ACTION}/")
    assert "Take back the step" not in words(page)
    assert f"/corrections/report/?entry={first}" in page.content.decode()
    assert "Take back the step" not in words(browser().get(f"/findings/{ACTION}/"))


def test_the_step_and_what_it_rests_on_are_recorded_together() -> None:
    receipt = steps.say_step(
        **common(OFFICE),
        reference=ACTION,
        rung=Rung.DELIVERED,
        source=LETTER,
        on=AT.date(),
    )
    assert receipt.count == 2
