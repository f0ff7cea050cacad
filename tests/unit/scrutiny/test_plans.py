"""Plans, actions, dates and rungs: what may be recorded, and the sentence where it may not."""

from datetime import date
from typing import Any

import pytest

from answerable.scrutiny.accountability.escalation import on_item
from answerable.scrutiny.drift import drifted, slips
from answerable.scrutiny.plans import desk
from answerable.scrutiny.plans.plans import (
    NotPossible,
    adopt_plan,
    move_due_date,
    promise_action,
    reach_rung,
    update_action,
)
from answerable.scrutiny.progress import NoSuchItem, progress
from answerable.scrutiny.sessions.agenda_reasons import Reason, of_state
from answerable.scrutiny.sourced import Sourced
from answerable.vocabulary.documents import Source
from answerable.vocabulary.escalation import EscalationLadder, LadderStep
from answerable.vocabulary.facts import (
    ActionPromised,
    ClosureStated,
    FindingPublished,
    RungReached,
    VerdictGiven,
)
from answerable.vocabulary.identity import BadReference
from answerable.vocabulary.ladder import Rung
from answerable.vocabulary.regimes import Names
from answerable.vocabulary.times import Period
from tests.factories import FORCE, fact, register

FINDING = "hmicfrs/2026/anyshire/recommendation/1"
ACTION = "plan/anyshire/2026/action/1"
PUBLISHED = fact(
    FindingPublished, stream=FINDING, on="2026-01-10", kind="recommendation", owner="hmicfrs"
)
PROMISED = fact(
    ActionPromised, stream=ACTION, on="2026-02-01", text="Train", due="2026-06-30", measure="m"
)


def test_a_plan_names_the_findings_it_answers_and_keeps_its_source() -> None:
    source = Source(kind="original", doc="ab" * 32)
    (plan,) = adopt_plan(
        register([PUBLISHED]),
        stream="plan/anyshire/2026",
        title="Improvement plan",
        owner="anyshire-police",
        on=date(2026, 2, 1),
        answers=[FINDING],
        sourced=Sourced(source=source, quote="the plan", doc="ab" * 32, said="2026-02"),
    )
    assert (plan.institution, plan.valid) == (FORCE, Period(date(2026, 2, 1)))
    assert (plan.get("answers"), plan.source, plan.quote, plan.said) == (
        *((FINDING,), source, "the plan", "2026-02"),
    )


def test_a_plan_again_needs_a_version() -> None:
    def adopt(**more: Any) -> Any:
        return adopt_plan(
            register(adopt_first),
            stream="plan/anyshire/2026",
            title="Plan",
            owner=None,
            on=date(2026, 2, 1),
            **more,
        )

    adopt_first: list[Any] = []
    adopt_first = adopt()
    with pytest.raises(NotPossible, match="already a plan"):
        adopt()
    assert adopt(version="2")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"text": "  "}, "Give the text"),
        ({"answers": ["hmicfrs/2026/anyshire/recommendation/9"]}, "no finding"),
        ({"stream": ACTION}, "already an action"),
        ({"plan": "plan/none"}, "no plan or session"),
        ({"due": "2026-01"}, "before it was promised"),
    ],
)
def test_an_action_that_cannot_be_is_refused_in_words(change: dict[str, Any], words: str) -> None:
    asked = {"stream": "action/2", "text": "Do", "owner": None, "on": date(2026, 2, 1)} | change
    with pytest.raises(NotPossible, match=words):
        promise_action(register([PUBLISHED, PROMISED]), **asked)


def test_an_action_without_owner_or_date_is_recorded_so() -> None:
    (action,) = promise_action(
        register([PUBLISHED]),
        stream="action/2",
        text="Do",
        owner=None,
        on=date(2026, 2, 1),
        answers=[FINDING],
    )
    assert (action.get("owner"), action.get("due"), action.said) == (None, None, "2026-02-01")
    with pytest.raises(BadReference):
        promise_action(register([]), stream="Action 2", text="Do", owner=None, on=date(2026, 2, 1))


def move(facts: list[Any], **change: Any) -> Any:
    asked = {
        "stream": ACTION,
        "to": "2026-09-30",
        "on": date(2026, 6, 1),
        "reason": "staff",
        "authoriser": "board",
    } | change
    return move_due_date(register(facts), **asked)


def test_a_moved_date_stands_beside_the_first() -> None:
    found = progress(register([PROMISED, *move([PROMISED])]), ACTION)
    assert (found.due_first, found.due) == ("2026-06-30", "2026-09-30")
    assert (found.moves[0].reason, found.moves[0].authoriser) == ("staff", "board")
    undated = fact(ActionPromised, stream=ACTION, on="2026-02-01", text="Train")
    dated = progress(register([undated, *move([undated])]), ACTION)
    assert dated.sentence.startswith(
        "Due 30 September 2026. First without a date; given one by the board on 1 June 2026."
    )


def test_a_first_date_is_no_move_and_what_replaces_it_is_one() -> None:
    """One rule for ladders, agendas, exports and the week: a move replaces a date."""
    undated = fact(ActionPromised, stream=ACTION, on="2026-02-01", text="Train")
    given = [undated, *move([undated], to="2027-03-31")]
    held = register(given)
    found = progress(held, ACTION)
    assert len(found.moves) == 1, "the history has it"
    assert found.moved == ()
    assert drifted(held) == ()
    assert found.tag != "Moved"
    assert not slips(found, on=date(2026, 7, 1)), "its day is far, and nothing was put off"
    assert slips(found, on=date(2027, 3, 20)), "its day is near"
    (row,) = desk.items([found], owners={}, on=date(2026, 7, 1))
    assert (row.moves, row.slipping) == (0, False)
    reasons = of_state(found, on=date(2026, 7, 1), since=date(2026, 6, 1), names=Names())
    assert not {Reason.MOVED, Reason.SLIPPING} & {why.reason for why in reasons}
    later = [*given, *move(given, to="2027-06-30", on=date(2026, 7, 1))]
    again = progress(register(later), ACTION)
    assert [(m.from_, m.to) for m in again.moved] == [("2027-03-31", "2027-06-30")]
    assert again.tag == "Moved"
    assert "moved once" in again.sentence
    assert slips(again, on=date(2026, 7, 2))
    ladder = EscalationLadder("x", "Moved", "moved", "x", (LadderStep("a", "Ask", "board", 1),))
    assert on_item(held, found, [ladder], on=date(2026, 7, 1)) == ()
    (step,) = on_item(register(later), again, [ladder], on=date(2026, 7, 2))
    assert step.since == date(2026, 7, 1)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"to": "2026-06-30"}, "is not later than 30 June 2026"),
        ({"to": "2026-05-31"}, "corrected, not moved"),
        ({"reason": ""}, "Give the reason"),
        ({"authoriser": " "}, "Give the office"),
        ({"on": date(2026, 10, 2)}, "before the day it was agreed"),
        ({"on": date(2026, 1, 2)}, "before plan/anyshire/2026/action/1 was on the record"),
    ],
)
def test_a_move_that_is_none_is_refused(change: dict[str, Any], words: str) -> None:
    with pytest.raises(NotPossible, match=words):
        move([PROMISED], **change)


def test_no_move_after_it_is_done_or_closed_or_unknown() -> None:
    done = fact(RungReached, stream=ACTION, on="2026-05-01", rung="delivered")
    with pytest.raises(NotPossible, match="said to be done already"):
        move([PROMISED, done])
    closed = fact(ClosureStated, stream=ACTION, on="2026-05-01", ground="letter")
    with pytest.raises(NotPossible, match="is closed"):
        move([PROMISED, closed])
    with pytest.raises(NoSuchItem, match="no finding or action"):
        move([])


def test_news_moves_no_rung() -> None:
    news = update_action(
        register([PROMISED]), stream=ACTION, on=date(2026, 3, 1), text="Half done", rating="green"
    )
    found = progress(register([PROMISED, *news]), ACTION)
    assert found.rung is Rung.PROMISED
    assert found.news is not None
    with pytest.raises(NotPossible, match="Give the text"):
        update_action(register([PROMISED]), stream=ACTION, on=date(2026, 3, 1), text="")


def step(facts: list[Any], rung: Rung, by_body: str = FORCE, stream: str = ACTION) -> Any:
    return reach_rung(
        register(facts),
        stream=stream,
        rung=rung,
        on=date(2026, 5, 1),
        by_body=by_body,
        evidence=["cd" * 32],
    )


def test_the_whole_ladder_one_step_at_a_time() -> None:
    facts: list[Any] = [PROMISED]
    facts += step(facts, Rung.DELIVERED)
    facts += step(facts, Rung.VERIFIED, "hmicfrs")
    facts += [fact(VerdictGiven, stream="m", on="2026-04-01", measure="m", verdict="improved")]
    facts += step(facts, Rung.WORKED, "anyshire-pcc")
    facts += step(facts, Rung.SUSTAINED, "anyshire-pcc")
    found = progress(register(facts), ACTION)
    assert found.rung is Rung.SUSTAINED
    assert [s.rung for s in found.steps] == [
        *(Rung.DELIVERED, Rung.VERIFIED, Rung.WORKED, Rung.SUSTAINED)
    ]
    assert found.steps[0].evidence == ("cd" * 32,)


@pytest.mark.parametrize(
    ("rungs", "rung", "by_body", "code"),
    [
        ([], Rung.VERIFIED, "hmicfrs", "bad_order"),
        ([], Rung.WORKED, "hmicfrs", "bad_order"),
        ([], Rung.PROMISED, FORCE, "bad_order"),
        (["delivered"], Rung.DELIVERED, FORCE, "bad_order"),
        (["delivered"], Rung.VERIFIED, FORCE, "own_work"),
        (["delivered"], Rung.WORKED, "hmicfrs", "bad_order"),
        (["delivered", "verified"], Rung.WORKED, "hmicfrs", "no_verdict"),
        (["delivered", "verified"], Rung.DELIVERED, FORCE, "bad_order"),
    ],
)
def test_no_rung_is_skipped_and_nobody_verifies_their_own_work(
    rungs: list[str], rung: Rung, by_body: str, code: str
) -> None:
    facts = [PROMISED]
    facts += [fact(RungReached, stream=ACTION, on="2026-03-01", rung=r) for r in rungs]
    with pytest.raises(NotPossible) as refused:
        step(facts, rung, by_body)
    assert refused.value.code == code


def test_worked_needs_a_verdict_that_was_given_beside_peers() -> None:
    """Without peers a national change, and the return to the usual, are not ruled out."""
    facts = [PROMISED]
    facts += [
        fact(RungReached, stream=ACTION, on="2026-03-01", rung=r)
        for r in ("delivered", "verified")
    ]
    for engine, refused_as in (("single-its/1", "verdict_alone"), ("comparative-its/1", "")):
        given = fact(
            VerdictGiven,
            stream="m",
            on="2026-04-01",
            measure="m",
            verdict="improved",
            engine=engine,
        )
        if refused_as:
            with pytest.raises(NotPossible) as refused:
                step([*facts, given], Rung.WORKED, "hmicfrs")
            assert refused.value.code == refused_as
        else:
            assert step([*facts, given], Rung.WORKED, "hmicfrs")


def test_a_finding_may_be_said_to_be_done_without_a_promise_before() -> None:
    assert step([PUBLISHED], Rung.DELIVERED, stream=FINDING)
    assert step([PUBLISHED], Rung.PROMISED, stream=FINDING)
    with pytest.raises(NotPossible, match="not yet promised; the next step is promised or"):
        step([PUBLISHED], Rung.VERIFIED, "hmicfrs", stream=FINDING)
