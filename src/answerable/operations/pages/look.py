"""Who looks, when, and at which dates: what every page is asked for, and its frame.

A past view keeps its dates in every link. Dates: `valid` (from when a thing is true), `known`
(sequence number of the record), `said` (what sources had published by then).
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from answerable.ledger.register import Register
from answerable.operations import catalogue, installation, story
from answerable.operations.pages.parts import AsAt, Banner, Past
from answerable.store.reads import registers
from answerable.store.reads.moments import Head
from answerable.vocabulary import times
from answerable.vocabulary.access import READER, Actor
from answerable.vocabulary.language import say
from answerable.vocabulary.refusal import Refusal
from answerable.vocabulary.times import in_words

ZONE = ZoneInfo("Europe/London")
FIRST_YEAR, LAST_YEAR = 1829, 2200
MAX_DIGITS = 15
DATES = frozenset({"valid", "known", "said"})


class BadView(Refusal):
    """An address that asks for dates nobody can look at."""

    code = "bad_view"


@dataclass(frozen=True)
class Look:
    """One reader at one moment. `at` is the door's clock; `path` the address without dates.

    `base` is the site's own address with its last slash, for what is printed.
    """

    at: datetime
    path: str = "/"
    actor: Actor = READER
    valid: date | None = None
    known: int | None = None
    said: date | None = None
    base: str = ""

    @cached_property
    def head(self) -> Head:
        """Size and root of the record now."""
        return registers.head()

    @property
    def today(self) -> date:
        """The day in London."""
        return self.at.astimezone(ZONE).date()

    @property
    def on(self) -> date:
        """The valid date in force. What sources had said by a day is read as at that day."""
        return self.valid or self.said or self.today

    @property
    def is_past(self) -> bool:
        """Is any date given?"""
        return (self.valid, self.known, self.said) != (None, None, None)

    @cached_property
    def query(self) -> str:
        """The dates as the end of an address, with its question mark; empty for today."""
        given = {
            "valid": self.valid and self.valid.isoformat(),
            "known": self.known,
            "said": self.said and self.said.isoformat(),
        }
        kept = {name: value for name, value in given.items() if value is not None}
        return f"?{urlencode(kept)}" if kept else ""

    def url(self, path: str) -> str:
        """An address of this site at the same dates."""
        if not self.query:
            return path
        base, hash_, fragment = path.partition("#")
        joiner = "&" if "?" in base else "?"
        return f"{base}{joiner}{self.query[1:]}{hash_}{fragment}"

    def register(self, institution: str) -> Register:
        """What this reader sees about an institution at these dates."""
        return registers.register(
            institution, valid=self.on, known=self.known, said=self.said, actor=self.actor
        )

    def told(self, institution: str, what: str, made: Callable[[Register], str]) -> str:
        """A sentence of a list about an institution, made of its register; `what` names which."""
        return made(self.register(institution))

    @property
    def left_open(self) -> tuple[int, str | None, str] | None:
        """Entry, said date and root where they are filled in when the page is made (a mirror)."""
        return None

    @property
    def is_still(self) -> bool:
        """Does all that is looked at stay as it is until the last page is made (a mirror)?"""
        return False

    def as_at(self) -> AsAt:
        """The foot of the page."""
        local = self.at.astimezone(ZONE)
        return AsAt(
            words=f"{local:%H:%M}, {in_words(local.date().isoformat())}",
            entry=f"{max(self.head.size - 1, 0):,}",
            root=self.head.root[:8],
            url="/history/verify/",
            address=f"{self.base}history/verify/" if self.base else "",
            page=f"{self.base}{self.url(self.path).lstrip('/')}" if self.base else "",
        )

    def past(self) -> Past | None:
        """The banner of a past view."""
        if not self.is_past:
            return None
        parts = []
        if self.valid or not self.said:
            parts.append(in_words(self.on.isoformat()))
        if self.said:
            parts.append(
                say("what sources had published by {day}", day=in_words(self.said.isoformat()))
            )
        words = say("You are looking at {values}", values=", and ".join(parts))
        if self.known is not None:
            words += say(", as the record stood at entry {known}", known=f"{self.known:,}")
        if self.said:
            words += ". This is a reading of the sources; the record itself began later"
        return Past(words=f"{words}.", today_url=self.path)


def undated(path: str, query: Iterable[tuple[str, str]]) -> str:
    """An address without its dates: the same page of today.

    >>> undated("/findings/", [("body", "a"), ("valid", "2024-05-14")])
    '/findings/?body=a'
    """
    kept = urlencode([(name, value) for name, value in query if name not in DATES])
    return f"{path}?{kept}" if kept else path


def look_from(
    query: Mapping[str, str], *, at: datetime, path: str, actor: Actor, base: str = ""
) -> Look:
    """A look from the dates in an address; impossible ones are refused in a sentence."""
    return Look(
        at=at,
        path=path,
        actor=actor,
        valid=_day(query.get("valid"), what=say("date")),
        known=_sequence(query.get("known")),
        said=_day(query.get("said"), what=say("date")),
        base=base,
    )


def banner(institution: str | None = None) -> Banner:
    """What is said on every page: whose record it is; of the demonstration, whether it is real."""
    body = catalogue.bodies().get(institution or "")
    invented = body is not None and body.invented
    if (own := installation.installed()) and not invented:
        return Banner(kind="own", words=say("The record of {name}.", name=own.name))
    if institution is None and registers.head().size == 0:
        return Banner(kind="own", words=say("Nothing is on this record yet."))
    if institution is None and any(map(_is_invented, registers.reported())):
        return Banner(kind="sample", words=story.mixed_words())
    return Banner(
        kind="invented" if invented else "sample", words=story.banner_words(invented=invented)
    )


def _is_invented(institution: str) -> bool:
    known = catalogue.bodies().get(institution)
    return known is not None and known.invented


def _day(text: str | None, *, what: str) -> date | None:
    return day_of_view(text, what=what) if text else None


def day_of_view(text: str, *, what: str) -> date:
    """A day in an address. Refuses what is none, and years that no record speaks of."""
    found = times.day(text, what=what)
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise BadView(say("The record has nothing to say about the year {year}.", year=found.year))
    return found


def _sequence(text: str | None) -> int | None:
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and len(text) <= MAX_DIGITS):
        raise BadView(say("“{text}” is not the number of an entry.", text=text[:20]))
    return int(text)


def only_here(look: Look) -> str:
    """An address on this machine can be opened by nobody else: said before it is sent."""
    if "//127.0.0.1" not in look.base and "//localhost" not in look.base:
        return ""
    return say(
        " This address works on this machine only: ask whoever runs the site for its address in "
        "your office’s network."
    )
