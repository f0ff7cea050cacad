"""Findings of running text, in a document that also has findings under headings of their own.

An inspection report sets its areas for improvement in boxes and says “should” in many other
sentences. Whoever confirms them looks at the boxes first. Where a document has no such heading, as
a letter, nothing stands apart.
"""

from collections.abc import Iterable

from answerable.operations.documents.repeats import FINDINGS
from answerable.store.papers import review
from answerable.store.papers.review import Candidate

PROSE = frozenset({"prose", "likeness"})
"""Of the name of each rule that reads running text one part, as in `afi.prose.opens`: what no rule
reads, and is only like what one reads, stands under no heading of its own either."""


def apart(found: Iterable[Candidate]) -> frozenset[int]:
    """Ids of those readings that stand in running text where their document has headed ones."""
    prose = [c for c in found if c.kind in FINDINGS and _of_prose(c.rule)]
    if not prose:
        return frozenset()
    rules = review.rules(FINDINGS)
    headed = {sha for sha, rule in rules if rule != review.BY_HAND and not _of_prose(rule)}
    return frozenset(c.id for c in prose if c.document in headed)


def _of_prose(rule: str) -> bool:
    return not PROSE.isdisjoint(rule.split("."))
