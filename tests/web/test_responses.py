"""The reply and its clock: dates only, one explanation each, a draft that invents nothing."""

from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest

from answerable.ledger.book import Book
from answerable.operations import installation, people
from answerable.operations.pages.findings.finding import finding
from answerable.operations.pages.look import Look
from answerable.operations.pages.plans.response import clock
from answerable.vocabulary.access import Classification
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import ActionPromised, FindingPublished, ResponseGiven
from tests.factories import fact
from tests.web.acting import browser, words
from tests.web.small_home import append

REPORT = "anyshire-inspectorate/2026/anyshire/theft"
ADVICE = f"{REPORT}/recommendation"
AT = datetime(2026, 11, 25, 9, tzinfo=UTC)


def advice(number: int, **values: object) -> Fact:
    given = {"text": f"The force should do thing {number}.", **values}
    return fact(
        FindingPublished,
        stream=f"{ADVICE}/{number}",
        on="2026-10-13",
        kind="recommendation",
        number=str(number),
        owner="anyshire-inspectorate",
        **given,
    )


@pytest.fixture(autouse=True)
def record(book: Book) -> None:
    """Three recommendations: answered with an action, not answered, not public."""
    append(
        advice(1),
        advice(2),
        advice(3, text="Secret.", classes={"text": Classification.RESTRICTED}),
        fact(
            ResponseGiven,
            stream=f"{ADVICE}/1",
            on="2026-11-01",
            response="partly",
            text="Half of it by March.",
        ),
        fact(
            ActionPromised,
            stream="action/a/1",
            on="2026-11-01",
            text="Do half of thing 1",
            due="2027-03-31",
            answers=(f"{ADVICE}/1",),
        ),
    )


def at(day: date) -> Look:
    return Look(at=AT, valid=day, actor=people.acting_as("anyshire-pcc/governance-officer"))


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        (
            date(2026, 11, 25),
            "12 days left: reply due 7 December 2026 (day 56; published 13 October 2026 is "
            "day 1).",
        ),
        (
            date(2026, 12, 7),
            "The last day is today: reply due 7 December 2026 (day 56; published 13 October "
            "2026 is day 1).",
        ),
        (
            date(2026, 12, 8),
            "The 56-day period ended on 7 December 2026. When comments were published is not in "
            "our sources.",
        ),
    ],
)
def test_the_first_sentence_counts_days_and_never_taunts(day: date, sentence: str) -> None:
    assert clock(at(day), REPORT).sentence == sentence


def test_the_finding_names_the_last_day_and_counts_none() -> None:
    """A mirror of plain files is read on days after it was made."""
    words = " ".join(finding(at(date(2026, 11, 25)), f"{ADVICE}/1").how)
    assert "Reply due 7 December 2026 (day 56; published" in words
    assert "days left" not in words


def test_each_recommendation_has_its_state_and_explanation() -> None:
    page = clock(at(AT.date()), REPORT)
    assert [row.state for row in page.answers] == ["partly", "none yet", "none yet"]
    assert page.answers[0].sentence == "Half of it by March."
    assert page.completeness == "Explanations held for 1 of 3 recommendations."
    assert len(page.steps.rows) == 7


def test_the_draft_holds_what_is_on_record_and_marks_every_gap() -> None:
    draft = clock(at(AT.date()), REPORT).draft
    assert "Accepted in part. Half of it by March." in draft
    assert "- Do half of thing 1. No owner on record. Due 31 March 2027." in draft
    assert draft.count("[To be written: the action taken or proposed, or why none.]") == 2
    assert "Police Act 1996, s.55" in draft


def test_words_that_are_not_public_are_in_no_letter() -> None:
    office = browser("anyshire-pcc/governance-officer")
    text = words(office.get(f"/responses/{REPORT}/clock/"))
    assert "[Its words are marked as not public.]" in text
    assert "Secret." not in words(browser().get(f"/responses/{REPORT}/clock/"))
    draft = office.get(f"/responses/{REPORT}/clock/").content.decode().partition("<textarea")[2]
    assert "Secret." not in draft


def test_the_letter_is_drafted_for_the_body_that_replies_and_for_nobody_else() -> None:
    for client in (browser(), browser("anyshire-police/force-liaison")):
        assert "<textarea" not in client.get(f"/responses/{REPORT}/clock/").content.decode()


def test_a_report_that_nobody_recorded_is_not_found() -> None:
    assert browser().get("/responses/hmicfrs/2026/nowhere/clock/").status_code == 404


def test_a_record_of_ones_own_tells_of_no_election_that_was_invented(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    look = at(AT.date())
    shown = clock(look, REPORT).beside
    assert any("(invented)" in words for words in shown)
    monkeypatch.setattr(installation, "installed", lambda: SimpleNamespace(offices=(), name=""))
    own = clock(look, REPORT).beside
    assert own == tuple(words for words in shown if "(invented)" not in words)
