"""The week of an office by mail, once a week, to whoever asked for it and confirmed it.

A mail leaves the building, so words marked as not public stay out of it. Nothing is sent when
there is nothing to do. Mails wait on the disk until the server has taken them.
"""

from collections.abc import Mapping
from datetime import datetime
from hashlib import sha256

from answerable.operations import people, site_address
from answerable.operations.desk import weeks
from answerable.operations.notices import mailing, search_alerts, statutory
from answerable.operations.notices.mailing import NotAnAddress, Sent
from answerable.operations.pages.desk import week_said
from answerable.operations.pages.look import Look
from answerable.operations.pages.naming import body_words
from answerable.operations.rights import accounts
from answerable.scrutiny import digest
from answerable.store.people import outbox, subscriptions
from answerable.store.people.subscriptions import Subscription
from answerable.store.reads import registers
from answerable.vocabulary.access import Actor

WEEK, CALENDAR = "week", "calendar"


def subscribe(*, by: Actor, at: datetime, email: str) -> None:
    """Somebody in an office asks for its week by mail; a first mail asks them to confirm it."""
    found = subscriptions.ask(
        email=mailing.address(email), query=_query(WEEK, by), at=at, seen=registers.head().size - 1
    )
    if found.confirmed is None:
        message = mailing.message(
            found,
            subject="Confirm: your week by e-mail",
            text=digest.confirming(
                office=_office(by), link=f"{site_address.site()}/week/mail/{found.token}/confirm/"
            ),
            at=at,
            stop=_stop(found),
        )
        outbox.put(f"confirm-{mailing.short(found)}", message)


def confirm(*, token: str, at: datetime) -> bool:
    """The owner of the address says yes; False where nobody asked."""
    return subscriptions.confirm(token, at=at) is not None


def known(*, token: str) -> bool:
    """Did somebody ask for what this token is of, and not stop it since?"""
    return subscriptions.find(token) is not None


def stop(*, token: str) -> None:
    """No mail any more, and no calendar; the address is forgotten."""
    subscriptions.stop(token)


def calendar_token(*, by: Actor, at: datetime) -> str:
    """The secret part of the address of an office's calendar; the same until it is stopped."""
    if by.is_public:
        raise NotAnAddress("A calendar of the week is for an office. Choose one first.")
    query = _query(CALENDAR, by)
    head = registers.head().size - 1
    return subscriptions.ask(email="", query=query, at=at, seen=head, confirmed=True).token


def behind(token: str, *, kind: str, at: datetime) -> Actor | None:
    """The office behind a token, if it still acts; None otherwise."""
    found = subscriptions.find(token)
    if found is None or found.query.get("kind") != kind:
        return None
    return _actor(found.query, at)


def words(look: Look) -> str:
    """The digest of the office that looks, as a mail would say it; empty without news."""
    told = [
        digest.Told(body_words(one.institution), week_said.about(one), one.week)
        for one in weeks.weeks(look)
        if one.week.overdue or one.week.waiting or any(found for _, found in one.week.due)
    ]
    return digest.text(told, site=site_address.site()) if told else ""


def send_now(*, look: Look, to: str) -> Sent:
    """The digest of the office that looks, at once, to one address."""
    body = words(look)
    if not body:
        raise NotAnAddress("There is nothing to do in this week, so no mail is sent.")
    found = Subscription("", mailing.address(to), {}, None)
    message = mailing.message(found, subject=_subject(look), text=body, at=look.at)
    name = f"now-{sha256(message).hexdigest()[:16]}"
    made = int(outbox.put(name, message))
    return mailing.flush(made)


def tick(*, at: datetime) -> Sent:
    """What is due: each confirmed digest once in a week, a statutory period that ended at once,
    news of each confirmed search once a day; then every mail that waits is tried."""
    made = 0
    for one in subscriptions.confirmed(WEEK):
        actor = _actor(one.query, at)
        if actor is None:
            continue
        look = Look(at=at, actor=actor)
        why = digest.why(office=_office(actor), stop=_stop(one))
        made += statutory.put(one, look, why=why, stop=_stop(one))
        year, week, _ = look.today.isocalendar()
        name = f"week-{year}-{week:02d}-{mailing.short(one)}"
        if outbox.known(name):
            continue
        body = words(look)
        if body:
            message = mailing.message(
                one, subject=_subject(look), text=f"{body}\n{why}", at=at, stop=_stop(one)
            )
            made += outbox.put(name, message)
    return mailing.flush(made + search_alerts.made(at=at))


def _stop(one: Subscription) -> str:
    return f"{site_address.site()}/week/mail/{one.token}/stop/"


def _subject(look: Look) -> str:
    late = sum(len(one.week.overdue) for one in weeks.weeks(look))
    soon = sum(len(found) for one in weeks.weeks(look) for _, found in one.week.due)
    return f"Your week: {late} overdue, {soon} due in the next 28 days"


def _query(kind: str, by: Actor) -> Mapping[str, str]:
    if by.is_public:
        raise NotAnAddress("The week is that of an office. Choose one first.")
    return {"kind": kind, "body": by.body, "office": by.office, "person": by.person}


def _actor(query: Mapping[str, str], at: datetime) -> Actor | None:
    """Whoever asked, if they still act for that office: who left gets nothing."""
    person = query.get("person", "")
    name = f"{query.get('body')}/{query.get('office')}"
    kind, _, number = person.partition("/")
    if kind == "login":
        actor = accounts.acting(int(number), at=at)
        return actor if actor and f"{actor.body}/{actor.office}" == name else None
    return people.acting_as(name) if name in dict(people.offices()) else None


def _office(actor: Actor) -> str:
    title = dict(people.offices()).get(f"{actor.body}/{actor.office}", actor.office)
    return f"{title}, {body_words(actor.body)}"
