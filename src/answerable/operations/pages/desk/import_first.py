"""What must be looked at first in the difference of an import: each doubt with its rows."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from answerable.operations.pages.desk import import_year
from answerable.operations.pages.desk.import_lines import fold, line
from answerable.operations.pages.desk.import_notes import Report
from answerable.operations.pages.parts import Section
from answerable.operations.plans.log_compared import Asked
from answerable.reading.actions.logs import status_slips
from answerable.reading.actions.logs.log_rows import year_since
from answerable.scrutiny.plans.action_log import Change, LogEntry
from answerable.vocabulary.language import say, say_many
from answerable.vocabulary.office_slips import slips
from answerable.vocabulary.offices import nobody
from answerable.vocabulary.times import in_words, last_day

MOST_OF_EACH = 100
MONTHS_OF_A_YEAR = 12
MOST_NAMES = 10
_NUMBERS = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-]\d{2,4}")
_YEAR = re.compile(r"\b20\d\d\b")
_MONTH_OR_DAY = re.compile(r"(?P<month>[A-Za-z]{3,9})\.? (?P<day>[12]\d|3[01])")
"""“Sept 26”; a month with a stroke before its year, “Sep-26”, is how a sheet writes one."""
DAY, MONTH = len("2026-11-02"), len("2026-11")


@dataclass(frozen=True, slots=True)
class _Doubt:
    """What may be wrong in some rows: its heading, the rows, and what a person is told of it.

    `of_new`: the rows are among the new ones, which are counted beside them. `settled`: nothing
    is to be mended.
    """

    name: str
    title: str
    found: Sequence[Change]
    rule: str = ""
    of_new: bool = True
    settled: bool = False


def first_of_all(
    changes: Sequence[Change], known: Mapping[str, Report], about: Asked
) -> tuple[Section, ...]:
    """What a person must look at before a long log is trusted: each doubt with its rows.

    What is said to be done needs no date any more, so it stands last and asks for nothing.
    """
    many = sum(1 for c in changes if c.kind == "new" and c.entry is not None)
    return tuple(
        Section(
            title=_title(doubt, many),
            id=doubt.name,
            fold=fold(len(doubt.found), MOST_OF_EACH),
            rows=tuple(line(change, known) for change in doubt.found[:MOST_OF_EACH]),
            paragraphs=(
                *((doubt.rule,) if doubt.rule else ()),
                *_more(len(doubt.found) - MOST_OF_EACH),
            ),
        )
        for doubt in _doubts(changes, about)
        if doubt.found
    )


def _doubts(changes: Sequence[Change], about: Asked) -> Iterator[_Doubt]:
    new = [(c, c.entry) for c in changes if c.kind == "new" and c.entry is not None]
    told = [(c, c.entry) for c in changes if c.entry is not None]
    undated = [(c, e) for c, e in new if e.due is None]
    counted = [(c, e) for c, e in new if _worked_out(e)]
    either = [(c, e) for c, e in new if _either_way(e)]
    near = slips(e.owner or "" for _, e in told)
    states = status_slips.slips(e.cells.get("status") for _, e in told)
    fresh = [(c, e) for c, e in told if c.kind in ("new", "changed")]
    yield _Doubt("no-date", say("Without a date, and open"), [c for c, e in undated if not e.done])
    yield _Doubt(
        "worked-out",
        say("Dates worked out from words"),
        [c for c, _ in counted],
        _words_rule([e for _, e in counted], about),
    )
    yield _Doubt(
        "no-day",
        say("A date that is in no calendar"),
        [c for c, e in undated if _NUMBERS.fullmatch(e.cells.get("due", "").strip())],
        say("It is read as no date. Mend it in the log, or give the action its date afterwards."),
    )
    yield _Doubt(
        "before-raised",
        say("Due before it was raised"),
        [c for c, e in new if e.raised and e.due and last_day(e.due) < e.raised],
        say(
            "Nothing is due before it is raised. Day and month may have changed places, or one of "
            "the years is wrong: mend it in the log, or these count as long overdue."
        ),
    )
    yield _Doubt("no-owner", say("Without an owner"), [c for c, e in new if nobody(e.owner)])
    yield _Doubt(
        "owner-slip",
        say("An owner one letter from another"),
        [c for c, e in fresh if (e.owner or "") in near],
        _slip_rule(near),
        of_new=False,
    )
    yield _Doubt(
        "status-slip",
        say("A status one letter from one that is read"),
        [c for c, e in fresh if e.cells.get("status") in states],
        _status_rule(states),
        of_new=False,
    )
    yield _Doubt(
        "older",
        say("Named by its number, and of a time before that report was published"),
        [c for c, e in fresh if e.older],
        say(
            "What was due more than half a year before, or whose number or heading is of such a "
            "year, is taken to mean another report, so it is not linked."
        ),
        of_new=False,
    )
    yield _Doubt(
        "day-first",
        say("Dates read with the day first"),
        [c for c, _ in either],
        say("“{typed}” is read as day, then month.", typed=either[0][1].due_words)
        if either
        else "",
    )
    yield _Doubt(
        "month-or-day",
        say("Dates that may be a month or a day"),
        [c for c, e in new if _month_or_day(e)],
        _month_rule([e for _, e in new if _month_or_day(e)], about),
    )
    yield _Doubt(
        "withdrawn",
        say("Withdrawn from the record before"),
        [c for c, _ in told if c.withdrawn],
        say("They stay withdrawn: no log brings back what a person took from the record."),
        of_new=False,
    )
    yield _Doubt(
        "done-without-date",
        say("Without a date, and said to be done"),
        [c for c, e in undated if e.done],
        say("Nothing is due of these any more; there is nothing to mend."),
        settled=True,
    )


def _title(doubt: _Doubt, new: int) -> str:
    told = {"title": doubt.title, "count": f"{len(doubt.found):,}", "count2": f"{new:,}"}
    if doubt.settled:
        return say("{title}: {count} of {count2} new rows", **told)
    if doubt.of_new:
        return say("Look at these first. {title}: {count} of {count2} new rows", **told)
    rows = say_many("{count} row", "{count} rows", len(doubt.found))
    return say("Look at these first. {title}: {rows}", title=doubt.title, rows=rows)


def _more(count: int) -> tuple[str, ...]:
    if count <= 0:
        return ()
    return (
        say(
            "{value} more are not listed here; once recorded, the register lists them.",
            value=f"{count:,}",
        ),
    )


def _worked_out(entry: LogEntry) -> bool:
    """A whole day that the log says in words, such as “end of Q3”, without its year."""
    typed = entry.due_words.strip()
    worded = bool(typed) and not typed[0].isdigit() and _YEAR.search(typed) is None
    return worded and len(entry.due or "") == DAY


def _words_rule(found: Sequence[LogEntry], about: Asked) -> str:
    """As which day words such as “end of Q3” are read, and how to say another year."""
    if not found:
        return ""
    found = [e for e in found if not year_since(e.due_words, e.raised)]
    if not found:
        return say(
            "Each is the first such quarter’s end from the day on which its row was raised."
        )
    typed = found[0].due_words
    return say(
        "{words} Choose another year for all of them with the columns, or write the year of one "
        "row into the log, such as “{typed} 2025/26”, before you record it.",
        words=import_year.words(typed, about),
        typed=typed,
    )


def _month_or_day(entry: LogEntry) -> bool:
    """A month with two figures, such as “Sept 26”: read as its year, and it may be its day."""
    found = _MONTH_OR_DAY.fullmatch(entry.due_words.strip())
    return found is not None and len(entry.due or "") == MONTH


def _month_rule(found: Sequence[LogEntry], about: Asked) -> str:
    """As which month the first is read, and how the day would be written."""
    if not found:
        return ""
    typed, month = found[0].due_words.strip(), in_words(found[0].due or "")
    day = f"{typed[-2:]} {month.partition(' ')[0]} {about.dated.year}"
    return say(
        "“{typed}” is read as {month}. If it is a day, write it with its year into the log, such "
        "as “{day}”, before you record it.",
        typed=typed,
        month=month,
        day=day,
    )


def _status_rule(near: Mapping[str, str]) -> str:
    """Which status may be a slip of which, and what becomes of it as it is written."""
    told = "; ".join(f"“{one}”, “{other}”" for one, other in list(near.items())[:MOST_NAMES])
    return say(
        "Is it a slip? {told}. Mend it in the log. As it is written it is kept, and nothing is "
        "taken as done or open by it.",
        told=told,
    )


def _slip_rule(near: Mapping[str, str]) -> str:
    """Which name may be a slip of which."""
    told = "; ".join(f"“{one}”, “{other}”" for one, other in list(near.items())[:MOST_NAMES])
    return say("Is it a slip? {told}. Mend it in the log, or it is a new owner.", told=told)


def _either_way(entry: LogEntry) -> bool:
    """A typed date that could be read with the month first too, such as 12/09/2025."""
    found = _NUMBERS.fullmatch(entry.due_words.strip())
    if found is None:
        return False
    first, second = int(found[1]), int(found[2])
    return first != second and max(first, second) <= MONTHS_OF_A_YEAR
