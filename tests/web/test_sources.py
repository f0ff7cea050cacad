"""Protects the pages on sources: the three counts, every address, and where sources differ."""

from pathlib import Path

import pytest
from django.test import Client

from answerable.store.papers import originals
from answerable.store.papers.originals import Original
from tests.operations.test_sources import record

ADDRESS = "https://www.example.org/report"


@pytest.fixture
def reader(home: Path) -> Client:
    record(ADDRESS)
    return Client(SERVER_NAME="127.0.0.1")


def shown(client: Client, url: str) -> str:
    answer = client.get(url)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_three_counts_stand_on_the_page_of_sources_and_on_the_first_page(
    reader: Client,
) -> None:
    html = shown(reader, "/about/sources/")
    for words in ("Anchored to the original", "To our summary", "Not yet", "Not asked yet"):
        assert words in html
    assert f'href="{ADDRESS}"' in html
    assert "To our summary: 3. Not yet: 0." in shown(reader, "/")


def test_a_source_that_is_gone_is_shown_with_what_was_said_of_it(reader: Client) -> None:
    at = "2026-03-02T09:00:00+00:00"
    originals.keep(Original(ADDRESS, "gone", at, sentence="Its site says that it is not there."))
    html = shown(reader, "/about/sources/")
    assert "Gone" in html
    assert "Its site says that it is not there." in html
    assert "2 March 2026" in html


def test_where_sources_do_not_differ_that_is_said(reader: Client) -> None:
    assert "nowhere state different values" in shown(reader, "/about/conflicts/")
