"""Where the words of an action begin and end: no aside behind them, no verb taken for a person."""

import pytest
from tests.unit.reading.making import reading_of

_MAIL = (
    "@ From: Ada Crewe <ada@crewe.example>\n\n@ To: Tom Vale <tom@vale.example>\n\n"
    "@ Subject: Keys\n\n"
)


def _actions(words: str, kind: str = "other") -> list[tuple[str, str | None]]:
    return [
        (line["quote"]["exact"], line["fields"]["owner"])
        for line in reading_of(words, kind=kind).lines()
        if line["kind"] == "action"
    ]


@pytest.mark.parametrize(
    ("words", "exact"),
    [
        ("We need you to return the key forms by noon on 3 May 2031, please, with the tag on.",
         "return the key forms by noon on 3 May 2031"),
        ("The service has to reply by 7 June 2031, which is a Saturday.",
         "reply by 7 June 2031"),
        ("Please send us the tally of spare keys by 9 June 2031, who will want it for the audit.",
         "send us the tally of spare keys by 9 June 2031"),
        ("Could you count the spare keys by 4 May 2031, thanks, in the back store?",
         "count the spare keys by 4 May 2031"),
    ],
)  # fmt: skip
def test_what_is_only_said_of_a_task_is_no_part_of_it(words: str, exact: str) -> None:
    assert exact in [one[0] for one in _actions(_MAIL + words)]


@pytest.mark.parametrize(
    ("words", "exact"),
    [
        ("Action: OM to share the map of hydrants – no date", "share the map of hydrants"),
        ("Action: OM to share the map of hydrants (no date set)", "share the map of hydrants"),
        ("Action: OM to share the map of hydrants, date to be agreed.",
         "share the map of hydrants"),
        ("Action: OM to mend the gate - 20 February 2031", "mend the gate"),
    ],
)  # fmt: skip
def test_that_there_is_no_day_is_no_part_of_a_task(words: str, exact: str) -> None:
    assert _actions(words, kind="minutes") == [(exact, "OM")]


def test_a_list_that_names_people_behind_its_tasks_names_none_before_them() -> None:
    words = "\n\n".join((
        "# Actions", "1. All 88 rotas to be read tonight - Supt Tarr",
        "2. Brief the ward and the union - CC Bell, today",
        "3. Move 40 nurses from wards to triage for six weeks - Matron Sewell, from 9 May 2031",
        "4. Statement ready for the press - Kofi Danse, by 5 May 2031",
    ))  # fmt: skip
    assert _actions(words) == [
        ("All 88 rotas to be read tonight", "Supt Tarr"),
        ("Brief the ward and the union", "CC Bell"),
        ("Move 40 nurses from wards to triage for six weeks", "Matron Sewell"),
        ("Statement ready for the press", "Kofi Danse"),
    ]


@pytest.mark.parametrize(
    "words",
    ["Please could you\n\n- the slides by Monday", "Please would you:", "Please may I."],
)
def test_a_request_without_its_verb_is_no_action(words: str) -> None:
    assert not [one for one in _actions(_MAIL + words) if one[0].split()[-1] in ("you", "I")]


_HELD = "\n\n".join(
    ("# Present", "Dan Hall (Commissioner)", "Hana Orr (HO), Director of Estates", "# 1. Keys", "")
)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("The Commissioner undertook to provide members with a copy of the note by mid-July.",
         [("provide members with a copy of the note by mid-July", "Commissioner")]),
        ("HO undertook to text every nurse the name of their lead by 30 June 2031.",
         [("text every nurse the name of their lead by 30 June 2031", "HO")]),
        ("The Commissioner undertook to ask the chief for times on farms and the Clerk was asked"
         " to invite the union to the June meeting.",
         [("ask the chief for times on farms", "Commissioner"),
          ("invite the union to the June meeting", "Clerk")]),
        ("Mr Pask asked HO to send him the names and said he would look into each of them.",
         [("send him the names", "HO")]),
    ],
)  # fmt: skip
def test_a_task_ends_where_somebody_else_does_or_says_something(
    words: str, found: list[tuple[str, str]]
) -> None:
    assert [one for one in _actions(_HELD + words, kind="minutes") if one in found] == found


def test_what_somebody_elected_promises_to_do_is_no_action() -> None:
    assert (
        _actions(_HELD + "The Commissioner undertook to clear the queue by May.", "minutes") == []
    )


def test_whose_somebody_is_stands_before_the_name() -> None:
    words = "# Actions\n\n- The trust's Mike Tarn is to board up the shop by 14 August 2031"
    assert _actions(words) == [("board up the shop by 14 August 2031", "Mike Tarn")]


@pytest.mark.parametrize(
    ("words", "exact"),
    [
        ("# 6. What I need from you\n\n- Say by 4 May 2031 who is to come\n\n- Sign the form",
         "Say by 4 May 2031 who is to come"),
        ("To get there I need a few things:\n\n- the lead's comments on the paper",
         "the lead's comments on the paper"),
        ("I have told the chief what I expect:\n\n- a front desk open in every town by May",
         "a front desk open in every town by May"),
    ],
)  # fmt: skip
def test_the_things_that_a_mail_asks_for_in_a_list(words: str, exact: str) -> None:
    assert exact in [one[0] for one in _actions(_MAIL + words)]
