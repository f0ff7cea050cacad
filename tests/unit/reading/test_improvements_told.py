"""Areas for improvement as others tell them: counted and then parted, or in a clause."""

import pytest
from tests.unit.reading.making import reading_of


def _areas(words: str, kind: str = "other") -> list[str]:
    lines = reading_of(words, kind=kind).lines()
    return [one["quote"]["exact"] for one in lines if one["kind"] == "area_for_improvement"]


TOLD = [
    ("There are three areas for improvement. The service should use its data; it should guard its "
     "boats; and it doesn't have a plan for posts.",
     ["The service should use its data", "it should guard its boats",
      "it doesn't have a plan for posts"]),
    ("One of the areas for improvement, in terms, was that officers don't always lock the store.",
     ["officers don't always lock the store"]),
    ("Of the area for improvement which said that the force should count its keys, she said that "
     "440 were lost.", ["the force should count its keys"]),
    ("You gave us five areas for improvement. One of these, that detainees aren't offered a meal, "
     "we put right last week.", ["detainees aren't offered a meal"]),
    ("The AFI says that the force must feed its dogs.", ["the force must feed its dogs"]),
]  # fmt: skip


@pytest.mark.parametrize(("words", "wanted"), TOLD)
def test_an_area_that_is_told(words: str, wanted: list[str]) -> None:
    assert _areas(words) == wanted


NONE = [
    "There are three areas for improvement.",
    "There are no areas for improvement. The hall was cold; and the tea was not hot.",
    "There are three areas for improvement. The hall was warm; and the tea was hot.",
    "One of the areas for improvement has gone. The Chair said that the hall should be let.",
    "She asked whether an area for improvement was that the force should count its keys.",
    "He said that the force should buy a van.",
]


@pytest.mark.parametrize("words", NONE)
def test_what_tells_of_none(words: str) -> None:
    assert _areas(words) == []
