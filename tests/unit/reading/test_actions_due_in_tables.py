"""The column of days of a table of actions: its heads, and a cell that says that it is done."""

import pytest
from tests.unit.reading.making import reading_of


def _due(head: str, cell: str) -> list[tuple[object, object]]:
    words = "# Gold Group\n\nMinutes of the meeting held on 3 September 2031\n\n"
    words += f"| No | Action | Owner | {head}\n\n| 1 | Book the room | Tom Moss | {cell}"
    lines = reading_of(words, kind="minutes").lines()
    return [
        (one["fields"]["due"], one["fields"]["due_words"])
        for one in lines
        if one["kind"] == "action"
    ]


@pytest.mark.parametrize(
    "head", ["Finish by", "To be done by", "Needed by", "Delivery date", "Completed by"]
)
def test_a_column_of_days_may_have_other_heads(head: str) -> None:
    assert _due(head, "31 October 2031") == [("2031-10-31", "31 October 2031")]


@pytest.mark.parametrize("cell", ["4 Sept - done", "4 Sept (closed)", "4 Sept – completed"])
def test_a_day_beside_which_stands_that_it_is_done_is_still_the_day(cell: str) -> None:
    assert _due("Due", cell) == [("2031-09-04", "4 Sept")]


def test_a_day_on_which_it_was_done_is_not_when_it_is_due() -> None:
    assert _due("Due", "Completed 3 May")[0][0] is None
