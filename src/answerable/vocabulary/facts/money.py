"""Facts about money: one amount in one state, and what it bought."""

from dataclasses import dataclass

from answerable.vocabulary.fact_base import Fact, Words


@dataclass(frozen=True, kw_only=True)
class MoneyStated(Fact):
    """One amount in one state on one date by one source."""

    line: str | None = None
    amount: str | None = None
    currency: str | None = None
    period: str | None = None
    state: str | None = None
    payer: str | None = None
    recipient: str | None = None
    purpose: str | None = None
    about: Words = None


@dataclass(frozen=True, kw_only=True)
class ServiceCommissioned(Fact):
    """A service is bought or funded to do something."""

    title: str | None = None
    provider: str | None = None
    line: str | None = None
    purpose: str | None = None
    about: Words = None
    measure: str | None = None


@dataclass(frozen=True, kw_only=True)
class OutputStated(Fact):
    """What was counted that money bought; an output is no outcome."""

    service: str | None = None
    line: str | None = None
    text: str | None = None
    n: int | None = None
    unit: str | None = None
    period: str | None = None
