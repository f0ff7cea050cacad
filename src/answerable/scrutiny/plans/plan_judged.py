"""What the body that holds to account thinks of a plan: dated, with reasons, and never by a rule.

The plan test says what the record holds; whether the plan is good enough is for the body.
"""

from dataclasses import dataclass
from datetime import date

from answerable.ledger.register import Register, Version
from answerable.scrutiny.plans.plans import NotPossible
from answerable.scrutiny.sourced import OUR_RECORD, Sourced
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import ActionPromised, MeetingHeld, PlanAdopted, PlanJudged
from answerable.vocabulary.language import say

JUDGEMENTS = ("assured", "partly assured", "not assured")


@dataclass(frozen=True)
class Plan:
    """A plan as it was adopted last, the findings that it answers, its actions, and judgements."""

    reference: str
    title: str | None
    owner: str | None
    version: str | None
    answers: tuple[str, ...]
    actions: tuple[str, ...]
    adopted: Version
    judged: tuple[Version, ...]


def plans(register: Register) -> tuple[Plan, ...]:
    """Every plan in the order of the record."""
    last = {v.fact.stream: v for v in register.versions_of(PlanAdopted)}
    doing: dict[str, list[str]] = {}
    for promised in register.versions_of(ActionPromised):
        doing.setdefault(str(promised.fact.get("plan")), []).append(promised.fact.stream)
    judged: dict[str, list[Version]] = {}
    for version in register.versions_of(PlanJudged):
        judged.setdefault(version.fact.stream, []).append(version)
    return tuple(
        Plan(
            reference=name,
            title=v.fact.get("title"),
            owner=v.fact.get("owner"),
            version=v.fact.get("version"),
            answers=tuple(v.fact.get("answers") or ()),
            actions=tuple(doing.get(name, ())),
            adopted=v,
            judged=tuple(sorted(judged.get(name, ()), key=lambda j: (j.fact.valid.start, j.seq))),
        )
        for name, v in last.items()
    )


def judge_plan(
    register: Register,
    *,
    plan: str,
    judgement: str,
    reason: str,
    on: date,
    by_body: str,
    meeting: str | None = None,
    sourced: Sourced = OUR_RECORD,
) -> list[Fact]:
    """A dated judgement with its reason; the institution does not judge its own plan."""
    if judgement not in JUDGEMENTS:
        raise NotPossible(
            say(
                "“{judgement}” is no judgement. Use one of: {values}.",
                judgement=judgement[:40],
                values=", ".join(JUDGEMENTS),
            )
        )
    held = register.versions_of(PlanAdopted, stream=plan)
    if not held:
        raise NotPossible(say("The record holds no plan {plan}. Adopt it first.", plan=plan))
    if by_body == register.institution:
        raise NotPossible(
            say(
                "A plan is judged by the body that holds the institution to "
                "account, not by the institution itself."
            ),
            code="own_work",
        )
    if on < min(v.fact.valid.start for v in held):
        raise NotPossible(say("That day is before the plan was adopted. Correct the day."))
    if meeting is not None and not register.versions_of(MeetingHeld, stream=meeting):
        raise NotPossible(
            say("The record holds no session {meeting}. Record it first.", meeting=meeting)
        )
    return [
        PlanJudged(
            **sourced.envelope(register, stream=plan, on=on),
            judgement=judgement,
            reason=reason,
            meeting=meeting,
        )
    ]
