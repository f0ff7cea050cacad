"""Deadlines and meetings without a whole date, worked out from the date of the document.

"Within three months of publication", "by the end of July", "by 30 September" and "end of Q3"
say no year. Each is worked out only where the document itself, or whoever handed it in, says
when it was published or met; the record then says so under `inferred`. Working days are left
as words, because they need the bank holidays of the place.
"""

import calendar
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from answerable.reading.deadlines import MONTHS
from answerable.reading.due_sittings import sitting_named, sittings_ahead
from answerable.reading.numbers import NUMBER, value
from answerable.reading.records import Record

_DATED = frozenset(("action", "recommendation", "area_for_improvement", "commitment"))
_WITHIN = re.compile(
    rf"\b(?:within|in(?= [\w -]{{3,20}}[’'] ?s? ?time)) (?:the )?(?:next )?(?P<n>{NUMBER}|a)"
    rf" (?:calendar )?(?P<unit>day|week|fortnight|month|year)s?\b"
    r"(?! of (?!(?:the |this |its |our )*(?:publication|publishing|date|report|receipt|letter)))",
    re.IGNORECASE,
)
_MONTH = re.compile(
    r"\b(?P<end>end of |close of |end )?(?P<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?"
    r"|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
    r"(?:[’']s)?(?: (?:[a-z]+ ){0,3}(?:meeting|board|panel|committee|session|forum|cabinet))?$",
    re.IGNORECASE,
)
_EDGE = re.compile(
    r"\bend of (?:the |this )?(?P<what>(?:financial |calendar )?year|month)$|\byear[- ]end$",
    re.IGNORECASE,
)
_QUARTER = re.compile(
    r"\b(?:Q|quarter )(?P<q>[1-4])$|\b(?P<word>first|second|third|fourth) quarter$", re.IGNORECASE
)
# "In place since June" says when it was done.
_SINCE = re.compile(r"\b(?:since|in place|already|completed?|closed|done)\b", re.IGNORECASE)
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SOON = re.compile(
    r"\b(?P<day>today|tomorrow|(?:mon|tues?|wed(?:s|nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?)$",
    re.IGNORECASE,
)
# "by the 13th", "by Monday 19th": the next such day of a month.
_NTH = re.compile(
    rf"\b(?:(?P<day>{'|'.join(one[:3] for one in _DAYS)})\w*,? (?:the )?|the )"
    r"(?P<n>\d{1,2})(?:st|nd|rd|th)?$",
    re.IGNORECASE,
)
_YEAR_ONLY = "year from the date of the document"
_AHEAD = 62  # days in which such a day is looked for
_LATELY = 60  # days by which a recommendation that is told again may be past its day
_OVERDUE = 125  # days: what a log says to be due without a year is rather late than far ahead
_DONE_EARLY = 31  # days before its day by which a task may be done already
_ORDER = ("first", "second", "third", "fourth")
_UNITS = {"day": 1, "week": 7, "fortnight": 14}


def worked_out(found: Sequence[Record], published: str | None, sort: str) -> Iterator[Record]:
    """The records, with dates worked out where that can be done; others as they are.

    `sort` is the type of the document: "within six months" of a recommendation runs from the
    day of its own report, never from the day of a paper that repeats it.
    """
    own = sort.startswith("inspection")
    this = next(
        (
            _day(one.fields["date"])
            for one in found
            if one.kind == "meeting" and one.fields["standing"] == "this"
        ),
        None,
    )
    met = this or _day(published)
    if met is None:
        yield from found
        return
    dated = [_meeting(one, met) if one.kind == "meeting" else one for one in found]
    ahead = sittings_ahead(dated, met)
    for one in dated:
        if one.kind not in _DATED:
            yield one
            continue
        told = not own and one.kind not in ("action", "commitment")
        due = _due(one, met, within=not told, told=told)
        yield sitting_named(due, ahead) if one.kind == "action" else due


def _day(words: object) -> date | None:
    try:
        return date.fromisoformat(words) if isinstance(words, str) else None
    except ValueError:
        return None


def _due(one: Record, met: date, *, within: bool, told: bool) -> Record:
    """`told`: what others recommended, repeated; its day may be a little past."""
    words, due = one.fields.get("due_words"), one.fields.get("due")
    if not isinstance(words, str):
        return one
    if isinstance(due, str) and due.startswith("XXXX-"):
        since = met - timedelta(days=_LATELY) if told else met
        found = _in_a_log(one, due[4:], met) or _following(due, since)
        note = _YEAR_ONLY
    elif due is None:
        found, note = _plain(" ".join(words.split()).rstrip(" ."), met, within=within)
        if found is not None and note == _YEAR_ONLY:
            found = _in_a_log(one, found[4:], met) or found
    else:
        return one
    if found is None:
        return one
    return replace(
        one, fields={**one.fields, "due": found}, inferred={**one.inferred, "due": note}
    )


def _in_a_log(one: Record, day: str, met: date) -> str | None:
    """The year of a day that a row of a log names: the first after it was raised, else the last
    one where it is done or not long overdue; None for what is no row of a log."""
    if not one.rule.startswith("action-log."):
        return None
    near = met + timedelta(days=_DONE_EARLY)
    back = (near.year, near.year - 1, near.year - 2)
    last = next(f"{year}{day}" for year in back if _first(year, day) <= near)
    raised = _day(one.fields.get("raised_at"))
    if raised is not None:
        years = (raised.year, raised.year + 1)
        return next((f"{year}{day}" for year in years if _last(year, day) >= raised), None)
    closed = one.fields.get("disposition") in ("closed", "discharged", "superseded")
    return last if closed or (met - _last(int(last[:4]), day)).days <= _OVERDUE else None


def _first(year: int, day: str) -> date:
    """The day `-09-25`, or the first of the month `-09`, of a year."""
    return _day(f"{year}{day}") or _day(f"{year}{day[:3]}-01") or date(year, 2, 28)


def _last(year: int, day: str) -> date:
    """The day `-09-25`, or the last of the month `-09`, of a year."""
    month = int(day[1:3])
    return _day(f"{year}{day}") or date(year, month, calendar.monthrange(year, month)[1])


def _meeting(one: Record, met: date) -> Record:
    when = one.fields["date"]
    if not isinstance(when, str) or not when.startswith("XXXX-") or "date" in one.inferred:
        return one
    near = [
        day
        for year in (met.year - 1, met.year, met.year + 1)
        if (day := _day(f"{year}{when[4:]}")) is not None
    ]
    standing = one.fields["standing"]
    if standing == "next":
        near = [day for day in near if day >= met]
    elif standing == "previous":
        near = [day for day in near if day < met]
    if not near:
        return one
    best = min(near, key=lambda day: abs((day - met).days))
    return replace(
        one,
        fields={**one.fields, "date": best.isoformat()},
        inferred={**one.inferred, "date": "year from the date of the document"},
    )


def _following(due: str, met: date) -> str | None:
    """The first such day on or after the date of the document."""
    days = (_day(f"{year}{due[4:]}") for year in (met.year, met.year + 1))
    return next((day.isoformat() for day in days if day is not None and day >= met), None)


def _plain(words: str, met: date, *, within: bool) -> tuple[str | None, str]:
    if _SINCE.search(words):
        return None, ""
    soon = _SOON.search(words) or _NTH.search(words)
    if soon is not None:
        day = _weekday(soon["day"].lower(), met) if soon.re is _SOON else _numbered(soon, met)
        return day, "from the date of the document"
    period = _WITHIN.search(words)
    if period is not None:
        due = _after(period, met) if within else None
        return due, "worked out from the date of the document"
    edge = _EDGE.search(words)
    if edge is not None:
        return _edge(edge, met), "last day of the period named, from the date of the document"
    quarter = _QUARTER.search(words)
    if quarter is not None:
        number = int(quarter["q"]) if quarter["q"] else _ORDER.index(quarter["word"].lower()) + 1
        return _quarter_end(number, met), "end of that quarter of the financial year"
    return _month(words, met), _YEAR_ONLY


def _month(words: str, met: date) -> str | None:
    """The next such month, or its last day after "end of"."""
    if re.search(r"\bChristmas$", words):
        return f"{met.year}-12"
    month = _MONTH.search(words)
    if month is None:
        return None
    number = MONTHS[month["month"].lower()]
    year = met.year if number >= met.month else met.year + 1
    iso = f"{year}-{number:02d}"
    return f"{iso}-{calendar.monthrange(year, number)[1]:02d}" if month["end"] else iso


def _after(within: re.Match[str], issued: date) -> str | None:
    number = 1 if within["n"].lower() == "a" else value(within["n"])
    unit = within["unit"].lower()
    if number is None or number > 500:
        return None
    if unit in _UNITS:
        return (issued + timedelta(days=number * _UNITS[unit])).isoformat()
    months = issued.month - 1 + number * (12 if unit == "year" else 1)
    year, month = issued.year + months // 12, months % 12 + 1
    day = min(issued.day, calendar.monthrange(year, month)[1])
    return date(year, month, day).isoformat()


def _weekday(day: str, met: date) -> str:
    """Today, tomorrow, or the next such day of the week after the day of the document."""
    if day in ("today", "tomorrow"):
        return (met + timedelta(days=day == "tomorrow")).isoformat()
    named = next(n for n, one in enumerate(_DAYS) if one.startswith(day[:3]))
    return (met + timedelta(days=(named - met.weekday()) % 7 or 7)).isoformat()


def _numbered(nth: re.Match[str], met: date) -> str | None:
    """The first day of that number, and of that name where it has one, after the document."""
    for ahead in range(_AHEAD):
        day = met + timedelta(days=ahead)
        named = nth["day"] is None or _DAYS[day.weekday()].startswith(nth["day"].lower())
        if day.day == int(nth["n"]) and named:
            return day.isoformat()
    return None


def _edge(edge: re.Match[str], met: date) -> str:
    what = (edge["what"] or "year").lower()
    if what == "month":
        return date(met.year, met.month, calendar.monthrange(met.year, met.month)[1]).isoformat()
    if what.startswith("financial") or edge["what"] is None:
        return date(met.year + (met.month > 3), 3, 31).isoformat()
    return date(met.year, 12, 31).isoformat()


def _quarter_end(number: int, met: date) -> str:
    """Quarters are of the year from 1 April: the next end of that quarter."""
    month, day = ((6, 30), (9, 30), (12, 31), (3, 31))[number - 1]
    end = date(met.year, month, day)
    return (end if end >= met else date(met.year + 1, month, day)).isoformat()
