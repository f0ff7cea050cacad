"""An action log in: looked at, mapped, compared with the register, and recorded in one append.

The file is kept by its SHA-256 while a person looks at it; it is on the record only once the
difference is confirmed, together with every fact of it or not at all. What was imported last of
the same log is read again from its file, so that rows are compared with what the log itself said.
"""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property, lru_cache
from typing import Literal

from answerable.ledger.book import Receipt
from answerable.ledger.register import Register
from answerable.operations import access
from answerable.operations.documents import reading, sandbox
from answerable.operations.plans import log_back, log_families
from answerable.operations.plans.log_families import Earlier, GoesOn
from answerable.operations.recording import book
from answerable.reading.actions import log_labels, log_parts, log_rows
from answerable.reading.actions.log_parts import OwnDate, Parted, Unread
from answerable.reading.actions.log_rows import LogRow, LogTable
from answerable.reading.formats import sheet_saved
from answerable.reading.layout.canonical_text import CanonicalText
from answerable.scrutiny.plans import action_log as room
from answerable.scrutiny.plans import log_answers
from answerable.scrutiny.plans.action_log import Agreed, Change, LogEntry
from answerable.scrutiny.progress import actions, progress
from answerable.scrutiny.sourced import Sourced
from answerable.store.papers import documents
from answerable.store.people import import_columns
from answerable.store.reads import registers
from answerable.vocabulary import times
from answerable.vocabulary.access import Actor
from answerable.vocabulary.documents import Source
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import DocumentFiled, FindingPublished
from answerable.vocabulary.identity import slug
from answerable.vocabulary.refusal import Refusal

TYPE = "action-log"
MOST_NAME = 60
MOST_PARTED = 4


class NotALog(Refusal):
    """A file without a table that can be read as an action log, or a mapping that cannot be."""

    code = "not_a_log"


@dataclass(frozen=True)
class Opened:
    """A log as it is looked at: its text, the table, and what each column is taken to hold."""

    document: str
    text: CanonicalText
    table: LogTable
    columns: dict[str, str]
    remembered: bool

    @cached_property
    def _parted(self) -> Parted:
        return _parted(_Reading(self.text), tuple(self.columns.items()))

    @property
    def rows(self) -> tuple[LogRow, ...]:
        """Rows that hold an action, under these columns, each with the heading above it."""
        return self._parted.rows

    @property
    def unread(self) -> tuple[Unread, ...]:
        """Rows of the table that hold no action, and why each is not read."""
        return self._parted.unread

    @cached_property
    def own_date(self) -> OwnDate | None:
        """The day that the titles above the log name."""
        return log_parts.own_date(self.text, self.table)

    @cached_property
    def saved(self) -> tuple[Literal["saved", "made"], date] | None:
        """The day on which the workbook says that it was saved, else made; None for a CSV."""
        found = sheet_saved.saved(documents.original(self.document))
        if found is None:
            return None
        at = found.at if found.at.tzinfo is None else found.at.astimezone(registers.ZONE)
        return found.kind, at.date()

    @property
    def shared(self) -> tuple[str, ...]:
        """Words that name several owners, such as `ACC / DCC`, each once."""
        words = dict.fromkeys(row.words("owner") for row in self.rows)
        return tuple(w for w in words if w and len(log_rows.owners(w)) > 1)


@dataclass(frozen=True, slots=True)
class Asked:
    """About whom a log is, its own date, and the report that its short numbers (R1) mean.

    `against` is the SHA-256 of the earlier log that it goes on from, or `log_families.ANOTHER`;
    empty: as its rows say.
    """

    institution: str
    dated: date
    report: str = ""
    against: str = ""


@dataclass(frozen=True, slots=True)
class Compared:
    """The difference that a log would make, and what it was compared with."""

    changes: tuple[Change, ...]
    goes_on: GoesOn


def keep(*, by: Actor, data: bytes, name: str, institution: str) -> str:
    """Keep a file while somebody looks at it; its SHA-256. Nothing enters the record."""
    access.require(by, "import_action_log", about=institution)
    sha = hashlib.sha256(data).hexdigest()
    text = sandbox.canonical(data=data, name=name)
    if log_rows.table_of(text) is None:
        raise NotALog(
            "The file holds no table with a head. Save the sheet with one row of column names "
            "above the actions, and import that."
        )
    documents.keep(data)
    documents.keep_text(text)
    return sha


def forget(*, by: Actor, document: str, institution: str) -> None:
    """Drop a file that was only looked at; one that is on the record stays."""
    access.require(by, "import_action_log", about=institution)
    for name in registers.institutions():
        filed = registers.history(name).of_types(DocumentFiled)
        if any(version.fact.doc == document for version in filed):
            raise NotALog("This file is on the record already, so it is kept.")
    documents.forget(document)


def opened(document: str, *, columns: Mapping[str, str] | None = None) -> Opened:
    """A kept log under the given columns; else as somebody confirmed them, else as guessed."""
    text = documents.text(document)
    table = log_rows.table_of(text)
    if table is None:
        raise NotALog("The file holds no table with a head.")
    kept = import_columns.columns(table.header)
    chosen: Mapping[str, str] | None = columns if columns is not None else kept
    if chosen is None:
        chosen = _guessed(text, table)
    return Opened(
        document, text, table, dict(chosen), remembered=columns is None and kept is not None
    )


def _guessed(text: CanonicalText, table: LogTable) -> dict[str, str]:
    """As the labels say; those that a person gave a meaning in a head like this one keep it."""
    like = import_columns.like(table.header)
    taken = set(like.values())
    guessed = {
        label: name
        for label, name in log_labels.likely(table.header).items()
        if label not in like and name not in taken
    }
    found = {label: name for label, name in {**guessed, **like}.items() if name}
    if "action" not in found.values():
        longest = log_rows.wordiest(text, table, besides=found)
        return found | ({longest: "action"} if longest else {})
    return found


def use_columns(
    *,
    by: Actor,
    document: str,
    institution: str,
    columns: Mapping[str, str],
    leads: Mapping[str, str],
) -> None:
    """Confirm what each column holds and who leads where several own; remembered in this home."""
    access.require(by, "import_action_log", about=institution)
    found = opened(document, columns=columns)
    if unknown := set(columns.values()) - set(log_labels.FIELDS):
        raise NotALog(f"A column cannot hold “{sorted(unknown)[0][:40]}”.")
    if twice := log_rows.repeated(found.table.header, columns):
        raise NotALog(f"Two columns are said to hold the {twice[0]}. Choose one of them.")
    if "action" not in columns.values():
        raise NotALog("Say which column holds the action: without it no row can be read.")
    for words, lead in leads.items():
        if lead not in log_rows.owners(words):
            raise NotALog(f"“{lead[:40]}” is not one of the owners in “{words[:60]}”.")
    import_columns.keep(found.table.header, columns=columns, leads=leads)


def compared(*, by: Actor, on: date, document: str, asked: Asked) -> Compared:
    """What the log would change on a day, row by row, and against what; nothing is recorded."""
    access.require(by, "import_action_log", about=asked.institution)
    register = registers.register(asked.institution, valid=on, actor=by)
    return _compared(register, opened(document), asked)


def import_action_log(
    *,
    by: Actor,
    at: datetime,
    key: str,
    seen: int | None,
    document: str,
    asked: Asked,
    agreed: Mapping[str, Agreed],
    title: str = "",
) -> Receipt:
    """Record a difference that somebody confirmed: all of it in one append, or nothing.

    `agreed`: for the stream of each moved date, who agreed and why; a date that nobody is named
    for stays as it is. Refused when the log's actions changed since they were looked at.
    """
    access.require(by, "import_action_log", about=asked.institution)
    log = opened(document)
    if asked.dated > at.astimezone(registers.ZONE).date():
        raise NotALog("The log is dated after today. Correct its date.")
    for one in agreed.values():
        if not (one.authoriser.strip() and one.reason.strip()):
            raise NotALog("A moved date needs both: which office agreed, and why.")
    filed = reading.filed_fact(
        document=document,
        institution=asked.institution,
        title=title or f"Action log, {times.in_words(asked.dated.isoformat())}",
        type_=TYPE,
        publisher=asked.institution,
        about=None,
        published=asked.dated.isoformat(),
        media_type=log.text.media_type,
        standing="original",
        on=at,
    )

    def decide(register: Register) -> list[Fact]:
        _unchanged(register, asked.institution, seen)
        changes = _compared(register, log, asked).changes
        known = any(fact.doc == document for fact in register.of(DocumentFiled))
        made = room.facts(register, changes, dated=asked.dated, agreed=agreed)
        return [*(() if known else (filed,)), *made]

    receipt = book().append(
        about=asked.institution, decide=decide, by=by, at=at, key=key, seen=seen
    )
    # Read now, while somebody waits anyway: the next page asks for the same.
    actions(registers.register(asked.institution, valid=at.date(), actor=by))
    return receipt


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
        known=frozenset(register.streams(FindingPublished)),
        under=log_families.prefix(asked.institution, mark),
        used={},
        answered={},
    )
    return tuple(_entry(row, log, asked, given) for row in log.rows)


def _compared(register: Register, log: Opened, asked: Asked) -> Compared:
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
    changes = room.difference(marked(rows), before=marked(before), held=held)
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
class _Reading:
    """A kept text: the same one as long as its file is, and compared as such, not by words."""

    text: CanonicalText

    def __hash__(self) -> int:
        return id(self.text)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Reading) and other.text is self.text


@lru_cache(maxsize=MOST_PARTED)
def _parted(read: _Reading, columns: tuple[tuple[str, str], ...]) -> Parted:
    """The rows of a log; each step of an import asks for the same ones again."""
    table = log_rows.table_of(read.text)
    if table is None:
        raise NotALog("The file holds no table with a head.")
    return log_parts.parted(read.text, table, dict(columns))


def _unchanged(register: Register, institution: str, seen: int | None) -> None:
    """The actions of the log are as they were when the difference was looked at."""
    if seen is None:
        return
    under = log_families.prefix(institution)
    if any(v.recorded_from > seen and v.fact.stream.startswith(under) for v in register.versions):
        raise NotALog(
            "Somebody changed actions of this log since you looked. Look at the difference "
            "again; nothing was recorded.",
            code="changed_meanwhile",
        )


@dataclass(frozen=True, slots=True)
class _Given:
    """What the rows of one log share; `used` and `answered` grow as they are read."""

    named: Mapping[int, str]
    leads: Mapping[str, str]
    known: frozenset[str]
    under: str
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
    due, _ = log_rows.due(row.words("due"), dated=asked.dated)
    owner, rec = row.words("owner"), row.words("rec")
    if rec not in given.answered:
        given.answered[rec] = log_answers.answers(rec, report=asked.report, known=given.known)
    return LogEntry(
        stream=stream,
        ref=ref,
        address=action.address,
        cells={field: cell.words for field, cell in row.cells.items()},
        owner=given.leads.get(owner, owner) if owner else None,
        due=due,
        done=log_rows.done(row.words("status")),
        raised=_day(row.words("raised"), asked.dated),
        answers=given.answered[rec],
        action=_sourced(log, asked, action.start, action.end),
        row=_sourced(log, asked, row.start, row.end),
        heading=row.heading,
    )


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


def leads() -> dict[str, str]:
    """Words with several owners -> who leads, as somebody said in this home."""
    return import_columns.leads()
