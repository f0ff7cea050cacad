"""What a report says and no field of a finding holds: no day, which office, and said before."""

import re

import pytest

from answerable.operations import people
from answerable.operations.documents import deciding, reading
from answerable.operations.documents.reader import Meta
from answerable.store.papers import review
from answerable.store.reads import registers
from answerable.vocabulary.facts import FindingPublished
from tests.operations.test_desk_action_log import AT, FORCE, own
from tests.web.acting import browser, words
from tests.web.test_importing import OFFICE

__all__ = ["own"]
REPORT = b"""<html><title>Custody</title><body><h1>West Mercia Police: custody</h1>
<h2>Recommendations</h2>
<p>Recommendation 1</p><p>By spring 2027, the chief constable should make sure that cells are
checked.</p>
<p>We first identified this in our 2019 inspection, and it was repeated in 2022.</p>
<h2>More</h2>
<p>Recommendation 2</p><p>By 30 September 2026, the force should publish its times.</p>
</body></html>"""


@pytest.fixture(autouse=True)
def record(own: None) -> None:
    by = people.acting_as(OFFICE)
    meta = Meta(name="r.html", publisher="hmicfrs", published="2026-04-20", subject=FORCE)
    reading.read(by=by, at=AT, key="read", data=REPORT, meta=meta)
    for one in review.waiting(kind="recommendation"):
        name = str(one.record["id"])
        deciding.accept(by=by, at=AT, key=name, seen=None, candidate=name)


def pages() -> tuple[str, str]:
    found = registers.register(FORCE, valid=AT.date()).of(FindingPublished)
    one, two = (browser().get(f"/findings/{fact.stream}/") for fact in found)
    return words(one), words(two)


def test_a_season_is_said_in_the_words_of_its_source_and_no_day_is_made_of_it() -> None:
    one, two = pages()
    assert "“By spring 2027”, as its source says; no day is stated." in one
    assert "no day is stated" not in two
    register = words(browser(OFFICE).get("/plans/"))
    assert re.search(r"No date “By spring 2027”", register)


def test_the_office_that_is_asked_stands_beside_the_body() -> None:
    one, two = pages()
    assert "Responsible West Mercia Police" in re.sub(r"\s+", " ", one)
    assert "Asked of The chief constable" in re.sub(r"\s+", " ", one)
    assert "Asked of" not in two, "the force is the body itself"


def test_that_it_was_repeated_since_an_earlier_year_stands_among_what_was_asked_before() -> None:
    one, two = pages()
    told = one.partition("Its report says that it was said before")[2]
    assert (
        "“We first identified this in our 2019 inspection, and it was repeated in 2022.”" in told
    )
    assert "Its report says that it was said before" not in two, "it stands under another heading"
