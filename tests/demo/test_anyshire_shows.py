"""The invented force shows every end that accountability can have, proved from the record."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from django.test import Client

from answerable.ledger.register import Version
from answerable.operations import catalogue
from answerable.scrutiny import closing
from answerable.scrutiny.claims.statements import ClaimResult
from answerable.store.reads import registers
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import (
    ClaimChecked,
    ClaimConfirmed,
    ClaimNotified,
    ClaimPublished,
    ClosureStated,
    ClosureVerified,
    Corrected,
    Escalated,
    EscalationDeclined,
    HoldingBegan,
    HoldingEnded,
    MoneyStated,
    OversightPassed,
    Relapsed,
    ReplyGiven,
)
from answerable.vocabulary.money import MoneyState

FORCE = "anyshire-police"
BEFORE, AFTER = date(2028, 5, 7), date(2028, 5, 8)


def held(*types: type[Fact]) -> Sequence[Version]:
    return registers.history(FORCE).of_types(*types)


def values(kind: type[Fact], name: str) -> set[str]:
    return {str(version.fact.get(name)) for version in held(kind)}


def test_every_state_of_money_and_every_result_of_a_claim(told: Path) -> None:
    assert values(MoneyStated, "state") == {state.value for state in MoneyState}
    every = {result.value for result in ClaimResult}
    assert values(ClaimChecked, "result") == values(ClaimPublished, "result") == every


def test_a_published_check_was_confirmed_by_another_and_its_speaker_had_notice(
    told: Path,
) -> None:
    steps = [
        {v.fact.stream: v.seq for v in held(kind)} for kind in (ClaimConfirmed, ClaimNotified)
    ]
    for published in held(ClaimPublished):
        confirmed, notified = (found[published.fact.stream] for found in steps)
        assert confirmed < notified < published.seq


def test_a_reply_a_correction_a_step_up_and_one_that_was_not_taken(told: Path) -> None:
    answered = {version.fact.stream for version in held(ReplyGiven)}
    assert answered & {version.fact.stream for version in held(ClaimPublished)}
    assert all(version.fact.get("reason") for version in held(Corrected))
    assert held(Corrected)
    assert values(Escalated, "step") == {"chief-officer"}
    assert all(version.fact.get("reason") for version in held(EscalationDeclined))
    assert held(EscalationDeclined)


def test_a_handover_and_a_commissioner_replaced_by_a_board(told: Path) -> None:
    assert {v.fact.stream for v in held(HoldingEnded)} & {
        v.fact.stream for v in held(HoldingBegan)
    }
    (passed,) = held(OversightPassed)
    assert (passed.fact.get("from"), passed.fact.get("to")) == ("anyshire-pcc", "anyshire-board")
    assert catalogue.names_of(FORCE, on=BEFORE).oversight == "the Commissioner"
    assert catalogue.names_of(FORCE, on=AFTER).oversight != "the Commissioner"


def test_a_closing_on_each_ground_and_a_relapse_of_a_quoted_one(told: Path) -> None:
    assert values(ClosureStated, "ground") == {"published", "letter", "historical"}
    (signed,) = held(ClosureVerified)
    state = closing.state(
        registers.register(FORCE, valid=date(2026, 11, 25)),
        finding=signed.fact.stream,
        regime=catalogue.regime_of(FORCE),
    )
    assert state.three_parties
    assert state.fault is None
    quoted = {v.fact.stream for v in held(ClosureStated) if v.fact.quote}
    assert {v.fact.stream for v in held(Relapsed)} <= quoted


def test_a_session_of_the_predecessor_stays_its_own_after_the_board_took_over(told: Path) -> None:
    reader = Client()
    page = "/sessions/anyshire-pcc/2026-09-17/"
    taken = "whose place Anyshire Policing and Crime Board has taken"
    assert taken not in reader.get(page).content.decode()
    later = reader.get(f"{page}?valid=2028-06-01").content.decode()
    assert f"Session of Anyshire Police and Crime Commissioner, {taken}" in later
    ladder = reader.get("/escalation/anyshire-police/?valid=2028-06-01").content.decode()
    asked = "the ladder asks that it goes to the commissioner, whose place the chair has taken"
    assert asked in ladder
