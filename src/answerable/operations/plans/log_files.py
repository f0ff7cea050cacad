"""An action log as it is looked at: the kept file, its table, and what each column holds.

The file is kept by its SHA-256 while a person looks at it; nothing enters the record.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, lru_cache
from typing import Literal

from answerable.operations import access
from answerable.operations.documents import sandbox
from answerable.operations.plans import log_marks
from answerable.reading.actions.logs import log_labels, log_parts, log_rows, log_tables, log_told
from answerable.reading.actions.logs.log_parts import OwnDate, Parted, Unread
from answerable.reading.actions.logs.log_rows import LogRow
from answerable.reading.actions.logs.log_tables import LogTable, OtherTable
from answerable.reading.formats import sheet_saved
from answerable.reading.layout.canonical_text import Block, CanonicalText
from answerable.scrutiny.plans import log_answers
from answerable.store.papers import documents
from answerable.store.people import import_columns
from answerable.store.reads import registers
from answerable.vocabulary.access import Actor
from answerable.vocabulary.facts import DocumentFiled
from answerable.vocabulary.refusal import Refusal

MOST_PARTED = 16
MOST_LOOKED_AT, LEAST_NAMED = 200, 3
"""Rows of a column that are looked at for numbers of findings, and how many must be one."""


class NotALog(Refusal):
    """A file without a table that can be read as an action log, or a mapping that cannot be."""

    code = "not_a_log"


@dataclass(frozen=True)
class Part:
    """Another table of a file that is read with its log, and what its columns hold."""

    place: str
    table: LogTable
    columns: dict[str, str]


@dataclass(frozen=True)
class Opened:
    """A log as it is looked at: its text, the table, and what each column is taken to hold."""

    document: str
    text: CanonicalText
    table: LogTable
    columns: dict[str, str]
    remembered: bool
    place: str = ""
    """The first row of the table that somebody chose; empty: as the file reads."""
    said: Mapping[str, str] = field(default_factory=dict)
    """`struck`, or a colour -> what a person said that it means in this log."""

    more: tuple[Part, ...] = ()
    """Other tables of the file that are read with it, one after the other."""

    @cached_property
    def _parted(self) -> Parted:
        return log_marks.taken(self.document, self._read, self.blocks, self._rating, self.said)

    @cached_property
    def _read(self) -> Parted:
        parts = (Part(self.place, self.table, self.columns), *self.more)
        read = [
            _parted(_Reading(self.text), one.place, tuple(one.columns.items()), bool(self.more))
            for one in parts
        ]
        return Parted(
            tuple(row for one in read for row in one.rows),
            tuple(row for one in read for row in one.unread),
        )

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The rows of every table that is read."""
        return (*self.table.blocks, *(b for one in self.more for b in one.table.blocks))

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels of the columns that are read, of every table."""
        return (*self.columns, *(label for one in self.more for label in one.columns))

    @property
    def passed_over(self) -> tuple[OtherTable, ...]:
        """The tables of the file that are not read."""
        read = {one.place for one in self.more}
        return tuple(one for one in self.table.others if one.place not in read)

    @property
    def _rating(self) -> frozenset[str]:
        """The labels of the columns that hold their own rating."""
        held = (self.columns, *(one.columns for one in self.more))
        return frozenset(label for one in held for label, name in one.items() if name == "rating")

    @cached_property
    def _marked(self) -> log_marks.Marked:
        return log_marks.found(self.document, self._read.rows, self.blocks, self._rating)

    @property
    def marks(self) -> Mapping[str, tuple[str, ...]]:
        """`struck`, or a colour -> the cells of its rows, whatever a person said of them."""
        return self._marked.rows

    @property
    def rated(self) -> Mapping[str, tuple[str, ...]]:
        """Colours that stand alone in the column of their rating -> their cells."""
        return self._marked.rated

    @property
    def coloured_whole(self) -> Mapping[str, tuple[str, ...]]:
        """Colours of rows from end to end whose words say a state -> a cell of each."""
        return self._marked.whole

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


def keep(*, by: Actor, data: bytes, name: str, institution: str) -> str:
    """Keep a file while somebody looks at it; its SHA-256. Nothing enters the record."""
    access.require(by, "import_action_log", about=institution)
    sha = hashlib.sha256(data).hexdigest()
    text = sandbox.canonical(data=data, name=name)
    if log_tables.table_of(text) is None:
        raise NotALog(
            "The file holds no table with a head. Save the sheet with one row of column names "
            "above the actions, and import that."
        )
    is_new = sha not in documents.held()
    documents.keep(data)
    documents.keep_text(text)
    if is_new:
        table = opened(sha).table
        beside = import_columns.beside(table.header)
        same = [o.place for o in table.others if import_columns.name_of(o.header) in beside]
        import_columns.keep_more(sha, same)
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
    place = import_columns.place(document)
    table = _table(_Reading(text), place)
    kept = import_columns.columns(table.header)
    chosen: Mapping[str, str] | None = columns if columns is not None else kept
    if chosen is None:
        chosen = _guessed(text, table)
    ordered = {label: chosen[label] for label in table.header if label in chosen} | dict(chosen)
    remembered = columns is None and kept is not None
    return Opened(
        document,
        text,
        table,
        ordered,
        remembered=remembered,
        place=place,
        said=import_columns.marks(table.header),
        more=_more(document, text, table),
    )


def _more(document: str, text: CanonicalText, table: LogTable) -> tuple[Part, ...]:
    """The other tables of a file that somebody said are read too, in the order of the file."""
    read = set(import_columns.more(document))
    parts = []
    for other in table.others:
        if other.place in read:
            own = _table(_Reading(text), other.place)
            kept = import_columns.columns(own.header)
            columns = _guessed(text, own) if kept is None else kept
            ordered = {label: columns[label] for label in own.header if label in columns}
            parts.append(Part(other.place, own, ordered))
    return tuple(parts)


def own_labels(table: LogTable) -> tuple[str, ...]:
    """The head without the columns that an export added to it."""
    return tuple(label for label in table.header if not label.startswith(log_labels.ADDED))


def _guessed(text: CanonicalText, table: LogTable) -> dict[str, str]:
    """As the labels say; those that a person gave a meaning in a head like this one keep it."""
    like = import_columns.like(own_labels(table))
    taken = set(like.values())
    guessed = {
        label: name
        for label, name in _likely(text, table).items()
        if label not in like and name not in taken
    }
    found = {label: name for label, name in {**guessed, **like}.items() if name}
    if "rec" not in found.values() and (named := _naming_findings(text, table, besides=found)):
        found |= {named: "rec"}
    if "action" not in found.values():
        longest = log_tables.wordiest(text, table, besides=found)
        return found | ({longest: "action"} if longest else {})
    return found


def _likely(text: CanonicalText, table: LogTable) -> dict[str, str]:
    return log_told.by_cells(text, table, log_labels.likely(table.header))


def _naming_findings(
    text: CanonicalText, table: LogTable, *, besides: Mapping[str, str]
) -> str | None:
    """The label under which half of the cells, three at least, are short numbers of findings."""
    cells: dict[str, list[str]] = {}
    for block in table.blocks[:MOST_LOOKED_AT]:
        for label, span in zip(block.header, block.cells, strict=True):
            if label and label not in besides and (words := text.exact(span).strip()):
                cells.setdefault(label, []).append(words)
    for label, held in cells.items():
        many = sum(map(log_answers.names_a_finding, held))
        if many >= LEAST_NAMED and many * 2 >= len(held):
            return label
    return None


@dataclass(frozen=True, slots=True)
class _Reading:
    """A kept text: the same one as long as its file is, and compared as such, not by words."""

    text: CanonicalText

    def __hash__(self) -> int:
        return id(self.text)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Reading) and other.text is self.text


@lru_cache(maxsize=MOST_PARTED)
def _table(read: _Reading, place: str) -> LogTable:
    table = log_tables.table_of(read.text, place=place)
    if table is None:
        raise NotALog("The file holds no table with a head.")
    return table


@lru_cache(maxsize=MOST_PARTED)
def _parted(
    read: _Reading, place: str, columns: tuple[tuple[str, str], ...], of_several: bool
) -> Parted:
    """The rows of a log; each step of an import asks for the same ones again."""
    return log_parts.parted(read.text, _table(read, place), dict(columns), of_several=of_several)


def leads() -> dict[str, str]:
    """Words with several owners -> who leads, as somebody said in this home."""
    return import_columns.leads()
