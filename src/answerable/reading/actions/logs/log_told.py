"""What the columns of a log hold by their cells, where a label can mean two things.

“RAG / Status” may hold colours or states, and “Latest position” a state or what happened. The
label alone does not say which; most of the cells do.
"""

import re
from collections.abc import Mapping, Sequence

from answerable.reading.actions.logs.log_tables import LogTable
from answerable.reading.layout.canonical_text import CanonicalText
from answerable.vocabulary.log_status import set_aside, state_of

MOST_LOOKED_AT = 200
SHORT = 6
"""A state is said in few words; what happened takes more."""
_COLOUR = re.compile(
    r"(?:b/?)?(?:r(?:ed)?|a(?:mber)?|g(?:reen)?|b(?:lue)?|[hml])\b", re.IGNORECASE
)


def by_cells(text: CanonicalText, table: LogTable, guessed: Mapping[str, str]) -> dict[str, str]:
    """Label -> what it holds: `rating`, `status` and `update` put right by what the cells say."""
    found = dict(guessed)
    held = _cells(text, table, found)
    rating, status = (_label(found, name) for name in ("rating", "status"))
    if rating and states(held[rating]) and not (status and states(held[status])):
        found[rating] = "status"
        if status:
            del found[status]
            found |= _news(held[status], status, found)
    elif status and not states(held[status]):
        news = _news(held[status], status, found)
        if news:
            found |= news
    return {label: found[label] for label in table.header if label in found}


def states(cells: Sequence[str]) -> bool:
    """Do a third of these cells say in few words how something stands, and not in a colour?"""
    told = [
        one
        for one in cells
        if len(one.split()) <= SHORT
        and not _COLOUR.fullmatch(one.strip())
        and (state_of(one) or set_aside(one))
    ]
    return len(told) * 3 >= len(cells) > 0


def _news(cells: Sequence[str], label: str, found: Mapping[str, str]) -> dict[str, str]:
    """The column as what happened, where most cells take words and no other column holds it."""
    wordy = sum(len(one.split()) > SHORT for one in cells)
    if "update" in found.values() or not cells or wordy * 2 < len(cells):
        return {}
    return {label: "update"}


def _label(found: Mapping[str, str], name: str) -> str | None:
    return next((label for label, held in found.items() if held == name), None)


def _cells(text: CanonicalText, table: LogTable, found: Mapping[str, str]) -> dict[str, list[str]]:
    """Label -> its cells that hold words, of the first rows."""
    cells: dict[str, list[str]] = {label: [] for label in found}
    for block in table.blocks[:MOST_LOOKED_AT]:
        for label, span in zip(block.header, block.cells, strict=True):
            if label in cells and (words := " ".join(text.exact(span).split())):
                cells[label].append(words)
    return cells
