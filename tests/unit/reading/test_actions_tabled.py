"""Which tables are tables of actions, by what their heads and their cells say together."""

from typing import Any

import pytest
from tests.unit.reading.making import reading_of


def _actions(words: str, kind: str = "other") -> list[dict[str, Any]]:
    lines = [one for one in reading_of(words, kind=kind).lines() if one["kind"] == "action"]
    return [dict(one["fields"], exact=one["quote"]["exact"]) for one in lines]


def _table(*rows: str) -> str:
    return "\n\n".join(f"| {row}" for row in rows)


@pytest.mark.parametrize(
    ("head", "row", "exact", "owner", "due"),
    [
        ("Ref | Action and owner | Deadline", "4/1 | Third quote for the boiler (KV) | 3 May 2031",
         "Third quote for the boiler", "KV", "2031-05-03"),
        ("Item | Action / lead | Note", "2 | Keys counted each week (Caretaker Reid) | -",
         "Keys counted each week", "Caretaker Reid", None),
        ("Topic | Outcome | Owner | Deadline", "Roof | Obtain three quotes | KV | 3 May 2031",
         "Obtain three quotes", "KV", "2031-05-03"),
        ("Topic | What was settled | Lead | When", "Roof | Write to the insurer | KV | May 2031",
         "Write to the insurer", "KV", "2031-05"),
        ("No | Area | What we'll do | Who | Start | Finish",
         "1 | Roof | Patch the tiles | Works Lead | 2031-05-01 | 2031-06-01",
         "Patch the tiles", "Works Lead", "2031-06-01"),
        ("No | CQC action | What we are doing | Lead | Completion date",
         "1 | Enough beds | Spare beds from the annexe | KV | 3 May 2031",
         "Spare beds from the annexe", "KV", "2031-05-03"),
        ("CQC action | Lead | Due date", "Count the beds | KV | 3 May 2031",
         "Count the beds", "KV", "2031-05-03"),
        ("Ref | What was agreed | Who | By when | RAG status | Position now",
         "1.2 | A course for the new form | KV | 3 May 2031 | G | 40 of 60 trained",
         "A course for the new form", "KV", "2031-05-03"),
        ("No | Action required | Action by | Deadline | Status history",
         "8 | Two vans sold | KV | 3 May 2031 | Open (3/4/31); Amber (1/5/31)",
         "Two vans sold", "KV", "2031-05-03"),
        ("What we will do | Who", "Patch the tiles | KV", "Patch the tiles", "KV", None),
        ("What | Who | When", "Ring the insurer | KV | 3 May 2031",
         "Ring the insurer", "KV", "2031-05-03"),
        ("Task | When", "Ring the insurer | 3 May 2031", "Ring the insurer", None, "2031-05-03"),
    ],
)  # fmt: skip
def test_a_table_of_actions(head: str, row: str, exact: str, owner: str, due: str) -> None:
    found = _actions(_table(head, row))[0]
    assert (found["exact"], found["owner"], found["due"]) == (exact, owner, due)


@pytest.mark.parametrize(
    "rows",
    [
        ("Date | Supplier | Description | Net", "3 May 2031 | Bolt & Son | Audit fee | £900"),
        ("Supplier | Description | Date | Amount", "Bolt & Son | Hall hire | 3 May 2031 | £90"),
        ("Officer | Description | Date | Value", "Ned Orme | Two tickets | 3 May 2031 | £60"),
        ("Payee | Details | Date | Net", "Bolt & Son | Hire of the hall | 3 May 2031 | 90.00"),
        ("Lead | Description | Date", "Orla Finch | Summer fair at the depot | 3 May 2031"),
        ("Ref | Action | Owner | Due", "(number) | (what is to be done) | (one name) | (date)"),
        ("Ref | Action | Owner | Due", "<ref> | Enter the task here | <name> | <day>"),
        ("Requirement | Due date", "Count the beds each day | 3 May 2031"),
        ("Article | What you must do | By", "9 | Repair the alarm on the stairs | 3 May 2031",
         "9 | Clear the yard behind the kitchen | at once"),
        ("Section | Works required | By when", "4 | Fit a rail to the stairs | 3 May 2031"),
        ("Lesson | For", "Agree one name for each ford | All agencies",
         "Test the sirens each autumn | Environment Agency"),
        ("Learning | Lead", "Agree one name for each ford | Head of Contact"),
        ("Action | Action | Progress", "Ref | Owner | Update"),
        ("Ref | Action | Owner | Due", "3 | Closed actions |  | "),
        ("Ref | Action or decision | Owner | Due", "3 | Decision: no more vans | KV | "),
        ("When | What | Where", "3 May 2031 | Review board | Long Hall"),
        ("Date | Activity", "3 May 2031 | Visit to the depot"),
        ("Term | Meaning", "Owner | The person who must see that an action is done",
         "Overdue | Not done by the day that was set"),
        ("Ref | Action | Owner | Due", "e.g. A1 | What is to be done | One person | DD/MM/YYYY"),
        ("Ref | Action | Owner | Due", "A1 | Describe the task | [name] | [date]"),
        ("Finding | Lead | Deadline", "Records of searches are poor | ACC Vane | 3 May 2031"),
        ("Measure | Owner | Date", "Calls answered | Head of Contact | 3 May 2031"),
    ],
)  # fmt: skip
def test_tables_of_other_things(rows: tuple[str, ...]) -> None:
    assert not _actions(_table(*rows))


def test_a_post_that_is_written_like_a_name_is_no_person() -> None:
    (found,) = _actions(_table("Action | Owner", "Patch the tiles | Works Lead"))
    assert (found["owner"], found["owner_person"]) == ("Works Lead", None)


def test_what_an_answer_says_is_done_is_an_action_of_its_row() -> None:
    """A column of answers holds tasks where it says more than that they are accepted."""
    table = _table(
        "Concern | Response | Owner | Target date",
        "Keys are lost | Agreed. A cabinet will be bought. Spare keys will go to the depot. | "
        "Head of Estates | 3 May 2031; 4 June 2031",
        "Gates are open | Partly agreed. Guards will walk the fence each night. | Governor | "
        "July 2031",
    )
    assert [(one["exact"], one["owner"], one["due"]) for one in _actions(table)] == [
        ("A cabinet will be bought", "Head of Estates", "2031-05-03"),
        ("Spare keys will go to the depot", "Head of Estates", "2031-06-04"),
        ("Guards will walk the fence each night", "Governor", "2031-07"),
    ]
    plain = table.replace("A cabinet will be bought. Spare keys will go to the depot.", "")
    assert not _actions(plain.replace("Guards will walk the fence each night.", ""))


def test_a_table_goes_on_below_without_its_head() -> None:
    table = _table("What we'll do | Who | By", "Count the keys | KV | 3 May 2031")
    more = "\n\nThe gates are old.\n\n| Walk the fence | Head of Estates | 4 June 2031"
    found = _actions(table + more)
    assert [(one["exact"], one["owner"]) for one in found][-1] == (
        "Walk the fence",
        "Head of Estates",
    )
    other = "\n\nThe gates are old.\n\n| Gates | 14 | 4 June 2031"
    assert len(_actions(table + other)) == 1


@pytest.mark.parametrize(
    ("history", "state"),
    [
        ("Open (3/4/31) - closed 5/6/31", "closed"),
        ("Closed 3/4/31; reopened 5/6/31", "open"),
        ("Closed 3/4/31; re-opened 5/6/31; closed 1/7/31", "closed"),
    ],
)
def test_a_history_of_states_in_one_cell_says_the_last(history: str, state: str) -> None:
    head = "No | Action required | Action by | Status history"
    found = _actions(_table(head, f"8 | Sell two vans | KV | {history}"))[0]
    assert found["disposition"] == state


def test_a_decision_may_order_something_besides() -> None:
    table = _table(
        "No | Subject | Decision",
        "7 | Pumps | Approved £9,000 from reserve; Head of Fleet to tell the maker by 3 May 2031",
        "8 | Keys | Approved; noted",
    )
    assert [(one["exact"], one["owner"], one["due"]) for one in _actions(table, "minutes")] == [
        ("tell the maker by 3 May 2031", "Head of Fleet", "2031-05-03")
    ]
    lines = list(reading_of(table, kind="minutes").lines())
    settled = [one["quote"]["exact"] for one in lines if one["kind"] == "decision"]
    assert "Approved £9,000 from reserve" in settled
