"""Whose recommendation it is, where the reader works it out and a person says who published it."""

import pytest

from answerable.operations import people
from answerable.operations.documents import deciding, reading
from answerable.operations.documents.reader import Meta
from answerable.operations.pages.documents.candidate import candidate
from answerable.operations.pages.look import Look
from answerable.store.papers import review
from answerable.store.reads import registers
from answerable.vocabulary.access import Actor
from answerable.vocabulary.facts import FindingPublished
from tests.operations.test_desk_action_log import AT, FORCE, OVERSIGHT, own

__all__ = ["own"]
REPORT = b"""<html><title>Missing children</title><body>
<h1>West Mercia Police: an inspection of how it finds missing children</h1>
<p>In 31 of 84 files that we read nobody had visited the home. We have graded the force as
inadequate at finding missing children.</p>
<h2>Recommendations</h2>
<p>By 30 September 2026, West Mercia Police should train every sergeant.</p>
<h2>Area for improvement</h2><p>The force should improve how it records a visit.</p>
</body></html>"""


def officer() -> Actor:
    return people.acting_as(f"{OVERSIGHT}/governance-officer")


def read(report: bytes, publisher: str | None) -> str:
    """The id of its recommendation, which waits."""
    meta = Meta(name="r.html", publisher=publisher, published="2026-04-20", subject=FORCE)
    reading.read(by=officer(), at=AT, key="read", data=report, meta=meta)
    (one,) = review.waiting(kind="recommendation")
    return str(one.record["id"])


def confirmed(report: bytes, publisher: str | None) -> FindingPublished:
    name = read(report, publisher)
    deciding.accept(by=officer(), at=AT, key=name, seen=None, candidate=name)
    (found,) = registers.register(FORCE, valid=AT.date()).of(FindingPublished)
    assert isinstance(found, FindingPublished)
    return found


@pytest.mark.parametrize("publisher", ["anyshire-inspectorate", "hmicfrs"])
def test_the_inspectorate_that_published_a_report_owns_what_names_nobody(
    own: None, publisher: str
) -> None:
    """The reader knows only which inspectorate is usual for such a service: no such guess goes
    before what a person said."""
    found = confirmed(REPORT, publisher)
    assert found.owner == publisher
    assert found.stream.startswith(f"{publisher}/2026/")


def test_whom_the_words_name_stays_its_owner(own: None) -> None:
    named = REPORT.replace(b"<p>By 30", b"<p>HMICFRS recommends that, by 30")
    assert confirmed(named, "anyshire-inspectorate").owner == "hmicfrs"


@pytest.mark.parametrize(
    ("publisher", "guessed"),
    [(None, True), ("hmicfrs", False), (FORCE, True), ("anyshire-inspectorate", False)],
)
def test_a_guess_is_shown_before_it_is_accepted(
    own: None, publisher: str | None, guessed: bool
) -> None:
    page = candidate(Look(at=AT, actor=officer()), read(REPORT, publisher), key="k")
    told = [item.words for item in page.facts if item.label == "Who recommends it"]
    assert [words.partition(",")[0] for words in told] == (
        ["HM Inspectorate of Constabulary and Fire & Rescue Services"] if guessed else []
    )
    assert all("worked out" in words for words in told)
