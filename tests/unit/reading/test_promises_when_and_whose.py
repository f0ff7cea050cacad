"""By when a promise is to be kept, in words without a day; whose "I" a long quotation has."""

import pytest
from tests.unit.reading.making import reading_of


def _fields(words: str, kind: str = "statement") -> list[dict[str, object]]:
    lines = reading_of(words, kind=kind).lines()
    return [one["fields"] for one in lines if one["kind"] == "commitment"]


@pytest.mark.parametrize(
    ("words", "when"),
    [
        ("In early 2031, we will publish the findings on vans.", "In early 2031"),
        ("In the coming days I will open a survey on the fee.", "In the coming days"),
        ("I will weigh the fee and publish my proposals shortly.", "shortly"),
        ("We will publish a short list of what we did soon.", "soon"),
        ("We will be pausing our main programme from October.", "from October"),
        ("We will train twenty more crews this summer.", "this summer"),
        ("I will send the list of sheds tomorrow.", "tomorrow"),
        ("We will open the yard by Easter.", "by Easter"),
        ("From 1 September the office will sample ten files.", "From 1 September"),
    ],
)
def test_when_a_promise_is_to_be_kept(words: str, when: str) -> None:
    assert [one["due_words"] for one in _fields(words)] == [when]


def test_as_soon_as_says_no_time() -> None:
    assert all(
        one["due_words"] != "soon" for one in _fields("We will see to it as soon as we can.")
    )


def test_the_only_speaker_says_i_in_later_paragraphs_of_a_quotation() -> None:
    words = (
        "Commissioner Ada Orr said: “Our towns deserve the best from their police.\n\nIt is right"
        " that this is mended.\n\nI will hold the Chief Constable to account for each key.”"
    )
    found = _fields(words, kind="press-release")
    assert [(one["by"], one["by_person"]) for one in found] == [("Commissioner", "Ada Orr")]


def test_of_two_speakers_none_is_taken_for_a_later_i() -> None:
    words = (
        "Commissioner Ada Orr said: “Our towns deserve the best.”\n\nLeader Ivo Lamb said: “We"
        " agree on that.”\n\nI will hold a meeting on the keys in each town this May."
    )
    assert all(one["by_person"] is None for one in _fields(words, kind="press-release"))
