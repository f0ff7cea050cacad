"""Claim, acceptance, reopening and relapse: each its own fact beside the owner's closing."""

from datetime import date

from answerable.ledger.register import Register
from answerable.scrutiny.closing import NotClosed, state
from answerable.scrutiny.progress import progress
from answerable.scrutiny.sourced import OUR_RECORD, Sourced
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import ClosureAccepted, ClosureClaimed, Relapsed, Reopened
from answerable.vocabulary.ladder import Disposition, Rung
from answerable.vocabulary.language import say


def claim(
    register: Register,
    *,
    finding: str,
    by_body: str,
    on: date,
    text: str | None = None,
    evidence: tuple[str, ...] = (),
    sourced: Sourced = OUR_RECORD,
) -> list[Fact]:
    """The institution says that it is done with a finding. It closes nothing."""
    item = progress(register, finding)
    if by_body != register.institution:
        raise NotClosed(say("Only the institution itself claims that it is done."), code="rule_4")
    if item.disposition is Disposition.CLOSED:
        raise NotClosed(say("{finding} is closed already.", finding=finding))
    return [
        ClosureClaimed(
            **{**sourced.envelope(register, stream=finding, on=on), "ref": item.first.entry_id},
            text=text,
            evidence=evidence,
        )
    ]


def accept(
    register: Register,
    *,
    finding: str,
    by_body: str,
    on: date,
    text: str | None = None,
    sourced: Sourced = OUR_RECORD,
) -> list[Fact]:
    """The oversight body accepts the institution's claim. Never a condition of a closing."""
    standing = state(register, finding=finding)
    if standing.claim is None:
        raise NotClosed(
            say("{finding} has no claim to accept. Ask for the claim first.", finding=finding)
        )
    if by_body in (register.institution, progress(register, finding).owner):
        raise NotClosed(
            say("A claim is accepted by the oversight body, not by the institution or the owner."),
            code="rule_4",
        )
    return [
        ClosureAccepted(
            **{
                **sourced.envelope(register, stream=finding, on=on),
                "ref": standing.claim.entry_id,
            },
            text=text,
            evidence=standing.claim.fact.get("evidence") or (),
        )
    ]


def reopen(
    register: Register, *, finding: str, on: date, reason: str, sourced: Sourced = OUR_RECORD
) -> list[Fact]:
    """A closed finding is open again; at any time, with a reason."""
    if progress(register, finding).closing is None:
        raise NotClosed(
            say("{finding} is not closed, so it cannot be opened again.", finding=finding),
            code="rule_5",
        )
    if not reason.strip():
        raise NotClosed(say("Give the reason for opening it again."), code="rule_5")
    return [Reopened(**sourced.envelope(register, stream=finding, on=on), reason=reason)]


def slip_back(
    register: Register,
    *,
    finding: str,
    on: date,
    reason: str,
    rung: Rung | None = None,
    sourced: Sourced = OUR_RECORD,
) -> list[Fact]:
    """Found again after a closing that is quoted; two grades of different cycles are not that."""
    item = progress(register, finding)
    if item.closing is None or not item.closing.quote:
        raise NotClosed(
            say(
                "{finding} has no closing whose words are quoted, so it has not "
                "slipped back. Link the two findings as “asked before” instead.",
                finding=finding,
            ),
            code="no_quoted_closing",
        )
    return [
        Relapsed(
            **sourced.envelope(register, stream=finding, on=on),
            rung=rung.value if rung else None,
            reason=reason,
        )
    ]
