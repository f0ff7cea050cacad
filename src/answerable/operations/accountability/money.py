"""Money on the record: an amount in one state, a service that was bought, what was counted."""

from collections.abc import Sequence
from datetime import date, datetime

from answerable.ledger.book import Receipt
from answerable.ledger.register import Register
from answerable.operations import access, catalogue, quoting
from answerable.operations.quoting import Quoted, typed
from answerable.operations.recording import Decide, book
from answerable.scrutiny.accountability.amounts import NotMoney, amount_of
from answerable.scrutiny.accountability.funding import line as line_of
from answerable.store.reads import registers
from answerable.vocabulary import times
from answerable.vocabulary.access import Actor
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import (
    ActionPromised,
    FindingPublished,
    MoneyStated,
    OutputStated,
    ServiceCommissioned,
)
from answerable.vocabulary.identity import slug
from answerable.vocabulary.money import MoneyState


def state_money(
    *,
    by: Actor,
    at: datetime,
    key: str,
    seen: int | None,
    institution: str,
    line: str,
    amount: str,
    state: str,
    on: date,
    period: str = "",
    payer: str = "",
    recipient: str = "",
    purpose: str = "",
    about: Sequence[str] = (),
    words: Quoted | None = None,
) -> Receipt:
    """One amount in one state on one day. A new state of the same money is a new event."""
    access.require(by, "state_money", about=institution)
    times.not_ahead(on, today=at.astimezone(registers.ZONE).date())
    name = _line(line)
    if state not in list(MoneyState):
        raise NotMoney(f"Say one of the eight states: {', '.join(MoneyState)}.", box="state")
    number = amount_of(amount)
    sourced = quoting.sourced(words, about=institution)

    def decide(register: Register) -> list[Fact]:
        return [
            MoneyStated(
                **sourced.envelope(register, stream=_stream(institution, name), on=on),
                line=name,
                amount=number,
                currency="GBP",
                period=period or None,
                state=state,
                payer=payer or None,
                recipient=recipient or None,
                purpose=purpose or None,
                about=_known(register, about),
            )
        ]

    return _append(institution, decide, by=by, at=at, key=key, seen=seen)


def commission_service(
    *,
    by: Actor,
    at: datetime,
    key: str,
    seen: int | None,
    institution: str,
    line: str,
    title: str,
    provider: str,
    on: date,
    purpose: str = "",
    about: Sequence[str] = (),
    measure: str = "",
    words: Quoted | None = None,
) -> Receipt:
    """What the money of a line was given for: a service, by whom, and the measure to watch."""
    access.require(by, "commission_service", about=institution)
    times.not_ahead(on, today=at.astimezone(registers.ZONE).date())
    name = _line(line)
    title = typed(title, what="name of the service", box="title")
    provider = typed(provider, what="provider", box="provider")
    if measure and measure not in catalogue.measures():
        raise NotMoney(
            f"No measure is called “{measure[:60]}”. Name one of the catalogue.", box="measure"
        )
    sourced = quoting.sourced(words, about=institution)

    def decide(register: Register) -> list[Fact]:
        line_of(register, name)
        stream = f"service/{institution}/{slug(title)[:60].strip('-')}"
        return [
            ServiceCommissioned(
                **sourced.envelope(register, stream=stream, on=on),
                title=title,
                provider=provider,
                line=name,
                purpose=purpose or None,
                about=_known(register, about),
                measure=measure or None,
            )
        ]

    return _append(institution, decide, by=by, at=at, key=key, seen=seen)


def state_output(
    *,
    by: Actor,
    at: datetime,
    key: str,
    seen: int | None,
    institution: str,
    line: str,
    text: str,
    on: date,
    n: int | None = None,
    unit: str = "",
    period: str = "",
    service: str = "",
    words: Quoted | None = None,
) -> Receipt:
    """What was counted that the money bought. An output is no outcome."""
    access.require(by, "state_output", about=institution)
    times.not_ahead(on, today=at.astimezone(registers.ZONE).date())
    name = _line(line)
    text = typed(text, what="words that say what was counted", box="text")
    sourced = quoting.sourced(words, about=institution)

    def decide(register: Register) -> list[Fact]:
        line_of(register, name)
        if service and not register.versions_of(ServiceCommissioned, stream=service):
            raise NotMoney(f"No service is called {service[:80]}. Record it first.")
        return [
            OutputStated(
                **sourced.envelope(register, stream=service or _stream(institution, name), on=on),
                service=service or None,
                line=name,
                text=text,
                n=n,
                unit=unit or None,
                period=period or None,
            )
        ]

    return _append(institution, decide, by=by, at=at, key=key, seen=seen)


def _line(text: str) -> str:
    name = slug(typed(text, what="line of money", box="line"))[:80].strip("-")
    if not name:
        raise NotMoney("Name the line of money in letters or digits.", box="line")
    return name


def _stream(institution: str, name: str) -> str:
    return f"money/{institution}/{name}"


def _known(register: Register, about: Sequence[str]) -> tuple[str, ...] | None:
    """The findings and actions that it serves; each must stand on the record."""
    known = set(register.streams(FindingPublished, ActionPromised))
    for name in about:
        if name not in known:
            raise NotMoney(f"The record holds no finding or action {name[:80]}.", box="about")
    return tuple(dict.fromkeys(about)) or None


def _append(
    about: str, decide: Decide, *, by: Actor, at: datetime, key: str, seen: int | None
) -> Receipt:
    return book().append(about=about, decide=decide, by=by, at=at, key=key, seen=seen)
