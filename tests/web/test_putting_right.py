"""A line is corrected or withdrawn from its page, and a report answered, by whoever may."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.test import Client

from answerable.ledger.book import Book
from answerable.operations.findings import redress
from answerable.operations.pages.look import Look
from answerable.operations.pages.record.received import received
from answerable.operations.record import ledger
from answerable.store.reads import registers
from answerable.vocabulary.access import READER
from answerable.vocabulary.fact_base import Fact, Value
from answerable.vocabulary.facts import (
    Corrected,
    FindingPublished,
    GradeGiven,
    MoneyStated,
    OutputStated,
    Withdrawn,
)
from answerable.vocabulary.refusal import Refusal
from tests.factories import fact
from tests.operations.cast import AT, CAUSE, CHIEF, OFFICER, begin, common, size
from tests.web.acting import OTHER_MACHINE, browser, hidden, words

OFFICE = "anyshire-pcc/governance-officer"
CORRECT, WITHDRAW = "/corrections/correct/", "/corrections/withdraw/"
ANSWER, RECEIVED = "/corrections/answer/", "/corrections/received/"
CANARY = "The canary says that it was two burglaries"
ACTION_LINE = 2
"""Of the entries that `begin` makes: the promise, with a due date."""


@pytest.fixture(autouse=True)
def entry(book: Book) -> int:
    """The number of the line that is wrong: the cause of concern."""
    return begin(book).first


@pytest.fixture
def officer() -> Client:
    return browser(OFFICE)


def facts(kind: type[Fact]) -> list[Fact]:
    return list(registers.register("anyshire-police", valid=date(2100, 1, 1)).of(kind))


def reported(entry: int) -> int:
    return redress.report_mistake(**common(READER), entry=entry, text=CANARY).first


def corrected(client: Client, entry: int, **typed: str) -> str:
    """Both steps of the form, as a person takes them; the address that one comes to."""
    form = client.get(f"{CORRECT}?entry={entry}")
    checked = client.post(CORRECT, {**hidden(form), "reason": "Misread.", **typed})
    assert checked.status_code == 200, words(checked)
    answer = client.post(CORRECT, hidden(checked))
    assert answer.status_code == 302, words(answer)
    return str(answer.url)  # type: ignore[attr-defined]  # of a redirect


def test_a_line_is_corrected_from_its_page_after_a_look_at_both_values(
    entry: int, officer: Client
) -> None:
    start = officer.get(f"/corrections/report/?entry={entry}")
    assert f'href="{CORRECT}?entry={entry}"' in start.content.decode()
    form = officer.get(f"{CORRECT}?entry={entry}")
    assert "Number: 1" in words(form)
    before = size()
    checked = officer.post(
        CORRECT, {**hidden(form), "field": "number", "value": "2", "reason": "Misread."}
    )
    shown = words(checked)
    assert "Nothing is written yet." in shown
    assert "We had written 1" in shown
    assert "What it should be 2" in shown
    assert size() == before
    sent = hidden(checked)
    once, twice = officer.post(CORRECT, sent), officer.post(CORRECT, sent)
    assert once.url == twice.url == f"/corrections/?written={before}"  # type: ignore[attr-defined]  # of a redirect
    listed = words(officer.get(f"/corrections/?written={before}"))
    assert "The number is 2; we had written 1. Because: Misread." in listed
    assert f"This is entry {before} of the record." in listed
    assert "the number is 2" in words(browser().get(f"/findings/{CAUSE}/"))
    assert "Correction: Misread." in words(browser().get("/corrections/feed.atom"))


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"value": "2", "reason": "Misread."}, "Choose what is wrong."),
        ({"field": "number", "reason": "Misread."}, "Say what it should be."),
        ({"field": "number", "value": "2"}, "Say why it was wrong"),
    ],
)
def test_what_a_correction_lacks_is_asked_for_and_what_was_typed_is_kept(
    entry: int, officer: Client, typed: dict[str, str], said: str
) -> None:
    form = officer.get(f"{CORRECT}?entry={entry}")
    answer = officer.post(CORRECT, {**hidden(form), **typed})
    assert answer.status_code == 422
    assert said in words(answer)
    for value in typed.values():
        assert value in answer.content.decode()
    assert facts(Corrected) == []


def test_the_form_of_a_due_date_says_that_a_date_that_moved_is_no_correction(
    entry: int, officer: Client
) -> None:
    form = officer.get(f"{CORRECT}?entry={entry + ACTION_LINE}")
    given = {**hidden(form), "field": "due", "value": "2024-07-01", "reason": "Misread."}
    assert "move the due date instead" in words(officer.post(CORRECT, given))
    bad = officer.post(CORRECT, {**given, "step": "save", "value": "in July"})
    assert bad.status_code == 422


def test_somebody_who_was_first_is_shown_with_both_values(entry: int, officer: Client) -> None:
    form = officer.get(f"{CORRECT}?entry={entry}")
    checked = officer.post(
        CORRECT, {**hidden(form), "field": "number", "value": "2", "reason": "Misread."}
    )
    ledger.correct(**common(OFFICER), target=str(entry), field="number", value="3", reason="Typo.")
    answer = officer.post(CORRECT, hidden(checked))
    assert answer.status_code == 409
    assert "Somebody changed this first" in words(answer)
    again = officer.post(CORRECT, hidden(answer))
    assert again.status_code == 302


def test_exact_words_of_a_source_are_not_typed_anew(entry: int, officer: Client) -> None:
    form = officer.get(f"{CORRECT}?entry={entry}").content.decode()
    assert '<option value="text"' in form
    assert '<option value="quote"' not in form
    assert '<option value="source"' not in form


def test_a_line_is_withdrawn_with_its_reason(entry: int, officer: Client) -> None:
    form = officer.get(f"{WITHDRAW}?entry={entry}")
    assert officer.post(WITHDRAW, {**hidden(form), "reason": " "}).status_code == 422
    answer = officer.post(WITHDRAW, {**hidden(form), "reason": "Entered twice."})
    assert answer.status_code == 302
    assert len(facts(Withdrawn)) == 1
    assert facts(FindingPublished)[0].stream != CAUSE
    assert "Because: Entered twice." in words(browser().get("/corrections/"))
    assert officer.get(f"{CORRECT}?entry={entry}").status_code == 404


def test_after_a_line_is_withdrawn_one_comes_back_to_where_it_stood(
    entry: int, officer: Client
) -> None:
    there = "/bodies/anyshire-police/"
    form = officer.get(
        f"{WITHDRAW}?entry={entry}", headers={"Referer": f"http://127.0.0.1{there}"}
    )
    done = officer.post(WITHDRAW, {**hidden(form), "reason": "Entered twice."}, follow=True)
    assert f'href="{there}">Back to where the line stood' in done.content.decode()
    elsewhere = "https://elsewhere.example/"
    other = browser(OFFICE)
    other.get(f"{WITHDRAW}?entry={entry}", headers={"Referer": elsewhere})
    assert "Back to where" not in words(other.get("/corrections/?written=1"))


def test_a_report_is_listed_with_its_clock_corrected_and_answered(
    entry: int, officer: Client
) -> None:
    report = reported(entry)
    listed = officer.get(RECEIVED)
    shown = words(listed)
    assert CANARY in shown
    assert "An answer was due by 18 March 2024" in shown
    assert "Reports that wait for an answer: 1; overdue: 1." in shown
    assert "Reports of mistakes to answer: 1" in words(officer.get("/week/"))
    way = f"{CORRECT}?entry={entry}&amp;report={report}"
    assert way in listed.content.decode()
    form = officer.get(f"{CORRECT}?entry={entry}&report={report}")
    checked = officer.post(
        CORRECT, {**hidden(form), "field": "number", "value": "2", "reason": "Misread."}
    )
    on = officer.post(CORRECT, hidden(checked)).url  # type: ignore[attr-defined]  # of a redirect
    assert on == f"{ANSWER}?entry={report}"
    assert "Put right, and nothing said to the reader yet" in words(officer.get(RECEIVED))
    answer = officer.get(on)
    assert '<option value="corrected" selected' in answer.content.decode()
    given = {**hidden(answer), "found": "corrected", "outcome": "The source says 2."}
    assert officer.post(ANSWER, given).status_code == 302
    assert "Nothing waits for an answer." in words(officer.get(RECEIVED))
    assert "Reports of mistakes to answer" not in words(officer.get("/week/"))
    public = words(browser().get("/corrections/"))
    assert "Found: Corrected. The source says 2." in public
    assert CANARY not in public
    assert "Corrected. The source says 2." in words(browser().get("/corrections/feed.atom"))


def test_a_report_that_is_not_right_is_answered_with_the_reason_and_its_words_if_chosen(
    entry: int, officer: Client
) -> None:
    report = reported(entry)
    form = officer.get(f"{ANSWER}?entry={report}")
    assert "because" not in words(form).lower()
    given = {**hidden(form), "outcome": "The report says one."}
    assert "Choose what you found" in words(officer.post(ANSWER, given))
    early = officer.post(ANSWER, {**given, "found": "corrected"})
    assert early.status_code == 422
    assert "Nothing of the line was put right since it was reported." in words(early)
    done = officer.post(ANSWER, {**given, "found": "not-corrected", "publish": "yes"})
    assert done.status_code == 302
    public = words(browser().get("/corrections/"))
    assert "Found: Not corrected. The report says one." in public
    assert CANARY in public
    assert officer.post(ANSWER, {**given, "found": "not-corrected", "key": "k"}).status_code == 422
    assert "has its answer already" in words(officer.get(f"{ANSWER}?entry={report}"))


@pytest.mark.parametrize("office", ["", "anyshire-police/force-liaison"])
def test_others_see_no_words_of_readers_and_put_nothing_right(entry: int, office: str) -> None:
    report, client = reported(entry), browser(office)
    for address in (RECEIVED, f"{ANSWER}?entry={report}", f"{CORRECT}?entry={entry}"):
        page = client.get(address)
        assert page.status_code == 200
        assert office or CANARY not in words(page)
    assert "Nothing waits" in words(client.get(RECEIVED))
    before = size()
    for address, typed in (
        (CORRECT, {"field": "number", "value": "2", "reason": "x", "step": "save"}),
        (WITHDRAW, {"reason": "x"}),
        (ANSWER, {"found": "not-corrected", "outcome": "x"}),
    ):
        target = report if address == ANSWER else entry
        given = {"entry": str(target), "key": "k", "seen": str(before - 1), **typed}
        assert client.post(address, given).status_code == 403
    assert size() == before
    way = f'href="{CORRECT}?entry={entry}"'
    assert way not in client.get(f"/history/entry/{entry}/").content.decode()


def test_elsewhere_nothing_is_written(entry: int) -> None:
    away = browser(**OTHER_MACHINE)
    assert "read-only" in words(away.get(f"{CORRECT}?entry={entry}"))
    assert away.post(CORRECT, {"entry": str(entry)}).status_code == 403
    assert away.get(f"{CORRECT}?entry=99999").status_code in (200, 404)


def test_the_report_that_is_due_first_stands_first_and_none_is_late_on_its_day(
    entry: int,
) -> None:
    redress.report_mistake(
        **common(READER, at=AT + timedelta(days=3)), entry=entry, text="The second."
    )
    shown = received(Look(at=datetime(2024, 3, 18, 9, tzinfo=UTC), actor=OFFICER))
    assert shown.sentence == "Reports that wait for an answer: 1; none is overdue."


@pytest.mark.parametrize(
    ("kind", "field", "typed", "right"),
    [
        (OutputStated, "n", "40", 40),
        (OutputStated, "n", "many", "whole number"),
        (MoneyStated, "amount", "£120,000", "120000"),
        (MoneyStated, "amount", "a lot", "the amount in pounds"),
    ],
)
def test_a_number_that_was_left_out_is_put_in_as_the_record_keeps_numbers(
    book: Book, kind: type[Fact], field: str, typed: str, right: int | str
) -> None:
    line = fact(kind, stream="money/anyshire-police/x", on="2024-01-15")
    at = book.append(about="anyshire-police", decide=lambda _r: [line], **common(OFFICER)).first
    given = {**common(OFFICER), "target": str(at), "field": field, "reason": "Left out."}
    if typed in ("many", "a lot"):
        with pytest.raises(Refusal, match=str(right)):
            ledger.correct(**given, value=typed)
        return
    ledger.correct(**given, value=typed)
    assert facts(kind)[0].get(field) == right


@pytest.mark.parametrize(
    ("field", "sent", "takes"),
    [("cycle", 7895575, "text"), ("cycle", True, "text"), ("question", ["a", "b"], "text")],
)
def test_a_program_cannot_put_a_number_where_the_record_keeps_words(
    book: Book, field: str, sent: Value, takes: str
) -> None:
    line = fact(GradeGiven, stream="anyshire-inspectorate/2026/anyshire/x/grade", on="2026-01-15")
    at = book.append(about="anyshire-police", decide=lambda _r: [line], **common(OFFICER)).first
    given = {**common(OFFICER), "target": str(at), "field": field, "reason": "Typed wrongly."}
    with pytest.raises(Refusal, match=f"The {field} is {takes}"):
        ledger.correct(**given, value=sent)


def test_the_chief_constable_replies_and_corrects_nothing(entry: int) -> None:
    with pytest.raises(Refusal, match="may not"):
        ledger.correct(
            **common(CHIEF), target=str(entry), field="number", value="2", reason="Ours."
        )
