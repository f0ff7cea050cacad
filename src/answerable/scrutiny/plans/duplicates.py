"""Duplicates followed as one, one item followed as several, and what belongs to another body.

Nothing is deleted: the history of both stays, and a link leads on. The duplicate is superseded,
what another body follows is discharged here (DOMAIN 9); each says where to look now. What was
joined or passed on wrongly is followed on its own again.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from answerable.ledger.register import Register, Version
from answerable.scrutiny.plans.plans import NotPossible
from answerable.scrutiny.progress import progress
from answerable.scrutiny.sourced import OUR_RECORD, Sourced
from answerable.scrutiny.standing import Progress
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import (
    ActionPromised,
    DispositionChanged,
    Merged,
    Reopened,
    Split,
    Transferred,
)
from answerable.vocabulary.ladder import Disposition
from answerable.vocabulary.language import say

LEAST_PARTS = 2
_SAYS_WHERE = (Merged, Split, Transferred, Reopened, DispositionChanged)


@dataclass(frozen=True)
class Elsewhere:
    """Where an item is followed now: under other items, or by another body."""

    items: tuple[str, ...]
    to: str | None
    reason: str | None
    version: Version


def elsewhere(versions: Sequence[Version]) -> Elsewhere | None:
    """Where an item is followed now, from the facts of its stream; None: here."""
    found: Elsewhere | None = None
    for version in sorted(versions, key=lambda v: (v.fact.valid.start, v.seq)):
        match version.fact:
            case Merged(into=str(into), reason=reason):
                found = Elsewhere((into,), None, reason, version)
            case Split(into=tuple(parts), reason=reason):
                found = Elsewhere(parts, None, reason, version)
            case Transferred(reason=reason) as fact:
                found = Elsewhere((), fact.to, reason, version)
            case Reopened() | DispositionChanged(disposition=Disposition.OPEN.value):
                found = None
    return found


def merged(register: Register) -> Mapping[str, str]:
    """Duplicate -> the item under which it is followed at the end of its links."""
    stated = {v.fact.stream for v in register.versions_of(Merged)}
    direct: dict[str, str] = {}
    for name in stated:
        found = elsewhere(register.versions_of(*_SAYS_WHERE, stream=name))
        if found and isinstance(found.version.fact, Merged):
            direct[name] = found.items[0]
    return {name: _end(name, direct) for name in direct}


def _end(name: str, direct: Mapping[str, str]) -> str:
    seen = {name}
    while name in direct and direct[name] not in seen:
        name = direct[name]
        seen.add(name)
    return name


def followed_under(register: Register, stream: str) -> tuple[Version, ...]:
    """The facts that say which duplicates are followed under an item."""
    ends = merged(register)
    return tuple(v for v in register.versions_of(Merged) if ends.get(v.fact.stream) == stream)


def merge(
    register: Register,
    *,
    stream: str,
    into: str,
    reason: str,
    on: date,
    sourced: Sourced = OUR_RECORD,
) -> list[Fact]:
    """A duplicate is followed under another item from a day on. Both histories stay."""
    item, other = _open(register, stream), _open(register, into)
    if stream == into:
        raise NotPossible(say("An item is no duplicate of itself. Name the other one."))
    if (item.kind == "action") != (other.kind == "action"):
        raise NotPossible(
            say(
                "A finding and an action are not the same thing. Say in the "
                "action that it answers the finding instead."
            )
        )
    return _under(sourced.envelope(register, stream=stream, on=on), into, reason)


def supersede(
    register: Register, *, stream: str, reason: str, on: date, sourced: Sourced = OUR_RECORD
) -> Fact:
    """An action is not followed any more, and nothing else is named that is."""
    _open(register, stream)
    return _became(
        Disposition.SUPERSEDED, reason, sourced.envelope(register, stream=stream, on=on)
    )


def is_open(register: Register, stream: str) -> bool:
    """Is there still something to follow here?"""
    return progress(register, stream).open


def set_away(item: Progress) -> Version | None:
    """What says that an item is not followed here: elsewhere, or superseded by a person's word."""
    if item.open:
        return None
    if now := elsewhere(item.versions):
        return now.version
    if item.disposition is not Disposition.SUPERSEDED:
        return None
    stated = [v for v in item.versions if isinstance(v.fact, DispositionChanged)]
    return max(stated, key=lambda v: (v.fact.valid.start, v.seq), default=None)


def _under(envelope: dict[str, Any], into: str, reason: str) -> list[Fact]:
    return [
        Merged(**envelope, into=into, reason=reason),
        _became(Disposition.SUPERSEDED, reason, envelope),
    ]


@dataclass(frozen=True, slots=True)
class SplitPart:
    """One of the actions that an action becomes."""

    stream: str
    text: str


def split(
    register: Register,
    *,
    stream: str,
    parts: Sequence[SplitPart],
    reason: str,
    on: date,
    sourced: Sourced = OUR_RECORD,
) -> list[Fact]:
    """One item is followed as several actions, each with its owner, its date, what it answers.

    An action is superseded by its parts. A finding stays one and open: its owner alone divides
    or closes it, and a reply explains it once (DOMAIN 4); the parts answer it.
    """
    item = _open(register, stream)
    origin = item.first.fact
    if len(parts) < LEAST_PARTS:
        raise NotPossible(say("To split it, give at least two parts, one in each line."))
    action = origin if isinstance(origin, ActionPromised) else None
    made: list[Fact] = [
        ActionPromised(
            **sourced.envelope(register, stream=part.stream, on=on),
            text=part.text,
            owner=item.owner if action else None,
            due=item.due,
            plan=action.plan if action else None,
            answers=(item.answers or action.answers) if action else (stream,),
            measure=action.measure if action else None,
        )
        for part in parts
    ]
    into = tuple(part.stream for part in parts)
    made.append(
        Split(**sourced.envelope(register, stream=stream, on=on), into=into, reason=reason)
    )
    if action:
        envelope = sourced.envelope(register, stream=stream, on=on)
        made.append(_became(Disposition.SUPERSEDED, reason, envelope))
    return made


def follow_again(
    register: Register,
    *,
    stream: str,
    reason: str,
    on: date,
    sourced: Sourced = OUR_RECORD,
) -> list[Fact]:
    """What was merged, split, set aside or passed on wrongly is followed again from a day on.

    Open parts of a split are followed under it from then on, so that nothing counts twice.
    """
    item = progress(register, stream)
    now, away = elsewhere(item.versions), set_away(item)
    if away is None:
        raise NotPossible(
            say(
                "{stream} is not followed anywhere else, so there is nothing to "
                "take back. A closed finding is opened again with `answerable "
                "reopen`.",
                stream=stream,
            )
        )
    if on < away.fact.valid.start:
        raise NotPossible(
            say("Give a day on or after the one since which it is followed elsewhere.")
        )
    parts = now.items if now and isinstance(now.version.fact, Split) else ()
    return [
        _became(Disposition.OPEN, reason, sourced.envelope(register, stream=stream, on=on)),
        *(
            fact
            for part in parts
            if progress(register, part).open
            for fact in _under(sourced.envelope(register, stream=part, on=on), stream, reason)
        ),
    ]


def transfer(
    register: Register,
    *,
    stream: str,
    to: str,
    reason: str,
    on: date,
    sourced: Sourced = OUR_RECORD,
) -> list[Fact]:
    """Not ours: another body or board follows it. It is discharged here; news may still come."""
    _open(register, stream)
    return [
        Transferred(**sourced.envelope(register, stream=stream, on=on), to=to, reason=reason),
        _became(Disposition.DISCHARGED, reason, sourced.envelope(register, stream=stream, on=on)),
    ]


def _open(register: Register, stream: str) -> Progress:
    item = progress(register, stream)
    if not item.open:
        now = elsewhere(item.versions)
        where = say(" and is followed {place}", place=place(now)) if now else ""
        raise NotPossible(
            say(
                "{stream} is {value} already{where}. Name one that is open.",
                stream=stream,
                value=item.disposition.value,
                where=where,
            )
        )
    return item


def place(found: Elsewhere) -> str:
    """“under action/…”, “as action/… and action/…”, “by the estates board”."""
    if found.to:
        return f"by {found.to}"
    under = "under" if isinstance(found.version.fact, Merged) else "as"
    return f"{under} {' and '.join(found.items)}"


def _became(disposition: Disposition, reason: str, envelope: dict[str, Any]) -> Fact:
    return DispositionChanged(**envelope, disposition=disposition.value, reason=reason)
