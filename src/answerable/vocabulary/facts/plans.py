"""Facts about plans and actions: promised, moved, reassigned, reached."""

from dataclasses import dataclass

from answerable.vocabulary.fact_base import Fact, Words


@dataclass(frozen=True, kw_only=True)
class PlanAdopted(Fact):
    """A plan, and the findings a source says it answers."""

    title: str | None = None
    owner: str | None = None
    version: str | None = None
    answers: Words = None


@dataclass(frozen=True, kw_only=True)
class ActionPromised(Fact):
    """Somebody said that it will be done."""

    text: str | None = None
    owner: str | None = None
    due: str | None = None
    plan: str | None = None
    answers: Words = None
    measure: str | None = None


@dataclass(frozen=True, kw_only=True)
class ActionUpdated(Fact):
    """News of an action, with the owner's own rating in the owner's words."""

    text: str | None = None
    rating: str | None = None


@dataclass(frozen=True, kw_only=True)
class DueDateMoved(Fact):
    """The world changed: a later date was agreed. Never a correction."""

    due: str | None = None
    reason: str | None = None
    authoriser: str | None = None


@dataclass(frozen=True, kw_only=True)
class RungReached(Fact):
    """A step up the ladder, with what shows it."""

    rung: str | None = None
    evidence: Words = None


@dataclass(frozen=True, kw_only=True)
class Relapsed(Fact):
    """A step back: found again after a quoted closing."""

    rung: str | None = None
    reason: str | None = None


@dataclass(frozen=True, kw_only=True)
class ActionReassigned(Fact):
    """The owner changed; an owner who leaves takes no action along."""

    owner: str | None = None
    reason: str | None = None
    authoriser: str | None = None


@dataclass(frozen=True, kw_only=True)
class MilestoneSet(Fact):
    """A dated step on the way of an action or a plan."""

    of: str | None = None
    text: str | None = None
    due: str | None = None


@dataclass(frozen=True, kw_only=True)
class DependencyStated(Fact):
    """The action waits for another one."""

    on: str | None = None
    reason: str | None = None


@dataclass(frozen=True, kw_only=True)
class DependencyEnded(Fact):
    """The action waits for another one no more. That it did wait stays on the record."""

    on: str | None = None
    reason: str | None = None


@dataclass(frozen=True, kw_only=True)
class ResourceNamed(Fact):
    """What an action may use: people, money, equipment."""

    text: str | None = None
    line: str | None = None


@dataclass(frozen=True, kw_only=True)
class PartnerJoined(Fact):
    """A partner has a part in an action."""

    partner: str | None = None
    part: str | None = None
    agreement: str | None = None


@dataclass(frozen=True, kw_only=True)
class AgreementMade(Fact):
    """Partners agreed to share information, until a review date."""

    title: str | None = None
    parties: Words = None
    review: str | None = None
    text: str | None = None


@dataclass(frozen=True, kw_only=True)
class PlanJudged(Fact):
    """The oversight body’s dated judgement of a plan."""

    judgement: str | None = None
    reason: str | None = None
    meeting: str | None = None
