"""The day from which a fact is true, no more precise than its source gives it.

A source that gives a month or a year stands in the record with its first day: “September 2023”
as 1 September 2023. Shown as a day it would say more than the source does.
"""

from datetime import date

from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.times import in_words

_FIRST_DAY_OF_YEAR = (1, 1)


def stated_day(fact: Fact) -> str:
    """The day of a fact in words; where its source gives less, the period, month or year."""
    published: str | None = getattr(fact, "published", None)  # of a document that is kept
    if published and fact.valid.start.isoformat().startswith(published):
        return in_words(published)
    period = getattr(fact, "period", None)
    return day_words(fact.valid.start, quote=fact.quote, said=fact.said, period=period)


def day_words(
    start: date, *, quote: str | None, said: str | None, period: str | None = None
) -> str:
    """The same from its parts; a day of our own record, without a quote, stays whole.

    >>> day_words(date(2023, 9, 1), quote="in September 2023", said="2025")
    'September 2023'
    >>> day_words(date(2016, 1, 1), quote="he started in 2016", said="2021-06-30")
    '2016'
    >>> day_words(date(2023, 4, 1), quote="awarded for 2023/24", said="2024", period="2023/24")
    '2023/24'
    >>> day_words(date(2023, 9, 1), quote="on 1 September 2023", said="2025")
    '1 September 2023'
    """
    whole = start.isoformat()
    if start.day != 1 or not quote or said == whole or f"{start:%-d %B}" in quote:
        return in_words(whole)
    if period:
        return period
    month = f"{start:%B}" in quote or bool(said and said.startswith(whole[:7]))
    first = (start.month, start.day) == _FIRST_DAY_OF_YEAR
    return in_words(whole[:4] if first and not month else whole[:7])
