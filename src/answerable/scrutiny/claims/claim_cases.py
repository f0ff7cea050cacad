"""A statement with its last round of steps: made, checked, confirmed, notified, published.

Nothing is public before the last step. A new check begins the round again; a reply after
publication stands beside the line from then on.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from operator import attrgetter
from typing import Literal

from answerable.ledger.register import Register, Version
from answerable.scrutiny.claims.statements import ClaimResult
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import (
    ClaimChecked,
    ClaimConfirmed,
    ClaimMade,
    ClaimNotified,
    ClaimPublished,
    ReplyGiven,
)
from answerable.vocabulary.refusal import Refusal

State = Literal["made", "checked", "confirmed", "notified", "replied", "published"]
STATES: tuple[State, ...] = ("made", "checked", "confirmed", "notified", "replied", "published")
WORDS: dict[State, str] = {
    "made": "Said; not set against the record",
    "checked": "Checked once; waits for a second person",
    "confirmed": "Confirmed by a second person; the speaker’s body has no notice yet",
    "notified": "The speaker’s body has notice and may reply",
    "replied": "The speaker’s body has replied; not yet published",
    "published": "Published",
}
_SAID = attrgetter("fact.valid.start")
_STEPS = (ClaimChecked, ClaimConfirmed, ClaimNotified, ClaimPublished, ReplyGiven)


class NotTheTime(Refusal):
    """A step out of its order, by the same person, or before the period to reply is over."""

    code = "not_the_time"


@dataclass(frozen=True)
class ClaimCase:
    """One statement with its last round of steps. `replies` are all that were ever given."""

    made: Version
    checked: Version | None
    confirmed: Version | None
    notified: Version | None
    published: Version | None
    replies: tuple[Version, ...]
    reply: Version | None

    @property
    def stream(self) -> str:
        """The reference of the claim."""
        return self.made.fact.stream

    @property
    def state(self) -> State:
        """How far the last round has got."""
        if self.published:
            return "published"
        if self.notified:
            return "replied" if self.reply else "notified"
        if self.confirmed:
            return "confirmed"
        return "checked" if self.checked else "made"

    @property
    def result(self) -> ClaimResult | None:
        """The result of the last check that the reader may see."""
        value = self.checked.fact.get("result") if self.checked else None
        return ClaimResult(value) if value in list(ClaimResult) else None

    @property
    def reply_due(self) -> date | None:
        """The last day of the period to reply."""
        due = self.notified.fact.get("reply_due") if self.notified else None
        return date.fromisoformat(due) if due else None

    @property
    def next_step(self) -> str:
        """What may be done next, in the words of a link; empty once published."""
        return _NEXT[self.state]


_NEXT: dict[State, str] = {
    "made": "Check it against the record",
    "checked": "Confirm the check, as another person",
    "confirmed": "Give the speaker’s body notice",
    "notified": "Reply, or publish when the period is over",
    "replied": "Publish it with the reply",
    "published": "",
}


@dataclass(frozen=True)
class Listing:
    """Every claim of a register, the latest said first; a case is made only where it is shown."""

    made: tuple[Version, ...]
    steps: Mapping[str, Sequence[Version]]

    def case(self, made: Version) -> ClaimCase:
        """One claim with its last round of steps."""
        return _case(made, self.steps.get(made.fact.stream, ()))

    def state(self, made: Version) -> State:
        """How far a claim has got."""
        steps = self.steps.get(made.fact.stream)
        return _case(made, steps).state if steps else "made"

    @cached_property
    def counted(self) -> Counter[State]:
        """How many claims stand in each state."""
        taken = [v for v in self.made if v.fact.stream in self.steps] if self.steps else []
        found = Counter(self.state(version) for version in taken)
        found["made"] += len(self.made) - len(taken)
        return found

    def inside(self, state: str) -> tuple[Version, ...]:
        """The claims in one state; all where none is named."""
        return self._by_state.get(state, ()) if state else self.made

    @cached_property
    def _by_state(self) -> Mapping[str, tuple[Version, ...]]:
        found: dict[str, list[Version]] = {}
        for version in self.made:
            found.setdefault(self.state(version), []).append(version)
        return {state: tuple(held) for state, held in found.items()}


def listing(register: Register) -> Listing:
    """The claims of a register, ready to be shown a page at a time; made once for a register."""
    return register.once("claims", lambda: _listing(register))


def _listing(register: Register) -> Listing:
    steps: dict[str, list[Version]] = {}
    for version in register.versions_of(*_STEPS):
        steps.setdefault(version.fact.stream, []).append(version)
    made = sorted(register.versions_of(ClaimMade), key=_SAID)
    return Listing(tuple(reversed(made)), steps)


def cases(register: Register) -> tuple[ClaimCase, ...]:
    """Every claim of a register, the latest said first."""
    found = listing(register)
    return tuple(found.case(version) for version in found.made)


def case(register: Register, stream: str) -> ClaimCase:
    """One claim by its reference."""
    made = register.versions_of(ClaimMade, stream=stream)
    if not made:
        raise NotTheTime(
            f"The record holds no claim {stream[:80]}. See the list of claims.",
            code="no_such_reference",
        )
    return _case(made[-1], register.versions_of(*_STEPS, stream=stream))


def _case(made: Version, steps: Iterable[Version]) -> ClaimCase:
    """The steps since the last check; replies of every round."""
    found: dict[type[Fact], Version] = {}
    replies = []
    for version in sorted(steps, key=lambda v: v.seq):
        kind = type(version.fact)
        if kind is ClaimChecked:
            found = {}
        found[kind] = version
        if kind is ReplyGiven:
            replies.append(version)
    return ClaimCase(
        made=made,
        checked=found.get(ClaimChecked),
        confirmed=found.get(ClaimConfirmed),
        notified=found.get(ClaimNotified),
        published=found.get(ClaimPublished),
        replies=tuple(replies),
        reply=found.get(ReplyGiven),
    )
