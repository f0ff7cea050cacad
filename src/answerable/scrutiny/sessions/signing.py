"""Signed minutes: everything that a session took, in one list of facts, or a refusal.

What is signed is a text: its public part is kept as a file and named by its SHA-256; what was
taken in private stands in the same fact, restricted. The facts beside it say the same things.
"""

from dataclasses import dataclass, replace
from datetime import date

from answerable.ledger.register import Register
from answerable.scrutiny.plans.plans import NotPossible
from answerable.scrutiny.sessions import forward_plan, minutes, question_ends
from answerable.scrutiny.sessions.minutes import Agreed, Answered, Asked, Item, Judged, Meeting
from answerable.scrutiny.sourced import OUR_RECORD, Sourced
from answerable.vocabulary.access import Classification
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import (
    AnswerGiven,
    ApologiesGiven,
    DocumentFiled,
    MinutesApproved,
    MinutesSigned,
    QuestionEnded,
)
from answerable.vocabulary.times import in_words


@dataclass(frozen=True, slots=True)
class Ended:
    """How the `place`-th question of the session (from 1) ended.

    `action` is the place of the session's action that came of it, from 1.
    """

    place: int
    outcome: str
    reason: str | None = None
    action: int | None = None


@dataclass(frozen=True, slots=True)
class PublicAnswer:
    """The answer to a question from the public, by its reference."""

    question: str
    text: str
    by_office: str


@dataclass(frozen=True)
class Taken:
    """Everything of one session that is to be signed."""

    meeting: Meeting
    items: tuple[Item, ...]
    asked: tuple[Asked, ...] = ()
    answers: tuple[Answered, ...] = ()
    judged: tuple[Judged, ...] = ()
    actions: tuple[Agreed, ...] = ()
    apologies: tuple[str, ...] = ()
    ended: tuple[Ended, ...] = ()
    public: tuple[PublicAnswer, ...] = ()
    approves: str | None = None


@dataclass(frozen=True, slots=True)
class Text:
    """The minutes as signed: the kept file of the public part, and the words of the private."""

    digest: str
    title: str
    standing: str
    private: str | None = None


def sign(
    register: Register,
    *,
    taken: Taken,
    text: Text,
    by_office: str,
    on: date,
    sourced: Sourced = OUR_RECORD,
) -> list[Fact]:
    """The facts of a session and of its signed minutes, to be recorded together."""
    meeting = taken.meeting
    _check(register, meeting, on)
    told = Sourced(source=replace(sourced.source, doc=text.digest), doc=text.digest)
    day = meeting.date
    made = minutes.record(
        register,
        meeting=meeting,
        items=taken.items,
        asked=taken.asked,
        answers=taken.answers,
        judged=taken.judged,
        actions=taken.actions,
        sourced=told,
    )
    if taken.apologies:
        made.append(
            ApologiesGiven(
                **told.envelope(register, stream=meeting.stream, on=day),
                offices=taken.apologies,
            )
        )
    made += _ended(register, taken, told)
    for answer in taken.public:
        made += [
            AnswerGiven(
                **told.envelope(register, stream=answer.question, on=day),
                by_office=answer.by_office,
                text=answer.text,
            ),
            QuestionEnded(
                **told.envelope(register, stream=answer.question, on=day),
                outcome=question_ends.ANSWERED,
            ),
        ]
    if taken.approves is not None:
        made += approve(register, session=taken.approves, at=meeting.stream, on=day, sourced=told)
    return [
        DocumentFiled(
            **told.envelope(register, stream=f"document/{text.digest[:8]}", on=day),
            title=text.title,
            type="minutes",
            publisher=meeting.body,
            published=on.isoformat(),
            media_type="text/plain",
            standing=text.standing,
        ),
        *made,
        MinutesSigned(
            **told.envelope(register, stream=meeting.stream, on=on),
            digest=text.digest,
            by_office=by_office,
            text=text.private,
            classes={"text": Classification.RESTRICTED} if text.private else {},
        ),
    ]


def approve(
    register: Register,
    *,
    session: str,
    at: str,
    on: date,
    sourced: Sourced = OUR_RECORD,
) -> list[Fact]:
    """A later session, `at`, approves the minutes of an earlier one."""
    earlier = forward_plan.session(register, session)
    if earlier is None or earlier.held is None:
        raise NotPossible(f"The record holds no session {session} that was held.")
    if earlier.approved is not None:
        raise NotPossible(f"The minutes of {in_words(earlier.date)} are approved already.")
    if earlier.day >= on:
        raise NotPossible(
            f"The minutes of {in_words(earlier.date)} are approved at a later session."
        )
    return [MinutesApproved(**sourced.envelope(register, stream=session, on=on), at=at)]


def approve_afterwards(register: Register, *, session: str, at: str, on: date) -> list[Fact]:
    """As `approve`, of a later session whose own minutes are not being signed with it.

    One that the plan knows must have been held; one that is not on the record is taken as said.
    """
    later = forward_plan.session(register, at)
    if later is not None and later.held is None:
        raise NotPossible(
            f"The record does not say that the session of {in_words(later.date)} was held: it is "
            f"{later.state}. Sign its minutes first, or name the session that approved these."
        )
    return approve(register, session=session, at=at, on=on)


def _ended(register: Register, taken: Taken, sourced: Sourced) -> list[Fact]:
    meeting = taken.meeting
    private = {item.number for item in taken.items if item.ground is not None}
    under = f"action/{meeting.body}/{meeting.date.isoformat()}/"
    first = len(register.streams(under=under)) if taken.actions else 0
    made: list[Fact] = []
    for one in taken.ended:
        action = f"{under}{first + one.action}" if one.action else None
        question_ends.check(one.outcome, reason=one.reason, action=action)
        fact = QuestionEnded(
            **sourced.envelope(
                register, stream=f"{meeting.stream}/question/{one.place}", on=meeting.date
            ),
            outcome=one.outcome,
            action=action,
            reason=one.reason,
        )
        hidden = taken.asked[one.place - 1].item in private
        made.append(minutes.restricted(fact) if hidden else fact)
    return made


def _check(register: Register, meeting: Meeting, on: date) -> None:
    if on < meeting.date:
        raise NotPossible(
            f"The session is on {in_words(meeting.date.isoformat())}: its minutes cannot be "
            "signed before that day."
        )
    found = forward_plan.session(register, meeting.stream)
    if found is not None and found.state == forward_plan.CANCELLED:
        raise NotPossible("This session is cancelled. Plan another, or correct that entry.")
