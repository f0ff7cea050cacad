"""What papers tell of inspectors that is no cause of concern."""

import pytest
from tests.unit.reading.making import reading_of

_GRADED = "Marlshire Police was graded inadequate by inspectors.\n\nThe visit was in May.\n\n"


def _causes(words: str) -> list[str]:
    lines = reading_of(_GRADED + words, kind="news").lines()
    return [line["quote"]["exact"] for line in lines if line["kind"] == "cause_of_concern"]


@pytest.mark.parametrize(
    "words",
    [
        "Inspectors raise concerns over some aspects of Dunshire Fire and Rescue Service.",
        "Inspectors have concerns over parts of the work of Hexley prison.",
        "The watchdog has serious concerns about Dunshire Police.",
        "The report found that Marlshire Police had recently drawn up plans against theft from "
        "vans and intended to widen them.",
        "The watchdog found that plans were in place to stop violence against staff.",
        '"Examples include officers not always coming to victims," the report said.',
        "For example officers do not always come to victims, inspectors said.",
        "The report highlighted the sore lack of detectives in some forces that had cut staff.",
        "Inspectors said it needed to improve how lost children were traced, as chances to find "
        "them were being missed.",
        "Inspectors found the force has to do more to stop theft, which was not always logged.",
    ],
)
def test_whom_plans_examples_and_other_forces_are_no_concern(words: str) -> None:
    assert not _causes(words)


@pytest.mark.parametrize(
    ("words", "concern"),
    [
        ("Inspectors found it had not always logged calls and said patrols must become faster.",
         "it had not always logged calls"),
        ("Inspectors raised concerns about the safety of some patients at Hexley Hospital.",
         "the safety of some patients at Hexley Hospital"),
        ("The watchdog found that plans were not in place to stop violence against staff.",
         "plans were not in place to stop violence against staff"),
        ('"Officers do not always come to victims," the report said.',
         "Officers do not always come to victims"),
        ("The report highlighted the sore lack of detectives in Marlshire.",
         "the sore lack of detectives in Marlshire"),
    ],
)  # fmt: skip
def test_what_falls_short_still_is_one(words: str, concern: str) -> None:
    assert _causes(words) == [concern]
