"""An action does not answer a finding that it was said to answer: the link is taken back.

It is a correction of our record: what was promised is put right, a link of its own is withdrawn.
Both stay in the history, marked, with the reason.
"""

from collections.abc import Sequence

from answerable.ledger.register import Register, Version
from answerable.scrutiny.answering import ANSWERS
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import ActionPromised, Corrected, FindingLinked, Withdrawn


def meant(name: str, chosen: str) -> bool:
    """Is this finding the chosen one, or one of the chosen report?

    >>> meant("i/2026/f/peel/recommendation/1", "i/2026/f/peel"), meant("i/2026/f/x", "i/2026/f")
    (True, True)
    >>> meant("i/2026/f/peel-2/recommendation/1", "i/2026/f/peel")
    False
    """
    return name == chosen or name.startswith(f"{chosen}/")


def unlink(register: Register, *, stream: str, chosen: str, reason: str) -> list[Fact]:
    """The facts that take back every link of an action to a finding, or to those of a report."""
    made: list[Fact] = []
    for version in register.versions_of(ActionPromised, FindingLinked, stream=stream):
        fact = version.fact
        if isinstance(fact, ActionPromised):
            names = tuple(fact.answers or ())
            left = tuple(name for name in names if not meant(name, chosen))
            if left != names:
                made.append(_corrected(version, left, reason))
        elif fact.get("kind") == ANSWERS and meant(str(fact.get("other")), chosen):
            made.append(
                Withdrawn(
                    institution=fact.institution,
                    stream=fact.stream,
                    valid=fact.valid,
                    ref=version.entry_id,
                    reason=reason,
                )
            )
    return made


def _corrected(version: Version, answers: Sequence[str], reason: str) -> Corrected:
    fact = version.fact
    return Corrected(
        institution=fact.institution,
        stream=fact.stream,
        valid=fact.valid,
        ref=version.entry_id,
        field=ANSWERS,
        value=list(answers),
        reason=reason,
        said=fact.said,
    )
