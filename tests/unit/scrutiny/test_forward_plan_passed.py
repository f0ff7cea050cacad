"""Sessions when oversight passes: what was planned is the next body's to hold."""

from datetime import date

from answerable.scrutiny.sessions import forward_plan
from answerable.vocabulary.facts import MeetingHeld, MeetingPlanned, OversightPassed
from tests.factories import FORCE, fact, register

PCC, BOARD = "anyshire-pcc", "anyshire-board"


def planned(day: str, *, body: str = PCC) -> MeetingPlanned:
    return fact(MeetingPlanned, stream=f"session/{body}/{day}", on="2028-01-10", date=day)


HELD = fact(MeetingHeld, stream=f"session/{PCC}/2028-03-10", on="2028-03-10", date="2028-03-10")
PASSED = fact(
    OversightPassed,
    stream=f"oversight/{FORCE}",
    on="2028-05-08",
    **{"from_": PCC},
    to=BOARD,
    law="Order",
    reason="It ends.",
)


def plan(body: str, *, valid: date) -> list[str]:
    facts = [planned("2028-04-10"), planned("2028-06-12"), planned("2028-09-04", body=BOARD)]
    held = register([*facts, HELD, PASSED], valid=valid)
    return [s.reference for s in forward_plan.sessions(held, body=body)]


def test_a_session_planned_for_after_the_passing_stands_in_the_plan_of_the_next_body() -> None:
    """Its address stays; without this the next body's plan would be empty, and the thread lost."""
    after = plan(BOARD, valid=date(2028, 5, 20))
    assert after == ["session/anyshire-pcc/2028-06-12", "session/anyshire-board/2028-09-04"]
    assert plan(BOARD, valid=date(2028, 5, 1)) == ["session/anyshire-board/2028-09-04"]


def test_the_session_before_the_first_of_the_next_body_is_the_last_of_the_one_before_it() -> None:
    held = register([HELD, PASSED, planned("2028-09-04", body=BOARD)], valid=date(2028, 8, 1))
    first = forward_plan.session(held, "session/anyshire-board/2028-09-04")
    assert first is not None
    last = forward_plan.before(held, first)
    assert last is not None
    assert last.reference == "session/anyshire-pcc/2028-03-10"
