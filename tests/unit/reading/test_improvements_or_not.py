"""Where "should" in a report on police or fire is an area, and where a recommendation."""

import pytest
from tests.unit.reading.making import reading_of

_KINDS = {"recommendation": "R", "area_for_improvement": "A"}


def _asked(words: str) -> list[str]:
    lines = reading_of(words, kind="hmicfrs").lines()
    return [
        f"{_KINDS[one['kind']]} {one['quote']['exact']}" for one in lines if one["kind"] in _KINDS
    ]


@pytest.mark.parametrize(
    "above",
    [
        "This cause of concern stays open.",
        "We have not closed the cause of concern on kennels.",
        "We make one recommendation.",
        "Our recommendation has not been met.",
        "The causes of concern are linked. Crews told us of both.",
        "Two recommendations follow.",
    ],
)
def test_what_stands_behind_a_concern_or_recommendations_was_recommended(above: str) -> None:
    duty = "Marlshire Police should make the helpline known at every kennel."
    assert _asked(f"# Culture\n\n{above} {duty}") == ["R make the helpline known at every kennel"]


@pytest.mark.parametrize(
    "above",
    [
        "Its work is slow.",
        "The cause of concern has been closed.",
        "We have no recommendation to make.",
        "The cause of concern stays open. There are areas for improvement.",
        "We recommended nothing.\n\n# Dogs\n\nIts work is slow.",
    ],
)
def test_elsewhere_it_is_an_area(above: str) -> None:
    duty = "Leaders should talk to their teams about wellbeing."
    assert _asked(f"# Culture\n\n{above} {duty}") == [f"A {duty}"]


def test_a_list_of_areas_goes_on_below_what_is_said_of_each() -> None:
    """Protects a mail whose list tells of each area how it stands: the last lies far below."""
    line = "- The force should {}. We did much of it in May. The rest is booked. Nothing more."
    lines = "\n\n".join(
        line.format(one) for one in ("walk each dog daily", "mend the kennels", "feed the cats")
    )
    seen = "The inspectorate came to Marlshire Police in May.\n\n{} need proof. They are:\n\n"
    for named, kind in (
        ("Four of our AFIs", "area_for_improvement"),
        ("Four of the recommendations", "recommendation"),
    ):
        read = reading_of(seen.format(named) + lines, kind="other").lines()
        assert [one["kind"] for one in read if one["kind"] in _KINDS] == [kind] * 3
