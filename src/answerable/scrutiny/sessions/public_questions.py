"""Questions from the public: taken in, answered in a session or dropped with a reason.

The name of whoever asks is restricted from the start; the words of the question are public.
"""

from dataclasses import dataclass
from datetime import date

from answerable.ledger.register import Register, Version
from answerable.scrutiny.phrases import on_day
from answerable.scrutiny.plans.plans import NotPossible
from answerable.scrutiny.sourced import OUR_RECORD, Sourced
from answerable.vocabulary.access import Classification
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import AnswerGiven, PublicQuestionReceived, QuestionEnded
from answerable.vocabulary.language import say


@dataclass(frozen=True, slots=True)
class PublicQuestion:
    """One question of a member of the public, and how it ended."""

    reference: str
    session: str
    text: str | None
    on: date
    received: Version
    answer: Version | None
    ended: Version | None

    @property
    def open(self) -> bool:
        """Neither answered nor dropped."""
        return self.answer is None and self.ended is None

    @property
    def words(self) -> str:
        """“Answered on 21 January 2027: …”, “No answer is on record.”"""
        if self.answer is not None:
            said = self.answer.fact.get("text") or say("the words are not shown")
            return say(
                "Answered on {day}: {said}", day=on_day(self.answer.fact.valid.start), said=said
            )
        if self.ended is not None:
            why = self.ended.fact.get("reason") or say("no reason given")
            return f"{str(self.ended.fact.get('outcome')).capitalize()}: {why}"
        return say("No answer is on record.")


def of_session(register: Register, session: str) -> tuple[PublicQuestion, ...]:
    """The questions for one session, in the order in which they came."""
    return tuple(
        _question(register, v)
        for v in register.versions_of(PublicQuestionReceived)
        if v.fact.get("meeting") == session
    )


def receive(
    register: Register,
    *,
    session: str,
    text: str,
    asker: str | None,
    on: date,
    sourced: Sourced = OUR_RECORD,
) -> list[Fact]:
    """A question was sent in for a session; the asker's name is restricted."""
    if not text.strip():
        raise NotPossible(say("Give the words of the question."))
    number = len(of_session(register, session)) + 1
    return [
        PublicQuestionReceived(
            **sourced.envelope(register, stream=f"{session}/public/{number}", on=on),
            meeting=session,
            asker=asker or None,
            text=text,
            classes={"asker": Classification.RESTRICTED} if asker else {},
        )
    ]


def _question(register: Register, version: Version) -> PublicQuestion:
    stream = version.fact.stream
    answers = register.versions_of(AnswerGiven, stream=stream)
    ended = register.versions_of(QuestionEnded, stream=stream)
    return PublicQuestion(
        reference=stream,
        session=str(version.fact.get("meeting")),
        text=version.fact.get("text"),
        on=version.fact.valid.start,
        received=version,
        answer=answers[-1] if answers else None,
        ended=ended[-1] if ended else None,
    )
