"""An action of live minutes without an owner, whose first words are nearly one of the register.

“Action: ACC Crime to …” names nobody, as no list of offices has the name; the register may have
“ACC (Crime)”. It is offered while one types and put into the line by a press, never by itself;
whoever is typed exactly as the register has it is that owner already.
"""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from answerable.operations.sessions.session_draft import Open, opened, typed_anew
from answerable.reading.actions.typed import typed_minutes
from answerable.scrutiny.plans.assigned import kept_as, owners, written_like
from answerable.scrutiny.plans.plans import NotPossible
from answerable.store.people.drafts import Draft
from answerable.vocabulary.access import Actor
from answerable.vocabulary.language import say

_LINE = re.compile(
    r"(?P<mark>Actions?\s*[:–—-]\s*)(?P<who>[^:;,\n]{2,50}?)"
    r"(?P<sign> (?:to|will|must) |\s*[:,]\s*|\s+[-–—]\s+)(?P<rest>\S.*)",
    re.IGNORECASE,
)
"""The mark of an action, its first words, and what parts them from what is to be done."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A line of an item: the name as typed, that of the register, and the line with it."""

    name: str
    typed: str
    owner: str
    line: str
    instead: str


def offers(found: Open, key: str) -> tuple[Offer, ...]:
    """What is offered of the lines under an item, each line once."""
    lines = dict.fromkeys(map(str.strip, found.of(key, "words").splitlines()))
    return tuple(one for line in lines for one in _offer(found, line))


def take(*, by: Actor, at: datetime, session: str, item: str, name: str) -> Draft:
    """The line of an offer under an item names the owner of the register from now on."""
    found = opened(session, actor=by, at=at)
    one = next((o for o in offers(found, item) if o.name == name), None)
    if found.draft is None or one is None:
        raise NotPossible(say("That line was changed meanwhile. Look at it again."))

    def named(words: str) -> str:
        lines = words.splitlines()
        return "\n".join(one.instead if line.strip() == one.line else line for line in lines)

    return typed_anew(found, session, item, named, by=by, at=at)


def _offer(found: Open, line: str) -> Iterator[Offer]:
    parts = _LINE.fullmatch(line)
    owner = written_like(found.register, parts["who"]) if parts else None
    if parts is None or owner is None or _owned(found, line, owner):
        return
    named = f"{parts['mark']}{owner}{parts['sign']}{parts['rest']}"
    marked = f"{parts['mark']}{parts['rest'].rstrip(' .')}. Owner: {owner}"
    for instead in (named, marked):
        if _owned(found, instead, owner):
            name = hashlib.sha256(f"{line}\n{owner}".encode()).hexdigest()[:12]
            yield Offer(name, parts["who"], owner, line, instead)
            return


def _owned(found: Open, line: str, owner: str) -> bool:
    """Is a line understood as an action of an owner of the register?"""
    read = typed_minutes.lines(
        line,
        met=found.session.day,
        following=found.following,
        owners=owners(found.register),
    )
    return any(
        one.kind == "action" and one.office and kept_as(found.register, one.office) == owner
        for one in read
    )
