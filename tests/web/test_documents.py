"""A document's page marks the words behind a fact, and never shows what is withheld."""

from pathlib import Path

import pytest
from django.test import Client

from tests.web.small_home import ADDRESS, RECOMMENDATION, SmallHome, made


@pytest.fixture
def small(home: Path) -> SmallHome:
    return made()


def shown(client: Client, url: str) -> str:
    answer = client.get(url)
    assert answer.status_code == 200, answer.content.decode()
    return answer.content.decode()


def test_the_words_behind_an_entry_are_marked_once_and_can_be_linked_to(
    small: SmallHome, client: Client
) -> None:
    html = shown(client, f"/documents/{small.letter}/?entry={small.seq['grade']}")
    wanted = (
        '<mark id="words" class="app-here">Inspectors graded the force requires improvement '
        "for theft.</mark>"
    )
    assert wanted in html
    assert html.count('id="words"') == html.count("app-here") == 1


def test_other_confirmed_words_are_marked_quietly_with_the_page_of_their_fact(
    small: SmallHome, client: Client
) -> None:
    html = shown(client, f"/documents/{small.letter}/")
    assert "<mark>visit every shop that was robbed twice</mark>" in html
    assert f'href="/findings/{RECOMMENDATION}/"' in html
    assert "app-here" not in html


def test_a_summary_says_so_and_names_the_page_it_is_about(
    small: SmallHome, client: Client
) -> None:
    html = shown(client, f"/documents/{small.letter}/")
    notice = f"Summary written for this demonstration from the page at {ADDRESS}."
    assert notice in html
    assert "These are not the original’s words." in html
    assert "The inspectors’ words" not in html


def test_an_own_form_document_is_said_to_be_invented(small: SmallHome, client: Client) -> None:
    html = shown(client, f"/documents/{small.minutes}/")
    assert "no body of this name exists" in html
    assert "Summary written" not in html


def test_words_of_a_document_never_become_markup(small: SmallHome, client: Client) -> None:
    html = shown(client, f"/documents/{small.letter}/")
    assert "&lt;script&gt;" in html
    assert "<script>" not in html


def test_withheld_words_are_covered_on_the_page_and_in_the_plain_text(
    small: SmallHome, client: Client
) -> None:
    html = shown(client, f"/documents/{small.letter}/?entry={small.seq['hidden']}")
    text = shown(client, f"/documents/{small.letter}/text/")
    assert "Operation Quiet" not in html + text
    assert "[withheld]" in html
    assert "█" in text


def test_overlapping_quotes_each_keep_their_link(small: SmallHome, client: Client) -> None:
    html = shown(client, f"/documents/{small.minutes}/?entry={small.seq['action']}")
    marked = '<mark id="words" class="app-here">all shops will be visited by 30 June 2026</mark>'
    assert marked in html
    assert 'href="/sessions/anyshire-pcc/2026-05-21/"' in html


def test_a_past_view_keeps_its_dates_and_shows_no_later_fact(
    small: SmallHome, client: Client
) -> None:
    html = shown(client, f"/documents/{small.minutes}/?said=2026-05-30")
    assert "You are looking at" in html
    assert "<mark>On 4 June 2026 the board moved" not in html
    assert "said=2026-05-30" in html
    missing = client.get(f"/documents/{small.minutes}/?said=2026-01-01")
    assert missing.status_code == 404


@pytest.mark.parametrize("name", ["0" * 64, "..", "ABC", "x" * 300])
def test_a_file_that_the_record_does_not_name_is_not_found_in_words(
    small: SmallHome, client: Client, name: str
) -> None:
    answer = client.get(f"/documents/{name}/")
    assert answer.status_code == 404
    assert "<h1" in answer.content.decode()


def test_an_impossible_date_is_refused_in_a_sentence(small: SmallHome, client: Client) -> None:
    answer = client.get(f"/documents/{small.letter}/?said=2026-02-31")
    assert answer.status_code == 422
    assert "the calendar has" in answer.content.decode()
