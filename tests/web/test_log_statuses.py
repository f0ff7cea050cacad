"""A status that no rule knows: asked about, never guessed, remembered, used everywhere."""

import re
from datetime import date
from typing import Any

import pytest

from answerable.operations.pages.desk import import_statuses
from answerable.operations.plans import log_files, log_statuses
from answerable.operations.plans.log_compared import Asked
from answerable.operations.plans.log_files import NotALog
from answerable.scrutiny.progress import progress
from answerable.store.reads import registers
from answerable.vocabulary.ladder import Disposition, Rung
from tests.operations.test_desk_action_log import (
    FORCE,
    LOG,
    NOVEMBER,
    OCTOBER,
    changed,
    changes,
    held,
    kept,
    officer,
    own,
    sheet,
)
from tests.web.acting import browser, hidden, words
from tests.web.test_before_an_import import COLUMNS, recorded_with
from tests.web.test_importing import OFFICE, handed_in

__all__ = ["own"]
OWN = changed(1, "Status", "C")


def test_an_unknown_status_is_asked_about_with_nothing_chosen_before() -> None:
    client: Any = browser(OFFICE)
    page = client.get(handed_in(client, sheet(*OWN)))
    shown = words(page)
    assert "A status that we do not know" in shown
    assert "The status “C” stands in 1 row: neither open nor done in words we know." in shown
    (box,) = import_statuses.boxes(log_files.opened(kept(*OWN)), FORCE)
    assert box.value == ""
    assert [c.value for c in box.choices] == ["", "closed", "open", "aside"]


def test_what_is_said_of_it_counts_in_the_difference_after_it_and_next_month() -> None:
    client: Any = browser(OFFICE)
    address = handed_in(client, sheet(*OWN))
    difference = client.post(address, {**COLUMNS, "lead-0": "", "status-0": "closed"}).url
    form = client.get(difference)
    assert "A status that we do not know" not in words(form)
    done = client.post(difference, hidden(form), follow=True)
    assert held()["1"].rung is Rung.DELIVERED
    assert "C 1 Done, they say; open until somebody has checked" in words(done)
    next_month = kept(*changed(1, "Status", "c "))
    assert not log_statuses.not_known(log_files.opened(next_month), log_statuses.said(FORCE))


def test_until_somebody_says_it_is_open_and_every_page_says_that_nobody_did() -> None:
    client: Any = browser(OFFICE)
    address = handed_in(client, sheet(*OWN))
    difference = client.post(address, {**COLUMNS, "lead-0": "", "status-0": ""}).url
    form = client.get(difference)
    assert "A status that we do not know" in words(form)
    done = client.post(difference, hidden(form), follow=True)
    assert held()["1"].rung is Rung.PROMISED
    assert "Open: nobody has said what this status means" in words(done)


def test_said_later_it_is_news_of_the_same_log_and_can_be_taken_back() -> None:
    document = kept(*OWN)
    recorded_with(document, Asked(FORCE, OCTOBER))
    log_statuses.remember(by=officer(), institution=FORCE, meant={"C": "closed"})
    assert changes(document)["1"].newly_done
    recorded_with(document, Asked(FORCE, NOVEMBER))
    assert held()["1"].rung is Rung.DELIVERED
    log_statuses.remember(by=officer(), institution=FORCE, meant={"C": ""})
    assert log_statuses.said(FORCE) == {}


def test_a_known_status_a_sentence_and_one_that_sets_aside_are_not_asked_about() -> None:
    sentence = "Chased twice and nothing heard from the supplier or the estates team since then"
    log = log_files.opened(
        kept(
            *changed(1, "Status", sentence),
            ("5", "Call the partners.", "", "", "", "Withdrawn", ""),
            ("6", "Call again.", "", "", "", "P", ""),
            ("7", "Call once more.", "", "", "", "P", ""),
        )
    )
    assert log_statuses.asked(log) == ("P",)
    assert log_statuses.not_known(log, {"p": "open"}) == {sentence: 1}


def test_no_other_meaning_is_taken() -> None:
    with pytest.raises(NotALog, match="can mean closed, open or aside"):
        log_statuses.remember(by=officer(), institution=FORCE, meant={"C": "gone"})
    assert LOG[0][5] == "Open"


MOST_WORDS = 60
"""For what a status that is neither open nor done means for the rows that have it."""


def told_of_it(page: Any) -> list[str]:
    """The words from its heading to the next."""
    section = re.split("<h2|</main>", page.content.decode().partition('id="set-aside">')[2])[0]
    assert section
    return re.sub(r"<[^>]*>", " ", section).split()


def test_one_that_means_not_ours_is_open_until_it_is_set_aside_with_a_reason() -> None:
    client: Any = browser(OFFICE)
    address = handed_in(client, sheet(*changed(1, "Status", "N/A")))
    difference = client.post(address, {**COLUMNS, "lead-0": "", "status-0": "aside"}).url
    form = client.get(difference)
    assert "A status that we do not know" not in words(form)
    told = "The status “N/A” stands in 1 row: open until set aside."
    assert told in words(form)
    assert len(told_of_it(form)) <= MOST_WORDS
    done = client.post(difference, hidden(form), follow=True)
    assert held()["1"].open, "the word of a log closes nothing"
    assert "N/A 1 Open, until somebody sets it aside" in words(done)
    aside = f"/plans/{FORCE}/set-aside/"
    assert f'href="{aside}"' in done.content.decode(), "the way to it, after the import"
    assert len(told_of_it(done)) <= MOST_WORDS
    page = client.get(aside)
    assert "The log says “N/A”, which was said to mean not ours, or no longer so." in words(page)
    answer = {"item": "action/west-mercia-police/log/1", "reason": "The council’s, not ours."}
    day = {f"on-{part}": "" for part in ("day", "month", "year")}
    saved = client.post(aside, {**hidden(page), **day, **answer}, follow=True)
    assert saved.status_code == 200, words(saved)
    later = registers.register(FORCE, valid=date.max)
    assert progress(later, answer["item"]).disposition is Disposition.SUPERSEDED
