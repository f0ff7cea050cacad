"""Forms of minutes, letters and news as councils and inspectorates really write them."""

from typing import Any

import pytest
from tests.unit.reading.making import reading_of


def _read(kind: str, words: str, wanted: str) -> list[dict[str, Any]]:
    lines = reading_of(words, kind=kind).lines()
    return [dict(one["fields"], exact=one["quote"]["exact"]) for one in lines
            if one["kind"] == wanted]  # fmt: skip


def _subject(words: str) -> Any:
    return next(iter(reading_of(words, kind="minutes").lines()))["fields"]["subject"]


_RESOLVED = (
    "# Marlshire Scrutiny Committee\n\n4 March 2031\n\nRESOLVED: That the Committee:-\n\n"
    "(a) notes the report; and\n\n"
    "(b) requests the Licensing Officer to look into both complaints by 2 May 2031; and\n\n"
    "(c) requests that a visit to the depot be arranged for new members.\n\n"
    "Members thanked the officers."
)


def test_a_committee_that_requests_somebody_to_do_something_hands_out_an_action() -> None:
    look, visit = _read("minutes", _RESOLVED, "action")
    assert look["exact"] == "look into both complaints by 2 May 2031"
    assert (look["owner"], look["due"]) == ("Licensing Officer", "2031-05-02")
    assert visit["exact"] == "a visit to the depot be arranged for new members"
    assert visit["owner"] is None
    public = _RESOLVED.replace("the Licensing Officer to look", "Licensing of all sorts to look")
    assert [one["owner"] for one in _read("minutes", public, "action")] == [None]
    told = "The Committee requests the Licensing Officer to look into complaints each year."
    assert not [one for one in _read("minutes", told, "action") if "requests" in one["owner"]]


def test_the_words_that_open_a_list_of_decisions_are_no_decision() -> None:
    found = [one["exact"] for one in _read("minutes", _RESOLVED, "decision")]
    assert found == ["notes the report; and"]
    plain = _RESOLVED.replace("(b) requests the Licensing Officer to look", "(b) is glad to look")
    assert len(_read("minutes", plain, "decision")) == 2


def test_a_wish_of_a_meeting_names_the_whole_office() -> None:
    words = (
        "RESOLVED that\n\n(a) the plan be noted;\n\n(b) the Office of the Commissioner send "
        "members a copy of each decision notice; and\n\n(c) the Governance Co-ordinator ask "
        "every member for their training needs."
    )
    (sent,) = _read("minutes", words, "recommendation")
    assert sent["exact"] == "send members a copy of each decision notice"
    assert sent["addressee"] == "Office of the Commissioner"
    (asked,) = _read("minutes", words, "action")
    assert asked["owner"] == "Governance Co-ordinator"


def test_things_that_reports_are_about_are_nobodys_work() -> None:
    head = "RESOLVED that:\n\n"
    things = "(a) papers include reports on:\n\n(i) feedback reports from the visits"
    assert not _read("minutes", head + things, "action")
    assert _read("minutes", head + "(a) feedback the findings to the board", "action")


@pytest.mark.parametrize("first", ["Regarding Action 2", "Further to the request", "With a view"])
def test_a_phrase_that_opens_a_sentence_owns_nothing(first: str) -> None:
    words = f"{first} to arrange a visit to the depot, the Chair said that one was planned."
    assert not [one for one in _read("minutes", words, "action") if one["owner"] == first]


def test_a_place_at_the_end_of_a_longer_name_is_not_what_a_paper_is_about() -> None:
    words = (
        "The Chairman advised that Oliver Marlshire would speak to members at the next meeting."
    )
    assert _subject(words) is None
    plain = words.replace("Oliver Marlshire would", "officers from Marlshire would")
    assert _subject(plain) == "Marlshire Police"


def test_how_a_letter_was_sent_is_nobodys_name() -> None:
    head = "# Our answer to the inspection\n\nBy {}\n\n15 January 2031\n\nDear Commissioner,"
    assert not _read("statutory-response", head.format("Email Only"), "person")
    (found,) = _read("news", head.format("Odile Marsh"), "person")
    assert found["presence"] == "author"


def test_a_report_that_a_committee_published_is_no_meeting() -> None:
    published = "The Home Affairs Committee published its sixth report on 1 March 2031."
    assert not _read("other", published, "meeting")
    assert _read("other", "The report went to the Audit Committee on 1 March 2031.", "meeting")


def test_the_day_that_a_meeting_was_held_on_is_not_the_next() -> None:
    words = (
        "The plan was noted.\n\nThat a further meeting is to be held on the matter raised at the"
        " meeting held on 18 March 2031."
    )
    assert not [one for one in _read("minutes", words, "meeting") if one["standing"] == "next"]
    ahead = "The plan was noted.\n\nA further meeting is to be held on 18 March 2031."
    assert [one for one in _read("minutes", ahead, "meeting") if one["standing"] == "next"]


def test_an_area_keeps_its_title_and_the_promise_behind_the_dash_its_day() -> None:
    words = (
        "# Our response\n\n# Areas for improvement\n\n"
        "- Publishing the outcomes of hearings – will be done monthly from June 2031\n\n"
        "- Timeliness of complaints – by 3 May 2031"
    )
    first, second = _read("statutory-response", words, "area_for_improvement")
    assert (first["exact"], first["due"]) == ("Publishing the outcomes of hearings", None)
    assert second["due"] == "2031-05-03"
    (promise,) = _read("statutory-response", words, "commitment")
    assert promise["exact"] == "will be done monthly from June 2031"


def test_what_a_reader_will_be_is_no_promise() -> None:
    words = "I know that you will also be keen to hear of our answer by 3 May 2031."
    assert not _read("statutory-response", words, "commitment")
    assert _read("statutory-response", "I will send you our answer by 3 May 2031.", "commitment")


@pytest.mark.parametrize(
    "words",
    [
        "The report shows that 24% of the 87 councils inspected were rated ‘inadequate’.",
        "Another 49% were rated ‘requires improvement’.",
        "Most of the local authorities inspected last year have been rated “inadequate”.",
        "Of the 43 inspections, 10 local authorities were judged good.",
        "Some were good and the remaining 26 were judged as requires improvement.",
    ],
)
def test_a_share_of_many_bodies_is_nobodys_grade(words: str) -> None:
    assert not _read("news", words, "grade")


@pytest.mark.parametrize(
    "words",
    [
        "Marlshire Police, which answers 24% of calls late, was rated ‘inadequate’.",
        "Inspectors visited 10 services. Marlshire Police was judged good.",
    ],
)
def test_a_number_elsewhere_in_a_sentence_leaves_the_grade(words: str) -> None:
    (found,) = _read("news", words, "grade")
    assert found["institution"] == "Marlshire Police"


def test_a_meeting_that_keeps_or_amends_its_own_papers_hands_out_nothing() -> None:
    assert not _read("minutes", "The Board agreed to keep the format of its meetings.", "action")
    assert _read("minutes", "The Chairman agreed to keep members informed.", "action")
    amended = "The Board resolved:\n\nRESOLVED:\n\n(i) to amend Item 9 to read as follows"
    assert not _read("minutes", amended, "action")


def test_a_letter_that_will_be_published_promises_that_in_any_section() -> None:
    words = (
        "# What still needs to improve\n\nThe quality of chronologies.\n\n"
        "It will be published on our website on 12 March 2031."
    )
    (found,) = _read("inspection-letter", words, "commitment")
    assert found["due"] == "2031-03-12"
    other = words.replace("It will be published", "Fewer will be kept")
    assert not _read("inspection-letter", other, "commitment")
