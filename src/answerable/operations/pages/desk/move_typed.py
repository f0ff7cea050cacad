"""What was typed to move a due date: the new day, why, who agreed and on which day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from answerable.operations.pages.forms import no_day
from answerable.operations.pages.parts import FormError
from answerable.vocabulary.language import say
from answerable.vocabulary.times import in_boxes, in_words

PARTS = ("due-day", "due-month", "due-year")
AGREED = ("on-day", "on-month", "on-year")
TYPED = (*PARTS, *AGREED, "reason", "authoriser", "on")


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed: the new date, or None with the error that says why not.

    `values` hold under `on` the day of the agreement, as ISO.
    """

    values: Mapping[str, str]
    to: str | None
    errors: tuple[FormError, ...]


def read(posted: Mapping[str, str], *, today: date) -> Typed:
    """The form as it was sent; every box that cannot be used is named.

    Where no day of the agreement is typed it is `today`.
    """
    day, month, year = (posted.get(part, "").strip() for part in PARTS)
    found: list[FormError] = []
    to = None
    try:
        to = in_boxes(day=day, month=month, year=year).isoformat()
    except ValueError:
        found.append(
            FormError(
                words=say(
                    "The new date must be a day in a month: {why}", why=no_day(posted, "due")
                ),
                target="due-day",
            )
        )
    if not posted.get("reason", "").strip():
        found.append(FormError(words=say("Say why the date moves"), target="reason"))
    if not posted.get("authoriser", "").strip():
        found.append(FormError(words=say("Say which office agreed to it"), target="authoriser"))
    on, wrong = _agreed(posted, today)
    found += [FormError(words=wrong, target="on-day")] if wrong else []
    return Typed({**posted, "on": on.isoformat()}, to, tuple(found))


def _agreed(posted: Mapping[str, str], today: date) -> tuple[date, str]:
    """The day of the agreement, and why it cannot be one; today where none was typed."""
    day, month, year = (posted.get(part, "").strip() for part in AGREED)
    if not (day or month or year):
        return today, ""
    try:
        on = in_boxes(day=day, month=month, year=year)
    except ValueError:
        why = no_day(posted, "on")
        return today, say("The day of the agreement must be a day in a month: {why}", why=why)
    if on > today:
        told = say("{day} is still to come. Look at its year.", day=in_words(on.isoformat()))
        return today, told
    return on, ""
