"""What should move up, since when, to whom, and why it has not: ladders are regime data.

Nothing moves by itself: the ladder says what is due, a person records the step or the reason why
it stays. Where nobody recorded either, that is said. It is about matters, never about persons.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from answerable.ledger.register import Register, Version
from answerable.scrutiny.plans.sure_links import findings
from answerable.scrutiny.progress import actions, progress
from answerable.scrutiny.sourced import OUR_RECORD, Sourced
from answerable.scrutiny.standing import Progress
from answerable.vocabulary.escalation import EscalationLadder, LadderStep
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import Escalated, EscalationDeclined
from answerable.vocabulary.language import marked, say
from answerable.vocabulary.refusal import Refusal
from answerable.vocabulary.regimes import Names
from answerable.vocabulary.times import last_day

State = Literal["due", "stays", "moved up"]
NOT_RECORDED = marked("Nobody has recorded a step, or a reason why it stays.")


class NotUp(Refusal):
    """A step that is none of the ladder, is taken already, or has no reason."""

    code = "not_up"


@dataclass(frozen=True)
class Escalation:
    """One matter on one ladder: the step that is due since a day, and what was recorded."""

    item: Progress
    ladder: EscalationLadder
    step: LadderStep
    since: date
    count: int
    moved: Version | None
    declined: Version | None

    @property
    def state(self) -> State:
        """Has it reached the step that is due; does somebody say why not?"""
        if self.moved and self.ladder.order(self.moved.fact.get("step")) >= self.ladder.order(
            self.step.id
        ):
            return "moved up"
        return "stays" if self.declined else "due"

    @property
    def why_not(self) -> str:
        """Why it has not moved up; empty where it has."""
        if self.state == "moved up":
            return ""
        if self.declined:
            return self.declined.fact.get("reason") or say("No reason is shown.")
        return NOT_RECORDED


def escalations(
    register: Register,
    *,
    ladders: Iterable[EscalationLadder],
    on: date,
    names: Names | None = None,
) -> tuple[Escalation, ...]:
    """Every matter that a ladder says should have moved up by a day, longest due first."""
    items = (*findings(register, names=names), *actions(register, names=names))
    every = tuple(ladders)
    found = [one for item in items if item.open for one in on_item(register, item, every, on=on)]
    return tuple(sorted(found, key=lambda e: (_RANK[e.state], e.since, e.item.reference)))


def on_item(
    register: Register, item: Progress, ladders: Iterable[EscalationLadder], *, on: date
) -> tuple[Escalation, ...]:
    """The steps that are due on one item."""
    recorded = register.versions_of(Escalated, EscalationDeclined, stream=item.reference)
    made = []
    for ladder in ladders:
        count = _count(item, ladder, on)
        step = ladder.reached(count)
        if step is None:
            continue
        own = [v for v in recorded if v.fact.get("ladder") == ladder.id]
        ups = [v for v in own if isinstance(v.fact, Escalated)]
        stays = [
            v
            for v in own
            if isinstance(v.fact, EscalationDeclined) and v.fact.get("step") == step.id
        ]
        made.append(
            Escalation(
                item=item,
                ladder=ladder,
                step=step,
                since=_since(item, ladder, step, on),
                count=count,
                moved=max(ups, key=lambda v: ladder.order(v.fact.get("step")), default=None),
                declined=stays[-1] if stays else None,
            )
        )
    return tuple(made)


def move_up(
    register: Register,
    *,
    stream: str,
    ladder: EscalationLadder,
    step: str,
    to: str,
    reason: str,
    on: date,
    sourced: Sourced = OUR_RECORD,
) -> list[Fact]:
    """A matter moves up a step; one may be passed over, none is taken twice or backwards."""
    chosen = _step(register, stream, ladder, step)
    taken = register.versions_of(Escalated, stream=stream)
    highest = max(
        (ladder.order(v.fact.get("step")) for v in taken if v.fact.get("ladder") == ladder.id),
        default=-1,
    )
    if highest >= ladder.order(step):
        raise NotUp(
            say(
                "It has moved up this ladder as far as “{words}” already.",
                words=ladder.steps[highest].words,
            )
        )
    return [
        Escalated(
            **sourced.envelope(register, stream=stream, on=on),
            ladder=ladder.id,
            step=chosen.id,
            to=to or chosen.to,
            reason=reason,
        )
    ]


def decline(
    register: Register,
    *,
    stream: str,
    ladder: EscalationLadder,
    step: str,
    reason: str,
    on: date,
    sourced: Sourced = OUR_RECORD,
) -> list[Fact]:
    """A matter stays where it is, with the reason; the next step asks again."""
    chosen = _step(register, stream, ladder, step)
    return [
        EscalationDeclined(
            **sourced.envelope(register, stream=stream, on=on),
            ladder=ladder.id,
            step=chosen.id,
            reason=reason,
        )
    ]


def _step(register: Register, stream: str, ladder: EscalationLadder, step: str) -> LadderStep:
    item = progress(register, stream)
    if not item.open:
        raise NotUp(say("It is no longer open, so there is nothing to move up."))
    chosen = ladder.step(step)
    if chosen is None:
        known = ", ".join(s.id for s in ladder.steps)
        raise NotUp(
            say(
                "The ladder {id} has no step “{step}”. Its steps: {known}.",
                id=ladder.id,
                step=step[:40],
                known=known,
            )
        )
    return chosen


def _count(item: Progress, ladder: EscalationLadder, on: date) -> int:
    match ladder.trigger:
        case "overdue":
            return item.days_overdue
        case "moved":
            return len(item.moved) if item.waiting else 0
    if item.kind == "action" or _answered(item):
        return 0
    return (on - _found_on(item)).days


def _found_on(item: Progress) -> date:
    """The day on which it was published, or found again."""
    return (item.relapse or item.first).fact.valid.start


def _answered(item: Progress) -> bool:
    """Does a plan, an action or an answer take it up, or did anybody say that it is done?"""
    return bool(item.answered_by) or item.response_text is not None or item.rung is not None


def _since(item: Progress, ladder: EscalationLadder, step: LadderStep, on: date) -> date:
    """The day from which the step is due."""
    if ladder.trigger == "overdue" and item.due:
        return last_day(item.due) + timedelta(days=step.after)
    if ladder.trigger == "moved" and len(item.moved) >= step.after:
        return item.moved[step.after - 1].on
    if ladder.trigger == "unanswered":
        return _found_on(item) + timedelta(days=step.after)
    return on


_RANK: dict[State, int] = {"due": 0, "stays": 1, "moved up": 2}
