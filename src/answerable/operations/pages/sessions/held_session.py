"""One session in the record: its facts, and the sessions of a body in order."""

import re
from dataclasses import dataclass
from typing import Any

from answerable.ledger.register import Register, Version
from answerable.operations import catalogue
from answerable.operations.pages import naming
from answerable.operations.pages.look import Look
from answerable.store.papers import documents
from answerable.store.reads import lookup
from answerable.vocabulary.facts import (
    AnswerGiven,
    ItemTaken,
    MeetingHeld,
    MinutesSigned,
    QuestionAsked,
)
from answerable.vocabulary.language import say
from answerable.vocabulary.offices import spoken
from answerable.vocabulary.refusal import Refusal
from answerable.vocabulary.regimes import Names

_AGREED = re.compile(r"action/[^/]+/[0-9]{4}-[0-9]{2}-[0-9]{2}/([0-9]+)")


class NoSuchSession(Refusal):
    """A session of which the record holds no papers."""

    code = "no_such_session"


@dataclass(frozen=True)
class Held:
    """The facts of one session in one register."""

    look: Look
    register: Register
    session: Version

    @property
    def stream(self) -> str:
        """Its reference: `session/<body>/<date>`."""
        return self.session.fact.stream

    @property
    def day(self) -> str:
        """Its date."""
        return day_of(self.session)

    @property
    def names(self) -> Names:
        """How sentences name the parties."""
        return catalogue.names_of(self.register.institution, on=self.register.valid)

    def of(self, *types: type[Any]) -> tuple[Version, ...]:
        """What was said in it, in the order of the record; what was amended keeps its place."""
        found = (v for v in self.register.versions_of(*types) if self._in_it(v))
        return tuple(sorted(found, key=lambda v: v.seq))

    def agreed(self, *types: type[Any]) -> tuple[Version, ...]:
        """What its papers say was agreed on the day, in that order, amended or not."""
        papers = {
            v.fact.source.doc
            for v in (self.session, *self.of(ItemTaken, AnswerGiven, QuestionAsked))
            if v.fact.source and v.fact.source.doc
        }
        found = (
            v
            for v in self.register.versions_of(*types)
            if v.fact.valid.start == self.session.fact.valid.start
            and (
                getattr(v.fact, "plan", None) == self.stream
                or (v.fact.source is not None and v.fact.source.doc in papers)
            )
        )
        return tuple(sorted(found, key=lambda v: v.seq))

    def _in_it(self, version: Version) -> bool:
        meeting = getattr(version.fact, "meeting", None)
        inside = f"{version.fact.stream}/".startswith(f"{self.stream}/")
        return meeting == self.stream or (meeting is None and inside)


def action_number(stream: str) -> str:
    """The number of an action that a session of ours agreed, as its papers print it; else “”.

    >>> action_number("action/anyshire-pcc/2026-12-10/5"), action_number("action/anyshire/log/5")
    ('5', '')
    """
    found = _AGREED.fullmatch(stream)
    return found[1] if found else ""


def sessions_of(register: Register, body: str) -> tuple[Version, ...]:
    """The sessions of a body of which papers are held, oldest first, each once."""
    held = {
        v.fact.stream: v
        for v in register.versions_of(MeetingHeld)
        if v.fact.stream.startswith(f"session/{body}/")
    }
    return tuple(sorted(held.values(), key=lambda v: v.fact.valid.start))


def session_url(look: Look, version: Version) -> str:
    """The page of a session."""
    return look.url(naming.path_of(version.fact, seq=version.seq))


def held(look: Look, stream: str) -> Held:
    """The session of a reference, in the register that holds it."""
    for institution in lookup.institutions_of(stream):
        register = look.register(institution)
        found = register.versions_of(MeetingHeld, stream=stream)
        if found:
            return Held(look, register, found[-1])
    raise NoSuchSession(
        say(
            "We hold no papers of a session “{stream}” at these dates. The "
            "page of the body lists those that we hold.",
            stream=stream[:80],
        )
    )


def signed_words(found: Held) -> str:
    """The minutes as anybody may read them, as they were signed.

    Nothing where none were signed, where the file is of another kind or is kept here no more.
    """
    signed = found.register.versions_of(MinutesSigned, stream=found.stream)
    digest = str(signed[-1].fact.get("digest") or "") if signed else ""
    try:
        return documents.original(digest).decode() if digest else ""
    except (UnicodeDecodeError, documents.NoSuchDocument):
        return ""


def came_as_file(found: Held) -> bool:
    """Do its minutes come from elsewhere: are no words kept here that were signed?"""
    return not signed_words(found)


def private_words(found: Held) -> str:
    """What was signed of items taken in private; nothing for whoever may not see it."""
    signed = found.register.versions_of(MinutesSigned, stream=found.stream)
    return str(signed[-1].fact.get("text") or "") if signed else ""


def day_of(version: Version) -> str:
    """The date of a session."""
    return str(version.fact.get("date") or version.fact.valid.start.isoformat())


def office_words(office: str | None) -> str:
    """`anyshire-police/chief-constable` -> “chief constable”; words as typed stay as they are."""
    return spoken(office or "")
