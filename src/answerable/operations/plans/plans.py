"""Who owns an action, its milestones and means, what it waits for; plans judged; objectives.

Every function asks `access` first, lets `scrutiny/` decide at the head of the record, and gives
the receipt. `on` is the day from which the thing is true; `at` is the door's clock.
"""

from collections.abc import Sequence
from datetime import date, datetime

from answerable.ledger.book import Receipt
from answerable.ledger.register import Register
from answerable.operations import access
from answerable.operations.quoting import typed
from answerable.operations.record import of_action
from answerable.operations.recording import Decide
from answerable.scrutiny.plans import assigned, milestones, objectives, plan_judged, waiting_for
from answerable.store.reads import lookup
from answerable.vocabulary.access import Actor
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.identity import reference as checked
from answerable.vocabulary.identity import slug

LONGEST_NAME = 60


def reassign(
    *,
    by: Actor,
    at: datetime,
    key: str,
    seen: int | None,
    reference: str,
    owner: str,
    reason: str,
    authoriser: str,
    on: date,
) -> Receipt:
    """Another office owns the action from a day on, agreed by an office, for a reason."""
    institution = _about(reference)
    access.require(by, "reassign", about=institution)
    owner = _owner(owner)
    reason, authoriser = _why(reason), _agreed(authoriser)

    def decide(register: Register) -> list[Fact]:
        return assigned.reassign(
            register,
            stream=reference,
            owner=owner,
            on=on,
            reason=reason,
            authoriser=authoriser,
        )

    return _append(institution, decide, by=by, at=at, key=key, seen=seen)


def reassign_all(
    *,
    by: Actor,
    at: datetime,
    key: str,
    seen: int | None,
    institution: str,
    owner: str,
    to: str,
    reason: str,
    authoriser: str,
    on: date,
    among: Sequence[str] = (),
) -> Receipt:
    """All open actions of an owner who leaves go to another office: all of them or none.

    `among`: those that were looked at; when the owner holds others by now, it is refused.
    """
    access.require(by, "reassign", about=institution)
    to = _owner(to)
    reason, authoriser = _why(reason), _agreed(authoriser)

    def decide(register: Register) -> list[Fact]:
        return assigned.reassign_all(
            register,
            owner=owner,
            to=to,
            on=on,
            reason=reason,
            authoriser=authoriser,
            among=among,
        )

    return _append(institution, decide, by=by, at=at, key=key, seen=seen)


def set_milestone(
    *,
    by: Actor,
    at: datetime,
    key: str,
    seen: int | None,
    reference: str,
    text: str,
    due: str,
    on: date,
    again: str | None = None,
) -> Receipt:
    """A dated step on the way of an action or a plan; `again` moves one that is there."""
    institution = _about(reference)
    access.require(by, "set_milestone", about=institution)
    text = typed(text, what="words of the milestone")

    def decide(register: Register) -> list[Fact]:
        return milestones.set_milestone(
            register, of=reference, text=text, due=due, on=on, again=again or None
        )

    return _append(institution, decide, by=by, at=at, key=key, seen=seen)


def meet_milestone(
    *, by: Actor, at: datetime, key: str, seen: int | None, milestone: str, on: date
) -> Receipt:
    """A milestone is said to be met. It moves no rung of the action."""
    institution = _about(milestone)
    access.require(by, "set_milestone", about=institution)

    def decide(register: Register) -> list[Fact]:
        return milestones.meet_milestone(register, milestone=milestone, on=on)

    return _append(institution, decide, by=by, at=at, key=key, seen=seen)


def state_dependency(
    *,
    by: Actor,
    at: datetime,
    key: str,
    seen: int | None,
    reference: str,
    other: str,
    reason: str,
    on: date,
) -> Receipt:
    """The action waits for another one; a circle is refused, and the circle is named."""
    institution = _about(reference)
    access.require(by, "state_dependency", about=institution)
    reason, other = _why(reason), checked(other.strip())

    def decide(register: Register) -> list[Fact]:
        return waiting_for.state_dependency(
            register, stream=reference, other=other, reason=reason, on=on
        )

    return _append(institution, decide, by=by, at=at, key=key, seen=seen)


def end_dependency(
    *,
    by: Actor,
    at: datetime,
    key: str,
    seen: int | None,
    reference: str,
    other: str,
    reason: str,
    on: date,
) -> Receipt:
    """The action waits for another one no more; that it did wait stays on the record."""
    institution = _about(reference)
    access.require(by, "state_dependency", about=institution)
    reason, other = _why(reason), checked(other.strip())

    def decide(register: Register) -> list[Fact]:
        return waiting_for.end_dependency(
            register, stream=reference, other=other, reason=reason, on=on
        )

    return _append(institution, decide, by=by, at=at, key=key, seen=seen)


def name_resource(
    *,
    by: Actor,
    at: datetime,
    key: str,
    seen: int | None,
    reference: str,
    text: str,
    on: date,
    line: str | None = None,
) -> Receipt:
    """What an action may use: people, money, equipment; a line of the money where there is one."""
    institution = _about(reference)
    access.require(by, "name_resource", about=institution)
    text = typed(text, what="people, money or equipment")

    def decide(register: Register) -> list[Fact]:
        return milestones.name_resource(register, stream=reference, text=text, on=on, line=line)

    return _append(institution, decide, by=by, at=at, key=key, seen=seen)


def judge_plan(
    *,
    by: Actor,
    at: datetime,
    key: str,
    seen: int | None,
    reference: str,
    judgement: str,
    reason: str,
    on: date,
    meeting: str | None = None,
) -> Receipt:
    """What the body that holds to account thinks of a plan, dated and with its reason."""
    institution = _about(reference)
    access.require(by, "judge_plan", about=institution)
    reason = _why(reason)

    def decide(register: Register) -> list[Fact]:
        return plan_judged.judge_plan(
            register,
            plan=reference,
            judgement=judgement,
            reason=reason,
            on=on,
            by_body=by.body,
            meeting=meeting or None,
        )

    return _append(institution, decide, by=by, at=at, key=key, seen=seen)


def set_objective(
    *,
    by: Actor,
    at: datetime,
    key: str,
    seen: int | None,
    institution: str,
    title: str,
    plan: str,
    on: date,
    text: str = "",
) -> Receipt:
    """An objective of a named plan, such as the police and crime plan of 2025 to 2029."""
    access.require(by, "set_objective", about=institution)
    title, plan = typed(title, what="title of the objective"), typed(plan, what="plan")
    stream = f"objective/{institution}/{slug(title)[:LONGEST_NAME].strip('-')}"

    def decide(register: Register) -> list[Fact]:
        return objectives.set_objective(
            register, stream=stream, title=title, plan=plan, text=text.strip() or None, on=on
        )

    return _append(institution, decide, by=by, at=at, key=key, seen=seen)


def link_objective(
    *,
    by: Actor,
    at: datetime,
    key: str,
    seen: int | None,
    reference: str,
    objective: str,
    reason: str,
    on: date,
) -> Receipt:
    """A finding bears on an objective, and why."""
    institution = _about(reference)
    access.require(by, "link_objective", about=institution)
    reason = _why(reason)

    def decide(register: Register) -> list[Fact]:
        return objectives.link_objective(
            register, finding=reference, objective=objective, reason=reason, on=on
        )

    return _append(institution, decide, by=by, at=at, key=key, seen=seen)


def _why(reason: str) -> str:
    return typed(reason, what="reason")


def _agreed(authoriser: str) -> str:
    return checked(typed(authoriser, what="office that agreed"))


def _owner(owner: str) -> str:
    return typed(owner, what="office that owns it from now on")


def _about(reference: str) -> str:
    return lookup.find(checked(reference)).institution


def _append(
    about: str, decide: Decide, *, by: Actor, at: datetime, key: str, seen: int | None
) -> Receipt:
    return of_action.Actions().append(about=about, decide=decide, by=by, at=at, key=key, seen=seen)
