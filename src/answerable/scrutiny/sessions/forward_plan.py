"""The forward plan: sessions that are planned, moved, cancelled, not quorate, held or signed.

A session keeps the reference of its first date. Moving it says the new date and why; both dates
stay visible. What is planned is true from the day on which it was planned.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date as Day  # `date` is a field of ours
from datetime import timedelta
from typing import Final

from answerable.ledger.register import Register, Version
from answerable.vocabulary.facts import (
    MeetingChanged,
    MeetingHeld,
    MeetingPlanned,
    MinutesApproved,
    MinutesSigned,
    OversightPassed,
)
from answerable.vocabulary.language import marked, say
from answerable.vocabulary.times import first_day, in_words

SERIES: Final[Mapping[str, str]] = {
    "performance": marked("Performance session"),
    "thematic": marked("Thematic session"),
    "public": marked("Public session"),
    "governance-board": marked("Governance board"),
}
"""The kinds of session; the governance board decides, the other three hold to account."""
BOARD: Final = "governance-board"
POSTPONED, CANCELLED, INQUORATE = "postponed", "cancelled", "inquorate"
BROUGHT_FORWARD: Final = "brought-forward"
CHANGES: Final = (POSTPONED, BROUGHT_FORWARD, CANCELLED, INQUORATE)


@dataclass(frozen=True, slots=True)
class Change:
    """A planned session moved, was cancelled or not quorate; `date` is the new one."""

    state: str
    date: str | None
    reason: str | None
    on: Day
    version: Version


@dataclass(frozen=True)
class Session:
    """One session, from its place in the plan to its approved minutes.

    `first_date` is as first planned, `date` as it stands; None only where no source says it.
    """

    reference: str
    body: str
    title: str
    series: str | None
    theme: str | None
    time: str | None
    place: str | None
    first_date: str
    date: str
    papers_due: str | None
    changes: tuple[Change, ...]
    planned: Version | None
    held: Version | None
    signed: Version | None
    approved: Version | None

    @property
    def day(self) -> Day:
        """Its day as it stands."""
        return first_day(self.date)

    @property
    def state(self) -> str:
        """approved, signed, held, cancelled, inquorate, postponed (no new date) or planned."""
        if self.held is not None:
            if self.approved is not None:
                return "approved"
            return "signed" if self.signed is not None else "held"
        last = self.changes[-1] if self.changes else None
        if last is None or (last.date and last.state != CANCELLED):
            return "planned"
        return last.state

    @property
    def waiting(self) -> bool:
        """It stands in the plan and has not been held."""
        return self.state == "planned"

    @property
    def words(self) -> str:
        """“Planned for 18 June 2026; first 21 May 2026, postponed on 4 May 2026: …”"""
        state, last = self.state, self.changes[-1] if self.changes else None
        if state == "planned":
            said = say("Planned for {day}", day=in_words(self.date))
            if self.first_date != self.date:
                said += say("; first planned for {day}", day=in_words(self.first_date))
            return f"{said}{_why(last)}."
        if last is not None and state in CHANGES:
            verb = (
                say("Not quorate on")
                if state == INQUORATE
                else say("{state}: was to be", state=state.replace("-", " ").capitalize())
            )
            return f"{verb} {in_words(self.date)}{_why(last)}."
        if state == "held":
            return "Held."
        return (
            say("Minutes signed and approved.") if state == "approved" else say("Minutes signed.")
        )


def sessions(register: Register, *, body: str | None = None) -> tuple[Session, ...]:
    """Every session of a body about the register's institution, by date.

    What its predecessor planned for a day on which it no longer holds the institution to account
    is the body's to hold.
    """
    kinds = (MeetingPlanned, MeetingChanged, MeetingHeld, MinutesSigned, MinutesApproved)
    by_stream: dict[str, list[Version]] = defaultdict(list)
    for version in register.versions_of(*kinds):
        by_stream[version.fact.stream].append(version)
    made = (_session(stream, found) for stream, found in by_stream.items())
    gone = _before_it(register, body) if body else {}
    kept = (
        s
        for s in made
        if s is not None
        and (
            body is None
            or s.body == body
            or (s.waiting and s.body in gone and s.day >= gone[s.body])
        )
    )
    return tuple(sorted(kept, key=lambda s: (s.date, s.reference)))


def _before_it(register: Register, body: str) -> dict[str, Day]:
    """Body -> the day on which oversight passed from it, for those before this one."""
    found: dict[str, Day] = {}
    after = {body}
    passed = [v.fact for v in register.versions_of(OversightPassed)]
    for fact in sorted(passed, key=lambda f: f.valid.start, reverse=True):
        if fact.get("to") in after and fact.get("from") and fact.get("from") != body:
            found[str(fact.get("from"))] = fact.valid.start
            after.add(str(fact.get("from")))
    return found


def session(register: Register, reference: str) -> Session | None:
    """One session by its reference; None where the register holds none."""
    return _session(reference, list(register.versions_of(stream=reference)))


def before(register: Register, this: Session) -> Session | None:
    """The last session held before this one by the same body, or by one that it took over from."""
    bodies = {this.body, *_before_it(register, this.body)}
    earlier = [
        s
        for s in sessions(register)
        if s.body in bodies
        and s.held is not None
        and s.date < this.date
        and s.reference != this.reference
    ]
    return earlier[-1] if earlier else None


def next_planned(register: Register, *, body: str, on: Day) -> Session | None:
    """The next session in the plan, on the day or after it."""
    return next((s for s in sessions(register, body=body) if s.waiting and s.day >= on), None)


def next_after(register: Register, this: Session) -> Session | None:
    """The next session of the same body in the plan after this one's day."""
    return next_planned(register, body=this.body, on=this.day + timedelta(days=1))


def _session(reference: str, found: list[Version]) -> Session | None:
    planned, held = _last(found, MeetingPlanned), _last(found, MeetingHeld)
    first = held or planned
    if first is None:
        return None
    changes = tuple(
        Change(
            state=str(v.fact.get("state")),
            date=v.fact.get("date"),
            reason=v.fact.get("reason"),
            on=v.fact.valid.start,
            version=v,
        )
        for v in found
        if isinstance(v.fact, MeetingChanged)
    )
    stated = first.fact.get("date") or first.fact.valid.start.isoformat()
    start = planned.fact.get("date") if planned else None
    moved = next((c.date for c in reversed(changes) if c.date), None)
    now = stated if held is not None else moved or stated
    told = planned.fact if planned else first.fact
    series = planned.fact.get("series") if planned else first.fact.get("sort")
    return Session(
        reference=reference,
        body=str(first.fact.get("body") or reference.split("/")[1]),
        title=str(first.fact.get("title") or told.get("title") or SERIES.get(series or "", "")),
        series=series,
        theme=planned.fact.get("theme") if planned else None,
        time=planned.fact.get("time") if planned else None,
        place=first.fact.get("place"),
        first_date=str(start or stated),
        date=str(now),
        papers_due=_papers_due(planned, now=str(now)),
        changes=changes,
        planned=planned,
        held=held,
        signed=_last(found, MinutesSigned),
        approved=_last(found, MinutesApproved),
    )


def _papers_due(planned: Version | None, *, now: str) -> str | None:
    """The deadline of the plan; it moves with the session, by as many days."""
    due = planned.fact.get("papers_due") if planned else None
    first = planned.fact.get("date") if planned else None
    if not due or not first:
        return due
    return (first_day(due) + (first_day(now) - first_day(first))).isoformat()


def _last(found: list[Version], kind: type) -> Version | None:
    return next((v for v in reversed(found) if isinstance(v.fact, kind)), None)


def _why(change: Change | None) -> str:
    return f" ({change.reason.rstrip('.')})" if change and change.reason else ""
