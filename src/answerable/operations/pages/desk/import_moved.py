"""Import: dates that moved against the register: who agreed and why, asked for each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from answerable.operations.pages.desk.import_lines import move_words
from answerable.operations.pages.forms import Choice, Field
from answerable.operations.plans.log_files import NotALog
from answerable.scrutiny.plans.action_log import EVERY_OTHER, Agreed, Change
from answerable.scrutiny.plans.log_agreed import agreed_in_log
from answerable.vocabulary.language import say

MOST_MOVED = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedRow:
    """A moved date: its row, both dates, and the two boxes."""

    title: str
    words: str
    who: Field
    why: Field


def every(values: Mapping[str, str], offices: tuple[Choice, ...]) -> tuple[Field, Field]:
    """The two boxes for all moved dates that have none of their own."""
    named = say("every moved date below that has none of its own")
    return _boxes(EVERY_OTHER, values, offices, named)


def agreements(posted: Mapping[str, str]) -> dict[str, Agreed]:
    """Stream, or all others -> who agreed and why; a half-filled pair is refused in words."""
    found = {}
    for name in (key.removeprefix("who-") for key in posted if key.startswith("who-")):
        pair = (posted[f"who-{name}"].strip(), posted.get(f"why-{name}", "").strip())
        if all(pair):
            found[name] = Agreed(*pair)
        elif any(pair):
            raise NotALog(
                say(
                    "“Which office agreed” and “Why” of {about}: a moved date needs both. Fill "
                    "in both, or leave both empty and the date stays.",
                    about=say("every moved date that has none of its own")
                    if name == EVERY_OTHER
                    else name.rpartition("/")[2],
                )
            )
    return found


def _boxes(
    name: str, values: Mapping[str, str], offices: tuple[Choice, ...], about: str
) -> tuple[Field, Field]:
    return (
        Field(
            name=f"who-{name}",
            label=say("Which office agreed: {about}", about=about),
            value=values.get(f"who-{name}", ""),
            choices=(Choice(value="", label=say("Not said: the date stays")), *offices),
        ),
        Field(
            name=f"why-{name}",
            label=say("Why: {about}", about=about),
            value=values.get(f"why-{name}", ""),
        ),
    )


def rows(
    moved: Sequence[Change],
    values: Mapping[str, str],
    offices: tuple[Choice, ...],
    *,
    again: bool,
) -> tuple[MovedRow, ...]:
    """Those that this log changes; with `again` those that it gives as the log before gave them.

    Nobody said of these who agreed when that log was recorded, so they are asked again, apart.
    """
    mine = (c for c in moved[:MOST_MOVED] if bool(c.moved and c.moved.again) is again)
    return tuple(_row(change, values, offices) for change in mine)


def _row(change: Change, values: Mapping[str, str], offices: tuple[Choice, ...]) -> MovedRow:
    agreed = agreed_in_log(change)
    words = move_words(change)
    if agreed:
        words = say("{move} The log says who agreed; look before you record.", move=words)
        typed = {f"who-{change.stream}": agreed.office, f"why-{change.stream}": agreed.words}
        values = {**typed, **values}
        if agreed.office not in {choice.value for choice in offices}:
            offices = (*offices, Choice(value=agreed.office, label=agreed.named))
    who, why = _boxes(change.stream, values, offices, change.ref or change.address)
    return MovedRow(
        title=f"{change.ref or ''} {change.text}".strip(),
        words=words,
        who=who,
        why=why,
    )
