"""Sentences that say “not”: what a rule finds without reading that is told as a part alone.

“The report did not make nine recommendations” must not agree with a record of nine; which words
are denied is not read, so it is not said to differ either.
"""

import re
from dataclasses import replace

from answerable.scrutiny.claims.claim_scope import Scope
from answerable.scrutiny.claims.statements import ClaimResult, Held

_NOT = re.compile(
    r"\b(?:did|do|does|has|have|had|is|are|was|were|will|would|could|can|may|must|should)"
    r"(?:n't| not| never)\b(?! only\b| just\b| merely\b)|\bcannot\b|\bnot true\b|\buntrue\b"
)
_RESULTS = (ClaimResult.AGREES, ClaimResult.DIFFERS)


def less_its_denial(held: Held, scope: Scope) -> Held:
    """The same, or what our record holds where the sentence denies something of it."""
    if held.result not in _RESULTS or not _NOT.search(scope.text):
        return held
    told = f"Our record: {held.ours}." if held.ours else held.sentence
    told = told.replace("Our figures agree:", "Our figures:")
    return replace(
        held,
        result=ClaimResult.PART,
        sentence=f"The statement denies something; of which words, our rules do not read. {told}",
        stated=None,
        ours=None,
        suggest=None,
    )
