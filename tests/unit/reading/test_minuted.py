"""Pages from the middle of minutes, without their head, are read as minutes."""

import pytest
from tests.unit.reading.making import reading_of

from answerable.reading.actions.parts.minuted import minuted


@pytest.mark.parametrize(
    ("text", "task"),
    [
        (
            "7. Footway by the pond\n\nCllr Marden undertook to report back to the next meeting."
            "\n\nThe budget was proposed by Cllr Marden; seconded Cllr Frayne: six for.",
            "report back to the next meeting",
        ),
        (
            "41/22 Chair’s Report\n\nJT asked the Parish Clerk to chase the joiner for a drawing."
            "\n\n42/22 Clerk’s Report\n\nThe handyman had begun.",
            "chase the joiner for a drawing",
        ),
        (
            "The Board agreed that the draft was sound.\n\n# Actions\n\n"
            "1. KW to create a list of sites.\n\n# Decisions\n\n* The Board agreed with it.",
            "create a list of sites",
        ),
        (
            "Correspondence\n\nThe Clerk was asked to write to the bus company.",
            "write to the bus company",
        ),
    ],
)
def test_a_page_of_minutes_without_their_head_has_its_actions(text: str, task: str) -> None:
    assert minuted(text)
    lines = reading_of(text, kind="other").lines()
    assert task in [one["quote"]["exact"] for one in lines if one["kind"] == "action"]


@pytest.mark.parametrize(
    "text",
    [
        "The council agreed to close the baths. Councillor Orr said that the vote was close.",
        "Two residents proposed a crossing, and 40 seconded the idea in the online poll.",
        "The trust reported that staffing had improved. Inspectors noted the change.",
        "The force was asked to publish its plan, the inspectorate said on Tuesday.",
        "He scored 75/100 on the test.\n\n1/2 Mill Lane is for sale.",
    ],
)
def test_what_only_tells_of_councils_is_no_minutes(text: str) -> None:
    assert not minuted(text)
