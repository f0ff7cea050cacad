"""What no session took or dated: a new cause of concern, a quiet finding, an undated action.

It counts what confirmed minutes say: of a session of which nobody has said what it took, neither
is known.
"""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from answerable.ledger.register import Register, Version
from answerable.scrutiny.phrases import number, on_day
from answerable.scrutiny.sessions.agenda_reasons import Reason, Why
from answerable.scrutiny.sessions.forward_plan import BOARD
from answerable.scrutiny.sessions.minuted import SESSION, minuted, session_of
from answerable.scrutiny.standing import Progress
from answerable.vocabulary.facts import ItemTaken, MeetingHeld
from answerable.vocabulary.finding_kinds import CAUSE, family
from answerable.vocabulary.language import say, say_many


@dataclass(frozen=True)
class Held:
    """The sessions of a body that hold to account, oldest first, and what each took.

    The governance board decides and does not hold to account, so it does not count.
    """

    meetings: tuple[Version, ...]
    taken: Mapping[str, frozenset[str]]
    """What was spoken of -> the sessions whose confirmed minutes say so, by their references."""

    unsaid: frozenset[str] = frozenset()
    """Sessions of which the record holds no item: nobody has said yet what they took."""

    @cached_property
    def days(self) -> list[date]:
        """The day of each session."""
        return [v.fact.valid.start for v in self.meetings]

    @property
    def last(self) -> date:
        """The day of the last session; the beginning of time without one."""
        return self.days[-1] if self.days else date.min


def held(register: Register, oversight: str | None) -> Held:
    """The sessions of a body in a register, or of every body."""
    found = {
        v.fact.stream: v
        for v in register.versions_of(MeetingHeld)
        if oversight in (None, v.fact.get("body")) and v.fact.get("sort") != BOARD
    }
    other = {v.fact.stream for v in register.versions_of(MeetingHeld)} - found.keys()
    own = f"{SESSION}{oversight}/" if oversight else SESSION
    taken = {
        subject: frozenset(
            meeting
            for meeting in map(session_of, said)
            if meeting in found or (meeting.startswith(own) and meeting not in other)
        )
        for subject, said in minuted(register).items()
    }
    told = {str(item.meeting) for item in register.of(ItemTaken)}.union(*taken.values())
    meetings = tuple(sorted(found.values(), key=lambda v: v.fact.valid.start))
    return Held(meetings, taken, frozenset(found.keys() - told))


def new_concern(item: Progress, *, among: Held, least: int) -> list[Why]:
    """An open cause of concern that none of the few sessions since it was published took.

    After `least` sessions without it, `quiet` says so: it is new no more.
    """
    if not item.open or family(item.kind) != CAUSE:
        return []
    silent, _ = _silence(item, among)
    if silent >= least or any(among.taken.get(name) for name in _subjects(item)):
        return []
    since = among.meetings[bisect_right(among.days, item.first.fact.valid.start) :]
    unsaid = sum(v.fact.stream in among.unsaid for v in since)
    words = say(
        "Published on {day}. Of the sessions since of which we hold papers, none is on record as "
        "having taken it.",
        day=on_day(item.first.fact.valid.start),
    )
    if unsaid:
        words += " " + say_many(
            "Of {count} of them nobody has said yet what it took.",
            "Of {count} of them nobody has said yet what they took.",
            unsaid,
        )
    return [Why(Reason.NEW_CONCERN, words, (item.first,))]


def quiet(item: Progress, *, among: Held, least: int) -> list[Why]:
    """Sessions since it was last an item, or since it was published; findings only."""
    if item.kind == "action":
        return []
    silent, last = _silence(item, among)
    if silent < least:
        return []
    words = say(
        "Not an item in the last {count} sessions of which we hold papers", count=number(silent)
    )
    words += f"; last on {on_day(last[-1].fact.valid.start)}." if last else "."
    return [Why(Reason.QUIET, words, among.meetings[-least:])]


def undated(item: Progress, *, among: Held) -> list[Why]:
    """An open action of which no date was ever on record, though a session was held since.

    Until then the next session may still set one. One whose log sets it aside, or that is said
    to be done, needs none; a date that was taken away was set once.
    """
    dated = item.due or item.moves or item.log_due
    if item.kind != "action" or not item.waiting or dated or item.log_calls:
        return []
    began = item.first.fact.valid.start
    since = among.meetings[bisect_right(among.days, began) :]
    if not since:
        return []
    words = say(
        "No date is on our record, since {day}; sessions since then: {count}.",
        day=on_day(began),
        count=number(len(since)),
    )
    return [Why(Reason.UNDATED, words, (item.first, since[0]))]


def _silence(item: Progress, among: Held) -> tuple[int, list[Version]]:
    """How many sessions since it was published are without it, and those that took it.

    A session of which nobody has said what it took is neither.
    """
    taken = {m for s in _subjects(item) for m in among.taken.get(s, ())}
    first = bisect_right(among.days, item.first.fact.valid.start)
    silent = 0
    for meeting in reversed(among.meetings[first:]):
        if meeting.fact.stream in taken:
            break
        silent += meeting.fact.stream not in among.unsaid
    return silent, [m for m in among.meetings if m.fact.stream in taken]


def _subjects(item: Progress) -> set[str]:
    """Under which names a session may have taken it: its own, its theme, its cause of concern."""
    return {name for name in (item.reference, item.theme, item.parent) if name}
