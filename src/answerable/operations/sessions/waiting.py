"""How far the papers of a session are before it is signed: an agenda, minutes that wait."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from answerable.operations import access
from answerable.operations.sessions.session_draft import KIND
from answerable.scrutiny.sessions import forward_plan
from answerable.store.people import drafts as store
from answerable.store.people.drafts import Draft
from answerable.store.reads import lookup, registers
from answerable.store.reads.registers import ZONE
from answerable.vocabulary.access import Actor

WRITTEN = (":words", ":level")
"""The boxes that are filled in a session and not before it."""
State = Literal["none", "agenda", "minutes"]


@dataclass(frozen=True, slots=True)
class Unsigned:
    """A session whose minutes are written and not signed; `own`: this actor may sign them."""

    reference: str
    title: str
    date: str
    institution: str
    own: bool


def draft_of(session: str, *, body: str) -> Draft | None:
    """The draft of a session, where somebody began one."""
    return store.get(kind=KIND, about=session, body=body)


def state(draft: Draft | None) -> State:
    """Nothing, an agenda, or minutes that somebody has begun to write."""
    if draft is None:
        return "none"
    written = any(v.strip() for name, v in draft.fields.items() if name.endswith(WRITTEN))
    return "minutes" if written else "agenda"


def unsigned(*, actor: Actor, at: datetime) -> tuple[Unsigned, ...]:
    """The sessions of the actor's own body whose minutes wait to be signed, oldest first.

    What is typed before the day of a session is a note for it and waits for nobody.
    """
    if actor.is_public:
        return ()
    day = at.astimezone(ZONE).date()
    found = []
    for draft in store.of_body(kind=KIND, body=actor.body):
        if state(draft) != "minutes":
            continue
        try:
            institution = lookup.find(draft.about).institution
        except lookup.NotOnRecord:
            continue
        if not access.may(actor, "draft_minutes", about=institution):
            continue
        register = registers.register(institution, valid=day, actor=actor)
        session = forward_plan.session(register, draft.about)
        if session is not None and session.held is None and session.day <= day:
            own = access.may(actor, "sign_minutes", about=institution)
            found.append(Unsigned(draft.about, session.title, session.date, institution, own))
    return tuple(found)
