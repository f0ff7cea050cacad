"""What every mail of the site has in common: who it is from, how it ends, that it is not lost.

Mails wait on the disk until the server has taken them.
"""

from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.utils import format_datetime, make_msgid
from hashlib import sha256
from urllib.parse import urlsplit

from answerable.config import config
from answerable.operations import site_address
from answerable.store.people import mail, outbox
from answerable.store.people.mail import MailNotSent
from answerable.store.people.subscriptions import Subscription
from answerable.vocabulary.refusal import Refusal

_AT = 1
MOST_ADDRESS = 254


class NotAnAddress(Refusal):
    """An e-mail address that cannot be one, or an office that gets no mail."""

    code = "not_an_address"


@dataclass(frozen=True, slots=True)
class Sent:
    """What became of the mails: made now, taken by the server, still waiting, and why."""

    made: int
    sent: int
    waiting: int
    trouble: str

    @property
    def text(self) -> tuple[str, ...]:
        """For a terminal."""
        told = f"{self.made} made, {self.sent} sent, {self.waiting} waiting."
        return (told, *((self.trouble,) if self.trouble else ()))


def flush(made: int) -> Sent:
    """Try every mail; one that is not taken stays, and the others are tried all the same."""
    sent, trouble = 0, ""
    for name in outbox.waiting():
        try:
            mail.send(outbox.read(name))
        except MailNotSent as refusal:
            trouble = refusal.sentence
            continue
        outbox.sent(name)
        sent += 1
    return Sent(made, sent, len(outbox.waiting()), trouble)


def message(to: Subscription, *, subject: str, text: str, at: datetime, stop: str = "") -> bytes:
    """A mail in plain text; `stop` is the address that ends it in one click (RFC 8058)."""
    made = EmailMessage()
    host = urlsplit(site_address.site()).hostname or "localhost"
    made["From"] = config().mail_from or f"answerable@{host}"
    made["To"] = to.email
    made["Subject"] = subject
    made["Date"] = format_datetime(at)
    made["Message-ID"] = make_msgid(domain=host)
    made["Auto-Submitted"] = "auto-generated"
    if stop:
        made["List-Unsubscribe"] = f"<{stop}>"
        made["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    made.set_content(text, cte="quoted-printable")
    return made.as_bytes(policy=mail.WHOLE_LINES.clone(linesep="\n"))


def short(one: Subscription) -> str:
    """What names its mails on the disk, and tells nobody its token."""
    return sha256(one.token.encode()).hexdigest()[:16]


def address(email: str) -> str:
    """An e-mail address, or a refusal where it cannot be one."""
    plain = email.strip()
    local, at, host = plain.partition("@")
    good = at and local and "." in host and plain.isprintable() and " " not in plain
    if not good or plain.count("@") != _AT or len(plain) > MOST_ADDRESS or "," in plain:
        raise NotAnAddress(f"“{plain[:60]}” is not an e-mail address. Type it again.")
    return plain
