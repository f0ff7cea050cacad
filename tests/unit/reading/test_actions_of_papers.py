"""What minutes have done with papers, and what a resolution in other forms orders."""

import pytest
from tests.unit.reading.making import reading_of

_MET = "# Orme Board\n\nMinutes of the meeting held on 4 March 2031\n\n# Present\n\n"
_MET += "Lesley Lawe, Manager\n\nTom Moss (TM), Chair\n\n# Papers\n\n"


def _actions(words: str) -> list[dict[str, object]]:
    lines = reading_of(_MET + words, kind="minutes").lines()
    return [
        {"exact": one["quote"]["exact"], **one["fields"]}
        for one in lines
        if one["kind"] == "action"
    ]


@pytest.mark.parametrize(
    ("words", "exact"),
    [
        ("Matter to be listed at next meeting.", "Matter to be listed at next meeting"),
        ("(a) (Minute 43 – Review) – a note is to be sent to all before the next meeting;",
         "a note is to be sent to all before the next meeting"),
        ("The terms are to be published on the website.",
         "The terms are to be published on the website"),
        ("Details to be circulated to members.", "Details to be circulated to members"),
        ("RESOLVED that:\n\n3. A report to be presented back to Cabinet in due course.",
         "A report to be presented back to Cabinet in due course"),
        ("RESOLVED (unanimously) that officers bring forward a new scheme in the autumn.",
         "bring forward a new scheme in the autumn"),
        ("It was discussed and agreed to advertise for tenders for the path.",
         "advertise for tenders for the path"),
        ("The road was poor, the Clerk to contact the county surveyor.",
         "contact the county surveyor"),
    ],
)  # fmt: skip
def test_what_is_to_be_done_with_a_paper_is_read(words: str, exact: str) -> None:
    assert exact in [one["exact"] for one in _actions(words)]


@pytest.mark.parametrize(
    "words",
    [
        "The hearing was to be published in full.",
        "The meeting is to be held in the hall.",
        "The plan seems to be shared by all.",
        "It was not to be discussed further.",
        "The road is to be closed on Sundays.",
    ],
)
def test_what_only_was_or_will_be_so_is_no_task(words: str) -> None:
    assert _actions(words) == []


def test_whoever_stands_behind_a_stroke_owns_it() -> None:
    (one,) = _actions("These are to be published on the website / Lesley")
    assert (one["owner"], one["owner_person"]) == ("Lesley Lawe", "Lesley Lawe")


def test_the_day_of_a_meeting_with_its_article_is_read() -> None:
    (one,) = _actions(
        "The Director of Estates undertook to provide an update to the meeting on the 24th of May."
    )
    assert one["due_words"] == "to the meeting on the 24th of May"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("TM to sample 100 files in November.", "in November"),
        ("TM to visit in June to see the lockers.", "in June"),
        ("TM to take the plan to Cabinet in April.", "in April"),
        ("TM to invite the tutor in early February.", "in early February"),
        ("TM to report back in September.", "in September"),
    ],
)
def test_work_that_is_done_in_a_month_is_due_then(words: str, said: str) -> None:
    (one,) = _actions(words)
    assert one["due_words"] == said


@pytest.mark.parametrize(
    "words",
    [
        "TM to analyse the fall in July.",
        "TM to correct the figures published in May.",
        "TM to list the letters received in June.",
        "TM to thank those who helped in March and April of every year.",
    ],
)
def test_a_month_of_what_is_looked_at_is_no_day(words: str) -> None:
    assert [one["due_words"] for one in _actions(words)] in ([None], [])
