"""Names that end in a place, given names alone in a list, and bodies and posts that are nobody."""

from typing import Any

import pytest
from tests.unit.reading.making import reading_of


def _records(words: str) -> list[dict[str, Any]]:
    lines = reading_of(words, kind="minutes").lines()
    return [one["fields"] for one in lines if one["kind"] == "person"]


def _names(words: str) -> list[str]:
    return sorted(one["name"] for one in _records(words))


LISTED = [
    ("There: Agnes, Piers, Big Tom and Ada Roe, clerk", ["Ada Roe", "Agnes", "Big Tom", "Piers"]),
    ("Here: Ada Roe (Chair), Imran Sheikh, Piers Hale", ["Ada Roe", "Imran Sheikh", "Piers Hale"]),
    ("Attending: Una Orme (Chair), Hugh Gate, Ada Lane", ["Ada Lane", "Hugh Gate", "Una Orme"]),
    ("Apols Una Orme (UNITE), Piers Hale (HR)", ["Piers Hale", "Una Orme"]),
    ("2. Apologies. Cllr Una Orme.", ["Una Orme"]),
    ("3. Apologies for absence. Una Orme and Piers Hale.", ["Piers Hale", "Una Orme"]),
    ("PRESENT: Messrs. A. Dunn and V. Hale", ["A. Dunn", "V. Hale"]),
    ("Attending: Una Orme, CFO (chair); Piers Hale, Property Lawyer", ["Piers Hale", "Una Orme"]),
    ("Present: Una Orme (Independent Reviewer, Chair), Piers Hale (Police)",
     ["Piers Hale", "Una Orme"]),
    ("Una Orme, Chief Prosecutor", ["Una Orme"]),
]  # fmt: skip


@pytest.mark.parametrize(("words", "names"), LISTED)
def test_a_list_names_these_and_no_others(words: str, names: list[str]) -> None:
    assert _names(words) == names


def test_a_column_of_apologies_lists_people_who_are_away() -> None:
    words = "| Attendees | Apologies\n\n| Una Orme – Dunford Council | Piers Hale – Probation"
    assert {one["name"]: one["presence"] for one in _records(words)} == {
        "Una Orme": "present",
        "Piers Hale": "apologies",
    }


PROSE = [
    ("The inquest into the death of Hugh James Orme, aged 27, is over. Mr Hugh Orme had come.",
     ["Hugh James Orme"]),
    ("Tenant Una Orme, who sits on the board, said that it was late.", ["Una Orme"]),
    ("IM said Silver Tide had been cut by half.", []),
    ("Piers Hale, chief executive of Dun Rape Crisis, said: “It is late.”", ["Piers Hale"]),
    ("RESOLVED: That Councillor Orme be elected Chair and Councillor Vale Vice-Chair.", []),
]  # fmt: skip


@pytest.mark.parametrize(("words", "names"), PROSE)
def test_prose_names_these_and_no_others(words: str, names: list[str]) -> None:
    assert [one for one in _names(words) if " " in one] == names


NOBODY = [
    "HM Dun Prosecution Service Inspectorate\n\n4 May 2031\n\nDear Chief Constable",
    "Marl Combined Authority\n\n4 May 2031\n\nDear Chief Constable",
    "Deputy Mayor for Policing, Marl Vale Authority\n\n4 May 2031\n\nDear Home Secretary",
    "Chief Executive, Dun Valley NHS Trust\n\n4 May 2031\n\nDear Chief Executive",
    "Our judgement: Marl Homes Limited (LH1234)",
]


@pytest.mark.parametrize("words", NOBODY)
def test_a_body_is_nobody(words: str) -> None:
    assert _names(words) == []


def test_two_titles_stand_before_one_name() -> None:
    assert _names(
        "Chair: The Revd Canon Una Orme\n\nPresent: Rev Canon Piers Hale (lay), Ada Roe"
    ) == [
        "Ada Roe",
        "Rev Canon Piers Hale",
        "The Revd Canon Una Orme",
    ]


def test_a_surname_is_somebody_who_is_named_with_an_initial() -> None:
    assert _names("To: Cllr B Orme, Chair, Dun Authority\n\nDear Councillor Orme") == ["B Orme"]


@pytest.mark.parametrize(
    "words",
    [
        "Mr J. Pemberton, Headteacher",
        "Our thanks go to Mr J. Pemberton, Headteacher, for his help.",
        "The head teacher is Dr J. Pemberton, who came in May.",
        "Questions went to the Head (Mrs J. Pemberton) that day.",
    ],
)
def test_a_name_behind_a_title_is_quoted_to_its_last_letter(words: str) -> None:
    lines = [one for one in reading_of(words).lines() if one["kind"] == "person"]
    assert [one["quote"]["exact"][-12:] for one in lines] == ["J. Pemberton"]


ALONE = [
    ("The gate was looked at. Mrs Pember will have it repaired.", ["Mrs Pember"]),
    ("Dr Quayle has bought two vans. Cllr Pember said that it was late.", ["Dr Quayle", "Pember"]),
    ("Mrs Una Pember came. Mrs Pember will have it repaired.", ["Una Pember"]),
    ("A Mrs Pember asked about cars. Mrs Pember said that they were loud.", []),
    ("We rang Mr Pember’s mother. Dr Council said no.", []),
]


@pytest.mark.parametrize(("words", "names"), ALONE)
def test_a_title_and_a_surname_are_somebody_who_does_something(
    words: str, names: list[str]
) -> None:
    assert _names(words) == names
