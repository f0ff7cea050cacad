"""How often a program may ask: by token and by address, in each minute of the clock.

Counts are kept in the cache of Django named `limits`, beside the pages, which would push them out.
"""

from dataclasses import dataclass
from datetime import datetime

from django.core.cache import caches
from django.http import HttpRequest

from answerable.config import config

MINUTE = 60
MOST = {
    ("token", "write"): 60,
    ("token", "read"): 600,
    ("address", "write"): 120,
    ("address", "read"): 300,
    ("address", "mail"): 3,
}
"""(who, what) -> times in a minute. An address counts where no good token is shown."""


@dataclass(frozen=True, slots=True)
class TooOften:
    """A limit that was reached, and when asking again helps."""

    most: int
    seconds: int


def asked(who: str, name: str, what: str, *, at: datetime) -> TooOften | None:
    """Count one question; None while it is within its limit."""
    most = MOST[(who, what)]
    minute, second = divmod(int(at.timestamp()), MINUTE)
    counts, key = caches["limits"], f"{who}|{what}|{name}|{minute}"
    counts.add(key, 0, 2 * MINUTE)
    try:
        times = counts.incr(key)
    except ValueError:  # pushed out since
        times = 1
    return TooOften(most, MINUTE - second) if times > most else None


def address(request: HttpRequest) -> str:
    """Who asks: the nearest machine, or what the trusted proxies say stood before them."""
    trusted = config().proxies
    hops = [hop.strip() for hop in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")]
    if trusted and len(hops) >= trusted and hops[-trusted]:
        return str(hops[-trusted])[:60]
    return str(request.META.get("REMOTE_ADDR", ""))
