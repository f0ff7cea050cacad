"""Outcomes of prisons, judgments of progress and gradings of landlords, told in other words."""

import pytest
from tests.unit.reading.making import GAZETTEER, reading_of

from answerable.reading.formats import canonical
from answerable.reading.reading import read

Grade = tuple[str, str | None]


def _grades(words: str) -> list[Grade]:
    found = [one for one in reading_of(words, kind="other").lines() if one["kind"] == "grade"]
    return [(one["quote"]["exact"].lower(), one["fields"]["question"]) for one in found]


TOLD = [
    ("Inspectors went to HMP Crag. There was no change in purposeful activity, which they again "
     "scored as poor.", [("poor", "purposeful activity")]),
    ("Inspectors went to Cragmoor Prison. In respect, the outcome was not sufficiently good.",
     [("not sufficiently good", "respect")]),
    ("The inspection of HMP Crag is out.\n\nPoor for safety. Poor for work.",
     [("poor", "safety"), ("poor", "work")]),
    ("Inspectors of HMP Crag saw one light, resettlement, up to reasonably good.",
     [("reasonably good", "resettlement")]),
    ("Inspectors went to HMP Crag.\n\n# Safety\n\nWe found that it remained reasonably good.",
     [("reasonably good", "Safety")]),
    ("This is a review of progress.\n\n# Violence\n\nReasonable progress.",
     [("reasonable progress", "Violence")]),
    ("After a review of progress we found good progress on keys, but insufficient progress here.",
     [("good progress", "keys"), ("insufficient progress", None)]),
    ("To the board: you are now a C3 landlord and G2 for governance.",
     [("c3", "consumer"), ("g2", "governance")]),
]  # fmt: skip


@pytest.mark.parametrize(("words", "grades"), TOLD)
def test_an_outcome_is_told_in_other_words(words: str, grades: list[Grade]) -> None:
    assert _grades(words) == grades


NONE = [
    "Inspectors went to HMP Crag. The bread was reasonably good value and the soup poor.",
    "Inspectors of HMP Crag hope that safety will be reasonably good.",
    "Our outcomes may be good, reasonably good, not sufficiently good or poor at HMP Crag, said "
    "the inspectors.",
    "Good progress was made on the roof of the gym.",
    "The way to platform C3 for the train is shut.",
]


@pytest.mark.parametrize("words", NONE)
def test_other_things_have_no_outcome(words: str) -> None:
    assert _grades(words) == []


def test_a_row_of_key_and_value_heads_no_columns() -> None:
    rows = (("Provider", "Marl Homes Limited"), ("Consumer", "C3"), ("Governance", "G2"))
    cells = "".join(f"<tr>{''.join(f'<td>{one}</td>' for one in row)}</tr>" for row in rows)
    page = f"<html><body><h1>Regulatory judgement</h1><table>{cells}</table></body></html>"
    text = canonical(page.encode(), media_type="text/html", name="judgement.html")
    lines = read(text, profiles=(), gazetteer=GAZETTEER).lines()
    found = [one["fields"] for one in lines if one["kind"] == "grade"]
    assert [(one["question"], one["value"], one["institution"]) for one in found] == [
        ("Consumer", "C3", "Marl Homes Limited"),
        ("Governance", "G2", "Marl Homes Limited"),
    ]


@pytest.mark.parametrize("sign", ["⚖ ", "", "● "])
def test_outcomes_in_one_line_may_have_a_sign_or_nothing_between_them(sign: str) -> None:
    line = f"{sign}Safety: Poor {sign}Respect: Poor {sign}Care: Not sufficiently good"
    found = _grades(f"Inspectors went to HMP Crag. Its scores: {line}")
    assert [(grade, str(question).lower()) for grade, question in found] == [
        ("poor", "safety"),
        ("poor", "respect"),
        ("not sufficiently good", "care"),
    ]


def test_a_prison_is_known_by_what_it_is_said_to_be_and_not_by_its_county() -> None:
    words = (
        "Crag Moor is a category C training and resettlement prison near Wexley in Marlshire."
        " Inspectors of prisons came in May. Safety was poor."
    )
    lines = reading_of(words, kind="other").lines()
    assert [one["fields"]["institution"] for one in lines if one["kind"] == "grade"] == [
        "Crag Moor"
    ]


def test_a_share_that_was_graded_is_the_grade_of_nobody() -> None:
    assert not _grades("Last year we rated 70 per cent of the 33 services inspected as ‘good’.")
    assert _grades("Last year we rated the service that we inspected as ‘good’.")
