"""What is like a record ends where somebody else begins to do something."""

import pytest

from answerable.reading.likeness.cutting import cut
from answerable.reading.likeness.weights import Weights

_WHOLE = Weights(("recommendation",), (0,), {}, (0.0,), {})
"""Weights that know no word: all of a sentence is taken."""


@pytest.mark.parametrize(
    ("words", "behind"),
    [
        ("print the tide times each week", ", and I have told the harbour master so"),
        ("pay the boatmen what they are owed", ", and the Mayor needs to stop smiling"),
        ("put a lamp on the quay", ", but they've no lamps to put there"),
        ("count the oars by May", ", that Dr Brook would mend them, and that Ida would help"),
        ("count the oars by May", ", and she wants the Mayor to pay for it"),
        ("teach the crew to swim", ", and Ida had better see to it"),
    ],
)
def test_a_clause_of_somebody_else_is_left_out(words: str, behind: str) -> None:
    assert cut(words + behind, "recommendation", _WHOLE) == (0, len(words))


@pytest.mark.parametrize(
    "words",
    [
        "mend the quay, and the steps beside it, before the winter",
        "ask the boatmen, and the crews who are at sea, what they need",
        "make a chart that the crew will follow, that is dry and that lasts",
        "sail out, and come back with the tide",
    ],
)
def test_a_second_thing_is_not(words: str) -> None:
    assert cut(words, "recommendation", _WHOLE) == (0, len(words))
