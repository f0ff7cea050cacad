"""Sessions: what was asked and answered, what came of what was agreed, what to ask next."""

import re
from pathlib import Path

import pytest
from django.test import Client

from tests.web.small_home import ACTION, SmallHome, made

URL = "/sessions/anyshire-pcc/2026-05-21/"


@pytest.fixture
def small(home: Path) -> SmallHome:
    return made()


def shown(client: Client, url: str, status: int = 200) -> str:
    answer = client.get(url)
    assert answer.status_code == status, answer.content.decode()
    return answer.content.decode()


def text_of(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_the_first_sentence_counts_what_our_sources_hold(small: SmallHome, client: Client) -> None:
    html = shown(client, f"{URL}?valid=2026-11-23")
    answer = re.search(r'<p class="app-answer">(.*?)</p>', html)
    assert answer
    assert answer[1] == (
        "Our sources hold one question and one answer, and one action agreed: nobody says that "
        "it is done at the date of this page."
    )


def test_questions_and_answers_have_their_words_and_their_place(
    small: SmallHome, client: Client
) -> None:
    html = shown(client, URL)
    assert "What shows that visits are made?" in html
    assert f'href="/documents/{small.minutes}/?entry={small.seq["question"]}#words"' in html
    assert f'href="/documents/{small.minutes}/?entry={small.seq["answer"]}#words"' in html
    assert "Answer of the chief constable" in html
    assert "The inspectors’ words" not in html


def test_an_action_shows_both_dates_and_what_came_of_it(small: SmallHome, client: Client) -> None:
    words = text_of(shown(client, f"{URL}?valid=2026-11-23"))
    assert "Due 30 September 2026. First due 30 June 2026; moved once" in words
    assert "Overdue" in words


def test_before_the_move_was_known_the_first_date_stands(small: SmallHome, client: Client) -> None:
    words = text_of(shown(client, f"{URL}?said=2026-05-30"))
    assert "Due 30 June 2026." in words
    assert "30 September 2026" not in words


def test_no_verb_is_stronger_than_the_source(small: SmallHome, client: Client) -> None:
    words = text_of(shown(client, f"{URL}?valid=2026-11-23")).lower()
    for word in ("failed", "in breach", " late ", "ignored", "refused to"):
        assert word not in words


def test_a_session_without_papers_is_not_found_in_words(small: SmallHome, client: Client) -> None:
    assert "We hold no papers" in shown(client, "/sessions/anyshire-pcc/2020-01-01/", 404)


def test_the_next_agenda_gives_each_item_its_reason_and_a_question(
    small: SmallHome, client: Client
) -> None:
    html = shown(client, "/sessions/anyshire-pcc/next/?valid=2026-11-23")
    words = text_of(html)
    assert "Overdue. Due 30 September 2026, 54 days before 23 November 2026." in words
    assert "Suggested question" in words
    assert f'href="/findings/{ACTION}/?valid=2026-11-23"' in html
    assert f"entry={small.seq['action']}" in html


def test_the_agenda_before_anything_was_due_proposes_nothing_overdue(
    small: SmallHome, client: Client
) -> None:
    words = text_of(shown(client, "/sessions/anyshire-pcc/next/?said=2026-05-25"))
    assert "Overdue" not in words.replace("overdue, statutory", "")


def test_an_agenda_of_a_body_without_a_record_is_not_found(
    small: SmallHome, client: Client
) -> None:
    assert "The record holds nothing about" in shown(client, "/sessions/kent-pcc/next/", 404)
