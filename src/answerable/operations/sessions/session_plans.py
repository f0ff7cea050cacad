"""The forward plan: sessions planned, moved and cancelled; papers asked for and received."""

from collections.abc import Sequence
from datetime import date, datetime

from answerable.ledger.book import Receipt
from answerable.ledger.register import Register
from answerable.operations import access, catalogue, quoting
from answerable.operations.plans import evidence_kept
from answerable.operations.quoting import typed
from answerable.operations.recording import book
from answerable.scrutiny.plans.plans import NotPossible
from answerable.scrutiny.sessions import planning
from answerable.scrutiny.sessions.planning import Planned
from answerable.store.papers import documents
from answerable.store.reads import lookup, oversight, registers
from answerable.vocabulary.access import Actor
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.identity import reference as checked


def own_session(by: Actor, operation: str, *, institution: str, body: str) -> None:
    """Refuse whoever may not do this about the institution, or for another body's session."""
    access.require(by, operation, about=institution)
    if by.body not in (body, institution) and oversight.overseen_now(by.body, on=by.on):
        raise NotPossible(f"An office of {by.body} keeps its own sessions, not those of {body}.")


def plan_sessions(
    *,
    by: Actor,
    at: datetime,
    key: str,
    seen: int | None,
    institution: str,
    body: str,
    series: str,
    sessions: Sequence[Planned],
    on: date,
) -> Receipt:
    """Sessions of one series enter the forward plan together, or none of them does."""
    own_session(by, "plan_session", institution=institution, body=body)
    regime = catalogue.regime_of(institution, on=on)

    def decide(register: Register) -> list[Fact]:
        return planning.plan(
            register, body=body, series=series, sessions=sessions, on=on, regime=regime
        )

    return book().append(about=institution, decide=decide, by=by, at=at, key=key, seen=seen)


def change_session(
    *,
    by: Actor,
    at: datetime,
    key: str,
    seen: int | None,
    session: str,
    state: str,
    to: date | None,
    reason: str,
    on: date,
) -> Receipt:
    """A planned session is moved, cancelled or was not quorate, with the reason."""
    institution, body = about(session)
    own_session(by, "change_session", institution=institution, body=body)
    reason = typed(reason, what="reason")

    def decide(register: Register) -> list[Fact]:
        return planning.change(register, session=session, state=state, to=to, reason=reason, on=on)

    return book().append(about=institution, decide=decide, by=by, at=at, key=key, seen=seen)


def require_paper(
    *,
    by: Actor,
    at: datetime,
    key: str,
    seen: int | None,
    session: str,
    office: str,
    question: str,
    on: date,
    scope: str | None = None,
    comparator: str | None = None,
    due: date | None = None,
) -> Receipt:
    """A written requirement: what a paper must answer, from which office, by when."""
    institution, body = about(session)
    own_session(by, "require_paper", institution=institution, body=body)
    question = typed(question, what="question that the paper must answer")
    office = checked(typed(office, what="office that writes the paper"))
    regime = catalogue.regime_of(institution, on=on)

    def decide(register: Register) -> list[Fact]:
        return planning.require_paper(
            register,
            session=session,
            office=office,
            question=question,
            on=on,
            regime=regime,
            scope=scope,
            comparator=comparator,
            due=due,
        )

    return book().append(about=institution, decide=decide, by=by, at=at, key=key, seen=seen)


def receive_paper(
    *,
    by: Actor,
    at: datetime,
    key: str,
    seen: int | None,
    paper: str,
    on: date,
    text: str | None = None,
    files: Sequence[bytes] = (),
) -> Receipt:
    """A paper came: its files are kept by their SHA-256, or words say what came."""
    session = paper.partition("/paper/")[0]
    institution, body = about(session)
    own_session(by, "receive_paper", institution=institution, body=body)
    if text:
        text = quoting.typed(text, what="words about the paper")
    for data in files:
        evidence_kept.kind_of(data)
    digests = tuple(documents.keep(data) for data in files)

    def decide(register: Register) -> list[Fact]:
        return planning.receive_paper(register, paper=paper, digests=digests, text=text, on=on)

    return book().append(about=institution, decide=decide, by=by, at=at, key=key, seen=seen)


def whose(body: str, *, on: date) -> tuple[str, str]:
    """The institution and the body that holds it to account, from either of them."""
    held = registers.reported()
    overseen = sorted(oversight.ever_overseen(body))
    institution = body if body in held else next((n for n in overseen if n in held), None)
    institution = institution or next(iter(overseen), None)
    if institution is None:
        raise NotPossible(
            f"“{body[:60]}” holds no institution to account. Name a body of the catalogue.",
            code="no_such_body",
        )
    return institution, catalogue.oversight_of(institution, on=on) or body


def dates(
    *,
    first: date,
    every: str,
    count: int,
    themes: Sequence[str] = (),
    time: str | None = None,
    place: str | None = None,
) -> tuple[Planned, ...]:
    """The sessions of a rhythm, their themes dealt out in turn."""
    days = planning.repeat(first, every=every, times=count)
    return tuple(
        Planned(day, themes[n % len(themes)] if themes else None, time, place)
        for n, day in enumerate(days)
    )


def about(session: str) -> tuple[str, str]:
    """The institution a session is about and the body that holds it, from its reference."""
    parts = checked(session).split("/")
    if len(parts) != len(("session", "body", "day")) or parts[0] != "session":
        raise NotPossible(
            f"“{session[:60]}” is no session. A session is called session/BODY/DATE.",
            code="no_such_session",
        )
    return lookup.find(session).institution, parts[1]
