"""Reading a restricted value is logged; whoever runs the register or gives accounts sees the log.

A line is written where an answer to somebody who may see restricted values about an institution
holds such a value in words, or holds a short one (a date, a number) beside its own reference.
"""

import json
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime
from html import escape

from answerable.operations import access
from answerable.store.papers import readings
from answerable.store.papers.readings import Reading, Restricted
from answerable.store.reads import oversight, registers, visibility
from answerable.vocabulary.access import Actor, Classification
from answerable.vocabulary.fact_base import Value
from answerable.vocabulary.refusal import Refusal
from answerable.vocabulary.times import in_words

LONG_ENOUGH = 12
"""Characters of a text that does not stand on a page by chance."""
SNIPPET = 60
"""Characters of a long text that show that it was read, where a page cuts it short."""


def cleared(by: Actor) -> bool:
    """May this actor see restricted values about anybody?"""
    return by.body != "" and visibility.highest(by) is Classification.RESTRICTED


def log(*, by: Actor, at: datetime, path: str, shown: bytes) -> None:
    """Write down which restricted values an answer shows to whoever asked for it."""
    read = [
        one
        for institution in _institutions(by, at.astimezone(registers.ZONE).date())
        for one in readings.restricted(institution)
        if _stands(one, shown)
    ]
    if read:
        readings.keep(read, by=by, path=path, at=at)


def lines(*, by: Actor, count: int, begin: int = 0) -> tuple[tuple[Reading, ...], int]:
    """Lines of the log, the latest first, and how many there are."""
    access.require(by, "see_read_log")
    return readings.latest(count, begin=begin), readings.count()


def _institutions(by: Actor, on: date) -> list[str]:
    overseen = oversight.overseen_by(by.body, on=on)
    return [name for name in registers.institutions() if name == by.body or name in overseen]


def _stands(one: Restricted, shown: bytes) -> bool:
    forms = [form for text in _texts(one.value) for form in _forms(text)]
    there = [form for form in forms if form in shown]
    # A place, a date or an address may stand there for another, public reason.
    if isinstance(one.value, str) and any(len(form) >= LONG_ENOUGH for form in there):
        return True
    if not there:
        return False
    return any(
        mark.encode() in shown
        for mark in (escape(one.stream), f"/history/entry/{one.seq}/", one.entry_id)
    )


def _texts(value: Value) -> Iterator[str]:
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list | tuple):
        for part in value:
            yield from _texts(part)
    elif value is not None and not isinstance(value, bool):
        text = str(value)
        yield text[:SNIPPET]
        with suppress(Refusal):  # not a date
            yield in_words(text)


def _forms(text: str) -> Iterator[bytes]:
    yield text.encode()
    yield escape(text).encode()
    yield json.dumps(text)[1:-1].encode()
