"""An explanation of a recommendation: what is recorded when a body answers one, or all at once."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from answerable.ledger.register import Register
from answerable.scrutiny.matter import report_of
from answerable.scrutiny.plans.plans import NotPossible
from answerable.scrutiny.progress import progress
from answerable.scrutiny.replies.held_explanations import waits
from answerable.scrutiny.sourced import OUR_RECORD, Sourced
from answerable.vocabulary.access import Classification
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import ResponseGiven
from answerable.vocabulary.finding_kinds import RECOMMENDATION
from answerable.vocabulary.ladder import Response
from answerable.vocabulary.language import say
from answerable.vocabulary.regimes import Label


@dataclass(frozen=True, slots=True)
class Explained:
    """What is answered to one recommendation, by its reference, and why."""

    reference: str
    response: Response
    text: str


def explain(
    register: Register,
    *,
    answer: Explained,
    on: date,
    law: str | None = None,
    sourced: Sourced = OUR_RECORD,
    duty: Sequence[Label] = (),
) -> Fact:
    """The fact that a recommendation is accepted, accepted in part or rejected.

    `duty`: the steps in law of the reply to its report. Where one of them is the publication, an
    explanation of our own is internal until that is on record.
    """
    item = progress(register, answer.reference)
    if item.kind != RECOMMENDATION:
        raise NotPossible(
            f"{answer.reference} is not a recommendation. Promise an action instead, and name in "
            "it the finding that it answers."
        )
    if answer.response is Response.NONE_YET:
        raise NotPossible("Say what was answered: accepted, partly or rejected.")
    fact = ResponseGiven(
        **sourced.envelope(register, stream=answer.reference, on=on),
        response=answer.response.value,
        text=answer.text,
        law=law,
    )
    if not waits(register, report_of(answer.reference), duty=duty) or sourced is not OUR_RECORD:
        return fact
    return replace(fact, classes=dict.fromkeys(fact.values(), Classification.INTERNAL))


def explain_all(
    register: Register, *, answers: Sequence[Explained], on: date, duty: Sequence[Label] = ()
) -> list[Fact]:
    """Those of several explanations that the record does not hold yet as they are given."""
    new = [answer for answer in answers if not _held(register, answer)]
    if not new:
        raise NotPossible(
            say(
                "Every explanation that is typed here stands on the record already, word for "
                "word. Change one, or go back."
            )
        )
    return [explain(register, answer=answer, on=on, duty=duty) for answer in new]


def _held(register: Register, answer: Explained) -> bool:
    given = [
        v.fact
        for v in progress(register, answer.reference).versions
        if isinstance(v.fact, ResponseGiven)
    ]
    last = given[-1] if given else None
    return (
        last is not None
        and last.response == answer.response.value
        and (last.text or "").strip() == answer.text.strip()
    )
