"""A slip in an owner's name is asked about where it is one letter from a name that is known."""

import pytest

from answerable.scrutiny.plans.assigned import meant
from answerable.vocabulary.facts import ActionPromised
from tests.factories import fact, register

RECORD = register(
    [fact(ActionPromised, stream="action/1", on="2026-01-01", text="x", owner="Head of Custody")]
)


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("head-of-custodyy", "Head of Custody"),
        ("Head of Cutsody", "Head of Custody"),
        ("deputy chief constabel", "deputy chief constable"),
        ("Head of Custody", None),
        ("Head of Crime", None),
        ("Superintendent Patel", None),
        ("Head of Custody 2", None),
    ],
)
def test_one_letter_less_more_other_or_changed_places(typed: str, near: str | None) -> None:
    assert meant(RECORD, typed) == near
