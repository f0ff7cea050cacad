"""What looks like a recommendation and asks nobody for anything."""

import pytest
from tests.unit.reading.making import reading_of


def _asked(words: str, kind: str = "inspection-report") -> list[str]:
    lines = reading_of(f"We inspected in May.\n\n{words}", kind=kind).lines()
    kinds = ("recommendation", "area_for_improvement")
    return [line["quote"]["exact"] for line in lines if line["kind"] in kinds]


@pytest.mark.parametrize(
    "words",
    [
        "Each fire service should know its risks. Arrangements should be put in place to prevent "
        "these risks for the public.",
        "Each hospital should know who is in its care. Records should be kept of each arrival so "
        "that staff can see them.",
        "This should be read beside the criteria that we publish each year.",
    ],
)
def test_a_standard_for_every_body_is_asked_of_none(words: str) -> None:
    assert not _asked(words)


def test_a_thing_asked_by_itself_is_still_read() -> None:
    words = "Stores fell short. Records should be kept of each gun so that staff can see them."
    assert _asked(words)
    words = "Each force should know its guns. Leaders should keep a list of each gun in the store."
    assert _asked(words)


@pytest.mark.parametrize("state", ["Complete", "Completed May 2031", "Closed", "Now complete."])
def test_a_state_behind_action_is_no_order(state: str) -> None:
    head = "# Recommendation 24\n\nBy 1 October 2031, the force should count its guns each week."
    assert _asked(f"{head}\n\nAction: {state}", "other") == ["count its guns each week"]


@pytest.mark.parametrize(
    "words",
    [
        "Police and crime commissioners are required to publish their comments on each report "
        "within 56 days, and must include an explanation of why no action is to be taken.",
        "Harbour boards are also required to keep a list of their boats and to show it.",
        "Schools are required by law to tell parents about each visit.",
    ],
)
def test_what_a_law_asks_of_all_of_a_sort_is_recommended_to_nobody(words: str) -> None:
    assert _asked(words, "other") == []


def test_what_known_bodies_are_required_to_do_is_asked_of_them() -> None:
    words = "The forces are now required to keep a list of their boats for each station."
    assert _asked(words, "other")
