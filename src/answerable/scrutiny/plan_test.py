"""Plan test: does each recommendation have an action, owner, milestone, measure, money, partner?

What the record holds, part by part, with the facts behind it. A part that is missing is a gap of
our record; whether the plan is good enough is for the oversight body to judge. A body may find
that no partner is needed, so that gap is named last.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from answerable.ledger.register import Register, Version
from answerable.scrutiny.matter import RECOMMENDATION
from answerable.scrutiny.standing import Progress
from answerable.vocabulary.facts import ActionPromised, MoneyStated


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
    Part.ACTION: "no action",
    Part.OWNER: "no owner",
    Part.MILESTONE: "no date",
    Part.MEASURE: "no measure",
    Part.RESOURCE: "no money stated",
    Part.PARTNER: "no partner named",
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
        """“no measure, no money stated”; “” where nothing is missing.

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
    promised: dict[str, list[Version]] = {}
    for version in register.versions_of(ActionPromised):
        for name in version.fact.get("answers") or ():
            promised.setdefault(name, []).append(version)
    money: dict[str, list[Version]] = {}
    for version in register.versions_of(MoneyStated):
        for name in version.fact.get("about") or ():
            money.setdefault(name, []).append(version)
    own = (register.institution, oversight)
    return tuple(
        _tested(item, promised.get(item.reference, ()), money, partners=(bodies, own))
        for item in found
        if item.kind == RECOMMENDATION and item.open
    )


def _tested(
    item: Progress,
    actions: Sequence[Version],
    money: Mapping[str, Sequence[Version]],
    *,
    partners: tuple[Mapping[str, object], tuple[str, ...]],
) -> PlanTested:
    about = (item.reference, *item.answered_by)
    paid = tuple(v for name in about for v in money.get(name, ()))
    return PlanTested(
        reference=item.reference,
        held={
            Part.ACTION: tuple(actions),
            Part.OWNER: _with(actions, "owner"),
            Part.MILESTONE: _with(actions, "due"),
            Part.MEASURE: _with(actions, "measure"),
            Part.RESOURCE: paid,
            Part.PARTNER: (
                *(v for v in actions if _other(v.fact.get("owner"), *partners)),
                *(v for v in paid if _other(v.fact.get("recipient"), *partners)),
            ),
        },
    )


def _with(actions: Sequence[Version], field: str) -> tuple[Version, ...]:
    return tuple(v for v in actions if v.fact.get(field))


def _other(who: str | None, bodies: Mapping[str, object], own: tuple[str, ...]) -> bool:
    body = (who or "").partition("/")[0]
    return body in bodies and body not in own
