"""Protects minutes of an earlier year handed in as a file: what they agreed is an action of the
institution held to account, and their session stands among the sessions taken here."""

from dataclasses import replace
from pathlib import Path

import pytest

from answerable.operations.documents import deciding, reading
from answerable.operations.documents.reader import Meta
from answerable.operations.pages.documents import date_named
from answerable.operations.pages.look import Look
from answerable.operations.pages.sessions import forward_plan
from answerable.operations.pages.sessions.session import session
from answerable.store.papers import review
from answerable.store.reads import registers
from answerable.vocabulary.facts import ActionPromised, AssuranceJudged, MeetingHeld
from tests.operations.cast import AT, DAY, FORCE, OFFICER, common

OFFICE = "anyshire-pcc"
MINUTES = """<html><body><h1>Anyshire Police and Crime Commissioner</h1>
<p>Minutes: Performance session, 11 January 2024</p>
<p>Present: Commissioner; Chief Constable.</p><h2>1. Answering the public</h2>
<p>Action: DCC to bring response times by district by 30 April 2024</p></body></html>"""


@pytest.fixture
def minutes(home: Path) -> str:
    meta = Meta(name="january.html", publisher=OFFICE, published="2024-02-02", kind="minutes")
    return reading.read(**common(OFFICER), data=MINUTES.encode(), meta=meta).document


def accept(kind: str) -> None:
    for found in review.waiting(kind=kind):
        deciding.accept(**common(OFFICER), candidate=str(found.record["id"]))


def test_what_own_minutes_agreed_is_an_action_of_the_force_and_of_the_session_s_day(
    minutes: str,
) -> None:
    accept("action")
    (action,) = registers.register(FORCE, valid=DAY).of(ActionPromised)
    assert action.stream == f"action/{OFFICE}/2024-01-11/1"
    assert action.plan == f"session/{OFFICE}/2024-01-11"
    assert (str(action.valid.start), action.due) == ("2024-01-11", "2024-04-30")
    assert not registers.register(OFFICE, valid=DAY).of(ActionPromised)


def test_the_session_of_handed_in_minutes_stands_among_the_earlier_ones(minutes: str) -> None:
    accept("meeting")
    (held,) = registers.register(FORCE, valid=DAY).of(MeetingHeld)
    assert (held.stream, held.body) == (f"session/{OFFICE}/2024-01-11", OFFICE)
    page = forward_plan.forward_plan(Look(at=AT, actor=OFFICER), OFFICE)
    earlier = next(s for s in page.sections if s.title == "Earlier")
    assert earlier.table is not None
    assert "11 January 2024" in str(earlier.table)


def test_minutes_of_a_panel_about_the_office_stay_with_the_office(home: Path) -> None:
    meta = Meta(
        name="p.html",
        publisher="anyshire-panel",
        published="2024-02-02",
        subject=OFFICE,
        kind="minutes",
    )
    document = reading.read(**common(OFFICER), data=MINUTES.encode(), meta=meta).document
    assert deciding.waiting(document=document)
    accept("action")
    assert registers.register(OFFICE, valid=DAY).of(ActionPromised)


def test_a_day_in_the_words_of_an_action_without_a_date_is_named_before_it_is_accepted(
    minutes: str,
) -> None:
    (read,) = review.waiting(kind="action")
    dateless = {**read.record["fields"], "due": None}
    missed = replace(read, record={**read.record, "fields": dateless})
    (told,) = date_named.named(missed)
    assert told.words.startswith("30 April 2024 stands in these words, and no due date was read.")
    (due,) = date_named.named(read)
    assert (due.label, due.words) == ("Due date", "30 April 2024")


JUDGED = MINUTES.replace(
    "</body>",
    "<p>The Commissioner was not assured that calls are answered in time.</p></body>",
)


def handed_in(text: str, *, kind: str) -> str:
    meta = Meta(name="j.html", publisher=OFFICE, published="2024-02-02", kind=kind)
    return reading.read(**common(OFFICER), data=text.encode(), meta=meta).document


def test_a_judgement_in_minutes_becomes_that_of_the_session_with_its_source(home: Path) -> None:
    document = handed_in(JUDGED, kind="minutes")
    for kind in ("meeting", "assurance"):
        accept(kind)
    (judged,) = registers.register(FORCE, valid=DAY).of(AssuranceJudged)
    assert judged.meeting == f"session/{OFFICE}/2024-01-11"
    assert (judged.level, str(judged.valid.start)) == ("not-assured", "2024-01-11")
    assert judged.source is not None
    assert judged.source.doc == document
    assert judged.quote is not None
    assert "not assured" in judged.quote
    page = session(Look(at=AT, actor=OFFICER), OFFICE, "2024-01-11")
    (told,) = page.judgements
    assert told.words == "Not assured: calls are answered in time.", (
        "the words of the minutes, once"
    )
    assert not review.waiting(kind="assurance")


def test_a_judgement_outside_minutes_is_not_offered(home: Path) -> None:
    handed_in(JUDGED, kind="statement")
    assert not review.waiting(kind="assurance")
