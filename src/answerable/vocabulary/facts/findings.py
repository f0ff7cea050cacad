"""Facts about findings: published, graded, linked, answered, escalated."""

from dataclasses import dataclass

from answerable.vocabulary.fact_base import Fact, Words


@dataclass(frozen=True, kw_only=True)
class InspectionRecorded(Fact):
    """Inspectors visited an institution."""

    inspectorate: str | None = None
    programme: str | None = None
    visit: str | None = None
    fieldwork: str | None = None


@dataclass(frozen=True, kw_only=True)
class StageReached(Fact):
    """A stage before publication is reached; restricted until release."""

    stage: str | None = None


@dataclass(frozen=True, kw_only=True)
class FindingPublished(Fact):
    """A cause of concern, recommendation, area for improvement or practice is out."""

    kind: str | None = None
    number: str | None = None
    owner: str | None = None
    addressee: str | None = None
    theme: str | None = None
    text: str | None = None
    due: str | None = None
    due_basis: str | None = None
    parent: str | None = None
    origin: str | None = None
    objectives: Words = None


@dataclass(frozen=True, kw_only=True)
class FindingLinked(Fact):
    """A person links two findings: asked before, same as, superseded by."""

    kind: str | None = None
    other: str | None = None
    reason: str | None = None


@dataclass(frozen=True, kw_only=True)
class DispositionChanged(Fact):
    """What became of it: open, partly met, superseded, discharged."""

    disposition: str | None = None
    reason: str | None = None


@dataclass(frozen=True, kw_only=True)
class ResponseGiven(Fact):
    """A recommendation is answered: accepted, partly, rejected."""

    response: str | None = None
    text: str | None = None
    law: str | None = None


@dataclass(frozen=True, kw_only=True)
class ConflictResolved(Fact):
    """Sources differ on one value; which one stands for now, and why."""

    field: str | None = None
    value: str | None = None
    over: Words = None
    reason: str | None = None


@dataclass(frozen=True, kw_only=True)
class ResponseStepTaken(Fact):
    """A step of the statutory response: letter, comments, publication, sending."""

    step: str | None = None
    address: str | None = None
    digests: Words = None
    text: str | None = None


@dataclass(frozen=True, kw_only=True)
class Escalated(Fact):
    """A matter moves up a ladder of the regime."""

    ladder: str | None = None
    step: str | None = None
    to: str | None = None
    reason: str | None = None


@dataclass(frozen=True, kw_only=True)
class EscalationDeclined(Fact):
    """A matter that could move up stays where it is, with the reason."""

    ladder: str | None = None
    step: str | None = None
    reason: str | None = None


@dataclass(frozen=True, kw_only=True)
class Merged(Fact):
    """A duplicate is followed under another item from now on."""

    into: str | None = None
    reason: str | None = None


@dataclass(frozen=True, kw_only=True)
class Split(Fact):
    """One item is followed as several from now on."""

    into: Words = None
    reason: str | None = None


@dataclass(frozen=True, kw_only=True)
class Transferred(Fact):
    """An item belongs to another body or board and is followed there."""

    to: str | None = None
    reason: str | None = None


@dataclass(frozen=True, kw_only=True)
class ObjectiveSet(Fact):
    """An objective of the police and crime plan, or of its like elsewhere."""

    title: str | None = None
    plan: str | None = None
    text: str | None = None


@dataclass(frozen=True, kw_only=True)
class ObjectiveLinked(Fact):
    """A finding bears on an objective."""

    objective: str | None = None
    reason: str | None = None


@dataclass(frozen=True, kw_only=True)
class DetailStated(Fact):
    """One answer of a form of the catalogue, such as the date of a local profile."""

    form: str | None = None
    field: str | None = None
    value: str | None = None


@dataclass(frozen=True, kw_only=True)
class GradeGiven(Fact):
    """A grade on a versioned scale; “not graded” is a value."""

    question: str | None = None
    value: str | None = None
    value_words: str | None = None
    scale: str | None = None
    cycle: str | None = None
    standing: str | None = None
