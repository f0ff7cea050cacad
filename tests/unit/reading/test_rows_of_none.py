"""Rows of a register that keep a number and hold no finding, and lines of residue beside them."""

from dataclasses import replace

import pytest

from answerable.reading.formats import canonical
from answerable.reading.likeness.weights import Weights
from answerable.reading.reading import read

REGISTER = """| No | Recommendation | Owner |
|---|---|---|
| 1 | Lock both gates of the yard at dusk | Warden |
| 2 | WORDS | |
| 3 | Count the keys each evening | Clerk |
"""


@pytest.mark.parametrize(
    "words",
    [
        "Withdrawn at factual accuracy check.",
        "Withdrawn by the board on 3 May 2031",
        "Number not used",
        "Deleted",
    ],
)
def test_a_number_that_is_kept_for_nothing_is_no_recommendation(words: str) -> None:
    text = canonical(REGISTER.replace("WORDS", words).encode(), media_type="text/markdown")
    found = [line["quote"]["exact"] for line in read(text).lines() if line["quote"]]
    assert "Lock both gates of the yard at dusk" in found
    assert words not in found
    assert words.rstrip(".") not in found


def test_of_a_row_and_its_cell_that_are_like_another_kind_the_cell_is_shown() -> None:
    least = {"list": (0.99, 0.99), "prose": (0.99, 0.99)}
    weights = Weights(("action", "recommendation"), (-40, -40), least, (0.0, 0.0), {})
    weights = replace(weights, cues={"w=keys": (600, 0)})
    text = canonical(REGISTER.encode(), media_type="text/markdown")
    shown = [
        line["quote"]["exact"]
        for line in read(text, likeness=weights).lines()
        if line["rule"] == "likeness.doubtful"
    ]
    assert shown == ["Count the keys each evening"]
