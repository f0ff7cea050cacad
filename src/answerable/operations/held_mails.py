"""Do the mails of this site leave: for the pages where somebody asks for one."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from answerable.config import config
from answerable.store.people import outbox

LATE = timedelta(hours=2)
"""A mail that waits so long was not taken: mails are tried every hour."""


@dataclass(frozen=True, slots=True)
class HeldUp:
    """Mails that are made and do not leave: how many, since when; whether a server is named."""

    waiting: int
    since: datetime | None
    server: bool


def held_up(*, at: datetime) -> HeldUp | None:
    """What keeps mails back now; None where they leave as they should."""
    server, since = bool(config().smtp), outbox.oldest()
    if server and (since is None or at - since < LATE):
        return None
    return HeldUp(len(outbox.waiting()), since, server)
