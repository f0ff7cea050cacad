"""Import: rows that are no action, ticked away before they are recorded, and taken back."""

from collections.abc import Sequence

from answerable.operations.pages.forms import Field, Tick
from answerable.operations.pages.parts import Row, Section
from answerable.operations.pages.proof import office_words
from answerable.operations.plans import log_left
from answerable.operations.plans.log_compared import Asked
from answerable.scrutiny.plans.action_log import Change
from answerable.store.people.import_columns import Left
from answerable.vocabulary.language import say, say_many
from answerable.vocabulary.times import in_words

NAME, STEP, LEAVE, BACK = "row", "step", "leave", "back"
MOST_LISTED = 600


def to_leave(changes: Sequence[Change]) -> tuple[Field, ...]:
    """A box for each new row; those with the fewest cells, such as headings, come first."""
    new = [(c, c.entry) for c in changes if c.kind == "new" and c.entry is not None]
    if not new:
        return ()
    new.sort(key=lambda one: len(one[1].cells))
    ticks = tuple(
        Tick(name=NAME, value=change.stream, label=_label(change))
        for change, _ in new[:MOST_LISTED]
    )
    more = len(new) - MOST_LISTED
    return (
        Field(
            name="leave",
            label=say("Tick what is no action"),
            hint=say(
                "A heading, a note, or a row that stands twice. The rows with the fewest cells "
                "come first. {more}",
                more=say("{n} more are not listed here.", n=f"{more:,}") if more > 0 else "",
            ).strip(),
            ticks=ticks,
        ),
    )


def to_take_back(changes: Sequence[Change], about: Asked) -> tuple[Field, ...]:
    """A box for each row that was left out, with who left it out and when."""
    rows = [change for change in changes if change.left]
    if not rows:
        return ()
    said = log_left.left(about.institution)
    return (
        Field(
            name="back",
            label=say("Rows that were left out: {n}", n=f"{len(rows):,}"),
            hint=say(
                "Nothing of them is recorded, and they stay away when the log is imported "
                "again, as long as their words stay the same."
            ),
            ticks=tuple(
                Tick(
                    name=NAME,
                    value=change.stream,
                    label=f"{_label(change)} {_who(said[change.stream])}",
                )
                for change in rows
            ),
        ),
    )


def section(changes: Sequence[Change], about: Asked) -> tuple[Section, ...]:
    """The same once the log is on the record."""
    rows = [change for change in changes if change.left]
    if not rows:
        return ()
    said = log_left.left(about.institution)
    return (
        Section(
            title=say("Left out, as no action: {n}", n=f"{len(rows):,}"),
            id="left",
            rows=tuple(
                Row(
                    title=f"{change.ref or ''} {change.text}".strip(),
                    sentence=_who(said[change.stream]),
                    note=say("Cell {address}", address=change.address),
                )
                for change in rows
            ),
        ),
    )


def counted(changes: Sequence[Change]) -> str:
    """“2 rows were left out, as no action.”; nothing where none was."""
    count = sum(change.left for change in changes)
    if not count:
        return ""
    return say_many(
        "{count} row was left out, as no action.",
        "{count} rows were left out, as no action.",
        count,
    )


def _label(change: Change) -> str:
    named = f"{change.ref or ''} {change.text}".strip()
    return say("{row} (cell {address})", row=named, address=change.address)


def _who(said: Left) -> str:
    return say(
        "Left out by the {office} on {day}.",
        office=office_words(said.office),
        day=in_words(said.on),
    )
