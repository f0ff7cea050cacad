"""A date that the owners type under “Register: due” of the workbook that was given back to them.

The export writes there what the register holds. Another date in that cell is what the owner asks
for or says, as a revised date of the log is: it moves nothing until somebody says which office
agreed to it. Words that are no date stand in the news of the row.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from answerable.operations.plans.log_files import Opened
from answerable.reading.actions.logs import log_rows
from answerable.reading.actions.logs.log_labels import DUE
from answerable.reading.layout.pieces import CELL_BREAK
from answerable.scrutiny.plans.action_log import LogEntry
from answerable.scrutiny.standing import Progress

NO_DATE = "No date"
"""What the export writes for an action without a date."""


def stands_in(log: Opened) -> bool:
    """Has a log the column that a workbook which was given back has?"""
    return any(DUE in head for head in (log.table.header, *(p.table.header for p in log.more)))


def taken(
    rows: Sequence[LogEntry], log: Opened, held: Mapping[str, Progress], *, dated: date
) -> tuple[LogEntry, ...]:
    """The rows of a log, those with such a date as if it stood in a column of revised dates.

    `held`: the actions on the register. `dated`: the day of the log.
    """
    if not stands_in(log):
        return tuple(rows)
    typed = dict(_cells(log))
    return tuple(
        _entry(entry, typed.get(row.start, ""), held.get(entry.stream), dated=dated)
        for entry, row in zip(rows, log.rows, strict=True)
    )


def _cells(log: Opened) -> Iterator[tuple[int, str]]:
    """Where a row begins -> what stands in that cell."""
    for block in log.blocks:
        for label, span in zip(block.header, block.cells, strict=True):
            if label == DUE:
                yield block.start, " ".join(log.text.exact(span).split())


def _entry(entry: LogEntry, words: str, item: Progress | None, *, dated: date) -> LogEntry:
    if item is None or words in ("", NO_DATE):
        return entry
    day, _ = log_rows.due(words, dated=dated)
    if day in (item.due_first, item.due, *(move.to for move in item.moves)) and day is not None:
        return entry
    quote = CELL_BREAK.join(filter(None, (entry.row.quote, words)))
    return replace(
        entry,
        cells={**entry.cells, "revised": words},
        due=day or entry.due,
        first_due=entry.due if day else entry.first_due,
        due_words=words if day else entry.due_words,
        row=replace(entry.row, quote=quote),
    )
