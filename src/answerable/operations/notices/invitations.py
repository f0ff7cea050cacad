"""The invitation to a session for a calendar program; it moves with the plan."""

from datetime import datetime, time, timedelta

from answerable.operations.pages import naming
from answerable.operations.pages.look import ZONE, Look
from answerable.operations.pages.sessions.forward_plan import url_of
from answerable.operations.pages.sessions.planned_session import found
from answerable.publishing import calendar
from answerable.publishing.calendar import Event
from answerable.scrutiny.sessions.forward_plan import CANCELLED, Session
from answerable.vocabulary.times import in_words

LASTS = timedelta(hours=2)
"""How long a session is taken to last: no source of ours says it."""


def invitation(look: Look, body: str, day: str) -> bytes:
    """One session as a calendar file; importing a later one moves the same event."""
    institution, session = found(look, body, day)
    name = naming.body_words(body)
    words = [f"About {naming.body_words(institution)}."]
    if session.theme:
        words.append(f"Theme: {session.theme}.")
    if session.papers_due:
        words.append(f"Papers by {in_words(session.papers_due)}.")
    begins = begins_at(session)
    if begins:
        words.append("The plan gives no time at which it ends: two hours are kept for it.")
    stamp = max(
        v.recorded_at
        for v in (session.planned, session.held, *(c.version for c in session.changes))
        if v is not None
    )
    return calendar.ics_bytes(
        (
            Event(
                reference=session.reference,
                first=session.day,
                last=session.day,
                begins=begins,
                ends=begins + LASTS if begins else None,
                title=f"{session.title} ({name})",
                stamp=stamp,
                sequence=len(session.changes),
                words=" ".join(words),
                place=session.place or "",
                cancelled=session.state == CANCELLED,
                url=f"{look.base.rstrip('/')}{url_of(session)}",
            ),
        ),
        title=f"{session.title}, {in_words(session.date)}",
        words=f"Session of {name}",
    )


def begins_at(session: Session) -> datetime | None:
    """When it begins, in London; None where the plan gives no time of day."""
    try:
        begins = time.fromisoformat((session.time or "").replace(".", ":"))
    except ValueError:
        return None
    return datetime.combine(session.day, begins, ZONE)
