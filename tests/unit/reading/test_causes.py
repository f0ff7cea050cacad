"""Causes of concern that a sentence announces and the next one, or a list, states."""

import pytest
from tests.unit.reading.making import reading_of


def causes(words: str) -> list[tuple[str, bool]]:
    """The words of each concern, and whether it is accelerated."""
    return [
        (line["quote"]["exact"], line["fields"]["accelerated"])
        for line in reading_of(words, kind="inspection-letter").lines()
        if line["kind"] == "cause_of_concern"
    ]


def test_a_list_hangs_from_a_counted_announcement() -> None:
    words = (
        "We have two causes of concern.\n\n"
        "1. The service has not done enough to understand the risk in its area.\n\n"
        "2. Firefighters do not all receive training in command.\n"
    )
    assert causes(words) == [
        ("The service has not done enough to understand the risk in its area.", False),
        ("Firefighters do not all receive training in command.", False),
    ]


def test_the_sentence_after_the_letters_opening_states_it() -> None:
    words = (
        "I am writing about the accelerated cause of concern we issued on 3 March 2031. "
        "The force is failing to protect children because it does not share what it knows."
    )
    assert causes(words) == [
        ("The force is failing to protect children because it does not share what it knows.", True)
    ]


def test_a_letter_that_informs_of_a_concern_states_it_next() -> None:
    words = (
        "I am writing to inform you of an accelerated cause of concern after our visit in May. "
        "The service doesn't test its breathing apparatus as often as the law requires."
    )
    assert causes(words) == [
        ("The service doesn't test its breathing apparatus as often as the law requires.", True)
    ]


def test_nine_recommendations_and_one_concern_are_no_concern_and_never_nine() -> None:
    words = "Inspectors made nine recommendations and identified one cause of concern this year."
    lines = list(reading_of(words, kind="press-release").lines())
    assert not [line for line in lines if line["kind"] == "cause_of_concern"]
    counted = {
        line["fields"]["unit"]: line["fields"]["n"] for line in lines if line["kind"] == "count"
    }
    assert counted == {"recommendation": 9, "cause-of-concern": 1}


@pytest.mark.parametrize(
    "words",
    [
        "Inspectors issued a cause of concern about the care of people in custody.",
        "A cause of concern was identified in relation to the care of people in custody.",
        "The force's care of people in custody is a cause of concern.",
        "We have a cause of concern over how the force cares for people in custody.",
    ],
)
def test_a_sentence_that_tells_of_a_concern_is_one(words: str) -> None:
    assert [found for found, _ in causes(words)] == [words]


@pytest.mark.parametrize(
    "words",
    [
        "No cause of concern was raised in relation to custody.",
        "The force could face a cause of concern about custody.",
        "The cause of concern about custody was closed in March 2031.",
        "A cause of concern is issued when a serious shortcoming is found.",
        "If progress is slow we will raise a cause of concern about custody.",
    ],
)
def test_a_concern_denied_feared_closed_or_defined_is_none(words: str) -> None:
    assert causes(words) == []


def test_everyday_worry_is_no_inspectors_concern() -> None:
    words = "Members noted that the rise in sickness was a cause for concern about morale."
    lines = reading_of(words, kind="minutes").lines()
    assert not [line for line in lines if line["kind"] == "cause_of_concern"]


def test_what_is_recommended_reaches_its_own_concern() -> None:
    words = (
        "# Cause of concern\n\nThe force misses too many calls from people at risk.\n\n"
        "# Recommendations\n\nThe force should hire call takers.\n\n"
        "# Cause of concern\n\nThe force does not check who holds a gun in its towns.\n\n"
        "# Recommendations\n\nThe force should check every holder.\n"
    )
    lines = list(reading_of(words, kind="inspection-report").lines())
    parents = {line["id"]: line["quote"]["start"] for line in lines if line["quote"]}
    found = [
        parents[line["fields"]["parent"]] for line in lines if line["kind"] == "recommendation"
    ]
    concerns = [line["quote"]["start"] for line in lines if line["kind"] == "cause_of_concern"]
    assert found == concerns


@pytest.mark.parametrize(
    "words",
    [
        "I am writing about the cause of concern we issued on 3 March 2031. "
        "We are pleased with the work that was shown to us on our visit.",
        "We made two visits.\n\n1. The first was to the control room, which was not staffed.\n",
        "I am writing about the cause of concern we issued in May. We recommend that the force "
        "should not wait before it trains its staff.",
    ],
)
def test_what_states_no_concern_is_none(words: str) -> None:
    assert causes(words) == []


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("The force answers 999 calls quickly.", []),
        ("Its 101 service has improved.", []),
        ("It answered 120 calls in the hour.", [120]),
    ],
)
def test_a_telephone_number_counts_nothing(words: str, found: list[int]) -> None:
    lines = reading_of(words, kind="news").lines()
    assert [line["fields"]["n"] for line in lines if line["kind"] == "count"] == found


def test_a_letter_below_its_title_opens_with_the_visit() -> None:
    """Protects a letter titled by its concern: its first sentence is of the visit."""
    head = "Cause of concern: exhibits\n\n"
    wrong = "The force can't account for cash that it seized."
    opening = "During our visit we met a number of grave problems in two of the stores."
    assert not _concerns(head + opening)
    assert _concerns(head + wrong) == [wrong]


def _concerns(words: str) -> list[str]:
    lines = reading_of(words, kind="inspection-letter").lines()
    return [one["quote"]["exact"] for one in lines if one["kind"] == "cause_of_concern"]
