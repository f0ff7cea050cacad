"""What waits for what: an action that cannot go on before another one is done.

A circle is refused: two actions that wait for each other never begin.
"""

from dataclasses import dataclass
from datetime import date

from answerable.ledger.register import Register, Version
from answerable.scrutiny.plans.plans import NotPossible
from answerable.scrutiny.progress import progress
from answerable.scrutiny.sourced import OUR_RECORD, Sourced
from answerable.scrutiny.standing import Progress
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import DependencyEnded, DependencyStated
from answerable.vocabulary.language import say


@dataclass(frozen=True)
class Waits:
    """The other action, how it stands, why, and the fact that says so."""

    item: Progress
    reason: str | None
    version: Version


def edges(register: Register) -> dict[str, dict[str, Version]]:
    """Action -> what it waits for -> the fact that says so."""
    found: dict[str, dict[str, Version]] = {}
    stated = register.versions_of(DependencyStated, DependencyEnded)
    for version in sorted(stated, key=lambda v: (v.fact.valid.start, v.seq)):
        other = version.fact.get("on")
        held = found.setdefault(version.fact.stream, {})
        if isinstance(version.fact, DependencyEnded):
            held.pop(other, None)
        elif other:
            held[other] = version
    return found


def waits_for(register: Register, stream: str) -> tuple[Waits, ...]:
    """What an action waits for, in the order of the record."""
    return tuple(
        Waits(progress(register, other), version.fact.get("reason"), version)
        for other, version in edges(register).get(stream, {}).items()
    )


def waited_by(register: Register, stream: str) -> tuple[Waits, ...]:
    """Which actions wait for it."""
    return tuple(
        Waits(progress(register, name), held[stream].fact.get("reason"), held[stream])
        for name, held in edges(register).items()
        if stream in held
    )


def state_dependency(
    register: Register,
    *,
    stream: str,
    other: str,
    reason: str,
    on: date,
    sourced: Sourced = OUR_RECORD,
) -> list[Fact]:
    """The action waits for another one of the same register; never in a circle."""
    for name in (stream, other):
        if progress(register, name).kind != "action":
            raise NotPossible(
                say("{name} is a finding. Only an action waits for an action.", name=name)
            )
    if stream == other:
        raise NotPossible(say("An action does not wait for itself. Name the other one."))
    held = edges(register)
    if other in held.get(stream, {}):
        raise NotPossible(
            say(
                "It is on record already that {stream} waits for {other}.",
                stream=stream,
                other=other,
            )
        )
    path = _path(held, start=other, end=stream)
    if path:
        raise NotPossible(
            say(
                "That would be a circle: {values}. Say first of one of these "
                "that it waits no more.",
                values=" waits for ".join(path),
            ),
            code="circle",
        )
    return [
        DependencyStated(
            **sourced.envelope(register, stream=stream, on=on), on=other, reason=reason
        )
    ]


def end_dependency(
    register: Register,
    *,
    stream: str,
    other: str,
    reason: str,
    on: date,
    sourced: Sourced = OUR_RECORD,
) -> list[Fact]:
    """The action waits for another one no more, from a day on. That it did stays visible."""
    if other not in edges(register).get(stream, {}):
        raise NotPossible(
            say(
                "The record does not say that {stream} waits for {other}. Choose "
                "one that it waits for, as its page lists them.",
                stream=stream,
                other=other,
            )
        )
    return [
        DependencyEnded(
            **sourced.envelope(register, stream=stream, on=on), on=other, reason=reason
        )
    ]


def _path(held: dict[str, dict[str, Version]], *, start: str, end: str) -> list[str]:
    """The way from one action to another by what waits for what; empty where there is none."""
    came_from: dict[str, str] = {start: ""}
    waiting = [start]
    while waiting:
        name = waiting.pop()
        if name == end:
            path = [name]
            while came_from[path[-1]]:
                path.append(came_from[path[-1]])
            return path[::-1]
        for other in held.get(name, ()):
            if other not in came_from:
                came_from[other] = name
                waiting.append(other)
    return []
