"""Dated steps on the way of an action or a plan, and what it may use.

A milestone has its own stream, `milestone/<action>/<n>`: setting it again moves it, and both
dates stay. It is met when a rung “delivered” is recorded in its stream.
"""

from dataclasses import dataclass
from datetime import date

from answerable.ledger.register import Register, Version
from answerable.scrutiny.plans.plans import NotPossible
from answerable.scrutiny.progress import progress
from answerable.scrutiny.sourced import OUR_RECORD, Sourced
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import MilestoneSet, PlanAdopted, ResourceNamed, RungReached
from answerable.vocabulary.ladder import Rung
from answerable.vocabulary.language import say
from answerable.vocabulary.times import in_words, last_day

UNDER = "milestone/"


@dataclass(frozen=True)
class Milestone:
    """A dated step: its words, its date now and at first, and the fact that says it is met."""

    reference: str
    of: str
    text: str | None
    due: str | None
    due_first: str | None
    met: Version | None
    version: Version

    def state(self, on: date) -> str:
        """delivered, overdue, moved or promised: the words of the ladder, for a tag."""
        if self.met:
            return Rung.DELIVERED.value
        if self.due and last_day(self.due) < on:
            return "overdue"
        return "moved" if self.due != self.due_first else Rung.PROMISED.value


def milestones(register: Register, *, of: str | None = None) -> tuple[Milestone, ...]:
    """The milestones of an action or a plan, or all, by their dates."""
    found: dict[str, list[Version]] = {}
    for version in register.versions_of(MilestoneSet):
        if of is None or version.fact.get("of") == of:
            found.setdefault(version.fact.stream, []).append(version)
    made = [_milestone(register, name, versions) for name, versions in found.items()]
    return tuple(sorted(made, key=lambda m: (m.due or "9999", m.reference)))


def _milestone(register: Register, name: str, versions: list[Version]) -> Milestone:
    last = max(versions, key=lambda v: (v.fact.valid.start, v.seq))
    met = register.versions_of(RungReached, stream=name)
    return Milestone(
        reference=name,
        of=str(last.fact.get("of")),
        text=last.fact.get("text"),
        due=last.fact.get("due"),
        due_first=versions[0].fact.get("due"),
        met=met[-1] if met else None,
        version=last,
    )


def set_milestone(
    register: Register,
    *,
    of: str,
    text: str,
    due: str,
    on: date,
    again: str | None = None,
    sourced: Sourced = OUR_RECORD,
) -> list[Fact]:
    """A dated step; `again` is the milestone that gets another date or other words."""
    if not register.versions_of(PlanAdopted, stream=of):
        item = progress(register, of)
        if item.kind != "action" or not item.open:
            raise NotPossible(
                say(
                    "A milestone stands on the way of an open action or of a plan; "
                    "{of} is neither.",
                    of=of,
                )
            )
    held = {m.reference: m for m in milestones(register, of=of)}
    if again is not None and again not in held:
        raise NotPossible(
            say(
                "{of} has no milestone {again}. Leave the milestone out to add one.",
                of=of,
                again=again,
            )
        )
    if again is None and last_day(due) < on:
        raise NotPossible(
            say(
                "The milestone is due {day}, before it was set on {day2}. "
                "Correct one of the two dates.",
                day=in_words(due),
                day2=in_words(on.isoformat()),
            )
        )
    if again is not None and held[again].met:
        raise NotPossible(say("That milestone is met, so it does not move. Add another one."))
    return [
        MilestoneSet(
            **sourced.envelope(register, stream=again or f"{UNDER}{of}/{len(held) + 1}", on=on),
            of=of,
            text=text,
            due=due,
        )
    ]


def meet_milestone(
    register: Register, *, milestone: str, on: date, sourced: Sourced = OUR_RECORD
) -> list[Fact]:
    """The step is said to be done. It moves no rung of the action."""
    found = next((m for m in milestones(register) if m.reference == milestone), None)
    if found is None:
        raise NotPossible(say("The record holds no milestone {milestone}.", milestone=milestone))
    if found.met:
        raise NotPossible(say("That milestone is met already."))
    return [
        RungReached(
            **sourced.envelope(register, stream=milestone, on=on),
            rung=Rung.DELIVERED.value,
            evidence=(),
        )
    ]


def name_resource(
    register: Register,
    *,
    stream: str,
    text: str,
    on: date,
    line: str | None = None,
    sourced: Sourced = OUR_RECORD,
) -> list[Fact]:
    """What an action may use: people, money, equipment. `line` is a line of the money, if any."""
    if progress(register, stream).kind != "action":
        raise NotPossible(
            say(
                "{stream} is a finding. Name what the actions that answer it may use.",
                stream=stream,
            )
        )
    return [
        ResourceNamed(
            **sourced.envelope(register, stream=stream, on=on), text=text, line=line or None
        )
    ]


def resources(register: Register, stream: str) -> tuple[Version, ...]:
    """What an action may use, in the order of the record."""
    return register.versions_of(ResourceNamed, stream=stream)
