"""Several actions of a register are given an owner, a date, or both: all of them or none."""

from collections.abc import Sequence
from datetime import datetime

from answerable.ledger.book import Receipt
from answerable.ledger.register import Register
from answerable.operations import access
from answerable.operations.quoting import typed
from answerable.operations.record import of_action
from answerable.scrutiny.plans import together
from answerable.scrutiny.plans.plans import NotPossible
from answerable.scrutiny.plans.together import Asked
from answerable.vocabulary.access import Actor
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.identity import reference as checked
from answerable.vocabulary.language import say

MOST = 500
"""Actions that are changed at once."""


def require(by: Actor, institution: str, asked: Asked) -> None:
    """Refuse whoever may not do what is asked."""
    if asked.owner:
        access.require(by, "reassign", about=institution)
    if asked.due:
        access.require(by, "move_due_date", about=institution)
    if asked.unlink or asked.confirm:
        access.require(by, "correct", about=institution)


def checked_asked(asked: Asked, among: Sequence[str]) -> None:
    """Refuse what asks for nothing, of nothing, or of too many at once."""
    if not among:
        raise NotPossible(say("Tick at least one action."))
    if len(among) > MOST:
        raise NotPossible(
            say(
                "These are {many} actions. At most {most} are changed at once: filter the "
                "register further.",
                many=f"{len(among):,}",
                most=f"{MOST:,}",
            )
        )
    if not (asked.owner or asked.due or asked.unlink or asked.confirm):
        raise NotPossible(
            say("Say which owner or which date they get, or what they answer, or answer not.")
        )


def change_together(
    *,
    by: Actor,
    at: datetime,
    key: str,
    seen: int | None,
    institution: str,
    among: Sequence[str],
    asked: Asked,
) -> Receipt:
    """The owner, the date, or both of several actions, as they were looked at; all or none."""
    checked_asked(asked, among)
    require(by, institution, asked)
    typed(asked.reason, what="reason")
    checked(typed(asked.authoriser, what="office that agreed"))
    names = tuple(checked(name) for name in dict.fromkeys(among))

    def decide(register: Register) -> list[Fact]:
        return together.change(register, names, asked)

    return of_action.Actions().append(
        about=institution, decide=decide, by=by, at=at, key=key, seen=seen
    )
