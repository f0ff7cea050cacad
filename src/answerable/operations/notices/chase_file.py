"""A chase draft as a file that Outlook and other mail programs open as a mail to be sent."""

import re
from email.message import EmailMessage
from email.policy import SMTP

from answerable.operations.desk import weeks
from answerable.operations.pages.look import Look
from answerable.scrutiny import chase
from answerable.vocabulary.refusal import Refusal

MOST_NAME = 60
MEDIA_TYPE = "message/rfc822"
_OTHER = re.compile(r"[^a-z0-9]+")


class NotInTheWeek(Refusal):
    """An item that stands in no week of whoever asks."""

    code = "no_such_item"


def chase_file(look: Look, reference: str) -> tuple[str, bytes]:
    """Name and bytes of the draft about one item of the acting office's week.

    `X-Unsent: 1` is what Outlook reads as “not sent yet”, so that it opens for writing. There is
    no sender and no address: both are the person's to choose.
    """
    entries = (entry for one in weeks.weeks(look) for entry in one.week.every)
    entry = next((e for e in entries if e.reference == reference), None)
    if entry is None:
        raise NotInTheWeek(
            "This item stands in no week of your office, so there is nothing to ask about. Open "
            "My week again."
        )
    draft = chase.draft(entry, sender=weeks.sender(look))
    message = EmailMessage(policy=SMTP)
    message["Subject"] = draft.subject
    message["X-Unsent"] = "1"
    message.set_content(draft.body)
    name = _OTHER.sub("-", reference.lower()).strip("-")[-MOST_NAME:].strip("-")
    return f"chase-{name}.eml", bytes(message)
