"""Meetings told by the name of a day or a month, by a first line, or set aside; deadlines none."""

import pytest
from tests.unit.reading.making import reading_of

from answerable.reading.material import Meta

# 15 May 2031 was a Thursday.
_WHEN = Meta(published="2031-05-15")


def _told(words: str, kind: str = "other") -> list[tuple[str, str, str]]:
    return [
        (str(one["fields"]["date"]), one["fields"]["standing"], one["quote"]["exact"])
        for one in reading_of(words, kind=kind, meta=_WHEN).lines()
        if one["kind"] == "meeting"
    ]


BY_NAME = [
    ("Reminder that the Panel meets at 2pm on Tuesday (20th), Council Chamber.",
     ("2031-05-20", "next")),
    ("Board is Thurs 22nd, 2pm. Papers to me by noon.", ("2031-05-22", "next")),
    ("Sell the vans. Board's next Tues. S", ("2031-05-20", "next")),
    ("Gold group Wednesday 8am, my office.", ("2031-05-21", "next")),
    ("On Tuesday the Police and Crime Panel met for two hours.", ("2031-05-13", "previous")),
    ("The next public meeting will be in November, in Hythe End.", ("2031-11", "next")),
    ("I will hold a public session in March at which he will be asked why.", ("2032-03", "next")),
    ("I shall put this to him at our public meeting in June and publish it.", ("2031-06", "next")),
    ("Five audits had been completed since the December meeting.", ("2030-12", "previous")),
    ("I have set aside 6 October 2031 for a thematic session on vans.", ("2031-10-06", "next")),
    ("I've kept 12 November 2031 at 3pm for your debrief.", ("2031-11-12", "next")),
    ("There will be a strategic briefing on 1 October 2031, by video.", ("2031-10-01", "next")),
]  # fmt: skip


@pytest.mark.parametrize(("words", "told"), BY_NAME)
def test_a_meeting_by_its_name(words: str, told: tuple[str, str]) -> None:
    assert told in [one[:2] for one in _told(words)]


def test_the_first_meeting_to_come() -> None:
    told = _told("22/04/2031 New chair named. First meeting 14/06/2031.", "register")
    assert [one[:2] for one in told] == [("2031-06-14", "next")]


NONE = [
    "Papers for the board by Tuesday.",
    "She will report by Tuesday’s board.",
    "The vans go to auction on Tuesday.",
    "Send the figures before the board on Tuesday.",
    "Board papers on Tuesday.",
    "Panel members met him. The vans were sold in March.",
    "She is to bring a plan to the June meeting.",
    "It was agreed that the officer attend the December meeting.",
    "I have asked her to report at our meeting in July on the vans.",
    "We kept 12 vans for the depot.",
    "On Tuesday the vans met a wall.",
]


@pytest.mark.parametrize("words", NONE)
def test_a_day_by_which_something_is_due_is_none(words: str) -> None:
    assert not _told(words)


def test_the_day_is_said_to_be_worked_out() -> None:
    lines = reading_of("The Panel meets on Tuesday.", meta=_WHEN).lines()
    (one,) = [line for line in lines if line["kind"] == "meeting"]
    assert one["inferred"]["date"] == "from its name and the day of the paper"
    assert one["quote"]["exact"] == "The Panel meets on Tuesday"


def test_without_a_day_of_its_own_a_paper_says_no_weekday() -> None:
    lines = reading_of("The Panel meets on Tuesday.").lines()
    assert not [line for line in lines if line["kind"] == "meeting"]


def test_a_number_that_is_no_such_weekday_gives_no_day() -> None:
    assert not _told("The Panel meets on Tuesday (31st).")[1:]


TITLED = [
    ("Thematic scrutiny day, 18 March 2031\n\nVans: what was said.", "news", "2031-03-18"),
    ("Public Accountability Meeting, Tarrow Hall, 11 July 2031\n\nQ1. Why?", "statement",
     "2031-07-11"),
    ("Fleet Select Committee\n\nOral evidence: vans, Wednesday 14 May 2031\n\nQ1 Chair: Well?",
     "other", "2031-05-14"),
    ("# FLEET AND PERFORMANCE MEETING – Quarter 3\n\nChair: The Commissioner (Una Orme)\n\n"
     "Date: Thursday 26 June 2031\n\nTime: 10:00", "agenda", "2031-06-26"),
    ("# Holding to account: vans – 21 April 2031\n\nPresent: PCC Una Orme (chair)", "minutes",
     "2031-04-21"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "kind", "day"), TITLED)
def test_a_first_line_names_the_meeting(words: str, kind: str, day: str) -> None:
    assert (day, "this") in [one[:2] for one in _told(words, kind)]


NOT_TITLED = [
    ("Statement to the public meeting, 18 March 2031\n\nVans.", "statement"),
    ("Report of the hearing, 18 March 2031\n\nVans.", "statement"),
    ("Chief says meeting was a farce, 18 March 2031\n\nVans.", "news"),
    ("Vans fail: 18 March 2031\n\nThe meeting was long.", "news"),
    ("Corporate peer challenge\n\nVale District Council, 5 November 2031\n\n"
     "Una Orme, Chief Executive, Marl County Council", "other"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "kind"), NOT_TITLED)
def test_a_first_line_that_names_none(words: str, kind: str) -> None:
    assert not [one for one in _told(words, kind) if one[1] == "this"]


def test_a_title_and_its_day_do_not_swallow_the_paragraph_below() -> None:
    words = (
        "# Minutes of the Fleet Board\n\n4 May 2031\n\nThe board met on 4 May 2031 because the "
        "vans had failed in the night and nobody had told the drivers."
    )
    (one,) = [told for told in _told(words, "minutes") if told[1] == "this"]
    assert one[2] == "Minutes of the Fleet Board\n\n4 May 2031"


def test_a_title_is_not_joined_to_a_day_across_a_paragraph() -> None:
    words = (
        "# Minutes of the Fleet Board\n\nThe vans had failed in the night and nobody had told "
        "the drivers of it.\n\nHeld on 4 May 2031"
    )
    (one,) = [told for told in _told(words, "minutes") if told[1] == "this"]
    assert one[2] == "Held on 4 May 2031"


def test_actions_from_a_day_in_a_cell_are_of_the_last_meeting() -> None:
    words = (
        "# Fleet Board\n\n21 June 2031\n\n| Item | Lead | Paper\n\n| Actions from 19 May 2031 | "
        "Chief Executive | A"
    )
    assert ("2031-05-19", "previous") in [one[:2] for one in _told(words, "agenda")]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("The January board (14th) takes it.", "2031-01-14"),
        ("The March board (26th) heard of it.", "2031-03-26"),
        ("The October board (4th) takes it.", "2031-10-04"),
    ],
)
def test_a_board_of_a_month_is_the_nearest(words: str, day: str) -> None:
    assert [one[0] for one in _told(words)] == [day]


def test_next_tuesday_on_a_monday_is_of_the_week_after() -> None:
    monday = Meta(published="2031-05-12")
    lines = reading_of("The Panel is next Tuesday.", meta=monday).lines()
    assert [line["fields"]["date"] for line in lines if line["kind"] == "meeting"] == [
        "2031-05-20"
    ]
