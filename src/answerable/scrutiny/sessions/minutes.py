"""What a session took, asked, heard and agreed: facts, or a refusal.

An assurance judgement has its own fact and says why. Actions are promised here and nowhere by
themselves; the session is their `plan` where no other is named.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from answerable.ledger.register import Register
from answerable.scrutiny.phrases import stop
from answerable.scrutiny.plans.assigned import kept_as
from answerable.scrutiny.plans.plans import NotPossible, promise_action
from answerable.scrutiny.sourced import OUR_RECORD, Sourced
from answerable.vocabulary.access import Classification
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import (
    AnswerGiven,
    AssuranceJudged,
    ItemTaken,
    MeetingHeld,
    QuestionAsked,
)
from answerable.vocabulary.identity import slug
from answerable.vocabulary.times import in_words

LEVELS = ("assured", "partly", "not-assured")


@dataclass(frozen=True)
class Meeting:
    """A session as it was held. `present` and `chair` are offices, not names."""

    body: str
    date: date
    title: str
    sort: str
    place: str | None = None
    chair: str | None = None
    present: tuple[str, ...] = ()
    reference: str | None = None

    @property
    def stream(self) -> str:
        """`session/west-mercia-pcc/2024-07-16`; a planned session keeps the reference it has."""
        return self.reference or f"session/{self.body}/{self.date.isoformat()}"


@dataclass(frozen=True)
class Item:
    """An item: its number in the agenda, and what it was about (references or a theme).

    One with a `ground` was taken in private: only its number and the ground are public.
    """

    number: str
    title: str
    purpose: str | None = None
    about: tuple[str, ...] = ()
    ground: str | None = None
    review: str | None = None

    @property
    def stated_purpose(self) -> str | None:
        """Of an item taken in private, the ground and the day on which it is looked at again."""
        if self.ground is None:
            return self.purpose
        again = f" To be looked at again by {in_words(self.review)}." if self.review else ""
        return f"taken in private. Ground: {stop(self.ground)}{again}".rstrip(".")


@dataclass(frozen=True)
class Asked:
    """A question under an item, to an office."""

    item: str
    text: str
    to: str | None = None


@dataclass(frozen=True)
class Answered:
    """An answer under an item, by an office."""

    item: str
    text: str
    by_office: str


@dataclass(frozen=True)
class Judged:
    """The oversight body's judgement under an item: assured, partly or not-assured."""

    item: str
    level: str
    reason: str
    about: str | None = None


@dataclass(frozen=True)
class Agreed:
    """An action agreed under an item."""

    text: str
    owner: str | None = None
    due: str | None = None
    item: str | None = None
    answers: tuple[str, ...] = ()
    measure: str | None = None


def record(
    register: Register,
    *,
    meeting: Meeting,
    items: Sequence[Item],
    asked: Sequence[Asked] = (),
    answers: Sequence[Answered] = (),
    judged: Sequence[Judged] = (),
    actions: Sequence[Agreed] = (),
    sourced: Sourced = OUR_RECORD,
) -> list[Fact]:
    """The facts of one session, in the order in which people read them."""
    _check(register, meeting, items, [*asked, *answers, *judged])
    session, on = meeting.stream, meeting.date
    streams = {item.number: f"{session}/item/{slug(item.number)}" for item in items}

    facts: list[Fact] = [
        MeetingHeld(
            **sourced.envelope(register, stream=session, on=on),
            body=meeting.body,
            title=meeting.title,
            sort=meeting.sort,
            date=on.isoformat(),
            place=meeting.place,
            chair=meeting.chair,
            present=meeting.present,
        )
    ]
    for item in items:
        facts.append(
            ItemTaken(
                **sourced.envelope(register, stream=streams[item.number], on=on),
                meeting=session,
                number=item.number,
                title=item.title,
                purpose=item.stated_purpose,
                about=item.about,
            )
        )
    for place, question in enumerate(asked, start=1):
        facts.append(
            QuestionAsked(
                **sourced.envelope(register, stream=f"{session}/question/{place}", on=on),
                meeting=session,
                item=question.item,
                to=question.to,
                text=question.text,
            )
        )
    for answer in answers:
        facts.append(
            AnswerGiven(
                **sourced.envelope(register, stream=streams[answer.item], on=on),
                by_office=answer.by_office,
                text=answer.text,
            )
        )
    for judgement in judged:
        facts.append(
            AssuranceJudged(
                **sourced.envelope(register, stream=streams[judgement.item], on=on),
                meeting=session,
                item=judgement.item,
                about=judgement.about,
                level=judgement.level,
                reason=judgement.reason,
            )
        )
    private = {item.number for item in items if item.ground is not None}
    inside = {streams[number] for number in private}
    made = [restricted(fact) if _private(fact, private, inside) else fact for fact in facts]
    return [*made, *_actions(register, meeting, actions, sourced, private)]


def restricted(fact: Fact) -> Fact:
    """The fact with every value marked restricted; of an item, number and purpose stay public.

    What is empty is marked too: it may be put right into something.
    """
    public = {"meeting", "number", "purpose", "source", "said"}
    shown = public if isinstance(fact, ItemTaken) else set()
    held = [name for name in fact.values() if name not in shown]
    return replace(fact, classes=dict.fromkeys(held, Classification.RESTRICTED))


def _private(fact: Fact, private: set[str], inside: set[str]) -> bool:
    return fact.stream in inside or (isinstance(fact, QuestionAsked) and fact.item in private)


def _actions(
    register: Register,
    meeting: Meeting,
    actions: Sequence[Agreed],
    sourced: Sourced,
    private: set[str],
) -> list[Fact]:
    made: list[Fact] = []
    under = f"action/{meeting.body}/{meeting.date.isoformat()}/"
    first = len(register.streams(under=under)) + 1 if actions else 1
    for place, action in enumerate(actions, start=first):
        stream = f"{under}{place}"
        (fact,) = promise_action(
            register,
            stream=stream,
            text=action.text,
            owner=kept_as(register, action.owner) if action.owner else None,
            on=meeting.date,
            due=action.due,
            answers=action.answers,
            measure=action.measure,
            sourced=sourced,
        )
        fact = fact.with_value("plan", meeting.stream)
        made.append(restricted(fact) if action.item in private else fact)
    return made


def _check(
    register: Register,
    meeting: Meeting,
    items: Sequence[Item],
    under: Sequence[Asked | Answered | Judged],
) -> None:
    if register.versions_of(MeetingHeld, stream=meeting.stream):
        raise NotPossible(
            f"The session {meeting.stream} is on the record already. Correct its entries "
            "instead of recording it again.",
            code="already_recorded",
        )
    if not items:
        raise NotPossible("A session needs at least one item.", code="no_item")
    numbers = [item.number for item in items]
    twice = next((n for n in numbers if numbers.count(n) > 1), None)
    if twice is not None:
        raise NotPossible(f"Two items have the number {twice}. Number them apart.")
    for part in under:
        if part.item not in numbers:
            raise NotPossible(
                f"There is no item {part.item} in this session. Its items are: "
                f"{', '.join(numbers)}.",
                code="unknown_item",
            )
        if isinstance(part, Judged):
            _check_judgement(part)


def _check_judgement(judged: Judged) -> None:
    if judged.level not in LEVELS:
        raise NotPossible(
            f"“{judged.level}” is no level of assurance. Use one of: {', '.join(LEVELS)}."
        )
    if not judged.reason.strip():
        raise NotPossible("Say why: an assurance judgement stands with its reason.")
