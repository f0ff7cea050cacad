"""Which actions of a session were promised by somebody there, and not agreed by the session.

Minutes that are read from a file tell both. The reader says which is which, and a person confirmed
it as that; the fact of both is an action, as both have an owner and a date.
"""

from collections.abc import Iterable

from answerable.ledger.register import Version
from answerable.store.papers import review

PROMISE = "commitment"


def promises(actions: Iterable[Version]) -> frozenset[str]:
    """Of these actions the entries that were confirmed as what somebody promised."""
    papers = {v.fact.doc for v in actions if v.fact.doc}
    return frozenset(
        read.entry_id
        for paper in papers
        for read in review.of(paper)
        if read.kind == PROMISE and read.entry_id
    )
