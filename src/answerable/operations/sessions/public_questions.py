"""Questions: those of the public are taken in; each question is brought to an end."""

from datetime import date, datetime

from answerable.ledger.book import Receipt
from answerable.ledger.register import Register
from answerable.operations.quoting import typed
from answerable.operations.record import grounds
from answerable.operations.recording import book
from answerable.operations.sessions.session_plans import about, own_session
from answerable.scrutiny.sessions import planning, public_questions, question_ends
from answerable.vocabulary.access import Actor
from answerable.vocabulary.fact_base import Fact


def take_public_question(
    *,
    by: Actor,
    at: datetime,
    key: str,
    seen: int | None,
    session: str,
    text: str,
    on: date,
    asker: str | None = None,
) -> Receipt:
    """A member of the public asks something for a session that is planned."""
    institution, body = about(session)
    own_session(by, "take_public_question", institution=institution, body=body)
    text = typed(text, what="words of the question")

    def decide(register: Register) -> list[Fact]:
        planning.waiting(register, session)
        return public_questions.receive(register, session=session, text=text, asker=asker, on=on)

    receipt = book().append(about=institution, decide=decide, by=by, at=at, key=key, seen=seen)
    held = grounds.after(grounds.PERSONAL, grounds.PERSONAL_DAYS, on=on)
    grounds.state_grounds(receipt, lambda _: held, about=institution, by=by, at=at, key=key, on=on)
    return receipt


def end_question(
    *,
    by: Actor,
    at: datetime,
    key: str,
    seen: int | None,
    question: str,
    outcome: str,
    on: date,
    reason: str | None = None,
    action: str | None = None,
) -> Receipt:
    """A question ends outside a session: answered, acted on, proved or dropped; and why."""
    institution, body = about("/".join(question.split("/")[:3]))
    own_session(by, "end_question", institution=institution, body=body)

    def decide(register: Register) -> list[Fact]:
        return question_ends.end(
            register, question=question, outcome=outcome, on=on, reason=reason, action=action
        )

    return book().append(about=institution, decide=decide, by=by, at=at, key=key, seen=seen)
