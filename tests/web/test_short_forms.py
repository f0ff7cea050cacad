"""A short form that a document writes out is written out on the pages and papers that use it."""

import io
from dataclasses import replace

import docx
import pytest

from answerable.reading.formats import canonical
from answerable.store.papers import documents
from answerable.vocabulary import facts as f
from answerable.vocabulary.access import Classification
from answerable.vocabulary.times import Period, first_day
from tests.web import small_home
from tests.web.acting import browser, words
from tests.web.small_home import FORCE, append
from tests.web.test_session_desk import SESSION, plan, started

OFFICE = "anyshire-pcc/governance-officer"
AGENDA = "/sessions/anyshire-pcc/next/"
LINE = "RSO: registered sex offender."


@pytest.fixture(autouse=True)
def home_with_short_forms(home: object) -> None:
    """An overdue action of three letters that nobody outside knows."""
    small_home.made()
    append(
        f.ActionPromised(
            institution=FORCE,
            stream="action/anyshire/rso",
            valid=Period(first_day("2026-05-01")),
            said="2026-05-01",
            text="Count overdue RSO visits each month",
            owner="chief-constable",
            due="2026-06-01",
        )
    )


def filed(text: str, *, restricted: bool = False) -> None:
    digest = documents.keep(text.encode())
    documents.keep_text(canonical(text.encode(), media_type="text/plain", name="a.txt"))
    fact = f.DocumentFiled(
        institution=FORCE,
        stream=f"document/{digest[:8]}",
        valid=Period(first_day("2026-05-01")),
        doc=digest,
        said="2026-05-01",
        title="A paper",
        type="minutes",
        standing="own-form",
    )
    hidden = dict.fromkeys(fact.values(), Classification.RESTRICTED) if restricted else {}
    append(replace(fact, classes=hidden))


def test_the_pages_that_use_it_write_it_out() -> None:
    filed("The force visits each registered sex offender (RSO) once a year.")
    assert LINE in words(browser().get(AGENDA))
    assert LINE in words(browser(OFFICE).get("/week/"))
    assert LINE in words(browser().get("/findings/action/anyshire/rso/"))


def test_nothing_is_written_out_that_no_document_says_or_that_two_say_differently() -> None:
    filed("The force counts RSO visits.")
    assert "Short forms" not in words(browser().get(AGENDA))
    filed("The force visits each registered sex offender (RSO) once a year.")
    filed("Each regional support officer (RSO) was told.")
    assert "Short forms" not in words(browser().get(AGENDA))


def test_a_document_that_is_restricted_tells_a_reader_nothing() -> None:
    filed("The force visits each registered sex offender (RSO).", restricted=True)
    assert "Short forms" not in words(browser().get(AGENDA))
    assert LINE in words(browser(OFFICE).get("/week/"))


@pytest.mark.parametrize("form", ["agenda", "agenda-to-send"])
def test_the_agenda_as_a_file_writes_it_out(form: str) -> None:
    filed("The force visits each registered sex offender (RSO) once a year.")
    officer = browser(OFFICE)
    plan(officer)
    started(officer)
    made = officer.get(f"{SESSION}{form}.docx")
    assert made.status_code == 200, words(made)
    told = [p.text for p in docx.Document(io.BytesIO(made.content)).paragraphs]
    assert any("overdue RSO visits" in line for line in told)
    assert told.index("RSO: registered sex offender") > 0
