"""Duplicates followed as one, one action followed as several, and what another body follows."""

from collections.abc import Sequence
from datetime import date, datetime

from answerable.ledger.book import Receipt
from answerable.ledger.register import Register
from answerable.operations import access
from answerable.operations.quoting import typed
from answerable.operations.recording import Decide, book
from answerable.scrutiny import duplicates
from answerable.scrutiny.duplicates import SplitPart
from answerable.store import lookup
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
    """One action is followed as several; `into` are the words of each."""
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


def _about(reference: str) -> str:
    return lookup.find(checked(reference)).institution


def _append(
    about: str, decide: Decide, *, by: Actor, at: datetime, key: str, seen: int | None
) -> Receipt:
    return book().append(about=about, decide=decide, by=by, at=at, key=key, seen=seen)
