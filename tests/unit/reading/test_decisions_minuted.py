"""Resolutions as the pages of councils have them: without "RESOLVED", in lists, of minutes."""

import pytest
from tests.unit.reading.making import reading_of

HELD = "There were no declarations of interest."


def _found(words: str, kind: str = "minutes") -> list[str]:
    lines = reading_of(words, kind=kind).lines()
    return [one["quote"]["exact"].rstrip(" .;") for one in lines if one["kind"] == "decision"]


@pytest.mark.parametrize(
    ("words", "exact"),
    [
        ("That the report be noted.", "That the report be noted"),
        ("That the budget of £2.4m for vans be duly approved;",
         "That the budget of £2.4m for vans be duly approved"),
        ("That under section 5 of the Act the public be excluded from the meeting on the grounds"
         " that names would be told.",
         "That under section 5 of the Act the public be excluded from the meeting"),
        ("(b) That a paper be requested from the Clerk, saying why keys are lost.",
         "That a paper be requested from the Clerk, saying why keys are lost"),
        ("That Councillor Ada Orr be elected Chair of the Panel.",
         "That Councillor Ada Orr be elected Chair of the Panel"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("kind", ["minutes", "agenda", "other"])
def test_a_paragraph_that_be_is_what_was_resolved(words: str, exact: str, kind: str) -> None:
    assert exact in _found(f"{HELD}\n\n{words}", kind)


@pytest.mark.parametrize(
    "words",
    [
        "Recommendation:\n\nThat the report be noted.",
        "Councillor Orr moved, seconded by Mrs Lamb:\n\nThat the vans be sold.",
        "To consider the following resolution:\n\nThat the public be excluded.",
        "That the Commissioner be asked to count the hydrants.",
        "That may be completed in May.",
        "That this would be closed was known.",
    ],
)
def test_what_is_only_asked_for_is_no_decision(words: str) -> None:
    assert _found(f"{HELD}\n\n{words}") == []


def test_an_agenda_to_come_decides_nothing() -> None:
    assert _found("Agenda\n\nThat the report be noted.", "agenda") == []


@pytest.mark.parametrize(
    "words",
    [
        "The minutes of the meeting held on 2 May 2031 were agreed as a true record",
        "The minutes of the 2 May 2031 meeting were reviewed and agreed",
        "The public minutes of the last meeting were then confirmed and signed by the Chair",
        "Mr Ivo Lamb was elected as Chair of the Board until May 2032",
        "Councillor Ada Orr was duly re-elected Vice-Chair",
    ],
)
def test_minutes_agreed_and_elections(words: str) -> None:
    assert _found(f"{words}.") == [words]


def test_what_stands_behind_minutes_in_one_cell_of_a_page() -> None:
    words = "Minutes of last meeting To confirm them Minutes: The minutes were agreed."
    assert _found(words) == ["The minutes were agreed"]


@pytest.mark.parametrize(
    "words",
    [
        "The minutes of the last meeting were not agreed.",
        "To agree the minutes of the meeting held on 2 May 2031.",
        "She said that she had once been elected Chair of a school.",
        "Mr Lamb was elected to Marlby Council.",
    ],
)
def test_what_looks_alike_is_none(words: str) -> None:
    assert _found(words) == []


@pytest.mark.parametrize(
    "lead",
    ["After debate, the Committee unanimously resolved to:", "The Board resolved :-",
     "# The Panel resolved :-", "RESOLVED:\n\nThat", "Decision:\n\nThat"],
)  # fmt: skip
def test_each_thing_of_the_list_is_a_decision_and_the_lead_is_none(lead: str) -> None:
    words = (
        f"{lead}\n\n(i)            note the report;\n\n(ii)          amend item 3 to say June;"
        "\n\n(iii)         keep the yard."
    )
    assert _found(words) == ["note the report", "amend item 3 to say June", "keep the yard"]


def test_other_heads_of_a_notice_end_its_decision() -> None:
    words = (
        "Decision:\n\nThe lease of the yard is renewed.\n\nReasons for the decision:\n\nThe yard"
        " is used each day.\n\nAlternative options considered:\n\nNone.\n\nWards"
        " Affected: (Quay Ward);\n\nPublication date: 1/6/2031"
    )
    assert _found(words, "decision") == ["The lease of the yard is renewed"]
