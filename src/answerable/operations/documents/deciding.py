"""What a person decides about what was read: only `accept` and `correct` make it a fact.

A line may be rejected, and all that waits of a document put aside; neither writes to the ledger.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from answerable.ledger.book import Receipt
from answerable.ledger.register import Register
from answerable.operations import access
from answerable.operations.documents import (
    anchoring,
    candidates,
    confirm,
    handling,
    late_causes,
    minutes_about,
    monitored,
    no_date,
    recut,
    repeats,
    running_text,
    sources,
    two_readers,
)
from answerable.operations.recording import book
from answerable.operations.story import Answer
from answerable.store.papers import review
from answerable.vocabulary.access import Actor
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.refusal import Refusal


class NoSuchCandidate(Refusal):
    """An id that no candidate has."""

    code = "no_such_candidate"


NO_REASON = "no_reason"
"""Code of a refusal where the candidate is there, and why it goes is not said."""


def accept(
    *,
    by: Actor,
    at: datetime,
    key: str,
    seen: int | None,
    candidate: str,
    reason: str = "",
    findings: Sequence[str] = (),
) -> Receipt | None:
    """Confirm a candidate as it was read. None where its kind has no fact of its own.

    `findings`: of a line of minutes, the references of those that it speaks of.
    """
    return _decide(
        by=by,
        at=at,
        key=key,
        seen=seen,
        candidate=candidate,
        fields={confirm.FINDINGS: list(findings)} if findings else {},
        state="accepted",
        reason=reason,
    )


def correct(
    *,
    by: Actor,
    at: datetime,
    key: str,
    seen: int | None,
    candidate: str,
    fields: Mapping[str, Any],
    reason: str = "",
) -> Receipt | None:
    """Confirm a candidate with fields put right by the person."""
    if not fields:
        raise NoSuchCandidate("Say what is put right; if nothing is, accept the reading.")
    fields = no_date.answers(fields, of=_find(candidate).record["fields"])
    return _decide(
        by=by,
        at=at,
        key=key,
        seen=seen,
        candidate=candidate,
        fields=fields,
        state="corrected",
        reason=reason,
    )


def reject(*, by: Actor, at: datetime, candidate: str, reason: str) -> None:
    """Say that a candidate is not what the document states; nothing enters the record."""
    access.require(by, "reject")
    if not reason.strip():
        raise NoSuchCandidate("Say in a few words why it is rejected.", code=NO_REASON)
    waiting = _find(candidate)
    mine = two_readers.reading(by, at, state="rejected", fields={}, reason=reason)
    readings, settled = two_readers.after(waiting, mine, institution=candidates.about(waiting))
    if not settled:
        review.keep_readings(waiting.id, readings, before=len(waiting.readings))
        return
    review.decide(
        waiting.id, state="rejected", by=recut.office(by), at=at, reason=reason, readings=readings
    )
    repeats.settle(waiting, office=recut.office(by), at=at, entry_id=None, reason=repeats.REJECTED)


def put_aside(
    *, by: Actor, at: datetime, document: str, reason: str, in_running_text: bool = False
) -> int:
    """Put all that waits of a document aside, such as of a wrong file; how many readings waited.

    With `in_running_text` only findings that stand apart from those under headings of their own.

    The document stays kept, and what was decided stays decided. Handed in again, it all waits
    again, so one person is enough.
    """
    access.require(by, "reject")
    if not reason.strip():
        raise NoSuchCandidate("Say in a few words why it is put aside.", code=NO_REASON)
    waits = review.waiting(document=document)
    chosen = running_text.apart(waits) if in_running_text else [c.id for c in waits]
    put = review.put_aside(chosen, by=recut.office(by), at=at, reason=reason.strip())
    if not put:
        raise NoSuchCandidate("Nothing of that document waits.")
    return put


def waits_on(candidate: str) -> str:
    """What a reading waits for that was answered and not decided; empty for any other."""
    found = review.named(candidate)
    if found is None or found.state != "waiting" or not found.readings:
        return ""
    if len(found.readings) == 1:
        return (
            "Your answer is kept. The regime asks for a second reader, who does not see it: "
            "another governance officer, or the commissioner. If you work alone, invite one "
            "(`answerable account invite`)."
        )
    shown = "; ".join(
        f"{d.name}: “{d.first}” and “{d.second}”"
        for d in two_readers.differences(found, found.readings)
    )
    return f"The two readers differ ({shown}). Settle it with a reason."


def waiting(*, document: str = "", kind: str | None = None) -> tuple[review.Candidate, ...]:
    """Candidates that wait for a person, of documents whose SHA-256 begins so."""
    return tuple(c for c in review.waiting(kind=kind) if c.document.startswith(document))


def answer(
    *, by: Actor, at: datetime, key: str, document: str, answers: Sequence[Answer]
) -> tuple[Receipt, ...]:
    """Apply what a person decided about the candidates of a document, in order."""
    receipts = []
    for number, given in enumerate(answers):
        found = _named(document, given)
        if found.state != "waiting":
            continue  # decided before: a load that was cut short goes on where it stopped
        name, own_key = str(found.record["id"]), f"{key}/{number}"
        if given.decision == "reject":
            reject(by=by, at=at, candidate=name, reason=given.reason)
            continue
        receipt = _decide(
            by=by,
            at=at,
            key=own_key,
            seen=None,
            candidate=name,
            fields=given.set,
            state="corrected" if given.set else "accepted",
            reason=given.reason,
            alone=True,  # the answers of a story are those of all its readers
        )
        if receipt:
            receipts.append(receipt)
    return tuple(receipts)


def _named(document: str, given: Answer) -> review.Candidate:
    for candidate in review.of(document):
        if (
            candidate.kind == given.kind
            and given.quote_contains in candidate.record["quote"]["exact"]
        ):
            return candidate
    raise NoSuchCandidate(
        f"No {given.kind} was read in this document whose words contain “{given.quote_contains}”."
    )


def _decide(
    *,
    by: Actor,
    at: datetime,
    key: str,
    seen: int | None,
    candidate: str,
    fields: Mapping[str, Any],
    state: review.State,
    reason: str,
    alone: bool = False,
) -> Receipt | None:
    access.require(by, "accept" if state == "accepted" else "correct")
    waiting = _find(candidate)
    mine = two_readers.reading(by, at, state=state, fields=fields, reason=reason)
    readings, settled = two_readers.after(
        waiting, mine, institution=candidates.about(waiting), alone=alone
    )
    record = candidates.with_document(waiting, fields)
    if not settled:
        if waiting.kind in WITH_FACTS:
            _facts(record, None)  # refused now, not after the second
        review.keep_readings(waiting.id, readings, before=len(waiting.readings))
        return None
    receipt, entry_id = None, None
    if waiting.kind == anchoring.KIND:
        receipt = sources.confirm(by=by, at=at, key=key, seen=seen, candidate=waiting)
    elif waiting.kind in WITH_FACTS:
        institution = _facts(record, None)[0].institution
        sensitive = handling.is_kept_sensitive(record.document)
        internal = not sensitive and handling.is_internal(record.document)

        def decide(register: Register) -> list[Fact]:
            made = _facts(record, register)
            if not sensitive:
                return handling.internal(made) if internal else made
            named = str(record.fields.get("reference") or "")
            return handling.all_held_back(made, named=named, reading=str(waiting.record["id"]))

        receipt = book().append(about=institution, decide=decide, by=by, at=at, key=key, seen=seen)
        if sensitive:
            handling.state_mark(receipt, about=institution, by=by, at=at, key=key)
    if receipt is not None and receipt.count:
        entry_id = next(iter(book().entries(begin=receipt.first, end=receipt.first + 1))).id
    review.decide(
        waiting.id,
        state=state,
        by=recut.office(by),
        at=at,
        reason=reason or None,
        entry_id=entry_id,
        readings=readings,
    )
    if not alone:
        repeats.settle(waiting, office=recut.office(by), at=at, entry_id=entry_id)
    if waiting.kind == late_causes.KIND:
        late_causes.put_right(waiting.document, by=by, at=at, key=key)
    return receipt


WITH_FACTS = confirm.kinds_with_facts() | {monitored.KIND}
"""Kinds of which a confirmed reading writes to the record."""


def _facts(record: confirm.Candidate, register: Register | None) -> list[Fact]:
    """What a confirmed record writes; without a register only to see that it can be written."""
    if record.kind == monitored.KIND:
        return monitored.facts(record, register)
    numbers = candidates.numbers(register) if register is not None else lambda _: 1
    made = confirm.to_fact(record, next_number=numbers)
    if register is not None and not record.fields.get("reference"):
        made = candidates.apart(made, register)
    return minutes_about.facts(made, record, register)


def _find(candidate: str) -> review.Candidate:
    found = review.named(candidate)
    if found is None or found.state != "waiting":
        raise NoSuchCandidate(
            f"“{candidate[:40]}” waits for nobody: it was decided already, or no reading has "
            "that id. What waits stands under “To confirm”, or in `answerable review`."
        )
    return found
