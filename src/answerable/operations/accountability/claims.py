"""Claims in public: filed, checked, confirmed, notified, replied to, published (DOMAIN 10).

The first use of a check is private and keeps nothing (`against.py`). This is the other act: each
step has who and when, and nothing of it is public before the last one.
"""

from datetime import date, datetime

from answerable.ledger.book import Receipt
from answerable.ledger.register import Register
from answerable.operations import access, catalogue, quoting
from answerable.operations.accountability import claim_measures
from answerable.operations.quoting import Quoted, typed
from answerable.operations.recording import Decide, book
from answerable.scrutiny.claims import claim_cases, claim_steps, claims
from answerable.scrutiny.claims.claim_cases import NotTheTime
from answerable.scrutiny.claims.statements import ClaimResult, Held, Statement
from answerable.scrutiny.matter import Matter
from answerable.scrutiny.sourced import Sourced
from answerable.store.people import persons
from answerable.store.reads import lookup, registers
from answerable.vocabulary.access import Actor
from answerable.vocabulary.documents import Source
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import ClaimMade, FindingPublished, OfficeDefined
from answerable.vocabulary.identity import reference as checked
from answerable.vocabulary.regimes import Theme


def make_claim(
    *,
    by: Actor,
    at: datetime,
    key: str,
    seen: int | None,
    institution: str,
    said_words: str,
    by_office: str,
    on: date,
    address: str = "",
    scope: str | None = None,
    period: str | None = None,
    n: int | None = None,
    unit: str | None = None,
    words: Quoted | None = None,
) -> Receipt:
    """File what somebody said: its exact words, who said it, when, and where it stands.

    `words` quotes a kept file; without one, `address` says where the words can be read.
    """
    access.require(by, "make_claim", about=institution)
    said_words = typed(said_words, what="exact words of the statement", box="said_words")
    by_office = typed(by_office, what="office that said it", box="by_office")
    sourced = (
        Sourced(
            source=Source(kind="record", about=address or None),
            quote=said_words,
            said=on.isoformat(),
        )
        if words is None
        else quoting.sourced(words, about=institution)
    )
    under = f"claim/{institution}/{on.isoformat()}/"

    def decide(register: Register) -> list[Fact]:
        stream = f"{under}{len(register.streams(under=under)) + 1}"
        return [
            ClaimMade(
                **sourced.envelope(register, stream=stream, on=on),
                by_office=by_office,
                n=n,
                unit=unit or None,
                scope=scope or None,
                period=period or None,
            )
        ]

    return _append(institution, decide, by=by, at=at, key=key, seen=seen)


def check_claim(
    *,
    by: Actor,
    at: datetime,
    key: str,
    seen: int | None,
    reference: str,
    on: date,
    result: str = "",
    grounds: str = "",
) -> Receipt:
    """Set a claim against the record. Without a result, the one that the machine proposes."""
    institution = _about(reference)
    access.require(by, "check_claim", about=institution)
    if result:
        found = _result(result)
    else:
        held = proposed(reference, actor=by, on=on)
        found, grounds = held.result, grounds or held.sentence
    grounds = typed(grounds, what="grounds: what our record holds on it")

    def decide(register: Register) -> list[Fact]:
        return claim_steps.check(register, stream=reference, result=found, grounds=grounds, on=on)

    return _append(institution, decide, by=by, at=at, key=key, seen=seen)


def confirm_claim(
    *,
    by: Actor,
    at: datetime,
    key: str,
    seen: int | None,
    reference: str,
    result: str,
    on: date,
) -> Receipt:
    """A second person says the same of the check; nobody confirms their own."""
    institution = _about(reference)
    access.require(by, "confirm_claim", about=institution)
    person, found = persons.pseudonym_of(by.person, stream=reference), _result(result)

    def decide(register: Register) -> list[Fact]:
        return claim_steps.confirm(register, stream=reference, result=found, on=on, person=person)

    return _append(institution, decide, by=by, at=at, key=key, seen=seen)


def notify_claim(
    *,
    by: Actor,
    at: datetime,
    key: str,
    seen: int | None,
    reference: str,
    text: str,
    on: date,
    to: str = "",
) -> Receipt:
    """Give the speaker's body notice; the period to reply is that of the regime."""
    institution = _about(reference)
    access.require(by, "check_claim", about=institution)
    text = typed(text, what="words of the notice")
    days = catalogue.regime_of(institution, on=on).reply_days

    def decide(register: Register) -> list[Fact]:
        body = to or speaker_body(register, claim_cases.case(register, reference))
        return claim_steps.notify(
            register, stream=reference, to=body, text=text, on=on, reply_days=days
        )

    return _append(institution, decide, by=by, at=at, key=key, seen=seen)


def reply_to_claim(
    *,
    by: Actor,
    at: datetime,
    key: str,
    seen: int | None,
    reference: str,
    text: str,
    on: date,
    by_office: str = "",
    words: Quoted | None = None,
) -> Receipt:
    """The reply of the speaker's body; or, of a letter that it sent, who wrote it and its words.

    An office of the body that has notice replies for itself. An office that checks claims may
    file the reply of a body that has no account here: then `by_office` says whose it is.
    """
    institution = _about(reference)
    access.require(by, "reply", about=institution)
    text = typed(text, what="reply")
    sourced = quoting.sourced(words, about=institution)

    def decide(register: Register) -> list[Fact]:
        claim = claim_cases.case(register, reference)
        to = claim.notified.fact.get("to") if claim.notified else None
        files = access.may(by, "check_claim", about=institution)
        if by.body != to and not (files and by_office):
            raise NotTheTime(
                f"The reply is for the body that has notice: {to or 'none yet'}. To file its "
                "letter, name the office that wrote it.",
                code="not_yours",
            )
        office = by_office if by.body != to else by.office
        return claim_steps.reply(
            register, stream=reference, by_office=office, text=text, on=on, sourced=sourced
        )

    return _append(institution, decide, by=by, at=at, key=key, seen=seen)


def publish_claim(
    *, by: Actor, at: datetime, key: str, seen: int | None, reference: str, on: date
) -> Receipt:
    """Make a confirmed check public, with the reply beside it."""
    institution = _about(reference)
    access.require(by, "publish", about=institution)

    def decide(register: Register) -> list[Fact]:
        return claim_steps.publish(register, stream=reference, on=on)

    return _append(institution, decide, by=by, at=at, key=key, seen=seen)


def proposed(reference: str, *, actor: Actor, on: date) -> Held:
    """What the machine would answer: a candidate, for a person to accept or to change."""
    institution = _about(reference)
    register = registers.register(institution, valid=on, actor=actor)
    claim = claim_cases.case(register, reference)
    fact = claim.made.fact
    return claims.on_matter(
        _matter(_without(register, reference), fact.stream),
        Statement(
            kind="count" if fact.get("n") is not None else "claim",
            quote=fact.quote or fact.get("scope") or "",
            fields={"n": fact.get("n"), "unit": fact.get("unit")},
            institution=institution,
            said=fact.said or fact.valid.start.isoformat(),
        ),
        tenures=catalogue.tenures(),
        measured=claim_measures.measured(register, on=on),
    )


def speaker_body(register: Register, claim: claim_cases.ClaimCase) -> str:
    """The body of the office that spoke: as defined on the record, or by its plain words."""
    office = str(claim.made.fact.get("by_office") or "")
    for defined in register.of(OfficeDefined):
        name = defined.stream.removeprefix("office/")
        if name in (office, office.rpartition("/")[2]) or name.endswith(f"-{office}"):
            return defined.body or register.institution
    body = office.partition("/")[0]
    return body if body in catalogue.bodies() else register.institution


def _result(text: str) -> ClaimResult:
    if text not in list(ClaimResult):
        raise NotTheTime(f"Say one of the five results: {', '.join(ClaimResult)}.")
    return ClaimResult(text)


def _matter(register: Register, stream: str) -> Matter:
    """The subject whose key the reference names; else the one that was found last."""
    institution = register.institution
    regime = catalogue.regime_of(institution, on=register.valid)
    keys = [f.theme for f in register.of(FindingPublished) if f.theme]
    named = next((k for k in reversed(keys) if k in stream.split("/")), None)
    key = named or (keys[-1] if keys else None)
    return Matter(
        register=register,
        theme=regime.theme(key) if key else Theme("", "this", "this"),
        names=regime.names,
        oversight=catalogue.oversight_of(institution, on=register.valid),
    )


def _without(register: Register, stream: str) -> Register:
    """The record without the claim itself: nothing is its own ground."""
    kept = tuple(v for v in register.versions if v.fact.stream != stream)
    return Register(
        institution=register.institution,
        valid=register.valid,
        known=register.known,
        said=register.said,
        versions=kept,
    )


def _about(reference: str) -> str:
    return lookup.find(checked(reference)).institution


def _append(
    about: str, decide: Decide, *, by: Actor, at: datetime, key: str, seen: int | None
) -> Receipt:
    return book().append(about=about, decide=decide, by=by, at=at, key=key, seen=seen)
