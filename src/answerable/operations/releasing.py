"""A recorded release: a held text may be published, with who decided it and why."""

from collections.abc import Sequence
from datetime import date, datetime

from answerable.ledger.book import Receipt
from answerable.ledger.register import Register
from answerable.operations import access, sensitivity
from answerable.operations.quoting import typed
from answerable.operations.recording import book
from answerable.publishing.sensitivity import model
from answerable.publishing.sensitivity.model import Held, Passage
from answerable.scrutiny.sourced import OUR_RECORD
from answerable.vocabulary import times
from answerable.vocabulary.access import Actor
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import ReleaseDecided


def release(
    *,
    by: Actor,
    at: datetime,
    key: str,
    seen: int | None,
    institution: str,
    text: str,
    reason: str,
    on: date,
    review: str = "",
) -> Receipt:
    """Let a held text be published, with who decided it and why. The decision is on the record."""
    access.require(by, "publish", about=institution)
    text = typed(text, what="text that is held")
    found = sensitivity.held([Passage("the text", text)], institution=institution)
    if not found:
        raise model.HeldBack("Nothing in this text is held, so there is nothing to release.")
    return release_held(
        by=by,
        at=at,
        key=key,
        seen=seen,
        institution=institution,
        held=found,
        reason=reason,
        on=on,
        review=review,
    )


def release_held(
    *,
    by: Actor,
    at: datetime,
    key: str,
    seen: int | None,
    institution: str,
    held: Sequence[Held],
    reason: str,
    on: date,
    review: str = "",
) -> Receipt:
    """Let passages that the check holds be published, all for one reason, at once."""
    access.require(by, "publish", about=institution)
    reason = typed(reason, what="reason")
    if review:
        times.last_day(review)

    def decide(register: Register) -> list[Fact]:
        return [decided(register, one, reason=reason, on=on, review=review) for one in held]

    return book().append(about=institution, decide=decide, by=by, at=at, key=key, seen=seen)


def decided(
    register: Register, one: Held, *, reason: str, on: date, review: str = ""
) -> ReleaseDecided:
    """The fact that held words may be published, and why."""
    return ReleaseDecided(
        **OUR_RECORD.envelope(
            register, stream=f"release/{register.institution}/{one.digest[:16]}", on=on
        ),
        measure=f"{sensitivity.PREFIX}{one.digest}",
        definitions=f"{one.what}. {one.why}",
        ground=reason,
        review=review or None,
    )
