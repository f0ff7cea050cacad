"""My week as a calendar: what is overdue or due, replies, and sessions, for one's own diary.

A calendar leaves the building, so words marked as not public stay out of it.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta

from answerable.operations.desk import weeks
from answerable.operations.desk.rows import institutions, rows
from answerable.operations.notices.invitations import LASTS, begins_at
from answerable.operations.pages.look import Look
from answerable.operations.pages.naming import body_words, session_path, short
from answerable.publishing import calendar
from answerable.publishing.calendar import Event
from answerable.scrutiny.phrases import plural
from answerable.scrutiny.plans.desk import Item
from answerable.scrutiny.sessions import forward_plan
from answerable.scrutiny.week import ANSWER, REPLY, Entry
from answerable.vocabulary.times import first_day, in_words, last_day

MARKED = "Words marked as not public"
MOST_NAMED = 10
BACK = timedelta(days=366)
"""Sessions that passed longer ago are left out."""


def week_calendar(look: Look) -> bytes:
    """Every open item that falls due, replies that the law asks for, and sessions, as ICS.

    What is overdue stands on today's date as one event: a diary of dead dates is read by nobody.
    """
    events: list[Event] = []
    for institution in institutions(look):
        held = rows(look, institution)
        open_ = [item for item in held.items if item.waiting and item.due]
        events += (_item(look, item) for item in open_ if item.last_due >= look.on)
        events += _late(look, [item for item in open_ if item.last_due < look.on], institution)
        events += _sessions(look, institution)
    events += _replies(look)
    return calendar.ics_bytes(
        sorted(events, key=lambda e: (e.first, e.reference)),
        title="My week: deadlines and sessions",
        words=f"For {weeks.sender(look)}. Words marked as not public are not in this calendar.",
    )


def _item(look: Look, item: Item) -> Event:
    due = item.due or ""
    return Event(
        reference=item.reference,
        first=first_day(due),
        last=last_day(due),
        title=f"Due: {_words(item)} ({body_words(item.institution)})",
        stamp=look.at.replace(hour=0, minute=0, second=0, microsecond=0),
        sequence=item.moves,
        url=f"{look.base.rstrip('/')}/findings/{item.reference}/",
    )


def _late(look: Look, items: Sequence[Item], institution: str) -> Iterator[Event]:
    if not items:
        return
    oldest = sorted(items, key=lambda item: item.last_due)[:MOST_NAMED]
    n = len(items)
    yield Event(
        reference=f"overdue/{institution}",
        first=look.on,
        last=look.on,
        title=f"Overdue: {n:,} {plural('item', n)} ({body_words(institution)})",
        stamp=look.at.replace(hour=0, minute=0, second=0, microsecond=0),
        words="The longest: " + "; ".join(f"{_words(i)}, {in_words(i.due or '')}" for i in oldest),
        url=f"{look.base.rstrip('/')}/week/#overdue",
    )


def _words(item: Item) -> str:
    return MARKED if item.marked else short(item.text or "Words not held")


def _replies(look: Look) -> Iterator[Event]:
    for one in weeks.weeks(look):
        for entry in (e for _, found in one.week.due for e in found):
            if entry.kind in (REPLY, ANSWER) and entry.due:
                words = MARKED if entry.marked else short(entry.text or "Words not held")
                yield Event(
                    reference=f"{_UNDER[entry.kind]}/{entry.reference}",
                    first=first_day(entry.due),
                    last=last_day(entry.due),
                    title=f"Last day: {words} ({body_words(entry.institution)})",
                    stamp=look.at.replace(hour=0, minute=0, second=0, microsecond=0),
                    words=entry.why,
                    url=f"{look.base.rstrip('/')}{_page(entry)}",
                )


_UNDER = {REPLY: "response", ANSWER: "answer"}


def _page(entry: Entry) -> str:
    if entry.kind == REPLY:
        return f"/responses/{entry.reference}/clock/"
    return f"/findings/{entry.reference}/"


def _sessions(look: Look, institution: str) -> Iterable[Event]:
    for one in forward_plan.sessions(look.register(institution)):
        if one.day < look.on - BACK:
            continue
        version = one.held or one.planned
        if version is None:
            continue
        begins = begins_at(one)
        yield Event(
            reference=one.reference,
            first=one.day,
            last=one.day,
            begins=begins,
            ends=begins + LASTS if begins else None,
            place=one.place or "",
            title=f"{one.title} ({body_words(one.body)})",
            stamp=version.recorded_at,
            sequence=len(one.changes),
            words=one.words,
            url=f"{look.base.rstrip('/')}{session_path(one.reference)}",
            cancelled=one.state == forward_plan.CANCELLED,
        )
