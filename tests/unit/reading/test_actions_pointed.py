"""A task below a line that is only its number."""

from typing import Any

import pytest
from tests.unit.reading.making import reading_of


def _actions(words: str) -> list[dict[str, Any]]:
    lines = reading_of(f"# Marl Roads Forum\n\n{words}", kind="minutes").lines()
    return [one for one in lines if one["kind"] == "action"]


@pytest.mark.parametrize(
    ("head", "task", "ref"),
    [
        ("Action Point 1", "Maps to be sent to each ward.", "1"),
        ("ACTION POINT 12", "Maps of the new bridge to be sent to both schools.", "12"),
        ("Action item No. 3", "Officers will bring back the list of crossings.", "3"),
    ],
)
def test_the_task_below_its_number(head: str, task: str, ref: str) -> None:
    found = _actions(f"{head}\n\n{task}\n\nOwner: Ida Clove")
    assert [(one["fields"]["ref"], one["fields"]["owner_person"]) for one in found] == [
        (ref, "Ida Clove")
    ]


@pytest.mark.parametrize(
    "words",
    [
        "Action Point 1\n\nPapers have been issued to all members.",
        "Action Point 1\n\nClosed.",
        "Action plan 2031\n\nThe roads to be mended are many.",
        "Action Point 1\n\nBackground:",
    ],
)
def test_what_is_done_or_only_headed_is_none(words: str) -> None:
    assert _actions(words) == []
