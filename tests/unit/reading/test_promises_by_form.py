"""Promises by the form of their sentence, and outer dates over spans of time inside a duty."""

import pytest
from tests.unit.reading.making import reading_of


def _of(kind: str, words: str, sort: str) -> list[tuple[str, str | None]]:
    lines = reading_of("It was a long day.\n\n" + words, kind=sort).lines()
    return [
        (line["quote"]["exact"], line["fields"].get("due_words"))
        for line in lines
        if line["kind"] == kind
    ]


@pytest.mark.parametrize(
    ("sort", "words", "promise"),
    [
        (
            "minutes",
            "The Chief Constable assured members that no station would close before 2028.",
            "no station would close before 2028",
        ),
        (
            "statutory-response",
            "We have accepted this and forensic kits will be in every car by the end of May.",
            "forensic kits will be in every car by the end of May",
        ),
        (
            "inspection-letter",
            "You told us that you will complete the training by June 2032.",
            "you will complete the training by June 2032",
        ),
    ],
)
def test_a_promise_is_found_by_its_form(sort: str, words: str, promise: str) -> None:
    """Protects recall: who assures, or told inspectors, promises too."""
    assert any(promise in quote for quote, _ in _of("commitment", words, sort))


def test_who_was_assured_promises_nothing() -> None:
    """Protects precision: nobody is named who gave the assurance."""
    words = "Members were assured that no station would close before 2028."
    assert _of("commitment", words, "minutes") == []


def test_a_day_before_a_duty_is_its_deadline_and_days_inside_it_are_not() -> None:
    """Protects due dates: "within ten days" is part of what is to be done."""
    words = (
        "By 31 March 2032, the force should make sure that victims are told of a decision "
        "within ten working days."
    )
    ((quote, due),) = _of("recommendation", words, "inspection-report")
    assert "within ten working days" in quote
    assert due == "By 31 March 2032"


def test_who_was_told_something_promises_nothing() -> None:
    words = "The Commissioner was advised that the keys would be counted by the end of May 2031."
    lines = reading_of(words, kind="minutes").lines()
    (found,) = [one["fields"] for one in lines if one["kind"] == "commitment"]
    assert (found["by"], found["by_person"]) == (None, None)


@pytest.mark.parametrize(
    ("promise", "none"),
    [
        ("We will use the support this process gives.",
         "We welcome the support this process will provide."),
        ("In this stage, we will write a plan.", "In this stage, forces will write a plan."),
        ("The plan will be presented in May.", "The plan will be presented in Appendix 2."),
        ("You will get our plan by May.", "You will find our plan below."),
        ("We will be amending the policy.", "We will be amending the agenda."),
        ("Fifteen rooms will be allocated to our teams.",
         "Fifteen minutes will be allocated for members of the public."),
    ],
)  # fmt: skip
def test_what_a_process_gives_or_a_rule_of_the_house_is_no_promise(
    promise: str, none: str
) -> None:
    speaks = "Commissioner Una Orme said: “{}”"
    assert _of("commitment", speaks.format(promise), "news")
    assert not _of("commitment", speaks.format(none), "news")


@pytest.mark.parametrize(
    "words",
    [
        "You will report to the yard manager.",
        "Next year’s grant will be tight, with a gap of £6 million.",
        "No answer will be given to questions that name a warden.",
        "The paper will be considered at the Board on 19 May 2031.",
    ],
)
def test_a_post_an_outlook_a_rule_or_the_way_of_a_paper_is_no_promise(words: str) -> None:
    assert _of("statement", words, "commitment") == []
