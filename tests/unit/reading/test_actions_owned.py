"""Owners of actions: as they are written, with the office and the person that a list gives."""

from typing import Any

import pytest
from tests.unit.reading.making import reading_of

_PRESENT = (
    "# Present\n\nRuth Vane (RV) – Deputy Chief Constable\n\nAda Crewe (AC) – Treasurer\n\n"
    "Cllr Ivo Tarn (IT)\n\n# Item\n\n"
)


def _actions(words: str, kind: str = "minutes") -> list[dict[str, Any]]:
    lines = [one for one in reading_of(words, kind=kind).lines() if one["kind"] == "action"]
    return [
        dict(one["fields"], exact=one["quote"]["exact"], inferred=one.get("inferred", {}))
        for one in lines
    ]


@pytest.mark.parametrize(
    ("written", "office", "person", "listed"),
    [
        ("RV", "Deputy Chief Constable", "Ruth Vane", {"owner_office", "owner_person"}),
        ("Ruth Vane", "Deputy Chief Constable", "Ruth Vane", {"owner_office"}),
        ("DCC", None, "Ruth Vane", {"owner_person"}),
        ("DCC Vane", "DCC", "Ruth Vane", {"owner_person"}),
        ("Treasurer", None, "Ada Crewe", {"owner_person"}),
        ("Cllr Tarn", None, "Ivo Tarn", {"owner_person"}),
        ("RV/AC", "Deputy Chief Constable / Treasurer", "Ruth Vane / Ada Crewe",
         {"owner_office", "owner_person"}),
        ("Insp Hale", None, "Hale", set()),
        ("Head of Fleet", None, None, set()),
        ("ZQ", None, "ZQ", set()),
    ],
)  # fmt: skip
def test_an_owner_stays_as_written_and_the_list_says_which_office_and_who(
    written: str, office: str | None, person: str | None, listed: set[str]
) -> None:
    """The list of those present gives the office and the name; neither replaces the words."""
    (found,) = _actions(f"{_PRESENT}Action: {written} to count the keys")
    assert found["owner"] == written
    assert (found["owner_office"], found["owner_person"]) == (office, person)
    assert {name for name in found["inferred"] if name.startswith("owner")} == listed


def test_a_name_behind_an_office_in_a_cell_is_the_person_in_it() -> None:
    table = "| Action | Owner | Due\n\n| Count the keys | Head of Fleet (D. Egerton) | 3 May 2031"
    (found,) = _actions(table, "action-log")
    assert found["owner"] == "Head of Fleet (D. Egerton)"
    assert (found["owner_office"], found["owner_person"]) == ("Head of Fleet", "D. Egerton")
