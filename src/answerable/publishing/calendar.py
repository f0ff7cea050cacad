"""Calendars (RFC 5545) of whole-day events: deadlines and sessions, for any calendar program.

A UID stands for one deadline or session for good, so that a moved date moves the event in a
subscriber's calendar; SEQUENCE rises with each move. Lines are folded at 75 octets.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from uuid import NAMESPACE_URL, uuid5

PRODUCT = "-//Answerable//Deadlines and sessions//EN"
OCTETS = 75
_SPACE = len(" ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A day, or the days from `first` to `last`, both of them in it.

    `reference` names the thing; `sequence` is how often its date changed; `stamp` when the
    record last said something of it. `begins` and `ends` give the hours where they are known.
    """

    reference: str
    first: date
    last: date
    title: str
    stamp: datetime
    sequence: int = 0
    words: str = ""
    url: str = ""
    begins: datetime | None = None
    ends: datetime | None = None
    place: str = ""
    cancelled: bool = False


def ics_bytes(events: Iterable[Event], *, title: str, words: str) -> bytes:
    """The events as a calendar, in their order."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{PRODUCT}",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{_text(title)}",
        f"X-WR-CALDESC:{_text(words)}",
        *(line for event in events for line in _event(event)),
        "END:VCALENDAR",
    ]
    return "".join(f"{_folded(line)}\r\n" for line in lines).encode()


def uid(reference: str) -> str:
    """The name of an event for good: the same for the same reference on every site."""
    return str(uuid5(NAMESPACE_URL, f"answerable:{reference}"))


def _event(event: Event) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{uid(event.reference)}"
    yield f"DTSTAMP:{event.stamp.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield f"SEQUENCE:{event.sequence}"
    if event.begins and event.ends:
        yield f"DTSTART:{event.begins.astimezone(UTC):%Y%m%dT%H%M%SZ}"
        yield f"DTEND:{event.ends.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    else:
        yield f"DTSTART;VALUE=DATE:{event.first:%Y%m%d}"
        after = event.last + timedelta(days=1)  # the first day after it
        yield f"DTEND;VALUE=DATE:{after:%Y%m%d}"
    yield f"SUMMARY:{_text(event.title)}"
    if event.words:
        yield f"DESCRIPTION:{_text(event.words)}"
    if event.url:
        yield f"URL:{_address(event.url)}"
    if event.place:
        yield f"LOCATION:{_text(event.place)}"
    if event.cancelled:
        yield "STATUS:CANCELLED"
    yield f"TRANSP:{'OPAQUE' if event.begins else 'TRANSPARENT'}"
    yield "END:VEVENT"


def _text(words: str) -> str:
    """A value of type TEXT: what would end it is escaped, control characters are left out."""
    kept = words.replace("\r\n", "\n")
    if not kept.replace("\n", "").isprintable():
        kept = "".join(c for c in kept if c == "\n" or c.isprintable())
    for char in "\\;,":
        kept = kept.replace(char, f"\\{char}")
    return kept.replace("\n", "\\n")


def _address(url: str) -> str:
    if url.isprintable():
        return url.replace(" ", "")
    return "".join(c for c in url if c.isprintable() and c != " ")


def _folded(line: str) -> str:
    """Lines of at most 75 octets, none broken inside a character (RFC 5545, 3.1)."""
    if len(line.encode()) <= OCTETS:
        return line
    if line.isascii():
        rest = range(OCTETS, len(line), OCTETS - _SPACE)
        return "\r\n ".join((line[:OCTETS], *(line[n : n + OCTETS - _SPACE] for n in rest)))
    parts: list[list[str]] = [[]]
    size = 0
    for char in line:
        octets = len(char.encode())
        if size + octets > OCTETS:
            parts.append([])
            size = _SPACE
        parts[-1].append(char)
        size += octets
    return "\r\n ".join("".join(part) for part in parts)
