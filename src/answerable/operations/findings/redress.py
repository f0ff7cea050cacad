"""A reader reports a mistake; the body that a line is about replies; somebody answers.

A report is internal until it was looked at: its words may be wrong about somebody too. That it
was made, and what came of it, is public (EXPERIENCE 4).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from answerable.ledger.book import Receipt
from answerable.ledger.register import Register, Version
from answerable.operations import access, catalogue
from answerable.operations.quoting import typed
from answerable.operations.recording import book
from answerable.scrutiny.clocks import UnknownHolidays, nth_working_day
from answerable.scrutiny.sourced import OUR_RECORD
from answerable.store.reads import lookup, registers
from answerable.store.reads.registers import ZONE
from answerable.vocabulary.access import Actor, Classification
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import (
    Corrected,
    MistakeReported,
    Reclassified,
    ReplyGiven,
    Withdrawn,
)
from answerable.vocabulary.refusal import Refusal

ANSWER_DAYS = 10  # working days: the project's own choice (EXPERIENCE 4)


class NoSuchLine(Refusal):
    """An entry that the person cannot see, or that nobody replies to."""

    code = "no_such_entry"


class NotYours(Refusal):
    """A reply by a body that the line is not about."""

    code = "not_yours"


class AlreadyAnswered(Refusal):
    """A report that has its answer."""

    code = "already_answered"


class NotPutRight(Refusal):
    """A report answered as corrected while its line stands as it stood."""

    code = "not_put_right"


class Found(StrEnum):
    """What came of a report."""

    CORRECTED = "corrected"
    NOT_CORRECTED = "not-corrected"


_FOUND_WORDS = {Found.CORRECTED: "Corrected", Found.NOT_CORRECTED: "Not corrected"}


@dataclass(frozen=True, slots=True)
class Line:
    """An entry as the person sees it, and the bodies that may reply to it."""

    version: Version
    institution: str
    repliers: tuple[str, ...]


def line(entry: int, *, actor: Actor) -> Line:
    """The line of an entry, as far as the actor may see it."""
    try:
        place = lookup.find(str(entry))
    except lookup.NotOnRecord:
        raise NoSuchLine(f"The record has no entry {entry}. Check its number.") from None
    every = [
        v
        for v in registers.history(place.institution).versions
        if v.entry_id == place.entry_id and v.recorded_to is None
    ]
    # Judged on the day from which it is true, so that a line about the past can be answered too.
    days = dict.fromkeys(v.fact.valid.start for v in every)
    seen = (registers.register(place.institution, valid=day, actor=actor) for day in days)
    versions = [v for register in seen for v in register if v.entry_id == place.entry_id]
    if not versions:
        raise NoSuchLine(f"The record shows you no entry {entry}. Check its number.")
    overseer = catalogue.oversight_of(place.institution, on=actor.on)
    repliers = (place.institution, *((overseer,) if overseer else ()))
    return Line(versions[-1], place.institution, repliers)


def report_mistake(
    *, by: Actor, at: datetime, key: str, seen: int | None, entry: int, text: str
) -> Receipt:
    """A reader says that a line is wrong. The first entry of the receipt is the reference."""
    on = at.astimezone(ZONE).date()
    told = line(entry, actor=by)
    access.require(by, "report_mistake")  # about anybody: an office is a reader elsewhere
    text = typed(text, what="words that say what is wrong")

    def decide(register: Register) -> list[Fact]:
        return [
            MistakeReported(
                **{
                    **OUR_RECORD.envelope(register, stream=told.version.fact.stream, on=on),
                    "ref": told.version.entry_id,
                    "classes": {"text": Classification.INTERNAL},
                },
                text=text,
            )
        ]

    return book().append(about=told.institution, decide=decide, by=by, at=at, key=key, seen=seen)


def answer_mistake(
    *,
    by: Actor,
    at: datetime,
    key: str,
    seen: int | None,
    report: int,
    outcome: str,
    found: str = "",
    publish: bool = False,
) -> Receipt:
    """Somebody looked at a report: the outcome is public; its words too where `publish`.

    What was wrong is put right by a correction of its own; this says what was found. `found` is
    a value of `Found` or empty; “corrected” is refused while nothing of the line was put right.
    """
    on = at.astimezone(ZONE).date()
    told = line(report, actor=by)
    access.require(by, "reclassify", about=told.institution)
    if not isinstance(told.version.fact, MistakeReported):
        raise NoSuchLine(f"Entry {report} is not a report of a mistake.")
    outcome = typed(outcome, what="outcome in words")
    kind = _found(found)
    if kind is not None:
        outcome = f"{_FOUND_WORDS[kind]}. {outcome}"

    def decide(register: Register) -> list[Fact]:
        if answers(register).get(told.version.entry_id):
            raise AlreadyAnswered(
                f"The report {report} has its answer. Correct that entry if it is wrong."
            )
        past = registers.history(told.institution).versions
        if kind is Found.CORRECTED and put_right(told.version, past) is None:
            raise NotPutRight(
                "Nothing of the line was put right since it was reported. Correct or withdraw it "
                "first; or say that it is not corrected, and why."
            )
        return [
            Reclassified(
                **{
                    **OUR_RECORD.envelope(register, stream=told.version.fact.stream, on=on),
                    "ref": told.version.entry_id,
                },
                fields=("text",),
                class_="public" if publish else "internal",
                ground=outcome,
            )
        ]

    return book().append(about=told.institution, decide=decide, by=by, at=at, key=key, seen=seen)


def reply(
    *, by: Actor, at: datetime, key: str, seen: int | None, entry: int, text: str
) -> Receipt:
    """The reply of the body that a line is about, or of the one that holds it to account."""
    on = at.astimezone(ZONE).date()
    told = line(entry, actor=by)
    access.require(by, "reply", about=told.institution)
    text = typed(text, what="reply")
    if by.body not in told.repliers:
        raise NotYours(
            f"A reply is for the body that the line is about: {' or '.join(told.repliers)}. "
            "Anybody may report a mistake in it."
        )

    def decide(register: Register) -> list[Fact]:
        return [
            ReplyGiven(
                **{
                    **OUR_RECORD.envelope(register, stream=told.version.fact.stream, on=on),
                    "ref": told.version.entry_id,
                },
                by_office=by.office if by.body == told.institution else by.body,
                text=text,
            )
        ]

    return book().append(about=told.institution, decide=decide, by=by, at=at, key=key, seen=seen)


def answers(versions: Iterable[Version]) -> dict[str, Version]:
    """Entry id of a report -> the entry that says what was found."""
    held = tuple(versions)
    reports = {v.entry_id for v in held if isinstance(v.fact, MistakeReported)}
    return {
        v.fact.ref: v
        for v in held
        if isinstance(v.fact, Reclassified) and v.fact.ref in reports and v.fact.ground
    }


def put_right(report: Version, versions: Iterable[Version]) -> Version | None:
    """The first correction or withdrawal of the reported entry that came after the report."""
    found = [
        v
        for v in versions
        if isinstance(v.fact, Corrected | Withdrawn)
        and v.fact.ref == report.fact.ref
        and v.seq > report.seq
    ]
    return min(found, key=lambda v: v.seq, default=None)


def _found(given: str) -> Found | None:
    if not given:
        return None
    try:
        return Found(given)
    except ValueError:
        raise Refusal(
            f"A report is answered as {' or '.join(Found)}; “{given[:40]}” is neither."
        ) from None


def answer_due(version: Version) -> date | None:
    """The day by which a report is to be answered; None where the calendar is not held."""
    regime = catalogue.regime_of(version.fact.institution, on=version.fact.valid.start)
    after = version.fact.valid.start + timedelta(days=1)
    try:
        return nth_working_day(first=after, n=ANSWER_DAYS, holidays=regime.holidays)
    except UnknownHolidays:
        return None
