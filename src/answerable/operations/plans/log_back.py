"""Rows of a log that the register gave out itself: actions of a session or of a form.

They stand at the end of the workbook that is sent to the owners, under the register's own
reference, so what the owners write into them belongs to that action and makes no second one.
"""

from collections.abc import Mapping

from answerable.ledger.register import Register
from answerable.operations.plans import log_families
from answerable.reading.actions.logs.log_labels import REFERENCE
from answerable.reading.actions.logs.log_tables import LogTable
from answerable.reading.layout.canonical_text import CanonicalText
from answerable.vocabulary.facts import ActionPromised


def foreign(stream: str) -> bool:
    """Does an action stand in no imported log?"""
    return "/log/" not in stream


def named(
    register: Register, text: CanonicalText, table: LogTable, institution: str
) -> Mapping[int, str]:
    """Where a row begins -> the action of the register that it names and that is in no log."""
    if REFERENCE not in table.header:
        return {}
    known = {s for s in register.streams(ActionPromised) if foreign(s)}
    known -= set(register.streams(under=log_families.prefix(institution)))
    found = {}
    for block in table.blocks:
        for label, span in zip(block.header, block.cells, strict=True):
            if label == REFERENCE and (words := text.exact(span).strip()) in known:
                found[block.start] = words
    return found
