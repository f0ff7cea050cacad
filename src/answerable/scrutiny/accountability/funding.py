"""Money line by line: its events state by state, what it is for, what it bought, what came of it.

A line is one pot of money followed through its states. Events of different states are never
added; two of one state are shown one by one, because the second may replace the first.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from answerable.ledger.register import Register, Version
from answerable.scrutiny.claims.claim_money import decimal
from answerable.vocabulary.facts import (
    ActionPromised,
    FindingPublished,
    MoneyStated,
    OutputStated,
    ServiceCommissioned,
    VerdictGiven,
)
from answerable.vocabulary.language import say
from answerable.vocabulary.money import MoneyState
from answerable.vocabulary.refusal import Refusal


class NotAdded(Refusal):
    """A sum over amounts that are not of one state."""

    code = "not_added"


@dataclass(frozen=True)
class MoneyLine:
    """One line of money with everything that the record holds on it, each in its order."""

    name: str
    events: tuple[Version, ...]
    services: tuple[Version, ...]
    outputs: tuple[Version, ...]

    def of(self, state: MoneyState | None) -> tuple[Version, ...]:
        """The events in one state; None: those whose source's verb gives none."""
        wanted = state.value if state else None
        return tuple(v for v in self.events if v.fact.get("state") == wanted)

    @property
    def purposes(self) -> tuple[str, ...]:
        """What sources say that it is for, each once."""
        found = (v.fact.get("purpose") for v in (*self.events, *self.services))
        return tuple(dict.fromkeys(p for p in found if p))

    @property
    def about(self) -> tuple[str, ...]:
        """Findings, actions and themes that a source or a person sets it against."""
        named = (n for v in (*self.events, *self.services) for n in v.fact.get("about") or ())
        return tuple(dict.fromkeys(named))

    @property
    def measures(self) -> tuple[str, ...]:
        """Measures that its services name."""
        found = (v.fact.get("measure") for v in self.services)
        return tuple(dict.fromkeys(m for m in found if m))


@dataclass(frozen=True)
class Step:
    """One step from pound to proof: what is held, or that nothing is."""

    name: str
    versions: tuple[Version, ...]
    refs: tuple[str, ...] = ()

    @property
    def held(self) -> bool:
        """Is there anything?"""
        return bool(self.versions or self.refs)


@dataclass(frozen=True)
class Trace:
    """A line from its purpose to what came of it; a step without anything is a gap."""

    line: MoneyLine
    steps: tuple[Step, ...]

    @property
    def gaps(self) -> tuple[str, ...]:
        """Names of the steps of which our sources say nothing."""
        return tuple(step.name for step in self.steps if not step.held)


def lines(register: Register) -> tuple[MoneyLine, ...]:
    """Every line, in the order in which it was first stated."""
    return tuple(_named(register).values())


def _named(register: Register) -> Mapping[str, MoneyLine]:
    """Lines by their name, made once for a register."""
    return register.once("lines of money", lambda: {one.name: one for one in _lines(register)})


def _lines(register: Register) -> tuple[MoneyLine, ...]:
    events: dict[str, list[Version]] = {}
    for version in register.versions_of(MoneyStated):
        events.setdefault(name_of(version), []).append(version)
    services = _by_line(register.versions_of(ServiceCommissioned))
    outputs = _by_line(register.versions_of(OutputStated))
    names = dict.fromkeys((*events, *services, *outputs))
    return tuple(
        MoneyLine(
            name=name,
            events=_in_order(events.get(name, ())),
            services=_in_order(services.get(name, ())),
            outputs=_in_order(outputs.get(name, ())),
        )
        for name in names
    )


def line(register: Register, name: str) -> MoneyLine:
    """One line by its name, or a refusal."""
    found = _named(register).get(name)
    if found is None:
        raise NotAdded(
            say("No line of money is called “{name}”. See the money of the body.", name=name[:60]),
            code="no_such_item",
        )
    return found


def name_of(version: Version) -> str:
    """The line of an event; its own stream where none is named."""
    return str(version.fact.get("line") or version.fact.stream)


def total(versions: Iterable[Version]) -> Decimal:
    """The sum of amounts of one state in one currency on different lines; refused for any other.

    Two events on one line are never added: the second may say the same money again.
    """
    found = tuple(versions)
    states = {v.fact.get("state") for v in found}
    currencies = {v.fact.get("currency") or "GBP" for v in found}
    named = [name_of(v) for v in found]
    if len(states) > 1 or None in states:
        raise NotAdded(say("Amounts of different states are never added."))
    if len(currencies) > 1:
        raise NotAdded(say("Amounts in different currencies are never added."))
    if len(named) != len(set(named)):
        raise NotAdded(say("Two amounts of one line are never added: the later may say it again."))
    amounts = [decimal(v.fact.get("amount")) for v in found]
    if any(amount is None for amount in amounts):
        raise NotAdded(say("An amount without a figure cannot be added."))
    return sum((a for a in amounts if a is not None), Decimal(0))


def trace(register: Register, name: str) -> Trace:
    """From pound to proof: purpose, what it serves, states, what it bought, what came of it."""
    found = line(register, name)
    states = tuple(Step(state.value, found.of(state)) for state in MoneyState)
    unclear = found.of(None)
    measures = _measures(register, found)
    verdicts = tuple(
        v for v in register.versions_of(VerdictGiven) if v.fact.get("measure") in measures
    )
    return Trace(
        found,
        (
            Step(say("what it is for"), found.events if found.purposes else ()),
            Step(say("what it serves"), (), _serves(register, found)),
            *states,
            *((Step(say("state not clear"), unclear),) if unclear else ()),
            Step(say("what was bought"), found.services),
            Step(say("what was counted"), found.outputs),
            Step(say("the measure that would show it"), (), measures),
            Step(say("what came of it"), verdicts),
        ),
    )


def serving(register: Register, reference: str) -> tuple[MoneyLine, ...]:
    """The lines that are set against a finding or an action."""
    return register.once("money serving", lambda: _serving(register)).get(reference, ())


def _serving(register: Register) -> Mapping[str, tuple[MoneyLine, ...]]:
    found: dict[str, list[MoneyLine]] = {}
    for one in lines(register):
        for reference in one.about:
            found.setdefault(reference, []).append(one)
    return {reference: tuple(held) for reference, held in found.items()}


def _serves(register: Register, found: MoneyLine) -> tuple[str, ...]:
    return tuple(
        name
        for name in found.about
        if register.versions_of(FindingPublished, stream=name)
        or register.versions_of(ActionPromised, stream=name)
    )


def _measures(register: Register, found: MoneyLine) -> tuple[str, ...]:
    """Those that its services name, and those of the actions that it serves."""
    of_actions = (
        f.measure
        for ref in found.about
        for f in register.of(ActionPromised, stream=ref)
        if f.measure
    )
    return tuple(dict.fromkeys((*found.measures, *of_actions)))


def _by_line(versions: Iterable[Version]) -> dict[str, list[Version]]:
    made: dict[str, list[Version]] = {}
    for version in versions:
        made.setdefault(name_of(version), []).append(version)
    return made


def _in_order(versions: Iterable[Version]) -> tuple[Version, ...]:
    return tuple(sorted(versions, key=lambda v: (v.fact.valid.start, v.seq)))
