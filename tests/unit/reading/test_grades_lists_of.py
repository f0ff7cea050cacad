"""Lists of grades that a line such as "The grades are these:" opens."""

import pytest
from tests.unit.reading.making import reading_of

_LETTER = """Response to the report on Marlshire Police

We thank HMICFRS for its report. No area was inadequate.

{lead}

- Preventing crime – good

- Custody – requires improvement

- Leadership – adequate
"""


def _grades(words: str) -> list[tuple[str, str | None]]:
    lines = reading_of(words, kind="statutory-response").lines()
    found = (one["fields"] for one in lines if one["kind"] == "grade")
    return [(one["value"], one["question"]) for one in found]


@pytest.mark.parametrize(
    "lead",
    ["The grades are these:", "The grades are:", "The ratings are as follows:"],
)
def test_a_line_that_opens_a_list_of_grades_is_no_head_of_definitions(lead: str) -> None:
    assert _grades(_LETTER.format(lead=lead)) == [
        ("good", "Preventing crime"),
        ("requires improvement", "Custody"),
        ("adequate", "Leadership"),
    ]


@pytest.mark.parametrize(
    "words",
    [
        "A damning report on HMP Marl has found safety and purposeful activity both to be poor.",
        "Inspectors found safety and purposeful activity both poor at HMP Marl.",
    ],
)
def test_two_questions_that_a_verb_gives_one_grade(words: str) -> None:
    lines = reading_of(words, kind="prisons").lines()
    found = [one["fields"] for one in lines if one["kind"] == "grade"]
    assert [(one["value"], one["question"]) for one in found] == [
        ("poor", "safety"),
        ("poor", "purposeful activity"),
    ]
