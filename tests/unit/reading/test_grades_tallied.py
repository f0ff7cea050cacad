"""Numbers of grades told together, in many hands; a number beside praise is none."""

import pytest
from tests.unit.reading.making import reading_of


def _counts(words: str) -> list[tuple[str, int]]:
    return [
        (one["fields"]["value"], one["fields"]["n"])
        for one in reading_of(words).lines()
        if one["kind"] == "grade_count"
    ]


G, R, A, I, O = "good", "requires improvement", "adequate", "inadequate", "outstanding"  # noqa: E741
TOLD = [
    ("PEEL 2031: good twice, requires improvement once, adequate six times.",
     [(G, 2), (R, 1), (A, 6)]),
    ("1.1 In March 2031 HMICFRS found us outstanding in one area, good in six and adequate in"
     " three.", [(O, 1), (G, 6), (A, 3)]),
    ("The force picked up three goods, four adequates and one requires improvement.",
     [(G, 3), (A, 4), (R, 1)]),
    ("Of the eight questions the inspectors graded, five came out as good and three as adequate.",
     [(G, 5), (A, 3)]),
    ("Good: 5. Adequate: 3. Requires improvement: 1.", [(G, 5), (A, 3), (R, 1)]),
    ("Requires improvement: four areas. Good: three areas.", [(R, 4), (G, 3)]),
    ("We were graded requires improvement on three occasions and good on five.",
     [(R, 3), (G, 5)]),
    ("Inspectors handed out four 'good' grades and two of 'inadequate'.", [(G, 4), (I, 2)]),
    ("Half a dozen good grades, said the chief, and only one inadequate.", [(G, 6), (I, 1)]),
    ("Good in 5/9, adequate in 3/9, inadequate in 1/9.", [(G, 5), (A, 3), (I, 1)]),
    ("In all, 14 services in the region now hold a rating of good and three of outstanding.",
     [(G, 14)]),
    ("They marked us adequate four times over and good only once.", [(A, 4), (G, 1)]),
    ("Out of nine: good 6, adequate 2, inadequate 1.", [(G, 6), (A, 2), (I, 1)]),
    ("Rated good three times and outstanding twice since 2019.", [(G, 3), (O, 2)]),
    ("Nine prisons in the group were found to be good for safety.", [(G, 9)]),
    ("Summary: outstanding x1, good x4, adequate x3.", [(O, 1), (G, 4), (A, 3)]),
    ("The inspectors gave us adequate on four counts and requires improvement on two.",
     [(A, 4), (R, 2)]),
    ("Requires improvement was given in four areas, good in one.", [(R, 4), (G, 1)]),
    ("A tally of the grades: good 4; adequate 3; requires improvement 2; inadequate 0.",
     [(G, 4), (A, 3), (R, 2), (I, 0)]),
    ("Ratings for the 12 homes: Good (7), Requires improvement (4), Inadequate (1)",
     [(G, 7), (R, 4), (I, 1)]),
    ("The report card reads: good, 3; adequate, 5; inadequate, 1.", [(G, 3), (A, 5), (I, 1)]),
    ("I count four goods, and two inadequates.", [(G, 4), (I, 2)]),
]  # fmt: skip


@pytest.mark.parametrize(("words", "counts"), TOLD)
def test_numbers_of_grades(words: str, counts: list[tuple[str, int]]) -> None:
    assert _counts(words) == counts


NONE = [
    "He has been to good schools twice.",
    "It was good of her to come twice.",
    "It was good twice.",
    "The work was good and 3 officers said so.",
    "Parking is adequate at two sites.",
    "Good 3 bedroom homes are adequate for 4 people.",
    "Section 4: Good practice. Section 5: Adequate cover.",
    "Good: a force that meets 3 standards.",
    "Good: 5.",
]


@pytest.mark.parametrize("words", NONE)
def test_praise_beside_a_number(words: str) -> None:
    assert not _counts(words)


def _grades(words: str) -> list[tuple[str, str | None, str]]:
    return [
        (one["fields"]["value"], one["fields"]["question"], one["fields"]["standing"])
        for one in reading_of(words).lines()
        if one["kind"] == "grade"
    ]


def test_a_list_headed_how_we_graded() -> None:
    words = (
        "# Dunshire Fire and Rescue\n\n# How we graded the brigade\n\n- Preventing fires: good\n\n"
        "- Use of money: adequate"
    )
    assert [one[:2] for one in _grades(words)] == [(G, "Preventing fires"), (A, "Use of money")]
    assert not _grades(words.replace("How we graded the brigade", "How we grade"))


def test_a_judgment_behind_its_concern() -> None:
    words = (
        "# Independent review of progress\n\n# 1. Time out of cell\n\n"
        "Concern: men came out for an hour a day. Our judgment: insufficient progress"
    )
    assert _grades(words) == [("insufficient progress", "Time out of cell", "awarded")]
    assert not _grades(words.replace("Our judgment: insufficient", "They ask for good"))


def test_the_grade_before_in_a_column_of_changes() -> None:
    words = (
        "| Area | Grade | Change\n\n| Custody | Good | Up from adequate\n\n| Vans | Good | None"
    )
    assert (A, "Custody", "previous") in _grades(words)
    assert len(_grades(words)) == 3
    assert len(_grades(words.replace("Up from adequate", "Up to us"))) == 2


def test_questions_of_one_cell() -> None:
    words = "| Good | Adequate\n\n| Custody; Leadership | Vans"
    assert [one[1] for one in _grades(words)] == ["Custody", "Leadership", "Vans"]


def test_marks_of_the_regulator_of_landlords() -> None:
    words = "The Regulator had graded us C3, G2 and V2."
    assert [one[0] for one in _grades(words)] == ["C3", "G2", "V2"]
    assert not _grades("Rooms C3, G2 and V2 are shut.")


def test_a_cell_that_says_who_graded() -> None:
    words = "| No | Item | Note\n\n| 3 | Visits | Five vacancies. Scheme judged good by ourselves."
    assert [one[0] for one in _grades(words)] == [G]
