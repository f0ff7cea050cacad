"""Each state of an item has an address; a printed page names its own; search says whose words."""

import re
from html import unescape

import pytest
from django.test import Client

from tests.web import small_home
from tests.web.small_home import RECOMMENDATION, SmallHome


@pytest.fixture
def small(home: object) -> SmallHome:
    return small_home.made()


@pytest.fixture
def client() -> Client:
    return Client(HTTP_HOST="127.0.0.1")


def test_every_state_of_an_item_has_an_address_that_answers(
    small: SmallHome, client: Client
) -> None:
    page = client.get(f"/history/item/{RECOMMENDATION}/").content.decode()
    states = re.findall(rf'href="(/findings/{RECOMMENDATION}/\?[^"]*known=(\d+))"', page)
    assert states
    for address, entry in states:
        answer = client.get(unescape(address))
        assert answer.status_code == 200
        assert f"as the record stood at entry {entry}" in answer.content.decode()


def test_a_printed_page_names_its_own_address_and_its_dates(
    small: SmallHome, client: Client
) -> None:
    def foot(address: str) -> str:
        told = client.get(address).content.decode()
        return unescape(told.partition('class="app-print-foot">')[2].partition("</p>")[0])

    assert foot("/findings/?page=1").startswith("This page: http://127.0.0.1/findings/?page=1 ")
    dated = foot("/history/?known=3")
    assert "This page: http://127.0.0.1/history/?known=3 " in dated


def test_an_address_that_lets_its_reader_in_is_not_printed(
    small: SmallHome, client: Client
) -> None:
    answer = client.get("/search/mail/secret-of-a-reader/stop/")
    foot = answer.content.decode().partition('class="app-print-foot">')[2]
    assert foot
    assert "secret-of-a-reader" not in foot
