"""The actions that their log calls superseded, set aside at once with one reason: all or none."""

from collections.abc import Sequence
from datetime import date, datetime

from answerable.ledger.book import Receipt
from answerable.ledger.register import Register
from answerable.operations import access
from answerable.operations.plans import log_statuses
from answerable.operations.quoting import typed
from answerable.operations.record import of_action
from answerable.scrutiny.plans import set_aside as room
from answerable.scrutiny.plans.plans import NotPossible
from answerable.scrutiny.plans.set_aside import Row
from answerable.scrutiny.progress import actions
from answerable.vocabulary.access import Actor
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.identity import reference as checked
from answerable.vocabulary.language import say

MAY = "merge"
"""Whoever may say that an action is a duplicate: both end it as superseded."""


def found(register: Register) -> tuple[Row, ...]:
    """Every open action of which the last words of its log are “superseded” or the like.

    So are words that say nothing by themselves, such as “N/A”, where a person said so.
    """
    meant = log_statuses.said(register.institution).items()
    said = {words for words, state in meant if state == log_statuses.ASIDE}
    return room.rows(register, actions(register), said=said)


def set_aside(
    *,
    by: Actor,
    at: datetime,
    key: str,
    seen: int | None,
    institution: str,
    among: Sequence[str],
    reason: str,
    on: date,
) -> Receipt:
    """These actions are not followed any more, as their log says; each can be followed again."""
    access.require(by, MAY, about=institution)
    reason = typed(reason, what="reason")
    wanted = {checked(name) for name in among}

    def decide(register: Register) -> list[Fact]:
        every = found(register)
        if gone := wanted - {row.item.reference for row in every}:
            raise NotPossible(
                say(
                    "{stream} is not among the open actions that a log calls superseded. Look at "
                    "the list again; nothing was recorded.",
                    stream=min(gone),
                ),
                code="changed_meanwhile",
            )
        rows = [row for row in every if row.item.reference in wanted]
        return room.set_aside(register, rows, reason=reason, on=on)

    return of_action.Actions().append(
        about=institution, decide=decide, by=by, at=at, key=key, seen=seen
    )
