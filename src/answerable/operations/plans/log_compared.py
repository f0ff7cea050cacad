"""The rows of a log set against the register and against the earlier import of the same log.

What was imported last of it is read again from its file, so that rows are compared with what the
log itself said.
"""

import hashlib
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from answerable.ledger.register import Register
from answerable.operations.plans import (
    log_back,
    log_families,
    log_proposed,
    log_statuses,
    log_unlinked,
)
from answerable.operations.plans.log_families import Earlier, GoesOn
from answerable.operations.plans.log_files import Opened, opened, own_labels
from answerable.reading.actions.logs import log_rows, status_slips
from answerable.reading.actions.logs.log_rows import LogRow
from answerable.scrutiny.plans import action_log as room
from answerable.scrutiny.plans import log_answers, log_number
from answerable.scrutiny.plans.action_log import Change, LogEntry
from answerable.scrutiny.progress import actions, progress
from answerable.scrutiny.sourced import Sourced
from answerable.store.papers import documents
from answerable.store.people import import_columns
from answerable.store.reads import registers
from answerable.vocabulary import times
from answerable.vocabulary.documents import Source
from answerable.vocabulary.facts import ActionPromised, FindingPublished
from answerable.vocabulary.identity import slug
from answerable.vocabulary.offices import one_name

MOST_NAME = 60
BEFORE = timedelta(days=182)
"""A force hears of findings at the debrief, months before the report is out, and begins then: the
project's own choice of how long before a row can still answer it."""
_YEAR_OF_NUMBER = re.compile(r"(?:20)?([1-4]\d)[/-]\d{1,4}\s*$")
_YEARS = re.compile(r"(?<![\d/.-])(?:20)?([1-4]\d)[-–/](?:20)?([1-4]\d)(?![-–/.]?\d)|\b20(\d\d)\b")
"""`23-25`, `2023/24`, or one year: `2023`."""
NO_REPORT = "none"
"""Instead of a report: the short numbers mean none, whatever they meant in the last log."""


@dataclass(frozen=True, slots=True)
class Asked:
    """About whom a log is, its own date, and the report that its short numbers (R1) mean.

    `against` is the SHA-256 of the earlier log that it goes on from, or `log_families.ANOTHER`;
    empty: as its rows say. `year`: in whose April the financial year of its quarters begins; 0: of
    the one of its date. `report` may be `NO_REPORT` until `as_before` has looked at it.
    """

    institution: str
    dated: date
    report: str = ""
    against: str = ""
    year: int = 0


@dataclass(frozen=True, slots=True)
class Compared:
    """The difference that a log would make, and what it was compared with."""

    changes: tuple[Change, ...]
    goes_on: GoesOn


def as_before(document: str, asked: Asked) -> Asked:
    """With the report and year that the last log of the institution with this head meant.

    Only what is left open is taken from there; `NO_REPORT` is no report.
    """
    header = own_labels(opened(document).table)
    meant = import_columns.meant(asked.institution, header)
    report = "" if asked.report == NO_REPORT else asked.report or meant.report
    return replace(asked, report=report, year=asked.year or meant.year)


def entries(
    register: Register, log: Opened, asked: Asked, *, mark: str = ""
) -> tuple[LogEntry, ...]:
    """The rows of a log as they are compared and recorded; `mark` is that of the log.

    A row that the register gave out itself, of an action that stands in no log, comes back as that
    action.
    """
    given = _Given(
        named=log_back.named(register, log.text, log.table, asked.institution),
        leads=import_columns.leads(),
        one=import_columns.owners(asked.institution).one,
        statuses=log_statuses.said(asked.institution),
        published={f.stream: f.valid.start for f in register.of(FindingPublished)},
        under=log_families.prefix(asked.institution, mark),
        under_causes=log_number.under_causes(register),
        used={},
        answered={},
    )
    return tuple(_entry(row, log, asked, given) for row in log.rows)


def difference(register: Register, log: Opened, asked: Asked) -> Compared:
    """What the log would change in a register, and with which earlier log it was compared."""
    files = documents.held()

    def rows_of(one: Earlier) -> tuple[LogEntry, ...] | None:
        if one.document not in files:
            return None
        return entries(register, opened(one.document), asked)

    earlier = log_families.earlier_logs(register)
    read = {one.document: rows_of(one) for one in earlier}
    rows = entries(register, log, asked)
    found = log_families.goes_on(
        rows,
        document=log.document,
        chosen=asked.against,
        earlier=earlier,
        rows_of=lambda one: read[one.document],
    )
    before = (read[found.earlier.document] or ()) if found.earlier else ()
    under = log_families.prefix(asked.institution, found.mark)
    held = {
        a.reference: a
        for a in actions(register, under=under)
        if log_families.mark_of(a.reference, asked.institution) == found.mark
    }
    held |= {r.stream: progress(register, r.stream) for r in rows if log_back.foreign(r.stream)}
    marked = _marker(asked.institution, found.mark)
    now = log_proposed.taken(marked(rows), log, held, dated=asked.dated)
    then = marked(before)
    if found.earlier and before:
        earlier_log, day = opened(found.earlier.document), found.earlier.dated or asked.dated
        then = log_proposed.taken(then, earlier_log, held, dated=day)
    unlinked = log_unlinked.taken_back(register, now, before=then)
    changes = room.difference(
        now,
        before=then,
        held=held,
        unlinked=unlinked,
        withdrawn={
            v.fact.stream
            for v in registers.history(asked.institution).versions
            if isinstance(v.fact, ActionPromised) and v.recorded_to is not None
        },
        left={s: one.words for s, one in import_columns.left(asked.institution).items()},
    )
    return Compared(changes, found)


def _marker(institution: str, mark: str) -> Callable[[Sequence[LogEntry]], tuple[LogEntry, ...]]:
    """What puts the rows of a log under its mark."""
    plain, under = log_families.prefix(institution), log_families.prefix(institution, mark)

    def marked(rows: Sequence[LogEntry]) -> tuple[LogEntry, ...]:
        if not mark:
            return tuple(rows)
        return tuple(
            r if log_back.foreign(r.stream) else replace(r, stream=under + r.stream[len(plain) :])
            for r in rows
        )

    return marked


@dataclass(frozen=True, slots=True)
class _Given:
    """What the rows of one log share; `used` and `answered` grow as they are read."""

    named: Mapping[int, str]
    leads: Mapping[str, str]
    one: Mapping[str, str]
    statuses: log_statuses.Said
    published: Mapping[str, date]
    under: str
    under_causes: log_answers.Under
    used: dict[str, int]
    answered: dict[str | None, tuple[str, ...]]


def _entry(row: LogRow, log: Opened, asked: Asked, given: _Given) -> LogEntry:
    action = row.cells["action"]
    ref = row.words("ref")
    stream = given.named.get(row.start, "")
    if not stream:
        name = slug(ref)[:MOST_NAME].strip("-") if ref else _digest(action.words)
        given.used[name] = given.used.get(name, 0) + 1
        if given.used[name] > 1:
            name = f"{name}-{given.used[name]}"
        stream = f"{given.under}{name}"
    raised = _day(row.words("raised"), asked.dated)
    first, revised = (_due(row.words(name), raised, asked) for name in ("due", "revised"))
    due = revised or first
    owner, rec = row.words("owner"), row.words("rec")
    state = row.mark or log_statuses.known(row.words("status"), given.statuses)
    if rec not in given.answered:
        given.answered[rec] = log_answers.answers(
            rec, report=asked.report, known=given.published.keys(), under=given.under_causes
        )
    named = given.answered[rec]
    last = None if log_answers.says_which(rec, asked.report) else _last_day(row, due)
    older = tuple(n for n in named if last is not None and last + BEFORE < given.published[n])
    return LogEntry(
        stream=stream,
        ref=ref,
        address=action.address,
        cells={field: cell.words for field, cell in row.cells.items()},
        owner=_owner(owner, given) if owner else None,
        due=due,
        done=state == log_statuses.CLOSED,
        raised=raised,
        answers=tuple(name for name in named if name not in older),
        older=older,
        action=_sourced(log, asked, action.start, action.end),
        row=replace(_sourced(log, asked, row.start, row.end), quote=row.read),
        heading=row.heading,
        slip=state is None and status_slips.near(row.words("status") or "") is not None,
        first_due=first if revised else None,
        due_words=row.words("revised" if revised else "due") or "",
    )


def _due(words: str | None, raised: date | None, asked: Asked) -> str | None:
    """The day of a cell; none of a quarter that may be of two years, until somebody says which."""
    year = log_rows.year_since(words, raised) or asked.year
    if not year and log_rows.ended(words, dated=asked.dated):
        return None
    return log_rows.due(words, dated=asked.dated, year=year)[0]


def _owner(words: str, given: _Given) -> str:
    """Who owns a row: who leads where several do, under the name that a person gave it."""
    lead = given.leads.get(words, words)
    return given.one.get(one_name(lead), lead)


def _last_day(row: LogRow, due: str | None) -> date | None:
    """The last day on which a row can answer what is published: it is due then, or of a year.

    The year of its number (`23/104`) or of its heading (“2023 ACTIONS”) may be a financial one; a
    heading may also name a time, as “PEEL 23-25” does.
    """
    ends = [times.last_day(due)] if due else []
    number = _YEAR_OF_NUMBER.match(row.words("ref") or "")
    if number:
        ends.append(date(2000 + int(number[1]) + 1, 3, 31))
    times_named = {_end_of(*years) for years in _YEARS.findall(row.heading or "")}
    if len(times_named) == 1:
        ends.append(times_named.pop())
    return min(ends, default=None)


def _end_of(first: str, last: str, only: str) -> date:
    """The last day of a time that a heading names; `2023/24` is one financial year."""
    if only:
        return date(2000 + int(only) + 1, 3, 31)
    begun, ended = int(first), int(last)
    return date(2000 + (ended if ended == begun + 1 else ended + 1), 3, 31)


def _digest(words: str) -> str:
    """A name for a row without a reference: it follows from its words."""
    return f"row-{hashlib.sha256(words.casefold().encode()).hexdigest()[:10]}"


def _day(words: str | None, dated: date) -> date | None:
    found, _ = log_rows.due(words, dated=dated)
    return times.last_day(found) if found and len(found) == len("2024-05-14") else None


def _sourced(log: Opened, asked: Asked, start: int, end: int) -> Sourced:
    return Sourced(
        source=Source(kind="original", doc=log.document, start=start, end=end),
        quote=log.text.text[start:end],
        doc=log.document,
        said=asked.dated.isoformat(),
    )
