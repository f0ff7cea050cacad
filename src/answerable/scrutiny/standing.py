"""What is known of one finding or action at two dates: its steps, moves, closing and words."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal

from answerable.ledger.register import Version
from answerable.vocabulary.facts import ActionUpdated, DispositionChanged, Reopened
from answerable.vocabulary.finding_kinds import asks
from answerable.vocabulary.ladder import ClosingGround, Disposition, Response, Rung
from answerable.vocabulary.log_status import set_aside

_IN_SESSION = re.compile(r"action/[^/]+/([0-9]{4}-[0-9]{2}-[0-9]{2})/")
_SESSION = re.compile(r"session/[^/]+/([0-9]{4}-[0-9]{2}-[0-9]{2})")
_OF_LOG = "/log/"
_STATUS = re.compile(r"(?:^|[.!?…] )Status: (.+?)(?: \(before: .*?\))?[.!?…](?= [A-Z][a-z]+: |$)")
"""A status as the import of a log records it, and what it was before."""
_DUE_NOW = re.compile(
    r"(?:^|[.!?…] )(?:Revised due: (.+?)(?: \(before: .*?\))?[.!?…](?= [A-Z][a-z]+: |$)"
    r"|Due: (.+?) \(before: )"
)
"""A date that the import of a log found changed, or beside the first one."""
Unproven = Literal["", "not verified", "not worked"]


@dataclass(frozen=True)
class Step:
    """A rung as it was stated: when, recorded by which body, with what evidence."""

    rung: Rung
    on: date
    who: str
    evidence: tuple[str, ...]
    version: Version


@dataclass(frozen=True)
class Move:
    """A due date that moved: from what to what, when, why, and who authorised it.

    `authoriser` is an office; who held it is asked of `tenures.holders`, and only where shown.
    """

    from_: str | None
    to: str | None
    on: date
    reason: str | None
    authoriser: str | None
    version: Version


@dataclass(frozen=True)
class Closing:
    """How it was closed. `quote` is what makes a later finding a relapse."""

    ground: ClosingGround
    on: date
    text: str | None
    quote: str | None
    version: Version


@dataclass(frozen=True)
class Progress:
    """Where a finding or an action stands, at the dates of its register.

    `rung` None means that our sources say of no step at all. `steps` is the whole history;
    `tag` and `sentence` are the words of EXPERIENCE 3. `versions` are all facts behind it.
    """

    reference: str
    kind: str
    number: str | None
    text: str | None
    theme: str | None
    owner: str | None
    parent: str | None
    first: Version
    rung: Rung | None
    steps: tuple[Step, ...]
    response: Response
    response_text: str | None
    disposition: Disposition
    closing: Closing | None
    relapse: Version | None
    closed_before: Closing | None
    due: str | None
    due_first: str | None
    moves: tuple[Move, ...]
    days_overdue: int
    slipping: bool
    unproven: Unproven
    verdict: Version | None
    news: Version | None
    answered_by: tuple[str, ...]
    versions: tuple[Version, ...]
    answers: tuple[str, ...] = ()
    tag: str = ""
    sentence: str = ""

    @cached_property
    def log_status(self) -> str | None:
        """The last status that its own log gives it, in the log's words."""
        for version in reversed(self.versions if _OF_LOG in self.reference else ()):
            match version.fact:
                case ActionUpdated(text=str(text)) if found := _STATUS.search(text):
                    return found[1]
        return None

    @cached_property
    def log_due(self) -> str | None:
        """The later date that its own log gives, in the log's words, while nobody agreed to it."""
        for version in reversed(self.versions if _OF_LOG in self.reference else ()):
            match version.fact:
                case ActionUpdated(text=str(text)) if found := _DUE_NOW.search(text):
                    agreed = any(move.version.seq > version.seq for move in self.moves)
                    return None if agreed else found[1] or found[2]
        return None

    @property
    def log_calls(self) -> str | None:
        """The status by which its own log sets it aside, such as “Superseded - see 24/011”.

        It closes nothing: whoever calls it overdue says this too.
        """
        return self.log_status if set_aside(self.log_status) else None

    @property
    def group(self) -> Literal["said", "done", "worked", "not known"]:
        """The public grouping; inside “done”, `tag` says which."""
        return "not known" if self.rung is None else self.rung.group  # type: ignore[return-value]  # its three words

    @property
    def agreed(self) -> str | None:
        """The day of the session that has an action (ISO): its plan or its reference says so."""
        found = _SESSION.match(self.parent or "") or _IN_SESSION.match(self.reference)
        return found[1] if found and self.kind == "action" else None

    @property
    def overdue(self) -> bool:
        """Its due date has passed and nobody has said that it is done."""
        return self.days_overdue > 0

    @property
    def open(self) -> bool:
        """It asks for something, and is neither closed, discharged nor superseded."""
        return asks(self.kind) and self.disposition in (Disposition.OPEN, Disposition.PARTLY_MET)

    @property
    def became(self) -> Disposition | None:
        """What became of it; None where no source says how far it got or that it is open."""
        stated = any(isinstance(v.fact, DispositionChanged | Reopened) for v in self.versions)
        silent = self.rung is None and self.closing is None and self.relapse is None
        return (
            None
            if self.disposition is Disposition.OPEN and silent and not stated
            else (self.disposition)
        )

    @property
    def withheld(self) -> bool:
        """Its words are held and not shown to this reader; never to be called unknown."""
        return self.text is None and "text" in self.first.withheld

    @property
    def moved(self) -> tuple[Move, ...]:
        """The moves that replaced a date: what gives its first one to an action is no move of it.

        Everything that counts moves, or calls a date moved, asks this; `moves` is the history.
        """
        return tuple(move for move in self.moves if move.from_)

    @property
    def waiting(self) -> bool:
        """Open, and nobody has said that it is done."""
        return self.open and self.rung in (None, Rung.PROMISED)

    @property
    def slipped_back(self) -> bool:
        """Found again after a closing that is quoted; never from two grades alone."""
        return self.relapse is not None and self.closed_before is not None
