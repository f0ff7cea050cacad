"""Which findings the rows of a log name: by the report's name and year, in the log's own ways."""

from datetime import date
from typing import Any

import pytest

from answerable.operations.pages.desk import import_notes
from answerable.operations.pages.desk.import_first import first_of_all
from answerable.operations.pages.desk.import_lines import what
from answerable.operations.plans import action_log
from answerable.operations.record import ledger
from answerable.operations.recording import book
from answerable.scrutiny.plans import log_answers
from answerable.scrutiny.progress import actions
from answerable.scrutiny.sourced import OUR_RECORD
from answerable.store.reads import registers
from answerable.vocabulary.documents import Source
from answerable.vocabulary.facts import ActionPromised, DocumentFiled, FindingPublished
from tests.operations.test_desk_action_log import (
    AT,
    FORCE,
    LOG,
    NOVEMBER,
    REPORT,
    WITH_REC,
    asked,
    changed,
    changes,
    kept,
    officer,
    own,
    published,
    recorded,
)

__all__ = ["own"]

PEEL = "inspectorate/2026/f/peel-2025-27"
KNOWN = {
    f"{PEEL}/{kind}/{n}"
    for kind in ("recommendation", "area-for-improvement", "cause-of-concern")
    for n in range(1, 10)
}


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("PEEL 2026 Rec 3", ["recommendation/3"]),
        ("PEEL26 R3", ["recommendation/3"]),
        ("PEEL 2025-27 AFI 4", ["area-for-improvement/4"]),
        ("PEEL 2026 rec. 1 & 4", ["recommendation/1", "recommendation/4"]),
        ("PEEL26 CoC1 R2", ["cause-of-concern/1"]),
        ("PEEL 23-25 AFI 4", []),
        ("PEEL 2023 Rec 4", []),
        ("NCPI 2026 Rec 4", []),
        ("Child Prot. R3", []),
        ("Custody 22 - R5", []),
        ("internal", []),
    ],
)
def test_a_cell_that_names_a_report_and_its_year_finds_that_report_alone(
    cell: str, found: list[str]
) -> None:
    named = log_answers.answers(cell, report=PEEL, known=KNOWN)
    assert [name.removeprefix(f"{PEEL}/") for name in named] == found
    assert log_answers.means_a_finding(cell) is (cell != "internal"), "else it is told as found"


def rows(*given: tuple[str, ...]) -> list[Any]:
    document = kept(*given, head=WITH_REC)
    found = action_log.compared(
        by=officer(), on=AT.date(), document=document, asked=asked(report=REPORT)
    )
    return [change.entry for change in found.changes if change.entry is not None]


def test_a_row_under_the_heading_of_an_older_time_answers_no_report_of_now() -> None:
    name = published()
    found = rows(
        ("Legacy / PEEL 23-25", "", "", "", ""),
        ("1", "R1", "Visit every victim.", "DCC", "31/03/27"),
        ("Plan of 2025/26", "", "", "", ""),
        ("2", "R1", "Train everybody.", "DCC", "31/03/27"),
        ("Published on 12/11/2026", "", "", "", ""),
        ("3", "R1", "Write it down.", "DCC", "31/03/27"),
    )
    assert [(e.answers, e.older) for e in found] == [((), (name,)), ((), (name,)), ((name,), ())]


def test_a_row_that_names_the_report_by_its_year_is_linked_whatever_its_date() -> None:
    name = published()
    year = REPORT.split("/")[1]
    word = REPORT.rpartition("/")[2].split("-")[0]
    found = rows(
        ("1", f"{word} {year} R1", "Visit every victim.", "DCC", "30/06/23"),
        ("2", f"{word} R1", "Train everybody.", "DCC", "30/06/23"),
    )
    assert [(e.answers, e.older) for e in found] == [((name,), ()), ((), (name,))]


def test_a_row_whose_action_was_withdrawn_stays_away_when_the_log_comes_again() -> None:
    recorded(kept(*LOG))
    size = len(actions(registers.register(FORCE, valid=AT.date())))
    (promised,) = registers.register(FORCE, valid=AT.date()).versions_of(
        ActionPromised, stream=f"action/{FORCE}/log/2"
    )
    ledger.withdraw(
        by=officer(),
        at=AT,
        key="gone",
        seen=None,
        target=str(promised.seq),
        reason="It is a note and no action.",
    )
    again = changes(kept(*changed(3, "Update", "New words.")))
    assert again["2"].kind == "same"
    assert again["2"].withdrawn
    recorded(kept(*changed(3, "Update", "New words.")), dated=NOVEMBER)
    assert len(actions(registers.register(FORCE, valid=AT.date()))) == size - 1


def test_a_row_that_is_due_before_it_was_raised_is_looked_at_first() -> None:
    head = ("Ref", "Action", "Owner", "Due", "Raised")
    document = kept(
        ("1", "Visit.", "DCC", "11/02/2025", "02/09/2025"),
        ("2", "Train.", "DCC", "02/11/2025", "02/09/2025"),
        head=head,
    )
    about = asked()
    found = action_log.compared(by=officer(), on=AT.date(), document=document, asked=about)
    parts = {s.id: s for s in first_of_all(found.changes, {}, about)}
    assert [row.title for row in parts["before-raised"].rows] == ["1 Visit."]


def test_a_recommendation_counted_under_a_cause_is_said_to_be_linked_to_the_cause() -> None:
    name = f"{REPORT}/cause-of-concern/1"
    fact = FindingPublished(
        **OUR_RECORD.envelope(
            registers.register(FORCE, valid=AT.date()), stream=name, on=date(2026, 11, 5)
        ),
        kind="cause-of-concern",
        number="1",
        text="Victims wait.",
    )
    book().append(about=FORCE, decide=lambda _: [fact], by=officer(), at=AT, key="c", seen=None)
    found = action_log.compared(
        by=officer(),
        on=AT.date(),
        document=kept(("1", "CoC1 R4", "Visit.", "DCC", "31/03/27"), head=WITH_REC),
        asked=asked(report=REPORT),
    )
    (change,) = found.changes
    assert change.entry is not None
    assert change.entry.answers == (name,)
    assert "“CoC1 R4”: linked to the cause of concern, not to a recommendation under it." in what(
        change, {}
    )


def test_a_link_is_told_with_the_first_words_of_what_it_is_to() -> None:
    """Protects from a number that the report itself does not print."""
    published()
    document = kept(("1", "R1", "Visit.", "DCC", "31/03/27"), head=WITH_REC)
    found = action_log.compared(
        by=officer(), on=AT.date(), document=document, asked=asked(report=REPORT)
    )
    told = what(found.changes[0], import_notes.reports((FORCE,)))
    assert f"It answers recommendation 1 of {REPORT} (“Visit victims.”)." in told


def test_a_report_is_called_by_the_title_of_the_paper_its_findings_were_read_from() -> None:
    """Its reference keeps the words of an earlier title."""
    doc = "ab" * 32
    register = registers.register(FORCE, valid=AT.date())
    envelope = OUR_RECORD.envelope(register, stream="document/r", on=date(2026, 11, 5))
    paper = DocumentFiled(
        **{**envelope, "doc": doc}, title="How victims are kept informed", type="inspection-report"
    )
    told = OUR_RECORD.envelope(register, stream=f"{REPORT}/recommendation/1", on=date(2026, 11, 5))
    finding = FindingPublished(
        **{**told, "source": Source(kind="record", doc=doc), "doc": doc},
        kind="recommendation",
        number="1",
        text="Visit victims.",
    )
    book().append(
        about=FORCE, decide=lambda _: [paper, finding], by=officer(), at=AT, key="t", seen=None
    )
    (report,) = import_notes.reports((FORCE,)).values()
    assert report.label == "5 November 2026: How victims are kept informed"
