"""Scales of other inspectorates: progress since an inspection, and the gradings of landlords."""

import pytest
from tests.unit.reading.making import reading_of

_REVIEW = "# Independent review of progress at HMP Marl\n\n"
_LANDLORD = "# Regulatory judgement: Marl Homes\n\n27 May 2031\n\n"


def _grades(words: str, wanted: str = "grade") -> list[tuple[str, str | None]]:
    lines = reading_of(words, kind="other").lines()
    found = (one["fields"] for one in lines if one["kind"] == wanted)
    return [(one["value"], one.get("question")) for one in found]


PROGRESS = [
    ("| Concern | Judgement\n\n| Cells were cold. | Reasonable progress\n\n"
     "| There was no work. | No meaningful progress",
     [("reasonable progress", "Cells were cold."),
      ("no meaningful progress", "There was no work.")]),
    ("Leaders were judged to have made good progress in reading.",
     [("good progress", "reading")]),
    ("Ofsted found reasonable progress in reading, and insufficient progress in attendance.",
     [("reasonable progress", "reading"), ("insufficient progress", "attendance")]),
    ("There was insufficient progress against the concern about self-harm.",
     [("insufficient progress", "the concern about self-harm")]),
    ("Education: reasonable progress", [("reasonable progress", "Education")]),
]  # fmt: skip


@pytest.mark.parametrize(("words", "grades"), PROGRESS)
def test_judgments_of_progress_are_grades(words: str, grades: list[tuple[str, str]]) -> None:
    assert _grades(_REVIEW + words) == grades
    assert all("progress" not in one for one, _ in _grades(words) if one)


COUNTED = [
    "There was good progress in one, reasonable progress in four, no meaningful progress in two.",
    "One showed good progress, four showed reasonable progress and two no meaningful progress.",
]


def test_numbers_of_judgments_of_progress() -> None:
    found = _grades(_REVIEW + COUNTED[0], "grade_count")
    assert [one[0] for one in found] == [
        "good progress",
        "reasonable progress",
        "no meaningful progress",
    ]
    assert len(_grades(_REVIEW + COUNTED[1], "grade_count")) == len(found) - 1
    assert _grades(COUNTED[0].replace("no meaningful", "little"), "grade_count") == []


NO_PROGRESS = [
    "We hope to see reasonable progress in reading.",
    "They should make good progress with the roof.",
    "Whether good progress in reading was made is not known.",
]


@pytest.mark.parametrize("words", NO_PROGRESS)
def test_hoped_for_progress_is_no_judgment(words: str) -> None:
    assert _grades(_REVIEW + words) == []


LANDLORDS = [
    ("| Consumer | C3 | First grading\n\n| Governance | G2 | Downgrade",
     [("C3", "Consumer"), ("G2", "Governance")]),
    ("It was graded C3, and moved from G1 to G2.",
     [("C3", "consumer"), ("G1", "governance"), ("G2", "governance")]),
    ("Its previous grade for viability was V1.", [("V1", "viability")]),
    ("Consumer: C4\n\nViability: V2", [("C4", "consumer"), ("V2", "viability")]),
]  # fmt: skip


@pytest.mark.parametrize(("words", "grades"), LANDLORDS)
def test_gradings_of_landlords(words: str, grades: list[tuple[str, str]]) -> None:
    assert _grades(_LANDLORD + words) == grades
    assert _grades(words) == []


def test_which_landlords_grading_was_before() -> None:
    words = _LANDLORD + "It moved from G1 to G2. Its previous consumer grade was C2."
    lines = reading_of(words, kind="other").lines()
    found = [one["fields"]["standing"] for one in lines if one["kind"] == "grade"]
    assert found == ["previous", "awarded", "previous"]


NO_MARKS = [
    "Grades run from C1 to C4.",
    "C3 means that there are serious failings.",
    "A landlord could be graded G3 for this.",
    "It aims for C2 by 2033.",
]


@pytest.mark.parametrize("words", NO_MARKS)
def test_the_scale_of_landlords_is_no_grading(words: str) -> None:
    assert _grades(_LANDLORD + words) == []


def test_what_is_outstanding_is_not_done() -> None:
    log = "HMICFRS came.\n\n| Action | Owner | Status\n\n| List the cells | Clerk | Outstanding"
    assert _grades(log) == []
    assert _grades("HMICFRS came. Not done: 11 assessments are outstanding.") == []
    assert _grades("We hear that a force is good at this and inadequate at that, by HMIC.") == []


PRISON = "HM Inspectorate of Prisons has inspected HMP Marl.\n\n"
OUTCOMES = [
    ("You graded safety poor and purposeful activity not sufficiently good.",
     [("poor", "safety"), ("not sufficiently good", "purposeful activity")]),
    ("They called safety there “poor”.", [("poor", "safety")]),
    ("Respect had improved and was now reasonably good. Safety, however, had slipped to poor.",
     [("reasonably good", "Respect"), ("poor", "Safety")]),
    ("Safety at Marl is poor. So is purposeful activity, poor after years at not sufficiently "
     "good.", [("poor", "Safety"), ("poor", "purposeful activity"),
               ("not sufficiently good", "purposeful activity")]),
    ("Four years ago it was reasonably good at keeping people safe. It is now poor.",
     [("reasonably good", "keeping people safe"), ("poor", "keeping people safe")]),
    ("Safety had fallen to our lowest judgement, poor.", [("poor", "Safety")]),
    ("The one bright sign was preparation for release, which had risen to reasonably good.",
     [("reasonably good", "preparation for release")]),
    ("Respect and release were each good.",
     [("good", "Respect"), ("good", "preparation for release")]),
    # look-alikes
    ("Health care was good, and the food poor.", []),
    ("Complaints about safety were poor reading.", []),
    ("We hope that safety would be good and respect reasonably good.", []),
]  # fmt: skip


@pytest.mark.parametrize(("words", "grades"), OUTCOMES)
def test_outcomes_of_a_prison_as_others_tell_them(
    words: str, grades: list[tuple[str, str]]
) -> None:
    lines = reading_of(PRISON + words, kind="news").lines()
    found = [
        (one["quote"]["exact"], one["fields"]["question"])
        for one in lines
        if one["kind"] == "grade"
    ]
    assert sorted(found) == sorted(grades)


def test_a_story_may_give_the_grades_of_a_landlord_without_its_regulators_words() -> None:
    told = "Dunford Homes was handed a C3 and had its governance marked down from G1 to G2."
    lines = [one for one in reading_of(told, kind="news").lines() if one["kind"] == "grade"]
    assert [(one["quote"]["exact"], one["fields"]["question"]) for one in lines] == [
        ("C3", "consumer"),
        ("G1", "governance"),
        ("G2", "governance"),
    ]
    plain = "The van was given a C3 pass and left by gate G2 of the yard."
    assert not [one for one in reading_of(plain).lines() if one["kind"] == "grade"]


_ASPECTS = (
    "# Marl area: inspection of casework\n\n| Aspect of casework | Score | Rating\n\n"
    "| Advice | 81% | Excellent\n\n| Letters | 66% | Good\n\n| Files | 40% | Poor"
)


def test_the_words_from_excellent_to_poor_are_grades_in_a_table_of_an_inspection() -> None:
    wanted = [("excellent", "Advice"), ("good", "Letters"), ("poor", "Files")]
    assert sorted(_grades(_ASPECTS)) == sorted(wanted)
    fair = _ASPECTS.replace("Poor", "Fair").replace("Score | Rating", "Score | Judgement")
    assert ("fair", "Files") in _grades(fair)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("inspection of casework", "papers for the board"),
        ("Aspect of casework", "Roof or wall"),
        ("Rating", "Weather"),
        ("40% | Poor", "40% | Poor files cost us time"),
    ],
)
def test_poor_is_an_everyday_word_elsewhere(old: str, new: str) -> None:
    assert "poor" not in [one for one, _ in _grades(_ASPECTS.replace(old, new))]
