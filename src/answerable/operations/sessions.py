"""Sessions: the agenda that the record proposes, and what was taken and agreed."""

from collections.abc import Mapping
from datetime import date, datetime

from answerable.ledger.book import Receipt
from answerable.ledger.register import Register
from answerable.operations import access, catalogue, quoting
from answerable.operations.meeting_file import Minutes
from answerable.operations.quoting import Quoted
from answerable.scrutiny import agenda as proposals
from answerable.scrutiny import minutes
from answerable.scrutiny.agenda import AgendaItem
from answerable.scrutiny.clocks import Window
from answerable.scrutiny.matter import report_of
from answerable.scrutiny.plans import NotPossible
from answerable.scrutiny.progress import findings
from answerable.scrutiny.responses import response
from answerable.store import oversight, registers
from answerable.store.book import book
from answerable.vocabulary.access import Actor
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.refusal import Refusal


class NothingToScrutinise(Refusal):
    """A body about which, or about whose institutions, the record holds nothing."""

    code = "no_such_body"


def agenda(
    *,
    actor: Actor,
    body: str,
    on: date,
    known: int | None = None,
    said: date | None = None,
) -> tuple[AgendaItem, ...]:
    """Proposed items for a session on a day, most pressing first, each with its reasons.

    `body` is the institution, or the body that holds it to account.
    """
    proposed: list[AgendaItem] = []
    for institution in _institutions(body):
        register = registers.register(institution, valid=on, known=known, said=said, actor=actor)
        regime = catalogue.regime_of(institution)
        proposed += proposals.agenda(
            register,
            on=on,
            regime=regime,
            questions=catalogue.questions(),
            oversight=catalogue.oversight_of(institution),
            windows=_windows(register, institution),
        )
    return tuple(proposed)


def hold_meeting(
    *,
    by: Actor,
    at: datetime,
    key: str,
    seen: int | None,
    held: Minutes,
    words: Quoted | None = None,
) -> Receipt:
    """A session took place: its items, questions, answers and judgements, and what was agreed.

    A judgement of assurance is the oversight body's own act: it needs that permission too.
    """
    access.require(by, "hold_meeting", about=held.institution)
    if held.judged:
        access.require(by, "judge_assurance", about=held.institution)
    if by.body != held.meeting.body and oversight.overseen_now(by.body):
        raise NotPossible(
            f"An office of {by.body} records its own sessions, not those of {held.meeting.body}."
        )
    sourced = quoting.sourced(words, about=held.institution)

    def decide(register: Register) -> list[Fact]:
        return minutes.record(
            register,
            meeting=held.meeting,
            items=held.items,
            asked=held.asked,
            answers=held.answers,
            judged=held.judged,
            actions=held.actions,
            sourced=sourced,
        )

    return book().append(about=held.institution, decide=decide, by=by, at=at, key=key, seen=seen)


def _institutions(body: str) -> tuple[str, ...]:
    held = registers.institutions()
    if body in held:
        return (body,)
    found = tuple(name for name in held if name in oversight.overseen_now(body))
    if not found:
        raise NothingToScrutinise(
            f"The record holds nothing about “{body[:60]}”, nor about an institution that it "
            f"holds to account. It holds: {', '.join(held) or 'nothing yet'}."
        )
    return found


def _windows(register: Register, institution: str) -> Mapping[str, Window]:
    """The statutory window of each report that asked something of the institution."""
    regime = catalogue.regime_of(institution)
    reports = dict.fromkeys(report_of(f.reference) for f in findings(register))
    found = {r: response(register, report=r, regime=regime).window for r in reports}
    return {report: window for report, window in found.items() if window is not None}
