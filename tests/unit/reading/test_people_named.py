"""How a person's name is cut: titles that belong to it, posts and labels that do not."""

import pytest
from tests.unit.reading.making import reading_of


def _people(words: str, kind: str = "other") -> dict[str, str | None]:
    return {
        one["fields"]["name"]: one["fields"]["role"]
        for one in reading_of(words, kind=kind).lines()
        if one["kind"] == "person"
    }


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("The commissioner, Dame Una Orme, said that it was late.", "Dame Una Orme"),
        ("# Present\n\nProfessor Ada Crewe, Chief Nurse", "Professor Ada Crewe"),
        ("# Present\n\nDr Piers Hale (PH), Medical Director", "Dr Piers Hale"),
        ("Yours sincerely\n\nSir Tom Vale\n\nHM Chief Inspector of Constabulary", "Sir Tom Vale"),
        ("Chief Constable Sir Tom Vale said that it was late.", "Sir Tom Vale"),
        ("The panel was chaired by Lord Piers Hale.", "Lord Piers Hale"),
        ("The clerk, Mr Piers Hale, said that it was late.", "Piers Hale"),
        ("The leader, Cllr Ada Crewe, said that it was late.", "Ada Crewe"),
        ("Governor Ewan Hale told us that it was late.", "Ewan Hale"),
    ],
)
def test_a_title_that_is_conferred_belongs_to_the_name_and_a_courtesy_does_not(
    words: str, name: str
) -> None:
    assert list(_people(words)) == [name]


def test_a_person_named_with_and_without_a_title_is_one() -> None:
    words = "The commissioner, Una Orme, was late. Dame Una Orme said that the road was shut."
    assert list(_people(words)) == ["Dame Una Orme"]


@pytest.mark.parametrize(
    "words",
    [
        "| Ref | Action | Owner\n\n| 7 | Ring the school | DCC Vale",
        "| 7 | Ring the school (Ch Insp Vale) | May",
        "ACC Vale to ring the school",
        "- Supt Vale: ring the school",
    ],
)
def test_the_owner_of_an_action_is_no_person_of_the_record(words: str) -> None:
    assert not _people(words, "minutes")


def test_a_surname_behind_a_rank_is_a_person_in_prose() -> None:
    assert _people("In May DCC Vale said that it was late.") == {"Vale": "DCC"}
