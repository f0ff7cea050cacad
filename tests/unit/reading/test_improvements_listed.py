"""Areas that a sentence lists, or the list below it, as what inspectors wish to see improved."""

import pytest
from tests.unit.reading.making import reading_of


def _areas(words: str, kind: str = "minutes") -> list[str]:
    lines = reading_of(words, kind=kind).lines()
    return [one["quote"]["exact"] for one in lines if one["kind"] == "area_for_improvement"]


LISTED = [
    ("The Board went through the areas that Estyn wishes to see improved: lighting on the quay; "
     "the oversight of nets; and the supply of ropes.",
     ["lighting on the quay", "the oversight of nets", "the supply of ropes"]),
    ("Ms Holm said that the two next steps, checking what each diver recalls and a bolder course "
     "in knots, were in the plan.",
     ["checking what each diver recalls", "a bolder course in knots"]),
    ("The areas that inspectors wanted to see improved were well known:\n\n- speed of the first "
     "answer\n\n- help for homeless divers of 16\n\n- enough moorings for small boats",
     ["speed of the first answer", "help for homeless divers of 16",
      "enough moorings for small boats"]),
]  # fmt: skip


@pytest.mark.parametrize(("words", "wanted"), LISTED)
def test_each_thing_that_is_listed(words: str, wanted: list[str]) -> None:
    assert _areas(f"Harbour notes\n\n{words}") == wanted


def test_none_of_them_is_left() -> None:
    assert (
        _areas(
            "Harbour notes\n\nNo areas remained that Estyn wished to see improved: lighting on "
            "the quay; the oversight of nets; and the supply of ropes."
        )
        == []
    )
