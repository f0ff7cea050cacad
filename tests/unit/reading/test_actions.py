"""Actions in the forms that minutes and logs use: what is read, whose it is, and by when."""

import pytest
from tests.unit.reading.making import reading_of

PRESENT = "\n\n".join(
    (
        "# Present",
        "Ann Bell (AB), Chief Finance Officer",
        "Tom Dee (TD), Chief Constable",
        "# Item",
    )
)
Found = tuple[str, str | None, str | None]


def actions(words: str, kind: str = "minutes") -> list[Found]:
    """The words, the owner and the due words of each action."""
    return [
        (
            line["quote"]["exact"],
            line["fields"]["owner_office"] or line["fields"]["owner"],
            line["fields"]["due_words"],
        )
        for line in reading_of(f"{PRESENT}\n\n{words}", kind=kind).lines()
        if line["kind"] == "action"
    ]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (
            "Action 3/31: AB to send the costs by 4 May 2031.",
            ("send the costs by 4 May 2031", "Chief Finance Officer", "by 4 May 2031"),
        ),
        (
            "AP4 – TD to write to the Crown Court. Due: end of August.",
            ("write to the Crown Court", "Chief Constable", "end of August"),
        ),
        (
            "The costs were queried and a note would be sent. [Action: AB]",
            (
                "The costs were queried and a note would be sent",
                "Chief Finance Officer",
                None,
            ),
        ),
        (
            "It was agreed that the Treasurer would report to the May board.",
            ("report to the May board", "Treasurer", "to the May board"),
        ),
        (
            "DCC Shah to confirm the numbers.",
            ("confirm the numbers", "DCC", None),
        ),
        (
            "The Clerk was asked to circulate the slides.",
            ("circulate the slides", "Clerk", None),
        ),
        (
            "Action: A summary of outcomes to be sent round (TD).",
            ("A summary of outcomes to be sent round", "Chief Constable", None),
        ),
    ],
)
def test_an_action_has_its_owner_and_its_day(words: str, found: Found) -> None:
    """Protects the office behind initials, and the deadline wherever it stands."""
    assert actions(words) == [found]


def test_two_owners_in_one_sentence_have_an_action_each() -> None:
    words = "AB to bring the figures and TD to share the plan."
    assert [(words, owner) for words, owner, _ in actions(words)] == [
        ("bring the figures", "Chief Finance Officer"),
        ("share the plan", "Chief Constable"),
    ]


@pytest.mark.parametrize(
    "words",
    [
        "No actions.",
        "Action: None.",
        "The Chair asked the Chief Constable to explain the delay.",
        "The Chair asked the Chief Constable to pass on her thanks.",
        "The Chief Constable agreed that the figures were poor.",
        "The Treasurer undertook to clear the backlog.",
        "Action 05/24 remains open.",
        "RESOLVED: That the report be noted.",
        "Members agreed to note the report.",
    ],
)
def test_what_nobody_is_to_do_is_no_action(words: str) -> None:
    """Protects minutes from actions that were questions, promises, thanks or notes."""
    assert actions(words) == []


def test_inspectors_and_the_press_set_no_actions() -> None:
    words = "Action: the force to review its plan by 4 May 2031."
    assert actions(words, kind="inspection-report") == []
    assert actions(words, kind="news") == []


def test_a_resolution_that_asks_somebody_is_an_action() -> None:
    words = (
        "RESOLVED\n\n1. That the report be noted.\n\n2. That the Clerk be asked to write to the"
        " Minister by 4 May 2031."
    )
    assert actions(words) == [
        ("write to the Minister by 4 May 2031", "Clerk", "by 4 May 2031"),
    ]


def test_the_state_behind_an_action_is_read() -> None:
    lines = reading_of("2/31 DCC to circulate the paper – done, sent in May.", kind="minutes")
    (one,) = [line for line in lines.lines() if line["kind"] == "action"]
    assert one["quote"]["exact"] == "circulate the paper"
    assert one["fields"]["disposition"] == "closed"
