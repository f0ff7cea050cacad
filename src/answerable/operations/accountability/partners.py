"""Partners: a part in an action, an agreement to share information, and a partner's own answer."""

from collections.abc import Sequence
from datetime import date, datetime

from answerable.ledger.book import Receipt
from answerable.ledger.register import Register
from answerable.operations import access, quoting
from answerable.operations.quoting import Quoted, typed
from answerable.operations.record import of_action
from answerable.scrutiny.accountability import partners as room
from answerable.scrutiny.accountability.partners import NotShared
from answerable.store.reads import lookup
from answerable.vocabulary import times
from answerable.vocabulary.access import Actor
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import AgreementMade
from answerable.vocabulary.identity import reference as checked
from answerable.vocabulary.identity import slug

FEWEST = 2


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
    partner, part = typed(partner, what="partner"), typed(part, what="part of the partner")
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
    named = tuple(dict.fromkeys(p.strip() for p in parties if p.strip()))
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
