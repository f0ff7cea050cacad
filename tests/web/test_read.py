"""Reading an article: works without script, keeps nothing, and never judges the speaker."""

import logging
import re
from pathlib import Path

import pytest
from django.test import Client

from tests.operations.test_against import ARTICLE
from tests.web.small_home import SmallHome, made


@pytest.fixture
def small(home: Path) -> SmallHome:
    return made()


def posted(client: Client, text: str, status: int = 200) -> str:
    answer = client.post("/read/", {"text": text})
    assert answer.status_code == status
    assert "no-store" in answer.headers["Cache-Control"]
    return answer.content.decode()


def text_of(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_the_form_needs_no_script(small: SmallHome, client: Client) -> None:
    html = client.get("/read/").content.decode()
    assert '<form class="app-form app-paste" method="post" action="/read/">' in html
    assert "csrfmiddlewaretoken" in html
    assert "Nothing you paste is stored" in html


def test_each_statement_has_its_result_its_answer_and_its_source(
    small: SmallHome, client: Client
) -> None:
    html = posted(client, ARTICLE)
    words = text_of(html)
    assert "Agrees" in words
    assert "Differs" in words
    assert f'href="/documents/{small.letter}/?entry={small.seq["grade"]}#words"' in html
    assert "Our summary says: “Inspectors graded the force" in words
    assert "The inspectors’ words" not in words


def test_bylines_and_captions_are_said_to_be_no_part_of_the_story(
    small: SmallHome, client: Client
) -> None:
    words = text_of(posted(client, ARTICLE))
    assert "Picture: a shop in Anyshire" in words[words.index("Not part of the story") :]


def test_no_word_judges_the_speaker(small: SmallHome, client: Client) -> None:
    words = text_of(posted(client, ARTICLE)).lower()
    for word in (" false", "unsupported", "exaggerat", "untrue", " lie", "in breach", " failed"):
        assert word not in words


def test_what_is_pasted_comes_back_as_words_only(small: SmallHome, client: Client) -> None:
    attack = "<script>alert(1)</script> Anyshire Police was graded good for theft."
    html = posted(client, attack)
    assert "<script>alert" not in html
    assert "</textarea><" not in posted(client, "</textarea><b>x</b> The force will act.")


def test_nothing_pasted_reaches_a_log_or_the_disk(
    small: SmallHome, home: Path, client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    secret = "Zanzibar Quillfeather"
    with caplog.at_level(logging.DEBUG):
        posted(client, f"{secret} said: “The force was graded good for theft.” {ARTICLE}")
    assert secret not in caplog.text
    kept = [path for path in home.rglob("*") if path.is_file()]
    assert kept
    assert not any(secret.encode() in path.read_bytes() for path in kept)


def test_a_post_from_another_site_is_refused(small: SmallHome) -> None:
    answer = Client(enforce_csrf_checks=True).post("/read/", {"text": ARTICLE})
    assert answer.status_code == 403


@pytest.mark.parametrize("text", ["", "x" * 200_001])
def test_an_empty_or_endless_text_is_answered_at_its_field(
    small: SmallHome, client: Client, text: str
) -> None:
    html = posted(client, text, status=422)
    assert "There is a problem" in html
    assert 'href="#text"' in html
    assert 'id="text-error"' in html


def test_only_an_address_of_a_public_statement_fills_the_form(
    small: SmallHome, client: Client
) -> None:
    for name in (small.letter, "0" * 64, "../../etc/passwd"):
        html = client.get("/read/", {"example": name}).content.decode()
        assert 'aria-describedby="text-hint"></textarea>' in html
