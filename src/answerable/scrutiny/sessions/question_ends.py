"""How a question of a session ends: answered, acted on, proved, or dropped with a reason.

A question without an answer and without an end comes back on the next agenda.
"""

import re
from datetime import date
from typing import Final

from answerable.ledger.register import Register, Version
from answerable.scrutiny.plans.plans import NotPossible
from answerable.scrutiny.sourced import OUR_RECORD, Sourced
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import (
    ActionPromised,
    AnswerGiven,
    MinutesSigned,
    PublicQuestionReceived,
    QuestionAsked,
    QuestionEnded,
)
from answerable.vocabulary.language import marked, say

ANSWERED, ACTED_ON, PROVED, DROPPED = "answered", "acted-on", "proved", "dropped"
OUTCOMES: Final = (ANSWERED, ACTED_ON, PROVED, DROPPED)
WORDS: Final = {
    ANSWERED: "Answered",
    ACTED_ON: marked("Acted on"),
    PROVED: "Proved",
    DROPPED: "Dropped",
}


_PUTS_OFF: Final = re.compile(
    r"\b(?:(?:do|does|did) not (?:yet )?know|don['’]t (?:yet )?know|not (?:yet )?known|unknown"
    r"|not yet|no answer|not answered|unable to|come back to|come back with|get back to"
    r"|find out|(?:cannot|can['’]t|could not) (?:say|answer|tell|give)|will (?:write|check|look)"
    r"|to be (?:confirmed|decided|advised)|tbc|(?:to|will|shall|['’]ll) follow|in due course"
    r"|take (?:it|that|this) away)\b",
    re.IGNORECASE,
)
"""Words of an answer that puts the question off."""


def puts_off(answer: str) -> bool:
    """Whether an answer says that there is none yet; whoever signs then says how it ended.

    >>> puts_off("We do not know yet."), puts_off("By the end of March.")
    (True, False)
    >>> puts_off("About half; a list will follow."), puts_off("We followed it up in May.")
    (True, False)
    """
    return _PUTS_OFF.search(answer) is not None


STILL_OPEN: Final = marked("Still open: it comes back on the next agenda")


def told(register: Register, asked: Version) -> str:
    """“Dropped: the report is out”; still open, where minutes were signed and it has no end.

    Of older papers nothing is said: nobody ended their questions one by one.
    """
    ended = register.versions_of(QuestionEnded, stream=asked.fact.stream)
    if ended:
        fact = ended[-1].fact
        words = WORDS.get(str(fact.get("outcome")), str(fact.get("outcome")))
        return f"{words}: {str(fact.get('reason')).rstrip('.')}" if fact.get("reason") else words
    meeting = asked.fact.get("meeting")
    signed = bool(meeting) and register.versions_of(MinutesSigned, stream=str(meeting))
    return STILL_OPEN if signed else ""


def unanswered(register: Register) -> tuple[Version, ...]:
    """Questions of sessions with neither an answer nor an end, oldest first.

    Where minutes were signed here, a question waits until it is ended. Of older papers an answer
    under the item answers its questions: minutes seldom say which words answer which.
    """
    given = register.versions_of(AnswerGiven)
    streams = {v.fact.stream for v in given}
    refs = {v.fact.ref for v in given if v.fact.ref}
    ended = {v.fact.stream for v in register.versions_of(QuestionEnded)}
    signed = {v.fact.stream for v in register.versions_of(MinutesSigned)}
    found = []
    for asked in register.versions_of(QuestionAsked):
        fact = asked.fact
        done = fact.stream in ended or fact.stream in streams or asked.entry_id in refs
        item = f"{fact.get('meeting')}/item/{fact.get('item')}"
        if not done and (fact.get("meeting") in signed or item not in streams):
            found.append(asked)
    return tuple(found)


def end(
    register: Register,
    *,
    question: str,
    outcome: str,
    on: date,
    reason: str | None = None,
    action: str | None = None,
    sourced: Sourced = OUR_RECORD,
) -> list[Fact]:
    """A question ends. Acted on names the action; proved and dropped say why."""
    asked = register.versions_of(QuestionAsked, PublicQuestionReceived, stream=question)
    if not asked:
        raise NotPossible(
            say(
                "The record holds no question {question}. Look it up in its session.",
                question=question,
            )
        )
    if register.versions_of(QuestionEnded, stream=question):
        raise NotPossible(
            say(
                "{question} has ended already. Correct that entry if it is wrong.",
                question=question,
            )
        )
    check(outcome, reason=reason, action=action)
    if action is not None and not register.versions_of(ActionPromised, stream=action):
        raise NotPossible(
            say("The record holds no action {action}. Promise it first.", action=action)
        )
    return [
        QuestionEnded(
            **sourced.envelope(register, stream=question, on=on),
            outcome=outcome,
            action=action,
            reason=reason or None,
        )
    ]


def check(outcome: str, *, reason: str | None, action: str | None) -> None:
    """Refuse an end that does not say what it must."""
    if outcome not in OUTCOMES:
        raise NotPossible(
            say(
                "“{outcome}” is no end. Use one of: {values}.",
                outcome=outcome[:40],
                values=", ".join(OUTCOMES),
            )
        )
    if outcome == ACTED_ON and not action:
        raise NotPossible(say("Name the action that came of the question."))
    if outcome == PROVED and not (reason or "").strip():
        raise NotPossible(say("Say what proves it: a letter, a figure, a visit."))
    if outcome == DROPPED and not (reason or "").strip():
        raise NotPossible(say("Say why the question is dropped."))
