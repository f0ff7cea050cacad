"""Tasks in runs of lines that begin with who, under heads that name who, and behind arrows."""

import pytest
from tests.unit.reading.making import reading_of

_MAIL = (
    "@ From: Ada Crewe <ada@crewe.example>\n\n@ To: Tom Vale <tom@vale.example>\n\n"
    "@ Subject: Keys\n\n"
)


def _actions(words: str, kind: str = "other") -> list[tuple[str, str | None]]:
    return [
        (one["quote"]["exact"], one["fields"]["owner"])
        for one in reading_of(words, kind=kind).lines()
        if one["kind"] == "action"
    ]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("# Who is doing what\n\nTom - map of the gates by Friday\n\nLocksmiths: nine new locks",
         [("map of the gates by Friday", "Tom"), ("nine new locks", "Locksmiths")]),
        ("# Jobs for the week\n\n- Una + Piers: spare keys to the depot\n\n- me: rota for May",
         [("spare keys to the depot", "Una + Piers"), ("rota for May", "me")]),
        ("Here is my list.\n\n- K4 Estates – two quotes for the door\n\n- K5 Una – a new rota",
         [("two quotes for the door", "Estates"), ("a new rota", "Una")]),
        ("# Actions from the board\n\n# For the Clerk\n\n- Print the map of the gates\n\n"
         "# For both treasurers\n\n- One set of figures for the locks (4 May 2031)",
         [("Print the map of the gates", "Clerk"),
          ("One set of figures for the locks", "both treasurers")]),
    ],
)  # fmt: skip
def test_lines_that_begin_with_who_are_tasks(words: str, found: list[tuple[str, str]]) -> None:
    assert [one for one in _actions(words) if one in found] == found


def test_two_names_of_a_mail_before_colons_are_owners() -> None:
    words = _MAIL.replace("@ Subject", "@ Cc: Una Orme <una@orme.example>\n\n@ Subject")
    words += "Thanks for yesterday.\n\n- Tom: one map of all gates\n\n- Una: hall for June"
    found = _actions(words)
    assert ("hall for June", "Una") in found or found == []


@pytest.mark.parametrize(
    "words",
    [
        "# Custody\n\nNC: 38 referrals were made in January\n\nTB: the queue is longer",
        "# Numbers\n\n- Marl: nine of them closed\n\n- Dune: two of them open",
        "# Actions\n\nNote: see the map of the gates\n\nVenue: the long hall by the gate",
        "# Contacts\n\n- Una: 01632 960001 until noon\n\n- Tom: 01632 960002 until noon",
    ],
)
def test_what_is_told_beside_a_name_is_no_task(words: str) -> None:
    assert not _actions(words)


def test_each_arrow_of_a_line_is_a_task() -> None:
    words = "-> ER to ring the bank -> ME find the lease\n\n-> TO + DS joint walk of the yard"
    assert _actions(words) == [
        ("ring the bank", "ER"),
        ("find the lease", "ME"),
        ("joint walk of the yard", "TO + DS"),
    ]


@pytest.mark.parametrize(
    ("line", "ref", "owner", "due"),
    [
        ("Action point 3.1 (Head of Fleet, by 4 May 2031): sell the old vans", "3.1",
         "Head of Fleet", "2031-05-04"),
        ("Action item 7 (Treasurer): sell the old vans", "7", "Treasurer", None),
        ("ACTION (Clerk; before the fair): sell the old vans", None, "Clerk", None),
    ],
)  # fmt: skip
def test_who_and_when_in_brackets_stand_before_the_task(
    line: str, ref: str | None, owner: str, due: str | None
) -> None:
    lines = reading_of(line, kind="minutes").lines()
    (found,) = [one for one in lines if one["kind"] == "action"]
    assert found["quote"]["exact"] == "sell the old vans"
    fields = found["fields"]
    assert (fields["ref"], fields["owner"], fields["due"]) == (ref, owner, due)
