"""Plan sessions, move or cancel one, ask for papers and take them in: facts, or a refusal."""

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from answerable.ledger.register import Register
from answerable.scrutiny.clocks import add_months
from answerable.scrutiny.phrases import on_day
from answerable.scrutiny.plans.plans import NotPossible
from answerable.scrutiny.sessions import forward_plan, papers, question_lint
from answerable.scrutiny.sessions.forward_plan import (
    BROUGHT_FORWARD,
    CANCELLED,
    CHANGES,
    POSTPONED,
    SERIES,
    Session,
)
from answerable.scrutiny.sourced import OUR_RECORD, Sourced
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import (
    MeetingChanged,
    MeetingPlanned,
    PaperReceived,
    PaperRequired,
)
from answerable.vocabulary.language import say
from answerable.vocabulary.regimes import Regime
from answerable.vocabulary.times import in_words

EVERY: Final = {"once": 0, "month": 1, "two-months": 2, "quarter": 3, "half-year": 6}
"""How often sessions of a series come -> months between them."""
MOST = 24
_WEEK = 7


@dataclass(frozen=True, slots=True)
class Planned:
    """One date of a series: its day, its theme, and what else the invitation says."""

    day: date
    theme: str | None = None
    time: str | None = None
    place: str | None = None
    title: str | None = None


def repeat(first: date, *, every: str, times: int) -> tuple[date, ...]:
    """The dates of a series: the same weekday of the month each time, as sessions are booked.

    A fifth Thursday is the last one in a month that has only four.

    >>> [d.isoformat() for d in repeat(date(2026, 1, 15), every="quarter", times=3)]
    ['2026-01-15', '2026-04-16', '2026-07-16']
    """
    if every not in EVERY:
        raise NotPossible(
            say(
                "“{every}” is no rhythm. Use one of: {values}.",
                every=every[:40],
                values=", ".join(EVERY),
            )
        )
    if not 1 <= times <= MOST:
        raise NotPossible(say("Plan between 1 and {most} sessions at a time.", most=MOST))
    step = EVERY[every]
    if step == 0:
        return (first,)
    place = (first.day - 1) // _WEEK
    return tuple(
        _weekday(add_months(first.replace(day=1), step * n), first.weekday(), place)
        for n in range(times)
    )


_TIME = re.compile(
    r"(?P<hour>[0-9]{1,2})(?:[:.](?P<minute>[0-9]{2}))? ?(?P<half>[ap]\.?m\.?)?", re.IGNORECASE
)

BY_DAY: Final = range(8, 19)
"""An hour alone is one of a working day: “10” is 10:00, and “2” may be two."""


def time_of_day(words: str | None) -> str | None:
    """A time as people write it, as HH:MM; None for none; refuses what is no time.

    >>> time_of_day("10 am"), time_of_day("2.30pm"), time_of_day("14:00"), time_of_day("10")
    ('10:00', '14:30', '14:00', '10:00')
    """
    plain = (words or "").strip()
    if not plain:
        return None
    found = _TIME.fullmatch(plain)
    hour, minute = (int(found["hour"]), int(found["minute"] or 0)) if found else (24, 0)
    half = (found["half"] or "").lower()[:1] if found else ""
    if half:
        hour = hour % 12 + (12 if half == "p" else 0) if 1 <= hour <= 12 else 24
    said = found and (found["half"] or found["minute"] or hour in BY_DAY)
    if not said or hour > 23 or minute > 59:  # hours of a day, minutes of an hour
        raise NotPossible(
            say("“{words}” is no time of day. Write 10:00, or 2 pm.", words=plain[:20]),
            code="time",
        )
    return f"{hour:02}:{minute:02}"


def plan(
    register: Register,
    *,
    body: str,
    series: str,
    sessions: Sequence[Planned],
    on: date,
    regime: Regime,
    sourced: Sourced = OUR_RECORD,
) -> list[Fact]:
    """Sessions enter the forward plan, each with the deadline of its papers, if it is to come."""
    if series not in SERIES:
        raise NotPossible(
            say(
                "“{series}” is no series. Use one of: {values}.",
                series=series[:40],
                values=", ".join(SERIES),
            )
        )
    if not sessions:
        raise NotPossible(say("Name at least one date."))
    made: list[Fact] = []
    taken: set[str] = set()
    for one in sessions:
        stream = _reference(register, body, series, one.day, taken)
        taken.add(stream)
        last = papers.due_from(one.day, on=on, rule=regime.papers, holidays=regime.holidays)
        made.append(
            MeetingPlanned(
                **sourced.envelope(register, stream=stream, on=on),
                body=body,
                series=series,
                title=one.title or SERIES[series],
                sort=series,
                date=one.day.isoformat(),
                time=time_of_day(one.time),
                place=one.place,
                theme=one.theme,
                papers_due=last.isoformat() if last else None,
            )
        )
    return made


def change(
    register: Register,
    *,
    session: str,
    state: str,
    to: date | None,
    reason: str,
    on: date,
    sourced: Sourced = OUR_RECORD,
) -> list[Fact]:
    """A planned session moves (later, perhaps without a date yet, or earlier), is cancelled, or
    is not quorate. The deadlines of its papers move with it.
    """
    found = waiting(register, session)
    if state not in CHANGES:
        raise NotPossible(
            say(
                "“{state}” is no change. Use one of: {values}.",
                state=state[:40],
                values=", ".join(CHANGES),
            )
        )
    if not reason.strip():
        raise NotPossible(say("Say why: the reason stands beside both dates."))
    if state == CANCELLED and to is not None:
        raise NotPossible(say("A cancelled session has no new date. Postpone it instead."))
    if to is not None and to.isoformat() == found.date:
        raise NotPossible(
            say("It stands on {day} already. Give another date.", day=in_words(found.date))
        )
    if state in (POSTPONED, BROUGHT_FORWARD):
        _check_day(found, state, to, on)
    return [
        MeetingChanged(
            **sourced.envelope(register, stream=session, on=on),
            state=state,
            date=to.isoformat() if to else None,
            reason=reason,
        )
    ]


def _check_day(found: Session, state: str, to: date | None, on: date) -> None:
    """Refuse a new day that has passed, or lies on the other side of the day that is planned."""
    if to is None:
        if state == BROUGHT_FORWARD:
            raise NotPossible(say("Give the new date of a session that is brought forward."))
        return
    day, planned = on_day(to), in_words(found.date)
    if to < on:
        raise NotPossible(say("{day} has passed. Give a later date.", day=day))
    if state == POSTPONED and to < found.day:
        raise NotPossible(
            say(
                "{day} is before {planned}. Say that it is brought forward, or look at the year.",
                day=day,
                planned=planned,
            )
        )
    if state == BROUGHT_FORWARD and to > found.day:
        raise NotPossible(
            say(
                "{day} is after {planned}. Say that it is postponed, or look at the year.",
                day=day,
                planned=planned,
            )
        )


def require_paper(
    register: Register,
    *,
    session: str,
    office: str,
    question: str,
    on: date,
    regime: Regime,
    scope: str | None = None,
    comparator: str | None = None,
    item: str | None = None,
    due: date | None = None,
    sourced: Sourced = OUR_RECORD,
) -> list[Fact]:
    """What a paper must answer, from which office, by when; without a day, the regime's rule."""
    found = waiting(register, session)
    question_lint.check(question)
    last = due or papers.due(found.day, rule=regime.papers, holidays=regime.holidays)
    if last < on:
        raise NotPossible(
            say(
                "{day} has passed. Give the day by which this paper is to come.",
                day=on_day(last),
            )
            if due
            else say(
                "By the rule papers were due on {day}, which has passed. Give the day by which "
                "this paper is to come.",
                day=on_day(last),
            )
        )
    if last > found.day:
        raise NotPossible(
            say(
                "A paper due {day} would come after the session of {day2}.",
                day=on_day(last),
                day2=in_words(found.date),
            )
        )
    number = len(papers.papers_of(register, session)) + 1
    return [
        PaperRequired(
            **sourced.envelope(register, stream=f"{session}/paper/{number}", on=on),
            meeting=session,
            item=item,
            from_=office,
            question=question,
            scope=scope,
            comparator=comparator,
            due=last.isoformat(),
        )
    ]


def receive_paper(
    register: Register,
    *,
    paper: str,
    digests: Sequence[str],
    text: str | None,
    on: date,
    sourced: Sourced = OUR_RECORD,
) -> list[Fact]:
    """The paper came, as files or in words."""
    found = papers.paper(register, paper)
    if found is None:
        raise NotPossible(
            say("No written requirement is called {paper}. Ask for the paper first.", paper=paper)
        )
    if found.received is not None:
        raise NotPossible(
            say(
                "The record has this paper since {day}.",
                day=on_day(found.received.fact.valid.start),
            )
        )
    if not digests and not (text or "").strip():
        raise NotPossible(say("Hand in a file, or say in words what came."))
    return [
        PaperReceived(
            **sourced.envelope(register, stream=paper, on=on),
            digests=tuple(digests),
            text=text or None,
        )
    ]


def waiting(register: Register, session: str) -> Session:
    """A session that is planned and not yet held, or a refusal."""
    found = forward_plan.session(register, session)
    if found is None:
        raise NotPossible(
            say("No session is called {session}. Plan it first.", session=session),
            code="no_such_session",
        )
    if found.held is not None:
        raise NotPossible(
            say("The session of {day} was held. Amend its minutes.", day=in_words(found.date))
        )
    if found.state == CANCELLED:
        raise NotPossible(
            say("The session of {day} is cancelled. Plan another.", day=in_words(found.date))
        )
    return found


def _reference(register: Register, body: str, series: str, day: date, taken: set[str]) -> str:
    """`session/<body>/<date>`; a second one on that day carries its series."""
    stream = f"session/{body}/{day.isoformat()}"
    if stream not in taken and not register.versions_of(stream=stream):
        return stream
    other = f"{stream}-{series}"
    if other in taken or register.versions_of(stream=other):
        raise NotPossible(
            say("A session of {day} is in the plan already.", day=in_words(day.isoformat()))
        )
    held = forward_plan.session(register, stream)
    if held is not None and held.series == series:
        raise NotPossible(
            say("A session of {day} is in the plan already.", day=in_words(day.isoformat()))
        )
    return other


def _weekday(month: date, weekday: int, place: int) -> date:
    """The place-th weekday of a month, from 0; the last one where there are not so many."""
    day = 1 + (weekday - month.weekday()) % _WEEK + place * _WEEK
    if day > monthrange(month.year, month.month)[1]:
        day -= _WEEK
    return month.replace(day=1) + timedelta(days=day - 1)
