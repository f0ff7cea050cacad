"""The state of an amount in a table: by the head of its column, or a cell that says the state."""

import re

from answerable.reading.clauses import Passage
from answerable.reading.layout.canonical_text import Span
from answerable.reading.material import Material

_HEADS = tuple(
    (state, re.compile(pattern, re.IGNORECASE))
    for state, pattern in (
        (None, r"\b(?:forecast|estimate\w*|projected|variance|bid|requested|asked|cost|value)\b"),
        ("returned", r"\b(?:returned|repaid|refunded|handed back)\b"),
        ("paid", r"\b(?:paid|spent|spend|actuals?|outturn|payments?)\b"),
        ("received", r"\b(?:received|income)\b"),
        ("awarded", r"\b(?:award(?:ed)?|grant(?:ed)?)\b"),
        ("allocated", r"\b(?:allocat(?:ed|ion)|set aside)\b"),
        ("approved", r"\b(?:approved|agreed)\b"),
        ("budgeted", r"\b(?:budget(?:ed)?|planned)\b"),
    )
)
_STATUS = re.compile(r"\W*(?:status|state|outcome|decision|result|position)\W*", re.IGNORECASE)


def of_row(
    material: Material, passage: Passage, at: int
) -> tuple[Span, tuple[str | None, str | None] | None] | None:
    """The cell of an amount, and its state with the words for it; None where no table says it.

    Words of other cells say nothing of an amount: "Police pay" is a budget's heading, not paid.
    None for what stands in no row.
    """
    block = material.canonical.blocks[passage.block]
    if passage.kind != "row" or not block.cells:
        return None
    nth = max((nth for nth, one in enumerate(block.cells) if one.start <= at), default=0)
    head = block.header[nth] if nth < len(block.header) else ""
    for state, pattern in _HEADS:
        if found := pattern.search(head):
            return block.cells[nth], (state, found.group() if state else None)
    for name, cell in zip(block.header, block.cells, strict=False):
        if not _STATUS.fullmatch(name):
            continue
        words = material.canonical.exact(cell)
        for state, pattern in _HEADS:
            if state and (found := pattern.match(words)):
                return block.cells[nth], (state, found.group())
    return block.cells[nth], None
