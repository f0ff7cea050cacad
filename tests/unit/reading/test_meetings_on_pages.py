"""Heads of minutes as councils put them on their pages: in capitals, "12 th" for a day."""

import pytest
from tests.unit.reading.making import reading_of


def _meetings(words: str, kind: str = "minutes") -> list[tuple[str | None, str | None, str]]:
    lines = reading_of(words, kind=kind).lines()
    return [
        (one["fields"]["body"], one["fields"]["date"], one["fields"]["standing"])
        for one in lines
        if one["kind"] == "meeting"
    ]


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (
            "MINUTES OF ALDERBY PARISH COUNCIL MEETING\n\nHeld on Sunday 12 th October 2031 in "
            "the Village Hall at 7.30pm",
            "ALDERBY PARISH COUNCIL",
        ),
        (
            "Minutes of the Thornwick Parish Council meeting held at 7.30pm on Sunday 12 th "
            "October 2031 at Jubilee Hall",
            "Thornwick Parish Council",
        ),
        (
            "MARLWELL PARISH COUNCIL MINUTES OF THE ANNUAL MEETING HELD ON 12 OCTOBER 2031 AT THE "
            "VILLAGE HALL",
            "MARLWELL PARISH COUNCIL",
        ),
        (
            "LITTLE PELLING PARISH COUNCIL\n\nMinutes of Meeting held on 12 th October 2031",
            "LITTLE PELLING PARISH COUNCIL",
        ),
        (
            "EASTMARL BOROUGH COUNCIL\n\nHousing Scrutiny Committee\n\nSunday 12th October 2031 "
            "at 6.30pm in the Town Hall",
            "Housing Scrutiny Committee",
        ),
        (
            "Eastmarl Borough Council\n\nAMENITIES COMMITTEE\n\n12 October 2031, 7 pm",
            "AMENITIES COMMITTEE",
        ),
        ("Decisions of the Cabinet, 12 October 2031", "Cabinet"),
    ],
)
def test_the_head_names_the_body_that_sat(head: str, body: str) -> None:
    below = "Present: Cllr Ada Moss (Chair), Cllr Ben Umber"
    assert _meetings(f"{head}\n\n{below}") == [(body, "2031-10-12", "this")]


def test_a_report_of_a_committee_below_a_council_is_not_what_sat() -> None:
    words = "Eastmarl Town Council\n\nCommittee reports\n\nMinutes of the meeting of 12 May 2031"
    assert ("Committee reports", "2031-05-12", "this") not in _meetings(words)


def test_a_page_of_a_council_site_says_of_which_meeting_it_is() -> None:
    words = (
        "Issue - meetings\n\nInspection of children's services - action plan\n\n"
        "@ Meeting: 15/06/2031 - Cabinet (Item 8)\n\nMinutes:\n\nOfsted gave an overall judgment."
    )
    assert _meetings(words, "inspection-report") == [("Cabinet", "2031-06-15", "this")]


@pytest.mark.parametrize(
    "body",
    [
        "Culture and Growing Families Overview Committee",
        "Marlshire and Eastmarl Police and Crime Panel",
        "Cabinet",
    ],
)
def test_the_words_of_such_a_page_hold_the_body_and_not_the_number_of_its_item(body: str) -> None:
    words = f"Issue - meetings\n\nRisk register\n\n@ Meeting: 15/06/2031 - {body} (Item 14)\n\nx"
    lines = reading_of(words, kind="minutes").lines()
    quotes = [one["quote"]["exact"] for one in lines if one["kind"] == "meeting"]
    assert quotes == [f"15/06/2031 - {body}"]


def test_minutes_to_be_confirmed_are_of_meetings_that_were() -> None:
    words = (
        "To confirm the minutes of the following meetings:\n\n- 11 January 2031\n\n"
        "- 6 February 2031"
    )
    found = {(day, standing) for _, day, standing in _meetings(words)}
    assert found == {("2031-01-11", "previous"), ("2031-02-06", "previous")}


def test_minutes_of_an_adjourned_meeting_are_not_of_this_one() -> None:
    words = (
        "Minutes of adjourned meeting The draft minutes of the meeting held and adjourned on "
        "22 September 2031 are attached for information."
    )
    assert [standing for _, _, standing in _meetings(words)] == ["previous"]


@pytest.mark.parametrize(
    ("title", "quote"),
    [
        (
            "Meeting minutes - Marlshire Highways Framework Partnership Forum – East - "
            "22 November 2031",
            "Marlshire Highways Framework Partnership Forum – East - 22 November 2031",
        ),
        (
            "Confirmed minutes and record of the proceedings – Shared Growth Oversight Board – "
            "4 May 2031",
            "Shared Growth Oversight Board – 4 May 2031",
        ),
    ],
)
def test_of_a_long_title_in_parts_those_before_the_day_are_quoted(title: str, quote: str) -> None:
    lines = reading_of(f"{title}\n\nPresent: Ada Moss (Chair), Ben Umber", kind="minutes").lines()
    assert [one["quote"]["exact"] for one in lines if one["kind"] == "meeting"] == [quote]


def test_a_matter_came_before_an_earlier_meeting_too() -> None:
    words = (
        "@ Meeting: 15/06/2031 - Cabinet (Item 8)\n\nMinutes of the last meeting, 1 May 2031"
        "\n\nMeeting: 11/03/2031 - Audit Committee (Item 4.)\n\nThe plan was noted."
    )
    assert ("Audit Committee", "2031-03-11", "previous") in _meetings(words)


def test_minutes_of_the_last_meeting_are_not_of_this_one() -> None:
    words = (
        "Venue: Marl Town Hall\n\nMINUTES OF THE LAST MEETING HELD ON 27 JUNE 2031 PDF 464 KB\n\n"
        "Minutes: The Forum considered the minutes of the last meeting held on 27 June 2031."
    )
    assert "this" not in {standing for _, _, standing in _meetings(words)}
