"""Dates of a log about which nobody is asked: a first date, and a new one of what is done."""

from collections.abc import Callable, Sequence

from answerable.operations.pages.desk.import_lines import date_words, fold, stays_words
from answerable.operations.pages.parts import Row, Section
from answerable.scrutiny.plans.action_log import Change
from answerable.scrutiny.plans.log_moved import Moved
from answerable.vocabulary.language import say

MOST_LISTED = 100


def sections(changes: Sequence[Change]) -> tuple[Section, ...]:
    """Each such row by name: dates that are taken first, then those that stay."""
    first = [(c, c.moved) for c in changes if c.moved and c.moved.first]
    done = [(c, c.stays) for c in changes if c.stays]
    taken = say(
        "The register has no date for these actions. The date of the log is taken; nobody is "
        "asked who agreed, as no date moved."
    )
    stays = say(
        "The log gives a new date to an action that is said to be done. The date stays; what the "
        "log says is recorded as news of the action."
    )
    return (
        *_section(
            say("Dates where there was none: {n}", n=f"{len(first):,}"),
            first,
            name="first-dates",
            told=taken,
            words=date_words,
        ),
        *_section(
            say("New dates of what is done: {n}", n=f"{len(done):,}"),
            done,
            name="done-dates",
            told=stays,
            words=stays_words,
        ),
    )


def _section(
    title: str,
    rows: Sequence[tuple[Change, Moved]],
    *,
    name: str,
    told: str,
    words: Callable[[Moved], str],
) -> tuple[Section, ...]:
    if not rows:
        return ()
    more = len(rows) - MOST_LISTED
    return (
        Section(
            title=title,
            id=name,
            paragraphs=(
                told,
                *(
                    (say("{more} more are not listed here.", more=f"{more:,}"),)
                    if more > 0
                    else ()
                ),
            ),
            fold=fold(len(rows), MOST_LISTED),
            rows=tuple(
                Row(
                    title=f"{change.ref or ''} {change.text}".strip(),
                    url=f"/findings/{change.stream}/",
                    sentence=words(moved),
                    note=say("Cell {address}", address=change.address),
                )
                for change, moved in rows[:MOST_LISTED]
            ),
        ),
    )
