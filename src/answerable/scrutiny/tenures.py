"""Who held an office on a date: dates with their precision, conflicting sources side by side.

A fact has a whole day; what its source gave (`2021-09`) stands in the catalogue's `tenures.csv`
or in the fact's quote, and that precision is used. `HoldingEnded` is true from the first day
on which the office is no longer held.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from answerable.ledger.register import Register, Version
from answerable.vocabulary.bodies import Tenure
from answerable.vocabulary.facts import HoldingBegan, HoldingEnded
from answerable.vocabulary.language import marked, say
from answerable.vocabulary.times import first_day, in_words, last_day

UNKNOWN = marked("not in our sources")
_WHOLE = len("2024-05-14")


@dataclass(frozen=True)
class Stated:
    """A date as one source states it, with the precision it has.

    `seen`: the source says only that somebody held the office then, not that it began.
    """

    date: str
    version: Version
    seen: bool = False

    @property
    def words(self) -> str:
        """“17 September 2021”; “by 31 August 2023” where the beginning itself is not stated."""
        return f"by {in_words(self.date)}" if self.seen else in_words(self.date)

    @property
    def address(self) -> str | None:
        """Where it says so."""
        source = self.version.fact.source
        return source.about if source else None


@dataclass(frozen=True)
class Holding:
    """A person in an office, with every date that a source gives for it. The last day counts."""

    office: str
    person: str
    holding: str
    begins: tuple[Stated, ...]
    ends: tuple[Stated, ...]

    @property
    def disputed(self) -> bool:
        """Do sources give dates that cannot all be right?"""
        return any(_apart(dates) for dates in (self.begins, self.ends))

    @property
    def first_range(self) -> tuple[date, date]:
        """Earliest and latest day on which it may have begun."""
        known = _range([s for s in self.begins if not s.seen])
        if known is None and self.begins:
            return date.min, min(last_day(s.date) for s in self.begins)
        return known or (date.min, date.max)

    @property
    def last_range(self) -> tuple[date, date] | None:
        """Earliest and latest day on which it may have ended; None: no source gives an end."""
        return _range(self.ends)

    @property
    def words(self) -> str:
        """“from September 2021 to September 2023 (also: October 2023)”."""
        ends = _dates(self.ends) if self.ends else ""
        if self.begins and all(s.seen for s in self.begins):
            began = min(first_day(s.date) for s in self.begins)
            seen = say("in office by {day}", day=in_words(began.isoformat()))
            return say("{seen}, to {ends}", seen=seen, ends=ends) if ends else seen
        return say("from {dates}", dates=_dates(self.begins) or UNKNOWN) + (
            say(" to {ends}", ends=ends) if ends else ""
        )


@dataclass(frozen=True)
class Holders:
    """Who held an office on a day: surely, and perhaps."""

    sure: tuple[Holding, ...]
    perhaps: tuple[Holding, ...]

    @property
    def words(self) -> str:
        """One name; several where sources differ; else “not in our sources”."""
        names = list(dict.fromkeys(h.person for h in (*self.sure, *self.perhaps)))
        if not names:
            return UNKNOWN
        if self.sure and not self.perhaps:
            return " and ".join(names)
        return say("{values} (our sources do not settle the day)", values=" or ".join(names))


def holdings(
    register: Register, *, office: str, tenures: Iterable[Tenure] = ()
) -> tuple[Holding, ...]:
    """Everyone who held the office, in order of the earliest date stated."""
    known = [t for t in tenures if t.office == office]
    keys: dict[tuple[str, str], list[Version]] = {}
    ends: dict[str, list[Version]] = {}
    for version in register.versions_of(HoldingBegan, HoldingEnded):
        fact = version.fact
        if isinstance(fact, HoldingBegan) and fact.office == office and fact.person:
            keys.setdefault((fact.person, fact.holding or "substantive"), []).append(version)
        elif isinstance(fact, HoldingEnded) and fact.office == office and fact.person:
            ends.setdefault(fact.person, []).append(version)
    found = [
        Holding(
            office=office,
            person=person,
            holding=kind,
            begins=tuple(_began(v, [t for t in known if t.person == person]) for v in began),
            ends=_ends(
                ends.get(person, []),
                began=began,
                later=[
                    v.fact.valid.start
                    for (who, other), starts in keys.items()
                    if who == person and other != kind
                    for v in starts
                ],
                dates=[t.ends for t in known if t.person == person],
            ),
        )
        for (person, kind), began in keys.items()
    ]
    return tuple(sorted(found, key=lambda h: h.first_range))


def holders(
    register: Register, *, office: str, on: date, tenures: Iterable[Tenure] = ()
) -> Holders:
    """Who held the office on a day. No end stated: until the next holder began."""
    everyone = holdings(register, office=office, tenures=tenures)
    sure: list[Holding] = []
    perhaps: list[Holding] = []
    for holding in everyone:
        earliest, latest = holding.first_range
        ended = holding.last_range or _until_next(holding, everyone)
        if on < earliest or (ended is not None and on > ended[1]):
            continue
        certain = on >= latest and (ended is None or on <= ended[0])
        (sure if certain else perhaps).append(holding)
    return Holders(tuple(sure), tuple(perhaps))


def _until_next(holding: Holding, everyone: Sequence[Holding]) -> tuple[date, date] | None:
    later = [
        other.first_range
        for other in everyone
        if other is not holding and other.first_range > holding.first_range
    ]
    return min(later) if later else None


def _ends(
    ends: list[Version], *, began: list[Version], later: list[date], dates: list[str | None]
) -> tuple[Stated, ...]:
    """The ends of this holding: after it began, and not those of a later holding of the person."""
    first = min(v.fact.valid.start for v in began)
    after = [start for start in later if start > first]
    limit = min(after) if after else date.max
    mine = [v for v in ends if first <= v.fact.valid.start <= limit]
    return tuple(_ended(v, dates) for v in mine)


def _began(version: Version, known: Sequence[Tenure]) -> Stated:
    """The day; “seen” where the catalogue has the person in the office without any date."""
    start = version.fact.valid.start
    fitting = [t.begins for t in known if t.begins and first_day(t.begins) == start]
    if not fitting and any(not t.begins and not t.ends for t in known):
        return Stated(start.isoformat(), version, seen=True)
    return Stated(fitting[0] if fitting else _precise(version, start), version)


def _ended(version: Version, dates: list[str | None]) -> Stated:
    """The last day: a holding ends on the first day that is no longer in it, or in a month."""
    start = version.fact.valid.start
    before = start - timedelta(days=1)
    for found in dates:
        whole = found and first_day(found) == last_day(found)
        if found and (last_day(found) == before if whole else first_day(found) == start):
            return Stated(found, version)
    stated = _precise(version, start, before)
    return Stated(before.isoformat() if len(stated) == _WHOLE else stated, version)


def _precise(version: Version, *days: date) -> str:
    """The fact's day, no more precise than its source: what the quote says of one of `days`.

    A source that gives a month or a year stands in the record with its first day.
    """
    start, quote = version.fact.valid.start, version.fact.quote or ""
    whole = start.isoformat()
    if any(f"{day:%-d %B}" in quote for day in days):
        return whole
    if start.day > 1:
        return whole[:7] if f"{start:%B %Y}" in quote else whole
    told = f"{start:%B}" in quote or version.fact.said == whole[:7]
    return whole[:4] if start.month == 1 and not told else whole[:7]


def _range(dates: Sequence[Stated]) -> tuple[date, date] | None:
    kept = _finest(dates)
    if not kept:
        return None
    return min(first_day(d) for d in kept), max(last_day(d) for d in kept)


def _finest(dates: Sequence[Stated]) -> list[str]:
    """The dates as stated, each once; a month is left out where a day of it is stated too."""
    stated = list(dict.fromkeys(s.date for s in dates))
    return [d for d in stated if not any(o != d and o.startswith(d) for o in stated)]


def _apart(dates: tuple[Stated, ...]) -> bool:
    """No single day fits all of them."""
    return bool(dates) and max(first_day(s.date) for s in dates) > min(
        last_day(s.date) for s in dates
    )


def _dates(dates: tuple[Stated, ...]) -> str:
    words = [in_words(d) for d in _finest(dates)]
    if len(words) < 2:
        return "".join(words)
    return say("{words} (also: {values})", words=words[0], values=", ".join(words[1:]))
