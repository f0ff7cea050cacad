"""Links that nobody has confirmed: several confirmed at once; until then none counts."""

import re

import pytest

from answerable.ledger.book import Book
from answerable.operations import people
from answerable.operations.output import pack_parts
from answerable.operations.pages.look import Look
from answerable.vocabulary.facts import ActionPromised, FindingPublished
from tests.factories import FORCE, fact
from tests.operations.cast import begin
from tests.operations.test_doubtful_links import DAY, NOW
from tests.web.acting import browser, words
from tests.web.test_together import ADDRESS, OFFICE, WHY, fields

CAUSE_2026 = "hmicfrs/2026/anyshire/theft/cause-of-concern/1"
LOGGED = [f"action/{FORCE}/log/{n}" for n in (1, 2, 3)]
ON = {"on-day": "25", "on-month": "11", "on-year": "2026"}
WAITS = "actions are linked to it by links that nobody has confirmed."


@pytest.fixture(autouse=True)
def record(book: Book) -> None:
    """A cause of concern, and three actions of a log that were due before it was published."""
    begin(
        book,
        fact(
            FindingPublished,
            stream=CAUSE_2026,
            on="2026-10-13",
            kind="cause-of-concern",
            number="1",
            text="Theft is not looked into.",
            theme="theft",
        ),
        *(
            fact(
                ActionPromised,
                stream=name,
                on="2026-01-05",
                text=f"Visit part {name[-1]} of the town.",
                due="2026-06-30",
                answers=(CAUSE_2026,),
            )
            for name in LOGGED
        ),
    )


def test_the_page_of_a_finding_leads_to_all_its_links_in_doubt_each_with_its_words() -> None:
    client = browser(OFFICE)
    page = client.get(f"/findings/{CAUSE_2026}/").content.decode()
    assert "Tick those that do answer it: 3" in page
    address = re.search(rf'href="({re.escape(ADDRESS)}\?doubted=[^"]+)"', page)
    assert address is not None
    opened = client.get(address[1])
    told = words(opened)
    for n in (1, 2, 3):
        assert f"Visit part {n} of the town." in told
    confirm = opened.content.decode().partition('name="confirm"')[2].partition("</select>")[0]
    assert f'value="{CAUSE_2026}" selected' in confirm
    assert 'value="governance-officer" selected' in opened.content.decode()
    assert 'name="owner"' not in opened.content.decode(), "only what confirming needs"
    assert "Tick those" not in words(browser().get(f"/findings/{CAUSE_2026}/"))


def test_those_that_stay_ticked_are_confirmed_together_and_the_others_wait() -> None:
    client = browser(OFFICE)
    given = {"step": "check", "item": LOGGED[:2], "confirm": CAUSE_2026, **ON, **WHY}
    preview = client.post(ADDRESS, given)
    assert "2 actions would change. Nothing is written yet." in words(preview)
    assert "Its link is confirmed: it does answer that finding." in words(preview)
    assert client.post(ADDRESS, fields(preview)).status_code == 302
    told = words(client.get(f"/findings/{CAUSE_2026}/"))
    assert "Linked to it, and not confirmed: 1" in told
    again = words(client.post(ADDRESS, {**given, "item": LOGGED[:1]}))
    assert "Stays as it is: no link of it to that finding waits to be confirmed." in again


def test_the_box_stands_only_where_a_link_waits(book: Book) -> None:
    client = browser(OFFICE)
    assert 'name="confirm"' in client.get(f"{ADDRESS}?item={LOGGED[0]}").content.decode()
    assert 'name="confirm"' not in client.get(f"{ADDRESS}?item=action/a/1").content.decode()


def test_asking_by_the_address_writes_nothing() -> None:
    client = browser(OFFICE)
    shown = client.get(ADDRESS, {"doubted": CAUSE_2026, "step": "save", **ON, **WHY})
    assert "3 actions are ticked. Nothing is changed yet." in words(shown)
    assert "Linked to it, and not confirmed: 3" in words(client.get(f"/findings/{CAUSE_2026}/"))


def test_neither_the_ladder_of_a_case_nor_its_pack_nor_the_data_counts_them() -> None:
    """Protects a reader from one page that says “promised” and another that says “not known”."""
    reader = browser()
    case = words(reader.get(f"/cases/{FORCE}/theft/"))
    ladder = case.partition("How far it has got")[2]
    assert "By what answers it." not in ladder
    data = reader.get("/data/findings.csv").content.decode()
    row = next(line for line in data.splitlines() if CAUSE_2026 in line)
    assert "promised" not in row
    look = Look(at=NOW, actor=people.acting_as(OFFICE), valid=DAY)
    part = pack_parts.findings(look, FORCE, "theft", pack_parts.Sources(look, FORCE))
    assert part.table is not None
    assert any(WAITS in str(cell) or "Not known" in str(cell) for cell in part.table.rows[-1])
    assert not any("Promised" in str(cell) for cell in part.table.rows[-1])
