"""What the columns of a table of actions hold where several heads could mean it."""

import pytest
from tests.unit.reading.making import reading_of

from answerable.reading.actions.parts.action_heads import columns


def _actions(words: str) -> list[tuple[str, str | None]]:
    lines = reading_of(words, kind="other").lines()
    return [
        (line["quote"]["exact"], line["fields"]["owner"])
        for line in lines
        if line["kind"] == "action"
    ]


@pytest.mark.parametrize(
    ("head", "action", "owner", "due"),
    [
        ("Ref|Requirement|Action|Owner|Due", "Action", "Owner", "Due"),
        ("Risk|Description|Score|Further action|Owner|By when", "Further action", "Owner",
         "By when"),
        ("Date|Action|Who|Due", "Action", "Who", "Due"),
        ("Details|Risk owner|Planned actions|Action owner|Target date", "Planned actions",
         "Action owner", "Target date"),
        ("Minute|Action|For|Due", "Action", "For", "Due"),
        ("What|Who|When", "What", "Who", "When"),
        ("Requirement|Actions|Resp.|Deadline", "Actions", "Resp.", "Deadline"),
        ("Minute|Task|Officer to action|By", "Task", "Officer to action", "By"),
        ("Description|Lead|Completion date", "Description", "Lead", "Completion date"),
        ("Task no|Detail|Task manager|Deadline", "Detail", "Task manager", "Deadline"),
        ("Description|Action with|By", "Description", "Action with", "By"),
        ("Undertaking|Given by|Date due", "Undertaking", "Given by", "Date due"),
        ("To be done|Holder|When", "To be done", "Holder", "When"),
        ("Action source|Detail|Lead|Due", "Detail", "Lead", "Due"),
    ],
)  # fmt: skip
def test_the_plainest_head_says_what_a_column_holds(
    head: str, action: str, owner: str, due: str
) -> None:
    names = head.split("|")
    found = columns(names)
    assert [names[found[one]] for one in ("action", "owner", "due")] == [action, owner, due]


def test_a_finding_beside_its_action_is_no_action() -> None:
    table = "| Requirement | Action | Owner | Due\n\n"
    row = "| Keep a record of calls | Buy a new line | Head of IT | 14 May 2031"
    assert _actions(table + row) == [("Buy a new line", "Head of IT")]


@pytest.mark.parametrize(
    "table",
    [
        "| Date | What | Who\n\n| 3 May 2031 | Review of the stations began | Chief Fire Officer",
        "| Measure | Target | Lead | Comment\n\n| Answer calls | 90% | Ch Supt Reeve | Cut delays",
        "| No | What was asked | Of whom | By\n\n| 1 | Tell schools | DCC | 3 May 2031",
        "| For | Details\n\n| Members | Ring the office",
    ],
)
def test_a_diary_a_measure_and_what_was_asked_are_no_actions(table: str) -> None:
    assert _actions(table) == []


def test_the_next_step_of_a_case_is_an_action() -> None:
    table = (
        "| Case | Next step | Officer | By | Done\n\n"
        "| B/14 | Meet the carers | Hilda Denn | 27 Nov 2031 | N\n\n"
        "| B/15 | Refund £40 in fares | Hilda Denn | 3 Dec 2031 | Y"
    )
    found = [
        (line["quote"]["exact"], line["fields"]["owner"])
        for line in reading_of(table, kind="other").lines()
        if line["kind"] == "action"
    ]
    assert found == [("Meet the carers", "Hilda Denn"), ("Refund £40 in fares", "Hilda Denn")]


def test_names_below_a_head_that_says_action_are_those_who_do_it() -> None:
    table = (
        "| Ref | Summary | Action keeper | Target\n\n"
        "| G1 | Order two pumps | Head of Fleet | 3 May 2031\n\n"
        "| G2 | Ring the tenants of Elm House | Hilda Denn | 9 May 2031"
    )
    assert _actions(table) == [
        ("Order two pumps", "Head of Fleet"),
        ("Ring the tenants of Elm House", "Hilda Denn"),
    ]
