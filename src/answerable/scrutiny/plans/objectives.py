"""Objectives of the police and crime plan, or of its like elsewhere, and what bears on each."""

from dataclasses import dataclass
from datetime import date

from answerable.ledger.register import Register, Version
from answerable.scrutiny.plans.plans import NotPossible
from answerable.scrutiny.progress import progress
from answerable.scrutiny.sourced import OUR_RECORD, Sourced
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import FindingPublished, ObjectiveLinked, ObjectiveSet
from answerable.vocabulary.identity import reference
from answerable.vocabulary.language import say


@dataclass(frozen=True)
class Objective:
    """An objective, the plan it stands in, and the findings that bear on it with the reason."""

    reference: str
    title: str | None
    text: str | None
    plan: str | None
    version: Version
    findings: tuple[tuple[str, str | None], ...]


def objectives(register: Register) -> tuple[Objective, ...]:
    """Every objective in the order of the record.

    A finding bears on an objective where somebody linked it, or where it named the objective
    when it was recorded.
    """
    bearing: dict[str, dict[str, str | None]] = {}
    for published in register.versions_of(FindingPublished):
        for name in published.fact.get("objectives") or ():
            bearing.setdefault(name, {})[published.fact.stream] = None
    for linked in register.versions_of(ObjectiveLinked):
        name = str(linked.fact.get("objective"))
        bearing.setdefault(name, {})[linked.fact.stream] = linked.fact.get("reason")
    last = {v.fact.stream: v for v in register.versions_of(ObjectiveSet)}
    return tuple(
        Objective(
            reference=name,
            title=version.fact.get("title"),
            text=version.fact.get("text"),
            plan=version.fact.get("plan"),
            version=version,
            findings=tuple(bearing.get(name, {}).items()),
        )
        for name, version in last.items()
    )


def set_objective(
    register: Register,
    *,
    stream: str,
    title: str,
    plan: str,
    text: str | None,
    on: date,
    sourced: Sourced = OUR_RECORD,
) -> list[Fact]:
    """An objective of a named plan; set again, its words change and both stay on the record."""
    same = [o for o in objectives(register) if o.reference == reference(stream)]
    if same and (same[0].title, same[0].text, same[0].plan) == (title, text, plan):
        raise NotPossible(
            say("The objective “{title}” is on record already, in these words.", title=title)
        )
    return [
        ObjectiveSet(
            **sourced.envelope(register, stream=stream, on=on), title=title, plan=plan, text=text
        )
    ]


def link_objective(
    register: Register,
    *,
    finding: str,
    objective: str,
    reason: str,
    on: date,
    sourced: Sourced = OUR_RECORD,
) -> list[Fact]:
    """A finding bears on an objective, and why."""
    item = progress(register, finding)
    if item.kind == "action":
        raise NotPossible(
            say("{finding} is an action. Link the finding that it answers.", finding=finding)
        )
    held = {o.reference: o for o in objectives(register)}
    if objective not in held:
        raise NotPossible(
            say("The record holds no objective {objective}. Set it first.", objective=objective)
        )
    if finding in dict(held[objective].findings):
        raise NotPossible(
            say("It is on record already that this finding bears on that objective.")
        )
    return [
        ObjectiveLinked(
            **sourced.envelope(register, stream=finding, on=on),
            objective=objective,
            reason=reason,
        )
    ]
