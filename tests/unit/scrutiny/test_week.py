"""My week: each thing once, in the part where it belongs; nothing that nobody has to do."""

from dataclasses import replace
from datetime import date

import pytest

from answerable.operations import catalogue
from answerable.scrutiny import chase
from answerable.scrutiny.accountability.source_clocks import source_clock
from answerable.scrutiny.plans import desk
from answerable.scrutiny.plans.log_number import known_as
from answerable.scrutiny.progress import actions, findings
from answerable.scrutiny.replies.responses import response
from answerable.scrutiny.week import Entry, Week, week
from answerable.vocabulary.access import Classification
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import (
    ActionPromised,
    ActionUpdated,
    AnswerGiven,
    ClosureClaimed,
    DueDateMoved,
    FindingPublished,
    QuestionAsked,
    ResponseGiven,
    RungReached,
    StageReached,
)
from tests.factories import FORCE, fact, register

ON = date(2026, 11, 25)
ADVICE = "hmicfrs/2026/anyshire/theft/recommendation/1"
SESSION = "session/anyshire-pcc/2026-05-21"


def of(*facts: Fact) -> Week:
    held = register(facts, valid=ON)
    doing = actions(held)
    rows = desk.items(
        (*findings(held), *doing), owners=desk.owners_of(doing, followed={}), on=held.valid
    )
    regime = catalogue.regime_of(FORCE)
    return week(held, rows, on=ON, regime=regime, oversight="anyshire-pcc")


def action(due: str | None, **values: object) -> Fact:
    return fact(
        ActionPromised, stream="action/a/1", on="2026-01-05", text="Visit.", due=due, **values
    )


def test_a_row_of_a_log_says_what_its_log_calls_it_in_the_week_and_in_the_mail() -> None:
    """Else an owner is told how late something is that the log calls superseded."""
    row = {"stream": "action/a/log/1", "text": "Visit.", "owner": "dcc", "due": "2026-02-01"}
    found = of(
        fact(ActionPromised, on="2026-01-05", **row),
        fact(ActionUpdated, stream=row["stream"], on="2026-01-06", text="Status: Superseded."),
    )
    (entry,) = found.overdue
    assert entry.why == "Due 1 February 2026. The log says: Superseded."
    assert "The log says: Superseded." in chase.draft(entry, sender="The office").body


def test_a_date_that_the_log_moved_is_told_until_somebody_agrees_to_it() -> None:
    row = {"stream": "action/a/log/1", "text": "Visit.", "owner": "dcc", "due": "2026-02-01"}
    told = {"stream": row["stream"], "on": "2026-01-06"}
    made = [
        fact(ActionPromised, on="2026-01-05", **row),
        fact(ActionUpdated, **told, text="Due: 15/12/2026 (before: 01/02/2026). Status: Live."),
    ]
    (entry,) = of(*made).overdue
    assert entry.why == (
        "Due 1 February 2026. The log now says 15 December 2026; nobody is on record as agreeing "
        "to it. The log says: Live."
    )
    cell = fact(ActionUpdated, **told, text="Due: 2026-12-15 (before: 2026-02-01).")
    (entry,) = of(made[0], cell).overdue
    assert "The log now says 15 December 2026; nobody" in entry.why, "a day of a cell in words"
    (item,) = actions(register(made, valid=ON))
    assert "The log now says 15 December 2026" in item.sentence
    words = fact(ActionUpdated, **told, text="Due: end of the winter (before: 01/02/2026).")
    (entry,) = of(made[0], words).overdue
    assert "The log now says end of the winter; nobody" in entry.why, "else as it is written"
    agreed = fact(DueDateMoved, **told, due="2026-02-02", reason="Late.", authoriser="board")
    (entry,) = of(*made, agreed).overdue
    assert "The log now says" not in entry.why


def published(on: str = "2026-10-13") -> Fact:
    return fact(
        FindingPublished, stream=ADVICE, on=on, kind="recommendation", number="1", text="Visit."
    )


def places(found: Week) -> dict[str, list[str]]:
    parts = {"overdue": found.overdue, "waiting": found.waiting}
    parts |= {str(span): entries for span, entries in found.due}
    return {name: [e.reference for e in entries] for name, entries in parts.items() if entries}


@pytest.mark.parametrize(
    ("due", "part"),
    [
        ("2026-11-24", "overdue"),
        ("2026-11-25", "7"),
        ("2026-12-02", "7"),
        ("2026-12-03", "14"),
        ("2026-12-09", "14"),
        ("2026-12-10", "28"),
        ("2026-12-23", "28"),
        ("2026-12", None),  # its last day, 31 December, is more than four weeks off
        ("2026-12-24", None),
        (None, None),
    ],
)
def test_an_action_stands_once_where_its_last_possible_day_falls(
    due: str | None, part: str | None
) -> None:
    assert places(of(action(due))) == ({part: ["action/a/1"]} if part else {})


def test_what_is_said_to_be_done_waits_for_somebody_else() -> None:
    done = of(
        action("2026-01-31"),
        fact(RungReached, stream="action/a/1", on="2026-01-20", rung="delivered"),
    )
    assert places(done) == {"waiting": ["action/a/1"]}
    checked = of(
        action("2026-01-31"),
        fact(RungReached, stream="action/a/1", on="2026-01-20", rung="delivered"),
        fact(RungReached, stream="action/a/1", on="2026-02-20", rung="verified"),
    )
    assert places(checked) == {}


def test_a_claimed_closing_waits_for_the_owner_of_the_finding() -> None:
    found = of(published("2026-01-05"), fact(ClosureClaimed, stream=ADVICE, on="2026-09-01"))
    assert places(found) == {"waiting": [ADVICE]}


def test_the_reply_that_the_law_asks_for_is_due_until_it_is_out() -> None:
    (reply,) = of(published()).due[1][1]
    assert (reply.kind, reply.days, reply.due) == ("reply", 12, "2026-12-07")
    assert reply.why == (
        "12 days left: reply due 7 December 2026 (day 56; published 13 October 2026 is day 1)."
    )
    out = fact(
        StageReached,
        stream="response/hmicfrs/2026/anyshire/theft",
        on="2026-11-20",
        stage="published",
    )
    assert places(of(published(), out)) == {}
    (late,) = of(published("2026-09-01")).overdue
    assert late.why == (
        "The 56-day period ended on 26 October 2026. Its publication is not on our record."
    )
    assert places(of(published("2026-03-01"))) == {}  # long ended: nothing for this week


def test_the_law_on_inspectors_reports_asks_no_reply_to_a_coroner_or_an_auditor() -> None:
    """A date that no law sets would stand under “due”, and later under “overdue”."""
    for origin, places_now in (("coroner", "14"), ("internal-audit", None)):
        found = fact(
            FindingPublished,
            stream=f"{origin}/anyshire-police/2026-10-13/recommendation/1",
            on="2026-10-13",
            kind="recommendation",
            text="Record each reason",
            origin=origin,
        )
        assert places(of(found)) == ({places_now: [found.stream]} if places_now else {})
        held = register([found], valid=ON)
        report = f"{origin}/anyshire-police/2026-10-13"
        replied = response(held, report=report, regime=catalogue.regime_of(FORCE))
        assert (replied.window, replied.steps) == (None, ())
        assert replied.published == date(2026, 10, 13)


def coroner(on: str, *, stream: str = "coroner/anyshire-police/x/recommendation/1") -> Fact:
    return fact(
        FindingPublished,
        stream=stream,
        on=on,
        kind="recommendation",
        text="Record each reason",
        owner="the coroner for Anyshire",
        addressee=FORCE,
        origin="coroner",
    )


def test_a_coroners_report_is_answered_within_its_own_period_with_its_law_named() -> None:
    """A report to prevent future deaths has 56 days from its own day, that day not counted."""
    found = coroner("2026-10-13")
    (due,) = of(found).due[1][1]
    assert (due.kind, due.due, due.days, due.owner) == ("answer", "2026-12-08", 13, FORCE)
    assert due.text == "Answer to the coroner for Anyshire: Record each reason"
    assert due.why == (
        "13 days left: answer due 8 December 2026 (56 days from 13 October 2026, the day on our "
        "record; Coroners (Investigations) Regulations 2013, regulation 29(4))."
    )
    assert "Answer due" in chase.draft(due, sender="x").subject
    answer = fact(ResponseGiven, stream=found.stream, on="2026-11-01", response="accepted")
    assert places(of(found, answer)) == {}
    assert places(of(coroner("2026-09-01")))["overdue"]
    assert places(of(coroner("2026-03-01"))) == {}  # long ended: nothing for this week


def test_a_row_of_an_export_says_no_day_so_its_last_day_to_answer_is_unknown() -> None:
    """The day of an export is not the day of a report: a date from it would be invented."""
    found = coroner("2026-10-13", stream=f"coroner/{FORCE}/recommendation/1")
    assert places(of(found)) == {}
    held = register([found], valid=ON)
    clock = source_clock(held, found, sources=catalogue.regime_of(FORCE).finding_sources)
    assert clock is not None
    assert clock.last_day is None
    assert "the last day is unknown" in clock.sentence(ON)
    assert "regulation 29(4)" in clock.sentence(ON)


def test_a_question_waits_until_its_item_or_it_itself_is_answered() -> None:
    asked = fact(
        QuestionAsked,
        stream=f"{SESSION}/question/1",
        on="2026-05-21",
        meeting=SESSION,
        item="1",
        to="chief-constable",
        text="What shows it?",
    )
    assert places(of(asked)) == {"waiting": [f"{SESSION}/question/1"]}
    answered = fact(AnswerGiven, stream=f"{SESSION}/item/1", on="2026-05-21", text="This.")
    assert places(of(asked, answered)) == {}


def test_the_first_sentence_counts_what_stands_below() -> None:
    assert of().sentence == ("Nothing is overdue, due in the next 28 days, or waiting for others.")
    assert of(action("2026-11-01")).sentence == (
        "One item is overdue, nothing is due in the next 28 days, nothing waits for others."
    )


def test_what_the_law_asks_is_counted_where_it_stands() -> None:
    """“Three items are overdue” above a heading “Overdue (2)” is one too many."""
    late = published("2026-09-01")
    assert of(late).sentence == (
        "Of what the law asks, one is overdue. Nothing else is overdue, due in the next 28 days, "
        "or waiting for others."
    )
    assert of(late, action("2026-11-01")).sentence == (
        "Of what the law asks, one is overdue. One other item is overdue, nothing else is due in "
        "the next 28 days, nothing waits for others."
    )
    soon = of(published("2026-10-15"), action("2026-11-01"))
    assert soon.sentence.startswith("Of what the law asks, one is due in the next 28 days. One")
    assert of(late, action("2026-11-01")).known == (
        "Of what the law asks, one is overdue. One other item is overdue, as far as our sources "
        "say."
    )
    assert of(late).known == "Of what the law asks, one is overdue, as far as our sources say."


def test_a_chase_draft_states_dates_and_asks_for_one_of_three_answers() -> None:
    moved = fact(
        DueDateMoved, stream="action/a/1", on="2026-02-01", due="2026-11-20", reason="Posts."
    )
    (late,) = of(action("2026-06-30", owner="dcc"), moved).overdue
    draft = chase.draft(late, sender="Governance officer, Anyshire PCC")
    assert draft.subject == "Action due 20 November 2026"
    assert draft.body.startswith("Dear Deputy Chief Constable,")
    assert "Due 20 November 2026. First due 30 June 2026. Moved once." in draft.body
    assert "Five days past the due date." in draft.body
    numbered = chase.draft(late, sender="A", known_as="26/064").body
    assert "Number in the log: 26/064" in numbered
    assert "3. It is not yours: whose it is." in draft.body
    assert draft.body.endswith("Governance officer, Anyshire PCC")
    assert not any(word in draft.body.lower() for word in ("late", "fail", "breach", "overdue"))


def test_words_that_are_not_public_stay_out_of_a_mail() -> None:
    secret = action("2026-11-01", classes={"text": Classification.RESTRICTED})
    (late,) = of(secret).overdue
    assert isinstance(late, Entry)
    body = chase.draft(late, sender="A").body
    assert "Visit" not in body
    assert chase.MARKED in body


def test_the_number_of_the_log_is_as_its_row_writes_it_and_a_row_not_public_gives_none() -> None:
    stream = "action/anyshire-police/log/26-064"
    row = fact(ActionUpdated, stream=stream, on="2026-01-05", quote="26/064 | R2 | Visit.")
    secret = replace(row, classes={"quote": Classification.RESTRICTED})
    assert known_as(register([row], valid=ON), stream) == "26/064"
    assert known_as(register([secret], valid=ON), stream) == ""
