"""Facts about offices, who holds them, and who oversees whom."""

from dataclasses import dataclass

from answerable.vocabulary.fact_base import Fact


@dataclass(frozen=True, kw_only=True)
class BodyNamed(Fact):
    """A body that no catalogue holds: its name, what it is, and whom it holds to account.

    `kind` is `institution`, `oversight`, `inspectorate` or `partner`; `holds` the id of the
    institution. A partner is one from the first day of `valid`.
    """

    name: str | None = None
    kind: str | None = None
    kind_words: str | None = None
    holds: str | None = None
    law: str | None = None


@dataclass(frozen=True, kw_only=True)
class OfficeDefined(Fact):
    """A post in a body."""

    title: str | None = None
    body: str | None = None
    level: str | None = None


@dataclass(frozen=True, kw_only=True)
class HoldingBegan(Fact):
    """A person takes a post: substantive, temporary, acting."""

    office: str | None = None
    person: str | None = None
    holding: str | None = None


@dataclass(frozen=True, kw_only=True)
class HoldingEnded(Fact):
    """A person leaves a post."""

    office: str | None = None
    person: str | None = None


@dataclass(frozen=True, kw_only=True)
class OversightPassed(Fact):
    """Oversight of an institution passes from one body to the next on a date."""

    from_: str | None = None
    to: str | None = None
    law: str | None = None
    reason: str | None = None
