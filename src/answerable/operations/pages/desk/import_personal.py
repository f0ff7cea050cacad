"""Rows of a log in which somebody is named or can be reached: shown, and asked about."""

from collections.abc import Iterable, Mapping, Sequence

from answerable.operations.pages.forms import Choice, Field, Hidden, Tick
from answerable.operations.pages.parts import Row, Section
from answerable.operations.plans.log_files import NotALog
from answerable.operations.plans.personal_rows import found
from answerable.publishing.sensitivity.contacts import Told
from answerable.scrutiny.plans.action_log import Change
from answerable.vocabulary.language import say, say_many

MOST, STAND_OPEN, MOST_TICKS = 100, 12, 600
BOX, ASKED, MAY, RESTRICT = "people", "people-asked", "public", "restrict"
EXCEPT = "people-except"


def lines(changes: Sequence[Change]) -> tuple[str, ...]:
    """The same for a terminal."""
    return tuple(
        say("look  {row}  {told} It would be public.", row=_title(change), told=_told(words))
        for change, words in found(changes)
    )


def section(rows: Sequence[tuple[Change, tuple[Told, ...]]]) -> tuple[Section, ...]:
    """What to look at before anything is public."""
    if not rows:
        return ()
    return (
        Section(
            title=say(
                "Look at these first. A person may be named or reached in: {count}",
                count=f"{len(rows):,}",
            ),
            id="people-rows",
            fold=say("Show these {count} rows", count=f"{len(rows):,}")
            if len(list(_by_words(rows))) > STAND_OPEN
            else "",
            paragraphs=(
                say(
                    "What is recorded stands on the public record. Take out of the log what is "
                    "not for everybody, forget this file and hand the log in again; or say below "
                    "that these rows are restricted, or that their words may stand."
                ),
            ),
            rows=tuple(_group(words, them) for words, them in list(_by_words(rows))[:MOST]),
        ),
    )


def _by_words(
    rows: Sequence[tuple[Change, tuple[Told, ...]]],
) -> Iterable[tuple[tuple[Told, ...], list[Change]]]:
    """The rows in which the same words stand, together; in the order of the log."""
    found: dict[tuple[Told, ...], list[Change]] = {}
    for change, words in rows:
        found.setdefault(words, []).append(change)
    return found.items()


def _group(words: tuple[Told, ...], rows: Sequence[Change]) -> Row:
    """One row with its words; several under the words, with the number and cell of each."""
    first = rows[0]
    if len(rows) == 1:
        return Row(
            title=_title(first),
            sentence=_told(words),
            note=say("Cell {address}", address=first.address),
        )
    return Row(
        title=", ".join(f"“{one.words}”" for one in words),
        sentence=_told(words),
        note=say(
            "{count} rows: {cells}",
            count=f"{len(rows):,}",
            cells=", ".join(f"{c.ref or ''} ({c.address})".strip() for c in rows),
        ),
    )


def boxes(
    rows: Sequence[tuple[Change, tuple[Told, ...]]], values: Mapping[str, str]
) -> tuple[tuple[Field, ...], tuple[Hidden, ...]]:
    """The question for all rows, the rows for which it is the other way, that it was asked."""
    if not rows:
        return (), ()
    box = Field(
        name=BOX,
        label=say("May the words listed above be public?"),
        value=values.get(BOX, ""),
        choices=(
            Choice(value="", label=say("Not said yet: nothing is recorded")),
            Choice(
                value=RESTRICT,
                label=say(
                    "No: these rows and the file are restricted, and looked at again in half a "
                    "year"
                ),
            ),
            Choice(value=MAY, label=say("Yes, I have looked at each of them")),
        ),
    )
    return (box, *_exceptions(rows, values)), (Hidden(name=ASKED, value="1"),)


def _exceptions(
    rows: Sequence[tuple[Change, tuple[Told, ...]]], values: Mapping[str, str]
) -> tuple[Field, ...]:
    """A box for each row that is answered the other way; nothing where there is one row."""
    if len(rows) == 1:
        return ()
    ticked = excepted(values)
    more = len(rows) - MOST_TICKS
    return (
        Field(
            name=EXCEPT,
            label=say("All but these rows"),
            hint=say(
                "A row that is ticked is answered the other way: it may be public where you say "
                "no above, and is restricted where you say yes. {more}",
                more=say("{n} more are not listed here.", n=f"{more:,}") if more > 0 else "",
            ).strip(),
            ticks=tuple(
                Tick(
                    name=EXCEPT,
                    value=change.stream,
                    label=say(
                        "{row} (cell {address}): {words}",
                        row=_title(change),
                        address=change.address,
                        words=", ".join(f"“{one.words}”" for one in words),
                    ),
                    ticked=change.stream in ticked,
                )
                for change, words in rows[:MOST_TICKS]
            ),
        ),
    )


def excepted(posted: Mapping[str, str]) -> frozenset[str]:
    """The streams of the rows that are answered the other way; a space stands between them."""
    return frozenset(posted.get(EXCEPT, "").split())


def by_number(changes: Sequence[Change], numbers: Iterable[str]) -> frozenset[str]:
    """The same from a terminal, by the numbers that the log gives its rows."""
    streams = {change.ref: change.stream for change, _ in found(changes) if change.ref}
    if unknown := [one for one in numbers if one not in streams]:
        raise NotALog(
            say(
                "No row “{number}” of this log names somebody. Write the number as the log does.",
                number=unknown[0][:40],
            )
        )
    return frozenset(streams[one] for one in numbers)


def restricted(posted: Mapping[str, str]) -> bool:
    """Are the rows to be restricted? Refused where the question was asked and left open."""
    if posted.get(ASKED) and posted.get(BOX) not in (MAY, RESTRICT):
        raise NotALog(
            say(
                "Say whether the names, numbers and addresses listed may be public, or take them "
                "out of the log and hand it in again. Nothing was recorded."
            )
        )
    return posted.get(BOX) == RESTRICT


def not_said(rows: int) -> NotALog:
    """The same for a terminal, where the rows stand above."""
    return NotALog(
        say(
            "In {rows} a person may be named or reached, and it would be public. Take it out of "
            "the log; or add --restrict-people, and these rows and the file are for named offices "
            "only; or, once you have looked at each, add --people-may-be-public. Nothing was "
            "recorded.",
            rows=say_many("{count} row", "{count} rows", rows),
        )
    )


def _title(change: Change) -> str:
    return f"{change.ref or ''} {change.text}".strip()


def _told(words: Sequence[Told]) -> str:
    """““07700 900123” looks like a telephone number. “Cllr Smith” looks like a name.”"""
    return " ".join(
        say("“{words}” looks like {what}.", words=one.words, what=say(one.what)) for one in words
    )
