"""Corrections, reports and replies as pages: what stands there, who may write, and where."""

from typing import Any

import pytest

from answerable.ledger.book import Book
from answerable.operations.findings import redress
from answerable.operations.record import ledger, removal
from answerable.scrutiny.phrases import on_day
from answerable.store.reads import registers
from answerable.vocabulary.access import READER
from answerable.vocabulary.facts import MistakeReported, ReplyGiven
from tests.operations.cast import CAUSE, DAY, OFFICER, begin, common, size
from tests.web.acting import FOREIGN_NAME, OTHER_MACHINE, browser, hidden, words

REPORT, REPLY = "/corrections/report/", "/corrections/reply/"
CANARY = "The canary says that it was two burglaries"
DAY_LATE = "2100-01-01"


@pytest.fixture(autouse=True)
def entry(book: Book) -> int:
    """The number of the line that is reported: the cause of concern."""
    return begin(book).first


def facts(kind: Any) -> list[Any]:
    from datetime import date  # noqa: PLC0415  # one use

    return list(registers.register("anyshire-police", valid=date(2100, 1, 1)).of(kind))


def test_without_any_the_page_says_so_and_is_no_blank() -> None:
    shown = words(browser().get("/corrections/"))
    assert "No entry has been corrected. No reader has reported a mistake." in shown
    assert "Nothing has been corrected yet." in shown


def test_a_correction_shows_what_was_written_what_is_right_and_why(entry: int) -> None:
    ledger.correct(
        **common(OFFICER), target=str(entry), field="number", value="2", reason="Misread."
    )
    shown = words(browser().get("/corrections/"))
    assert "The number is 2; we had written 1. Because: Misread." in shown
    assert "Corrected so far: 1." in shown


def test_a_correction_stands_at_the_top_of_the_page_that_it_mends(entry: int) -> None:
    page = f"/findings/{CAUSE}/"
    assert "Put right on" not in words(browser().get(page))
    given = common(OFFICER)
    ledger.correct(**given, target=str(entry), field="number", value="2", reason="Misread.")
    shown = words(browser().get(page))
    assert "the number is 2; we had written it down wrongly. Misread." in shown
    put_right = on_day(given["at"].date())
    told = f"Put right on {put_right}, in cause of concern 1:"
    assert told in shown, "the day of the correction, not of the fact"


def test_a_withdrawn_entry_is_listed_with_its_reason(entry: int) -> None:
    ledger.withdraw(**common(OFFICER), target=str(entry), reason="Entered twice.")
    assert "Because: Entered twice." in words(browser().get("/corrections/"))


def test_a_reader_reports_a_mistake_gets_a_number_and_its_words_stay_inside(entry: int) -> None:
    client = browser()
    form = client.get(f"{REPORT}?entry={entry}")
    assert "Repeat burglary is not prevented." in words(form)
    sent = {**hidden(form), "text": CANARY}
    first, again = client.post(REPORT, sent), client.post(REPORT, sent)
    assert first.url == again.url == f"/corrections/?reported={size() - 1}#mistakes"
    shown = words(client.get(first.url))
    assert f"Your reference number is {size() - 1}" in shown
    assert "Nobody has looked at it yet." in shown
    assert CANARY not in shown
    assert len(facts(MistakeReported)) == 1


def test_what_came_of_a_report_is_public(entry: int) -> None:
    number = redress.report_mistake(**common(READER), entry=entry, text=CANARY).first
    given = {"report": number, "outcome": "The report says the same."}
    redress.answer_mistake(**common(OFFICER), **given, publish=True)
    shown = words(browser().get("/corrections/"))
    assert "Looked at. Found: The report says the same." in shown
    assert CANARY in shown
    assert "Mistakes reported: 1; answered: 1." in shown


def test_a_correction_after_a_report_is_its_outcome(entry: int) -> None:
    redress.report_mistake(**common(READER), entry=entry, text=CANARY)
    made = ledger.correct(
        **common(OFFICER), target=str(entry), field="number", value="2", reason="Misread."
    )
    assert f"Put right as entry {made.first}." in words(browser().get("/corrections/"))


def test_an_empty_report_is_sent_back_with_the_form(entry: int) -> None:
    client = browser()
    form = client.get(f"{REPORT}?entry={entry}")
    answer = client.post(REPORT, {**hidden(form), "text": " "})
    assert answer.status_code == 422
    assert "Give the words that say what is wrong." in words(answer)


def test_the_body_that_a_line_is_about_replies_in_public(entry: int) -> None:
    client = browser("anyshire-police/chief-constable")
    form = client.get(f"{REPLY}?entry={entry}")
    assert "It is for Anyshire Police or Anyshire Police and Crime Commissioner." in words(form)
    sent = {**hidden(form), "text": "Visits <b>began</b> in January."}
    answer = client.post(REPLY, sent)
    assert answer.status_code == 302
    assert client.post(REPLY, sent).url == answer.url
    assert "The reply is published" in words(client.get(answer.url))
    assert [r.text for r in facts(ReplyGiven)] == ["Visits <b>began</b> in January."]
    page = client.get(f"/history/entry/{size() - 1}/")
    assert "<b>began" not in page.content.decode()
    stands = browser().get(f"/findings/{CAUSE}/")
    assert "Reply of the chief constable: Visits &lt;b&gt;began&lt;/b&gt; in January." in words(
        stands
    )
    removal.erase(
        **common(OFFICER), target=str(size() - 1), fields=["text"], basis="Article 17", on=DAY
    )
    gone = words(browser().get(f"/findings/{CAUSE}/"))
    assert "Reply of the chief constable: Erased" in gone
    assert "began" not in gone


@pytest.mark.parametrize("office", ["", "anyshire-inspectorate/inspector"])
def test_others_cannot_reply_in_its_name(entry: int, office: str) -> None:
    client = browser(office)
    form = client.get(f"{REPLY}?entry={entry}")
    answer = client.post(REPLY, {**hidden(form), "text": "We agree."})
    assert answer.status_code in (403, 422)
    assert facts(ReplyGiven) == []
    assert "We agree." in answer.content.decode()


@pytest.mark.parametrize("where", [OTHER_MACHINE, FOREIGN_NAME])
@pytest.mark.parametrize("address", [REPORT, REPLY])
def test_elsewhere_the_page_says_to_whom_to_write_and_writes_nothing(
    entry: int, where: dict[str, str], address: str
) -> None:
    away = browser(**where)
    form = away.get(f"{address}?entry={entry}")
    assert form.status_code == 200
    shown = words(form)
    assert "This site is read-only here" in shown
    assert f"Name entry {entry}" in shown
    assert 'href="/about/privacy/"' in form.content.decode()
    before = size()
    answer = away.post(address, {"entry": str(entry), "text": CANARY, "key": "k", "seen": "0"})
    assert answer.status_code == 403
    assert size() == before


@pytest.mark.parametrize("query", ["", "?entry=99999", "?entry=-1", "?entry=x"])
def test_a_line_that_is_not_there_has_no_form(query: str) -> None:
    assert browser().get(f"{REPORT}{query}").status_code == 404


def test_the_list_comes_in_pages(entry: int) -> None:
    for _ in range(21):
        redress.report_mistake(**common(READER), entry=entry, text=CANARY)
    client = browser()
    first, second = client.get("/corrections/"), client.get("/corrections/?page=2")
    assert words(first).count("Repeat burglary") == 20
    assert words(second).count("Repeat burglary") == 1
    assert 'href="/corrections/?page=2"' in first.content.decode()
    assert CAUSE in second.content.decode()
