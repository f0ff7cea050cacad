"""Whose week it is: an office's own institution, and nothing said of what is not known here."""

from datetime import UTC, datetime

import pytest

from answerable.ledger.book import Book
from answerable.operations import people
from answerable.operations.desk import weeks
from answerable.operations.desk.rows import institutions
from answerable.operations.notices import digests
from answerable.operations.pages.desk import week_said
from answerable.operations.pages.look import Look
from answerable.scrutiny.week import Entry, Week
from answerable.vocabulary.facts import ActionPromised, FindingPublished, OversightPassed
from tests.factories import FORCE, fact
from tests.operations.cast import OFFICER, begin
from tests.web.acting import browser, words
from tests.web.small_home import append

AT = datetime(2026, 11, 25, 9, tzinfo=UTC)
REAL = "west-mercia-police"
PASSES = "2028-05-08"


@pytest.fixture(autouse=True)
def record(book: Book) -> None:
    """An invented force, and a real one of which public sources say a little."""
    begin(book)
    append(
        fact(
            FindingPublished,
            stream="hmicfrs/2017/west-mercia/soc/cause-of-concern/1",
            on="2018-03-22",
            institution=REAL,
            kind="cause-of-concern",
            text="The inspectors had a cause of concern.",
        ),
    )


def passed() -> None:
    """Oversight of the force passes to a board, on a day that is still to come."""
    append(
        fact(
            OversightPassed,
            stream=f"oversight/{FORCE}",
            on=PASSES,
            from_="anyshire-pcc",
            to="anyshire-board",
        ),
    )


def test_an_office_whose_oversight_ends_later_answers_for_its_own_until_then() -> None:
    passed()
    assert institutions(Look(at=AT, actor=OFFICER)) == (FORCE,)
    page = words(browser("anyshire-pcc/governance-officer").get("/week/"))
    assert "West Mercia Police" not in page


def test_a_week_of_many_bodies_says_nothing_of_those_that_keep_their_own_record() -> None:
    researcher = people.acting_as("answerable/researcher")
    look = Look(at=AT, actor=researcher)
    found = weeks.weeks(look)
    assert {REAL, FORCE} <= {one.institution for one in found}
    told = week_said.every(found)
    assert "West Mercia Police" not in told
    assert "Anyshire Police" in told
    real = [one for one in found if one.institution == REAL]
    assert "not known here" in week_said.every(real)
    assert "Nothing is overdue" not in digests.words(look)


def test_of_such_a_body_only_what_there_is_is_said() -> None:
    assert Week((), (), ()).known == ""
    assert "nothing is overdue" in Week((), (), ()).sentence.lower()


def test_its_register_does_not_say_that_nothing_is_overdue() -> None:
    append(
        fact(
            ActionPromised,
            stream="action/west-mercia/1",
            on="2024-01-15",
            institution=REAL,
            text="Draw up a profile.",
            owner="chief-constable",
            due="2099-12-31",
        ),
    )
    page = words(browser().get(f"/plans/?body={REAL}"))
    assert "2 of 2 findings and actions are open, as far as our sources say" in page
    assert "0 overdue" not in page
    assert "Overdue (0)" not in page
    assert "Slipping (0)" in words(browser().get(f"/plans/?body={FORCE}")), "it keeps its own"


def test_the_register_of_another_body_is_there_for_an_office_too() -> None:
    passed()
    page = browser("anyshire-pcc/governance-officer").get(f"/plans/?body={REAL}")
    assert page.status_code == 200
    assert "Register: West Mercia Police" in words(page)
    assert f"body={REAL}" in page.content.decode()


def test_what_comes_after_the_week_is_named_first_of_all_when_nothing_is_due() -> None:
    late = Entry("r", FORCE, "reply", "Reply", False, None, "2026-12-31", 34, "34 days left.", 1)
    week = Week((), (), (), (late,))
    assert week.sentence.endswith("The next is due 31 December 2026.")
    assert late not in week.every, "no work of this week"
    append(
        fact(
            ActionPromised,
            stream="action/later/1",
            on="2024-01-15",
            text="Report on the year.",
            owner="chief-constable",
            due="2099-12-31",
        )
    )
    page = words(browser("anyshire-pcc/governance-officer").get("/week/"))
    assert "The next after 28 days" in page
    assert "Report on the year." in page
