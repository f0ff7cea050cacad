"""A statement to be set against the record, and what the record answers to it (DOMAIN 10)."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Any, Literal

from answerable.ledger.register import Version
from answerable.scrutiny.claims.claim_scope import Scope
from answerable.scrutiny.matter import Matter
from answerable.scrutiny.phrases import plural
from answerable.vocabulary.times import last_day


class ClaimResult(StrEnum):
    """The five results. Never “false”, “unsupported” or “exaggerated”."""

    AGREES = "agrees"
    DIFFERS = "differs"
    PART = "part"
    SILENT = "silent"
    UNSETTLEABLE = "unsettleable"

    @property
    def words(self) -> str:
        """What a page shows."""
        return _WORDS[self]


_WORDS = {
    ClaimResult.AGREES: "agrees with our record",
    ClaimResult.DIFFERS: "differs from our record",
    ClaimResult.PART: "part of it is in our record",
    ClaimResult.SILENT: "our record is silent",
    ClaimResult.UNSETTLEABLE: "not a thing a record can settle",
}

NOTHING = "nothing"
"""What a rule reads that found nothing to compare: other words of the record may be shown."""

HeldKind = Literal["finding", "record", "claim", "worked out", "silent", "unsettleable"]


@dataclass(frozen=True)
class Statement:
    """One statement of a text: its kind, its exact words, and the fields that were read.

    `kind` and the names of `fields` are those of the reading contract (READING 2):
    `grade`, `count`, `claim`, `commitment`, `money`, `meeting`, `inspection`, `person`,
    `recommendation`, `cause_of_concern`, ... `said` is the date of the text, with its
    precision; `institution` the id of the body that it is about. `words` is the whole sentence,
    where the quote is only a part of it.
    """

    kind: str
    quote: str
    fields: Mapping[str, Any] = field(default_factory=dict)
    institution: str | None = None
    theme: str | None = None
    said: str | None = None
    words: str = ""

    @property
    def sentence(self) -> str:
        """The whole sentence; the quote where nothing more is known."""
        return self.words or self.quote

    def scope(self, otherwise: date) -> Scope:
        """What the sentence says of its own scope."""
        return Scope(self.sentence, self.on(otherwise))

    def on(self, otherwise: date) -> date:
        """The last day that the date of the text may mean."""
        return last_day(self.said) if self.said else otherwise


@dataclass(frozen=True)
class Held:
    """What the record holds on a statement: a candidate result, private until confirmed.

    `stated` and `ours` are the two sides where they differ; `sum_shown` is the arithmetic of
    what was worked out; `versions` are the facts, each with its source. `suggest` is wording with
    a scope under which our record would agree: an offer, never a correction of the speaker.
    `reads` names what the rule read of the sentence beside the thing that it compared: “none”,
    “all”, “only”, “period”, a class of predicates (`claim_rest`).
    """

    kind: HeldKind
    result: ClaimResult
    sentence: str
    versions: tuple[Version, ...] = ()
    stated: str | None = None
    ours: str | None = None
    sum_shown: str | None = None
    suggest: str | None = None
    reads: frozenset[str] = frozenset()


def reading(held: Held, *names: str) -> Held:
    """The same, with what its rule read of the sentence beside the thing compared."""
    return replace(held, reads=held.reads | frozenset(names))


def collection(matter: Matter) -> str:
    """What is held on the subject, and that it is not all there is."""
    n, m = len(matter.meetings), len(matter.on_subject)
    findings = len(matter.findings)
    return (
        f"On {matter.theme.words} we hold {findings} {plural('finding', findings)} and papers "
        f"of {n} {plural('session', n)}, {m} of them on this subject. Our collection is not "
        "complete."
    )


def silent(matter: Matter, lead: str, *versions: Version) -> Held:
    """Nothing matches: what was looked for, and what we hold."""
    return Held("silent", ClaimResult.SILENT, f"{lead} {collection(matter)}", versions)


def unsettleable(why: str) -> Held:
    """It is no matter of record: why."""
    return Held("unsettleable", ClaimResult.UNSETTLEABLE, why)
