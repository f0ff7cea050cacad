"""A question typed as it was asked: found by its telling words, and it is said what was sought."""

import re

import pytest
from django.test import Client

from answerable.vocabulary.access import Classification
from answerable.vocabulary.facts import (
    ActionPromised,
    ActionUpdated,
    AnswerGiven,
    AssuranceJudged,
    GradeGiven,
    ItemTaken,
    ResponseGiven,
)
from answerable.vocabulary.numbered import ends_in
from answerable.vocabulary.telling_words import telling
from tests.factories import fact
from tests.web.small_home import RECOMMENDATION, REPORT, SmallHome, append, file, made
from tests.web.test_search import shown, titles

LONG_LETTER = """<!doctype html><html><head><title>Custody letter</title></head><body>
<h1>Custody letter</h1>
<p>Zebra records of custody are checked each month.</p>
<p>Nothing of the matter is here.</p>
<p>Custody sergeants look at zebra records twice.</p>
<p>Records of custody with a zebra were lost.</p>
<p>A zebra is in the records of custody again.</p>
</body></html>"""


@pytest.fixture
def small(home: object) -> SmallHome:
    return made()


@pytest.fixture
def letter(small: SmallHome) -> str:
    return file(LONG_LETTER, published="2026-05-02")[0]


def plain(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_a_question_as_it_was_asked_finds_what_its_telling_words_find(
    small: SmallHome, client: Client
) -> None:
    html = shown(client, "What has the force done about robbed shops?")
    assert titles(html)
    assert titles(html)[0].startswith("Recommendation 1")
    words = plain(html)
    assert "Looked for, beside the words as you wrote them: robbed, shops." in words
    assert "Left out, as every question has them: what, has, the, force, done, about." in words
    assert "Nothing has all of these words" not in words


def test_where_nothing_has_all_words_most_of_them_are_enough(
    small: SmallHome, client: Client
) -> None:
    html = shown(client, "Were the robbed shops visited twice by unicorns?")
    assert titles(html)
    assert "Nothing has all of these words together: what has most of them" in plain(html)
    one = '<a class="app-link" href="/search/?q=robbed">robbed</a>'
    assert one in html, "few have most of them, so each is offered alone"
    assert one not in shown(client, "robbed"), "of one word nothing else is left"
    assert titles(shown(client, "purple unicorns")) == [], "of two words both are wanted"
    assert titles(shown(client, "shop and a purple unicorn parade")) == [], (
        "one of four is not most"
    )


def test_two_words_that_stand_nowhere_together_show_what_has_the_rarest_of_them(
    small: SmallHome, client: Client
) -> None:
    append(
        fact(ActionPromised, stream="action/anyshire/c", on="2026-05-01", text="Staff custody."),
        *(
            fact(ActionPromised, stream=f"action/anyshire/a{n}", on="2026-05-01", text=words)
            for n, words in enumerate(("Give assurance.", "Test assurance.", "Write assurance."))
        ),
    )
    html = shown(client, "Has the mayor had assurance on custody?")
    found = re.findall(r"Staff custody|\w+ assurance \.", plain(html))
    told = "These words stand nowhere together: what has 1 of the "
    assert f"{told}2 is shown, the rarest word first." in plain(html)
    assert found == ["Staff custody", "Write assurance .", "Test assurance .", "Give assurance ."]
    assert '<a class="app-link" href="/search/?q=assurance">assurance</a>' in html
    assert told not in plain(shown(client, "Has there been any custody?"))


def test_a_number_in_a_question_finds_what_it_names_first(
    small: SmallHome, client: Client
) -> None:
    html = shown(client, "What has the force done about R1 on custody records?")
    assert titles(html)[0] == "Recommendation 1, 20 April 2026"
    assert f"/findings/{RECOMMENDATION}/" in html
    assert "Looked for by its number: R1." in plain(html)
    assert "only what the number names is shown" in plain(html)
    assert '<a class="app-link" href="/search/?q=custody">custody</a>' in html, "one word alone"


def test_filters_narrow_a_question_as_they_narrow_words(small: SmallHome, client: Client) -> None:
    asked = "What has the force done about robbed shops?"
    every, findings = titles(shown(client, asked)), titles(shown(client, asked, kind="finding"))
    assert 0 < len(findings) < len(every)
    assert titles(shown(client, asked, body="west-mercia-police")) == []


def test_a_body_that_is_named_narrows_the_question(small: SmallHome, client: Client) -> None:
    html = shown(client, "What did Anyshire Police do about robbed shops?")
    assert titles(html)[0].startswith("Recommendation 1")
    assert "only what is about Anyshire Police, which you named" in plain(html)


def test_three_paragraphs_of_a_document_stand_each_with_its_place(
    letter: str, client: Client
) -> None:
    html = shown(client, "zebra records custody", kind="document")
    places = re.findall(rf'href="(/documents/{letter}/\?place=\d+-\d+#words)"', html)
    assert len(places) == len(set(places)) == 3
    assert all(client.get(place.partition("#")[0]).status_code == 200 for place in places)
    assert html.count("At its place") == 2


@pytest.mark.parametrize(
    ("asked", "left"),
    [
        (
            "has the chief constable replied on firearms licensing",
            ("replied", "firearms", "licensing"),
        ),
        ("the chief constable", ("chief", "constable")),
        ("what has the force done about custody records", ("custody", "records")),
        ("how often was force used", ("force", "used")),
        ("beth mae yr heddlu wedi ei wneud am y ddalfa", ("heddlu", "wneud", "ddalfa")),
        ("what is it", ("what", "is", "it")),
    ],
)
def test_telling_words_are_what_is_left_of_a_question(asked: str, left: tuple[str, ...]) -> None:
    assert telling(asked.split()) == left


@pytest.mark.parametrize(
    ("asked", "ends"),
    [
        ("what about R6 on records?", ("recommendation/6", "log/r6")),
        ("and cause of concern 2, please", ("cause-of-concern/2",)),
        ("where is 26/191 now", ("log/26-191",)),
        ("what changed in 2026 for 3 forces", ()),
    ],
)
def test_numbers_in_a_sentence_are_those_with_a_word_or_a_stroke(
    asked: str, ends: tuple[str, ...]
) -> None:
    assert ends_in(asked.split())[0] == ends


def test_what_a_sentence_asks_for_answers_first_and_rows_of_a_log_last(
    small: SmallHome, client: Client
) -> None:
    append(
        *(
            fact(
                ActionPromised, stream=f"action/a/{n}", on="2026-05-01", text="Purple shops, theft"
            )
            for n in range(3)
        ),
        fact(
            GradeGiven,
            stream=f"{REPORT}/grade/theft",
            on="2026-04-20",
            question="Purple shops and theft",
            value="inadequate",
        ),
    )
    html = shown(client, "How did the inspectors grade the force on purple shops and theft?")
    assert titles(html)[0].startswith("Grade")
    assert "Asked for, and so first: grades." in plain(html)
    assert "Graded inadequate." in plain(html)
    assert titles(shown(client, "Is it purple shops theft?"))[0].startswith("Grade"), "not a row"


def test_a_finding_carries_what_was_answered_to_it(small: SmallHome, client: Client) -> None:
    append(
        fact(
            ResponseGiven,
            stream=RECOMMENDATION,
            on="2026-11-01",
            response="partly",
            text="Half of them by March",
        )
    )
    words = plain(shown(client, "What is done about robbed shops?"))
    assert "Answered on 1 November 2026, accepted in part: Half of them by March." in words


def test_a_number_among_small_words_is_all_that_is_looked_for(
    small: SmallHome, client: Client
) -> None:
    html = shown(client, "What has the force done about R1?")
    assert titles(html) == ["Recommendation 1, 20 April 2026"]
    assert "Looked for by its number: R1." in plain(html)


def test_a_question_on_replies_is_shown_the_page_of_replies(
    small: SmallHome, client: Client
) -> None:
    html = shown(client, "When must the Commissioner reply to the unicorn report?")
    assert 'href="/reports/"' in html.partition("Or look here:")[2][:300]


def test_what_a_log_said_of_an_action_is_found_with_its_day(
    small: SmallHome, client: Client
) -> None:
    stream = "action/anyshire-police/log/af-003"
    append(
        fact(ActionPromised, stream=stream, on="2026-04-21", text="Review each overdue visit"),
        fact(
            ActionUpdated,
            stream=stream,
            on="2026-05-01",
            text="02/11 PN: 61 lighthouses overdue, down from 94",
        ),
        fact(
            ActionUpdated,
            stream=stream,
            on="2026-05-03",
            text="02/11 PN: 61 lighthouses overdue, down from 94 / 17/11 PN: 48 overdue",
        ),
        fact(
            ActionUpdated,
            stream=stream,
            on="2026-05-04",
            text="Hidden herons",
            classes={"text": Classification.INTERNAL},
        ),
    )
    html = shown(client, "61 lighthouses overdue")
    assert titles(html) == ["News of action af-003, 3 May 2026"], "the latest of what fits alike"
    assert f'href="/findings/{stream}/"' in html
    assert titles(shown(client, "How many lighthouses were down?"))[0].startswith("News of")
    assert titles(shown(client, "lighthouse")) == ["News of action af-003, 3 May 2026"]
    assert titles(shown(client, "herons")) == [], "what is not public is found by nobody"
    assert titles(shown(client, "61 lighthouses overdue", kind="finding")) == []


def test_a_question_whether_somebody_was_assured_finds_the_judgement(
    small: SmallHome, client: Client
) -> None:
    item = "session/anyshire-pcc/2026-05-29/item/5"
    append(
        fact(ItemTaken, stream=item, on="2026-05-29", title="Risk by registered sex offenders"),
        fact(
            AssuranceJudged,
            stream=item,
            on="2026-05-29",
            level="not-assured",
            reason="two different numbers",
        ),
    )
    html = shown(client, "Was the Commissioner assured about sex offenders on 29 May?")
    assert titles(html)[0] == "Assurance judged, 29 May 2026"
    assert "Not assured. Risk by registered sex offenders." in re.sub(r"<[^>]+>", "", html)
    assert 'href="/sessions/anyshire-pcc/2026-05-29/' in html
    assert titles(shown(client, "not assured", kind="action")) == []


def test_how_many_and_what_was_said_find_the_number_and_the_answer(
    small: SmallHome, client: Client
) -> None:
    page = (
        "<!doctype html><html><head><title>The report</title></head><body>"
        "<p>Reduce the number of overdue visits to registered sex offenders.</p>"
        "<p>At the time of this inspection 94 visits were overdue.</p>"
        "<p>Some visits were overdue in 2024.</p></body></html>"
    )
    file(page, published="2026-05-02")
    append(
        *(
            fact(
                ActionPromised,
                stream=f"action/anyshire-police/log/{n}",
                on="2026-04-21",
                text="Map overdue visits to registered sex offenders",
            )
            for n in range(1, 31)
        ),
        fact(
            AnswerGiven,
            stream="session/anyshire-pcc/2026-05-29/item/5",
            on="2026-05-29",
            by_office="assistant-chief-constable",
            text="The July figure left out visits overdue by under 14 days.",
        ),
    )
    html = shown(
        client,
        "How many visits to registered sex offenders are overdue and what did the Chief "
        "Constable tell the Commissioner about it?",
    )
    first = titles(html)[:2]
    assert any(title.startswith("Answer, 29 May 2026") for title in first), first
    assert any(title.startswith("In a document") for title in first), first
    told = re.sub(r"<[^>]+>", "", html)
    assert "94 visits were overdue" in told
    assert "Some visits were overdue in 2024" not in told, "that is no number of visits"
    assert "Among the first stand places in documents with a number" in told
