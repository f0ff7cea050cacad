"""Plan test: does each recommendation have an action, owner, milestone, measure, money, partner?

What the record holds, part by part, with the facts behind it. A part that is missing is a gap of
our record; whether the plan is good enough is for the oversight body to judge. A body may find
that no partner is needed, so that gap is named last.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from answerable.ledger.register import Register, Version
from answerable.scrutiny.answering import answered
from answerable.scrutiny.plans.duplicates import merged
from answerable.scrutiny.standing import Progress
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import (
    ActionPromised,
    ActionReassigned,
    MilestoneSet,
    MoneyStated,
    PartnerJoined,
    ResourceNamed,
)
from answerable.vocabulary.finding_kinds import RECOMMENDATION
from answerable.vocabulary.language import marked


class Part(StrEnum):
    """What a plan says about a recommendation, in the order in which it is asked."""

    ACTION = "action"
    OWNER = "owner"
    MILESTONE = "milestone"
    MEASURE = "measure"
    RESOURCE = "resource"
    PARTNER = "partner"

    @property
    def gap(self) -> str:
        """In words, where the record holds none."""
        return _GAPS[self]


_GAPS = {
    Part.ACTION: marked("no action"),
    Part.OWNER: marked("no owner"),
    Part.MILESTONE: marked("no date"),
    Part.MEASURE: marked("no measure"),
    Part.RESOURCE: marked("no resource named"),
    Part.PARTNER: marked("no partner named"),
}


@dataclass(frozen=True)
class PlanTested:
    """A recommendation and, for each part, the facts that the record holds."""

    reference: str
    held: Mapping[Part, tuple[Version, ...]]

    @property
    def gaps(self) -> tuple[Part, ...]:
        """Parts of which the record holds nothing."""
        return tuple(part for part in Part if not self.held[part])

    @property
    def words(self) -> str:
        """“no measure, no resource named”; “” where nothing is missing.

        Without an action nothing else is listed: there is nothing yet that could have an owner.
        """
        if Part.ACTION in self.gaps:
            return Part.ACTION.gap
        return ", ".join(part.gap for part in self.gaps)


def plan_test(
    register: Register, found: Iterable[Progress], *, bodies: Mapping[str, object], oversight: str
) -> tuple[PlanTested, ...]:
    """The test of every open recommendation among some findings, in their order.

    `bodies` are the ids of all bodies: an owner `body/office` of a third one is a partner.
    """
    ways = _ways(register)
    money: dict[str, list[Version]] = {}
    for version in register.versions_of(MoneyStated):
        for name in version.fact.get("about") or ():
            money.setdefault(name, []).append(version)
    own = (register.institution, oversight)
    return tuple(
        _tested(item, ways.promised.get(item.reference, ()), ways, money, partners=(bodies, own))
        for item in found
        if item.kind == RECOMMENDATION and item.open
    )


@dataclass(frozen=True)
class _Ways:
    """Finding -> the promises that answer it; action -> what is on record of its parts."""

    promised: Mapping[str, Sequence[Version]]
    owners: Mapping[str, Version]
    parts: Mapping[type[Fact], Mapping[str, Sequence[Version]]]

    def of(self, kind: type[Fact], actions: Iterable[Version]) -> tuple[Version, ...]:
        """Facts of a type about some actions."""
        held = self.parts[kind]
        return tuple(v for a in actions for v in held.get(a.fact.stream, ()))

    def owner(self, action: Version) -> Version:
        """The fact that names the owner in force."""
        return self.owners.get(action.fact.stream, action)


def _ways(register: Register) -> _Ways:
    """An action that was merged counts as the one under which it is followed."""
    ends = merged(register)
    actions = {v.fact.stream: v for v in register.versions_of(ActionPromised)}
    linked = answered(register)
    promised: dict[str, dict[str, Version]] = {}
    for stream, version in actions.items():
        followed = actions.get(ends.get(stream, stream), version)
        for name in linked.get(stream, ()):
            promised.setdefault(name, {})[followed.fact.stream] = followed
    parts: dict[type[Fact], dict[str, list[Version]]] = {
        kind: {} for kind in (MilestoneSet, ResourceNamed, PartnerJoined)
    }
    for kind, held in parts.items():
        for version in register.versions_of(kind):
            about = version.fact.get("of") if kind is MilestoneSet else version.fact.stream
            held.setdefault(about, []).append(version)
    return _Ways(
        {name: tuple(found.values()) for name, found in promised.items()},
        {v.fact.stream: v for v in register.versions_of(ActionReassigned)},
        parts,
    )


def _tested(
    item: Progress,
    actions: Sequence[Version],
    ways: _Ways,
    money: Mapping[str, Sequence[Version]],
    *,
    partners: tuple[Mapping[str, object], tuple[str, ...]],
) -> PlanTested:
    about = dict.fromkeys((item.reference, *(a.fact.stream for a in actions)))
    paid = tuple(v for name in about for v in money.get(name, ()))
    owners = tuple(ways.owner(a) for a in actions)
    return PlanTested(
        reference=item.reference,
        held={
            Part.ACTION: tuple(actions),
            Part.OWNER: _with(owners, "owner"),
            Part.MILESTONE: (*_with(actions, "due"), *ways.of(MilestoneSet, actions)),
            Part.MEASURE: _with(actions, "measure"),
            Part.RESOURCE: (*paid, *ways.of(ResourceNamed, actions)),
            Part.PARTNER: (
                *(v for v in owners if _other(v.fact.get("owner"), *partners)),
                *(v for v in paid if _other(v.fact.get("recipient"), *partners)),
                *ways.of(PartnerJoined, actions),
            ),
        },
    )


def _with(actions: Sequence[Version], field: str) -> tuple[Version, ...]:
    return tuple(v for v in actions if v.fact.get(field))


def _other(who: str | None, bodies: Mapping[str, object], own: tuple[str, ...]) -> bool:
    body = (who or "").partition("/")[0]
    return body in bodies and body not in own
