"""An action log in: cells kept exact, a second import is a difference, all of it or nothing."""

import csv
import io
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from answerable.ledger.book import Receipt
from answerable.operations import installation, people
from answerable.operations.access import NotAllowed
from answerable.operations.plans import action_log, log_compared, log_files, log_said, plans
from answerable.operations.plans.log_compared import Asked
from answerable.operations.plans.log_families import NoSuchLog
from answerable.operations.plans.log_files import NotALog
from answerable.operations.recording import book
from answerable.scrutiny.plans import log_answers, log_headings
from answerable.scrutiny.plans.action_log import EVERY_OTHER, Agreed, Change
from answerable.scrutiny.progress import actions, progress
from answerable.scrutiny.sourced import OUR_RECORD
from answerable.scrutiny.standing import Progress
from answerable.store.papers import documents
from answerable.store.reads import registers
from answerable.vocabulary.access import Actor
from answerable.vocabulary.facts import (
    ActionUpdated,
    DocumentFiled,
    DueDateMoved,
    FindingLinked,
    FindingPublished,
)
from answerable.vocabulary.ladder import Rung
from answerable.vocabulary.log_status import state_of

FORCE, OVERSIGHT = "west-mercia-police", "west-mercia-pcc"
AT = datetime(2026, 11, 25, 9, tzinfo=UTC)
OCTOBER, NOVEMBER = date(2026, 10, 31), date(2026, 11, 20)
HEAD = ("Ref", "Action", "Owner(s)", "Due", "RAG", "Status", "Update")
LOG = (
    ("1", "Visit every victim.", "ACC / DCC", "31/03/27", "Red", "Open", ""),
    ("2", "Train staff.", "Head of Crime", "TBC", "Amber", "Open", "Waiting."),
    ("3", "Write the plan.", "DCC", "end of Q3", "Green", "Complete", ""),
    ("4", "Meet partners.", "", "Mar-27", "", "On going", ""),
)
UNDER = f"action/{FORCE}/log/"


@pytest.fixture(autouse=True)
def own(home: Path) -> None:
    """A home of one's own, with nothing but its offices."""
    installation.init(
        at=AT, key="k", regime="police-england-wales", institution=FORCE, oversight=OVERSIGHT
    )


def officer() -> Actor:
    return people.acting_as(None)


def sheet(*rows: tuple[str, ...], head: tuple[str, ...] = HEAD) -> bytes:
    out = io.StringIO()
    csv.writer(out).writerows([head, *rows])
    return out.getvalue().encode()


def kept(*rows: tuple[str, ...], head: tuple[str, ...] = HEAD) -> str:
    return log_files.keep(
        by=officer(), data=sheet(*rows, head=head), name="log.csv", institution=FORCE
    )


def asked(dated: date = OCTOBER, report: str = "") -> Asked:
    return Asked(FORCE, dated, report)


def changes(document: str, dated: date = NOVEMBER) -> dict[str, Change]:
    found = action_log.compared(
        by=officer(), on=AT.date(), document=document, asked=asked(dated)
    ).changes
    return {change.ref or change.stream: change for change in found}


def recorded(document: str, dated: date = OCTOBER, **more: Any) -> Receipt:
    given = {"seen": registers.head().size - 1, "agreed": {}, "key": f"{document}-{dated}"}
    return action_log.import_action_log(
        by=officer(), at=AT, document=document, asked=asked(dated), **{**given, **more}
    )


def held() -> dict[str, Progress]:
    register = registers.register(FORCE, valid=AT.date(), actor=officer())
    return {a.reference.removeprefix(UNDER): a for a in actions(register)}


def changed(number: int, column: str, words: str) -> tuple[tuple[str, ...], ...]:
    place = HEAD.index(column)
    rows = [list(row) for row in LOG]
    rows[number - 1][place] = words
    return tuple(tuple(row) for row in rows)


def test_what_was_said_of_the_columns_is_remembered_for_the_log_of_next_month() -> None:
    def log(month: str) -> str:
        head = ("Nr", "To do", "Team", f"Comments ({month})", f"Cost ({month})")
        return kept(("1", "Visit every victim.", "DCC", "Begun.", "3"), head=head)

    chosen = {"Nr": "ref", "To do": "action", "Team": "owner"}
    log_said.use_columns(
        by=officer(), document=log("Oct"), institution=FORCE, columns=chosen, leads={}
    )
    found = log_files.opened(log("Nov"))
    assert found.columns == {**chosen, "Comments (Nov)": "update"}
    assert not found.remembered
    other = log_files.opened(kept(("1", "Visit.", "x"), head=("Nr", "Task", "Cost")))
    assert "Nr" not in other.columns


def test_each_row_becomes_a_promise_with_its_exact_cell() -> None:
    document = kept(*LOG)
    assert {c.kind for c in changes(document).values()} == {"new"}
    recorded(document)
    found = held()
    assert [(a.text, a.owner, a.due) for a in found.values()] == [
        ("Visit every victim.", "ACC / DCC", "2027-03-31"),
        ("Train staff.", "Head of Crime", None),
        ("Write the plan.", "deputy-chief-constable", "2026-12-31"),
        ("Meet partners.", None, "2027-03"),
    ]
    stated = [a.first.fact.get("owner") for a in found.values()]
    assert stated[2] == "DCC", "the log's own words stay"
    text = documents.text(document).text
    for item in found.values():
        for version in item.versions:
            source = version.fact.source
            assert source is not None
            assert source.doc == document
            assert text[source.start : source.end] == version.fact.quote


def test_complete_becomes_at_most_delivered_and_the_rating_stays_theirs() -> None:
    recorded(kept(*LOG))
    found = held()
    assert found["3"].rung is Rung.DELIVERED
    assert found["3"].unproven == "not verified"
    assert found["1"].rung is Rung.PROMISED
    assert found["1"].news is not None
    assert found["1"].news.fact.get("rating") == "Red"
    assert found["1"].tag == "Promised"


def test_what_a_date_cell_says_is_kept_where_it_is_no_plain_date() -> None:
    recorded(kept(*LOG))
    register = registers.register(FORCE, valid=AT.date(), actor=officer())
    news = {f.stream.removeprefix(UNDER): f.text or "" for f in register.of(ActionUpdated)}
    assert "Due: TBC." in news["2"]
    assert "Due: end of Q3." in news["3"]
    assert "Due: Mar-27." in news["4"]


def test_the_same_log_again_changes_nothing() -> None:
    document = kept(*LOG)
    recorded(document)
    assert {c.kind for c in changes(document).values()} == {"same"}
    assert recorded(document, key="again").count == 0


def test_a_second_import_is_a_difference_that_overwrites_nothing() -> None:
    recorded(kept(*LOG))
    later = kept(
        *changed(2, "Update", "Half are trained.")[:3],
        ("5", "Ask for money.", "Treasurer", "2027-01-31", "", "Open", ""),
    )
    found = changes(later)
    assert {ref: c.kind for ref, c in found.items()} == {
        **{"1": "same", "2": "changed", "3": "same"},
        **{"5": "new", "4": "gone"},
    }
    assert found["2"].what == ("Update: Half are trained. (before: Waiting.)",)
    before = held()["2"].first
    recorded(later, NOVEMBER)
    after = held()
    assert after["2"].first == before
    assert "Half are trained" in str(after["2"].news and after["2"].news.fact.get("text"))
    assert after["4"].open  # gone from the log: it stays until somebody says what became of it
    assert {c.kind for c in changes(later).values()} == {"same"}


def test_an_owner_whom_the_log_names_now_is_taken_and_one_given_since_is_kept() -> None:
    recorded(kept(*LOG))
    named = changed(4, "Owner(s)", "Head of Crime")
    assert changes(kept(*named))["4"].owner == "Head of Crime"
    recorded(kept(*named), NOVEMBER)
    assert held()["4"].owner == "Head of Crime"
    plans.reassign(
        by=officer(),
        at=AT,
        key="give",
        seen=registers.head().size - 1,
        reference=f"{UNDER}4",
        owner="Head of Custody",
        on=NOVEMBER,
        reason="It is theirs.",
        authoriser="chief-constable",
    )
    again = changed(4, "Owner(s)", "Head of Roads")
    assert changes(kept(*again))["4"].owner is None
    recorded(kept(*again), date(2026, 11, 22))
    assert held()["4"].owner == "Head of Custody"


def test_what_the_log_no_longer_calls_complete_is_promised_again() -> None:
    recorded(kept(*LOG))
    assert held()["3"].rung is Rung.DELIVERED
    reopened = changed(3, "Status", "Open")
    assert changes(kept(*reopened))["3"].undone
    recorded(kept(*reopened), NOVEMBER)
    assert held()["3"].rung is Rung.PROMISED
    assert not held()["3"].slipped_back, "nobody had closed it"
    recorded(kept(*LOG), date(2026, 11, 22))
    assert held()["3"].rung is Rung.DELIVERED


def test_a_moved_date_stays_until_somebody_says_who_agreed_and_why() -> None:
    recorded(kept(*LOG))
    later = kept(*changed(1, "Due", "30/06/2027"))
    moved = changes(later)["1"].moved
    assert moved is not None
    assert (moved.before, moved.now, moved.later) == ("2027-03-31", "2027-06-30", True)
    recorded(later, NOVEMBER)
    assert held()["1"].due == "2027-03-31"
    again = changes(later)["1"]  # the log still says so, and so one is asked again
    assert again.moved is not None
    agreed = {UNDER + "1": Agreed("commissioner", "Two posts are vacant.")}
    recorded(later, NOVEMBER, agreed=agreed, key="agreed")
    item = held()["1"]
    assert (item.due, item.due_first, len(item.moves)) == ("2027-06-30", "2027-03-31", 1)
    assert item.moves[0].authoriser == "commissioner"
    assert item.moves[0].reason == "Two posts are vacant."


def test_one_answer_may_stand_for_every_moved_date() -> None:
    recorded(kept(*LOG))
    later = kept(*changed(1, "Due", "30/06/2027")[:1], *changed(2, "Due", "2027-05-01")[1:])
    recorded(later, NOVEMBER, agreed={EVERY_OTHER: Agreed("board", "Agreed in October.")})
    register = registers.register(FORCE, valid=AT.date(), actor=officer())
    assert sorted(f.due or "" for f in register.of(DueDateMoved)) == ["2027-05-01", "2027-06-30"]


def test_an_earlier_date_is_shown_and_never_moved() -> None:
    recorded(kept(*LOG))
    later = kept(*changed(1, "Due", "31/01/2027"))
    moved = changes(later)["1"].moved
    assert moved is not None
    assert not moved.later
    recorded(later, NOVEMBER, agreed={EVERY_OTHER: Agreed("board", "x")})
    assert held()["1"].due == "2027-03-31"


def test_nothing_is_recorded_when_somebody_changed_an_action_meanwhile() -> None:
    recorded(kept(*LOG))
    looked = registers.head().size - 1
    later = kept(*changed(2, "Update", "Half."))
    recorded(kept(*changed(2, "Update", "A third.")), NOVEMBER)
    size = registers.head().size
    with pytest.raises(NotALog, match="Look at the difference again"):
        recorded(later, NOVEMBER, seen=looked)
    assert registers.head().size == size


def test_looking_records_nothing_and_a_file_can_be_forgotten() -> None:
    size = registers.head().size
    document = kept(*LOG)
    changes(document)
    assert registers.head().size == size
    log_files.forget(by=officer(), document=document, institution=FORCE)
    assert document not in documents.held()
    again = kept(*LOG)
    recorded(again)
    with pytest.raises(NotALog, match="on the record already"):
        log_files.forget(by=officer(), document=again, institution=FORCE)
    register = registers.register(FORCE, valid=AT.date(), actor=officer())
    assert [f.type for f in register.of(DocumentFiled)] == ["action-log"]


def test_columns_and_leads_that_a_person_corrects_are_remembered() -> None:
    head = ("Nr", "Was tun", "Wer", "Bis")
    row = ("1", "Visit.", "ACC / DCC", "2027-03-31")
    document = kept(row, head=head)
    assert log_files.opened(document).columns == {}
    columns = {"Nr": "ref", "Was tun": "action", "Wer": "owner", "Bis": "due"}
    log_said.use_columns(
        by=officer(),
        document=document,
        institution=FORCE,
        columns=columns,
        leads={"ACC / DCC": "DCC"},
    )
    other = kept(("2", "Train.", "ACC / DCC", "TBC"), head=head)
    assert log_files.opened(other).columns == columns
    assert log_files.opened(other).remembered
    recorded(other)
    assert held()["2"].owner == "deputy-chief-constable"
    assert "Owners: ACC / DCC." in str(held()["2"].news and held()["2"].news.fact.get("text"))


@pytest.mark.parametrize(
    ("columns", "said"),
    [
        ({"Ref": "ref"}, "Say which column holds the action"),
        ({"Action": "action", "Update": "action"}, "Two columns are said to hold the action"),
        ({"Action": "moon"}, "cannot hold"),
    ],
)
def test_a_mapping_that_cannot_be_is_refused(columns: dict[str, str], said: str) -> None:
    with pytest.raises(NotALog, match=said):
        log_said.use_columns(
            by=officer(), document=kept(*LOG), institution=FORCE, columns=columns, leads={}
        )


def test_rows_that_share_a_reference_or_have_none_are_all_kept() -> None:
    document = kept(
        ("1", "Visit.", "", "", "", "", ""),
        ("1", "Visit again.", "", "", "", "", ""),
        ("", "Nameless.", "", "", "", "", ""),
    )
    recorded(document)
    assert sorted(a.text or "" for a in held().values()) == ["Nameless.", "Visit again.", "Visit."]
    assert len(held()) == 3
    assert {c.kind for c in changes(document).values()} == {"same"}


def test_who_may_not_import_is_told_so() -> None:
    liaison = people.acting_as(f"{FORCE}/liaison")
    with pytest.raises(NotAllowed):
        log_files.keep(by=liaison, data=sheet(*LOG), name="log.csv", institution=FORCE)
    with pytest.raises(NotALog, match="dated after today"):
        recorded(kept(*LOG), date(2026, 12, 1))
    with pytest.raises(NotALog, match="no table"):
        log_files.keep(by=officer(), data=b"just words", name="a.csv", institution=FORCE)


REPORT = "anyshire-inspectorate/2026/west-mercia/custody"
WITH_REC = ("Ref", "Rec", "Action", "Owner", "Due")
ANSWERING = (("1", "R1", "Visit every victim.", "DCC", "31/03/27"), ("2", "R9", "Train.", "", ""))


def published(report: str = REPORT) -> str:
    """A report that reaches the record after the log did; its first recommendation."""
    name = f"{report}/recommendation/1"
    fact = FindingPublished(
        **OUR_RECORD.envelope(
            registers.register(FORCE, valid=AT.date()), stream=name, on=date(2026, 11, 5)
        ),
        kind="recommendation",
        number="1",
        text="Visit victims.",
    )
    book().append(about=FORCE, decide=lambda _: [fact], by=officer(), at=AT, key="late", seen=None)
    return name


def test_a_log_read_before_its_report_is_linked_when_it_comes_again_with_the_report() -> None:
    document = kept(*ANSWERING, head=WITH_REC)
    recorded(document)
    name = published()
    found = action_log.compared(
        by=officer(), on=AT.date(), document=document, asked=asked(report=REPORT)
    ).changes
    assert [(c.kind, c.links) for c in found] == [("changed", (name,)), ("same", ())]
    action_log.import_action_log(
        by=officer(),
        at=AT,
        key="linked",
        seen=registers.head().size - 1,
        document=document,
        asked=asked(report=REPORT),
        agreed={},
    )
    register = registers.register(FORCE, valid=AT.date(), actor=officer())
    assert held()["1"].answers == (name,)
    assert progress(register, name).answered_by == (f"{UNDER}1",)
    assert progress(register, name).rung is Rung.PROMISED
    link = register.versions_of(FindingLinked, stream=f"{UNDER}1")[0].fact
    assert link.valid.start == date(2026, 11, 5), "not before the report was published"
    assert link.quote is not None
    assert "R1" in link.quote
    again = action_log.compared(
        by=officer(), on=AT.date(), document=document, asked=asked(report=REPORT)
    ).changes
    assert {c.kind for c in again} == {"same"}


@pytest.mark.parametrize(
    ("cell", "kinds"),
    [
        ("R1", ["recommendation"]),
        ("Recommendation 1", ["recommendation"]),
        ("Rec. no 1", ["recommendation"]),
        ("1", ["recommendation"]),
        ("AFI 1; CoC 1", ["area-for-improvement", "cause-of-concern"]),
        ("A1, r 1", ["area-for-improvement", "recommendation"]),
        ("Q1 / see R1", []),
        ("R2", []),
    ],
)
def test_a_cell_names_findings_as_logs_write_them(cell: str, kinds: list[str]) -> None:
    every = ("recommendation", "area-for-improvement", "cause-of-concern")
    known = {f"{REPORT}/{kind}/1" for kind in every}
    found = log_answers.answers(cell, report=REPORT, known=known)
    assert found == tuple(f"{REPORT}/{kind}/1" for kind in kinds)
    assert log_answers.answers(cell, report="", known=known) == ()


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Rec 2 & 3", ["r2", "r3"]),
        ("Recs 1 and 3; AFI 1", ["r1", "r3", "a1"]),
        ("R1/R2", ["r1", "r2"]),
        ("R1-R3", ["r1", "r2", "r3"]),
        ("AFIs 1 to 2", ["a1", "a2"]),
        ("AFI 1 & 2", ["a1", "a2"]),
        ("R1 - AFI 2", ["r1"]),
        ("3-1", ["r3"]),
        ("1-999", ["r1"]),
        ("R2 and call handling", ["r2"]),
    ],
)
def test_a_cell_may_name_several_in_one_breath(cell: str, names: list[str]) -> None:
    kinds = {"r": "recommendation", "a": "area-for-improvement"}
    known = {f"{REPORT}/{kind}/{n}" for kind in kinds.values() for n in range(1, 4)}
    found = log_answers.answers(cell, report=REPORT, known=known)
    assert found == tuple(f"{REPORT}/{kinds[name[0]]}/{name[1]}" for name in names)


ANOTHER_LOG = (
    ("1", "Publish the pay gap.", "Head of HR", "30/06/27", "", "Open", ""),
    ("9", "Buy vans.", "Head of Fleet", "31/07/27", "", "Open", ""),
)


def test_a_second_log_takes_nothing_from_the_first_and_each_goes_on_from_its_own() -> None:
    recorded(kept(*LOG))
    other = kept(*ANOTHER_LOG)
    assert {c.kind for c in changes(other).values()} == {"new"}, "no row of the first is gone"
    recorded(other, NOVEMBER)
    texts = {a.text for a in held().values()}
    assert {"Visit every victim.", "Publish the pay gap.", "Buy vans."} <= texts
    again = changes(kept(ANOTHER_LOG[0]))
    assert {ref: c.kind for ref, c in again.items()} == {"1": "same", "9": "gone"}
    first = changes(kept(*changed(1, "Status", "Late")))
    assert {c.kind for c in first.values()} == {"changed", "same"}
    assert first["1"].text == "Visit every victim."


def test_who_imports_may_say_which_log_it_goes_on_from() -> None:
    recorded(kept(*LOG))
    other = kept(*ANOTHER_LOG)

    def against(name: str) -> log_compared.Compared:
        about = Asked(FORCE, NOVEMBER, against=name)
        return action_log.compared(by=officer(), on=AT.date(), document=other, asked=about)

    earlier = against("").goes_on.choices[0]
    chosen = against(earlier.document)
    assert sorted(c.kind for c in chosen.changes) == ["changed", "gone", "gone", "gone", "new"]
    assert against("another").goes_on.earlier is None
    with pytest.raises(NoSuchLog, match="choose one of the logs"):
        against("no-such-file")


def test_a_column_of_short_numbers_is_taken_for_what_the_actions_answer() -> None:
    head = ("Action no.", "Source", "What was agreed", "Who")
    named = ("PEEL R1", "AFI 2", "PCP", "Rec 3", "")
    rows = [(str(n), words, f"Do part {n}.", "DCC") for n, words in enumerate(named)]
    assert log_files.opened(kept(*rows, head=head)).columns["Source"] == "rec"
    other = [(str(n), "Board", f"Do part {n}.", "DCC") for n in range(5)]
    assert "Source" not in log_files.opened(kept(*other, head=head)).columns


def test_the_name_of_a_report_before_a_number_finds_that_report_and_no_other() -> None:
    report = "inspectorate/2026/f/peel-2025-2027-an-inspection"
    known = {f"{report}/recommendation/1", f"{report}/area-for-improvement/2"}
    assert log_answers.answers("PEEL R1; AFI 2", report=report, known=known) == (
        f"{report}/recommendation/1",
        f"{report}/area-for-improvement/2",
    )
    assert log_answers.answers("SOC R1", report=report, known=known) == ()


@pytest.mark.parametrize("status", ["Ongoing", "On going", "on-going"])
def test_a_status_is_read_however_ongoing_is_written(status: str) -> None:
    assert state_of(status) == "open"


def test_a_row_that_was_due_before_a_report_does_not_answer_it() -> None:
    name = published()
    rows = (
        ("1", "R1", "Visit every victim.", "DCC", "31/03/27"),
        ("2", "R1", "Train.", "", "30/06/23"),
        ("3", "R1", "Write.", "", ""),
        ("23/104", "R1", "Ask.", "", "ongoing"),
        ("26/104", "R1", "Ask again.", "", "ongoing"),
    )
    found = action_log.compared(
        by=officer(), on=AT.date(), document=kept(*rows, head=WITH_REC), asked=asked(report=REPORT)
    ).changes
    entries = [c.entry for c in found if c.entry is not None]
    assert [e.answers for e in entries] == [(name,), (), (name,), (), (name,)]
    assert [e.older for e in entries] == [(), (name,), (), (name,), ()]


def test_a_heading_that_is_a_year_is_kept_and_is_no_theme() -> None:
    def band(words: str) -> tuple[str, ...]:
        return (words, *[""] * 6)

    recorded(kept(band("2023 ACTIONS"), *LOG[:2], band("CUSTODY"), *LOG[2:]))
    register = registers.register(FORCE, valid=AT.date(), actor=officer())
    assert log_headings.headings(register) == {f"{UNDER}{n}": "CUSTODY" for n in (3, 4)}
    assert log_headings.heading_of(held()["1"].versions) == "2023 ACTIONS"
