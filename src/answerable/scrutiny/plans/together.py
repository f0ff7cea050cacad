"""Several actions given an owner, a date, or both, at once: what would come of each, then all.

Each row is decided by the rules of one: `assigned.reassign`, `plans.move_due_date`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from answerable.ledger.register import Register
from answerable.scrutiny.plans import assigned, link_doubt, plans, unlinked
from answerable.scrutiny.plans.plans import NotPossible
from answerable.scrutiny.progress import progress
from answerable.scrutiny.standing import Progress
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.offices import one_name


@dataclass(frozen=True, slots=True)
class Asked:
    """What several actions are given: an owner, a date (ISO), or both; empty: it stays.

    `unlink`: a finding, or a report, that they do not answer; `confirm`: a finding that they do
    answer, of those that are said to by a link in doubt. `authoriser` is the office that
    agreed, `on` the day from which it is so.
    """

    owner: str
    due: str
    reason: str
    authoriser: str
    on: date
    unlink: str = ""
    confirm: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What would come of one action: its facts, or in `stays` why it stays as it is."""

    item: Progress
    facts: tuple[Fact, ...]
    stays: str = ""


def outcomes(register: Register, among: Iterable[str], asked: Asked) -> tuple[Outcome, ...]:
    """What would come of each of these actions, in their order."""
    return tuple(_outcome(register, stream, asked) for stream in among)


def change(register: Register, among: Sequence[str], asked: Asked) -> list[Fact]:
    """The facts of all, or a refusal that names the first action that cannot be changed so."""
    made: list[Fact] = []
    for one in outcomes(register, among, asked):
        if one.stays:
            raise NotPossible(f"{one.item.reference}: {one.stays}", code="changed_meanwhile")
        made += one.facts
    return made


def _outcome(register: Register, stream: str, asked: Asked) -> Outcome:
    item = progress(register, stream)
    on = max(asked.on, item.first.fact.valid.start)
    made: list[Fact] = []
    try:
        if asked.owner and item.owner != one_name(asked.owner):
            made += assigned.reassign(
                register,
                stream=stream,
                owner=asked.owner,
                on=on,
                reason=asked.reason,
                authoriser=asked.authoriser,
            )
        if asked.due and item.due != asked.due:
            made += plans.move_due_date(
                register,
                stream=stream,
                to=asked.due,
                on=on,
                reason=asked.reason,
                authoriser=asked.authoriser,
            )
        if asked.unlink:
            made += unlinked.unlink(
                register, stream=stream, chosen=asked.unlink, reason=asked.reason
            )
        if asked.confirm:
            made += link_doubt.confirm_doubtful(
                register, item, finding=asked.confirm, reason=asked.reason, on=asked.on
            )
    except NotPossible as refusal:
        return Outcome(item, (), refusal.sentence)
    return Outcome(item, tuple(made))
