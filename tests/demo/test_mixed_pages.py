"""A page that tells of real and of invented bodies says so, and names the body of each line."""

import csv
from pathlib import Path

import pytest
from django.test import Client
from selectolax.lexbor import LexborHTMLParser

MIXED = (
    *("/start/", "/bodies/", "/history/", "/history/entries/8/", "/corrections/", "/packs/"),
    *("/data/", "/search/?q=burglary", "/claims/", "/reports/", "/about/conflicts/"),
)
ONE_BODY = ("/", "/bodies/west-mercia-police/", "/findings/?body=west-mercia-police")
WORDS = "Anyshire and all that is said of it is invented"


def banner(reader: Client, address: str) -> str:
    tree = LexborHTMLParser(reader.get(address).content)
    return " ".join(node.text(strip=True) for node in tree.css(".app-banner__words"))


@pytest.mark.parametrize("address", MIXED)
def test_a_page_of_both_kinds_says_which_is_invented(
    told: Path, reader: Client, address: str
) -> None:
    said = banner(reader, address)
    assert said.startswith("Built from public facts on")
    assert WORDS in said


@pytest.mark.parametrize("address", ONE_BODY)
def test_a_page_of_a_real_body_speaks_of_no_invented_one(
    told: Path, reader: Client, address: str
) -> None:
    said = banner(reader, address)
    assert said.startswith("Built from public facts on")
    assert "nyshire" not in said


def test_a_line_of_the_whole_record_names_its_body(told: Path, reader: Client) -> None:
    tree = LexborHTMLParser(reader.get("/history/").content)
    tables = tree.css("main table")
    assert len(tables) == 3
    for table in tables:
        for row in table.css("tbody tr"):
            assert "(invented)" in row.text(), row.text()
    rows = LexborHTMLParser(reader.get("/corrections/").content).css("main .app-rows__item")
    assert rows
    assert "The amount is 120,000; we had written 102,000." in rows[0].text()
    for row in rows:
        assert "(invented)" in row.text(), row.text()


def test_what_a_search_finds_names_an_invented_body_as_one(told: Path, reader: Client) -> None:
    tree = LexborHTMLParser(reader.get("/search/?q=burglary").content)
    notes = [n.text(strip=True) for n in tree.css("main .app-rows__item > .app-small")]
    assert [note for note in notes if "Anyshire Police" in note]
    assert all("(invented)" in note for note in notes if "Anyshire Police" in note), notes


def test_the_state_that_a_source_gives_a_finding_is_no_rating_of_an_owner(
    told: Path, reader: Client
) -> None:
    shown = reader.get("/plans/?body=west-mercia-police").content.decode()
    assert "State in its source: “being-progressed”" in shown
    assert "Owner’s own rating" not in shown
    table = reader.get("/plans/data.csv?body=west-mercia-police").content.decode()
    rows = list(csv.DictReader(table.splitlines()))
    assert {row["state_in_source"] for row in rows} == {"", "being-progressed"}
    assert not any(row["owners_own_rating"] for row in rows)


REAL = (
    *("/", "/bodies/west-mercia-police/", "/findings/?body=west-mercia-police", "/findings/"),
    *("/plans/?body=west-mercia-police", "/plans/west-mercia-police/test/", "/claims/"),
    *("/reports/hmicfrs/2023/soc/", "/responses/hmicfrs/2023/west-mercia/soc/clock/"),
    *("/sessions/west-mercia-pcc/", "/compare/west-mercia-police/"),
)


@pytest.mark.parametrize("address", REAL)
def test_a_page_that_shows_our_words_of_a_real_body_says_that_they_are_ours(
    told: Path, reader: Client, address: str
) -> None:
    assert "They are not the originals’ words." in reader.get(address).content.decode()


@pytest.mark.parametrize(
    "address", ["/bodies/anyshire-police/", "/plans/?body=anyshire-police", "/history/verify/"]
)
def test_a_page_without_summaries_says_nothing_of_them(
    told: Path, reader: Client, address: str
) -> None:
    assert "not the originals’ words" not in reader.get(address).content.decode()


def test_a_search_says_that_the_words_of_summaries_are_ours(told: Path, reader: Client) -> None:
    ours = "rests on summaries written for this demonstration"
    real = reader.get(
        "/search/", {"q": "inspection", "body": "west-mercia-police"}
    ).content.decode()
    assert 'class="app-rows__item"' in real
    assert ours in real
    invented = reader.get(
        "/search/", {"q": "inspection", "body": "anyshire-police"}
    ).content.decode()
    assert 'class="app-rows__item"' in invented
    assert ours not in invented
