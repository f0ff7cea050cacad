"""Import: dates that moved against the register: who agreed, when and why, asked for each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from answerable.operations.pages.desk.import_lines import move_words
from answerable.operations.pages.forms import Choice, Field
from answerable.operations.plans.log_files import NotALog
from answerable.scrutiny.plans.action_log import EVERY_OTHER, Agreed, Change
from answerable.scrutiny.plans.log_agreed import agreed_in_log
from answerable.scrutiny.plans.log_agreed_day import agreed_when
from answerable.vocabulary import times
from answerable.vocabulary.language import say

MOST_MOVED = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedRow:
    """A moved date: its row, both dates, and the three boxes."""

    title: str
    words: str
    who: Field
    when: Field
    why: Field


def every(values: Mapping[str, str], offices: tuple[Choice, ...]) -> tuple[Field, Field, Field]:
    """The three boxes for all moved dates that have none of their own."""
    who, when, why = _boxes(
        EVERY_OTHER,
        values,
        offices,
        (
            say("All moved dates: which office agreed"),
            say("All moved dates: when it was agreed"),
            say("All moved dates: why"),
        ),
    )
    return replace(who, hint=say("What is said beside a date below counts instead.")), when, why


def agreements(posted: Mapping[str, str]) -> dict[str, Agreed]:
    """Stream, or all others -> who agreed, why and when; half a pair is refused in words.

    A day alone says nothing: it may be one that the words of the row offered.
    """
    found = {}
    for name in (key.removeprefix("who-") for key in posted if key.startswith("who-")):
        pair = (posted[f"who-{name}"].strip(), posted.get(f"why-{name}", "").strip())
        if all(pair):
            found[name] = Agreed(*pair, on=_day(posted.get(f"when-{name}", "")))
        elif any(pair):
            raise NotALog(
                say(
                    "“Which office agreed” and “Why” of {about}: a moved date needs both. Fill "
                    "in both, or leave both empty and the date stays.",
                    about=say("all moved dates")
                    if name == EVERY_OTHER
                    else name.rpartition("/")[2],
                )
            )
    return found


def _day(typed: str) -> date | None:
    """The day on which it was agreed, as people write one; None where the box is empty."""
    if not typed.strip():
        return None
    found = times.typed(typed)
    if len(found) != len("2026-09-03"):
        raise NotALog(
            say(
                "“When it was agreed” needs a whole day, such as 3 September 2026, and not "
                "“{typed}”. Leave it empty and the day of the log stands.",
                typed=typed.strip()[:40],
            )
        )
    return date.fromisoformat(found)


def _boxes(
    name: str,
    values: Mapping[str, str],
    offices: tuple[Choice, ...],
    labels: tuple[str, str, str],
    hint: str = "",
) -> tuple[Field, Field, Field]:
    who, when, why = labels
    return (
        Field(
            name=f"who-{name}",
            label=who,
            value=values.get(f"who-{name}", ""),
            choices=(Choice(value="", label=say("Not said: the date stays")), *offices),
        ),
        Field(
            name=f"when-{name}",
            label=when,
            hint=hint
            or say("Such as 3 September 2026. Left empty, the day of the log stands for it."),
            value=values.get(f"when-{name}", ""),
        ),
        Field(
            name=f"why-{name}",
            label=why,
            value=values.get(f"why-{name}", ""),
        ),
    )


def rows(
    moved: Sequence[Change],
    values: Mapping[str, str],
    offices: tuple[Choice, ...],
    *,
    again: bool,
    dated: date,
) -> tuple[MovedRow, ...]:
    """Those that this log changes; with `again` those that it gives as the log before gave them.

    Nobody said of these who agreed when that log was recorded, so they are asked again, apart.
    """
    mine = (c for c in moved[:MOST_MOVED] if bool(c.moved and c.moved.again) is again)
    return tuple(_row(change, values, offices, dated) for change in mine)


def _row(
    change: Change, values: Mapping[str, str], offices: tuple[Choice, ...], dated: date
) -> MovedRow:
    agreed = agreed_in_log(change)
    words = move_words(change)
    if agreed:
        words = say("{move} The log says who agreed; look before you record.", move=words)
        typed = {f"who-{change.stream}": agreed.office, f"why-{change.stream}": agreed.words}
        values = {**typed, **values}
        if agreed.office not in {choice.value for choice in offices}:
            offices = (*offices, Choice(value=agreed.office, label=agreed.named))
    when, hint = agreed_when(change, dated=dated), ""
    if when.on is not None:
        day = times.in_words(when.on.isoformat())
        values = {f"when-{change.stream}": day, **values}
        hint = say("As the words of the row say it; look before you record.")
    elif when.words:
        hint = say(
            "The log says “{words}” and no day. Left empty, the day of the log stands for it.",
            words=when.words,
        )
    about = change.ref or change.address
    labels = (
        say("Which office agreed: {about}", about=about),
        say("When it was agreed: {about}", about=about),
        say("Why: {about}", about=about),
    )
    who, day_box, why = _boxes(change.stream, values, offices, labels, hint)
    return MovedRow(
        title=f"{change.ref or ''} {change.text}".strip(),
        words=words,
        who=who,
        when=day_box,
        why=why,
    )
