"""People whom a sentence or a list names in full without a post; streets called after them."""

import pytest
from tests.unit.reading.making import GAZETTEER, reading_of

from answerable.reading.formats import canonical
from answerable.reading.reading import read


def _people(words: str, kind: str = "news") -> list[str]:
    found = [one for one in reading_of(words, kind=kind).lines() if one["kind"] == "person"]
    return [one["fields"]["name"] for one in found]


NAMED = [
    ("I rang Marjorie Stokes today and shall see her with Waqar Finch on Tuesday.",
     ["Marjorie Stokes", "Waqar Finch"]),
    ("Owed £40 by the pound, Gethin Voss went to the sergeant.", ["Gethin Voss"]),
    ("Not all agree. Bettina Umber waited for an hour.", ["Bettina Umber"]),
    ("Sgt Imelda Croft gave the figures for May.", ["Imelda Croft"]),
    ("Into the death of Fergus Pallant, aged 34, an inquest was opened.", ["Fergus Pallant"]),
    ("Two tenants joined in July: Noreen Ashby and Idris Fell.", ["Noreen Ashby", "Idris Fell"]),
    ("The co-ordinator, Xanthe Bould, thanks the visitors.", ["Xanthe Bould"]),
    ("“It broke me,” said Tara Quill, whose sister Una Quill was killed.",
     ["Tara Quill", "Una Quill"]),
    ("A. Tarn (Marl), B. Umber (Dun), Z. Hope (Fell)", ["A. Tarn", "B. Umber", "Z. Hope"]),
    ("| Name | Agency | \n\n| Lucia Farrow | Marl Council | Chair\n\n| Ivor Nazir | Marl Trust | ",
     ["Lucia Farrow", "Ivor Nazir"]),
]  # fmt: skip


@pytest.mark.parametrize(("words", "names"), NAMED)
def test_a_given_name_and_a_surname_are_a_person(words: str, names: list[str]) -> None:
    assert sorted(_people(words)) == sorted(names)


NOBODY = [
    "Officers were called to Florence Road and to the Victor Hall.",
    "The Grace Trust and the Arthur Rank Centre were paid.",
    "It was printed in the Dale Messenger on Good Friday in April.",
    "The force runs Operation Ruby Shield with St Martin Parish.",
    "Rose Police Station is shut. May Day was quiet. Mark Two of the plan is out.",
]


@pytest.mark.parametrize("words", NOBODY)
def test_a_street_a_house_and_a_body_are_nobody(words: str) -> None:
    assert _people(words) == []


def test_a_table_may_head_its_last_column_with_nothing() -> None:
    rows = (
        ("Name", "Agency", ""),
        ("Lucia Farrow", "Health", "Chair"),
        ("Bo Nairn", "Police", ""),
    )
    cells = "".join(f"<tr>{''.join(f'<td>{one}</td>' for one in row)}</tr>" for row in rows)
    page = f"<html><body><h1>CSP</h1><table>{cells}</table></body></html>".encode()
    text = canonical(page, media_type="text/html", name="csp.html")
    found = read(text, profiles=(), gazetteer=GAZETTEER).lines()
    people = [one["fields"] for one in found if one["kind"] == "person"]
    assert [(one["name"], one["presence"]) for one in people] == [
        ("Lucia Farrow", "chair"),
        ("Bo Nairn", "present"),
    ]
