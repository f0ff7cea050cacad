"""My week says what was read in a document and waits, and whom a second reader is asked of."""

import pytest

from answerable.operations import people
from answerable.operations.documents import deciding
from answerable.operations.pages.desk import week_unconfirmed
from answerable.operations.pages.documents import candidate
from answerable.operations.pages.look import Look
from answerable.store.papers import review
from tests.web.acting import browser, words
from tests.web.small_home import AT
from tests.web.test_running_text import OFFICER, handed_in

CAUSE = "The force does not find out why people go missing again."
PAGE = f"<h1>How the force protects people</h1><h2>Cause of concern</h2><p>{CAUSE}</p>"
SECOND = "anyshire-pcc/commissioner"


@pytest.fixture(autouse=True)
def document(home: object) -> str:
    return handed_in(PAGE)


def test_a_report_that_waits_is_told_with_its_queue(document: str) -> None:
    page = browser(OFFICER).get("/week/")
    told = words(page)
    assert "Hand in the last report" not in told
    assert "what was read of it waits under “To confirm”" in told
    assert "How the force protects people" in told
    assert f"/review/?document={document}" in page.content.decode()


def test_a_second_reader_is_told_of_what_waits_for_them_and_the_first_is_not() -> None:
    (cause,) = (c for c in review.waiting() if c.kind == "cause_of_concern")
    by = people.acting_as(OFFICER)
    deciding.accept(by=by, at=AT, key="a", seen=None, candidate=str(cause.record["id"]))
    told, mine = (words(browser(office).get("/week/")) for office in (SECOND, OFFICER))
    assert f"Cause of concern: {CAUSE}" in told
    assert "One reader has answered; it waits for a second." in told
    assert CAUSE not in mine


def answered(document: str) -> str:
    """The id of a cause of concern of which the officer gave the first answer."""
    (cause,) = (c for c in review.waiting(document=document) if c.kind == "cause_of_concern")
    name = str(cause.record["id"])
    deciding.accept(by=people.acting_as(OFFICER), at=AT, key="a", seen=None, candidate=name)
    return name


def test_what_waits_for_a_second_person_is_no_work_of_the_first(document: str) -> None:
    answered(document)
    mine, theirs = (browser(office) for office in (OFFICER, SECOND))
    assert "1 reading waits for a person." in words(theirs.get("/week/"))
    week = words(mine.get("/week/"))
    assert "reading waits for a person" not in week
    assert "Hand in the last report" not in week
    assert "waits for a second person" in week
    queue = words(mine.get("/review/"))
    assert "Nothing waits for you. 1 reading that you answered waits for a second person" in queue
    assert "What waits (0)" in queue
    assert CAUSE in queue, "what was answered can be looked up"
    assert "1 reading waits for a person." in words(theirs.get("/review/"))


def test_the_queue_of_the_document_opens_where_one_of_its_readings_was_worked_on(
    document: str,
) -> None:
    name = answered(document)
    page = browser(OFFICER).get(f"/review/{name}/").content.decode()
    assert '<a class="govuk-breadcrumbs__link" href="/review/">' in page, "nothing else of it"
    asked = "<h2>Recommendation</h2><p>By May the force should ask everybody.</p>"
    two = handed_in(f"{PAGE}{asked}", key="two")
    one = next(c for c in review.waiting(document=two) if c.kind == "recommendation")
    page = browser(OFFICER).get(f"/review/{one.record['id']}/").content.decode()
    assert f'<a class="govuk-breadcrumbs__link" href="/review/?document={two}">' in page
    assert candidate.following(str(one.record["id"])) != "/review/"


def test_nothing_is_told_to_those_who_confirm_nothing() -> None:
    force = people.acting_as("anyshire-police/force-liaison")
    assert week_unconfirmed.waits(Look(at=AT, actor=force)) == ()
