"""Actions that minutes hand out without a mark: resolved in a list, agreed, or said in passing."""

import pytest
from tests.unit.reading.making import reading_of

PRESENT = "\n\n".join(
    ("# Present", "Ann Bell, Chief Finance Officer", "Tom Dee, Chief Constable", "# Item")
)


def actions(words: str, kind: str = "minutes") -> list[tuple[str, str | None]]:
    """The words and the owner of each action."""
    return [
        (line["quote"]["exact"], line["fields"]["owner_office"] or line["fields"]["owner"])
        for line in reading_of(f"{PRESENT}\n\n{words}", kind=kind).lines()
        if line["kind"] == "action"
    ]


@pytest.mark.parametrize(
    "lead",
    [
        "4.2 RESOLVED, unanimously, that:",
        "Mrs Orme moved, and it was AGREED, that:",
        "After a vote it was resolved that:",
    ],
)
def test_each_line_of_a_resolution_is_the_task_of_whom_it_names(lead: str) -> None:
    """Protects what a committee resolves: a line without "will" or "should" is still an order."""
    words = f"{lead}\n\n1. the Treasurer report on reserves by 4 May 2031; and"
    assert actions(words) == [("report on reserves by 4 May 2031", "Treasurer")]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (
            "It was agreed that a working group of four members would visit each suite by May.",
            ("visit each suite by May", None),
        ),
        ("Ms Bell would circulate the costs within a week.", ("circulate the costs", "Finance")),
        ("The Clerk will write to each council.", ("write to each council", "Clerk")),
        ("Ann to feed in the figures of the spring.", ("feed in the figures", "Finance")),
        ("ACTION AB/31/2 TD to publish the log. By 2 May 2031.", ("publish the log", "Constable")),
    ],
)
def test_work_handed_out_in_passing_is_an_action(
    words: str, found: tuple[str, str | None]
) -> None:
    """Protects the follow-up: most tasks of a meeting are told in a sentence, not marked."""
    (one,) = actions(words)
    assert found[0] in one[0]
    assert found[1] is None or found[1] in str(one[1])


@pytest.mark.parametrize(
    "words",
    [
        "The Chief Constable would publish every log by May.",
        "Selling Barrow Street would bring in some money.",
        "Ms Bell asked whether the Clerk would write to them.",
    ],
)
def test_a_promise_a_guess_and_a_question_are_no_task(words: str) -> None:
    """Protects from tasks that nobody took."""
    assert actions(words) == []


def test_a_date_in_the_sentence_behind_is_when_a_marked_action_is_due() -> None:
    """Protects the due date of logs that write "By 2 May 2031." behind the task."""
    words = f"{PRESENT}\n\nACTION AB/31/2 TD to publish the log. By 2 May 2031."
    (one,) = [
        line for line in reading_of(words, kind="minutes").lines() if line["kind"] == "action"
    ]
    assert one["fields"]["due"] == "2031-05-02"
    assert one["fields"]["ref"] == "AB/31/2"
    assert one["fields"]["owner_person"] == "Tom Dee"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "A note to be sent to members by 4 May 2031.",
            ["A note to be sent to members by 4 May 2031"],
        ),
        ("Training of the last two officers to be finished (Head of Learning).", 1),
        ("Minutes to be published within a week (Clerk).", 1),
        ("The list is likely to be finished by 4 May 2031.", 0),
        ("The officers to be sent home were named.", 0),
        ("Action SB/9 (write to the college) was carried forward.", ["write to the college"]),
        ("Action 9 (the college) was carried forward.", 0),
    ],
)
def test_a_paper_notes_an_action_without_saying_who_is_to(words: str, expected: object) -> None:
    """Protects actions told by what is to be done, or by their number."""
    found = reading_of(words, kind="minutes").lines()
    quotes = [one["quote"]["exact"] for one in found if one["kind"] == "action"]
    assert quotes == expected if isinstance(expected, list) else len(quotes) == expected
