"""A row of a log that is no action: ticked away before it is recorded, and taken back."""

import re
from typing import Any

from tests.operations.test_desk_action_log import LOG, changes, held, kept, own, recorded, sheet
from tests.web.acting import browser, hidden, words
from tests.web.test_importing import OFFICE, as_guessed, handed_in

__all__ = ["own"]
NOTE = ("5", "Check with the team", "", "", "", "", "")
WITH = (*LOG, NOTE)


def box(page: Any, words_of: str) -> str:
    """What the box posts that stands before these words."""
    found = re.findall(r'name="row" value="([^"]+)"[^>]*> <span>([^<]*)', page.content.decode())
    return next(value for value, label in found if words_of in label)


def left(client: Any, address: str) -> Any:
    """The difference once the note was ticked away."""
    form = client.get(address)
    given = {"step": "leave", "row": box(form, NOTE[1])}
    return client.post(address, given, follow=True)


def test_a_row_is_ticked_away_before_recording_and_said_so() -> None:
    client = browser(OFFICE)
    address = as_guessed(client, handed_in(client, sheet(*WITH)))
    form = client.get(address)
    assert "5 new" in words(form)
    ticks = re.findall(r'name="row"[^>]*> <span>([^<]*)', form.content.decode())
    assert ticks[0] == "5 Check with the team (cell B6)", "fewest cells first"
    page = left(client, address)
    assert "4 new, 0 changed, 0 gone, 0 the same. 1 row was left out, as no action." in words(page)
    assert "Left out by the governance officer on" in words(page)
    done = client.post(address, hidden(page), follow=True)
    assert "4 rows of the log hold an action" in words(done)
    assert "Left out, as no action: 1" in words(done)
    assert set(held()) == {"1", "2", "3", "4"}


def test_it_stays_away_when_the_log_is_imported_again() -> None:
    client = browser(OFFICE)
    address = as_guessed(client, handed_in(client, sheet(*WITH)))
    client.post(address, hidden(left(client, address)), follow=True)
    later = as_guessed(client, handed_in(client, sheet(*WITH, ("6", "Publish.", *LOG[0][2:]))))
    assert "1 new, 0 changed, 0 gone, 4 the same. 1 row was left out" in words(client.get(later))


def test_it_is_asked_about_again_once_its_words_change() -> None:
    client = browser(OFFICE)
    left(client, as_guessed(client, handed_in(client, sheet(*WITH))))
    document = kept(*LOG, ("5", "Check every custody record.", *NOTE[2:]))
    assert changes(document)["5"].kind == "new"


def test_it_is_taken_back_with_a_tick() -> None:
    client = browser(OFFICE)
    address = as_guessed(client, handed_in(client, sheet(*WITH)))
    page = left(client, address)
    back = {"step": "back", "row": box(page, NOTE[1])}
    assert "5 new" in words(client.post(address, back, follow=True))


def test_nothing_ticked_and_a_row_that_is_not_new_are_refused() -> None:
    client = browser(OFFICE)
    recorded(kept(*LOG))
    address = as_guessed(client, handed_in(client, sheet(*WITH)))
    none = client.post(address, {"step": "leave"})
    assert none.status_code == 422
    assert "Tick the rows that are no action" in words(none)
    held_already = client.post(
        address, {"step": "leave", "row": box(client.get(address), "Check").replace("/5", "/1")}
    )
    assert held_already.status_code == 422
    assert "changed since you looked" in words(held_already)
