"""Numbers of grades in other words: as plurals, of how many, and none at all."""

import pytest
from tests.unit.reading.making import reading_of

_PAPER = "HMICFRS has inspected us.\n\n"


def _counts(words: str) -> list[tuple[str, int, int | None]]:
    lines = reading_of(_PAPER + words, kind="other").lines()
    found = (one["fields"] for one in lines if one["kind"] == "grade_count")
    return [(one["value"], one["n"], one["of"]) for one in found]


COUNTED = [
    ("In short: two goods, four adequates, two requires improvements and one inadequate.",
     [("good", 2, None), ("adequate", 4, None), ("requires improvement", 2, None),
      ("inadequate", 1, None)]),
    ("Of the 26 forces we have seen, 11 were good, nine adequate and one was inadequate.",
     [("good", 11, 26), ("adequate", 9, 26), ("inadequate", 1, 26)]),
    ("In the last cycle six were good.", [("good", 6, None)]),
    ("There was one inadequate.", [("inadequate", 1, None)]),
    ("It got only one “good”.", [("good", 1, None)]),
    ("It would be unfair not to mention that the force is good in two areas.",
     [("good", 2, None)]),
    ("Three of the seven areas were good and none was inadequate.",
     [("good", 3, 7), ("inadequate", 0, None)]),
    ("We judged the force outstanding in none of them, good in only one and inadequate in two.",
     [("outstanding", 0, None), ("good", 1, None), ("inadequate", 2, None)]),
    ("There are two areas in which it requires improvement.", [("requires improvement", 2, None)]),
]  # fmt: skip


@pytest.mark.parametrize(("words", "counts"), COUNTED)
def test_numbers_of_grades(words: str, counts: list[tuple[str, int, int | None]]) -> None:
    assert _counts(words) == counts


NONE = [
    "There were two good dogs in the van.",
    "They had two outstanding invoices.",
    "There were three outstanding.",
    "The shop sells two goods vans.",
    "None was inadequate.",
]


@pytest.mark.parametrize("words", NONE)
def test_other_numbers_are_no_grades(words: str) -> None:
    assert _counts(words) == []


def test_a_number_of_grades_may_name_their_questions() -> None:
    words = "Four of nine areas were good: custody, vetting, leadership and prevention."
    assert _counts(words) == [("good", 4, 9)]
    lines = reading_of(_PAPER + words, kind="other").lines()
    found = [one["fields"] for one in lines if one["kind"] == "grade"]
    assert [one["question"] for one in found] == ["custody", "vetting", "leadership", "prevention"]
    assert {one["value"] for one in found} == {"good"}
    other = "Four of nine areas were good: bread, tea, jam and buns."
    assert not [one for one in reading_of(_PAPER + other).lines() if one["kind"] == "grade"]


EACH = [
    ("Two of the five forces were graded good for custody: Marlshire and Orme Vale.",
     [("Marlshire Police", "custody"), ("Orme Vale", "custody")]),
    ("Three forces have now been rated good for vetting in this cycle, Dunshire, Orme and Hale.",
     [("Dunshire Police", "vetting"), ("Orme", "vetting"), ("Hale", "vetting")]),
    ("Only two services were judged good (Dun Fire and Rescue Service and Orme Ambulance Trust).",
     [("Dun Fire and Rescue Service", None), ("Orme Ambulance Trust", None)]),
]  # fmt: skip


@pytest.mark.parametrize(("words", "graded"), EACH)
def test_each_body_that_is_named_behind_a_number_has_its_grade(
    words: str, graded: list[tuple[str, str | None]]
) -> None:
    paper = "HMICFRS has inspected Marlshire Police and Dunshire Police.\n\n"
    lines = reading_of(paper + words, kind="other").lines()
    found = [one["fields"] for one in lines if one["kind"] in ("grade", "grade_count")]
    assert [(one.get("institution"), one.get("question")) for one in found] == graded


@pytest.mark.parametrize(
    "words",
    [
        "Three forces were rated good for custody: Marlshire and Dunshire among them.",
        "Three forces were rated good for custody: Marlshire and Dunshire.",
        "Two areas were good: Custody and Vetting.",
    ],
)
def test_a_number_stays_where_not_all_are_named(words: str) -> None:
    assert len(_counts(words)) == 1


COUNTED_SO = [
    ("Of 31 visits, five authorities were judged to be inadequate, with a further 12 "
     "requiring improvement.", [("inadequate", 5, 31), ("requires improvement", 12, 31)]),
    ("We graded 22 forces as good, 8 as adequate and 1 force as inadequate.",
     [("good", 22, None), ("adequate", 8, None), ("inadequate", 1, None)]),
    ("Nine homes were judged to offer a good standard of meals.", [("good", 9, None)]),
    ("One local authority was judged inadequate.", [("inadequate", 1, None)]),
]  # fmt: skip


@pytest.mark.parametrize(("words", "found"), COUNTED_SO)
def test_authorities_and_one_force_are_counted(
    words: str, found: list[tuple[str, int, int | None]]
) -> None:
    assert _counts(words) == found


def test_a_number_beside_a_share_is_a_number_of_grades() -> None:
    words = "Half were rated ‘Good’ and five ‘Outstanding’ last spring."
    assert ("outstanding", 5, None) in _counts(words)


@pytest.mark.parametrize(
    "words",
    [
        "Ten areas have a good standard.",
        "Most were late, and five outstanding invoices were paid.",
        "The home was judged to offer a good standard of meals.",
    ],
)
def test_these_count_no_grades(words: str) -> None:
    assert _counts(words) == []
