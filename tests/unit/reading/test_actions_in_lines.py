"""Lists of actions whose lines have the same parts in the same order, whatever parts them."""

import pytest
from tests.unit.reading.making import reading_of

Found = tuple[str, str | None, str | None]


def _actions(words: str, kind: str = "other") -> list[Found]:
    return [
        (line["quote"]["exact"], line["fields"]["owner"], line["fields"]["due"])
        for line in reading_of(words, kind=kind).lines()
        if line["kind"] == "action"
    ]


def _list(head: str, *lines: str) -> str:
    return "\n\n".join((head, *lines))


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (_list("# Jobs", "1. Station commanders: every form done by 1 October 2031",
               "2. Comms: a page a week", "3. Everyone: tell the truth"),
         [("every form done by 1 October 2031", "Station commanders", "2031-10-01"),
          ("a page a week", "Comms", None), ("tell the truth", "Everyone", None)]),
        (_list("# ACTIONS", "DA Order out to all suites tonight", "MT Lines for the Mayor"),
         [("Order out to all suites tonight", "DA", None),
          ("Lines for the Mayor", "MT", None)]),
        (_list("# Actions from the chief officer group", "1. Badge audit. Head of Security. 3 May "
               "2031.", "2. Write to the Home Office. CFO. Ongoing."),
         [("Badge audit", "Head of Security", "2031-05-03"),
          ("Write to the Home Office", "CFO", None)]),
        (_list("Actions (owner / by)", "- Feed the nine back (PN / 17 May 2031)",
               "- Thank Dunshire for the loan (LH / ongoing)"),
         [("Feed the nine back", "PN", "2031-05-17"),
          ("Thank Dunshire for the loan", "LH", None)]),
        (_list("# What happens now", "DCS Obuya – list phones held over 60 days",
               "OPCC – commission a survey of victims"),
         [("list phones held over 60 days", "DCS Obuya", None),
          ("commission a survey of victims", "OPCC", None)]),
        (_list("# To do", "*Head* send round the draft", "*Mrs Rowe* walk the site"),
         [("send round the draft", "Head", None), ("walk the site", "Mrs Rowe", None)]),
        (_list("# To do before the visit", "[ ] Estates: sign on the door", "[x] Comms: a page"),
         [("sign on the door", "Estates", None), ("a page", "Comms", None)]),
        (_list("Thank you for coming. Jobs for next week:", "Karim – the file on the Blue Boar",
               "Me – brief the members"),
         [("the file on the Blue Boar", "Karim", None), ("brief the members", "Me", None)]),
        (_list("# Agreed actions", "- 7/1 SM – circulate the draft – 10 March 2031",
               "- 7/2 RC/CD – work out a form – next meeting"),
         [("circulate the draft", "SM", "2031-03-10"), ("work out a form", "RC/CD", None)]),
        (_list("# 2 Actions", "Meet the six families - headteacher - by 22 May 2031",
               "Add floods to the register - clerk - at once",
               "Visit Tarn School to see its scheme - vice-chair and bursar - summer term"),
         [("Meet the six families", "headteacher", "2031-05-22"),
          ("Add floods to the register", "clerk", None),
          ("Visit Tarn School to see its scheme", "vice-chair and bursar", None)]),
        (_list("# Actions", "Ref 31/07: Look at drones (Chief Insp Farrow, 1 December 2031)",
               "Ref 31/05: Repair the desk (Estates) – COMPLETED"),
         [("Look at drones", "Chief Insp Farrow", "2031-12-01"),
          ("Repair the desk", "Estates", None)]),
    ],
)  # fmt: skip
def test_each_line_of_a_list_of_actions_is_read_as_a_row(words: str, found: list[Found]) -> None:
    assert _actions(words) == found


def test_a_list_goes_on_below_what_is_carried_forward_and_ends_with_the_next_meeting() -> None:
    words = _list(
        "# Actions", "1. Badge audit. CFO.", "2. Dog food. ACC Vane.",
        "# Carried forward from July", "3. Sale of Mill Street. CFO. Awaiting valuation.",
        "4. Next: 22 January 2032",
    )  # fmt: skip
    assert [one[0] for one in _actions(words)] == [
        "Badge audit", "Dog food", "Sale of Mill Street",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("head", "line"),
    [
        ("# Actions taken", "Comms: a page a week"),
        ("# Views", "Comms: a page a week"),
        ("# Recommendations", "Comms: a page a week"),
        ("# Views", "Mend the page of rules - clerk - at once"),
        ("# Actions", "Assaults were down, and visits had begun again in the spring"),
    ],
)
def test_other_lists_hold_no_tasks(head: str, line: str) -> None:
    assert not _actions(_list(head, line, line.replace("page", "note")))


def test_a_line_that_opens_a_list_is_no_task_itself() -> None:
    words = _list("# Actions", "- Within three months the Council will:", "- DCC to ring the bank")
    assert [one[0] for one in _actions(words)] == ["ring the bank"]


def test_the_title_of_an_action_sheet_opens_its_list() -> None:
    sheet = _list(
        "Tarn Fleet Board action sheet",
        "As at 2 June 2031",
        "1. Order two pumps – Head of Fleet – Done",
        "2. Tell the wardens which keys are lost – Stores Manager – 14 July 2031",
    )
    assert _actions(sheet) == [
        ("Order two pumps", "Head of Fleet", None),
        ("Tell the wardens which keys are lost", "Stores Manager", "2031-07-14"),
    ]
