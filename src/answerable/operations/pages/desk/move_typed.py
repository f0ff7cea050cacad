"""What was typed to move a due date: the new day, why, who agreed and on which day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from answerable.operations.pages import days
from answerable.operations.pages.forms import DateField
from answerable.operations.pages.parts import FormError
from answerable.vocabulary.language import marked, say

DUE = DateField(name="due", legend=marked("New date"))
AGREED = DateField(name="on", legend=marked("On which day it was agreed"), optional=True)
TYPED = (*DUE.boxes, *AGREED.boxes, "reason", "authoriser", "on")


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
    to, wrong = days.one(DUE, posted)
    on, odd = days.one(AGREED, {n: v for n, v in posted.items() if n != "on"}, latest=today)
    found = list(wrong)
    if not posted.get("reason", "").strip():
        found.append(FormError(words=say("Say why the date moves"), target="reason"))
    if not posted.get("authoriser", "").strip():
        found.append(FormError(words=say("Say which office agreed to it"), target="authoriser"))
    on = on or today.isoformat()
    return Typed({**posted, "on": on}, to or None, (*found, *odd))
