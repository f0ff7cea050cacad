"""Import, after it: totals to tick off against the sheet, what is gone, which dates differ."""

from collections.abc import Iterator, Mapping

from answerable.operations.pages.desk import import_odd
from answerable.operations.pages.desk.import_after import After, Apart, Gone
from answerable.operations.pages.desk.import_lines import date_words, fold, stays_words
from answerable.operations.pages.parts import Link, Row, Section, Table
from answerable.operations.pages.proof import office_words
from answerable.operations.plans import log_statuses
from answerable.scrutiny.phrases import start
from answerable.scrutiny.plans.action_log import LogEntry
from answerable.vocabulary.language import say

MOST_LISTED = 100


def sections(found: After) -> tuple[Section, ...]:
    """The same as parts of the page that stands after an import."""
    first, *others = _totals(found)
    return (
        *_second(found),
        *import_odd.section(
            found.statuses, log_statuses.said(found.institution), recorded=found.institution
        ),
        Section(
            title=say("Totals"),
            id="totals",
            paragraphs=(
                say(
                    "Filter the sheet by a column and compare: the words are the log’s own, and "
                    "each row stands under one of them."
                ),
            ),
            table=first,
        ),
        *(Section(title="", table=table) for table in others),
    )


def lines(found: After) -> tuple[str, ...]:
    """The same for a terminal."""
    told = [say("Rows by owner, to tick off against the sheet:")]
    told += [f"  {_words(words)}: {n:,} ({_held(on)})" for words, (n, on) in found.owners.items()]
    told += import_odd.told(found.statuses, log_statuses.said(found.institution))
    for table in _counted(found):
        told += [f"{table.caption}:", *(f"  {row[0]}: {row[1]}" for row in table.rows)]
    if found.second:
        told.append(_nothing_gone() if not found.gone else say("Gone from the log:"))
        told += [f"  {_named(one)}  ({one.item.reference})" for one in found.gone]
    if found.apart:
        told.append(say("Dates of the log that are not the register’s:"))
        told += [f"  {_title(one.entry)}. {_apart(one)}" for one in found.apart]
    return tuple(told)


def numbers(found: After) -> dict[str, object]:
    """The same for a program: the log's own words -> how many rows; references of actions."""
    return {
        "rows": found.rows,
        "by_owner": {words: n for words, (n, _) in found.owners.items()},
        "by_rating": dict(found.ratings),
        "by_status": dict(found.statuses),
        "by_heading": dict(found.headings),
        "gone": [one.item.reference for one in found.gone],
        "dates_not_moved": [
            {"reference": a.entry.stream, "register": a.moved.before, "log": a.moved.now}
            for a in found.apart
        ],
    }


def _second(found: After) -> Iterator[Section]:
    """What a second import leaves to look at; that there is nothing is said too."""
    if found.gone:
        yield Section(
            title=say("Gone from the log: {n}", n=f"{len(found.gone):,}"),
            id="gone",
            paragraphs=(
                say(
                    "The log no longer has these rows. Each action stands on the register as it "
                    "was, with the day of this log, until somebody says what became of it."
                ),
                *_more(len(found.gone)),
            ),
            fold=fold(len(found.gone), MOST_LISTED),
            rows=tuple(
                Row(
                    title=_named(one),
                    url=f"/findings/{one.item.reference}/",
                    note=start(office_words(one.item.owner))
                    if one.item.owner
                    else say("No owner on record"),
                )
                for one in found.gone[:MOST_LISTED]
            ),
        )
    if found.apart:
        yield Section(
            title=say(
                "Dates of the log that are not the register’s: {n}", n=f"{len(found.apart):,}"
            ),
            id="dates",
            paragraphs=(
                say(
                    "A date moves only where an office and a reason stand, never to an earlier "
                    "day, and not once the action is said to be done. These stay as the register "
                    "has them."
                ),
                *_more(len(found.apart)),
            ),
            fold=fold(len(found.apart), MOST_LISTED),
            rows=tuple(
                Row(
                    title=_title(one.entry),
                    url=f"/findings/{one.entry.stream}/",
                    sentence=_apart(one),
                    links=(
                        Link(
                            label=say("Move this date"),
                            url=f"/actions/{one.entry.stream}/move/",
                        ),
                    )
                    if one.moved.later and not one.done
                    else (),
                )
                for one in found.apart[:MOST_LISTED]
            ),
        )
    if found.second and not (found.gone and found.apart):
        told = [] if found.gone else [_nothing_gone()]
        told += (
            []
            if found.apart
            else [say("Of this log every date that it states is the register’s.")]
        )
        yield Section(title=say("Against the log before"), id="before", paragraphs=tuple(told))


def _apart(one: Apart) -> str:
    return stays_words(one.moved) if one.done else date_words(one.moved)


def _nothing_gone() -> str:
    return say("No row of the log before is gone from it.")


def _more(count: int) -> tuple[str, ...]:
    more = count - MOST_LISTED
    return (say("{more} more are not listed here.", more=f"{more:,}"),) if more > 0 else ()


def _totals(found: After) -> Iterator[Table]:
    yield Table(
        caption=say("Rows by owner, to tick off against the sheet"),
        head=(say("Owner in the log"), say("Rows"), say("On the register")),
        rows=(
            *((_words(w), f"{n:,}", _held(on)) for w, (n, on) in found.owners.items()),
            (say("All rows"), f"{found.rows:,}", ""),
        ),
        numeric=(1,),
    )
    yield from _counted(found)


def _counted(found: After) -> Iterator[Table]:
    if found.statuses:
        meant = log_statuses.said(found.institution)
        yield Table(
            caption=say("Rows by status"),
            head=(say("Status"), say("Rows"), say("On the register")),
            rows=tuple(
                (_words(words), f"{n:,}", _on_register(words, n, found.done.get(words, 0), meant))
                for words, n in found.statuses.items()
            ),
            numeric=(1,),
        )
    for caption, head, counts in (
        (say("Rows by their own rating"), say("Rating"), found.ratings),
        (say("Rows by heading"), say("Heading"), found.headings),
    ):
        if counts:
            yield Table(
                caption=caption,
                head=(head, say("Rows")),
                rows=tuple((_words(words), f"{n:,}") for words, n in counts.items()),
                numeric=(1,),
            )


def _on_register(status: str, rows: int, done: int, meant: log_statuses.Said) -> str:
    """What rows with one status became: as its words say, or as their lines and colours do."""
    said = rows if log_statuses.known(status, meant) == log_statuses.CLOSED else 0
    if done == said:
        return _taken_as(status, meant)
    return say(
        "{done} done, they say, and {open} open: a line or a colour says which",
        done=f"{done:,}",
        open=f"{rows - done:,}",
    )


def _taken_as(status: str, meant: log_statuses.Said) -> str:
    """What a status of the log makes of an action: at most that they say it is done."""
    state = log_statuses.known(status, meant)
    if state == log_statuses.CLOSED:
        return say("Done, they say; open until somebody has checked")
    if log_statuses.sets_aside(status, meant):
        return say("Open, until somebody sets it aside")
    if status and state is None:
        return say("Open: nobody has said what this status means")
    return say("Open")


def _words(words: str) -> str:
    return words or say("Empty")


def _held(on: Mapping[str, int]) -> str:
    """“Deputy chief constable”; where one cell stands for several owners, how many of each."""
    named = {
        start(office_words(owner)) if owner else say("No owner on record"): n
        for owner, n in on.items()
    }
    if len(named) == 1:
        return next(iter(named))
    return "; ".join(f"{name}: {n:,}" for name, n in named.items())


def _title(entry: LogEntry) -> str:
    return f"{entry.ref or ''} {entry.text}".strip()


def _named(one: Gone) -> str:
    return f"{one.number} {one.item.text or say('Words withheld')}".strip()
