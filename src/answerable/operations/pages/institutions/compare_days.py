"""The two days of then and now, as an address or a person gives them, and what is said of them."""

from dataclasses import dataclass
from datetime import date

from answerable.operations.pages.look import BadView, Look, day_of_view
from answerable.operations.pages.parts import FormError
from answerable.scrutiny.phrases import on_day
from answerable.vocabulary import times
from answerable.vocabulary.language import say

_WHOLE = len("2024-05-14")
TODAY = "today"
"""In an address that is to stay: the day on which it is read."""


@dataclass(frozen=True, slots=True)
class Days:
    """The days that can be compared; None where none was given, or none that the calendar has.

    `notes` say what was made of them: put in order, or brought back to today. `errors` name the
    box of a day that is none.
    """

    a: date | None
    b: date | None
    notes: tuple[str, ...]
    errors: tuple[FormError, ...]

    def kept(self, name: str, shown: date) -> str:
        """What stands in a box: the day that is shown; after an error the one that was right."""
        held = self.a if name == "a" else self.b
        day = held if self.errors else shown
        return day.isoformat() if day else ""


def days(look: Look, *, a: str | None, b: str | None) -> Days:
    """Both days: whole, as ISO or as people type them, and none that is still to come."""
    errors: list[FormError] = []
    notes: list[str] = []
    found = [
        _day(look, text, name, notes, errors) if text else None
        for name, text in (("a", a), ("b", b))
    ]
    first, second = found
    if first and second and first > second:
        notes.append(
            say(
                "You gave the later day first: {late} is compared with {early} all the same, the "
                "earlier one as “then”.",
                late=on_day(first),
                early=on_day(second),
            )
        )
        first, second = second, first
    elif first and first == second:
        notes.append(
            say(
                "Both days are {day}, so nothing can have changed between them. Give two "
                "different days.",
                day=on_day(first),
            )
        )
    return Days(first, second, tuple(dict.fromkeys(notes)), tuple(errors))


def _day(
    look: Look, text: str, name: str, notes: list[str], errors: list[FormError]
) -> date | None:
    last = max(look.on, look.today)
    if text.strip().casefold() == TODAY:
        return look.on
    try:
        typed = times.typed(text)
        if len(typed) != _WHOLE:
            raise times.ImpossibleDate(typed)
        found = day_of_view(typed, what=say("date"))
    except times.ImpossibleDate:
        words = say(
            "“{text}” is no day of the calendar. Give day, month and year, such as 14 May 2024.",
            text=text[:40],
        )
        errors.append(FormError(words=words, target=name))
        return None
    except BadView as refusal:
        errors.append(FormError(words=refusal.sentence, target=name))
        return None
    if found <= last:
        return found
    notes.append(
        say(
            "{day} is still to come: nothing on the record says what will stand then. {today} is "
            "taken in its place.",
            day=on_day(found),
            today=on_day(last),
        )
    )
    return last
