"""What a session took, asked, heard and agreed: facts, or a refusal.

An assurance judgement has its own fact and says why. Actions are promised here and nowhere by
themselves; the session is their `plan` where no other is named.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from answerable.ledger.register import Register
from answerable.scrutiny.plans import NotPossible, promise_action
from answerable.scrutiny.sourced import OUR_RECORD, Sourced
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import (
    AnswerGiven,
    AssuranceJudged,
    ItemTaken,
    MeetingHeld,
    QuestionAsked,
)
from answerable.vocabulary.identity import slug

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

    @property
    def stream(self) -> str:
        """`session/west-mercia-pcc/2024-07-16`."""
        return f"session/{self.body}/{self.date.isoformat()}"


@dataclass(frozen=True)
class Item:
    """An item: its number in the agenda, and what it was about (references or a theme)."""

    number: str
    title: str
    purpose: str | None = None
    about: tuple[str, ...] = ()


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
                purpose=item.purpose,
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
    return facts + _actions(register, meeting, actions, sourced)


def _actions(
    register: Register, meeting: Meeting, actions: Sequence[Agreed], sourced: Sourced
) -> list[Fact]:
    made: list[Fact] = []
    for place, action in enumerate(actions, start=1):
        stream = f"action/{meeting.body}/{meeting.date.isoformat()}/{place}"
        (fact,) = promise_action(
            register,
            stream=stream,
            text=action.text,
            owner=action.owner,
            on=meeting.date,
            due=action.due,
            answers=action.answers,
            measure=action.measure,
            sourced=sourced,
        )
        made.append(fact.with_value("plan", meeting.stream))
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
