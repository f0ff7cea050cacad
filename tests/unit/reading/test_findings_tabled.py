"""Findings in tables whose head is unusual, or which have none."""

import pytest
from tests.unit.reading.making import reading_of

_CAUSE, _RECOMMENDATION, _AREA = "cause_of_concern", "recommendation", "area_for_improvement"


def _found(words: str, kind: str = "other") -> list[tuple[str, str]]:
    lines = reading_of(words, kind=kind).lines()
    kinds = (_CAUSE, _RECOMMENDATION, _AREA)
    return [(one["kind"], one["quote"]["exact"]) for one in lines if one["kind"] in kinds]


@pytest.mark.parametrize("whose", ["HMICFRS", "Live", "Our open", "The inspectorate’s"])
def test_whose_findings_a_column_holds_may_stand_in_its_head(whose: str) -> None:
    rows = f"| Force | {whose} AFIs | Seen\n\n| Marlshire Police | Care of police dogs | May"
    assert _found(rows) == [(_AREA, "Care of police dogs")]
    rows = f"| Force | {whose} cause of concern | Seen\n\n| Marlshire Police | Dogs | May"
    assert _found(rows) == [(_CAUSE, "Dogs")]


def test_numbers_of_findings_are_none() -> None:
    rows = "| Force | AFIs | Recommendations\n\n| Marlshire Police | 4 | 14 recommendations"
    assert not _found(rows)


def test_what_must_be_done_beside_a_cause_was_recommended() -> None:
    rows = "| Cause of concern | What we must do\n\n| Guns are lost | Count the guns each week"
    assert _found(rows) == [
        (_CAUSE, "Guns are lost"),
        (_RECOMMENDATION, "Count the guns each week"),
    ]
    assert not _found(rows.replace("Cause of concern", "Job"))


def test_the_code_of_a_row_says_what_inspectors_said() -> None:
    rows = (
        "| Ref | HMICFRS said | Reply\n\n| CoC | The force loses its guns | Agreed\n\n"
        "| R1 | Count the guns each week | Agreed\n\n| A1 | Care of the police dogs | Agreed"
    )
    assert _found(rows) == [
        (_CAUSE, "The force loses its guns"),
        (_RECOMMENDATION, "Count the guns each week"),
        (_AREA, "Care of the police dogs"),
    ]


def test_a_type_may_be_short_and_a_key_concern() -> None:
    rows = "| Type | What they said | State\n\n| AFI | Care of the police dogs | Open"
    assert _found(rows) == [(_AREA, "Care of the police dogs")]
    rows = (
        "| Type | Concern | Lead\n\n| Key concern | Drab visits hall | A\n\n| Complaint | Cold | B"
    )
    assert _found(rows) == [(_CAUSE, "Drab visits hall")]


def test_a_table_of_names_and_words_needs_no_head() -> None:
    rows = (
        "| Cause of concern | The force is failing to count its guns.\n\n"
        "| Recommendation | Count the guns of each station every week\n\n| Deadline | 3 May 2031"
    )
    assert _found(rows) == [
        (_CAUSE, "The force is failing to count its guns."),
        (_RECOMMENDATION, "Count the guns of each station every week"),
    ]


def test_a_table_of_two_columns_with_a_head_is_no_such_table() -> None:
    head = "| Recommendation | All that was done about it so far"
    rows = f"{head}\n\n| Count the guns of each station every week | A list was begun"
    assert _found(rows) == [(_RECOMMENDATION, "Count the guns of each station every week")]


def test_a_labelled_number_opens_a_run_of_labels() -> None:
    words = "@ Rec. 7: Count the guns of each station\n\n@ Owner: Mrs A\n\n"
    words += "@ Deadline: 1 July 2031\n\n@ Status: open"
    assert _found(words) == [(_RECOMMENDATION, "Count the guns of each station")]


def test_whom_recommendations_are_for_may_head_them() -> None:
    words = "# Our recommendations\n\n# To the Commissioner\n\nR1. Fund a count of guns"
    assert _found(words) == [(_RECOMMENDATION, "Fund a count of guns")]


def test_key_concerns_are_a_heading_of_their_own() -> None:
    words = "# Priority concerns\n\n1. Violence had doubled in a year.\n\n"
    words += (
        "# Key concerns\n\n1. Mail was opened and then lost.\n\n2. Visitors waited in the rain."
    )
    found = _found(words, "prisons")
    assert [one for _, one in found] == [
        "Violence had doubled in a year.",
        "Mail was opened and then lost.",
        "Visitors waited in the rain.",
    ]


_AREA = "area_for_improvement"


def test_a_code_beside_what_inspectors_said_says_what_it_is() -> None:
    rows = (
        "| Ref | Area | What HMICFRS said | Our action | Lead\n\n"
        "| C1 | Nets | Not enough done to dry nets | Buy a shed | Ada\n\n"
        "| C2 | Nets | Train all divers to mend nets | Run a course | Ada\n\n"
        "| A1 | Boats | Evaluate the work on boats | Ask the college | Ben"
    )
    assert _found(rows) == [
        (_CAUSE, "Not enough done to dry nets"),
        (_RECOMMENDATION, "Train all divers to mend nets"),
        (_AREA, "Evaluate the work on boats"),
    ]


def test_the_areas_of_a_register_of_areas_to_improve() -> None:
    rows = "| Area | Lead | Measure\n\n| Timeliness of dives | Ada | Dives on time"
    assert _found(f"# Areas to improve\n\n{rows}") == [(_AREA, "Timeliness of dives")]
    assert _found(f"# Areas of the harbour\n\n{rows}") == []


@pytest.mark.parametrize("who", ["Owner", "Lead officer", "Who", "Responsible manager"])
def test_a_date_behind_its_owner_is_by_when(who: str) -> None:
    rows = f"| Recommendation | Reply | {who} | Date\n\n"
    rows += "| Count the guns each week | Agreed | Armourer | 4 May 2031"
    found = [one for one in reading_of(rows).lines() if one["kind"] == _RECOMMENDATION]
    assert [one["fields"]["due"] for one in found] == ["2031-05-04"]
    rows = rows.replace(f"{who} | Date", f"Date | {who}").replace(
        "Armourer | 4 May 2031", "4 May 2031 | Armourer"
    )
    found = [one for one in reading_of(rows).lines() if one["kind"] == _RECOMMENDATION]
    assert [one["fields"]["due"] for one in found] == [None]


def test_a_cell_that_names_a_kind_says_it_below_any_head() -> None:
    rows = (
        "| Area | Finding | Action | Owner\n\n"
        "| Cause of concern | Guns were not counted as they should be | Count | A\n\n"
        "| AFI | Care of old dogs | Vet | B\n\n"
        "| Recommendation | Count the guns each week | List | C"
    )
    assert _found(rows, "plan") == [
        (_CAUSE, "Guns were not counted as they should be"),
        (_AREA, "Care of old dogs"),
        (_RECOMMENDATION, "Count the guns each week"),
    ]


@pytest.mark.parametrize("plan", ["Action", "Next step", "What we’ll do", "What the brigade says"])
def test_the_day_of_a_plan_is_none_of_the_area_that_it_answers(plan: str) -> None:
    rows = f"| AFI | {plan} | Lead | By\n\n| Care of the old dogs | Find a vet | A | 4 May 2031"
    found = [one for one in reading_of(rows).lines() if one["kind"] == _AREA]
    assert [one["fields"]["due"] for one in found] == [None]
    rows = "| AFI | Lead | By\n\n| Care of the old dogs | A | 4 May 2031"
    found = [one for one in reading_of(rows).lines() if one["kind"] == _AREA]
    assert [one["fields"]["due"] for one in found] == ["2031-05-04"]


def test_a_cell_may_hold_a_cause_and_what_was_recommended_on_it() -> None:
    rows = (
        "| No | Recommendation | State\n\n| T1 | Cause of concern: The force does not count its "
        "guns. Recommendation: We recommend that within six months the force should: count all of "
        "its guns; and | Complete"
    )
    assert _found(rows) == [
        (_CAUSE, "The force does not count its guns."),
        (_RECOMMENDATION, "count all of its guns"),
    ]
    found = [one for one in reading_of(rows).lines() if one["kind"] == _RECOMMENDATION]
    assert found[0]["fields"]["number"] == "T1"
    assert found[0]["fields"]["due_words"] == "within six months"


@pytest.mark.parametrize("words", ["count the guns", "(i) count the guns", "- count the guns"])
def test_a_cell_with_a_lead_in_and_at_once_gives_what_is_to_be_done(words: str) -> None:
    rows = f"| No | Recommendation | State\n\n| 1 | The force should immediately: {words} | Open"
    assert _found(rows) == [(_RECOMMENDATION, "count the guns")]


def test_areas_beside_a_comment_stand_below_their_heading() -> None:
    rows = "# Areas for improvement\n\n| Area | Comment\n\n| Care of old dogs | Accepted."
    assert _found(rows) == [(_AREA, "Care of old dogs")]
    assert not _found(rows.replace("Areas for improvement", "Our estate"))


def test_a_requirement_beside_its_plan_was_recommended() -> None:
    rows = "| Requirement | What we will do | Who | When\n\n"
    rows += "| Keep the guns locked away | Fit a lock | Armourer | 4 May 2031"
    assert _found(rows) == [(_RECOMMENDATION, "Keep the guns locked away")]
    assert not _found(rows.replace("What we will do", "Cost"))


@pytest.mark.parametrize(
    ("served", "head"),
    [
        ("Enforcement notice", "What you must do"),
        ("Prohibition notice on the lift", "Steps you must take"),
        ("Abatement notice", "What you have to do"),
        ("A hygiene improvement notice was served on you", "Works required"),
        ("You are required to put right what follows", "What you need to do"),
        ("Notice of deficiencies", "Steps required"),
        ("Breach notice", "Remedy required"),
        ("Compliance notice", "Measures needed"),
        ("This is a remediation order", "Works that are required"),
        ("Warning notice to the kennels", "What you are required to do"),
    ],
)
def test_what_a_notice_requires_of_its_reader_is_recommended(served: str, head: str) -> None:
    rows = f"{served}.\n\n| Article | {head} | By\n\n| 13 | Mend the siren | 4 May 2031"
    assert _found(rows) == [(_RECOMMENDATION, "Mend the siren")]


@pytest.mark.parametrize(
    ("served", "head"),
    [
        ("Welcome to the team", "Step | What you must do | By"),
        ("Our plan for the enforcement notice", "Owner | Works required | By"),
        ("Enforcement notice", "Article | What we have done | On"),
        ("Timetable of the outing", "Stop | What you need to do | By"),
        ("Enforcement notice", "Article | What it says | Page"),
    ],
)
def test_what_no_notice_requires_is_none(served: str, head: str) -> None:
    assert not _found(f"{served}.\n\n| {head}\n\n| 13 | Mend the siren | 4 May 2031")


@pytest.mark.parametrize("head", ["Lesson", "Lessons learned", "Learning", "Learning point"])
def test_a_lesson_is_for_those_beside_it(head: str) -> None:
    rows = f"| {head} | For\n\n| Agree a name for each ford | All crews"
    assert _found(rows) == [(_RECOMMENDATION, "Agree a name for each ford")]
    told = rows.replace("Agree a name for each ford", "The fords were named twice")
    assert not _found(told)
    assert not _found(rows.replace("For", "Room"))
