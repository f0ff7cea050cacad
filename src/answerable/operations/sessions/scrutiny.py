"""Plans, actions and responses: adopted, promised, moved, delivered, found again.

Every function asks `access` first, lets `scrutiny/` decide at the head of the record, and gives
the receipt. `on` is the day from which the thing is true; `at` is the door's clock.
"""

from collections.abc import Sequence
from datetime import date, datetime

from answerable.ledger.book import Receipt
from answerable.ledger.register import Register
from answerable.operations import access, catalogue, quoting
from answerable.operations.plans.response import duty_of
from answerable.operations.quoting import Quoted, typed
from answerable.operations.record import of_action
from answerable.operations.recording import Decide
from answerable.scrutiny import closing_steps
from answerable.scrutiny.accountability import partners
from answerable.scrutiny.matter import report_of
from answerable.scrutiny.plans import plans
from answerable.scrutiny.plans.plans import NotPossible
from answerable.scrutiny.replies.explaining import Explained, explain
from answerable.store.papers import documents
from answerable.store.reads import lookup
from answerable.vocabulary.access import Actor
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.identity import reference as checked
from answerable.vocabulary.identity import slug
from answerable.vocabulary.ladder import Response, Rung


def adopt_plan(
    *,
    by: Actor,
    at: datetime,
    key: str,
    seen: int | None,
    institution: str,
    title: str,
    on: date,
    owner: str | None = None,
    version: str | None = None,
    answers: Sequence[str] = (),
    words: Quoted | None = None,
) -> Receipt:
    """A plan was adopted; `answers` are the findings that it says it answers."""
    access.require(by, "adopt_plan", about=institution)
    title = typed(title, what="title")
    sourced = quoting.sourced(words, about=institution)

    def decide(register: Register) -> list[Fact]:
        return plans.adopt_plan(
            register,
            stream=f"plan/{institution}/{slug(title)[:60].strip('-')}",
            title=title,
            owner=owner or institution,
            on=on,
            answers=answers,
            version=version,
            sourced=sourced,
        )

    return _append(institution, decide, by=by, at=at, key=key, seen=seen)


def promise_action(
    *,
    by: Actor,
    at: datetime,
    key: str,
    seen: int | None,
    institution: str,
    text: str,
    on: date,
    owner: str | None = None,
    due: str | None = None,
    plan: str | None = None,
    answers: Sequence[str] = (),
    measure: str | None = None,
    words: Quoted | None = None,
) -> Receipt:
    """Somebody said that it will be done. Its reference is made of body, day and number."""
    access.require(by, "promise_action", about=institution)
    text = typed(text, what="text of the action")
    sourced = quoting.sourced(words, about=institution)
    if measure is not None and measure not in catalogue.measures():
        raise NotPossible(f"No measure is called “{measure[:60]}”. Name one of the catalogue.")
    under = f"action/{by.body}/{on.isoformat()}/promise-"

    def decide(register: Register) -> list[Fact]:
        return plans.promise_action(
            register,
            stream=f"{under}{len(register.streams(under=under)) + 1}",
            text=text,
            owner=owner,
            on=on,
            due=due,
            plan=plan,
            answers=answers,
            measure=measure,
            sourced=sourced,
        )

    return _append(institution, decide, by=by, at=at, key=key, seen=seen)


def update_action(
    *,
    by: Actor,
    at: datetime,
    key: str,
    seen: int | None,
    reference: str,
    text: str,
    on: date,
    rating: str | None = None,
    words: Quoted | None = None,
) -> Receipt:
    """News of an action, with the owner's own rating in the owner's words. Moves no rung."""
    institution = _about(reference)
    access.require(by, "update_action", about=institution)
    text = typed(text, what="text of the update")
    sourced = quoting.sourced(words, about=institution)

    def decide(register: Register) -> list[Fact]:
        if access.only_partner(by):
            partners.need_part(register, stream=reference, partner=by.body)
        return plans.update_action(
            register, stream=reference, on=on, text=text, rating=rating, sourced=sourced
        )

    return _append(institution, decide, by=by, at=at, key=key, seen=seen)


def move_due_date(
    *,
    by: Actor,
    at: datetime,
    key: str,
    seen: int | None,
    reference: str,
    to: str,
    on: date,
    reason: str,
    authoriser: str,
    words: Quoted | None = None,
) -> Receipt:
    """A later date was agreed, on a day, by an office, for a reason. The first stays visible."""
    institution = _about(reference)
    access.require(by, "move_due_date", about=institution)
    reason = typed(reason, what="reason for the new date")
    authoriser = checked(typed(authoriser, what="office that agreed to the new date"))
    sourced = quoting.sourced(words, about=institution)

    def decide(register: Register) -> list[Fact]:
        return plans.move_due_date(
            register,
            stream=reference,
            to=to,
            on=on,
            reason=reason,
            authoriser=authoriser,
            sourced=sourced,
        )

    return of_action.Actions().append(
        about=institution, decide=decide, by=by, at=at, key=key, seen=seen
    )


def reach_rung(
    *,
    by: Actor,
    at: datetime,
    key: str,
    seen: int | None,
    reference: str,
    rung: Rung,
    on: date,
    evidence: Sequence[str] = (),
    words: Quoted | None = None,
) -> Receipt:
    """One step up the ladder, as the actor's body says. `evidence`: SHA-256 of kept files."""
    institution = _about(reference)
    access.require(by, "reach_rung", about=institution)
    sourced = quoting.sourced(words, about=institution)
    for digest in evidence:
        documents.original(digest)

    def decide(register: Register) -> list[Fact]:
        return plans.reach_rung(
            register,
            stream=reference,
            rung=rung,
            on=on,
            by_body=by.body,
            evidence=evidence,
            sourced=sourced,
        )

    return _append(institution, decide, by=by, at=at, key=key, seen=seen)


def relapse(
    *,
    by: Actor,
    at: datetime,
    key: str,
    seen: int | None,
    reference: str,
    on: date,
    reason: str,
    rung: Rung | None = None,
    words: Quoted | None = None,
) -> Receipt:
    """Found again after a closing that is quoted; `rung` is where it stands now, if anywhere."""
    institution = _about(reference)
    access.require(by, "relapse", about=institution)
    reason = typed(reason, what="reason")
    sourced = quoting.sourced(words, about=institution)

    def decide(register: Register) -> list[Fact]:
        return closing_steps.slip_back(
            register, finding=reference, on=on, reason=reason, rung=rung, sourced=sourced
        )

    return _append(institution, decide, by=by, at=at, key=key, seen=seen)


def respond(
    *,
    by: Actor,
    at: datetime,
    key: str,
    seen: int | None,
    reference: str,
    response: Response,
    text: str,
    on: date,
    law: str | None = None,
    words: Quoted | None = None,
) -> Receipt:
    """A recommendation is accepted, accepted in part or rejected, with an explanation."""
    institution = _about(reference)
    access.require(by, "respond", about=institution)
    text = typed(text, what="explanation")
    sourced = quoting.sourced(words, about=institution)

    def decide(register: Register) -> list[Fact]:
        answer = Explained(reference, response, text)
        duty = duty_of(register, report_of(reference))
        return [explain(register, answer=answer, on=on, law=law, sourced=sourced, duty=duty)]

    return _append(institution, decide, by=by, at=at, key=key, seen=seen)


def _about(reference: str) -> str:
    return lookup.find(checked(reference)).institution


def _append(
    about: str, decide: Decide, *, by: Actor, at: datetime, key: str, seen: int | None
) -> Receipt:
    return of_action.Actions().append(about=about, decide=decide, by=by, at=at, key=key, seen=seen)
