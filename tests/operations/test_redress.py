"""Report a mistake, reply, and what came of a report: who may, and what the public sees."""

from datetime import date
from typing import Any

import pytest

from answerable.ledger.book import Book
from answerable.operations.findings import redress
from answerable.operations.record import ledger
from answerable.store.engine import database
from answerable.store.reads import registers
from answerable.vocabulary.access import READER, Classification
from answerable.vocabulary.facts import ActionPromised, MistakeReported, ReplyGiven
from answerable.vocabulary.refusal import Refusal
from tests.factories import FORCE, fact
from tests.operations.cast import (
    CAUSE,
    CHIEF,
    DAY,
    INSPECTOR,
    LIAISON,
    OFFICER,
    RESEARCHER,
    begin,
    common,
    held,
    size,
)

CANARY = "the canary says that the number is wrong"


def report(entry: int, **more: Any) -> int:
    receipt = redress.report_mistake(**{**common(READER), "entry": entry, "text": CANARY, **more})
    return receipt.first


def test_anybody_reports_a_mistake_and_its_words_wait_for_a_person(book: Book) -> None:
    first = begin(book).first
    number = report(first)
    assert number == size() - 1
    (public,) = held(MistakeReported, by=READER)
    assert (public.get("text"), public.stream) == (None, CAUSE)
    (inside,) = held(MistakeReported, by=OFFICER)
    assert inside.get("text") == CANARY


def test_an_office_reports_a_mistake_about_another_force_as_any_reader_does(book: Book) -> None:
    begin(book)
    other = "west-mercia-police"
    given = {**common(RESEARCHER), "about": other}
    line = fact(ActionPromised, institution=other, stream="action/x/1", on="2024-01-15", text="x")
    entry = book.append(**given, decide=lambda _register: [line]).first
    report(entry, **common(OFFICER))
    register = registers.register(other, valid=DAY)
    assert len(register.of(MistakeReported)) == 1


def test_words_that_are_published_after_a_look_are_public(book: Book) -> None:
    number = report(begin(book).first)
    given: dict[str, Any] = {"report": number, "outcome": "The source gives the same number."}
    with pytest.raises(Refusal, match="may not mark who may see a value"):
        redress.answer_mistake(**common(LIAISON), **given)
    redress.answer_mistake(**common(OFFICER), **given, publish=True)
    (public,) = held(MistakeReported, by=READER)
    assert public.get("text") == CANARY
    with pytest.raises(Refusal, match="has its answer"):
        redress.answer_mistake(**common(OFFICER), **given)


def test_an_answer_may_leave_the_readers_words_inside(book: Book) -> None:
    number = report(begin(book).first)
    redress.answer_mistake(**common(OFFICER), report=number, outcome="It names a victim.")
    (public,) = held(MistakeReported, by=READER)
    assert public.get("text") is None
    register = registers.register(FORCE, valid=DAY)
    (answer,) = redress.answers(register).values()
    assert answer.fact.get("ground") == "It names a victim."


def test_only_a_report_is_answered_and_only_a_line_that_is_seen_is_reported(book: Book) -> None:
    every = dict.fromkeys(ActionPromised.field_names(), Classification.RESTRICTED)
    hidden = fact(ActionPromised, stream="action/x/1", on="2024-01-15", text="x", classes=every)
    first = begin(book, hidden).first
    with pytest.raises(Refusal, match="is not a report"):
        redress.answer_mistake(**common(OFFICER), report=first, outcome="No.")
    for entry in (first + 3, 9_999):
        with pytest.raises(Refusal, match="Check its number"):
            report(entry)
    with pytest.raises(Refusal, match="Give the words"):
        report(first, text=" ")


def test_a_line_about_the_past_is_reported_too(book: Book) -> None:
    ended = fact(
        ActionPromised, stream="action/x/1", on="2022-01-15", until="2022-02-01", text="x"
    )
    first = begin(book, ended).first
    assert redress.line(first + 3, actor=READER).version.fact.stream == "action/x/1"


def test_the_body_that_a_line_is_about_replies_and_others_do_not(book: Book) -> None:
    entry = begin(book).first
    given: dict[str, Any] = {"entry": entry, "text": "Visits began in January."}
    redress.reply(**common(CHIEF), **given)
    redress.reply(**common(OFFICER), **given)
    replies = held(ReplyGiven, by=READER)
    assert [r.get("by_office") for r in replies] == ["chief-constable", "anyshire-pcc"]
    assert {r.stream for r in replies} == {CAUSE}
    for other in (INSPECTOR, RESEARCHER):
        with pytest.raises(Refusal, match="A reply is for the body"):
            redress.reply(**common(other), **given)
    with pytest.raises(Refusal, match="may not reply"):
        redress.reply(**common(READER), **given)


def test_a_report_is_due_after_ten_working_days_bank_holidays_left_out(book: Book) -> None:
    begin(book)
    report(0)
    (version,) = registers.register(FORCE, valid=DAY).versions_of(MistakeReported)
    assert redress.answer_due(version) == date(2024, 3, 18)


def test_the_day_is_left_open_where_no_calendar_is_held(book: Book) -> None:
    begin(book)
    late = fact(MistakeReported, stream=CAUSE, on="2031-03-03", text="x", ref="0" * 32)
    book.append(about=FORCE, decide=lambda _r: [late], **common(OFFICER))
    register = registers.register(FORCE, valid=date(2031, 4, 1))
    (version,) = register.versions_of(MistakeReported)
    assert redress.answer_due(version) is None


def test_a_corrected_line_keeps_its_replies_and_reports(book: Book) -> None:
    entry = begin(book).first
    report(entry)
    redress.reply(**common(CHIEF), entry=entry, text="We agree that it is wrong.")
    ledger.correct(**common(OFFICER), target=str(entry), field="number", value="2", reason="Typo.")
    assert len(held(ReplyGiven, by=READER)) == len(held(MistakeReported, by=READER)) == 1
    assert redress.line(entry, actor=READER).version.fact.get("number") == "2"


def test_a_report_is_not_in_the_tables_that_search_reads(book: Book) -> None:
    report(begin(book).first)
    tables = [
        name
        for (name,) in database.rows("SELECT name FROM sqlite_master WHERE type = 'table'")
        if name in ("finding", "action", "response", "claim", "question")
    ]
    assert tables
    for name in tables:
        found = str(database.rows(f'SELECT * FROM "{name}"'))  # noqa: S608  # names from above
        assert "canary" not in found
