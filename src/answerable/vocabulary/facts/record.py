"""Facts about the record itself: corrections, erasure, holds, keys."""

from dataclasses import dataclass

from answerable.vocabulary.fact_base import Fact, Value, Words


@dataclass(frozen=True, kw_only=True)
class Corrected(Fact):
    """We wrote it down wrongly; `ref` is the entry, `value` the right one."""

    field: str | None = None
    value: Value = None
    reason: str | None = None


@dataclass(frozen=True, kw_only=True)
class Withdrawn(Fact):
    """An entry that should not have been made; `ref` is that entry."""

    reason: str | None = None


@dataclass(frozen=True, kw_only=True)
class MistakeReported(Fact):
    """A reader says that a line is wrong."""

    text: str | None = None


@dataclass(frozen=True, kw_only=True)
class Erased(Fact):
    """Values were removed by law; the proofs stay."""

    fields: Words = None
    basis: str | None = None


@dataclass(frozen=True, kw_only=True)
class Reclassified(Fact):
    """Fields of `ref` are marked anew, with the ground and a review date."""

    fields: Words = None
    class_: str | None = None
    ground: str | None = None
    review: str | None = None


@dataclass(frozen=True, kw_only=True)
class HoldOpened(Fact):
    """A legal hold: nothing it covers may be erased."""

    kind: str | None = None
    scope: str | None = None
    reason: str | None = None


@dataclass(frozen=True, kw_only=True)
class HoldReleased(Fact):
    """The hold ends."""

    reason: str | None = None


@dataclass(frozen=True, kw_only=True)
class KeyEnrolled(Fact):
    """A key of a person in an office is known."""

    vkey: str | None = None
    body: str | None = None
    office: str | None = None
    person: str | None = None


@dataclass(frozen=True, kw_only=True)
class KeyRotated(Fact):
    """A new key, signed with the old one."""

    vkey: str | None = None


@dataclass(frozen=True, kw_only=True)
class KeyRevoked(Fact):
    """A key is not to be trusted from a moment on."""

    from_: str | None = None
    reason: str | None = None
