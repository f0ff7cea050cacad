"""Search: exact words first, at the dates of the view, and never what is withheld."""

import re
from datetime import date
from pathlib import Path
from urllib.parse import quote

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from answerable.operations.pages.snippets import snippet
from answerable.store.papers import documents, in_documents, word_index
from answerable.vocabulary import facts as f
from answerable.vocabulary.access import Classification
from answerable.vocabulary.times import Period, first_day
from tests.web.acting import browser
from tests.web.acting import words as shown_words
from tests.web.small_home import FORCE, REPORT, SmallHome, append, made


@pytest.fixture
def small(home: object) -> SmallHome:
    return made()


def shown(client: Client, query: str, **more: str) -> str:
    answer = client.get("/search/", {"q": query, **more})
    assert answer.status_code == 200
    return answer.content.decode()


def titles(html: str) -> list[str]:
    return [
        re.sub(r"<[^>]+>", "", t).strip()
        for t in re.findall(r'<h3 class="app-rows__title">(.*?)</h3>', html)
    ]


def test_without_a_query_there_is_a_form_and_no_result(small: SmallHome, client: Client) -> None:
    html = shown(client, "")
    assert "Write what you look for." in html
    assert titles(html) == []


def test_words_together_come_before_words_apart(small: SmallHome, client: Client) -> None:
    html = shown(client, "visits are made")
    assert titles(html)[0].startswith("Question")
    assert "<mark>visits are made</mark>" in html


def test_a_result_leads_to_the_page_that_shows_it(small: SmallHome, client: Client) -> None:
    links = re.findall(
        r'app-rows__title"><a class="app-link" href="([^"]+)"', shown(client, "shop")
    )
    assert links
    assert [client.get(link).status_code for link in links] == [200] * len(links)


def test_a_question_that_is_found_carries_its_answer(small: SmallHome, client: Client) -> None:
    words = " ".join(re.sub(r"<[^>]+>", " ", shown(client, "shows that visits are made")).split())
    assert "Chief constable answered: All shops will be visited by 30 June 2026." in words


def test_kind_and_body_narrow_and_an_unknown_one_narrows_nothing(
    small: SmallHome, client: Client
) -> None:
    every = titles(shown(client, "visit"))
    findings = titles(shown(client, "visit", kind="finding"))
    assert 0 < len(findings) < len(every)
    assert titles(shown(client, "visit", kind="nonsense", body="nowhere")) == every
    assert titles(shown(client, "visit", body="west-mercia-police")) == []


@pytest.mark.parametrize("query", ["R1", "rec. 1", "Recommendation 1", "RECOMMENDATION  1"])
def test_a_finding_is_found_by_its_number_however_it_is_written(
    small: SmallHome, client: Client, query: str
) -> None:
    assert titles(shown(client, query))[0] == "Recommendation 1, 20 April 2026"
    assert titles(shown(client, query.replace("1", "11"))) == [], "11 is another number"


def test_a_view_of_the_past_finds_nothing_that_came_later(
    small: SmallHome, client: Client
) -> None:
    assert titles(shown(client, "robbed twice"))
    assert titles(shown(client, "robbed twice", valid="2020-01-01")) == []
    assert titles(shown(client, "robbed twice", known="0", kind="finding")) == []
    assert titles(shown(client, "robbed twice", said="2020-01-01")) == []


def test_what_is_withheld_is_not_found(small: SmallHome, client: Client) -> None:
    def found(number: str, **marked: Classification) -> f.FindingPublished:
        return f.FindingPublished(
            institution=FORCE,
            stream=f"{REPORT}/recommendation/{number}",
            valid=Period(first_day("2026-04-20")),
            kind="recommendation",
            number=number,
            text=f"Zephyrine matter number {number}.",
            classes=marked,
        )

    append(
        found("8"),
        found("9", text=Classification.RESTRICTED),
        by="anyshire-pcc/governance-officer",
    )
    assert titles(shown(client, "Zephyrine")) == ["Recommendation 8, 20 April 2026"]
    assert titles(shown(client, "number 9")) == []


def test_ten_thousand_characters_give_a_page_that_helps(small: SmallHome, client: Client) -> None:
    html = shown(client, "shop " * 2_000)
    assert "That was long" in html
    assert len(html) < 60_000
    assert "a word has at most 60 characters" in shown(client, "x" * 10_000)


@pytest.mark.parametrize("query", ["%", "_", "'; DROP TABLE finding; --", "\x00", "“”", "\\"])
def test_marks_of_a_query_language_mean_nothing(
    query: str, small: SmallHome, client: Client
) -> None:
    assert titles(shown(client, query)) == []


def test_the_query_is_words_on_the_page_not_code(small: SmallHome, client: Client) -> None:
    html = shown(client, "<script>alert(1)</script>")
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert" in html


def test_a_feed_of_the_search_is_offered(small: SmallHome, client: Client) -> None:
    assert f"/search/feed.atom?q={quote('shop')}" in shown(client, "shop")


def test_bodies_and_documents_are_found_by_name(small: SmallHome, client: Client) -> None:
    assert titles(shown(client, "Anyshire Police", kind="body"))[0] == "Anyshire Police"
    assert FORCE in shown(client, "Anyshire Police", kind="body")
    assert titles(shown(client, "letter on theft", kind="document"))


@given(
    st.text(alphabet="abc ß İ·", max_size=600),
    st.lists(st.text(alphabet="abcßİ", min_size=1, max_size=4), min_size=1, max_size=3),
)
def test_a_snippet_says_only_words_of_the_text(text: str, words: list[str]) -> None:
    pieces = snippet(text, words)
    joined = "".join(piece.words for piece in pieces)
    assert joined.removeprefix("… ").removesuffix(" …") in text or joined in text
    assert all(piece.words in text for piece in pieces if piece.marked)


def test_words_of_a_document_that_no_fact_quotes_lead_to_their_place(
    small: SmallHome, client: Client
) -> None:
    html = shown(client, "stays words")
    assert [t for t in titles(html) if t.startswith("In a document, 20 April 2026: Letter")]
    assert "<mark>stays words</mark>" in html
    (place,) = re.findall(r'href="(/documents/[^"]+\?place=\d+-\d+#words)"', html)
    page = client.get(place.partition("#")[0]).content.decode()
    assert page.count('id="words"') == 1
    assert "stays words" in page.partition('id="words"')[2][:400]
    assert titles(shown(client, "stays words", kind="finding")) == []
    assert titles(shown(client, "stays words", body=FORCE))


def test_covered_words_of_a_document_are_not_found_in_it(small: SmallHome, client: Client) -> None:
    assert titles(shown(client, "Operation Quiet")) == []


def test_a_document_is_found_by_its_text_only_at_dates_that_know_it(
    small: SmallHome, client: Client
) -> None:
    assert titles(shown(client, "stays words", said="2026-04-19")) == []
    assert titles(shown(client, "stays words", said="2026-04-20")) != []


def test_the_index_of_documents_is_made_again_and_forgets_a_file(
    small: SmallHome, home: Path
) -> None:
    assert in_documents.ready(valid=date(2026, 11, 23), known=0) == 1
    file = home / word_index.FILE
    assert small.letter in word_index.held()
    assert b"stays words" in file.read_bytes()
    documents.forget(small.letter)
    assert small.letter not in word_index.held()
    assert b"stays" not in file.read_bytes()
    file.write_bytes(b"no index at all" * 99)
    assert word_index.held() == frozenset()


def test_a_kind_or_body_that_nobody_knows_is_said_to_narrow_nothing(
    small: SmallHome, client: Client
) -> None:
    html = shown(client, "shop", kind="nope", body="west-merica")
    assert "Nothing is narrowed by “nope” or “west-merica”" in html
    assert titles(html) == titles(shown(client, "shop"))
    assert "Nothing is narrowed" not in shown(client, "shop", body=FORCE)


def test_of_letters_that_are_no_word_none_is_said_to_be_looked_for(
    small: SmallHome, client: Client
) -> None:
    assert "first 0 telling words" not in shown(client, "a" * 3_000)


@pytest.mark.parametrize(
    ("text", "words", "marked"),
    [
        ("Assured in part.", ["assur"], ["Assured"]),
        ("What was reassuring, and assurance.", ["assur"], ["reassuring", "assurance"]),
        ("They visit, and visits are made.", ["visits", "are"], ["visits are"]),
        ("See 26/191 and 26/19.", ["26/19"], ["26/191", "26/19"]),
        ("Where’s R1?", ["r1"], ["R1"]),
    ],
)
def test_the_whole_word_is_marked_where_a_part_of_it_was_looked_for(
    text: str, words: list[str], marked: list[str]
) -> None:
    assert [piece.words for piece in snippet(text, words) if piece.marked] == marked


def test_the_page_says_as_whom_an_office_searches_and_tells_a_reader_nothing_of_it(
    small: SmallHome,
) -> None:
    office = browser("anyshire-pcc/governance-officer").get("/search/?q=visits")
    assert "You act as Governance officer of" in shown_words(office)
    assert "You act as" not in shown_words(browser().get("/search/?q=visits"))
