"""Grades: whose, for what, of what standing; a count never becomes that many grades."""

from typing import Any

import pytest
from tests.unit.reading.making import reading_of


def grades(words: str, kind: str = "news") -> list[tuple[Any, ...]]:
    """Institution, value, standing and question of each grade."""
    return [
        tuple(line["fields"][name] for name in ("institution", "value", "standing", "question"))
        for line in reading_of(words, kind=kind).lines()
        if line["kind"] == "grade"
    ]


def counts(words: str) -> list[tuple[Any, ...]]:
    """Value and number of each grade count."""
    return [
        (line["fields"]["value"], line["fields"]["n"])
        for line in reading_of(words, kind="news").lines()
        if line["kind"] == "grade_count"
    ]


@pytest.mark.parametrize(
    "words",
    [
        "The inadequate areas included custody.",
        "The force is good at listening to people.",
        "Marlshire Police was not graded inadequate in any area.",
        "Marlshire Police has not yet been graded.",
        "If Marlshire Police is graded inadequate again, it will be told so.",
        "Marlshire Police would be rated good by now.",
        "Had Marlshire Police been rated good, nobody would have written.",
        "Forces are graded outstanding, good, adequate, requires improvement or inadequate.",
        "Marlshire Police hopes to be rated outstanding by 2032.",
        "We found good leadership and adequate cells at Marlshire Police.",
        "In a survey residents rated Marlshire Police as good.",
        "Readers gave Marlshire Police a rating of inadequate in our poll.",
        "Victims rated the service of Marlshire Police good, it says.",
        "Inadequate: We have causes of concern and have made recommendations.",
        "PD acknowledged that the plans had been inadequate.",
        "No area of Marlshire Police was found to be inadequate.",
        "We hope to do well, and for Marlshire Police to be rated good by 2034.",
        "The aim was to be rated good by 2033.",
    ],
)
def test_what_is_not_a_grade_awarded(words: str) -> None:
    """Protects the worst error: a grade that nobody gave."""
    assert grades(words) == []
    assert counts(words) == []


def test_a_shared_grade_is_one_record_for_each_body() -> None:
    """Protects coordination: "A and B were graded …" and "each force was graded …"."""
    found = grades("Marlshire Police and Dunshire Police were both graded adequate.")
    assert [one[:2] for one in found] == [
        ("Marlshire Police", "adequate"),
        ("Dunshire Police", "adequate"),
    ]
    each = grades("We saw Marlshire Police and Dunshire Police. Each force was graded good.")
    assert [one[0] for one in each] == ["Marlshire Police", "Dunshire Police"]


def test_each_grade_goes_to_its_own_body() -> None:
    """Protects the attribution of grades in one sentence."""
    found = grades(
        "Marlshire Police was graded inadequate, while Dunshire Police was graded good."
    )
    assert [one[:2] for one in found] == [
        ("Marlshire Police", "inadequate"),
        ("Dunshire Police", "good"),
    ]


def test_a_former_grade_is_previous() -> None:
    """Protects now from then."""
    found = grades("Marlshire Police was rated inadequate, down from good in 2025.")
    assert [one[1:3] for one in found] == [("inadequate", "awarded"), ("good", "previous")]
    moved = grades("Marlshire Police moved from inadequate to good.")
    assert [one[1:3] for one in moved] == [("inadequate", "previous"), ("good", "awarded")]


def test_questions_follow_their_grades() -> None:
    """Protects the thing graded."""
    found = grades(
        "The report rates Marlshire Police as Inadequate for its effectiveness, Requires "
        "Improvement for efficiency, and Good for legitimacy."
    )
    assert [(one[1], one[3]) for one in found] == [
        ("inadequate", "effectiveness"),
        ("requires improvement", "efficiency"),
        ("good", "legitimacy"),
    ]


def test_a_count_of_grades_is_not_a_grade() -> None:
    """Protects "good in two areas" from becoming two grades."""
    words = (
        "Marlshire Police was ‘good’ in one area, ‘adequate’ in four areas and "
        "‘requires improvement’ in four areas."
    )
    assert counts(words) == [("good", 1), ("adequate", 4), ("requires improvement", 4)]
    assert grades(words) == []


def test_an_inspectorate_is_never_the_one_graded() -> None:
    """Protects inspectors from their own grades."""
    found = grades("HMICFRS has graded Marlshire Police's response to fraud as inadequate.")
    assert found == [("Marlshire Police", "inadequate", "awarded", "response to fraud")]


def test_a_grade_follows_the_place_named_just_before() -> None:
    """Protects the neighbour of the force in question from the wrong grade."""
    words = (
        "Wold Police was graded good. Fen Police was graded good. Wold Police has a plan. "
        "Wold Police has staff.\n\nI am content with Fen. It was graded inadequate for custody."
    )
    assert grades(words)[-1][:2] == ("Fen Police", "inadequate")


def test_the_name_of_a_chief_is_no_part_of_the_body() -> None:
    """Protects a body from being named after the person who speaks for it."""
    found = grades("Chief Constable Ann Sutter of Fen Police said it was rated inadequate.")
    assert [one[0] for one in found] == ["Fen Police"]


def test_a_table_gives_this_visit_and_the_last_by_their_years() -> None:
    """Protects a grade from being taken for an earlier one, and a number for a question."""
    words = "| No. | Question | 2027/28 | 2031/33 | RAG\n\n| 1 | Custody | Good | Inadequate | Red"
    names = ("question", "value", "standing", "cycle")
    found = [
        tuple(one["fields"][name] for name in names)
        for one in reading_of(words, kind="other").lines()
        if one["kind"] == "grade"
    ]
    assert found == [
        ("Custody", "good", "previous", "2027/28"),
        ("Custody", "inadequate", "awarded", "2031/33"),
    ]


def test_a_remark_on_another_body_does_not_take_the_grade() -> None:
    words = (
        "We met Dunshire Police staff.\n\n| Question | Grade | Remark\n\n"
        "| Custody | Good | This was far better than what Marlshire Police had to show us"
    )
    assert "Marlshire Police" not in [found[0] for found in grades(words, kind="other")]


def test_an_aim_in_a_table_is_no_grade() -> None:
    words = "| Question | Grade | Target\n\n| Custody | Adequate | Outstanding"
    assert [found[1] for found in grades(words, kind="other")] == ["adequate"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (
            "Outcomes for prisoners were poor for safety and not sufficiently good for respect.",
            [("poor", "safety"), ("not sufficiently good", "respect")],
        ),
        ("Respect remained reasonably good.", [("reasonably good", "Respect")]),
        ("The food was poor and the library reasonably good.", []),
        ("Safety could become poor.", []),
    ],
)
def test_outcomes_of_prisons(words: str, found: list[tuple[str, str]]) -> None:
    """Protects everyday words in a report on a prison from being grades."""
    assert [(one[1], one[3]) for one in grades(words, kind="prisons")] == found


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Leadership is adequate; so is the workforce.", ["adequate", "adequate"]),
        ("Training is adequate, and so are the stores.", ["adequate"]),
        ("Lunch was adequate, so everybody went home.", []),
        ("In this respect the force is good.", ["good"]),
        ("4.1 The force requires improvement in the way it uses money.", ["requires improvement"]),
        ("The rating of the whole trust stays at requires improvement.", ["requires improvement"]),
        (
            "When inspectors called the force inadequate at stopping crime, she wept.",
            ["inadequate"],
        ),
        ("When officers called the force inadequate at stopping crime, she wept.", []),
        ("At your last visit responding to the public was graded adequate.", ["adequate"]),
        ("In our survey the public graded the force adequate.", []),
    ],
)
def test_a_grade_is_told_in_a_sentence_about_a_topic(words: str, expected: list[str]) -> None:
    """Protects grades that a report, a letter or a paper tells with "is", and no opinion."""
    found = reading_of(words, kind="hmicfrs").lines()
    assert [one["quote"]["exact"] for one in found if one["kind"] == "grade"] == expected
