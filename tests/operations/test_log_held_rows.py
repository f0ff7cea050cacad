"""Rows of a log that may not be public as they stand: named before, restricted where agreed."""

import pytest

from answerable.operations import sensitivity
from answerable.operations.plans import action_log, held_rows
from answerable.publishing.sensitivity.model import HeldBack
from answerable.store.reads import registers
from answerable.vocabulary.access import Classification
from answerable.vocabulary.facts import ActionPromised, DocumentFiled, Reclassified
from tests.operations.test_desk_action_log import (
    AT,
    FORCE,
    LOG,
    UNDER,
    asked,
    changes,
    held,
    kept,
    officer,
    own,
    recorded,
)

__all__ = ["own"]
HELD = ("5", "Audit the 30 lead responsible officers.", "DCC", "31/03/27", "", "Open", "")
FREE = ("26/023", "Train lead responsible officers.", "DCC", "31/03/27", "", "Open", "")


def test_the_number_of_a_row_is_no_number_of_what_the_row_is_about() -> None:
    assert recorded(kept(*LOG, FREE)).count > 0


def test_rows_that_are_held_are_named_before_anything_is_recorded() -> None:
    document = kept(*LOG, HELD)
    found = action_log.held_back(
        by=officer(),
        on=AT.date(),
        document=document,
        asked=asked(),
        changes=tuple(changes(document).values()),
    )
    assert list(found) == [f"{UNDER}5"]
    assert "lead responsible officers" in found[f"{UNDER}5"].what
    with pytest.raises(HeldBack):
        recorded(document)


def test_such_rows_may_be_recorded_for_named_offices_only() -> None:
    document = kept(*LOG, HELD)
    recorded(document, restrict=True)
    register = registers.register(FORCE, valid=AT.date(), actor=officer())
    (row,) = register.versions_of(ActionPromised, stream=f"{UNDER}5")
    (other,) = register.versions_of(ActionPromised, stream=f"{UNDER}1")
    assert set(row.fact.classes.values()) == {Classification.RESTRICTED}
    assert not other.fact.classes
    assert held()["5"].text == "Audit the 30 lead responsible officers."
    public = registers.register(FORCE, valid=AT.date())
    assert not public.versions_of(ActionPromised, stream=f"{UNDER}5")
    assert any(f.classes for f in register.of(DocumentFiled)), "nor is the file for everybody"
    grounds = [f for f in register.of(Reclassified) if f.stream == f"{UNDER}5"]
    assert grounds
    assert all(f.ground and f.review for f in grounds)
    assert {c.kind for c in changes(document).values()} == {"same"}


def test_nothing_held_asks_nothing() -> None:
    document = kept(*LOG)
    given = tuple(changes(document).values())
    assert (
        action_log.held_back(
            by=officer(), on=AT.date(), document=document, asked=asked(), changes=given
        )
        == {}
    )
    assert held_rows.streams((), register=registers.register(FORCE, valid=AT.date())) == {}


def test_a_release_of_a_row_holds_for_a_paper_that_says_where_it_stands() -> None:
    title = HELD[1].rstrip(".")
    recorded(kept(*LOG, (HELD[0], title, *HELD[2:])), release="It is in the annual report.")

    def held_now(words: str) -> list[str]:
        found = sensitivity.held_of_paper(words, where="a pack", institution=FORCE, on=AT.date())
        return [one.where for one in found]

    assert held_now(f"{title}: Due 31 March 2027.") == []
    (where,) = held_now(f"{title}: 12 of the lead responsible officers are new.")
    assert where.startswith(f"{UNDER}5"), "it says where it stands"


@pytest.mark.parametrize(
    "words",
    [
        "Surveillance was kept from the flat opposite 22 Castle Street.",
        "The mother of the boy in the Orchard Street case thanked officers.",
    ],
)
def test_what_the_check_says_of_released_words_does_not_hold_their_release(words: str) -> None:
    document = kept(*LOG, (HELD[0], words, *HELD[2:]))
    recorded(document, release="It is in the annual report.")
    assert held()["5"].text == words
    assert sensitivity.publication(on=AT.date()) == (), "nor the files of the public"
