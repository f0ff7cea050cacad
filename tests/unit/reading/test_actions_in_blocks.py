"""Entries of logs that stand as blocks: a task, and labels below it."""

import pytest
from tests.unit.reading.making import reading_of

Found = tuple[str, str | None, str | None, str | None]


def _actions(words: str) -> list[Found]:
    return [
        (line["quote"]["exact"], line["fields"]["ref"], line["fields"]["owner"],
         line["fields"]["due"])
        for line in reading_of(words, kind="action-log").lines()
        if line["kind"] == "action"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("SSB/12 Taxi marshals for December\n\nWho: Licensing  When: 3 May 2031  How it stands: "
         "not begun", ("Taxi marshals for December", "SSB/12", "Licensing", "2031-05-03")),
        ("SAB 14/5 Learning event on neglect\n\n@ Owner: Workforce subgroup\n\n@ Due: January 2032"
         "\n\n@ Progress: Venue to be found.",
         ("Learning event on neglect", "SAB 14/5", "Workforce subgroup", "2032-01")),
        ("7. Badge audit\n\nResponsible: Head of Security\nDeadline: 3 May 2031",
         ("Badge audit", None, "Head of Security", "2031-05-03")),
        ("Ask the bank for a new mandate\n\nLead: Nell Hatch. Status: open",
         ("Ask the bank for a new mandate", None, "Nell Hatch", None)),
    ],
)  # fmt: skip
def test_a_task_with_labels_below_it_is_an_entry(words: str, found: Found) -> None:
    assert found in _actions(words)


@pytest.mark.parametrize(
    "words",
    [
        "# Leadership\n\nWhat: all is well\n\nOwner: Governor\nDue: 3 May 2031",
        "Recommendation 3 Weigh the bags\n\nOwner: ACC\nDue: 3 May 2031",
        "Who came on the night\n\nWhere: the hall  When: 3 May 2031",
        "Is this the place?\n\nOwner: the council  When: 3 May 2031",
    ],
)
def test_other_blocks_with_labels_are_no_entries(words: str) -> None:
    assert not [one for one in _actions(words) if one[0] in words.split("\n", maxsplit=1)[0]]


def test_an_owner_ends_where_the_next_label_begins() -> None:
    words = "- Action: walk round each week Owner: Governor By: 1 February 2031"
    ((_, _, owner, due),) = _actions(words)
    assert (owner, due) == ("Governor", "2031-02-01")


def test_a_table_headed_by_nobody_does_not_read_its_head_as_a_row() -> None:
    rows = "| Time | Tasking | Given to\n\n| 0925 | Trace the lorry | DS Gwyn"
    assert [one[0] for one in _actions(f"# Decisions and actions\n\n{rows}")] == [
        "Trace the lorry"
    ]


def test_a_request_of_somebody_leads_a_list() -> None:
    words = (
        "Dear Owen Platt\n\nBefore Wednesday I need you to:\n\n- print ten copies for members\n\n"
        "- find out why item 6 has no author"
    )
    lines = reading_of(words, kind="other").lines()
    assert [one["quote"]["exact"] for one in lines if one["kind"] == "action"] == [
        "print ten copies for members", "find out why item 6 has no author",
    ]  # fmt: skip
