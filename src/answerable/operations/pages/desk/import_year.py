"""Import: which year “end of Q3” means, said once for all rows of a log, and another to choose."""

from collections.abc import Sequence
from datetime import date

from answerable.operations.pages.forms import Choice, Field
from answerable.operations.pages.parts import Link, Section
from answerable.operations.plans.log_compared import Asked
from answerable.operations.plans.log_files import Opened
from answerable.reading.actions.logs.log_rows import LogRow, due, ended, year_of, year_since
from answerable.vocabulary.language import say, say_many
from answerable.vocabulary.times import in_words

BOX = "year"
BEFORE, AFTER = 2, 1
"""Years before and after that of the log which the box offers."""


def section(log: Opened, about: Asked) -> tuple[Section, ...]:
    """Which year the quarters of this log are read as; nothing of a log that names none."""
    named = _named(log, about.dated)
    if not named:
        return ()
    return (
        Section(
            title=say_many(
                "Quarters without a year: {count} row",
                "Quarters without a year: {count} rows",
                len(named),
            ),
            id="quarters",
            paragraphs=(words(named[0], about),),
            links=(Link(label=say("Choose another year for the whole log"), url=f"#{BOX}"),),
        ),
    )


def box(log: Opened, about: Asked) -> tuple[Field, ...]:
    """The choice of the year; no box where the log names no quarter."""
    named = _named(log, about.dated)
    if not named:
        return ()
    asks = ended(named[0], dated=about.dated)
    own = year_of(about.dated)
    offered = sorted({*range(own - BEFORE, own + AFTER + 1), about.year or own}, reverse=True)
    return (
        Field(
            name=BOX,
            label=say("Which year “{typed}” and other quarters mean", typed=named[0]),
            hint=say(
                "Of the whole log. A row that names its year keeps it; one with the day on "
                "which it was raised is due at the first such quarter’s end from then on."
            ),
            value=str(about.year or ("" if asks else own)),
            choices=(
                *(
                    (Choice(value="", label=say("Not said: such rows have no date")),)
                    if asks
                    else ()
                ),
                *(Choice(value=str(y), label=_choice(y, named[0], about)) for y in offered),
            ),
        ),
    )


def words(typed: str, about: Asked) -> str:
    """From which year on a quarter is read, in sentences, by the first that stands there."""
    own = year_of(about.dated)
    if not about.year and ended(typed, dated=about.dated):
        return say(
            "“{typed}” would be {day} in the financial year in which the log is dated, and that "
            "had passed by then: such a row may be late, or mean the next year. Nobody has said "
            "which, so it has no date until you choose the year.",
            typed=typed,
            day=_day(typed, about, own),
        )
    year = about.year or own
    whole = {
        "typed": typed,
        "day": _day(typed, about, year),
        "first": in_words(f"{year}-04-01"),
    }
    if year == own:
        return say(
            "“{typed}” is read as {day}: quarters are of the financial year from {first}, in "
            "which the log is dated.",
            **whole,
        )
    return say(
        "“{typed}” is read as {day}: quarters are of the financial year from {first}, as it was "
        "chosen for this log.",
        **whole,
    )


def _named(log: Opened, dated: date) -> Sequence[str]:
    """Each due date that is a quarter without its year, in a row without a day of its own.

    Those that may be of two years come first.
    """
    cells = (
        row.words(name)
        for row in log.rows
        for name in ("due", "revised")
        if not _own_year(row, row.words(name), dated)
    )
    found = [cell for cell in cells if cell and due(cell, dated=dated)[1]]
    return sorted(found, key=lambda cell: not ended(cell, dated=dated))


def _own_year(row: LogRow, words: str | None, dated: date) -> int:
    """The year that the day on which a row was raised gives its quarter; 0: none."""
    raised, _ = due(row.words("raised"), dated=dated)
    whole = raised is not None and len(raised) == len("2026-11-02")
    return year_since(words, date.fromisoformat(raised)) if raised and whole else 0


def _choice(year: int, typed: str, about: Asked) -> str:
    told = {"span": f"{year}/{(year + 1) % 100:02}", "typed": typed}
    day = _day(typed, about, year)
    if year == year_of(about.dated):
        return say("{span}, the year of the log’s date: “{typed}” is {day}", day=day, **told)
    return say("{span}: “{typed}” is {day}", day=day, **told)


def _day(typed: str, about: Asked, year: int) -> str:
    return in_words(due(typed, dated=about.dated, year=year)[0] or "")
