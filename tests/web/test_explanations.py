"""All explanations of a report on one page: one save; drafts and conflicts lose no word."""

import io
import re
from dataclasses import replace
from html import unescape
from typing import Any

import docx
import pytest
from django.test import Client

from answerable.ledger.book import Book
from answerable.operations.pages.look import Look
from answerable.operations.pages.plans.response import clock
from answerable.operations.plans.explanations import kept_explanations
from answerable.vocabulary.facts import ActionPromised, ResponseGiven
from tests.factories import fact
from tests.web.acting import browser, hidden, words
from tests.web.small_home import append
from tests.web.test_responses import ADVICE, AT, REPORT, advice, at

OFFICER = "anyshire-pcc/governance-officer"
URL = f"/responses/{REPORT}/explanations/"
CLOCK = f"/responses/{REPORT}/clock/"


@pytest.fixture(autouse=True)
def record(book: Book) -> None:
    """Three recommendations of one theme; the first answered on record, with an action."""
    append(
        advice(1, theme="Theft"),
        advice(2, theme="Custody"),
        advice(3),
        fact(
            ResponseGiven,
            stream=f"{ADVICE}/1",
            on="2026-11-01",
            response="partly",
            text="Half of it by March.",
        ),
        fact(
            ActionPromised,
            stream="action/a/1",
            on="2026-11-01",
            text="Do half of thing 1",
            owner="deputy-chief-constable",
            due="2027-03-31",
            answers=(f"{ADVICE}/1",),
        ),
    )


def sent(
    client: Client, *, do: str = "record", base: dict[str, str] | None = None, **boxes: str
) -> Any:
    form = client.get(URL)
    day = {"on-day": "20", "on-month": "11", "on-year": "2026"}
    given = {name.replace("_", "-"): value for name, value in boxes.items()}
    held = {
        "answer-recommendation-1": "partly",
        "text-recommendation-1": "Half of it by March.",
        **{f"{box}-recommendation-{n}": "" for box in ("answer", "text") for n in (2, 3)},
    }
    carried = {name: unescape(value) for name, value in (base or hidden(form)).items()}
    return client.post(URL, {**carried, **day, **held, **given, "do": do})


def look() -> Look:
    return at(AT.date())


def test_each_recommendation_stands_with_theme_owner_and_its_actions() -> None:
    office = browser(OFFICER)
    page = words(office.get(URL))
    assert "Explanations on record for 1 of 3." in page
    assert "Theme Theft" in page
    assert "Owner Deputy chief constable" in page
    assert "Theme Custody" in page
    assert page.count("No owner on record.") == 2
    assert "On record since 1 November 2026 Half of it by March." in page
    assert page.count("Write this one alone") == 3
    assert URL in office.get(CLOCK).content.decode()
    assert URL not in browser("anyshire-council/partner").get(CLOCK).content.decode()


def test_one_press_records_all_that_is_new_and_leaves_the_rest() -> None:
    answer = sent(
        browser(OFFICER),
        answer_recommendation_2="accepted",
        text_recommendation_2="It is done by May.",
        answer_recommendation_3="rejected",
        text_recommendation_3="The law does not allow it.",
    )
    assert answer.status_code == 302, words(answer)
    rows = clock(look(), REPORT).answers
    assert [r.state for r in rows] == ["partly", "accepted", "rejected"]
    assert rows[1].sentence == "It is done by May."
    register = look().register("anyshire-police")
    assert len(register.versions_of(ResponseGiven)) == 3, "what was the same is not written again"


def test_an_explanation_stands_to_the_offices_alone_until_the_reply_is_published() -> None:
    office = browser(OFFICER)
    page = words(office.get(URL))
    assert "until the publication of the reply is recorded, nobody else reads them" in page
    sent(office, answer_recommendation_2="accepted", text_recommendation_2="Seldom by May.")
    shown = words(office.get(CLOCK))
    assert "Seldom by May." in shown, "it stands in the draft of the letter too"
    assert "Seldom by May." in clock(look(), REPORT).draft
    assert "Shown to your offices alone until the reply is published: 1 explanation." in shown
    assert "Seldom by May." in words(browser("anyshire-police/force-liaison").get(CLOCK))
    finding = f"/findings/{ADVICE}/2/"
    for path in (CLOCK, finding, "/search/?q=seldom", "/bodies/anyshire-police/"):
        assert "Seldom" not in words(browser().get(path)), path
    assert "Explanations held for 1 of 3" in words(browser().get(CLOCK))
    step = f"/responses/{REPORT}/step/"
    assert "Recording the publication makes 1 explanation public" in words(office.get(step))
    carried = {name: unescape(value) for name, value in hidden(office.get(step)).items()}
    day = {"on-day": "24", "on-month": "11", "on-year": "2026"}
    where = {"step": "published", "address": "https://anyshire.example/reply", "text": ""}
    assert office.post(step, {**carried, **day, **where}).status_code == 302
    assert "Seldom by May." in words(browser().get(CLOCK))
    assert "Seldom by May." in words(browser().get("/search/?q=seldom"))
    assert "Shown to your offices alone" not in words(office.get(CLOCK))
    sent(office, answer_recommendation_3="rejected", text_recommendation_3="Never: no power.")
    assert "Never: no power." in words(browser().get(CLOCK)), "the reply is out already"


def test_an_answer_without_its_explanation_waits_and_the_whole_ones_are_recorded() -> None:
    """Protects two finished explanations from a third that is still to be written."""
    office = browser(OFFICER)
    answer = sent(
        office,
        answer_recommendation_2="accepted",
        text_recommendation_2="It is done by May.",
        answer_recommendation_3="partly",
    )
    assert answer.status_code == 302, words(answer)
    states = [r.state for r in clock(look(), REPORT).answers]
    assert states == ["partly", "accepted", "none yet"]
    told = "More is kept as a draft and not recorded"
    assert told in words(office.get(CLOCK)), "the letter beside it does not hold these words"
    assert told not in words(browser().get(CLOCK))
    after = office.get(answer["Location"])
    assert "Recorded, and the rest is kept as a draft" in words(after)
    assert (
        '<option value="partly" selected'
        in after.content.decode().partition("answer-recommendation-3")[2].partition("</select>")[0]
    )


def test_what_is_half_typed_is_asked_for_and_every_word_is_kept() -> None:
    office = browser(OFFICER)
    answer = sent(
        office,
        text_recommendation_2="Some words without an answer.",
        answer_recommendation_3="accepted",
    )
    assert answer.status_code == 422
    page = words(answer)
    assert "Recommendation 2: choose what was answered" in page
    assert "Recommendation 3: give the explanation" in page
    again = office.get(URL).content.decode()
    assert "Some words without an answer." in again, "the draft keeps what was refused"
    assert [r.state for r in clock(look(), REPORT).answers] == ["partly", "none yet", "none yet"]


def test_a_draft_is_kept_for_the_body_and_is_gone_when_it_is_recorded() -> None:
    office = browser(OFFICER)
    kept = sent(office, do="keep", text_recommendation_2="Not ready.")
    assert kept.status_code == 302
    shown = office.get(kept["Location"])
    assert "Every word is kept. Nothing is on the record yet." in words(shown)
    assert "Not ready." in browser("anyshire-pcc/commissioner").get(URL).content.decode()
    assert "Not ready." not in browser().get(URL).content.decode()
    sent(office, answer_recommendation_2="accepted", text_recommendation_2="Ready.")
    page = office.get(URL).content.decode()
    assert "Not ready." not in page
    assert "The draft of your body" not in page


def test_a_draft_keeps_the_three_boxes_of_its_day_as_they_were_typed() -> None:
    office = browser(OFFICER)
    half = {"on_day": "4", "on_month": "Novem", "on_year": ""}
    assert sent(office, do="keep", **half).status_code == 302
    assert on_boxes(office) == ["4", "Novem", ""]
    assert on_boxes(browser("anyshire-pcc/commissioner")) == ["4", "Novem", ""]
    answer = sent(office, answer_recommendation_2="accepted", text_recommendation_2="x.", **half)
    assert answer.status_code == 422
    assert on_boxes(office) == ["4", "Novem", ""], "the draft keeps what was refused"
    typed = {"answer_recommendation_2": "accepted", "text_recommendation_2": "By May."}
    assert sent(office, **typed).status_code == 302
    assert on_boxes(office) == on_boxes(browser("anyshire-pcc/commissioner"))
    assert "Novem" not in on_boxes(office), "a draft that was recorded is gone"


def test_a_day_that_nobody_touched_is_no_part_of_a_draft() -> None:
    """Protects a draft of yesterday from the day that the page gave then."""
    office = browser(OFFICER)
    today = dict(zip(("on_day", "on_month", "on_year"), on_boxes(office), strict=True))
    sent(office, do="keep", text_recommendation_2="Not ready.", **today)
    draft = kept_explanations(by=look().actor, report=REPORT)
    assert draft is not None
    assert not [name for name in draft.fields if name.startswith("on-")]


def on_boxes(client: Client) -> list[str]:
    html = client.get(URL).content.decode()
    return re.findall(r'name="on-(?:day|month|year)"[^>]*value="([^"]*)"', html)


def test_two_officers_in_one_box_see_both_texts_and_a_second_press_decides() -> None:
    first, second = browser(OFFICER), browser("anyshire-pcc/commissioner")
    mine = hidden(second.get(URL))
    sent(first, do="keep", text_recommendation_2="Words of the first.")
    answer = sent(second, do="keep", base=mine, text_recommendation_2="Words of the second.")
    assert answer.status_code == 409
    page = words(answer)
    assert "typed meanwhile: “Words of the first.”" in page
    assert "Words of the second." in answer.content.decode()
    again = sent(second, do="keep", base=hidden(answer), text_recommendation_2="Words of both.")
    assert again.status_code == 302
    assert "Words of both." in first.get(URL).content.decode()


def test_a_box_that_another_filled_is_not_recorded_unseen_nor_lost() -> None:
    first, second = browser(OFFICER), browser("anyshire-pcc/commissioner")
    mine = hidden(second.get(URL))
    sent(first, do="keep", text_recommendation_3="Theirs on three.")
    answer = sent(
        second,
        base=mine,
        answer_recommendation_2="accepted",
        text_recommendation_2="Mine on two.",
    )
    assert answer.status_code == 409
    html = answer.content.decode()
    assert "Theirs on three." in html
    assert "Mine on two." in html


def test_a_draft_that_is_kept_joins_what_two_typed_in_different_boxes() -> None:
    first, second = browser(OFFICER), browser("anyshire-pcc/commissioner")
    mine = hidden(second.get(URL))
    sent(first, do="keep", text_recommendation_3="Theirs on three.")
    answer = sent(second, do="keep", base=mine, text_recommendation_2="Mine on two.")
    assert answer.status_code == 302
    html = second.get(URL).content.decode()
    assert "Theirs on three." in html
    assert "Mine on two." in html


def test_an_explanation_recorded_meanwhile_is_shown_and_nothing_is_lost() -> None:
    office = browser(OFFICER)
    mine = hidden(office.get(URL))
    append(
        fact(
            ResponseGiven,
            stream=f"{ADVICE}/2",
            on="2026-11-02",
            response="rejected",
            text="Theirs, recorded.",
        ),
        by="anyshire-pcc/commissioner",
    )
    typed = {"answer_recommendation_2": "accepted", "text_recommendation_2": "Mine, later."}
    answer = sent(office, base=mine, **typed)
    assert answer.status_code == 409
    page = words(answer)
    assert "Recommendation 2 was answered meanwhile" in page
    assert "Theirs, recorded." in page
    assert "Mine, later." in answer.content.decode()
    again = sent(office, base=hidden(answer), **typed)
    assert again.status_code == 302
    assert clock(look(), REPORT).answers[1].sentence == "Mine, later."


def test_the_same_again_is_refused_in_words() -> None:
    answer = sent(browser(OFFICER))
    assert answer.status_code == 422
    assert "stands on the record already, word for word" in words(answer)


def test_who_may_not_answer_writes_nothing() -> None:
    answer = sent(browser("anyshire-council/partner"), text_recommendation_2="x")
    assert answer.status_code == 403
    assert browser().get("/responses/hmicfrs/2026/nowhere/explanations/").status_code == 404


def test_an_action_that_was_due_before_the_report_came_out_is_named_so() -> None:
    append(
        fact(
            ActionPromised,
            stream="action/a/2",
            on="2025-01-01",
            text="An older matter",
            due="2025-05-01",
            answers=(f"{ADVICE}/2",),
        )
    )
    told = "One action that is linked to it was due before the report was published, on 13 Oct"
    office = browser(OFFICER)
    assert words(office.get(URL)).count(told) == 1
    page = clock(look(), REPORT)
    assert told in page.answers[1].note
    assert told not in page.answers[0].note
    assert told in page.draft.partition("From the register")[2]


def test_an_owner_known_only_by_a_link_that_nobody_confirmed_is_no_fact() -> None:
    """Protects a letter under the law from the owner of an older report's action."""
    append(
        fact(
            ActionPromised,
            stream="action/a/2",
            on="2025-01-01",
            text="An older matter",
            owner="head-of-crime",
            due="2025-05-01",
            answers=(f"{ADVICE}/2",),
        )
    )
    office = browser(OFFICER)
    page = words(office.get(URL))
    assert "No owner on record but by a link that nobody has confirmed: head of crime." in page
    assert "None that is confirmed." in page
    assert "Confirm or take back the link of: An older matter" in page
    assert "head of" not in clock(look(), REPORT).draft.casefold()
    action = "/findings/action/a/2/"
    assert f'href="{action}"' in office.get(URL).content.decode()
    shown = office.get(action).content.decode()
    assert 'href="/actions/action/a/2/answers/"' in shown
    assert 'href="/actions/action/a/2/answers-not/"' in shown
    form = office.get("/actions/action/a/2/answers/")
    given = {"link": f"{ADVICE}/2", "reason": "The log of today says so."}
    checked = office.post("/actions/action/a/2/answers/", {**hidden(form), **given})
    done = office.post("/actions/action/a/2/answers/", hidden(checked))
    assert done.status_code == 302, words(done)
    page = words(office.get(URL))
    assert "Owner Head of crime" in page
    assert "nobody has confirmed" not in page
    assert "Owner: head of crime" in words(office.get(CLOCK)), "from the day it was confirmed"
    assert 'href="/actions/action/a/2/answers/"' not in office.get(action).content.decode()
    again = office.post("/actions/action/a/2/answers/", {**hidden(checked), "key": "another"})
    assert "confirmed" in words(again)


def test_what_the_report_does_not_number_has_the_number_of_the_register() -> None:
    append(
        *(replace(advice(n, text=t), number=None) for n, t in ((4, "x"), (5, "do thing 5; and")))
    )
    page = words(browser(OFFICER).get(URL))
    assert "Recommendation 4" in page
    assert "Recommendation 5" in page
    rows = clock(look(), REPORT).answers
    assert [row.title.partition(":")[0] for row in rows][-2:] == [
        "Recommendation 4",
        "Recommendation 5",
    ]
    assert "“do thing 5”" in clock(look(), REPORT).draft, "a quote ends where its words end"


def test_one_of_several_owners_is_not_named_alone() -> None:
    append(
        fact(
            ActionPromised,
            stream="action/a/3",
            on="2026-11-01",
            text="Another part",
            owner="chief-finance-officer",
            due="2027-03-31",
            answers=(f"{ADVICE}/1",),
        )
    )
    page = words(browser(OFFICER).get(URL))
    assert "Deputy chief constable and one more, each of an action that answers it" in page


def letter_of(office: Client) -> list[str]:
    file = office.get(f"/responses/{REPORT}/draft.docx").content
    return [p.text for p in docx.Document(io.BytesIO(file)).paragraphs]


def test_what_is_kept_as_a_draft_stands_in_the_letter_in_brackets_until_it_is_recorded() -> None:
    """Protects the letter: a half-written reply is no reply, and its words are not lost either."""
    office = browser(OFFICER)
    typed = {
        "answer_recommendation_2": "partly",
        "text_recommendation_2": "Two posts of three.",
        "answer_recommendation_3": "accepted",
    }
    sent(office, do="keep", **typed)
    letter = letter_of(office)
    assert "[Kept as a draft, not recorded yet: Accepted in part. Two posts of three.]" in letter
    assert "[Kept as a draft, without its explanation: Accepted.]" in letter
    told = words(office.get(CLOCK))
    assert "In the first draft of the letter it stands in square brackets" in told
    other = browser("anyshire-police/force-liaison").get(CLOCK)
    assert "Two posts of three" not in other.content.decode()
    assert sent(office, **typed).status_code == 302
    letter = letter_of(office)
    assert "Accepted in part. Two posts of three." in letter
    assert "[Kept as a draft, without its explanation: Accepted.]" in letter
