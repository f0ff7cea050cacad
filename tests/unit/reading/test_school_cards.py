"""Report cards of schools: safeguarding that is met, and areas at the expected standard."""

import pytest
from tests.unit.reading.making import reading_of


def _grades(words: str) -> list[tuple[str, str]]:
    lines = [one["fields"] for one in reading_of(words).lines() if one["kind"] == "grade"]
    return [(one["question"].casefold(), one["value"]) for one in lines]


CARD = "Inclusion: Strong standard\n\n"
GIVEN = [
    ("| Area | Grade\n\n| Safeguarding | Met\n\n| Inclusion | Strong standard",
     ("safeguarding", "met")),
    (CARD + "Safeguarding standards: Met", ("safeguarding", "met")),
    (CARD + "Safeguarding standards are met.", ("safeguarding", "met")),
    (CARD + "Our safeguarding was judged to be 'met'.", ("safeguarding", "met")),
    (CARD + "Safeguarding: Not met", ("safeguarding", "not met")),
    (CARD + "Reading and writing, and music, are at the expected standard.",
     ("reading and writing", "expected standard")),
    (CARD + "Reading and writing, and music, are at the expected standard.",
     ("music", "expected standard")),
    (CARD + "Music meets the expected standard.", ("music", "expected standard")),
]  # fmt: skip


@pytest.mark.parametrize(("words", "grade"), GIVEN)
def test_a_card_gives_the_grade(words: str, grade: tuple[str, str]) -> None:
    assert _grades(words).count(grade) == 1


NOT_GIVEN = [
    "Safeguarding: Met",
    CARD + "The safeguarding lead met the parents in May.",
    CARD + "Safeguarding met with the governors.",
    CARD + "We do not yet know whether safeguarding is met.",
    CARD + "Music should be at the expected standard by June.",
    CARD + "Half of the pupils reached the expected standard in music.",
    "Half of the pupils reached the expected standard in music. Safeguarding is met.",
]


@pytest.mark.parametrize("words", NOT_GIVEN)
def test_an_everyday_word_is_no_grade(words: str) -> None:
    assert not {"met", "not met", "expected standard"} & {value for _, value in _grades(words)}
