"""A document that is for the offices concerned: no dead link, and a plain page where one is."""

from dataclasses import replace
from typing import Any

import pytest
from django.test import Client

from answerable.vocabulary import facts as f
from answerable.vocabulary.access import Classification
from answerable.vocabulary.documents import Source
from answerable.vocabulary.times import Period, first_day
from tests.web import small_home
from tests.web.acting import browser, words
from tests.web.small_home import FORCE, append

SECRET = "b" * 64
OFFICE = "anyshire-pcc/governance-officer"


@pytest.fixture(autouse=True)
def kept(home: object) -> int:
    """A file that is restricted whole, and a public action that rests on it; its entry."""
    small_home.made()
    filed = f.DocumentFiled(
        **frame("document/quiet"),
        title="Operation Quiet",
        type="minutes",
        publisher="anyshire-pcc",
    )
    append(replace(filed, classes=dict.fromkeys(filed.values(), Classification.RESTRICTED)))
    return append(
        f.ActionPromised(**frame("action/anyshire/open"), text="Visit every shop again.")
    ).first


def frame(stream: str) -> dict[str, Any]:
    return {
        "institution": FORCE,
        "stream": stream,
        "valid": Period(first_day("2026-06-01")),
        "doc": SECRET,
        "said": "2026-06-01",
        "source": Source(kind="original", doc=SECRET, start=0, end=5),
    }


@pytest.mark.parametrize("part", ["", "text/", "?entry=3"])
def test_the_page_of_such_a_document_says_what_is_public_of_it(part: str) -> None:
    answer = browser().get(f"/documents/{SECRET}/{part}")
    assert answer.status_code == 403
    told = words(answer)
    assert "kept for the offices concerned" in told
    assert SECRET in told
    assert "Visit every shop again." in told
    assert "Quiet" not in answer.content.decode()
    assert "Act as an office" in told


def test_a_document_that_nobody_named_is_still_not_found(client: Client) -> None:
    assert client.get(f"/documents/{'c' * 64}/").status_code == 404
    assert client.get(f"/documents/{SECRET}/?said=2026-06-01").status_code == 404
    assert client.get(f"/documents/{SECRET}/?known=1").status_code == 404


def test_no_page_leads_a_reader_to_it(client: Client, kept: int) -> None:
    for page in (f"/history/entry/{kept}/", "/findings/action/anyshire/open/"):
        answer = client.get(page)
        assert answer.status_code == 200
        assert f"/documents/{SECRET}" not in answer.content.decode(), page
        assert "Quiet" not in answer.content.decode()


def test_an_office_concerned_is_led_to_it(kept: int) -> None:
    page = browser(OFFICE).get(f"/history/entry/{kept}/").content.decode()
    assert f"/documents/{SECRET}/?entry={kept}" in page
