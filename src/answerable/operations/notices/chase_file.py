"""A chase draft as a file that Outlook and other mail programs open as a mail to be sent."""

import re
from email.message import EmailMessage
from email.policy import SMTP

from answerable.operations.desk import chasing, weeks
from answerable.operations.pages.look import Look
from answerable.scrutiny.chase import Draft
from answerable.vocabulary.refusal import Refusal

MOST_NAME = 60
MEDIA_TYPE = "message/rfc822"
_OTHER = re.compile(r"[^a-z0-9]+")


class NotInTheWeek(Refusal):
    """An item that stands in no week of whoever asks."""

    code = "no_such_item"


def chase_file(look: Look, reference: str) -> tuple[str, bytes]:
    """Name and bytes of the draft about one item of the acting office's week."""
    entries = (entry for one in weeks.weeks(look) for entry in one.week.every)
    entry = next((e for e in entries if e.reference == reference), None)
    if entry is None:
        raise NotInTheWeek(
            "This item stands in no week of your office, so there is nothing to ask about. Open "
            "My week again."
        )
    return _file(chasing.draft(look, entry), named=reference)


def owner_file(look: Look, *, owner: str, body: str) -> tuple[str, bytes]:
    """The same about all that an owner has overdue or due at one body."""
    every = (
        found
        for one in weeks.weeks(look)
        if one.institution == body
        for found in chasing.owners(one.week)
        if found.owner == owner
    )
    found = next(every, None)
    if found is None:
        raise NotInTheWeek(
            "This owner has nothing overdue or due in a week of your office. Open My week again."
        )
    return _file(chasing.to_owner(look, found.entries), named=owner)


def _file(draft: Draft, *, named: str) -> tuple[str, bytes]:
    """`X-Unsent: 1` is what Outlook reads as “not sent yet”, so that it opens for writing. There
    is no sender and no address: both are the person's to choose.
    """
    message = EmailMessage(policy=SMTP)
    message["Subject"] = draft.subject
    message["X-Unsent"] = "1"
    message.set_content(draft.body)
    name = _OTHER.sub("-", named.lower()).strip("-")[-MOST_NAME:].strip("-")
    return f"chase-{name}.eml", bytes(message)
