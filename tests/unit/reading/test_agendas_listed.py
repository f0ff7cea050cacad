"""Agendas in tables and under the head "Agenda"; tables and lists of other things are none."""

import pytest
from tests.unit.reading.making import reading_of


def _items(words: str, kind: str = "agenda") -> list[tuple[str, str | None, str | None]]:
    return [
        (one["quote"]["exact"], one["fields"]["lead"], one["fields"]["purpose"])
        for one in reading_of(words, kind=kind).lines()
        if one["kind"] == "agenda_item"
    ]


def _table(*rows: str) -> str:
    return "\n\n".join(f"| {row}" for row in rows)


@pytest.mark.parametrize(
    ("rows", "item"),
    [
        (("Item | Subject | Purpose | Lead", "1 | Keys | For decision | DCC", "2 | Vans | - | ACC",
          "3 | Rota | For noting | All"), ("Keys", "DCC", "decision")),
        (("No. | Title | Presenter | Time", "1 | Keys | Una Orme | 10.00", "2 | Vans | ACC | 11",
          "3 | Rota | All | 10.40"), ("Keys", "Una Orme", None)),
        (("Item | Lead | Paper", "1 | Keys | Chair | A", "2 | Vans – to agree a sum | DCC | B",
          "3 | Rota | All | C"), ("Vans", "DCC", None)),
        (("No | Topic | Report", "1. | Keys (page 9) | yes", "2. | Vans | no", "3. | Rota | no"),
         ("Keys", None, None)),
    ],
)  # fmt: skip
def test_a_table_is_an_agenda(rows: tuple[str, ...], item: tuple[str, str, str]) -> None:
    assert item in _items(_table(*rows))


def test_a_notice_has_its_agenda_under_that_head() -> None:
    words = "# AGENDA\n\n1. Apologies\n\n2. Minutes of 4 May 2031 (pages 3-9)\n\n3. Keys"
    assert [one[0] for one in _items(words, "minutes")] == [
        "Apologies", "Minutes of 4 May 2031", "Keys",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "words",
    [
        _table("No | Item | Cost", "1 | Keys | £4", "2 | Vans | £9", "3 | Rota | £2"),
        _table("Item | Subject | Lead", "1 | Keys | DCC", "2 | Vans | ACC"),
        _table("Item | Discussion | Action | Owner", "1 | Keys | Buy | AC", "2 | Vans | - | -",
               "3 | Rota | - | -"),
        "# Priorities\n\n1. Keys\n\n2. Vans\n\n3. Rota",
        "# AGENDA\n\nThe agenda will be sent in May.",
    ],
)  # fmt: skip
def test_other_lists_are_none(words: str) -> None:
    assert not _items(words, "other")
