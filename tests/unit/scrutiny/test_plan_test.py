"""Plan test: what a plan says about a recommendation, part by part, and what is missing."""

from answerable.scrutiny.plans import plan_test as room
from answerable.scrutiny.plans.plan_test import Part, plan_test
from answerable.scrutiny.progress import findings
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import (
    ActionPromised,
    ClosureStated,
    FindingPublished,
    MoneyStated,
)
from tests.factories import fact, register

ADVICE = "anyshire-inspectorate/2023/anyshire/burglary/recommendation/1"
CAUSE = "anyshire-inspectorate/2023/anyshire/burglary/cause-of-concern/1"
BODIES = {"anyshire-police": 1, "anyshire-pcc": 1, "anyshire-council": 1}


def published(reference: str, kind: str) -> Fact:
    return fact(
        FindingPublished, stream=reference, on="2023-10-01", kind=kind, number="1", text="Visit."
    )


def outcome(*more: Fact) -> room.PlanTested:
    held = register([published(ADVICE, "recommendation"), *more])
    (found,) = plan_test(held, findings(held), bodies=BODIES, oversight="anyshire-pcc")
    return found


def action(**values: object) -> Fact:
    return fact(
        ActionPromised,
        stream="action/a/1",
        on="2023-11-01",
        text="A.",
        answers=(ADVICE,),
        **values,
    )


def test_without_an_action_only_that_is_said() -> None:
    assert outcome().gaps == tuple(Part)
    assert outcome().words == "no action"


def test_each_part_is_found_where_the_record_states_it() -> None:
    bare = outcome(action())
    assert bare.words == "no owner, no date, no measure, no resource named, no partner named"
    whole = outcome(
        action(owner="anyshire-council/housing", due="2024-01-31", measure="repeat-burglary"),
        fact(MoneyStated, stream="money/1", on="2023-12-01", about=("action/a/1",), amount="1"),
    )
    assert whole.gaps == ()
    assert whole.words == ""
    assert [v.fact.stream for v in whole.held[Part.RESOURCE]] == ["money/1"]


def test_the_institution_and_its_oversight_body_are_no_partners() -> None:
    for owner in ("anyshire-police/dcc", "anyshire-pcc/officer", "dcc"):
        assert Part.PARTNER in outcome(action(owner=owner)).gaps
    paid = fact(
        MoneyStated, stream="m", on="2023-12-01", about=(ADVICE,), recipient="anyshire-council"
    )
    assert Part.PARTNER not in outcome(action(), paid).gaps


def test_only_open_recommendations_are_tested() -> None:
    held = register(
        [
            published(ADVICE, "recommendation"),
            published(CAUSE, "cause-of-concern"),
            fact(ClosureStated, stream=ADVICE, on="2024-02-01", ground="letter"),
        ]
    )
    assert plan_test(held, findings(held), bodies=BODIES, oversight="anyshire-pcc") == ()
