"""From the record, which shows each entry whatever the dates, to pages that show what was so."""

from dataclasses import replace

from answerable.ledger.register import Version
from answerable.operations.pages.look import Look


def seen_at(look: Look, version: Version) -> Look:
    """The dates at which other pages show a fact: those of the look, where they do.

    Where the fact was not true by then, or no source had said it, its pages would not be there:
    then as it stands today, at the same sequence of the record.
    """
    known = look.head.size - 1 if look.known is None else look.known
    if version.visible(valid=look.on, known=known, said=look.said):
        return look
    return replace(look, valid=None, said=None)
