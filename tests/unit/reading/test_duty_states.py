"""What became of a recommendation or an area for improvement, where a letter says it behind."""

import pytest
from tests.unit.reading.making import reading_of


def _states(words: str) -> list[str | None]:
    lines = reading_of("We came back in May.\n\n" + words, kind="inspection-letter").lines()
    return [
        line["fields"]["disposition"]
        for line in lines
        if line["kind"] in ("recommendation", "area_for_improvement")
    ]


@pytest.mark.parametrize(
    ("behind", "state"),
    [
        (" Complete.", "closed"),
        (" Not yet met. Caseloads are as high as before.", "open"),
        (" Partially met.", "partly met"),
        (" This recommendation has been discharged.", "closed"),
        (" Superseded by the recommendation of 2031.", "superseded"),
        (" Staff met us in every station.", None),
        (" Open days were well attended.", None),
    ],
)
def test_the_state_behind_a_numbered_recommendation_is_kept(
    behind: str, state: str | None
) -> None:
    """Protects a letter's own word on what is closed, and what only looks like such a word."""
    assert _states(f"Recommendation 2: The force should train its clerks.{behind}") == [state]


def test_the_state_in_a_label_is_kept() -> None:
    """Protects a state that stands before the recommendation."""
    words = "Recommendation 4 (partly met): The force should publish its use of force data"
    assert _states(words) == ["partly met"]


def test_no_label_no_state() -> None:
    """Protects precision: "Complete." behind another sentence is of something else."""
    words = "We recommend that the force should train its clerks by May 2031. Complete."
    assert _states(words) == [None]


@pytest.mark.parametrize(
    ("above", "number", "state"),
    [
        ("3\n\nCompleted", "3", "closed"),
        ("12\n\nSuperseded", "12", "superseded"),
        ("4\n\nIn progress", "4", "open"),
        ("Recommendation 7\n\nNot yet met", "7", "open"),
        ("Marlshire Police\n\nCompleted", None, None),
        ("2\n\nMarlshire Police", None, None),
    ],
)
def test_the_number_and_the_state_alone_on_the_lines_above_are_its_own(
    above: str, number: str | None, state: str | None
) -> None:
    for asked in (" count its guns each week.", ":\n\n- count its guns each week;"):
        words = f"Dogs\n\n{above}\n\nHMIC recommends that the force should{asked}"
        found = [
            (line["fields"]["number"], line["fields"]["disposition"])
            for line in reading_of(words, kind="register").lines()
            if line["kind"] == "recommendation"
        ]
        assert found == [(number, state)]
