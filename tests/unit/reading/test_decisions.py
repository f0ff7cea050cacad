"""What a body resolved is a decision; lead-ins, findings and what others are asked are none."""

import pytest
from tests.unit.reading.making import reading_of


def _decisions(words: str, kind: str = "minutes") -> list[str]:
    lines = reading_of(words, kind=kind).lines()
    return [one["quote"]["exact"].rstrip(" .;") for one in lines if one["kind"] == "decision"]


@pytest.mark.parametrize(
    ("words", "exact"),
    [
        ("Trustees agreed to set up a panel on hydrants: Mr Orr and Mrs Lamb.",
         "Trustees agreed to set up a panel on hydrants"),
        ("Governors approved a budget of £2.41m for the year.",
         "Governors approved a budget of £2.41m for the year"),
        ("The deficit is high. Cabinet approved spending of £1.85 million on nurses.",
         "Cabinet approved spending of £1.85 million on nurses"),
        ("The purchase of three vans at £93,000 was approved.",
         "The purchase of three vans at £93,000 was approved"),
        ("It was resolved to buy the yard from the bank at £9,000.",
         "resolved to buy the yard from the bank"),
    ],
)  # fmt: skip
def test_what_a_body_settles_in_a_sentence_is_a_decision(words: str, exact: str) -> None:
    assert _decisions(words) == [exact]


@pytest.mark.parametrize(
    "words",
    [
        "OM approved £95,000 for radios.",
        "The Commissioner approved £95,000 for radios.",
        "The Council had agreed to pay £2,100 in all.",
        "Case 7. Decision: severe maladministration in the repair of lifts.",
        "Case 7. Decision: not upheld in any part.",
        "Decision-makers know the rules on vetting.",
        "RESOLVED: Noted.",
        "RESOLVED:\n\n(b) that the Commissioner be recommended to count the hydrants.",
        "RESOLVED that Cabinet be asked to\n\n1. count the hydrants each month",
    ],
)
def test_what_settles_nothing_is_no_decision(words: str) -> None:
    assert _decisions(words) == []


@pytest.mark.parametrize(
    "lead",
    ["RESOLVED by six votes to none:", "Decision: Cabinet agreed", "Resolved, nem con, that:",
     "RESOLVED unanimously that:"],
)  # fmt: skip
def test_the_list_below_a_lead_in_is_what_was_resolved(lead: str) -> None:
    words = f"{lead}\n\n1. that the Hill Road library be kept open on Sundays"
    assert _decisions(words) == ["that the Hill Road library be kept open on Sundays"]


def test_a_list_of_decisions_in_a_mail_is_read() -> None:
    words = (
        "Yesterday’s decisions:\n\n- match funding of £5,000 approved\n\n- Mr Orr named as lead"
    )
    assert _decisions(words, kind="other") == [
        "match funding of £5,000 approved", "Mr Orr named as lead",
    ]  # fmt: skip


def test_a_paper_of_decisions_says_them_below_its_headings() -> None:
    words = (
        "Decisions taken by Cabinet on 16 June 2031\n\n# Cameras\n\nThat £14,000 be approved for "
        "lights, and that the Clerk report in May."
    )
    assert _decisions(words, kind="other") == ["That £14,000 be approved for lights"]


def test_a_state_in_a_column_of_decisions_is_no_decision() -> None:
    words = "| What was asked | Decision\n\n| Train the crews | Open until we see the data"
    assert _decisions(words) == []
