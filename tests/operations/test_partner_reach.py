"""A partner reaches the actions in which it has a part, and no other, by whatever door."""

from datetime import timedelta

import pytest

from answerable.operations import people
from answerable.operations.accountability import partners as operation
from answerable.operations.desk import weeks
from answerable.operations.findings import closing
from answerable.operations.pages.look import Look
from answerable.operations.sessions import scrutiny
from answerable.scrutiny.accountability.partners import NotShared
from answerable.store.book import book
from answerable.vocabulary.facts import ActionPromised
from tests.factories import fact
from tests.operations.cast import ACTION, AT, DAY, OFFICER, begin, common

PARTNER = people.acting_as("anyshire-council/partner")
OTHER = "action/anyshire-pcc/2024-01-15/2"


@pytest.fixture(autouse=True)
def shared(home: object) -> None:
    begin(book(), fact(ActionPromised, stream=OTHER, on="2024-01-15", text="Count the visits."))
    operation.join_partner(
        **common(OFFICER),
        reference=ACTION,
        partner=PARTNER.body,
        part="Lends two wardens.",
        on=DAY,
    )


def test_a_partner_updates_and_shows_only_its_own(home: object) -> None:
    told = {"text": "The wardens began.", "on": DAY}
    scrutiny.update_action(**common(PARTNER), reference=ACTION, **told)
    with pytest.raises(NotShared, match="no part in this action"):
        scrutiny.update_action(**common(PARTNER), reference=OTHER, **told)


def test_a_partner_offers_evidence_only_of_its_own(home: object) -> None:
    offered = {"files": [b"A list of visits."], "text": "Who was visited.", "on": DAY}
    closing.offer_evidence(**common(PARTNER), reference=ACTION, **offered)
    with pytest.raises(NotShared, match="no part in this action"):
        closing.offer_evidence(**common(PARTNER), reference=OTHER, **offered)


def test_a_partners_week_holds_only_its_own_part(home: object) -> None:
    """The other action is as late, and nobody of the partner has a part in it."""
    late = {"at": AT + timedelta(days=400)}
    for stream in (ACTION, OTHER):
        scrutiny.move_due_date(
            **common(OFFICER),
            reference=stream,
            to="2024-07-31",
            reason="Agreed at the session.",
            authoriser="chief-constable",
            on=DAY,
        )
    of = {
        actor: {
            entry.reference
            for one in weeks.weeks(Look(actor=actor, **late))
            for entry in one.week.every
        }
        for actor in (OFFICER, PARTNER)
    }
    assert of[OFFICER] >= {ACTION, OTHER}
    assert of[PARTNER] == {ACTION}


def test_an_officer_is_not_held_to_a_part(home: object) -> None:
    scrutiny.update_action(**common(OFFICER), reference=OTHER, text="Begun.", on=DAY)
