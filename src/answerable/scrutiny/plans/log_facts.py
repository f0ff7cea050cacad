"""The facts of an action log that a person confirmed against the register.

Nothing is overwritten. A row that changed becomes news of its action in the log's own words; a
later date becomes a `DueDateMoved` only where somebody says who agreed and why, and a first one
as the log gives it; a row that is gone is said to be so, and closes nothing.
"""

from collections.abc import Mapping, Sequence
from datetime import date

from answerable.ledger.register import Register
from answerable.scrutiny.answering import ANSWERS
from answerable.scrutiny.plans import log_answers, log_gone, log_headings, log_number
from answerable.scrutiny.plans.action_log import (
    EVERY_OTHER,
    WORDS,
    Agreed,
    Change,
    LogEntry,
    one_after_another,
)
from answerable.scrutiny.plans.link_doubt import LINKED
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import (
    ActionPromised,
    ActionReassigned,
    ActionUpdated,
    DueDateMoved,
    FindingLinked,
    FindingPublished,
    Relapsed,
    RungReached,
)
from answerable.vocabulary.ladder import Rung
from answerable.vocabulary.times import in_words

FIRST_DATE = "The action log gives a date where there was none."
"""Why an action has a first date that its log did not give at first: nobody had to agree."""


def facts(
    register: Register,
    changes: Sequence[Change],
    *,
    document: str,
    dated: date,
    agreed: Mapping[str, Agreed],
) -> list[Fact]:
    """What is recorded of a difference that a person confirmed; `agreed` by stream, or for all.

    `document` is the SHA-256 of the log, `dated` its day.
    """
    made: list[Fact] = []
    known = set(register.streams(FindingPublished))
    for change in changes:
        entry = change.entry
        if change.kind == "gone":
            made.append(log_gone.gone(register, stream=change.stream, document=document, on=dated))
        if entry is None or change.kind == "same":
            continue
        if change.kind == "new":
            moved = _who(change, agreed)
            made += _promised(register, entry, dated=dated, known=known, moved=moved)
        elif change.what:
            made.append(_news(register, entry, dated=dated, what=change.what))
        if change.back:
            made.append(log_gone.back(register, stream=entry.stream, row=entry.row, on=dated))
        made += _linked(register, entry, change.links, dated=dated)
        made += _headed(register, entry, change.heading, dated=dated)
        if change.newly_done:
            made.append(
                RungReached(
                    **entry.row.envelope(register, stream=entry.stream, on=dated),
                    rung=Rung.DELIVERED.value,
                    evidence=(),
                )
            )
        made += _owned(register, entry, change.owner, dated=dated)
        if change.undone:
            made.append(
                Relapsed(
                    **entry.row.envelope(register, stream=entry.stream, on=dated),
                    rung=Rung.PROMISED.value,
                    reason="The action log no longer says that it is done.",
                )
            )
        made += _moved(register, change, entry, dated=dated, agreed=agreed)
    return made


def _promised(
    register: Register,
    entry: LogEntry,
    *,
    dated: date,
    known: set[str],
    moved: Agreed | None,
) -> list[Fact]:
    """A new row; `moved`: it was there when its date moved, on whatever day the log was kept."""
    begun = min(entry.raised or dated, dated, (moved and moved.on) or dated)
    first: Fact = ActionPromised(
        **entry.action.envelope(register, stream=entry.stream, on=begun),
        text=entry.text,
        owner=entry.owner,
        due=entry.first_due or entry.due,
        answers=tuple(name for name in entry.answers if name in known),
    )
    told = _also(entry)
    rec = entry.cells.get("rec")
    # Without a link only these words tell which cell is the number; else no fact may quote it.
    if rec and (not told or (not first.get("answers") and log_answers.is_number(rec))):
        told = (*told, f"{log_number.NAMED}{rec}")
    return [first, _news(register, entry, dated=dated, what=told)] if told else [first]


def _moved(
    register: Register,
    change: Change,
    entry: LogEntry,
    *,
    dated: date,
    agreed: Mapping[str, Agreed],
) -> list[Fact]:
    """A later date, where somebody agreed; a date where there was none as the log gives it.

    It is true from the day of the agreement, and never before what is on record of the date.
    """
    moved, who = change.moved, _who(change, agreed)
    if moved is None or not moved.later or (who is None and not moved.first):
        return []
    before = register.versions_of(ActionPromised, DueDateMoved, stream=entry.stream)
    on = max(
        ((who and who.on) or dated, *(version.fact.valid.start for version in before)),
    )
    return [
        DueDateMoved(
            **entry.row.envelope(register, stream=entry.stream, on=on),
            due=moved.now,
            reason=who.reason if who else FIRST_DATE,
            authoriser=who.authoriser if who else None,
        )
    ]


def _who(change: Change, agreed: Mapping[str, Agreed]) -> Agreed | None:
    """Who agreed to its move, as said of it or of all others; None where nothing moves."""
    moved = change.moved
    if moved is None or not moved.later:
        return None
    return agreed.get(change.stream) or (None if moved.first else agreed.get(EVERY_OTHER))


def _linked(
    register: Register, entry: LogEntry, links: Sequence[str], *, dated: date
) -> list[Fact]:
    """From the day of the log on; from the day of its report, where that is later."""
    return [
        FindingLinked(
            **entry.row.envelope(
                register, stream=entry.stream, on=max(dated, _published(register, name) or dated)
            ),
            kind=ANSWERS,
            other=name,
            reason=f"{LINKED}{entry.cells['rec']}",
        )
        for name in links
    ]


def _owned(register: Register, entry: LogEntry, owner: str | None, *, dated: date) -> list[Fact]:
    if owner is None:
        return []
    return [
        ActionReassigned(
            **entry.row.envelope(register, stream=entry.stream, on=dated),
            owner=owner,
            reason="The action log names this owner.",
        )
    ]


def _headed(
    register: Register, entry: LogEntry, heading: str | None, *, dated: date
) -> list[Fact]:
    if not heading:
        return []
    return [
        log_headings.stated(
            register, stream=entry.stream, heading=heading, sourced=entry.row, on=dated
        )
    ]


def _published(register: Register, finding: str) -> date | None:
    return next((f.valid.start for f in register.of(FindingPublished, stream=finding)), None)


def _also(entry: LogEntry) -> tuple[str, ...]:
    """What the row says besides action, owner and a plain date, in its own words."""
    found = []
    cells = entry.cells
    if cells.get("owner") and cells["owner"] != entry.owner:
        found.append(f"Owners: {cells['owner']}")
    due = entry.first_due or entry.due
    plain = (due, in_words(due)) if due else ()
    if cells.get("due") and cells["due"] not in plain:
        found.append(f"Due: {cells['due']}")
    found += [
        f"{WORDS[name]}: {cells[name]}"
        for name in ("revised", "lead", "rating", "status", "update")
        if cells.get(name)
    ]
    return tuple(found)


def _news(register: Register, entry: LogEntry, *, dated: date, what: Sequence[str]) -> Fact:
    return ActionUpdated(
        **entry.row.envelope(register, stream=entry.stream, on=dated),
        text=one_after_another(what),
        rating=entry.cells.get("rating"),
    )
