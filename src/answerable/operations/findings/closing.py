"""Evidence and closing: offered, claimed, accepted, signed or stated on a ground, opened again.

The owner of a finding closes it: itself with its own key, or in words that others record
(LEDGER 12).
"""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

from answerable.ledger.book import Receipt
from answerable.ledger.register import Register
from answerable.operations import access, catalogue, quoting
from answerable.operations.findings import owners
from answerable.operations.plans import evidence_kept
from answerable.operations.quoting import Quoted, typed
from answerable.operations.record import grounds, of_action, party_keys
from answerable.operations.recording import Decide
from answerable.scrutiny import closing, closing_steps
from answerable.scrutiny.accountability import partners
from answerable.scrutiny.closing import NotClosed
from answerable.scrutiny.plans import offered
from answerable.scrutiny.progress import progress
from answerable.scrutiny.sourced import OUR_RECORD, Sourced
from answerable.store.papers import documents
from answerable.store.reads import lookup
from answerable.vocabulary.access import Actor, Classification
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import DocumentFiled
from answerable.vocabulary.identity import reference as checked
from answerable.vocabulary.ladder import ClosingGround


def offer_evidence(
    *,
    by: Actor,
    at: datetime,
    key: str,
    seen: int | None,
    reference: str,
    files: Sequence[bytes],
    text: str,
    on: date,
    marking: Classification = Classification.PUBLIC,
    ground: str = "",
    review: str | None = None,
) -> Receipt:
    """Files that are said to show something about a finding or an action; they are kept.

    Restricted, they need a legal `ground` and the day (ISO) on which that is looked at again.
    """
    institution = _about(reference)
    access.require(by, "offer_evidence", about=institution)
    text = typed(text, what="words that say what the files show")
    held = grounds.need(marking=marking, ground=ground, review=review, on=on)
    if not files:
        raise NotClosed("Evidence is at least one file. Name it.", code="no_file")
    for data in files:
        evidence_kept.kind_of(data)
    digests = tuple(dict.fromkeys(documents.keep(data) for data in files))

    def decide(register: Register) -> list[Fact]:
        progress(register, reference)
        if access.only_partner(by):
            partners.need_part(register, stream=reference, partner=by.body)
        return offered.offer(
            register, stream=reference, digests=digests, text=text, on=on, marking=marking
        )

    receipt = _append(institution, decide, by=by, at=at, key=key, seen=seen)
    grounds.state_grounds(receipt, lambda _: held, about=institution, by=by, at=at, key=key, on=on)
    return receipt


def claim_closure(
    *,
    by: Actor,
    at: datetime,
    key: str,
    seen: int | None,
    reference: str,
    text: str,
    on: date,
    evidence: Sequence[str] = (),
    key_file: Path | None = None,
) -> Receipt:
    """The institution says that it is done with a finding. It closes nothing.

    With a `key_file` the claim is signed with the institution's own key.
    """
    institution = _about(reference)
    access.require(by, "claim_closure", about=institution)
    text = typed(text, what="words of the claim")
    for digest in evidence:
        documents.original(digest)

    def decide(register: Register) -> list[Fact]:
        return closing_steps.claim(
            register,
            finding=reference,
            by_body=by.body,
            on=on,
            text=text,
            evidence=tuple(evidence),
        )

    return _append(institution, decide, by=by, at=at, key=key, seen=seen, key_file=key_file)


def accept_claim(
    *,
    by: Actor,
    at: datetime,
    key: str,
    seen: int | None,
    reference: str,
    text: str,
    on: date,
    key_file: Path | None = None,
) -> Receipt:
    """The oversight body accepts the institution's claim. The owner has not closed it by that."""
    institution = _about(reference)
    access.require(by, "accept_claim", about=institution)
    text = typed(text, what="words of the acceptance")

    def decide(register: Register) -> list[Fact]:
        return closing_steps.accept(register, finding=reference, by_body=by.body, on=on, text=text)

    return _append(institution, decide, by=by, at=at, key=key, seen=seen, key_file=key_file)


def verify_closure(
    *,
    by: Actor,
    at: datetime,
    key: str,
    seen: int | None,
    reference: str,
    on: date,
    key_file: Path,
    text: str | None = None,
) -> Receipt:
    """The owner closes its finding, signed with its own key: the strongest ground.

    The key must be enrolled for the owner and count on that day; the signature covers the record
    as it stood at `seen`. Where claim and acceptance were signed too, the verifiers say “three
    signatures”.
    """
    institution = _about(reference)
    access.require(by, "verify_closure", about=institution)

    def decide(register: Register) -> list[Fact]:
        item = progress(register, reference)
        owner = item.owner or ""
        if seen is not None and seen < item.first.seq:
            raise NotClosed(
                f"Whoever signs has read the finding, which is entry {item.first.seq}. Read it, "
                "then send the number of the last entry.",
                code="rule_2",
            )
        return closing.close(
            register,
            finding=reference,
            closing_body=owner if owners.same(owner, by.body) else by.body,
            recorder_body=by.body,
            ground=ClosingGround.SIGNED,
            on=on,
            regime=catalogue.regime_of(institution, on=on),
            text=text,
        )

    return _append(institution, decide, by=by, at=at, key=key, seen=seen, key_file=key_file)


def state_closure(
    *,
    by: Actor,
    at: datetime,
    key: str,
    seen: int | None,
    reference: str,
    ground: ClosingGround,
    document: str,
    quote: str | None,
    on: date,
    text: str | None = None,
) -> Receipt:
    """The owner is recorded as having closed a finding, on a ground that a kept file shows.

    `published` and `letter` rest on a file of the owner's own; `historical` on anybody's. A
    summary of ours is neither. The quote must stand in the file word for word; of a letter the
    file is enough, since its text may be restricted.
    """
    institution = _about(reference)
    access.require(by, "state_closure", about=institution)
    known = quoting.filed(document, about=institution)
    _can_show(known, ground)
    if quote or ground is not ClosingGround.LETTER:
        sourced = quoting.sourced(Quoted(document, quote or ""), about=institution)
        whole: str | None = documents.text(document).text
    else:
        documents.original(document)
        whole = None
        sourced = Sourced(
            source=OUR_RECORD.source, doc=document, said=known.published if known else None
        )

    def decide(register: Register) -> list[Fact]:
        owner = progress(register, reference).owner or ""
        speaks = owner if ground is ClosingGround.HISTORICAL or known is None else known.publisher
        if owners.same(owner, speaks or ""):
            speaks = owner
        return closing.close(
            register,
            finding=reference,
            closing_body=speaks or "",
            recorder_body=by.body,
            ground=ground,
            on=on,
            regime=catalogue.regime_of(institution, on=on),
            text=text,
            document_text=whole,
            sourced=sourced,
        )

    return _append(institution, decide, by=by, at=at, key=key, seen=seen)


def reopen(
    *,
    by: Actor,
    at: datetime,
    key: str,
    seen: int | None,
    reference: str,
    reason: str,
    on: date,
) -> Receipt:
    """A closed finding is open again, at any time, for a reason."""
    institution = _about(reference)
    access.require(by, "reopen", about=institution)
    reason = typed(reason, what="reason for opening it again")

    def decide(register: Register) -> list[Fact]:
        return closing_steps.reopen(register, finding=reference, on=on, reason=reason)

    return _append(institution, decide, by=by, at=at, key=key, seen=seen)


def _can_show(known: DocumentFiled | None, ground: ClosingGround) -> None:
    """Is the file of a kind that the ground can rest on?"""
    if ground is ClosingGround.SIGNED:
        raise NotClosed(
            "The ground “signed” is the owner's own act with its own key; it cannot be stated "
            "by another. Name published, letter or historical.",
            code="rule_2",
        )
    if known is None:
        raise NotClosed(
            "That file is not on the record. Read it first with `answerable read FILE "
            "--publisher BODY`; its SHA-256 names it then.",
            code="rule_3",
        )
    if known.standing == "summary":
        raise NotClosed(
            "That file is our own summary. A closing rests on the publication or the letter "
            "itself: read the original and quote from it.",
            code="rule_3",
        )


def _about(reference: str) -> str:
    return lookup.find(checked(reference)).institution


def _append(
    about: str,
    decide: Decide,
    *,
    by: Actor,
    at: datetime,
    key: str,
    seen: int | None,
    key_file: Path | None = None,
) -> Receipt:
    party = None if key_file is None else party_keys.party(key_file)
    return of_action.Actions().append(
        about=about, decide=decide, by=by, at=at, key=key, seen=seen, party=party
    )
