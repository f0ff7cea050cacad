"""An action does not answer a finding that it was said to answer: the link is taken back.

It is a correction of our record: what was promised is put right, a link of its own is withdrawn.
Both stay in the history, marked, with the reason. So is a cell of a log that names no finding:
what the action answers, which is nothing, is put right to nothing, for that reason.
"""

from collections.abc import Sequence

from answerable.ledger.register import Register, Version
from answerable.scrutiny.answering import ANSWERS, answered
from answerable.scrutiny.plans import log_number
from answerable.scrutiny.plans.plans import NotPossible
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import ActionPromised, Corrected, FindingLinked, Withdrawn
from answerable.vocabulary.language import say


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


def take_back(register: Register, *, stream: str, chosen: str, reason: str) -> list[Fact]:
    """The same of one action; `chosen` may be the cell of its log that finds nothing.

    Refuses what is neither: nothing would be written.
    """
    if made := unlink(register, stream=stream, chosen=chosen, reason=reason):
        return made
    promised = register.versions_of(ActionPromised, stream=stream)
    answers = answered(register).get(stream, ())
    _, nowhere, _ = log_number.asked_as(register, stream, answers)
    if promised and chosen and chosen == nowhere:
        return [_corrected(promised[0], (), reason)]
    raise NotPossible(
        say(
            "Our record holds no link of this action to that finding, so there is nothing to "
            "take back."
        )
    )


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
