"""What the cells of a workbook hold: a number or a date where a whole column does, else text."""

import re
from collections.abc import Sequence
from datetime import date

MOST_DIGITS = 15
"""A spreadsheet keeps no more of a number; a longer one is a name, and stays text."""
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*|[1-9][0-9]{0,2}(?:,[0-9]{3})+)(?:\.[0-9]+)?")
_DAY = re.compile(r"([0-9]{1,2}) ([A-Z][a-z]+) ([0-9]{4})")
_MONTHS = {
    name: number
    for number, name in enumerate(
        (
            *("January", "February", "March", "April", "May", "June", "July", "August"),
            *("September", "October", "November", "December"),
        ),
        start=1,
    )
}
_FIRST_YEAR = 1900  # a workbook's calendar begins then

Value = int | float | date


def typed(column: Sequence[str]) -> type[Value] | None:
    """What a column holds where every cell that is not empty holds it; None for text.

    >>> typed(("1,204", "", "3")), typed(("14 May 2024", "May 2024"))
    (<class 'int'>, None)
    """
    kinds = {type(value_of(words)) for words in column if words}
    if kinds == {int, float}:
        return float
    kind = kinds.pop() if len(kinds) == 1 else str
    return None if kind is str else kind  # type: ignore[return-value]  # one of `Value` is left


def mostly_days(column: Sequence[str]) -> bool:
    """Whether more than half of the cells are whole dates: those are dates, the others words.

    >>> mostly_days(("14 May 2024", "15 May 2024", "May 2024"))
    True
    """
    held = [words for words in column if words]
    return 2 * sum(isinstance(value_of(words), date) for words in held) > len(held)


def value_of(words: str) -> Value | str:
    """The number or the whole date that words are; else the words.

    >>> value_of("-1,204.5"), value_of("14 May 2024"), value_of("007"), value_of("May 2024")
    (-1204.5, datetime.date(2024, 5, 14), '007', 'May 2024')
    """
    if _NUMBER.fullmatch(words) and sum(map(str.isdigit, words)) <= MOST_DIGITS:
        plain = words.replace(",", "")
        return float(plain) if "." in plain else int(plain)
    if found := _DAY.fullmatch(words):
        return _day(found) or words
    return words


def _day(found: re.Match[str]) -> date | None:
    month, year = _MONTHS.get(found[2]), int(found[3])
    if month is None or year < _FIRST_YEAR:
        return None
    try:
        return date(year, month, int(found[1]))
    except ValueError:
        return None
