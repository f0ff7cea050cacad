"""The title of a priest or a pastor is part of the name; a father of the family is none."""

import pytest
from tests.unit.reading.making import reading_of


def _names(words: str) -> set[object]:
    found = reading_of(words, kind="statement").records
    return {one.fields["name"] for one in found if one.kind == "person"}


@pytest.mark.parametrize("title", ["Father", "Pastor", "Monsignor", "Archdeacon", "Deacon"])
def test_a_title_of_the_church_belongs_to_the_name(title: str) -> None:
    told = f"Welcome to {title} Michael Orme, who chairs our new ethics committee."
    assert _names(told) == {f"{title} Michael Orme"}


@pytest.mark.parametrize(
    "told",
    [
        "Welcome to Michael Orme, a father of two, who chairs our new ethics committee.",
        "Welcome to Callum’s Father Michael Orme, who chairs our new ethics committee.",
        "Welcome to her father Michael Orme, who chairs our new ethics committee.",
    ],
)
def test_a_father_of_a_family_has_no_title(told: str) -> None:
    assert _names(told) == {"Michael Orme"}
