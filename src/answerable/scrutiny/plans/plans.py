"""Adopt a plan, promise an action, move a date, step up the ladder: facts, or a refusal.

`DueDateMoved` says that the world changed and needs a reason and an authoriser; a wrong entry
is corrected, not moved (LEDGER 11). No rung is skipped, and nobody verifies their own work.
"""

from collections.abc import Sequence
from datetime import date

from answerable.ledger.register import Register
from answerable.scrutiny.phrases import on_day
from answerable.scrutiny.progress import progress
from answerable.scrutiny.sourced import OUR_RECORD, Sourced
from answerable.scrutiny.standing import Progress
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import (
    ActionPromised,
    ActionUpdated,
    DueDateMoved,
    FindingPublished,
    PlanAdopted,
    RungReached,
)
from answerable.vocabulary.identity import reference
from answerable.vocabulary.ladder import Rung
from answerable.vocabulary.language import say
from answerable.vocabulary.refusal import Refusal
from answerable.vocabulary.times import in_words, last_day

ALONE = "single-its"
"""How the name of the engine of a verdict begins that was given without peers."""


class NotPossible(Refusal):
    """A change that the record as it stands does not allow; the sentence says what to do."""

    code = "not_possible"


def adopt_plan(
    register: Register,
    *,
    stream: str,
    title: str,
    owner: str | None,
    on: date,
    answers: Sequence[str] = (),
    version: str | None = None,
    sourced: Sourced = OUR_RECORD,
) -> list[Fact]:
    """A plan, and the findings that it answers, each of which must be on the record."""
    _some_words(title, "title")
    _known_findings(register, answers)
    if register.versions_of(PlanAdopted, stream=reference(stream)) and version is None:
        raise NotPossible(
            say(
                "There is already a plan {stream}. Give this one a version, or another reference.",
                stream=stream,
            )
        )
    return [
        PlanAdopted(
            **sourced.envelope(register, stream=stream, on=on),
            title=title,
            owner=owner,
            version=version,
            answers=tuple(answers),
        )
    ]


def promise_action(
    register: Register,
    *,
    stream: str,
    text: str,
    owner: str | None,
    on: date,
    due: str | None = None,
    plan: str | None = None,
    answers: Sequence[str] = (),
    measure: str | None = None,
    sourced: Sourced = OUR_RECORD,
) -> list[Fact]:
    """An action that somebody promised. Without an owner or a date it is recorded so."""
    _some_words(text, "text of the action")
    _known_findings(register, answers)
    if register.versions_of(ActionPromised, stream=reference(stream)):
        raise NotPossible(
            say(
                "There is already an action {stream}. Give this one another reference.",
                stream=stream,
            )
        )
    if plan is not None and not register.versions_of(stream=plan):
        raise NotPossible(
            say("The record holds no plan or session {plan}. Record it first.", plan=plan)
        )
    if due is not None and last_day(due) < on:
        raise NotPossible(
            say(
                "The action is due {day}, before it was promised on {day2}. "
                "Correct one of the two dates.",
                day=in_words(due),
                day2=on_day(on),
            )
        )
    return [
        ActionPromised(
            **sourced.envelope(register, stream=stream, on=on),
            text=text,
            owner=owner,
            due=due,
            plan=plan,
            answers=tuple(answers),
            measure=measure,
        )
    ]


def move_due_date(
    register: Register,
    *,
    stream: str,
    to: str,
    on: date,
    reason: str,
    authoriser: str,
    sourced: Sourced = OUR_RECORD,
) -> list[Fact]:
    """A later date was agreed: by which office, and why. Both dates stay visible."""
    item = _open_item(register, stream, what="move its date")
    _some_words(reason, "reason for the new date")
    _some_words(authoriser, "office that agreed to the new date")
    if not item.waiting:
        raise NotPossible(
            say(
                "It is said to be done already, so its date cannot move. "
                "If that is wrong, correct that entry first."
            )
        )
    if item.due is not None and last_day(to) <= last_day(item.due):
        raise NotPossible(
            say(
                "The new date, {day}, is not later than {day2}. A date that was "
                "written down wrongly is corrected, not moved.",
                day=in_words(to),
                day2=in_words(item.due),
            )
        )
    if last_day(to) < on:
        raise NotPossible(
            say(
                "The new date, {day}, is before the day it was agreed, {day2}.",
                day=in_words(to),
                day2=on_day(on),
            )
        )
    _not_before(item, on)
    return [
        DueDateMoved(
            **sourced.envelope(register, stream=stream, on=on),
            due=to,
            reason=reason,
            authoriser=authoriser,
        )
    ]


def update_action(
    register: Register,
    *,
    stream: str,
    on: date,
    text: str,
    rating: str | None = None,
    sourced: Sourced = OUR_RECORD,
) -> list[Fact]:
    """News of an action, with the owner's own rating in the owner's words. Moves no rung."""
    item = progress(register, stream)
    _some_words(text, "text of the update")
    _not_before(item, on)
    return [
        ActionUpdated(**sourced.envelope(register, stream=stream, on=on), text=text, rating=rating)
    ]


def reach_rung(
    register: Register,
    *,
    stream: str,
    rung: Rung,
    on: date,
    by_body: str,
    evidence: Sequence[str] = (),
    sourced: Sourced = OUR_RECORD,
) -> list[Fact]:
    """One step up. `by_body` is the body that says so; `evidence` digests of what shows it.

    Verified needs another body than the institution; worked needs a verdict “improved” that was
    given beside peers.
    """
    item = _open_item(register, stream, what="step up")
    here = -1 if item.rung is None else item.rung.order
    first = here < Rung.PROMISED.order and rung in (Rung.PROMISED, Rung.DELIVERED)
    if not first and rung.order != here + 1:
        raise NotPossible(_order(item, rung), code="bad_order")
    if rung is Rung.VERIFIED and by_body == register.institution:
        raise NotPossible(
            say(
                "An institution does not verify its own work. Ask somebody "
                "independent to look, and record what they found."
            ),
            code="own_work",
        )
    if rung is Rung.WORKED and (item.verdict is None or _verdict(item) != "improved"):
        raise NotPossible(
            say(
                "{stream} has no verdict “improved”. Judge its measure first; a "
                "step to “worked” rests on that verdict.",
                stream=stream,
            ),
            code="no_verdict",
        )
    if rung is Rung.WORKED and _alone(item):
        raise NotPossible(
            say(
                "The verdict on {stream} is before-and-after only: too few peers "
                "could be compared, so a national change is not ruled out. A "
                "step to “worked” needs a verdict beside peers.",
                stream=stream,
            ),
            code="verdict_alone",
        )
    _not_before(item, on)
    return [
        RungReached(
            **sourced.envelope(register, stream=stream, on=on),
            rung=rung.value,
            evidence=tuple(evidence),
        )
    ]


def _order(item: Progress, rung: Rung) -> str:
    now = item.rung.value if item.rung else "not yet promised"
    if item.rung is not None and rung.order <= item.rung.order:
        return say(
            "{reference} is already {now}. It goes back only by a relapse: a "
            "finding found again after a closing that is quoted.",
            reference=item.reference,
            now=now,
        )
    after = list(Rung)[item.rung.order + 1].value if item.rung else "promised or delivered"
    return say(
        "{reference} is {now}; the next step is {after}, not {value}. "
        "Record the steps between first, each with what shows it.",
        reference=item.reference,
        now=now,
        after=after,
        value=rung.value,
    )


def _alone(item: Progress) -> bool:
    """Was the verdict worked out from the body's own series, without peers?"""
    engine = item.verdict.fact.get("engine") if item.verdict else None
    return str(engine or "").startswith(ALONE)


def _verdict(item: Progress) -> str | None:
    return str(item.verdict.fact.get("verdict")) if item.verdict else None


def _open_item(register: Register, stream: str, *, what: str) -> Progress:
    item = progress(register, stream)
    if not item.open:
        raise NotPossible(
            say(
                "{stream} is {value}, so nobody can {what}. Reopen it first, with the reason.",
                stream=stream,
                value=item.disposition.value,
                what=what,
            )
        )
    return item


def _not_before(item: Progress, on: date) -> None:
    begun = item.first.fact.valid.start
    if on < begun:
        raise NotPossible(
            say(
                "{day} is before {reference} was on the record ({day2}). Correct the date.",
                day=on_day(on),
                reference=item.reference,
                day2=on_day(begun),
            )
        )


def _known_findings(register: Register, answers: Sequence[str]) -> None:
    for name in answers:
        if not register.versions_of(FindingPublished, stream=reference(name)):
            raise NotPossible(
                say(
                    "The record holds no finding {name}. Record the finding first, "
                    "or correct its reference.",
                    name=name,
                ),
                code="unknown_finding",
            )


def _some_words(text: str, what: str) -> None:
    if not text.strip():
        raise NotPossible(say("Give the {what}.", what=what), code="missing_words")
