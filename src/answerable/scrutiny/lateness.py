"""How late something is: days are counted from a day, and never from one that nobody said.

A date may be a month, a season or a year. It is past once its last day is, which is told; on
which day of it the thing was due nobody can tell, so no days are counted.
"""

from datetime import date

from answerable.scrutiny.phrases import on_day, plural
from answerable.vocabulary.language import say
from answerable.vocabulary.times import in_words

_WHOLE = len("2026-09-30")


def since_the_end(due: str | None) -> str:
    """“past since the end of September 2026” of a date that is no day; “” of a day and of none.

    >>> since_the_end("2026-09"), since_the_end("2026-09-30")
    ('past since the end of September 2026', '')
    """
    if not due or len(due) == _WHOLE:
        return ""
    return say("past since the end of {month}", month=in_words(due))


def due_before(due: str, days: int, *, on: date) -> str:
    """“1 May 2026, 14 days before 15 May 2026”; of a month that it ended before that day.

    >>> due_before("2026-05-01", 14, on=date(2026, 5, 15))
    '1 May 2026, 14 days before 15 May 2026'
    >>> due_before("2026-04", 15, on=date(2026, 5, 15))
    'April 2026, which ended before 15 May 2026'
    """
    if since_the_end(due):
        return say("{month}, which ended before {on}", month=in_words(due), on=on_day(on))
    return say(
        "{day}, {days} {days2} before {on}",
        day=in_words(due),
        days=f"{days:,}",
        days2=plural("day", days),
        on=on_day(on),
    )
