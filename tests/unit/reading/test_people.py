"""Lists of people as papers of meetings write them: who, in what post, and how they were there."""

import pytest
from tests.unit.reading.making import reading_of

from answerable.reading.people.person_entries import entries

Found = tuple[str, str | None, str | None]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (
            "T Elwood (in the chair), G Pomfret, L Sayle",
            [("T Elwood", None, None), ("G Pomfret", None, None), ("L Sayle", None, None)],
        ),
        (
            "Deputy Chief Fire Officer C Ibbot; Area Manager N Frayne",
            [
                ("C Ibbot", "Deputy Chief Fire Officer", None),
                ("N Frayne", "Area Manager", None),
            ],
        ),
        (
            "Councillors K. Bannis (Marl City Council) and L. Pryce",
            [
                ("K. Bannis", "Councillor", "Marl City Council"),
                ("L. Pryce", "Councillor", None),
            ],
        ),
        (
            "Head of Crime and Custody Donna Stone",
            [("Donna Stone", "Head of Crime and Custody", None)],
        ),
        ("The Rt Hon Sabine Keogh MP", [("Sabine Keogh", None, None)]),
        ("Marl Street Conference Room", []),
        ("Karen Rowe welcomed everybody to the meeting", []),
    ],
)
def test_each_entry_of_a_list_is_one_person(words: str, found: list[Found]) -> None:
    """Protects names with initials, posts before them, and lists without a name."""
    given = entries(words, 0, len(words), inline=True)
    assert [(one.name, one.role, one.organisation) for one in given] == found


def test_a_table_says_who_sent_apologies() -> None:
    words = (
        "| Attendee | Role | Attendance\n\n| Cllr Robert Mad | Chair | Present"
        "\n\n| Philippa Dunne | Independent Member | Apologies"
    )
    found = {
        line["fields"]["name"]: line["fields"]["presence"]
        for line in reading_of(words, kind="minutes").lines()
        if line["kind"] == "person"
    }
    assert found["Philippa Dunne"] == "apologies"
    assert found["Robert Mad"] in ("present", "chair")


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("By Annabel Furnival, crime correspondent\n\nWe asked why.", "Annabel Furnival"),
        ("Ch Insp Bettany Rudd, Staff Officer", "Bettany Rudd"),
        ("Cc: Ruth Vane <r.vane@anyshire.example>, Press <p@anyshire.example>", "Ruth Vane"),
    ],
)
def test_a_name_holds_no_word_of_its_line(words: str, name: str) -> None:
    """Protects names: "By Annabel Furnival" and "Ch Insp Bettany Rudd" were read as names."""
    people = [one for one in reading_of(words).lines() if one["kind"] == "person"]
    assert {one["fields"]["name"] for one in people} == {name}
