"""Which facts are about a theme: no more and no less than the record says."""

import pytest

from answerable.scrutiny.subject import Subject
from answerable.vocabulary.facts import (
    ActionPromised,
    AnswerGiven,
    AssuranceJudged,
    ClaimMade,
    FindingPublished,
    ItemTaken,
    MeetingHeld,
    MoneyStated,
    PlanAdopted,
    QuestionAsked,
)
from tests.factories import fact, register

SESSION = "session/anyshire-pcc/2026-07-16"
ITEM = fact(
    ItemTaken, stream=f"{SESSION}/item/3", on="2026-07-16", meeting=SESSION, number="3",
    about=("soc",),
)  # fmt: skip
OTHER = fact(
    ItemTaken, stream=f"{SESSION}/item/4", on="2026-07-16", meeting=SESSION, number="4", about=()
)
FINDING = fact(FindingPublished, stream="i/2024/recommendation/1", on="2024-01-01", theme="soc")


@pytest.mark.parametrize(
    ("made", "about"),
    [
        (fact(ClaimMade, stream="claim/anyshire/soc/1", on="2026-01-01"), True),
        (fact(PlanAdopted, stream="plan/anyshire/soc-delivery-plan", on="2026-01-01"), True),
        (fact(ClaimMade, stream="claim/anyshire/society/1", on="2026-01-01"), False),
        (fact(ClaimMade, stream="claim/anyshire/robbery", on="2026-01-01"), False),
        (
            fact(
                ActionPromised, stream="action/1", on="2026-01-01",
                answers=("i/2024/recommendation/1",),
            ),
            True,
        ),
        (fact(ActionPromised, stream="action/2", on="2026-01-01", answers=()), False),
        (fact(MoneyStated, stream="money/1", on="2026-01-01", about=("soc",)), True),
        (
            fact(MoneyStated, stream="money/2", on="2026-01-01",
                 about=("i/2024/recommendation/1",)),
            True,
        ),
        (fact(MoneyStated, stream="money/3", on="2026-01-01", about=()), False),
        (fact(MeetingHeld, stream=SESSION, on="2026-07-16"), True),
        (fact(MeetingHeld, stream="session/anyshire-pcc/2026-01-01", on="2026-01-01"), False),
        (fact(AnswerGiven, stream=f"{SESSION}/item/3", on="2026-07-16"), True),
        (fact(AnswerGiven, stream=f"{SESSION}/item/3/answer/1", on="2026-07-16"), True),
        (fact(AnswerGiven, stream=f"{SESSION}/item/30", on="2026-07-16"), False),
        (
            fact(QuestionAsked, stream=f"{SESSION}/question/1", on="2026-07-16", meeting=SESSION,
                 item="3"),
            True,
        ),
        (
            fact(QuestionAsked, stream=f"{SESSION}/question/2", on="2026-07-16", meeting=SESSION,
                 item="4"),
            False,
        ),
        (
            fact(AssuranceJudged, stream="x", on="2026-07-16", meeting=SESSION,
                 item=f"{SESSION}/item/3"),
            True,
        ),
    ],
    ids=lambda value: getattr(value, "stream", None),
)  # fmt: skip
def test_a_fact_is_about_the_theme_only_where_the_record_says_so(
    made: object, about: bool
) -> None:
    found = Subject(register([FINDING, ITEM, OTHER, made]), "soc")  # type: ignore[list-item]  # a fact
    assert (made in [v.fact for v in found.versions]) is about
