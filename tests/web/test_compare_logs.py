"""Then and now after a second log: rows by their number, one line for a log, none of its cells."""

import io
import zipfile
from datetime import UTC, datetime

import pytest
from django.test import Client

from answerable.ledger.book import Book
from answerable.scrutiny.plans import log_gone, log_headings
from answerable.vocabulary.documents import Source
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import (
    ActionPromised,
    ActionUpdated,
    DetailStated,
    DocumentFiled,
    DueDateMoved,
    FindingLinked,
)
from tests.factories import FORCE, fact
from tests.operations.cast import CAUSE, OFFICER, begin

FIRST, SECOND = "ab" * 32, "cd" * 32
DAYS = {FIRST: "2024-02-10", SECOND: "2024-03-01"}
PAGE = f"/compare/{FORCE}/?a=2024-02-20&b=2024-03-04"
PACK = f"/packs/changes/{FORCE}/2024-02-20/2024-03-04"


def row(kind: type[Fact], number: str, doc: str, **values: object) -> Fact:
    return fact(
        kind,
        stream=f"action/log/{number.replace('/', '-')}",
        on=DAYS[doc],
        source=Source(kind="original", doc=doc),
        **values,  # type: ignore[arg-type]  # fields of the kind
    )


def listed(number: str, doc: str) -> tuple[Fact, ...]:
    quote = f"{number} | A&A | Audit of {number} | All | A | Open"
    return (
        row(ActionPromised, number, doc, text=f"Audit of {number}", quote=f"Audit of {number}"),
        row(ActionUpdated, number, doc, text="Status: Open.", quote=quote),
    )


@pytest.fixture
def logs(book: Book) -> None:
    """Two rows of a log of 10 February; in that of 1 March one moved, one is gone, one is new."""
    begin(
        book,
        *(
            fact(
                DocumentFiled,
                stream=f"document/{doc}",
                on=day,
                title="Action log",
                type="action-log",
                published=day,
                doc=doc,
                source=Source(kind="original", doc=doc),
            )
            for doc, day in DAYS.items()
        ),
        *listed("24/054", FIRST),
        *listed("24/056", FIRST),
        row(DueDateMoved, "24/054", SECOND, due="2027-03-31", quote="24/054 | 31/03/2027 | Open"),
        row(
            DetailStated,
            "24/056",
            SECOND,
            form=log_headings.FORM,
            field=log_gone.FIELD,
            value=log_gone.NO,
        ),
        *listed("24/057", SECOND),
    )


def test_each_row_begins_with_its_kind_and_number(logs: None, client: Client) -> None:
    html = client.get(PAGE).content.decode()
    assert "Action 24/054: Audit of 24/054" in html
    assert "Action 24/056: Audit of 24/056" in html
    assert "Cause of concern 1: Repeat burglary" in html
    gone = html.partition("/findings/action/log/24-056/")[2].partition("</tr>")[0]
    assert "No longer in the log of 1 March 2024." in gone


def test_a_log_is_one_line_and_its_cells_are_no_statements(logs: None, client: Client) -> None:
    html = client.get(PAGE).content.decode()
    line = "Action log, 1 March 2024: one row changed, one is gone and one is new."
    assert line in html
    assert "24/054 |" not in html
    assert "2 rows recorded from this log" in html


def test_the_word_file_and_the_workbook_have_the_line_and_the_numbers(
    logs: None, client: Client
) -> None:
    for form, part in (("docx", "word/document.xml"), ("xlsx", "xl/")):
        body = b"".join(client.get(f"{PACK}.{form}"))
        with zipfile.ZipFile(io.BytesIO(body)) as file:
            told = "".join(
                file.read(name).decode() for name in file.namelist() if name.startswith(part)
            )
        assert "one row changed, one is gone and one is new" in told, form
        assert "Action 24/054" in told, form
        assert "Cause of concern 1" in told, form
        assert "24/054 |" not in told, form


def test_a_row_is_new_in_the_log_that_it_was_first_read_from(logs: None, client: Client) -> None:
    """Protects the count of new rows: a later log that tells of them all did not bring them."""
    html = client.get(f"/compare/{FORCE}/?a=2024-02-01&b=2024-03-04").content.decode()
    assert "Action log, 10 February 2024: 0 rows changed, 0 are gone and two are new." in html
    assert "Action log, 1 March 2024: one row changed, one is gone and one is new." in html


def test_a_row_of_which_only_a_link_was_made_has_not_changed(book: Book, client: Client) -> None:
    filed = (
        fact(
            DocumentFiled,
            stream=f"document/{doc}",
            on=day,
            title="Action log",
            type="action-log",
            published=day,
            doc=doc,
            source=Source(kind="original", doc=doc),
        )
        for doc, day in DAYS.items()
    )
    quote = "24/055 | A&A | Audit | All | A | Open"
    begin(
        book,
        *filed,
        *listed("24/055", FIRST),
        fact(
            FindingLinked,
            stream="action/log/24-055",
            on=DAYS[SECOND],
            source=Source(kind="original", doc=SECOND),
            kind="answers",
            other=CAUSE,
            quote=quote,
        ),
        *listed("24/057", SECOND),
    )
    html = client.get(PAGE).content.decode()
    assert "Action log, 1 March 2024: 0 rows changed, 0 are gone and one is new." in html, (
        html.partition("Action log, 1 March 2024: ")[2][:90]
    )


def test_what_stood_without_a_step_is_said_to_stand_on_the_record(
    book: Book, client: Client
) -> None:
    begin(book)
    later = fact(
        ActionPromised,
        stream="action/x/1",
        on="2024-03-02",
        text="Train",
        due="2024-12-31",
        answers=(CAUSE.replace("cause-of-concern", "recommendation"),),
    )
    at = datetime(2024, 3, 4, 10, tzinfo=UTC)
    book.append(about=FORCE, decide=lambda _: [later], by=OFFICER, at=at, key="later", seen=None)
    html = client.get(PAGE).content.decode()
    told = html.partition("Recommendation 1: ")[2].partition("</tr>")[0]
    assert "Stated on 1 October 2023. No step towards it is in our sources." in told
    assert "Not in our sources." not in told
    assert "Dates of the actions: 31 December 2024." in told
