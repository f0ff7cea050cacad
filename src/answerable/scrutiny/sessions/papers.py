"""Papers for a session: by when they are asked for, and whether they came.

The rule is the regime's (`[papers]`): so many calendar or working days before the session. The
day of the session is never counted. A deadline on a day that is no working day stays where the
rule puts it, and says so.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from answerable.ledger.register import Register, Version
from answerable.scrutiny.clocks import is_working_day
from answerable.scrutiny.phrases import plural
from answerable.vocabulary.facts import (
    MeetingChanged,
    MeetingPlanned,
    PaperReceived,
    PaperRequired,
)
from answerable.vocabulary.language import say
from answerable.vocabulary.regimes import Holidays, Papers
from answerable.vocabulary.times import first_day, in_words, last_day

_DAY = timedelta(days=1)
_SATURDAY = 5


def due(meeting: date, *, rule: Papers, holidays: Holidays) -> date:
    """The last day for papers of a session.

    >>> due(date(2024, 5, 20), rule=Papers(), holidays=Holidays())
    datetime.date(2024, 5, 13)
    """
    if rule.unit == "days":
        return meeting - timedelta(days=rule.length)
    day, left = meeting, rule.length
    while left:
        day -= _DAY
        left -= is_working_day(day, holidays=holidays)
    return day


def due_from(meeting: date, *, on: date, rule: Papers, holidays: Holidays) -> date | None:
    """The last day for papers that are asked for on a day; None where it has passed by then.

    >>> due_from(date(2024, 5, 20), on=date(2024, 5, 14), rule=Papers(), holidays=Holidays())
    """
    last = due(meeting, rule=rule, holidays=holidays)
    return last if last >= on else None


def remark(day: date, *, holidays: Holidays) -> str:
    """“a Sunday” or “a bank holiday” for a day without work; else nothing.

    Of a year whose bank holidays are not held only the weekends are known.
    """
    if day.weekday() >= _SATURDAY:
        return f"a {day:%A}"
    return "a bank holiday" if day in holidays.days else ""


@dataclass(frozen=True, slots=True)
class Paper:
    """A written requirement of a session, and the paper that answers it.

    `due_first` is the day that was asked for; `due` has moved with the session since.
    """

    reference: str
    office: str | None
    question: str | None
    scope: str | None
    comparator: str | None
    due: str | None
    due_first: str | None
    required: Version
    received: Version | None

    @property
    def _first(self) -> str:
        if not self.due_first or self.due_first == self.due:
            return ""
        return say(", first {day}", day=in_words(self.due_first))

    def state(self, on: date) -> str:
        """received, received late, overdue or due."""
        if self.received is not None:
            late = self.due and self.received.fact.valid.start > last_day(self.due)
            return "received late" if late else "received"
        return "overdue" if self.due and last_day(self.due) < on else "due"

    def words(self, on: date) -> str:
        """“Overdue: asked for by 13 May 2024, 3 days ago.”"""
        by = (
            say("asked for by {day}{first}", day=in_words(self.due), first=self._first)
            if self.due
            else say("asked for, with no date")
        )
        state = self.state(on)
        if self.received is not None:
            came = in_words(self.received.fact.valid.start.isoformat())
            return say("Received {came}; {by}.", came=came, by=by)
        if state == "overdue" and self.due:
            days = (on - last_day(self.due)).days
            return say(
                "Overdue: {by}, {days} {days2} ago.", by=by, days=days, days2=plural("day", days)
            )
        return say("Not yet received; {by}.", by=by)


def _moved(register: Register, required: Version) -> timedelta:
    """How far its session has moved since the paper was asked for."""
    session = str(required.fact.get("meeting"))
    planned = [
        v
        for v in register.versions_of(MeetingPlanned, MeetingChanged, stream=session)
        if v.fact.get("date")
    ]
    then = [v for v in planned if v.seq < required.seq]
    if not then or then[-1] is planned[-1]:
        return timedelta(0)
    days = (first_day(str(found[-1].fact.get("date"))) for found in (planned, then))
    return next(days) - next(days)


def papers_of(register: Register, session: str) -> tuple[Paper, ...]:
    """The written requirements of a session, in the order of the record."""
    return tuple(
        _paper(register, v)
        for v in register.versions_of(PaperRequired)
        if v.fact.get("meeting") == session
    )


def paper(register: Register, reference: str) -> Paper | None:
    """One requirement by its reference."""
    found = register.versions_of(PaperRequired, stream=reference)
    return _paper(register, found[-1]) if found else None


def _paper(register: Register, version: Version) -> Paper:
    fact = version.fact
    came = register.versions_of(PaperReceived, stream=fact.stream)
    due = fact.get("due")
    return Paper(
        reference=fact.stream,
        office=fact.get("from"),
        question=fact.get("question"),
        scope=fact.get("scope"),
        comparator=fact.get("comparator"),
        due=(first_day(due) + _moved(register, version)).isoformat() if due else None,
        due_first=due,
        required=version,
        received=came[0] if came else None,
    )
