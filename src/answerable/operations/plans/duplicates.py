"""Duplicates followed as one, one action followed as several, and what another body follows."""

from collections.abc import Sequence
from datetime import date, datetime

from answerable.ledger.book import Receipt
from answerable.ledger.register import Register
from answerable.operations import access, catalogue
from answerable.operations.quoting import typed
from answerable.operations.record import of_action
from answerable.operations.recording import Decide
from answerable.scrutiny.plans import duplicates
from answerable.scrutiny.plans.duplicates import SplitPart
from answerable.scrutiny.plans.plans import NotPossible
from answerable.store.reads import lookup
from answerable.vocabulary.access import Actor
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.identity import reference as checked


def merge(
    *,
    by: Actor,
    at: datetime,
    key: str,
    seen: int | None,
    reference: str,
    into: str,
    reason: str,
    on: date,
) -> Receipt:
    """A duplicate is followed under another item; the history of both stays."""
    institution = _about(reference)
    access.require(by, "merge", about=institution)
    reason, into = typed(reason, what="reason"), checked(into.strip())
    _same_institution(institution, into)

    def decide(register: Register) -> list[Fact]:
        return duplicates.merge(register, stream=reference, into=into, reason=reason, on=on)

    return _append(institution, decide, by=by, at=at, key=key, seen=seen)


def split(
    *,
    by: Actor,
    at: datetime,
    key: str,
    seen: int | None,
    reference: str,
    into: Sequence[str],
    reason: str,
    on: date,
) -> Receipt:
    """One item is followed as several actions; `into` are the words of each."""
    institution = _about(reference)
    access.require(by, "split", about=institution)
    reason = typed(reason, what="reason")
    texts = [typed(words, what="words of each part") for words in into]
    under = f"action/{by.body}/{on.isoformat()}/promise-"

    def decide(register: Register) -> list[Fact]:
        first = len(register.streams(under=under)) + 1
        parts = [SplitPart(f"{under}{n}", words) for n, words in enumerate(texts, start=first)]
        return duplicates.split(register, stream=reference, parts=parts, reason=reason, on=on)

    return _append(institution, decide, by=by, at=at, key=key, seen=seen)


def follow_again(
    *,
    by: Actor,
    at: datetime,
    key: str,
    seen: int | None,
    reference: str,
    reason: str,
    on: date,
) -> Receipt:
    """What was merged, split or passed on wrongly is followed on its own again."""
    institution = _about(reference)
    access.require(by, "merge", about=institution)
    reason = typed(reason, what="reason")

    def decide(register: Register) -> list[Fact]:
        return duplicates.follow_again(register, stream=reference, reason=reason, on=on)

    return _append(institution, decide, by=by, at=at, key=key, seen=seen)


def transfer(
    *,
    by: Actor,
    at: datetime,
    key: str,
    seen: int | None,
    reference: str,
    to: str,
    reason: str,
    on: date,
) -> Receipt:
    """Not ours: another body or board follows it, and it is discharged here."""
    institution = _about(reference)
    access.require(by, "transfer", about=institution)
    reason, to = typed(reason, what="reason"), typed(to, what="body or board that follows it")

    def decide(register: Register) -> list[Fact]:
        return duplicates.transfer(register, stream=reference, to=to, reason=reason, on=on)

    return _append(institution, decide, by=by, at=at, key=key, seen=seen)


def _same_institution(institution: str, into: str) -> None:
    """Each institution answers for its own: nothing of one is followed under another's."""
    other = _about(into)
    if other != institution:
        bodies = catalogue.bodies()
        mine, theirs = (
            bodies[name].name if name in bodies else name for name in (institution, other)
        )
        raise NotPossible(
            f"{into} is about {theirs}, and this one is about {mine}. Each body answers for its "
            "own, so neither is followed under the other. Keep both, and say in the reason of "
            "their actions that they are worked on together; or pass this one on, if it is not "
            f"for {mine} to do.",
            code="other_institution",
        )


def _about(reference: str) -> str:
    return lookup.find(checked(reference)).institution


def _append(
    about: str, decide: Decide, *, by: Actor, at: datetime, key: str, seen: int | None
) -> Receipt:
    return of_action.Actions().append(about=about, decide=decide, by=by, at=at, key=key, seen=seen)
