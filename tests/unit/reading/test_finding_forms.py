"""Findings in the forms that bodies give them: boxes, tables by body, trackers, run-in lists."""

import pytest
from tests.unit.reading.making import reading_of

from answerable.reading.formats import canonical
from answerable.reading.reading import read


def _of(name: str, text: str) -> list[dict[str, object]]:
    return list(read(canonical(text.encode(), media_type=None, name=name)).lines())


def _quotes(lines: list[dict[str, object]], kind: str) -> list[str]:
    return [one["quote"]["exact"] for one in lines if one["kind"] == kind]  # type: ignore[index]


def test_a_box_beside_a_page_holds_a_finding_and_a_list_of_links_none() -> None:
    """Protects what an inspectorate sets in a box from being taken for a menu."""
    box = (
        "<html><body><main><h1>Marlshire Police</h1><p>We inspected the force in May.</p>"
        "<aside><h2>Cause of concern</h2><p>The force does not protect children at risk.</p>"
        "<h3>Recommendation</h3><p>By 31 May 2031, the force should train its officers.</p>"
        "</aside>"
        "<aside><h2>Recommendations elsewhere</h2><a href='a'>The force should train</a>"
        "<a href='b'>The force should buy</a><a href='c'>The force must plan</a></aside>"
        "</main></body></html>"
    )
    lines = _of("page.html", box)
    assert _quotes(lines, "cause_of_concern") == ["The force does not protect children at risk."]
    assert _quotes(lines, "recommendation") == ["train its officers"]


def test_a_row_is_about_the_body_that_its_own_cell_names() -> None:
    """Protects a body from another body's cause of concern."""
    table = (
        "Body,Since,Concern,Monitoring\n"
        "Marlshire Police,May 2031,The force keeps children in cells overnight.,Engage\n"
        "Dunshire Council,June 2031,The council does not see children at risk.,Scan\n"
    )
    found = [
        one["fields"]["institution"]  # type: ignore[index]
        for one in _of("list.csv", table)
        if one["kind"] == "cause_of_concern"
    ]
    assert found == ["Marlshire Police", "Dunshire Council"]


def test_must_and_should_of_a_regulator_are_recommendations_by_their_column() -> None:
    """Protects recall in the tracker of a hospital, where no head says "recommendation"."""
    table = (
        "Must or should,Action required,Executive lead,Target date\n"
        "Must,The trust must ensure that medicines are locked away,Chief Nurse,31/03/2031\n"
        "Should,Review the store rooms in theatres,COO,30/06/2031\n"
    )
    lines = _of("tracker.csv", table)
    assert _quotes(lines, "recommendation") == [
        "ensure that medicines are locked away",
        "Review the store rooms in theatres",
    ]


def test_each_number_of_a_run_in_list_is_a_recommendation() -> None:
    """Protects a letter whose sentence lists what to do without a colon."""
    words = (
        "To put this right the force should (1) analyse its data by team, (2) publish what it "
        "finds by May 2031, and (3) stop searches by untrained officers."
    )
    lines = list(reading_of(words, kind="inspection-letter").lines())
    assert _quotes(lines, "recommendation") == [
        "analyse its data by team",
        "publish what it finds by May 2031",
        "stop searches by untrained officers",
    ]


def test_a_condition_turned_round_is_no_duty() -> None:
    """Protects a provider from "should nothing have changed, we could close the home"."""
    words = "We will return within six months and, should nothing have changed, could close it."
    lines = list(reading_of(words, kind="inspection-letter").lines())
    assert _quotes(lines, "recommendation") == []


def test_areas_for_improvement_are_told_in_one_sentence_or_behind_another() -> None:
    """Protects what a letter or minutes tell in passing, and leaves out what is only about it."""
    told = (
        ("There are three AFIs: the unit should buy radios; it must train its clerks.", 2),
        ("We set two areas for improvement: the force should hire clerks and the force should "
         "answer letters sooner.", 2),
        ("Ann Bell asked about the area for improvement on clerks. It was made in 2030: the "
         "force should train each clerk.", 1),
        ("Inspectors set three areas for improvement: custody, vetting and crime recording.", 0),
        ("No areas for improvement: the force should be proud of its clerks.", 0),
    )  # fmt: skip
    for words, expected in told:
        found = list(reading_of(words, kind="inspection-letter").lines())
        assert len(_quotes(found, "area_for_improvement")) == expected, words


def test_a_number_of_grades_is_counted_in_a_list_of_such_numbers() -> None:
    """Protects a national total, where each number after the first only says "79 of adequate"."""
    words = "We gave 188 grades of good, 79 of adequate and three of outstanding."
    found = list(reading_of(words, kind="hmicfrs").lines())
    counts = [one["fields"]["n"] for one in found if one["kind"] == "grade_count"]
    assert counts == [188, 79, 3]
    words = "We read 188 letters of complaint, and the force is good at preventing crime."
    found = list(reading_of(words, kind="hmicfrs").lines())
    assert not [one for one in found if one["kind"] == "grade_count"]


def test_a_recommendation_is_named_again_with_what_it_asks() -> None:
    """Protects what a later letter says of a recommendation, and no proposal to a board."""
    told = (
        ("The remaining recommendation, to use its powers fairly, has been met.", 1),
        ("Recommendation (b), to publish its standards each quarter, has not been met.", 1),
        ("We recommend that, by 3 May 2031, the force extends its opening hours.", 1),
        ("The recommendation was that the force hires a second clerk by May 2031.", 1),
        ("Decision: The recommendation to release the money for clerks was supported.", 0),
        ("The recommendation to the council, which was long, has been met.", 0),
    )
    for words, expected in told:
        found = list(reading_of(words, kind="inspection-letter").lines())
        assert len(_quotes(found, "recommendation")) == expected, words


def test_a_line_of_an_owner_may_hold_the_date_too() -> None:
    """Protects an owner from the words of the date that follow on the same line."""
    text = (
        "Recommendation 1: The force should train its clerks.\n"
        "Action: Train all clerks of the control room.\n"
        "Owner: Head of Learning. Target date: 31 March 2031\n"
        "Status: open\n"
    )
    found = [one["fields"] for one in _of("plan.txt", text) if one["kind"] == "action"]
    assert [(one["owner"], one["due"]) for one in found] == [  # type: ignore[index]
        ("Head of Learning", "2031-03-31")
    ]


def test_a_finding_is_about_its_chapter_and_not_about_the_grade_set_under_its_title() -> None:
    """Protects themes: reports print the grade as a badge between a title and its findings."""
    report = reading_of(
        "Report of an inspection\n\n# Recording data about crime\n\n# Requires improvement\n\n"
        "# Area for improvement\n\nThe force should record crimes within a day.",
        kind="hmicfrs",
    )
    themes = [r.fields["theme"] for r in report.records if r.kind == "area_for_improvement"]
    assert themes == ["Recording data about crime"]


@pytest.mark.parametrize(
    ("words", "praised"),
    [
        (
            "# Innovative practice\n\n# Drones check warrants\n\nThe force uses drones."
            "\n\n# Custody\n\nThe cells were clean.",
            ["The force uses drones."],
        ),
        (
            "# Promising practice\n\nThe force lends trackers.\n\n# Custody\n\nCells were clean.",
            ["The force lends trackers."],
        ),
        ("# Custody\n\n# Drones check warrants\n\nThe force uses drones.", []),
    ],
)
def test_what_is_praised_may_have_a_title_of_its_own(words: str, praised: list[str]) -> None:
    """Protects practice under a bold title, and headings that end it."""
    found = reading_of(words, kind="inspection-report")
    plain = words.replace("# ", "")
    told = [plain[one.start : one.end] for one in found.records if one.kind == "practice"]
    assert told == praised
