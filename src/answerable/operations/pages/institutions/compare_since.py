"""Since when a comparison tells what changed: a day, and what that day was.

An office asks most what changed since it last met. On the day of a session itself two equal days
would show nothing: there the session's own first entry parts then from now.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from answerable.ledger.register import Register
from answerable.scrutiny.phrases import on_day
from answerable.store.reads.registers import ZONE
from answerable.vocabulary.facts import GradeGiven, MeetingHeld
from answerable.vocabulary.language import say
from answerable.vocabulary.times import in_words


@dataclass(frozen=True, slots=True)
class Since:
    """The first day; what it is, in words; `known`: the last entry before that day's session."""

    day: date
    what: str = ""
    known: int | None = None

    @property
    def label(self) -> str:
        """“20 February 2024”, or “4 March 2024, before the session of that day”."""
        day = in_words(self.day.isoformat())
        if self.known is None:
            return day
        return say("{day}, before the session of that day", day=day)

    @property
    def before(self) -> date:
        """The last day on which what began is not new; a session's own day is not over then."""
        return self.day if self.known is None else self.day - timedelta(days=1)

    @property
    def told(self) -> bool:
        """Whether its sentence begins with it."""
        return bool(self.what) or self.known is not None

    def sentence(self, told: str) -> str:
        """What changed, told as since when: “Since the last session, on 20 February 2024: …”"""
        if self.known is not None:
            lead = say("Since the session of {day}", day=on_day(self.day))
        elif self.what:
            lead = say("Since {what}, on {day}", what=self.what, day=on_day(self.day))
        else:
            return told
        return f"{lead}: {told[:1].lower()}{told[1:]}"


def since(register: Register, *, a: date | None, b: date, on: date) -> Since:
    """The first day: `a` if it was chosen; else the last session before `on`, the session of
    that day, or the latest graded report. `b` is the other day, `on` the one looked at.
    """
    known = _before_session(register, b)
    if a is not None:
        return Since(a, known=known if a == b else None)
    held = [m.valid.start for m in register.of(MeetingHeld)]
    earlier = [day for day in held if day < on]
    if earlier:
        today = say("the session before that of today") if on in held else say("the last session")
        return Since(max(earlier), today)
    if known is not None and b == on:
        return Since(on, known=known)
    graded = [g.valid.start for g in register.of(GradeGiven)]
    return Since(max(graded), say("the latest graded report")) if graded else Since(on)


def _before_session(register: Register, day: date) -> int | None:
    """The entry before a session that was held and put on the record on this day."""
    first = [
        v.seq
        for v in register.versions_of(MeetingHeld)
        if v.fact.valid.start == day == v.recorded_at.astimezone(ZONE).date()
    ]
    return min(first) - 1 if first else None
