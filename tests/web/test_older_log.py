"""A log that is older than the one on record is warned of, and recorded only once confirmed."""

from typing import Any

from tests.operations.test_desk_action_log import (
    LOG,
    NOVEMBER,
    changed,
    kept,
    own,
    recorded,
    sheet,
)
from tests.web.acting import browser, hidden, words
from tests.web.test_importing import OFFICE, as_guessed, handed_in

__all__ = ["own"]
ROWS, BEGUN = LOG[1:], changed(2, "Update", "Begun.")[1:]
WARNED = (
    "A newer log is on record, of 20 November 2026; this one is of 31 October 2026. Recording it "
    "would turn 1 row back to what the older log says, and count 1 row as gone from the log."
)


def older(client: Any) -> str:
    """The address of the difference that the log of October makes after that of November."""
    new = ("5", "Publish it.", "DCC", "May 2027", "", "Open", "")
    recorded(kept(*BEGUN, new), NOVEMBER)
    return as_guessed(client, handed_in(client, sheet(*ROWS)))


def test_the_difference_says_first_that_a_newer_log_is_on_record() -> None:
    client = browser(OFFICE)
    told = words(client.get(older(client)))
    assert WARNED in told
    assert told.index(WARNED) < told.index("Which log this goes on from")


def test_it_is_recorded_only_once_somebody_says_that_it_is_meant() -> None:
    client = browser(OFFICE)
    address = older(client)
    form = client.get(address)
    refused = client.post(address, hidden(form))
    assert refused.status_code == 422
    assert "A newer log is on record. Say that this older one" in words(refused)
    done = client.post(address, {**hidden(form), "older": "older"}, follow=True)
    assert "The log is on the record" in words(done)


def test_a_newer_log_and_one_without_a_difference_ask_for_nothing() -> None:
    client = browser(OFFICE)
    recorded(kept(*ROWS), NOVEMBER)
    same = client.get(as_guessed(client, handed_in(client, sheet(*ROWS))))
    assert "A newer log is on record" not in words(same)
    later = {"dated-day": "24", "dated-month": "11"}
    newer = client.get(as_guessed(client, handed_in(client, sheet(*BEGUN), **later)))
    assert "1 changed" in words(newer)
    assert "A newer log is on record" not in words(newer)
