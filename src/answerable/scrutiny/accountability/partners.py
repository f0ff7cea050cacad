"""Who shares which action, under which agreement, and when that agreement is to be reviewed."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from answerable.ledger.register import Register, Version
from answerable.scrutiny.progress import progress
from answerable.scrutiny.sourced import OUR_RECORD, Sourced
from answerable.scrutiny.standing import Progress
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import (
    ActionPromised,
    ActionUpdated,
    AgreementMade,
    FindingPublished,
    PartnerJoined,
)
from answerable.vocabulary.language import say
from answerable.vocabulary.refusal import Refusal
from answerable.vocabulary.regimes import Names
from answerable.vocabulary.times import in_words, last_day

ReviewState = Literal["overdue", "due", "later", "no date"]


class NotShared(Refusal):
    """A part in an action that somebody does not have, or has already."""

    code = "not_shared"


@dataclass(frozen=True)
class Shared:
    """A partner's part in one action or finding, and what it said of it last."""

    partner: str
    part: str | None
    agreement: str | None
    item: Progress
    joined: Version
    answer: Version | None


@dataclass(frozen=True)
class Agreement:
    """An agreement to share information, as it was made or renewed last."""

    reference: str
    title: str
    parties: tuple[str, ...]
    review: str | None
    state: ReviewState
    version: Version
    renewed: int

    @property
    def words(self) -> str:
        """When it is to be looked at again."""
        if self.review is None:
            return say("No review date is in our sources.")
        on = in_words(self.review)
        match self.state:
            case "overdue":
                return say("Its review date, {on}, has passed.", on=on)
            case "due":
                return say("To be reviewed by {on}.", on=on)
        return say("Next review: {on}.", on=on)


def shared(register: Register, *, names: Names | None = None) -> tuple[Shared, ...]:
    """Every part of a partner, in the order in which they joined."""
    found = []
    for version in register.versions_of(PartnerJoined):
        fact = version.fact
        partner = fact.get("partner")
        if not partner or not register.versions_of(
            ActionPromised, FindingPublished, stream=fact.stream
        ):
            continue
        answers = [
            v
            for v in register.versions_of(ActionUpdated, stream=fact.stream)
            if v.by.body == partner
        ]
        found.append(
            Shared(
                partner=partner,
                part=fact.get("part"),
                agreement=fact.get("agreement"),
                item=progress(register, fact.stream, names=names),
                joined=version,
                answer=answers[-1] if answers else None,
            )
        )
    return tuple(found)


def agreements(register: Register, *, on: date, soon: int) -> tuple[Agreement, ...]:
    """Every agreement as it stands, those whose review is overdue or due first.

    `soon`: a review within so many days is due.
    """
    last: dict[str, list[Version]] = {}
    for version in register.versions_of(AgreementMade):
        last.setdefault(version.fact.stream, []).append(version)
    found = [
        _agreement(sorted(v, key=lambda v: (v.fact.valid.start, v.seq)), on, soon)
        for v in last.values()
    ]
    return tuple(sorted(found, key=lambda a: (_RANK[a.state], a.review or "9999", a.reference)))


def join(
    register: Register,
    *,
    stream: str,
    partner: str,
    part: str,
    on: date,
    agreement: str | None = None,
    sourced: Sourced = OUR_RECORD,
) -> list[Fact]:
    """A partner has a part in an action; it joins once."""
    if not register.versions_of(ActionPromised, FindingPublished, stream=stream):
        raise NotShared(say("The record holds no action or finding {stream}.", stream=stream[:80]))
    known = register.versions_of(PartnerJoined, stream=stream)
    if any(v.fact.get("partner") == partner and v.fact.get("part") == part for v in known):
        raise NotShared(say("It has this part already. To change it, correct the entry."))
    if agreement and not register.versions_of(AgreementMade, stream=agreement):
        raise NotShared(
            say(
                "The record holds no agreement {agreement}. Record it first.",
                agreement=agreement[:80],
            )
        )
    return [
        PartnerJoined(
            **sourced.envelope(register, stream=stream, on=on),
            partner=partner,
            part=part,
            agreement=agreement,
        )
    ]


def answer(register: Register, *, stream: str, partner: str, text: str, on: date) -> list[Fact]:
    """A partner's own news of an action in which it has a part; it moves no rung."""
    need_part(register, stream=stream, partner=partner)
    return [ActionUpdated(**OUR_RECORD.envelope(register, stream=stream, on=on), text=text)]


def parts_of(register: Register, *, partner: str) -> frozenset[str]:
    """The streams of what a partner has a part in."""
    return frozenset(
        version.fact.stream
        for version in register.versions_of(PartnerJoined)
        if version.fact.get("partner") == partner
    )


def need_part(register: Register, *, stream: str, partner: str) -> None:
    """Refuse a partner that has no part in an action."""
    known = register.versions_of(PartnerJoined, stream=stream)
    if not any(v.fact.get("partner") == partner for v in known):
        raise NotShared(
            say(
                "Your body has no part in this action, so it cannot answer for "
                "it. Ask the office that holds the institution to account to "
                "record your part first."
            )
        )


def _agreement(versions: list[Version], on: date, soon: int) -> Agreement:
    version = versions[-1]
    fact = version.fact
    review = fact.get("review")
    return Agreement(
        reference=fact.stream,
        title=fact.get("title") or "Agreement",
        parties=tuple(fact.get("parties") or ()),
        review=review,
        state=_state(review, on, soon),
        version=version,
        renewed=len(versions) - 1,
    )


def _state(review: str | None, on: date, soon: int) -> ReviewState:
    if review is None:
        return "no date"
    left = (last_day(review) - on).days
    if left < 0:
        return "overdue"
    return "due" if left <= soon else "later"


_RANK: dict[ReviewState, int] = {"overdue": 0, "due": 1, "no date": 2, "later": 3}
