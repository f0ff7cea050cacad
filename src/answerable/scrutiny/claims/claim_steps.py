"""From a statement that was made to a check that is public: each step by somebody, in order.

made -> checked -> confirmed by a second person -> the speaker's body has notice and a period to
reply -> published, the reply beside it (DOMAIN 10). Nothing is public before the last step. A new
check begins the round again; a reply after publication stands beside the line from then on.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from operator import attrgetter
from typing import Any, Literal

from answerable.ledger.register import Register, Version
from answerable.scrutiny.claims.statements import ClaimResult
from answerable.scrutiny.phrases import on_day
from answerable.scrutiny.sourced import OUR_RECORD, Sourced
from answerable.vocabulary.access import Classification
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import (
    ClaimChecked,
    ClaimConfirmed,
    ClaimMade,
    ClaimNotified,
    ClaimPublished,
    Reclassified,
    ReplyGiven,
)
from answerable.vocabulary.refusal import Refusal
from answerable.vocabulary.times import in_words

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


def check(
    register: Register,
    *,
    stream: str,
    result: ClaimResult,
    grounds: str,
    on: date,
    sourced: Sourced = OUR_RECORD,
) -> list[Fact]:
    """A statement was set against the record; internal until it is published."""
    claim = case(register, stream)
    if claim.state in ("notified", "replied"):
        raise NotTheTime(
            "The speaker’s body has notice of the check. Publish that one, or withdraw it, before "
            "you check again."
        )
    return [
        ClaimChecked(
            **_internal(register, sourced, stream, on, "result", "grounds", "known"),
            result=result.value,
            grounds=grounds,
            known=register.known,
        )
    ]


def confirm(
    register: Register, *, stream: str, result: ClaimResult, on: date, person: str
) -> list[Fact]:
    """A second person looked and says the same. `person`: their pseudonym in this stream."""
    claim = case(register, stream)
    if claim.state != "checked" or claim.checked is None:
        raise NotTheTime(f"Nothing waits to be confirmed. {WORDS[claim.state]}.")
    if claim.checked.by.person == person:
        raise NotTheTime(
            "You made this check. Another person confirms it: ask another office to look."
        )
    if claim.result is not result:
        first = claim.result.words if claim.result else "no result"
        raise NotTheTime(
            f"The check says “{first}”, and you say “{result.words}”. Talk it over, and record a "
            "new check that both of you can stand by."
        )
    return [
        ClaimConfirmed(
            **_internal(register, OUR_RECORD, stream, on, "result"), result=result.value
        )
    ]


def notify(
    register: Register, *, stream: str, to: str, text: str, on: date, reply_days: int
) -> list[Fact]:
    """The speaker's body has notice, with the last day on which it may reply (regime data).

    The day of the notice is not counted.
    """
    claim = case(register, stream)
    if claim.state != "confirmed":
        raise NotTheTime(f"Notice is given of a confirmed check. {WORDS[claim.state]}.")
    if on > register.valid:
        raise NotTheTime(f"{on_day(on)} is still to come. Record the notice when it is given.")
    confirmed = claim.confirmed.fact.valid.start if claim.confirmed else on
    if on < confirmed:
        raise NotTheTime(
            f"The check was confirmed on {on_day(confirmed)}. Notice of it is not earlier: an "
            "earlier day would shorten the time to reply."
        )
    due = on + timedelta(days=reply_days)
    return [
        ClaimNotified(
            **_internal(register, OUR_RECORD, stream, on, "to", "reply_due", "text"),
            to=to,
            reply_due=due.isoformat(),
            text=text,
        )
    ]


def reply(
    register: Register,
    *,
    stream: str,
    by_office: str,
    text: str,
    on: date,
    sourced: Sourced = OUR_RECORD,
) -> list[Fact]:
    """The reply of the speaker's body: public with the check, or at once where that is public."""
    claim = case(register, stream)
    if claim.state not in ("notified", "replied", "published"):
        raise NotTheTime(f"There is nothing to reply to yet. {WORDS[claim.state]}.")
    if claim.published:
        envelope = sourced.envelope(register, stream=stream, on=on)
    else:
        envelope = _internal(register, sourced, stream, on, "by_office", "text")
    return [ReplyGiven(**envelope, by_office=by_office, text=text)]


def publish(register: Register, *, stream: str, on: date) -> list[Fact]:
    """The check becomes public, and the reply with it: after a reply or the end of the period."""
    claim = case(register, stream)
    if claim.state not in ("notified", "replied") or claim.result is None:
        raise NotTheTime(f"It cannot be published yet. {WORDS[claim.state]}.")
    if on > register.valid:
        raise NotTheTime(
            f"{on_day(on)} is still to come. Publish it on that day: the period to reply runs "
            "until it is over."
        )
    due = claim.reply_due
    if claim.reply is None and due is not None and on <= due:
        raise NotTheTime(
            f"The speaker’s body may reply until {in_words(due.isoformat())}, and has not yet. "
            "Publish it the day after, or when the reply is here."
        )
    envelope = OUR_RECORD.envelope(register, stream=stream, on=on)
    steps = (claim.checked, claim.confirmed, claim.notified, claim.reply)
    opened = [
        Reclassified(
            **{**envelope, "ref": version.entry_id},
            fields=tuple(sorted(version.fact.classes)),
            class_="public",
            ground="Published, with the reply beside it where there is one.",
        )
        for version in steps
        if version is not None and version.fact.classes
    ]
    told = "" if claim.reply else "No reply was given in the period."
    return [
        *opened,
        ClaimPublished(**envelope, result=claim.result.value, text=told or None),
    ]


def _internal(
    register: Register, sourced: Sourced, stream: str, on: date, *fields: str
) -> dict[str, Any]:
    """An envelope of which nothing is public: not even that the step was taken."""
    envelope = sourced.envelope(register, stream=stream, on=on)
    marked = (*fields, "said", "source", *(("quote",) if envelope["quote"] else ()))
    return {**envelope, "classes": dict.fromkeys(marked, Classification.INTERNAL)}
