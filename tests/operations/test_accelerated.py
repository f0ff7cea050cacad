"""An accelerated cause of concern keeps its word, from a reading or a form to every list.

It counts as a cause of concern wherever causes are counted (DOMAIN 5).
"""

from datetime import date

from answerable.ledger.book import Book
from answerable.operations.data_tables import FINDINGS
from answerable.operations.desk.register import Wanted, as_csv
from answerable.operations.desk.rows import rows
from answerable.operations.documents import deciding, reading
from answerable.operations.documents.reader import Meta
from answerable.operations.findings import findings
from answerable.operations.output import data_rows
from answerable.operations.pages.findings import finding
from answerable.operations.pages.look import Look
from answerable.scrutiny.cases import case_lines
from answerable.scrutiny.matter import Matter
from answerable.store.papers import review
from answerable.store.reads import registers
from answerable.vocabulary.facts import FindingPublished
from answerable.vocabulary.regimes import Names, Theme
from tests.factories import FORCE
from tests.operations.cast import AT, COMMISSIONER, DAY, OFFICER, common

LETTER = """<html><title>Letter</title><body><h1>Inspection report</h1>
<p>Accelerated cause of concern</p>
<p>The force does not protect repeat victims of burglary well enough.</p></body></html>"""
EARLY = "accelerated-cause-of-concern"


def accepted(words: str = LETTER) -> FindingPublished:
    meta = Meta(
        name="letter.html",
        title="Burglary in Anyshire",
        publisher="anyshire-inspectorate",
        published="2024-02-20",
        subject=FORCE,
    )
    reading.read(by=OFFICER, at=AT, key="read", data=words.encode(), meta=meta)
    waiting = str(review.waiting(kind="cause_of_concern")[0].record["id"])
    for by in (OFFICER, COMMISSIONER):
        deciding.accept(by=by, at=AT, key=by.person, seen=None, candidate=waiting)
    return registers.register(FORCE, valid=DAY).of(FindingPublished)[0]


def test_an_accepted_reading_keeps_the_word_in_page_register_and_data(book: Book) -> None:
    fact = accepted()
    assert fact.kind == EARLY
    assert "/cause-of-concern/" in fact.stream  # numbered with the other causes of concern
    page = finding.finding(Look(at=AT), fact.stream)
    assert page.title.startswith("Accelerated cause of concern, February")
    assert any("before its full report" in words for words in page.how)
    register = registers.register(FORCE, valid=DAY)
    table = rows(Look(at=AT), FORCE).table
    for kind in (EARLY, "cause-of-concern"):  # the filter of all causes holds it too
        assert [i.reference for i in table.chosen(Wanted(kind=kind))] == [fact.stream]
    assert f",{EARLY}," in as_csv(table.chosen(Wanted()))
    assert data_rows.rows(FINDINGS, register)[0]["kind"] == EARLY


def test_a_plain_cause_of_concern_gains_no_word(book: Book) -> None:
    assert accepted(LETTER.replace("Accelerated cause", "Cause")).kind == "cause-of-concern"


def test_one_filed_by_hand_counts_as_a_cause_and_is_told_apart(book: Book) -> None:
    for kind in (EARLY, "cause-of-concern"):
        findings.file_finding(
            **common(OFFICER),
            institution=FORCE,
            origin="inspection",
            text="Victims of repeat burglary are not protected.",
            owner="anyshire-inspectorate",
            on=date(2024, 2, 20),
            kind=kind,
            theme="burglary",
        )
    register = registers.register(FORCE, valid=DAY)
    first, second = register.of(FindingPublished)
    assert (first.kind, first.stream) == (EARLY, second.stream[:-1] + "1")
    told, _ = case_lines.asked(
        Matter(register, Theme("burglary", "burglary", "burglary"), Names())
    )
    assert told.startswith("1 cause of concern, 1 accelerated cause of concern.")
