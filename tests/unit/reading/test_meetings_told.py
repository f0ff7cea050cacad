"""Meetings named as such beside their day, and at the top of a sheet; other days are none."""

from typing import Any

import pytest
from tests.unit.reading.making import reading_of

from answerable.reading.material import Meta


def _met(words: str, kind: str = "other") -> list[tuple[str, Any, Any]]:
    reading = reading_of(words, kind=kind, meta=Meta(published="2031-05-01"))
    return [
        (one["quote"]["exact"], one["fields"]["date"], one["fields"]["standing"])
        for one in reading.lines()
        if one["kind"] == "meeting"
    ]


@pytest.mark.parametrize(
    ("words", "quote", "day"),
    [
        ("We would like a hot debrief with the Chief on Friday 9 May at 15.00.",
         "a hot debrief with the Chief on Friday 9 May at 15.00", "2031-05-09"),
        ("The residents’ evening is on Tuesday 6 May at 6.15pm.",
         "The residents’ evening is on Tuesday 6 May at 6.15pm", "2031-05-06"),
        ("I will come with you to the vetting group on 16 July.",
         "the vetting group on 16 July", "2031-07-16"),
        ("The paper for Thursday’s Board (8 May) is late.", "Thursday’s Board (8 May",
         "2031-05-08"),
        ("Come and see us: Saturday 10 May, 10am, Marl market.",
         "Saturday 10 May, 10am, Marl market", None),
        ("The panel thanked her. Same time on 15 September.", "15 September", "2031-09-15"),
        ("Notes were made. Reconvene 4 June 2031 0900", "4 June 2031 0900", "2031-06-04"),
        ("It was agreed. Next on 12 November 2031.", "12 November 2031", "2031-11-12"),
        ("The pilot was discussed at the regional deputies’ conference on 2 June 2031.",
         "the regional deputies’ conference on 2 June 2031", "2031-06-02"),
    ],
)  # fmt: skip
def test_a_meeting_told_of_beside_its_day(words: str, quote: str, day: str | None) -> None:
    found = [one for one in _met(words) if quote in one[0] or one[0] in quote]
    assert found
    assert day is None or day in {one[1] for one in found}


@pytest.mark.parametrize(
    "words",
    [
        "Send me the costs before the board on 8 May.",
        "The committee published its report on 8 May 2031.",
        "A working group was set up on 8 May 2031.",
        "The workshop on 8 May 2031 was cancelled: the drop-in on 9 May is cancelled too.",
    ],
)
def test_a_day_of_something_else(words: str) -> None:
    assert not _met(words)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("# Marl Scrutiny Meeting – record\n\n| Date and time | Wednesday 14 May 2031, 11:00\n\n"
         "| Chair | Ada Crewe\n\n| Attendees | Tom Vale", "2031-05-14"),
        ("# Marl Lighting Board\n\n| When | 14 May 2031, 10:00\n\n| Who | Ada Crewe, Tom Vale",
         "2031-05-14"),
        ("# Weekly liaison call – 14 May 2031\n\nOn the line: Ada Crewe, Tom Vale\n\nKeys: none.",
         "2031-05-14"),
        ("# Mayor’s Question Time, 14 May 2031 (edited transcript)\n\nCREWE: Good evening.",
         "2031-05-14"),
        ("# Marl Lighting Partnership\n\nNotes from 14 May 2031\n\n"
         "Present: Ada Crewe, Tom Vale\n\n-> TV joint walk, Sat 17 May", "2031-05-14"),
    ],
)  # fmt: skip
def test_the_meeting_whose_paper_it_is(words: str, day: str) -> None:
    assert (day, "this") in {one[1:] for one in _met(words)}


def test_a_sheet_of_a_report_is_of_no_meeting() -> None:
    words = "# Road works\n\n| Date and time | Wednesday 14 May 2031, 11:00\n\n| Depth | 2 m"
    assert not _met(words)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("The paper is ready. The Authority decides on 17 December 2031.", "2031-12-17"),
        ("The Authority will vote on it on 25 June 2031.", "2031-06-25"),
        ("The Council is on 18 September 2031.", "2031-09-18"),
        ("CS 4.5 Next: 4 November 2031.", "2031-11-04"),
        ("Members will gather on 6 June 2031 at the corn hall.", "2031-06-06"),
        ("A public meeting has been called for 30 May 2031.", "2031-05-30"),
        ("Notes were made. Back together on 21 July 2031.", "2031-07-21"),
    ],
)
def test_a_day_on_which_a_body_sits_or_decides(words: str, day: str) -> None:
    assert [(one[1], one[2]) for one in _met(words)] == [(day, "next")]


@pytest.mark.parametrize(
    "words",
    [
        "Reply of the trust to the Scrutiny Committee\n\n25 November 2031",
        "Annual report of the Monitoring Board\n\n1 March 2031",
        "Executive summary of the panel\n\n13 October 2031",
        "30 April 2031\n\nWe thank the Panel for its report.",
        "The Council is to mend the gate on 5 May 2031.",
        "The Authority is short of hands and closes its door on 5 May 2031.",
    ],
)
def test_a_paper_about_a_body_and_what_it_does_otherwise_is_no_meeting(words: str) -> None:
    assert _met(words) == []


@pytest.mark.parametrize(
    ("words", "kind", "quote"),
    [
        ("We shall take it to the Joint Estates and Fleet Oversight Board on 12 June.", "other",
         "on 12 June"),
        ("The next open meeting of the tenants with the landlord is on 3 July at 6pm.", "other",
         "on 3 July at 6pm"),
        ("# Marlshire Strategic Estates and Fleet Oversight Board\n\nNotes, 4 May 2031\n\n"
         "Present: Ada Moss (Chair)", "minutes", "Notes, 4 May 2031"),
        ("# Fleet Board\n\nMeeting: 4 May 2031, 09:30 Chair: Ada Moss Members: Cy Orr, Di Vane",
         "minutes", "4 May 2031, 09:30"),
        ("# Fleet Board\n\n4 May 2031", "minutes", "Fleet Board\n\n4 May 2031"),
    ],
)  # fmt: skip
def test_of_a_long_title_or_clause_the_part_with_the_day_is_underlined(
    words: str, kind: str, quote: str
) -> None:
    assert quote in [one[0].rstrip(".") for one in _met(words, kind)]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("The Group will look at it again on 16 September 2031.", "2031-09-16"),
        ("Progress will be looked at by the Vans Committee on 11 November 2031.", "2031-11-11"),
        ("Tell us what the builder says by the next Board? It meets on 13 May.", "2031-05-13"),
        ("We thank the panel. They meet on 13 June at 6pm.", "2031-06-13"),
    ],
)
def test_a_body_that_will_look_at_something_or_meets_on_a_day(words: str, day: str) -> None:
    assert [(one[1], one[2]) for one in _met(words)] == [(day, "next")]


def test_actions_from_a_day_as_a_head_tell_of_the_last_meeting() -> None:
    words = (
        "# Fleet Board\n\nMarl House, 21 July 2031\n\nPresent: Ada Moss (Chair)\n\n"
        "## 1. Actions from 23 June\n\nThe audit was not ready."
    )
    told = [(one[0], one[2]) for one in _met(words, "minutes")]
    assert ("23 June", "previous") in told


def test_what_a_group_will_see_that_was_published_on_a_day_is_no_meeting() -> None:
    assert not _met("The Group will see the report published on 4 June 2031.")


def test_the_day_of_something_else_is_no_day_of_the_meeting() -> None:
    for words in (
        "This was the last meeting of the panel before the elections in May 2031.",
        "The Board was informed that a call was received on 26 November 2031 at 07:52.",
    ):
        assert _days(words) == ["2031-12-03"]
    told = "The Board was informed that the panel would next meet on 26 January 2032."
    assert _days(told) == ["2031-12-03", "2032-01-26"]


def _days(words: str) -> list[str]:
    head = "# Minutes of the Marl Board held on 3 December 2031"
    return [day for _, day, _ in _met(f"{head}\n\nPresent: Una Orme\n\n{words}", "minutes")]


@pytest.mark.parametrize(
    ("head", "first", "last"),
    [
        ("Parish council meeting dates for 2031", "2031-01-08", "2031-05-05"),
        ("Parish council meeting dates for 2030/31", "2031-01-08", "2030-05-05"),
    ],
)
def test_days_of_a_programme_are_in_the_year_of_its_head(head: str, first: str, last: str) -> None:
    lines = f"# {head}\n\n8th January\n\n5th May"
    found = [
        one["fields"]["date"]
        for one in reading_of(lines, kind="other").lines()
        if one["kind"] == "meeting"
    ]
    assert found == [first, last]


@pytest.mark.parametrize(
    "words",
    [
        "Board meetings\n\nAt the end of the Trust Board meeting held on 9 May 2031, the Chair "
        "advised members that it was her intention to stand down.",
        "Minutes:\n\nThe Chairman outlined that, at the Fire Panel meeting held on 9 May 2031, "
        "the officer had presented a plan.",
        "Our meetings\n\nThe latest Annual Public Meeting was held on 9 May 2031 where the "
        "accounts were presented.",
        "Decisions of the Schools Forum\n\nThat an additional meeting of the Schools Forum be "
        "scheduled to take place on 9 May 2031.",
        "Board meetings\n\nThe Board did not meet in April.\n\nAda Moss,\nCompany Secretary\n"
        "9 May 2031",
    ],
)
def test_a_meeting_told_of_or_the_day_of_a_signature_is_not_this_one(words: str) -> None:
    assert not [one for one in _met(words, "minutes") if one[2] == "this"]


@pytest.mark.parametrize(
    "words",
    [
        "Housing Board\n\nA meeting of the Housing Board was held on 9 May 2031 at Marl Hall.",
        "Minutes of the Schools Forum held on 9 May 2031 at the Town Hall.",
        "Fire Panel\n\nThe following were present at the meeting held on 9 May 2031.",
        "Schools Forum\n\n9 May 2031\n\nAda Moss, Clerk",
    ],
)
def test_a_line_that_says_when_a_meeting_was_held_is_of_this_one(words: str) -> None:
    assert [(day, standing) for _, day, standing in _met(words, "minutes")] == [
        ("2031-05-09", "this")
    ]


def test_a_day_in_figures_tells_no_time() -> None:
    words = "Trustees’ minutes 1.10.31 Approved\n\nTrustees’ minutes 3.12.31 Approved"
    lines = reading_of(words, kind="minutes").lines()
    assert {one["fields"]["time"] for one in lines if one["kind"] == "meeting"} <= {None}


@pytest.mark.parametrize(
    ("words", "quote"),
    [
        ("The plan answers points raised by the Fire Panel at the meeting on 9 February 2031.",
         "meeting on 9 February 2031"),
        ("Questions put by the Board at its meeting on 9 February 2031 were answered.",
         "meeting on 9 February 2031"),
    ],
)  # fmt: skip
def test_what_a_body_raised_at_its_meeting(words: str, quote: str) -> None:
    assert [one[0] for one in _met(words, "minutes")] == [quote]


def test_what_is_due_by_a_meeting_tells_of_none() -> None:
    assert _met("The paper is wanted by the Board meeting on 9 February 2031.", "minutes") == []
