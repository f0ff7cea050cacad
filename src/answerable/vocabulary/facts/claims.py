"""Facts about claims: made, checked, confirmed, replied to."""

from dataclasses import dataclass

from answerable.vocabulary.fact_base import Fact


@dataclass(frozen=True, kw_only=True)
class ClaimMade(Fact):
    """A statement of fact about the past, with its scope."""

    by_office: str | None = None
    n: int | None = None
    unit: str | None = None
    scope: str | None = None
    period: str | None = None


@dataclass(frozen=True, kw_only=True)
class ClaimChecked(Fact):
    """A statement set against the record: agrees, differs, part, silent, unsettleable."""

    result: str | None = None
    grounds: str | None = None
    known: int | None = None


@dataclass(frozen=True, kw_only=True)
class ClaimConfirmed(Fact):
    """A second person confirms a check before it is public."""

    result: str | None = None


@dataclass(frozen=True, kw_only=True)
class ReplyGiven(Fact):
    """The reply of the body a line is about; it stands beside the line."""

    by_office: str | None = None
    text: str | None = None


@dataclass(frozen=True, kw_only=True)
class ClaimNotified(Fact):
    """The speaker’s body has notice of a check, and until when it may reply."""

    to: str | None = None
    reply_due: str | None = None
    text: str | None = None


@dataclass(frozen=True, kw_only=True)
class ClaimPublished(Fact):
    """The check is public, with the reply beside it where there is one."""

    result: str | None = None
    text: str | None = None
