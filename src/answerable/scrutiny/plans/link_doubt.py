"""A link of which one may doubt that it is meant, and a person's word that it is.

An action that was due before a report came out can hardly answer it: a log may mean the
recommendation of that number of an older report. Such a link stands, and tells neither an owner
nor a reply, until a person confirms it or takes it back.
"""

from collections.abc import Iterable
from datetime import date

from answerable.ledger.register import Register
from answerable.scrutiny.answering import ANSWERS
from answerable.scrutiny.plans.plans import NotPossible
from answerable.scrutiny.progress import progress
from answerable.scrutiny.sourced import OUR_RECORD
from answerable.scrutiny.standing import Progress
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import FindingLinked, FindingPublished
from answerable.vocabulary.language import say
from answerable.vocabulary.times import last_day

LINKED = "The log says: "
"""Before the cell of a log that names a finding, as the reason of a link."""
Link = tuple[str, str]
"""An action and a finding that it answers, by their references."""


def in_doubt(action: Progress, finding: Progress) -> bool:
    """Was the action due before the finding came out, and has nobody confirmed the link?"""
    if not action.due or last_day(action.due) >= finding.first.fact.valid.start:
        return False
    return not _confirmed((v.fact for v in action.versions), finding.reference)


def doubtful(actions: Iterable[Progress], findings: Iterable[Progress]) -> frozenset[Link]:
    """Every link in doubt, of these actions to these findings."""
    named = {finding.reference: finding for finding in findings}
    return frozenset(
        (action.reference, name)
        for action in actions
        for name in action.answers
        if name in named and in_doubt(action, named[name])
    )


def confirm(register: Register, *, stream: str, finding: str, reason: str, on: date) -> list[Fact]:
    """A person says that the action answers the finding, whether or not a log says so.

    Refused of what is no finding on the record, and where a person has said it already.
    """
    published = next(iter(register.of(FindingPublished, stream=finding)), None)
    if published is None:
        raise NotPossible(say("Our record holds no finding of that reference. Choose another."))
    if _confirmed(register.of(FindingLinked, stream=stream), finding):
        raise NotPossible(say("Somebody has confirmed this link already."))
    return [
        FindingLinked(
            **OUR_RECORD.envelope(register, stream=stream, on=max(on, published.valid.start)),
            kind=ANSWERS,
            other=finding,
            reason=reason,
        )
    ]


def confirm_doubtful(
    register: Register, item: Progress, *, finding: str, reason: str, on: date
) -> list[Fact]:
    """The same of one of several actions: nothing where no such link of it is in doubt."""
    published = register.of(FindingPublished, stream=finding)
    if finding not in item.answers or not published:
        return []
    if not in_doubt(item, progress(register, finding)):
        return []
    return confirm(register, stream=item.reference, finding=finding, reason=reason, on=on)


def _confirmed(facts: Iterable[Fact], finding: str) -> bool:
    """A link that no log made: its reason is a person's."""
    return any(
        isinstance(fact, FindingLinked)
        and fact.get("kind") == ANSWERS
        and fact.get("other") == finding
        and not str(fact.get("reason") or "").startswith(LINKED)
        for fact in facts
    )
