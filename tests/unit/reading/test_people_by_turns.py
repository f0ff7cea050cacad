"""A table of who was there whose cells each stand on a line of their own."""

import pytest
from tests.unit.reading.making import reading_of


def _people(lines: list[str]) -> dict[str, tuple[object, object]]:
    found = reading_of("\n\n".join(lines)).records
    return {
        str(one.fields["name"]): (one.fields.get("role"), one.fields["presence"])
        for one in found
        if one.kind == "person"
    }


def test_name_and_post_by_turns_are_one_person_each() -> None:
    lines = [
        "# Present:-", "# Members", "# Role", "# Tilda McPEMBER", "# Chief Officer",
        "# Oswin TREWIN", "# Person who cares unpaid in the area of the council",
        "# Hettie VALE", "# Holme Carers Centre",
        "# Apologies were submitted on behalf of:-", "# Members", "# Role",
        "# Ida MacORME", "# Registered Nurse", "# Ned CREWE (Chairperson)",
        "Nominated by Holme Council (Elected Member)",
    ]  # fmt: skip
    assert _people(lines) == {
        "Tilda McPEMBER": ("Chief Officer", "present"),
        "Oswin TREWIN": ("Person who cares unpaid in the area of the council", "present"),
        "Hettie VALE": ("Holme Carers Centre", "present"),
        "Ida MacORME": ("Registered Nurse", "apologies"),
        "Ned CREWE": ("Chairperson", "apologies"),
    }


def test_three_columns_by_turns() -> None:
    lines = [
        "In attendance", "Name", "Designation", "Organisation",
        "Helen Pember", "Head of Estates", "Holme Hospital",
        "Peter Trewin", "Finance Lead", "Marl Water Trust",
    ]  # fmt: skip
    assert _people(lines) == {
        "Helen Pember": ("Head of Estates", "present"),
        "Peter Trewin": ("Finance Lead", "present"),
    }


@pytest.mark.parametrize(
    "lines",
    [
        ["Attendance", "Holme Park", "Marl Wood", "Trewin Green", "Vale Road"],
        ["Present", "North Ward", "Twelve Seats", "South Ward", "Nine Seats"],
        ["Plan for attendance", "Holme PRIMARY", "Reading and Writing.", "Marl SCHOOL", "Sums."],
        ["Attendance", "Spring TERM", "95 per cent", "Summer TERM", "94 per cent"],
        ["Attendance", "Holme SCHOOL", "North Ward", "Marl COLLEGE", "South Ward"],
        ["Present", "Helen Pember", "Zubeyr Trewin", "Peter Vale", "Oluchi Crewe"],
        ["Present state", "Safe WARDS", "The work goes on:", "Open DOORS", "It is done."],
    ],
)
def test_places_and_figures_by_turns_are_nobody(lines: list[str]) -> None:
    assert not [one for one, (role, _) in _people(lines).items() if role]


@pytest.mark.parametrize(
    "line",
    [
        "Councillors: A. Orme, V. Vale,  T. Pember          Parishioners: 2",
        "Present: A. Orme, V. Vale, T. Pember Members of the public: 4",
    ],
)
def test_the_next_label_of_a_line_is_no_name(line: str) -> None:
    assert set(_people([line])) == {"A. Orme", "V. Vale", "T. Pember"}


def test_apologies_run_into_the_list_of_who_was_there_are_no_name() -> None:
    line = "PRESENT: Cllr A Orme (Mayor) Cllr A Vale Cllr C Trewin APOLOGIES: Cllr J Crewe"
    assert set(_people([line])) == {"A Orme", "A Vale", "C Trewin", "J Crewe"}
