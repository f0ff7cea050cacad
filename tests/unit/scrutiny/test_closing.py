"""Claim, acceptance, closing, reopening, relapse: each its own fact, none a condition by habit."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from answerable.operations import catalogue
from answerable.scrutiny.closing import NotClosed, close, state
from answerable.scrutiny.closing_steps import accept, claim, reopen, slip_back
from answerable.scrutiny.progress import progress
from answerable.scrutiny.sourced import Sourced
from answerable.vocabulary.facts import (
    ClosureAccepted,
    ClosureClaimed,
    ClosureStated,
    ClosureVerified,
    FindingPublished,
    Reopened,
    RungReached,
)
from answerable.vocabulary.ladder import ClosingGround, Rung
from tests.factories import COMMISSIONER, FORCE, INSPECTORATE, fact, register, versions

FINDING = "hmicfrs/2026/anyshire/cause-of-concern/1"
REGIME = catalogue.regimes()["police-england-wales"]
FILED = Sourced(doc="ab" * 32, quote="We have closed it.")


def finding(owner: str | None = INSPECTORATE) -> FindingPublished:
    return fact(
        FindingPublished, stream=FINDING, on="2026-01-10", kind="cause-of-concern", owner=owner
    )


def closed(facts: list[Any], **change: Any) -> list[Any]:
    asked = {
        "finding": FINDING,
        "closing_body": INSPECTORATE,
        "recorder_body": COMMISSIONER,
        "ground": ClosingGround.PUBLISHED,
        "on": date(2026, 7, 8),
        "regime": REGIME,
        "document_text": "Dear Chief Constable. We have closed it.",
        "sourced": FILED,
    } | change
    return close(register(facts), **asked)


def test_a_closing_makes_the_step_to_verified_once() -> None:
    assert [type(f) for f in closed([finding()])] == [ClosureStated, RungReached]
    checked = fact(RungReached, stream=FINDING, on="2026-05-01", rung="verified")
    assert [type(f) for f in closed([finding(), checked])] == [ClosureStated]
    signed = closed([finding()], ground=ClosingGround.SIGNED, recorder_body=INSPECTORATE)
    assert [type(f) for f in signed] == [ClosureVerified, RungReached]


def test_a_closing_may_refer_to_the_acceptance() -> None:
    stated, _ = closed([finding()], ref="f" * 32)
    assert stated.ref == "f" * 32


def test_the_state_is_told_in_one_sentence() -> None:
    facts: list[Any] = [finding()]
    assert state(register(facts), finding=FINDING).words == "Open."
    facts += claim(
        register(facts), finding=FINDING, by_body=FORCE, on=date(2026, 5, 1), evidence=("cd" * 32,)
    )
    assert "Its owner has not closed it" in state(register(facts), finding=FINDING).words
    facts += accept(register(facts), finding=FINDING, by_body=COMMISSIONER, on=date(2026, 6, 1))
    assert facts[-1].get("evidence") == ("cd" * 32,)
    assert facts[-1].ref == versions(facts)[1].entry_id
    accepted = state(register(facts), finding=FINDING)
    assert accepted.words == "Claimed and accepted. Its owner has not closed it."
    assert progress(register(facts), FINDING).rung is None, "a claim moves no rung"
    facts += closed(facts)
    assert state(register(facts), finding=FINDING, regime=REGIME).words == (
        "Closed on 8 July 2026: published."
    )
    facts += reopen(register(facts), finding=FINDING, on=date(2026, 8, 1), reason="new facts")
    assert state(register(facts), finding=FINDING).words == "Open again since 1 August 2026."


def three_parties(**change: Any) -> Any:
    claimed = fact(ClosureClaimed, stream=FINDING, on="2026-05-01")
    accepted = fact(
        ClosureAccepted, stream=FINDING, on="2026-06-01", ref=change.get("accepts", f"{1:032x}")
    )
    signed = fact(
        ClosureVerified, stream=FINDING, on="2026-07-01", ref=change.get("closes", f"{2:032x}")
    )
    by = {1: FORCE, 2: COMMISSIONER, 3: INSPECTORATE} | change.get("by", {})
    facts = [finding(), claimed, accepted, signed]
    return state(register(facts, by=by), finding=FINDING, regime=REGIME)


def test_three_parties_in_order_are_named_as_such() -> None:
    assert three_parties().three_parties
    assert three_parties().words == ("Closed on 1 July 2026: signed, claimed and accepted before.")


@pytest.mark.parametrize(
    "change",
    [{"accepts": f"{0:032x}"}, {"closes": f"{1:032x}"}, {"by": {2: FORCE}}],
)
def test_a_broken_chain_is_not_three_parties(change: dict[str, Any]) -> None:
    assert not three_parties(**change).three_parties


@pytest.mark.parametrize(
    ("owner", "ground", "recorder", "doc", "words"),
    [
        (FORCE, "published", COMMISSIONER, "ab" * 32, "rule 1, the finding's owner"),
        (None, "published", COMMISSIONER, "ab" * 32, "rule 1, the finding's owner"),
        (INSPECTORATE, "published", FORCE, "ab" * 32, "rule 3, the institution recorded it"),
        (INSPECTORATE, "published", COMMISSIONER, None, "rule 3, no file is named"),
    ],
)
def test_a_closing_that_got_past_the_rule_is_shown_as_not_valid(
    owner: str | None, ground: str, recorder: str, doc: str | None, words: str
) -> None:
    stated = fact(ClosureStated, stream=FINDING, on="2026-07-01", ground=ground, doc=doc)
    found = state(
        register([finding(owner), stated], by={1: recorder}), finding=FINDING, regime=REGIME
    )
    assert found.words.startswith("Not valid: ")
    assert words in found.words


def test_a_signature_of_another_body_is_not_the_owners() -> None:
    signed = fact(ClosureVerified, stream=FINDING, on="2026-07-01")
    found = state(register([finding(), signed], by={1: COMMISSIONER}), finding=FINDING)
    assert "does not speak for the owner" in found.words


def test_a_ground_that_the_regime_dropped_is_shown_as_not_valid() -> None:
    narrow = replace(REGIME, closing_grounds=(ClosingGround.SIGNED,))
    stated = fact(ClosureStated, stream=FINDING, on="2026-07-01", ground="letter", doc="ab" * 32)
    found = state(register([finding(), stated]), finding=FINDING, regime=narrow)
    assert "does not accept the ground letter" in found.words


@pytest.mark.parametrize(
    ("act", "words"),
    [
        (
            lambda r: claim(r, finding=FINDING, by_body=COMMISSIONER, on=date(2026, 5, 1)),
            "Only the institution itself",
        ),
        (
            lambda r: accept(r, finding=FINDING, by_body=COMMISSIONER, on=date(2026, 5, 1)),
            "no claim to accept",
        ),
        (lambda r: reopen(r, finding=FINDING, on=date(2026, 5, 1), reason="x"), "is not closed"),
        (lambda r: slip_back(r, finding=FINDING, on=date(2026, 5, 1), reason="x"), "asked before"),
    ],
)
def test_steps_that_cannot_be_are_refused(act: Any, words: str) -> None:
    with pytest.raises(NotClosed, match=words):
        act(register([finding()]))


def test_the_institution_and_the_owner_do_not_accept() -> None:
    facts = [finding()]
    facts += claim(register(facts), finding=FINDING, by_body=FORCE, on=date(2026, 5, 1))
    for body in (FORCE, INSPECTORATE):
        with pytest.raises(NotClosed, match="accepted by the oversight body"):
            accept(register(facts), finding=FINDING, by_body=body, on=date(2026, 6, 1))


def test_after_a_closing_there_is_nothing_to_claim_and_reopening_needs_a_reason() -> None:
    facts = [finding(), *closed([finding()])]
    with pytest.raises(NotClosed, match="closed already"):
        claim(register(facts), finding=FINDING, by_body=FORCE, on=date(2026, 9, 1))
    with pytest.raises(NotClosed, match="Give the reason"):
        reopen(register(facts), finding=FINDING, on=date(2026, 9, 1), reason=" ")


def test_found_again_needs_a_closing_that_is_quoted() -> None:
    facts = [finding(), *closed([finding()])]
    facts += slip_back(
        register(facts),
        finding=FINDING,
        on=date(2026, 10, 1),
        reason="found again",
        rung=Rung.PROMISED,
    )
    found = progress(register(facts), FINDING)
    assert found.slipped_back
    assert found.rung is Rung.PROMISED
    letter = Sourced(doc="ab" * 32)
    unquoted = [
        finding(),
        *closed([finding()], ground=ClosingGround.LETTER, sourced=letter),
    ]
    with pytest.raises(NotClosed, match="no closing whose words are quoted"):
        slip_back(register(unquoted), finding=FINDING, on=date(2026, 10, 1), reason="again")


def test_a_closing_stands_again_after_it_was_reopened() -> None:
    facts: list[Any] = [finding(), *closed([finding()])]
    facts += [fact(Reopened, stream=FINDING, on="2026-08-01", reason="x")]
    facts += closed(facts, on=date(2026, 9, 1))
    assert (
        state(register(facts), finding=FINDING).words == "Closed on 1 September 2026: published."
    )
