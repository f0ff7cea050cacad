"""The tables of a file, and the one of them that is read as the log.

A workbook may hold more than its log: a sheet of what changed, a list of owners. Those repeat the
log's numbers or lack its columns; which one it is may also be said by a person.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from answerable.reading.actions.logs import log_labels
from answerable.reading.layout.canonical_text import Block, CanonicalText

MOST_LOOKED_AT, LEAST_WORDS = 50, 4.0
LEAST_MEANINGS = 3
"""Columns that must be recognised before a table without one called action reads as a log."""


@dataclass(frozen=True, slots=True)
class OtherTable:
    """A table that is not read: where its rows begin, its sheets, how many rows it has.

    `reads`: by its columns it could be a log too; a cover or a list of values is none.
    """

    place: str
    sheets: tuple[str, ...]
    rows: int
    header: tuple[str, ...] = ()
    reads: bool = False


@dataclass(frozen=True, slots=True)
class LogTable:
    """The table that is read as the log: labels of its head, its rows, and what is left out."""

    header: tuple[str, ...]
    blocks: tuple[Block, ...]
    others: tuple[OtherTable, ...] = ()

    @property
    def sheets(self) -> tuple[str, ...]:
        """The names of the sheets that it stands on, in their order; none in a CSV."""
        return _sheets(self.blocks)

    @property
    def left_out(self) -> int:
        """Rows of other tables, which are not read."""
        return sum(one.rows for one in self.others)


def table_of(text: CanonicalText, *, place: str = "") -> LogTable | None:
    """The table that begins at `place`; else the one that reads as a log; None without any table.

    The same head on several sheets is one table. One that this register gave out is the log before
    any other; then one with an action column, or with three columns that are recognised beside
    one of sentences; then the one with most actions, each counted once.
    """
    by_head: dict[tuple[str, ...], list[Block]] = {}
    for block in text.blocks:
        if block.kind == "row" and block.header:
            labels = tuple(label for label in block.header if label)
            by_head.setdefault(labels, []).append(block)
    if not by_head:
        return None
    chosen = next((h for h, blocks in by_head.items() if place and blocks[0].path == place), None)
    if chosen is None and len(by_head) > 1:
        chosen = max(by_head, key=lambda head: _worth(text, head, by_head[head]))
    best = chosen or next(iter(by_head))
    others = (
        OtherTable(
            blocks[0].path,
            _sheets(blocks),
            len(blocks),
            header=head,
            reads=_worth(text, head, blocks)[1] and len(log_labels.likely(head)) >= LEAST_MEANINGS,
        )
        for head, blocks in by_head.items()
        if head != best
    )
    return LogTable(best, tuple(by_head[best]), tuple(others))


def _worth(
    text: CanonicalText, head: tuple[str, ...], blocks: Sequence[Block]
) -> tuple[bool, bool, int, int]:
    """Ours; reads as a log; how many actions, each once by number and words; meanings."""
    found = log_labels.likely(head)
    action = next((label for label, name in found.items() if name == "action"), None)
    named = action is not None
    action = action or wordiest(text, LogTable(head, tuple(blocks)), besides=found)
    number = next((label for label, name in found.items() if name == "ref"), None)
    reads = named or (action is not None and len(found) >= LEAST_MEANINGS)
    told = {_words(text, block, (number, action)) for block in blocks}
    return log_labels.REFERENCE in head, reads, len(told), len(found)


def _words(text: CanonicalText, block: Block, labels: tuple[str | None, ...]) -> tuple[str, ...]:
    return tuple(
        " ".join(text.exact(span).split())
        for label, span in zip(block.header, block.cells, strict=True)
        if label and label in labels
    )


def wordiest(text: CanonicalText, table: LogTable, *, besides: Mapping[str, str]) -> str | None:
    """The label whose cells hold most words, where nothing names the action; None without any.

    Columns that an export added are no action of the log.
    """
    counts: dict[str, list[int]] = {}
    for block in table.blocks[:MOST_LOOKED_AT]:
        for label, span in zip(block.header, block.cells, strict=True):
            if not label or label in besides or label.startswith(log_labels.ADDED):
                continue
            if words := text.exact(span).split():
                counts.setdefault(label, []).append(len(words))
    worth = {label: sum(found) / len(found) for label, found in counts.items()}
    best = max(worth, key=lambda label: worth[label], default=None)
    return best if best is not None and worth[best] >= LEAST_WORDS else None


def sheet_of(block: Block) -> str:
    """The name of the sheet that a row stands on; empty in a CSV."""
    return _name(block.path.rpartition("!")[0])


def _sheets(blocks: Sequence[Block]) -> tuple[str, ...]:
    return tuple(name for name in dict.fromkeys(map(sheet_of, blocks)) if name)


@lru_cache(maxsize=256)
def _name(quoted: str) -> str:
    """The name of a sheet as a person wrote it: `'Action log'` is “Action log”."""
    return quoted.strip("'").replace("''", "'")
