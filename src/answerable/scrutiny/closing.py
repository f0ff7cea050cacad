"""The owner closes, on a labelled ground; the institution alone closes nothing (LEDGER 12).

Here stand rule 1 (who may close, on which grounds), rule 3 (what the other grounds rest on)
and the parts of rules 2, 4 and 5 that need no signature check. Signatures themselves are
checked where keys are known.
"""

import re
from dataclasses import dataclass
from datetime import date

from answerable.ledger.register import Register, Version
from answerable.scrutiny.phrases import on_day
from answerable.scrutiny.progress import progress
from answerable.scrutiny.sourced import OUR_RECORD, Sourced
from answerable.scrutiny.standing import Closing, Progress
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import (
    ClosureAccepted,
    ClosureClaimed,
    ClosureStated,
    ClosureVerified,
    Reopened,
    RungReached,
)
from answerable.vocabulary.ladder import ClosingGround, Disposition, Rung
from answerable.vocabulary.language import say
from answerable.vocabulary.refusal import Refusal
from answerable.vocabulary.regimes import Regime

_DIGEST = re.compile(r"[0-9a-f]{64}")


class NotClosed(Refusal):
    """A closing that the rule does not allow; `code` names the rule: `rule_1`, `rule_3`, ..."""

    code = "rule_1"


@dataclass(frozen=True)
class ClosingState:
    """Claim, acceptance and closing of a finding, each its own fact."""

    claim: Version | None
    acceptance: Version | None
    closing: Closing | None
    reopened: Version | None
    three_parties: bool
    fault: str | None

    @property
    def words(self) -> str:
        """One sentence: closed with its ground; or what is there and what is not."""
        if self.fault:
            return say("Not valid: {fault}", fault=self.fault)
        if self.closing:
            three = say(", claimed and accepted before") if self.three_parties else ""
            ground = self.closing.ground.value
            return say(
                "Closed on {day}: {ground}{three}.",
                day=on_day(self.closing.on),
                ground=ground,
                three=three,
            )
        if self.reopened:
            return say("Open again since {day}.", day=on_day(self.reopened.fact.valid.start))
        if self.acceptance:
            return say("Claimed and accepted. Its owner has not closed it.")
        if self.claim:
            return say(
                "The institution says that it is done with this. Its owner has not closed it."
            )
        return "Open."


def close(
    register: Register,
    *,
    finding: str,
    closing_body: str,
    recorder_body: str,
    ground: ClosingGround,
    on: date,
    regime: Regime,
    text: str | None = None,
    document_text: str | None = None,
    ref: str | None = None,
    sourced: Sourced = OUR_RECORD,
) -> list[Fact]:
    """The owner's closing on a ground, and the step to *verified* that it shows.

    `closing_body` is the body for which the closing speaks; `recorder_body` the one that
    writes it down. `document_text` is the canonical text of the file in `sourced.doc`, in
    which the quote of the grounds `published` and `historical` must stand word for word.
    `ref` is the acceptance where there is one; it is never a condition.
    """
    item = progress(register, finding, names=regime.names)
    _may_close(register, item, closing_body=closing_body, ground=ground, regime=regime)
    if on < item.first.fact.valid.start:
        raise NotClosed(
            say("A finding cannot be closed before it was published. Correct the date.")
        )
    ref = ref or item.first.entry_id
    envelope = {**sourced.envelope(register, stream=finding, on=on), "ref": ref}
    closed: Fact
    if ground is ClosingGround.SIGNED:
        if recorder_body != closing_body:
            raise NotClosed(
                say(
                    "The ground “signed” is the owner's own act with its own key. "
                    "Choose another ground, or ask the owner to sign."
                ),
                code="rule_2",
            )
        accepted = _accepted(item)
        if accepted is not None:  # the closing then rests on what was claimed and accepted
            envelope["ref"] = accepted.entry_id
        shown = (accepted.fact.get("evidence") if accepted else None) or ()
        closed = ClosureVerified(**envelope, text=text, evidence=shown)
    else:
        _rests_on_file(register, recorder_body, ground, document_text, sourced)
        closed = ClosureStated(**envelope, ground=ground.value, text=text)
    return [closed, *_step_to_verified(register, item, on=on, sourced=sourced)]


def state(register: Register, *, finding: str, regime: Regime | None = None) -> ClosingState:
    """Where claim, acceptance and closing stand; `fault` is the rule that a closing breaks."""
    item = progress(register, finding)
    standing = item.closing
    reopened = _last(item, Reopened)
    claimed, accepted = _last(item, ClosureClaimed), _last(item, ClosureAccepted)
    return ClosingState(
        claim=claimed,
        acceptance=accepted,
        closing=standing,
        reopened=reopened if standing is None else None,
        three_parties=bool(
            standing
            and standing.ground is ClosingGround.SIGNED
            and claimed
            and accepted
            and accepted.fact.ref == claimed.entry_id
            and standing.version.fact.ref == accepted.entry_id
            and claimed.seq < accepted.seq < standing.version.seq
            and len({v.by.body for v in (claimed, accepted, standing.version)}) == 3
            and len({v.by.person for v in (claimed, accepted, standing.version)}) == 3
        ),
        fault=_fault(register, item, standing, regime) if standing else None,
    )


def _may_close(
    register: Register, item: Progress, *, closing_body: str, ground: ClosingGround, regime: Regime
) -> None:
    if item.disposition is Disposition.CLOSED:
        raise NotClosed(say("{reference} is closed already.", reference=item.reference))
    if item.owner is None or closing_body != item.owner:
        owner = item.owner or say("not in our sources")
        raise NotClosed(
            say(
                "Only the owner of {reference} closes it ({owner}), not "
                "{closing_body}. Record an acceptance instead, or the owner's "
                "own words with their source.",
                reference=item.reference,
                owner=owner,
                closing_body=closing_body,
            )
        )
    if item.owner == register.institution:
        raise NotClosed(
            say(
                "An institution does not close a finding about itself. Name the "
                "body that owns the finding."
            )
        )
    if ground not in regime.closing_grounds:
        accepted = ", ".join(g.value for g in regime.closing_grounds)
        raise NotClosed(
            say(
                "This regime does not accept the ground “{value}”. It accepts: {accepted}.",
                value=ground.value,
                accepted=accepted,
            )
        )


def _rests_on_file(
    register: Register,
    recorder: str,
    ground: ClosingGround,
    document_text: str | None,
    sourced: Sourced,
) -> None:
    if recorder == register.institution:
        raise NotClosed(
            say(
                "The institution cannot record that a finding about itself is "
                "closed. Ask the oversight body or the owner to record it."
            ),
            code="rule_3",
        )
    if not _DIGEST.fullmatch(sourced.doc or ""):
        raise NotClosed(
            say(
                "The ground “{value}” rests on a file. File it first; its "
                "SHA-256 goes with the closing.",
                value=ground.value,
            ),
            code="rule_3",
        )
    if ground is ClosingGround.LETTER:
        return
    if not sourced.quote or document_text is None or sourced.quote not in document_text:
        raise NotClosed(
            say(
                "The quoted words do not stand in the file as they are written. "
                "Copy them from the file exactly."
            ),
            code="rule_3",
        )


def _step_to_verified(
    register: Register, item: Progress, *, on: date, sourced: Sourced
) -> list[Fact]:
    if item.rung is not None and item.rung.order >= Rung.VERIFIED.order:
        return []
    return [
        RungReached(
            **sourced.envelope(register, stream=item.reference, on=on),
            rung=Rung.VERIFIED.value,
            evidence=(),
        )
    ]


def _fault(
    register: Register, item: Progress, standing: Closing, regime: Regime | None
) -> str | None:
    signed = standing.ground is ClosingGround.SIGNED
    recorder = standing.version.by.body
    broken = (
        (
            item.owner in (None, register.institution),
            say("rule 1, the finding's owner is the institution or not known."),
        ),
        (
            regime is not None and standing.ground not in regime.closing_grounds,
            say(
                "rule 1, the regime does not accept the ground {value}.",
                value=standing.ground.value,
            ),
        ),
        (
            signed and recorder != item.owner,
            say("rule 1, the one who signed does not speak for the owner."),
        ),
        (
            not signed and recorder == register.institution,
            say("rule 3, the institution recorded it."),
        ),
        (not signed and not standing.version.fact.doc, say("rule 3, no file is named.")),
    )
    return next((words for holds, words in broken if holds), None)


def _accepted(item: Progress) -> Version | None:
    """The acceptance of the claim that stands, where there is one since the last reopening."""
    claimed, accepted = _last(item, ClosureClaimed), _last(item, ClosureAccepted)
    reopened = _last(item, Reopened)
    if claimed is None or accepted is None or accepted.fact.ref != claimed.entry_id:
        return None
    return accepted if reopened is None or reopened.seq < claimed.seq else None


def _last(item: Progress, kind: type[Fact]) -> Version | None:
    return next((v for v in reversed(item.versions) if isinstance(v.fact, kind)), None)
