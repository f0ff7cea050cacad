"""Facts about closing: claimed, accepted, verified, stated, reopened."""

from dataclasses import dataclass

from answerable.vocabulary.fact_base import Fact, Words


@dataclass(frozen=True, kw_only=True)
class ClosureClaimed(Fact):
    """The institution says that it is done with a finding."""

    evidence: Words = None
    text: str | None = None


@dataclass(frozen=True, kw_only=True)
class ClosureAccepted(Fact):
    """The oversight body accepts that claim; never a condition of a closing."""

    evidence: Words = None
    text: str | None = None


@dataclass(frozen=True, kw_only=True)
class ClosureVerified(Fact):
    """The finding's owner closes it with its own key."""

    evidence: Words = None
    text: str | None = None


@dataclass(frozen=True, kw_only=True)
class ClosureStated(Fact):
    """The finding's owner is recorded as having closed it, on a ground."""

    ground: str | None = None
    text: str | None = None


@dataclass(frozen=True, kw_only=True)
class Reopened(Fact):
    """A closed finding is open again."""

    reason: str | None = None
