"""A sentence with several promises, each with its own "will", makes each of them."""

import pytest
from tests.unit.reading.making import reading_of

SEVERAL = [
    ("I will hold a session in every district, I will print all the returns that I am given and"
     " I will ask the towns in May.",
     ["I will hold a session in every district", "I will print all the returns that I am given",
      "I will ask the towns in May."]),
    ("We will train every warden by May 2031 and we’ll write to the Panel each autumn.",
     ["We will train every warden by May 2031", "we’ll write to the Panel each autumn."]),
    ("The Service will visit each block by June, and will write to its tenants.",
     ["The Service will visit each block by June", "will write to its tenants."]),
]  # fmt: skip
ONE = [
    "We will hire ten nurses who know the wards and will stay for a year.",
    "I will ask how the force will spend the money and will report it.",
    "We will do so, and will again.",
    "The team will count the empty beds each Monday and will print it on the door.",
]


def _promised(words: str) -> list[str]:
    lines = reading_of(words, kind="statement").lines()
    return [one["quote"]["exact"] for one in lines if one["kind"] == "commitment"]


@pytest.mark.parametrize(("words", "promises"), SEVERAL)
def test_each_promise_of_a_sentence_is_one(words: str, promises: list[str]) -> None:
    assert _promised(words) == promises


@pytest.mark.parametrize("words", ONE)
def test_a_clause_of_something_else_is_no_promise_of_its_own(words: str) -> None:
    assert _promised(words) == [words]
