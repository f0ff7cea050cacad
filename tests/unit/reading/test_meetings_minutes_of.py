"""The head of minutes in one line, however long it goes on."""

import pytest
from tests.unit.reading.making import reading_of


def _meetings(words: str) -> list[tuple[str | None, str, str]]:
    return [
        (one["fields"]["body"], one["fields"]["date"], one["fields"]["standing"])
        for one in reading_of(words, kind="minutes").lines()
        if one["kind"] == "meeting"
    ]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (
            "HOLME TOWN COUNCIL\n\nMinutes of the Meeting of the Full Holme Town Council Held at "
            "7.00pm on Monday 1 September 2031 At the Council Chambers, Old School House, Market "
            "Hill, Holme Present: Cllr. G Hughes, Cllr. K Butcher, Cllr. L Jacobs, Cllr. Mrs S "
            "Jay, Cllr. P Ridge, Cllr. A Simms and five members of the public.",
            ("Full Holme Town Council", "2031-09-01", "this"),
        ),
        (
            "Download minutes of 2031 here\n\nMonday 6 January 2031\n\nMonday 3 March 2031\n\n"
            "Vale Medical Centre\n\nNotes of a meeting of the Patient Group held on Monday "
            "5 May 2031\n\nDoug Orme (DO) - Chairman\n\nMike Ash (MA)",
            ("Patient Group", "2031-05-05", "this"),
        ),
    ],
)
def test_the_line_that_says_whose_minutes_these_are(
    words: str, found: tuple[str | None, str, str]
) -> None:
    assert found in _meetings(words)


@pytest.mark.parametrize(
    "words",
    [
        "Agenda\n\n# 3. Minutes of the meeting held on 5 May 2031 for approval",
        "Agenda\n\nMinutes of the previous meeting held on 5 May 2031 at the Town Hall",
        "To sign the minutes of the meeting held on 5 May 2031 at Holme",
    ],
)
def test_minutes_to_be_approved_are_of_a_meeting_before(words: str) -> None:
    assert "this" not in {standing for _, _, standing in _meetings(words)}


@pytest.mark.parametrize(
    ("words", "body"),
    [
        ("Notes of the Council of Governors held on 5 May 2031 at 10am", "Council of Governors"),
        ("Minutes of the Vale Trust Board of Directors held on 5 May 2031 at 10am",
         "Vale Trust Board of Directors"),
        ("Minutes of the meeting of the Fire Authority held on 5 May 2031 at 10am",
         "Fire Authority"),
        ("Minutes of the Governing Body held on 5 May 2031 at 10am", "Governing Body"),
    ],
)  # fmt: skip
def test_bodies_of_many(words: str, body: str) -> None:
    assert _meetings(f"{words}\n\nPresent: Ada Moss (Chair)") == [(body, "2031-05-05", "this")]


def test_the_head_of_an_item_is_no_body() -> None:
    words = (
        "Schools Forum, 5 May 2031\n\nPresent: Ada Moss (Chair), Ben Umber\n\n"
        "16. Date and Time of Next Meeting\nThe next meeting will be held on 9 June 2031."
    )
    assert "Date and Time of Next Meeting" not in {body for body, _, _ in _meetings(words)}
