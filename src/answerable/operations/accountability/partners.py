"""Partners: named, a part in an action, an agreement to share information, their own answer."""

from collections.abc import Sequence
from datetime import date, datetime

from answerable.ledger.book import Receipt
from answerable.ledger.register import Register
from answerable.operations import access, catalogue, installation, quoting
from answerable.operations.findings.owners import body_called
from answerable.operations.installation import Named, OwnOffice
from answerable.operations.quoting import Quoted, typed
from answerable.operations.record import of_action
from answerable.operations.recording import book
from answerable.scrutiny.accountability import partners as room
from answerable.scrutiny.accountability.partners import NotShared
from answerable.store.reads import lookup, registers
from answerable.vocabulary import times
from answerable.vocabulary.access import Actor, Role
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import AgreementMade, BodyNamed
from answerable.vocabulary.identity import reference as checked
from answerable.vocabulary.identity import slug
from answerable.vocabulary.language import say

FEWEST = 2
POST = "partner"


def name_partner(
    *,
    by: Actor,
    at: datetime,
    key: str,
    seen: int | None,
    institution: str,
    name: str,
    on: date,
    kind: str = "",
) -> Receipt:
    """Name a partner that no list holds, and its office `ID/partner`, to which accounts are given.

    `kind` says in words what it is, such as “County council”; `on` since when it is a partner.
    """
    access.require(by, "join_partner", about=institution)
    body = Named(name, kind, "partner").body
    here = {v.fact.stream for v in registers.history(institution).of_types(BodyNamed)}
    listed = catalogue.bodies().get(body_called(body.name)) or catalogue.bodies().get(body.id)
    if listed and f"body/{listed.id}" not in here:
        raise _named_already(listed.name)
    if on > at.astimezone(registers.ZONE).date():
        raise NotShared(say("Say since when it is a partner: that day has not come yet."))

    def decide(register: Register) -> list[Fact]:
        if known := register.of(BodyNamed, stream=f"body/{body.id}"):
            raise _named_already(known[0].name or body.name)
        office = OwnOffice(body.id, POST, "Partner", Role.PARTNER)
        return [
            installation.naming(register, body, on),
            installation.defining(register, office, on),
        ]

    receipt = book().append(about=institution, decide=decide, by=by, at=at, key=key, seen=seen)
    registers.head()  # so that what is asked next in this process knows it
    return receipt


def _named_already(name: str) -> NotShared:
    return NotShared(
        say("{name} is named here already: choose it where a partner is chosen.", name=name)
    )


def join_partner(
    *,
    by: Actor,
    at: datetime,
    key: str,
    seen: int | None,
    reference: str,
    partner: str,
    part: str,
    on: date,
    agreement: str = "",
    words: Quoted | None = None,
) -> Receipt:
    """A partner has a part in an action or a finding."""
    institution = lookup.find(checked(reference)).institution
    access.require(by, "join_partner", about=institution)
    partner = body_called(typed(partner, what="partner"))
    part = typed(part, what="part of the partner")
    sourced = quoting.sourced(words, about=institution)

    def decide(register: Register) -> list[Fact]:
        return room.join(
            register,
            stream=reference,
            partner=partner,
            part=part,
            on=on,
            agreement=agreement or None,
            sourced=sourced,
        )

    return of_action.Actions().append(
        about=institution, decide=decide, by=by, at=at, key=key, seen=seen
    )


def make_agreement(
    *,
    by: Actor,
    at: datetime,
    key: str,
    seen: int | None,
    institution: str,
    title: str,
    parties: Sequence[str],
    on: date,
    review: str = "",
    text: str = "",
    words: Quoted | None = None,
) -> Receipt:
    """Partners agreed to share information until a review; the same title again renews it."""
    access.require(by, "make_agreement", about=institution)
    title = typed(title, what="title of the agreement")
    named = tuple(dict.fromkeys(body_called(p.strip()) for p in parties if p.strip()))
    if len(named) < FEWEST:
        raise NotShared("Name at least two parties to the agreement.")
    if review:
        times.last_day(review)
    sourced = quoting.sourced(words, about=institution)

    def decide(register: Register) -> list[Fact]:
        stream = f"agreement/{institution}/{slug(title)[:60].strip('-')}"
        return [
            AgreementMade(
                **sourced.envelope(register, stream=stream, on=on),
                title=title,
                parties=named,
                review=review or None,
                text=text or None,
            )
        ]

    return of_action.Actions().append(
        about=institution, decide=decide, by=by, at=at, key=key, seen=seen
    )


def answer_as_partner(
    *, by: Actor, at: datetime, key: str, seen: int | None, reference: str, text: str, on: date
) -> Receipt:
    """A partner answers for its own part: news in its own words, and no step up."""
    institution = lookup.find(checked(reference)).institution
    access.require(by, "update_action", about=institution)
    text = typed(text, what="answer")

    def decide(register: Register) -> list[Fact]:
        return room.answer(register, stream=reference, partner=by.body, text=text, on=on)

    return of_action.Actions().append(
        about=institution, decide=decide, by=by, at=at, key=key, seen=seen
    )
