"""The log given back: the same words, what changed since, nothing that runs, the same bytes."""

import csv
import io
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest
from python_calamine import CalamineWorkbook

from answerable.operations.plans import action_log, log_export, log_files, plans
from answerable.operations.plans.log_files import NotALog
from answerable.operations.recording import book
from answerable.operations.sessions import scrutiny
from answerable.scrutiny.progress import progress
from answerable.store.reads import registers
from answerable.vocabulary.access import Classification
from answerable.vocabulary.facts import ActionPromised, ActionUpdated, MeetingHeld
from answerable.vocabulary.ladder import Rung
from tests.factories import fact
from tests.operations.test_desk_action_log import (
    AT,
    FORCE,
    HEAD,
    LOG,
    NOVEMBER,
    OCTOBER,
    UNDER,
    asked,
    kept,
    officer,
    own,
    recorded,
)

__all__ = ["own"]  # the fixture: a home of one's own


def exported() -> tuple[str, bytes]:
    return log_export.export_log(by=officer(), institution=FORCE, on=AT.date())


def sheet(name: str = "") -> list[dict[str, object]]:
    workbook = CalamineWorkbook.from_filelike(io.BytesIO(exported()[1]))
    head, *rows = workbook.get_sheet_by_name(name or workbook.sheet_names[0]).to_python()
    return [dict(zip(map(str, head), row, strict=True)) for row in rows]


def test_the_words_of_the_log_come_back_as_they_were() -> None:
    recorded(kept(*LOG))
    assert [tuple(str(row[label]) for label in HEAD) for row in sheet()] == list(LOG)


def test_importing_what_was_exported_is_no_difference() -> None:
    recorded(kept(*LOG))
    back = log_files.keep(by=officer(), data=exported()[1], name="a.xlsx", institution=FORCE)
    found = action_log.compared(
        by=officer(), on=AT.date(), document=back, asked=asked(NOVEMBER)
    ).changes
    assert [change.kind for change in found] == ["same"] * len(LOG)


def test_what_changed_since_the_log_stands_beside_it() -> None:
    recorded(kept(*LOG))
    assert {row["Register: changed since 31 October 2026"] for row in sheet()} == {""}
    scrutiny.move_due_date(
        by=officer(),
        at=AT,
        key="move",
        seen=registers.head().size - 1,
        reference=f"{UNDER}1",
        to="2027-09-30",
        on=NOVEMBER,
        reason="Two posts are vacant.",
        authoriser="commissioner",
    )
    first = sheet()[0]
    assert first["Due"] == "31/03/27"
    assert first["Register: due"] == "30 September 2027"
    assert first["Register: first due"] == "31 March 2027, moved once"
    said = (
        "20 November 2026: due date moved to 30 September 2027. Two posts are vacant. Agreed "
        "by commissioner."
    )
    assert first["Register: changed since 31 October 2026"] == said
    assert [row["What"] for row in sheet("What changed")] == [said]


def test_the_owner_to_whom_an_action_was_given_stands_beside_the_log_s_word() -> None:
    recorded(kept(*LOG))
    plans.reassign(
        by=officer(),
        at=AT,
        key="give",
        seen=registers.head().size - 1,
        reference=f"{UNDER}1",
        owner="Head of Crime",
        on=NOVEMBER,
        reason="nobody had it",
        authoriser="chief-constable",
    )
    first, *others = sheet()
    assert first["Register: owner"] == "Head of Crime"
    assert first["Register: changed since 31 October 2026"] == (
        "20 November 2026: given to Head of Crime. Nobody had it. Agreed by chief constable."
    )
    assert {row["Register: changed since 31 October 2026"] for row in others} == {""}


def test_a_day_comes_back_as_a_day_and_the_sheet_prints_on_the_width_of_a_page() -> None:
    recorded(kept(("1", "Train them.", "DCC", "2026-11-06", "", "", "")))
    (row,) = sheet()
    assert row["Due"] == date(2026, 11, 6)
    with ZipFile(io.BytesIO(exported()[1])) as parts:
        printed = parts.read("xl/worksheets/sheet1.xml").decode()
    assert 'orientation="landscape"' in printed
    assert 'fitToHeight="0"' in printed


def test_an_action_that_stands_in_no_log_is_given_too() -> None:
    recorded(kept(*LOG))
    scrutiny.promise_action(
        by=officer(), at=AT, key="p", seen=None, institution=FORCE, text="Ask.", on=OCTOBER
    )
    assert [row["Action"] for row in sheet()] == [*(row[1] for row in LOG), "Ask."]


def test_an_action_of_a_session_names_its_session_and_has_a_number_that_can_be_said() -> None:
    recorded(kept(*LOG))
    session = "session/anyshire-pcc/2026-10-01"
    told = (
        fact(
            MeetingHeld,
            institution=FORCE,
            stream=session,
            on="2026-10-01",
            title="Performance session",
        ),
        fact(
            ActionPromised,
            institution=FORCE,
            stream="action/anyshire-pcc/2026-10-01/1",
            on="2026-10-01",
            text="Ask.",
            plan=session,
        ),
    )
    book().append(about=FORCE, decide=lambda _: told, by=officer(), at=AT, key="session")
    last = sheet()[-1]
    assert last[HEAD[0]] == "2026-10-01/1"
    assert last["Register: heading"] == "Performance session, 1 October 2026"


def test_a_row_that_was_taken_out_of_the_log_does_not_come_back_in_the_next_export() -> None:
    recorded(kept(*LOG))
    first = LOG[0]
    changed = tuple(
        "Ten visited." if n == HEAD.index("Update") else w for n, w in enumerate(first)
    )
    recorded(kept(changed, *LOG[1:-1]), NOVEMBER)
    assert [row["Action"] for row in sheet()] == [row[1] for row in LOG[:-1]]
    assert "1 action was taken out of the log" in str(sheet("Notes"))
    back = log_files.keep(by=officer(), data=exported()[1], name="a.xlsx", institution=FORCE)
    found = action_log.compared(
        by=officer(), on=AT.date(), document=back, asked=asked(NOVEMBER)
    ).changes
    assert {change.kind for change in found} == {"same"}


def test_what_its_owner_writes_into_an_action_of_no_log_comes_back_to_that_action() -> None:
    recorded(kept(*LOG))
    scrutiny.promise_action(
        by=officer(),
        at=AT,
        key="p",
        seen=None,
        institution=FORCE,
        text="Bring the figure.",
        owner="deputy-chief-constable",
        on=OCTOBER,
    )
    head, *rows = (
        CalamineWorkbook.from_filelike(io.BytesIO(exported()[1]))
        .get_sheet_by_name("Action log")
        .to_python()
    )
    own = rows[-1]
    assert own[head.index("Owner(s)")] == "Deputy chief constable"
    own[head.index("Status")], own[head.index("Update")] = "Complete", "Brought."
    rows[0][head.index("Update")] = "Ten visited."
    back = io.StringIO()
    csv.writer(back).writerows([head, *rows])
    document = log_files.keep(
        by=officer(), data=back.getvalue().encode(), name="a.csv", institution=FORCE
    )
    found = action_log.compared(
        by=officer(), on=AT.date(), document=document, asked=asked(NOVEMBER)
    ).changes
    assert [c.kind for c in found] == ["changed", *["same"] * (len(LOG) - 1), "changed"]
    assert (found[-1].stream, found[-1].newly_done) == (own[-1], True)
    assert found[-1].what == ("Status: Complete", "Update: Brought.")
    recorded(document, NOVEMBER)
    register = registers.register(FORCE, valid=AT.date(), actor=officer())
    assert progress(register, str(own[-1])).rung is Rung.DELIVERED
    again = action_log.compared(
        by=officer(), on=AT.date(), document=document, asked=asked(NOVEMBER)
    ).changes
    assert {c.kind for c in again} == {"same"}
    since = "Register: changed since 20 November 2026"
    assert list(sheet()[0]) == [*map(str, head[:-2]), since, head[-1]]
    third = log_files.keep(by=officer(), data=exported()[1], name="b.xlsx", institution=FORCE)
    found = action_log.compared(by=officer(), on=AT.date(), document=third, asked=asked(NOVEMBER))
    assert {c.kind for c in found.changes} == {"same"}


def test_a_cell_that_looks_like_a_formula_is_text_and_survives_the_way_back() -> None:
    recorded(kept(("1", "=1+1 is what they wrote", "", "", "", "", "")))
    (row,) = sheet()
    assert row["Action"] == "'=1+1 is what they wrote"
    back = log_files.keep(by=officer(), data=exported()[1], name="a.xlsx", institution=FORCE)
    (change,) = action_log.compared(
        by=officer(), on=AT.date(), document=back, asked=asked(NOVEMBER)
    ).changes
    assert change.kind == "same"


def test_the_same_record_gives_the_same_bytes() -> None:
    recorded(kept(*LOG))
    assert exported() == exported()


def test_without_any_action_there_is_nothing_to_give(home: Path) -> None:
    with pytest.raises(NotALog, match="no action on the register"):
        exported()


def test_rows_of_another_log_are_told_apart_and_not_read_as_rows_of_this_one() -> None:
    """Two logs may both have a row 1; given back under one head they were one of them twice."""
    recorded(kept(*LOG))
    other = kept(("1", "Count the cells.", "ACC", "31/03/27", "", "Open", ""))
    recorded(other, NOVEMBER)
    rows = sheet()
    names = [str(row["Register: reference"]) for row in rows]
    assert names[0] == f"{UNDER}{other[:8]}/1"
    assert names[1:] == [f"Another log: {UNDER}{n}" for n in (1, 2, 3, 4)]
    assert rows[1]["Register: heading"] == "Another log: Action log, 31 October 2026"
    notes = CalamineWorkbook.from_filelike(io.BytesIO(exported()[1])).get_sheet_by_name("Notes")
    told = " ".join(str(cell) for row in notes.to_python() for cell in row)
    assert "4 rows are of another log" in told
    back = log_files.keep(by=officer(), data=exported()[1], name="a.xlsx", institution=FORCE)
    unread = [(one.why, one.words[:20]) for one in log_files.opened(back).unread]
    assert unread[0] == ("another log", "1 | Visit every vict")
    found = action_log.compared(
        by=officer(), on=AT.date(), document=back, asked=asked(AT.date())
    ).changes
    assert [change.kind for change in found] == ["same"]


def first_note() -> str:
    notes = CalamineWorkbook.from_filelike(io.BytesIO(exported()[1])).get_sheet_by_name("Notes")
    return str(notes.to_python()[0][0])


def test_public_is_said_of_what_the_public_pages_show_and_of_nothing_else() -> None:
    recorded(kept(*LOG))
    assert first_note() == (
        "Public: it holds what the public pages of this record show. Nobody has read it through "
        "as a paper of its own."
    )
    assert exported()[0] == f"action-log-{FORCE}-{AT.date()}.xlsx"
    news = fact(
        ActionUpdated,
        institution=FORCE,
        stream=f"{UNDER}1",
        on="2026-11-01",
        text="A name.",
        classes={"text": Classification.RESTRICTED},
    )
    book().append(about=FORCE, decide=lambda _: [news], by=officer(), at=AT, key="news")
    assert "A name." in str(sheet()[0].values())
    assert first_note() == (
        "Restricted: it holds words that are marked restricted. Send it only to those who may "
        "read them."
    )
    name, data = exported()
    assert name.endswith("-restricted.xlsx")
    book_ = CalamineWorkbook.from_filelike(io.BytesIO(data))
    assert book_.sheet_names[0] == "Action log (restricted)"
    with ZipFile(io.BytesIO(data)) as made:
        for number in (1, 2, 3):
            sheet_ = made.read(f"xl/worksheets/sheet{number}.xml").decode()
            assert "<oddHeader>&amp;LRestricted</oddHeader>" in sheet_
