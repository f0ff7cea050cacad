"""The day that a labelled line below a recommendation gives."""

import pytest
from tests.unit.reading.making import reading_of


def _dues(words: str) -> list[str | None]:
    return [
        line["fields"]["due"]
        for line in reading_of(words).lines()
        if line["kind"] == "recommendation"
    ]


@pytest.mark.parametrize(
    "label", ["Target date: ", "Timescale: By ", "Completion date: ", "By when: ", "Deadline: "]
)
@pytest.mark.parametrize(
    "between", ["", "Lead: Head of Boats\n\n", "The quay team will do it.\n\n"]
)
def test_the_day_stands_below(label: str, between: str) -> None:
    words = (
        "# Recommendations\n\n1. The port should light the quay.\n\n"
        f"{between}{label}30 June 2031\n\n2. The port should mend the crane.\n\nIt is old."
    )
    assert _dues(words) == ["2031-06-30", None]


@pytest.mark.parametrize(
    "below",
    [
        "Action: buy a lamp\n\nDue: 30 June 2031",
        "Recommendation 9\n\nTarget date: 30 June 2031",
        "• lamps\n\nTarget date: 30 June 2031",
        "The due date was 30 June 2031.",
        "Target date: to be agreed",
    ],
)
def test_the_day_of_another_thing_is_not_its_day(below: str) -> None:
    words = f"# Recommendations\n\n1. The port should light the quay.\n\n{below}"
    assert _dues(words)[:1] == [None]


@pytest.mark.parametrize("when", ["by 30 June 2031", "within three months"])
def test_the_day_right_behind_should_is_of_both_things(when: str) -> None:
    words = f"# News\n\nThe inspectors recommend that the service should {when} light the quay and"
    found = [
        line["fields"]["due_words"]
        for line in reading_of(f"{words} review its boats.").lines()
        if line["kind"] == "recommendation"
    ]
    assert found == [when, when]
