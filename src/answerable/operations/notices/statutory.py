"""The one mail that does not wait for its week: a statutory period ended without a publication.

It goes once for each report to whoever asked for the week by mail and confirmed it. It states the
dates and nothing else.
"""

from hashlib import sha256

from answerable.operations import site_address
from answerable.operations.desk import weeks
from answerable.operations.notices import mailing
from answerable.operations.pages.look import Look
from answerable.operations.pages.naming import body_words
from answerable.scrutiny.week import REPLY, Entry
from answerable.store.people import outbox
from answerable.store.people.subscriptions import Subscription
from answerable.vocabulary.times import in_words


def put(to: Subscription, look: Look, *, why: str, stop: str) -> int:
    """Put a mail for each period that has ended into the outbox; how many are new."""
    made = 0
    for one in weeks.weeks(look):
        for entry in one.week.overdue:
            if entry.kind != REPLY:
                continue
            told = sha256(entry.reference.encode()).hexdigest()[:16]
            name = f"statutory-{told}-{mailing.short(to)}"
            if outbox.known(name):
                continue
            message = mailing.message(
                to,
                subject=f"A statutory period has ended: {body_words(one.institution)}",
                text=f"{_words(entry)}\n{why}",
                at=look.at,
                stop=stop,
            )
            made += outbox.put(name, message)
    return made


def _words(entry: Entry) -> str:
    return "\n".join(
        (
            f"{entry.text}.",
            entry.why,
            "",
            "If it is published, record the step with its address and its day:",
            f"{site_address.site()}/responses/{entry.reference}/clock/",
            "",
            f"This mail is sent once. The last day was {in_words(entry.due or '')}.",
            "",
        )
    )
