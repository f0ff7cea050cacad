"""Tasks in lists that begin with who or by when, and tables that hand tasks out without a head."""

import pytest
from tests.unit.reading.making import reading_of


def _actions(words: str, kind: str = "minutes") -> list[tuple[str, str | None, str | None]]:
    return [
        (line["quote"]["exact"], line["fields"]["owner"], line["fields"]["due"])
        for line in reading_of(words, kind=kind).lines()
        if line["kind"] == "action"
    ]


@pytest.mark.parametrize(
    ("line", "task", "owner", "due"),
    [
        ("- Dean (council) – check who owns the alley", "check who owns the alley",
         "Dean (council)", None),
        ("- Kath & Bill – leaflet, 200 copies", "leaflet, 200 copies", "Kath & Bill", None),
        ("- Police – extra patrols on Saturdays", "extra patrols on Saturdays", "Police", None),
        ("- By 6 June 2031 – Leanne Opie to share the rota", "share the rota", "Leanne Opie",
         "2031-06-06"),
        ("- Before 1 May 2031, the Clerk will ring the bank", "ring the bank", "Clerk",
         "2031-05-01"),
        ("- 1/31/b PT: ask Kingsward to lend us a van", "ask Kingsward to lend us a van", "PT",
         None),
    ],
)  # fmt: skip
def test_a_line_of_a_list_of_actions_begins_with_who_or_when(
    line: str, task: str, owner: str, due: str | None
) -> None:
    words = f"# Actions\n\n{line}\n\n- Clerk: order the signs by 4 July 2031"
    assert (task, owner, due) in _actions(words)


@pytest.mark.parametrize(
    "line",
    [
        "- Ongoing – patch the laptops each week",
        "- IB9: explain why they were absent",
    ],
)
def test_a_label_and_a_number_are_nobody(line: str) -> None:
    words = f"# Actions\n\n{line}\n\n- Clerk: order the signs by 4 July 2031"
    assert [one[1] for one in _actions(words) if not one[0].startswith("order")] in ([None], [])


def test_a_table_below_who_does_what_hands_out_tasks() -> None:
    rows = "| Contact | Pull 120 calls | 9 April\n\n| Estates | Find a room | 16 April"
    told = f"Here is who does what:\n\n{rows}"
    found = [(task, owner) for task, owner, _ in _actions(told, "other")]
    assert found == [("Pull 120 calls", "Contact"), ("Find a room", "Estates")]
    assert _actions(f"The rota of the week is this:\n\n{rows}", "other") == []


def test_it_is_whom_the_list_before_names() -> None:
    words = (
        "# Agreed action\n\nWithin six weeks the Trust will:\n\n- refund her £310\n\n"
        "By 30 September 2031 it has agreed to:\n\n- rewrite its leaflet on appeals"
    )
    found = [one for one in _actions(words, "other") if one[0].startswith("rewrite")]
    assert found == [("rewrite its leaflet on appeals", "Trust", "2031-09-30")]
