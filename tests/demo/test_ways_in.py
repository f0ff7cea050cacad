"""A stranger comes from the first page to everything: by the menu, or by the foot."""

from pathlib import Path

import pytest
from django.test import Client
from selectolax.lexbor import LexborHTMLParser


def links(reader: Client, address: str, within: str) -> set[str]:
    tree = LexborHTMLParser(reader.get(address).content)
    return {node.attributes["href"] or "" for node in tree.css(f"{within} a[href]")}


@pytest.mark.parametrize("address", ["/", "/bodies/west-mercia-police/", "/history/", "/nothing/"])
def test_the_search_and_all_there_is_to_read_are_one_click_away(
    told: Path, reader: Client, address: str
) -> None:
    assert "/search/" in links(reader, address, "nav")
    assert "/start/" in links(reader, address, "footer")


def test_all_there_is_to_read_leads_to_every_list(told: Path, reader: Client) -> None:
    lists = {"/bodies/#map", "/reports/", "/findings/", "/claims/", "/packs/", "/data/"}
    assert lists <= links(reader, "/start/", "main")


def test_a_search_for_nothing_yet_leads_to_what_there_is(told: Path, reader: Client) -> None:
    assert "/start/" in links(reader, "/search/", "main")
    assert LexborHTMLParser(reader.get("/search/").content).css_first("nav [aria-current='true']")


def test_the_menu_of_an_office_leaves_to_the_foot_what_stands_there(told: Path) -> None:
    """Twelve areas would not stand on one line at 1280 pixels."""
    officer = Client(HTTP_HOST="127.0.0.1")
    officer.post("/roles/", {"office": "anyshire-pcc/governance-officer"})
    menu = links(officer, "/week/", "nav")
    assert {"/search/", "/week/", "/help/"} <= menu
    assert "/about/" not in menu
    assert "/about/" in links(officer, "/week/", "footer")
