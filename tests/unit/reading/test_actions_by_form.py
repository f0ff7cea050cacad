"""Actions by the form of their line: marks, owners before and behind, days that stand beside."""

from typing import Any

import pytest
from tests.unit.reading.making import reading_of


def _actions(words: str, kind: str = "minutes") -> list[dict[str, Any]]:
    lines = [one for one in reading_of(words, kind=kind).lines() if one["kind"] == "action"]
    return [dict(one["fields"], exact=one["quote"]["exact"]) for one in lines]


@pytest.mark.parametrize(
    ("line", "owner"),
    [
        ("Action – NA to price the new radios", "NA"),
        ("ACTION: NA/TV to price the new radios", "NA / TV"),
        ("Action: update the list of keyholders", None),
        ("ACTION – plan the move of the archive", None),
    ],
)
def test_a_marked_line_is_an_action_whatever_it_begins_with(line: str, owner: str | None) -> None:
    """ "NA" are initials, not “not applicable”, and “update the list” is an order."""
    (found,) = _actions(line)
    assert found["owner_person"] == owner


@pytest.mark.parametrize("line", ["Action: n/a", "Action: NA.", "Action: update", "ACTION: log"])
def test_a_mark_with_nothing_behind_it_is_none(line: str) -> None:
    assert not _actions(line)


@pytest.mark.parametrize(
    ("line", "exact", "owner", "due"),
    [
        ("Action: Ida Crewe to sign the deed (4 May 2031)",
         "sign the deed", "Ida Crewe", "2031-05-04"),
        ("Action: renew the alarm contract, Head of Estates, by 9 July 2031",
         "renew the alarm contract", "Head of Estates", "2031-07-09"),
        ("Action: receipts to be scanned each night – KV – 2 June 2031",
         "receipts to be scanned each night", "KV", "2031-06-02"),
        ("Planned action: move the archive, Chief Finance Officer, 8 March 2031",
         "move the archive", "Chief Finance Officer", "2031-03-08"),
        ("Action: a map of lost keys to be drawn by the Treasurer",
         "a map of lost keys to be drawn by the Treasurer", "Treasurer", None),
    ],
)  # fmt: skip
def test_who_and_when_stand_beside_what_is_to_be_done(
    line: str, exact: str, owner: str, due: str | None
) -> None:
    (found,) = _actions(line)
    assert (found["exact"], found["owner"], found["due"]) == (exact, owner, due)


def test_a_second_report_by_a_day_is_no_day_beside() -> None:
    (found,) = _actions("Action: DCC to count the keys, and report on 9 June 2031")
    assert found["exact"].endswith("and report on 9 June 2031")


def test_she_is_the_one_person_of_the_sentence_before() -> None:
    one = "On vehicles Ms Tarn was brief. She was asked to provide a list of sales."
    (found,) = _actions(one)
    assert found["owner"] == "Ms Tarn"
    (other,) = _actions(one.replace("was brief", "disagreed with Mrs Bell"))
    assert other["owner"] is None


def test_each_clause_that_was_agreed_has_its_own_owner() -> None:
    words = "It was agreed that Mr Holt would map the keys and that the DCC would ring the bank."
    assert [(one["exact"], one["owner"]) for one in _actions(words)] == [
        ("map the keys", "Mr Holt"),
        ("ring the bank", "DCC"),
    ]


def test_what_was_to_be_done_is_an_action_of_the_meeting_before() -> None:
    words = "# Actions arising\n\n(i) The Treasurer was to publish the list of gifts. Not done."
    (found,) = _actions(words)
    assert (found["exact"], found["owner"]) == ("publish the list of gifts", "Treasurer")


def test_a_resolution_orders_any_work_and_settles_its_own() -> None:
    words = (
        "RESOLVED:\n\n1. That the minutes be noted\n\n"
        "2. That a register of keys be opened at each station\n\n"
        "3. That disputes over leave be taken to the staff forum"
    )
    assert [one["exact"] for one in _actions(words)] == [
        "a register of keys be opened at each station",
        "disputes over leave be taken to the staff forum",
    ]


def test_what_was_carried_is_resolved() -> None:
    words = (
        "It was moved, seconded and carried, by nine votes to four, that\n\n"
        "- the Monitoring Officer review the code of conduct"
    )
    (found,) = _actions(words)
    assert found["owner"] == "Monitoring Officer"


def test_a_rank_that_many_hold_names_nobody_without_the_surname() -> None:
    (found,) = _actions("Action: Insp Hale to count the keys")
    assert (found["owner"], found["owner_person"]) == ("Insp Hale", "Hale")


def test_an_office_is_written_as_the_paper_writes_it() -> None:
    words = "# Present\n\nRuth Vane, Deputy Chief Constable\n\n# Item\n\nAction: DCC to count keys"
    (found,) = _actions(words)
    assert (found["owner"], found["owner_person"]) == ("DCC", "Ruth Vane")


def test_the_list_under_a_request_in_a_letter_is_of_its_reader() -> None:
    words = (
        "Dear Moira Hunt\n\nI need the following from you:\n\n"
        "- a count of keys, by 3 May 2031\n\n- the deed"
    )
    found = _actions(words, "statement")
    assert [one["due"] for one in found] == ["2031-05-03", None]


def test_numbered_tasks_behind_one_mark_are_several() -> None:
    found = _actions("Actions: (1) RT to order keys; and (2) SB to ring the bank by 3 May 2031.")
    assert [(one["exact"], one["owner"]) for one in found] == [
        ("order keys", "RT"),
        ("ring the bank by 3 May 2031", "SB"),
    ]
