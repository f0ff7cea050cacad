"""The words of a row of a log as they may be shown: its cells under columns that were read.

What is imported now stores no other cells. Entries that were written before stand as they are, so
their quote is cut when it is shown, where it is known which columns were read.
"""

from functools import lru_cache

from answerable.ledger.register import Version
from answerable.operations.plans import log_files
from answerable.reading.actions.logs import log_rows
from answerable.reading.layout.pieces import CELL_BREAK
from answerable.store.people import import_columns
from answerable.store.reads import registers
from answerable.vocabulary.refusal import Refusal

MOST_LOGS = 64
"""Logs of which it is kept: those of five years of one office."""


def quote_of(version: Version) -> str | None:
    """The quote of an entry; of a row of a log without the cells of columns that were not read."""
    fact, source = version.fact, version.fact.source
    if not fact.quote or source is None or source.doc is None or CELL_BREAK not in fact.quote:
        return fact.quote
    if source.start is None or source.end is None:
        return fact.quote
    if len(fact.quote) != source.end - source.start:
        return fact.quote  # it holds less than the row already
    return _rows(source.doc).get((source.start, source.end), fact.quote)


def unread_places(document: str) -> tuple[tuple[int, int], ...]:
    """Where the cells of a log stand whose columns were not read; of any other file nothing."""
    labels = _labels(document)
    return () if labels is None else _unread(document, labels)


def _rows(document: str) -> dict[tuple[int, int], str]:
    labels = _labels(document)
    return {} if labels is None else _cut(document, labels)


@lru_cache(maxsize=MOST_LOGS)
def _unread(document: str, labels: frozenset[str]) -> tuple[tuple[int, int], ...]:
    blocks = log_files.opened(document).blocks
    return tuple(
        (span.start, span.end) for block in blocks for span in log_rows.unread_in(block, labels)
    )


@lru_cache(maxsize=MOST_LOGS)
def _cut(document: str, labels: frozenset[str]) -> dict[tuple[int, int], str]:
    """Place of a row -> its words, of the rows in which something stands that was not read."""
    log = log_files.opened(document)
    return {
        (block.start, block.end): log_rows.read_of(log.text, block, labels)
        for block in log.blocks
        if log_rows.unread_in(block, labels)
    }


def _labels(document: str) -> frozenset[str] | None:
    """The columns of a log that were read, as somebody confirmed them; looked up once a file."""
    known = registers.kept(("columns of logs",), dict[str, frozenset[str] | None])
    if document not in known:
        known[document] = _looked_up(document)
    return known[document]


def _looked_up(document: str) -> frozenset[str] | None:
    kept = import_columns.read_labels(document)
    if kept is None and (columns := import_columns.columns(_header(document))) is not None:
        return frozenset(columns)
    return kept


@lru_cache(maxsize=MOST_LOGS)
def _header(document: str) -> tuple[str, ...]:
    """The head of the table of a log; nothing of a file that is none, or that is not held here."""
    try:
        return log_files.opened(document).table.header
    except Refusal:
        return ()
