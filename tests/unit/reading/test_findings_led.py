"""Findings whose duty stands in a head, a label, a lead-in or a bracket, and not in their line."""

import pytest
from tests.unit.reading.making import reading_of

from answerable.reading.deadlines import dates


def _quotes(kind: str, words: str, wanted: str) -> list[str]:
    lines = reading_of(words, kind=kind).lines()
    return [one["quote"]["exact"] for one in lines if one["kind"] == wanted]


def test_a_head_that_ends_in_should_leads_each_cell_below_it() -> None:
    """Protects a table whose cells hold only what is to be done."""
    table = (
        "| No | The panel recommends that the Council… | Answer\n\n"
        "| 1 | lights the subway at Mill Lane | Accepted\n\n| 2 | closes the lane | Rejected"
    )
    assert _quotes("other", table, "recommendation") == [
        "lights the subway at Mill Lane",
        "closes the lane",
    ]
    areas = (
        "# Other areas for improvement\n\n| Theme | The force should…\n\n"
        "| Custody | The force should have a nurse on duty."
    )
    assert _quotes("hmicfrs", areas, "area_for_improvement") == [
        "The force should have a nurse on duty."
    ]


def test_a_table_that_says_what_words_mean_finds_nothing() -> None:
    words = (
        "| Term | Meaning\n\n| AFI | area for improvement\n\n"
        "| Cause of concern | a serious failing"
    )
    for kind in ("area_for_improvement", "cause_of_concern"):
        assert _quotes("other", words, kind) == []


def test_a_recommendation_may_begin_with_that_or_with_any_verb() -> None:
    words = (
        "The Panel makes these recommendations:\n\n- that she publish her diary each month;\n\n"
        "- that a youth commission be set up"
    )
    assert _quotes("minutes", words, "recommendation") == [
        "publish her diary each month",
        "a youth commission be set up",
    ]
    (one,) = _quotes(
        "other", "Recommendation 4: Decide whether two boards are needed.", "recommendation"
    )
    assert one == "Decide whether two boards are needed"
    assert _quotes("other", "Recommendation 4: The answer is no.", "recommendation") == []
    foretold = "# Recommendations\n\nMembers will need to own it."
    assert _quotes("other", foretold, "recommendation") == []


def test_recommendations_named_again_in_brackets() -> None:
    words = "Of our two recommendations, the first (to check every address) is met."
    assert _quotes("hmicfrs-letter", words, "recommendation") == ["check every address"]
    assert _quotes("other", "The second (to the left) is a library.", "recommendation") == []


@pytest.mark.parametrize(
    "words",
    [
        "# What still needs to improve\n\n- The quality of supervision.",
        "# Areas for improvement\n\n- the quality of supervision",
    ],
)
def test_a_line_below_such_a_heading_may_only_name_the_area(words: str) -> None:
    (found,) = _quotes("ofsted", words, "area_for_improvement")
    assert found.lower().rstrip(".") == "the quality of supervision"
    told = "# Areas for improvement\n\n- There are none in this report."
    assert _quotes("ofsted", told, "area_for_improvement") == []


def test_a_heading_run_into_a_line_opens_its_section() -> None:
    """Protects a summary and a page whose layout lost the heading's own line."""
    words = "Areas for improvement. The force should record each use of force."
    assert _quotes("hmicfrs", words, "area_for_improvement") == [
        "The force should record each use of force."
    ]
    glued = "We read 40 files. Areas for improvement\n\nThe force should record each use of force."
    assert _quotes("hmicfrs", glued, "area_for_improvement") == [
        "The force should record each use of force."
    ]


def test_what_becomes_an_area_for_improvement_is_no_recommendation() -> None:
    words = (
        "It becomes the following area for improvement:\n\n"
        "The service should watch who is promoted."
    )
    assert len(_quotes("hmicfrs", words, "area_for_improvement")) == 1
    assert _quotes("hmicfrs", words, "recommendation") == []
    run = "They left the service one area for improvement: to monitor who is promoted."
    assert _quotes("press-release", run, "area_for_improvement") == ["monitor who is promoted"]


def test_a_cause_behind_a_label_that_is_a_sentence() -> None:
    words = "Cause of concern 2. Leaders don’t know where wanted people are. We set out why."
    assert _quotes("hmicfrs", words, "cause_of_concern") == [
        "Leaders don’t know where wanted people are."
    ]


@pytest.mark.parametrize(
    "words",
    [
        "The HMICFRS cause of concern (“bail dates are not kept”) stays open.",
        "HMICFRS has left two causes of concern. One remains open, bail dates are not kept.",
        "There were two priority actions from the inspectorate. On the second (bail dates are"
        " not kept) nothing had moved.",
    ],
)
def test_a_cause_told_in_a_bracket_or_behind_its_state(words: str) -> None:
    (found,) = _quotes("minutes", words, "cause_of_concern")
    assert found.rstrip(".") == "bail dates are not kept"


def test_a_letter_states_the_cause_of_its_subject_line_below_what_we_found() -> None:
    words = (
        "Inspection of Marlshire Police: accelerated cause of concern\n\n# What we found\n\n"
        "Marlshire Police doesn’t manage bail. Of 40 files, 12 had no date."
    )
    assert _quotes("inspection-letter", words, "cause_of_concern") == [
        "Marlshire Police doesn’t manage bail."
    ]


def test_minutes_and_pages_on_a_cause_do_not_state_one() -> None:
    for said in ("The officer took members through the plan.", "It is updated each quarter."):
        assert _quotes("minutes", f"# Cause of concern\n\n{said}", "cause_of_concern") == []


def test_a_year_of_two_digits_behind_the_name_of_a_month() -> None:
    assert [one.iso for one in dates("30-Sep-26")] == ["2026-09-30"]
    assert [one.iso for one in dates("3 May 26 people")] == ["XXXX-05-03"]


@pytest.mark.parametrize(
    "head",
    [
        "What the school needs to do next",
        "What does the academy need to do next?",
        "What the college must now do",
        "What does the area partnership need to do better?",
    ],
)
def test_what_a_school_is_to_do_next_is_what_it_is_to_improve(head: str) -> None:
    """Protects areas of a school from being taken for recommendations."""
    told = f"# {head}\n\n- Leaders should teach all pupils to sing in tune."
    assert len(_quotes("other", told, "area_for_improvement")) == 1
    assert not _quotes("other", told, "recommendation")
    told = told.replace(head, "What the Ministry needs to do next")
    assert len(_quotes("other", told, "recommendation")) == 1


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("freeze the hire of boats until April 2031", [None]),
        ("send a plan by 8 May 2031 and mend the boats at Quay Street", ["2031-05-08", None]),
        ("see every pilot within a week of arrival at the quay", [None]),
        ("see all pilots within a week of joining", [None]),
        ("see all the pilots by 8 May 2031", ["2031-05-08"]),
    ],
)
def test_by_when_is_told_apart_from_how_long_and_how_fast(
    words: str, due: list[str | None]
) -> None:
    """Protects a due day against spans of time and against the day of the clause before."""
    paper = f"The inspectors recommended that the Service should {words}."
    lines = reading_of(paper, kind="news").lines()
    found = [one["fields"]["due"] for one in lines if one["kind"] == "recommendation"]
    assert found == due
    assert all(
        one["fields"]["due_basis"] in ("none", "date")
        for one in reading_of(paper, kind="news").lines()
        if one["kind"] == "recommendation"
    )


@pytest.mark.parametrize("label", ["Deadline", "Target date", "Due", "Timescale"])
def test_a_deadline_may_stand_behind_what_is_to_be_done(label: str) -> None:
    """Protects a day that a label of its own gives."""
    words = f"Recommendation 7: Hull. Mend the hull of the boat. {label}: 3 May 2031"
    plain = f"# Recommendations\n\n- The Service should mend the hull. {label}: 3 May 2031."
    for paper in (words, plain):
        lines = [one for one in reading_of(paper).lines() if one["kind"] == "recommendation"]
        assert [one["fields"]["due"] for one in lines] == ["2031-05-03"]
        assert label not in lines[0]["quote"]["exact"]


def test_reports_whose_recommendations_are_considered_are_none() -> None:
    """Protects a list of papers from being read as what they recommend."""
    led = "The Cabinet considered the recommendations of two reports on:\n\n- Contract management"
    assert not _quotes("other", led, "recommendation")


@pytest.mark.parametrize(
    "lead",
    [
        "We want police to:",
        "The charity urges ministers to:",
        "Young people asked local councils to:",
        "Our members would like employers to:",
        "Tenants are asking social landlords to:",
        "The report calls on universities to:",
        "The alliance expects water companies to:",
        "The inquiry told hospitals to:",
        "We are calling on senior officers to:",
        "Carers want schools to:",
    ],
)
def test_a_lead_in_may_ask_those_who_are_many(lead: str) -> None:
    lines = f"{lead}\n\n- say their first name\n\n- listen before they write"
    assert _quotes("other", lines, "recommendation") == [
        "say their first name",
        "listen before they write",
    ]


@pytest.mark.parametrize(
    "lead",
    [
        "We want parents to:",
        "The bakery asks customers to:",
        "The doctors want to:",
        "Police asked residents to:",
        "It was good to see officers:",
    ],
)
def test_no_lead_in_asks_a_body(lead: str) -> None:
    lines = f"{lead}\n\n- say their first name\n\n- listen before they write"
    assert not _quotes("other", lines, "recommendation")


@pytest.mark.parametrize(
    "head",
    [
        "What we ask of the force",
        "What we expect from our landlord",
        "What we want of ministers",
        "What I ask of the council",
        "What we need from the trust now",
        "What we asked of each school",
        "We recommend",
        "We recommend that:",
        "We also recommend:",
        "4. We recommend",
    ],
)
def test_a_heading_of_what_is_asked_opens_its_list(head: str) -> None:
    lines = f"# {head}\n\n- mend the garden gate\n\n- offer a game in the evening"
    assert _quotes("other", lines, "recommendation") == [
        "mend the garden gate",
        "offer a game in the evening",
    ]


@pytest.mark.parametrize(
    "head",
    [
        "What we make of the force",
        "What you can expect from us",
        "What we learned from the trip",
        "Walks we recommended last year",
        "We recommend good boots",
    ],
)
def test_a_heading_of_something_else_opens_none(head: str) -> None:
    lines = f"# {head}\n\n- mend the garden gate\n\n- offer a game in the evening"
    assert not _quotes("other", lines, "recommendation")
