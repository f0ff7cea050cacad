"""Something due in a month is past since its end: nobody can tell by how many days."""

from datetime import date
from typing import Any

import pytest

from answerable.ledger.book import Book
from answerable.operations import catalogue
from answerable.operations.output import handover, tracker_paper
from answerable.operations.pages.accountability import handover_seen
from answerable.operations.pages.desk import week_groups
from answerable.operations.pages.look import Look
from answerable.scrutiny.lateness import due_before, since_the_end
from answerable.scrutiny.progress import progress
from answerable.scrutiny.sessions.agenda_reasons import of_state
from answerable.store.reads import registers
from answerable.vocabulary.facts import ActionPromised
from tests.factories import FORCE, fact
from tests.operations.cast import AT, OFFICER, begin
from tests.web.acting import browser, words

OFFICE = "anyshire-pcc/governance-officer"
ITEM = f"action/{FORCE}/log/7"
LOOK = Look(at=AT, actor=OFFICER)
PAST = "past since the end of January 2024"


@pytest.fixture(autouse=True)
def record(book: Book) -> None:
    begin(
        book,
        fact(
            ActionPromised,
            stream=ITEM,
            on="2023-12-15",
            text="Visit every victim.",
            owner="dcc",
            due="2024-01",
        ),
    )


def item() -> Any:
    return progress(registers.register(FORCE, valid=AT.date()), ITEM)


def test_a_day_has_no_such_words() -> None:
    assert since_the_end("2024-01-31") == since_the_end(None) == ""
    assert since_the_end("2024-01") == PAST
    assert since_the_end("2024") == "past since the end of 2024"


def test_the_register_and_the_week_count_no_days() -> None:
    client = browser(OFFICE)
    assert PAST in words(client.get("/plans/?q=Visit+every"))
    week = words(client.get("/week/"))
    assert PAST.capitalize().replace("january", "January") in week
    assert "days past" not in week.partition("Visit every victim.")[2][:200]


def test_a_group_of_an_owner_and_the_mail_count_none_either(monkeypatch: Any) -> None:
    monkeypatch.setattr(week_groups, "LONG", 0)
    week = words(browser(OFFICE).get("/week/"))
    assert f"the oldest {PAST}" in week
    mail = browser(OFFICE).get(f"/week/chase.eml?item={ITEM}").content.decode()
    assert "Due January 2024." in mail
    assert "days past" not in mail


def test_papers_and_the_agenda_count_none() -> None:
    pack = handover.content(LOOK, handover_seen.seen(LOOK, FORCE), most=9)
    late = next(part for part in pack.parts if part.key == "late")
    assert late.table is not None
    told = next(row[3] for row in late.table.rows if "Visit every victim" in row[0])
    assert told == f"Past{PAST[4:]}. Our sources do not say that it is done."
    names = catalogue.regime_of(FORCE).names
    held = registers.register(FORCE, valid=AT.date())
    tracker = tracker_paper.tracked("Tracker", [item()], held, names, key="tracker")
    assert tracker.table is not None
    assert tracker.table.rows[0][5].startswith("Overdue since the end of January 2024. ")
    (why, *_) = of_state(item(), on=AT.date(), since=date(2024, 1, 2), names=names)
    assert why.words == "Due January 2024, which ended before 4 March 2024."
    assert due_before("2024-01", 33, on=AT.date()) in why.words, "and so in a group of them"
