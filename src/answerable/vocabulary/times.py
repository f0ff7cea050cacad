"""Dates as sources state them, half-open periods, valid time and known sequence."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from answerable.vocabulary import language
from answerable.vocabulary.language import marked, say
from answerable.vocabulary.refusal import Refusal

MONTHS = (
    *(marked("January"), marked("February"), marked("March"), marked("April")),
    *(marked("May"), marked("June"), marked("July"), marked("August")),
    *(marked("September"), marked("October"), marked("November"), marked("December")),
)
_ENGLISH = (
    *("january", "february", "march", "april", "may", "june", "july", "august"),
    *("september", "october", "november", "december"),
)
_NUMBERS = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_NAMED = re.compile(r"(?:(\d{1,2})(?:st|nd|rd|th)? )?([a-z]{3,9}),? (\d{4})")
_CENTURY, _SHORT_YEAR, _SHORTEST_MONTH = 2000, 2, 3
FIRST_YEAR, LAST_YEAR = 1900, 2099
"""Years that a form takes: a slip such as 2207 for 2027 is none of them."""
_DATE_TEXT = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


class ImpossibleDate(Refusal):
    """A date in an option, an address or a form that no calendar has."""

    code = "impossible_date"


@dataclass(frozen=True, slots=True)
class Period:
    """Half-open range of days `[start, end)`; `end` None means: no end is known."""

    start: date
    end: date | None = None

    def __post_init__(self) -> None:
        if self.end is not None and self.end < self.start:
            raise ImpossibleDate(
                f"A period cannot end on {self.end} before it begins on {self.start}."
            )

    def holds(self, day: date) -> bool:
        """Is the day inside?"""
        return self.start <= day and (self.end is None or day < self.end)


def day(text: str, *, what: str = "date") -> date:
    """A whole ISO date from an option, an address or a form.

    >>> day("2024-05-14")
    datetime.date(2024, 5, 14)
    """
    try:
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
            raise ValueError
        return date.fromisoformat(text)
    except ValueError:
        raise ImpossibleDate(
            f"“{text[:40]}” is not a {what} the calendar has. Write it as year-month-day, "
            "for example 2024-05-14."
        ) from None


def typed(text: str) -> str:
    """A date as people type it, as ISO; refused where it is none. Day first, as in this country.

    >>> typed("31/1/2027"), typed("1 February 2027"), typed(" 2027-02 "), typed("Feb 2027")
    ('2027-01-31', '2027-02-01', '2027-02', '2027-02')
    """
    words = " ".join(text.split())
    numbers, named = _NUMBERS.fullmatch(words), _NAMED.fullmatch(words.casefold())
    if numbers is not None:
        day, month, year = numbers.groups()
        words = f"{year}-{month:0>2}-{day:0>2}"
    elif named is not None and (month := month_named(named[2])):
        day, _, year = named.groups()
        words = f"{year}-{month:02}" + (f"-{day:0>2}" if day else "")
    first_day(words)
    return words


def in_boxes(*, day: str, month: str, year: str) -> date:
    """The day of three boxes, a month as a number or by its name, a year in two digits of ours.

    ValueError where it is none, or in a year that no form takes.

    >>> in_boxes(day="9", month="May", year="24"), in_boxes(day="01", month="2", year="2027")
    (datetime.date(2024, 5, 9), datetime.date(2027, 2, 1))
    """
    said = year.strip()
    number = int(said) + (_CENTURY if len(said) == _SHORT_YEAR else 0)
    found = date(number, _month_of(month) or int(month), int(day))
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise ValueError(said)
    return found


def wrong_parts(*, day: str, month: str, year: str) -> tuple[str, ...]:
    """Which boxes hold nothing that can be a part of a day; the day where the whole is none.

    >>> wrong_parts(day="4", month="13", year=""), wrong_parts(day="31", month="June", year="27")
    (('month', 'year'), ('day',))
    """
    good = {
        "day": is_day_of_month(day),
        "month": _within(month, 12) or bool(_month_of(month)),
        "year": year.strip().isascii() and year.strip().isdigit() and is_year(year.strip()),
    }
    if wrong := tuple(part for part, right in good.items() if not right):
        return wrong
    try:
        in_boxes(day=day, month=month, year=year)
    except ValueError:
        return ("day",)
    return ()


def is_day_of_month(text: str) -> bool:
    """Whether a box holds a day that some month has: `31`, and not `40`."""
    return _within(text, 31)


def _within(text: str, most: int) -> bool:
    digits = text.strip()
    return digits.isascii() and digits.isdigit() and 1 <= int(digits[:9]) <= most


def _month_of(text: str) -> int:
    """The month of a name, also shortened; 0 for what is none."""
    name = text.strip().casefold().rstrip(".")
    return month_named(name) if len(name) >= _SHORTEST_MONTH and name.isalpha() else 0


def is_year(digits: str) -> bool:
    """Whether digits are a year that a form takes: two of this century, or four in full.

    >>> is_year("27"), is_year("2027"), is_year("2207"), is_year("202")
    (True, True, False, False)
    """
    return len(digits) == _SHORT_YEAR or FIRST_YEAR <= int(digits[:9]) <= LAST_YEAR


def month_named(word: str) -> int:
    """`feb` -> 2; 0 for a word that begins no month."""
    return next((n for n, month in enumerate(_ENGLISH, 1) if month.startswith(word)), 0)


def not_ahead(on: date, *, today: date) -> None:
    """Refuse a day that is still to come, of something that has happened."""
    if on > today:
        raise ImpossibleDate(
            say("{day} is still to come. Look at its year.", day=in_words(on.isoformat()))
        )


def last_day(text: str) -> date:
    """Last day that a date with its real precision may mean.

    A source dated “2024-05” is only sure to be out when May is over, so what was said
    by a day is read from this end.

    >>> last_day("2024-02")
    datetime.date(2024, 2, 29)
    """
    year, month, day_of_month = _parts(text)
    month = month or 12
    return date(year, month, day_of_month or monthrange(year, month)[1])


def first_day(text: str) -> date:
    """First day that a date with its real precision may mean.

    >>> first_day("2018")
    datetime.date(2018, 1, 1)
    """
    year, month, day_of_month = _parts(text)
    return date(year, month or 1, day_of_month or 1)


def in_words(text: str) -> str:
    """A date as the house writes it, with the precision it has.

    >>> in_words("2024-05-14"), in_words("2023-06"), in_words("2018")
    ('14 May 2024', 'June 2023', '2018')
    """
    return _in_words(text, language.code())


@lru_cache(maxsize=4_096)
def _in_words(text: str, _code: str) -> str:
    """`_code` is the language in force, so that one is not given what was kept for another."""
    year, month, day_of_month = _parts(text)
    if not month:
        return str(year)
    named = str(MONTHS[month - 1])
    if day_of_month:
        return say("{day} {month} {year}", day=day_of_month, month=named, year=year)
    return say("{month} {year}", month=named, year=year)


@lru_cache(maxsize=4_096)
def _parts(text: str) -> tuple[int, int, int]:
    found = _DATE_TEXT.fullmatch(text)
    if not found:
        raise ImpossibleDate(f"“{text[:40]}” is not a date: write 2024, 2024-05 or 2024-05-14.")
    year, month, day_of_month = (int(part or 0) for part in found.groups())
    try:
        date(year, month or 1, day_of_month or 1)
    except ValueError:
        raise ImpossibleDate(f"“{text}” is not a date the calendar has.") from None
    return year, month, day_of_month
