"""The invented loop holds together: its words stand in its documents, and it ends as it says."""

import csv
import re
import sys
from datetime import date
from importlib import import_module
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from answerable.evidence.protocol import digest
from answerable.scrutiny.progress import findings, progress
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import (
    TYPES,
    ActionPromised,
    ClaimChecked,
    EvidenceOffered,
    MeetingHeld,
    MoneyStated,
    ObjectiveSet,
    ProtocolFixed,
    VerdictGiven,
)
from answerable.vocabulary.identity import reference
from answerable.vocabulary.ladder import ClosingGround, Disposition, Response, Rung
from answerable.vocabulary.times import day, first_day
from tests.unit.catalogue.anyshire import (
    ANSWERS,
    BODIES,
    CATALOGUE,
    DOCUMENTS,
    EVENTS,
    FORCE,
    STATED,
    STORY,
    TODAY,
    data,
    decided,
    entries,
    lines,
    protocol,
    readable,
    register,
    text,
    toml,
    words,
)

BENCHMARKS = Path(__file__).resolve().parents[3] / "benchmarks"
BANNER = "Invented force and figures"
R2023 = "anyshire-inspectorate/2023/anyshire/neighbourhood-crime"
R2025 = "anyshire-inspectorate/2025/anyshire/neighbourhood-crime"
R2026 = "anyshire-inspectorate/2026/anyshire/response"


# --- the documents ---


def test_files_and_list_agree_and_all_are_of_invented_bodies() -> None:
    assert {path.name for path in (STORY / "documents").iterdir()} == set(DOCUMENTS)
    invented = {row["id"] for row in BODIES if row["invented"] == "true"}
    for row in DOCUMENTS.values():
        assert row["publisher"] in invented
        assert row["standing"] == "own-form"
        assert first_day(row["published"]) <= TODAY


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_banner_stands_in_every_document(name: str) -> None:
    assert BANNER in words(name)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_no_real_body_or_person_is_named(name: str) -> None:
    real = [row for row in BODIES if row["invented"] == "false"]
    names = {
        part
        for row in real
        for part in (row["name"], row["short"], *row["aliases"].split("; "))
        if len(part) > 3
    }
    with (CATALOGUE / "bodies" / "tenures.csv").open(encoding="utf-8", newline="") as opened:
        names |= {row["person"] for row in csv.DictReader(opened)}
    found = words(name)
    assert [part for part in sorted(names) if re.search(rf"\b{re.escape(part)}\b", found)] == []


def test_binary_documents_are_the_bytes_that_their_generator_makes() -> None:
    sys.path.insert(0, str(BENCHMARKS))
    try:
        made = dict(import_module("anyshire_documents").documents())
    finally:
        sys.path.remove(str(BENCHMARKS))
    assert set(made) == {n for n in DOCUMENTS if Path(n).suffix in {".pdf", ".docx", ".xlsx"}}
    assert [name for name, bytes_ in made.items() if bytes_ != data(name)] == []


def test_the_report_says_the_same_as_web_page_and_as_pdf() -> None:
    def plain(name: str) -> str:
        return re.sub(r"\W+", "", text(name).text)

    page = text("inspection-2025.html")
    for block in page.blocks:
        if block.kind in ("paragraph", "heading", "row"):
            assert re.sub(r"\W+", "", page.exact(block)) in plain("inspection-2025.pdf")
    assert len(text("inspection-2025.pdf").page_starts) in range(6, 9)


def test_the_log_is_as_untidy_as_a_real_one() -> None:
    sheet = CalamineWorkbook.from_path(str(STORY / "documents/action-log-2026-10.xlsx"))
    rows = sheet.get_sheet_by_index(0).to_python(skip_empty_area=False)
    assert rows[4] == ["Ref", "Rec", "Action", "Owner", "Lead", "Due", "RAG", "Status", "Update"]
    assert len(rows) == 5 + 22
    due = [row[5] for row in rows[5:]]
    assert sum(isinstance(cell, date) for cell in due) > 5
    assert {"31/03/26", "Mar-26", "end of Q3", "TBC"} <= set(map(str, due))
    assert "ACC / DCC" in {row[3] for row in rows}


# --- the events ---


def test_every_type_field_and_reference_is_known() -> None:
    seen: set[str] = set()
    for event in EVENTS:
        assert set(event) <= {
            *("type", "do", "id", "ref", "institution", "stream", "valid", "said", "by"),
            *("classes", "fields", "source", "document", "measure", "file", "release", "body"),
            "text",
        }
        if "stream" in event:
            assert reference(event["stream"]) == event["stream"]
        if "ref" in event:
            assert event["ref"] in seen
        seen |= {event["id"]} if "id" in event else set()
    for event in STATED:
        own = set(TYPES[event["type"], 1].field_names()) - {"said", "source", "quote"}
        assert set(event["fields"]) <= own, event["stream"]
        assert set(event.get("classes", {})) <= own


@pytest.mark.parametrize("number", range(len(STATED)))
def test_each_quote_stands_once_in_its_document(number: int) -> None:
    source = STATED[number]["source"]
    assert words(source["document"]).count(source["quote"]) == 1
    if readable(source["document"]):
        assert text(source["document"]).text.count(source["quote"]) == 1


def test_the_file_is_in_the_order_in_which_things_became_known() -> None:
    known = [first_day(event.get("said") or event["valid"]) for event in EVENTS]
    assert known == sorted(known)
    assert known[-1] <= TODAY
    for event in STATED:
        announced = event["type"] in {"HoldingBegan", "HoldingEnded", "OversightPassed"}
        assert announced or first_day(event["valid"]) <= first_day(event["said"])
        assert first_day(DOCUMENTS[event["source"]["document"]]["published"]) <= first_day(
            event["said"]
        )


def named(fact: Fact, field: str) -> tuple[str, ...]:
    value = getattr(fact, field, None) or ()
    return (value,) if isinstance(value, str) else tuple(value)


def test_streams_that_are_pointed_at_exist() -> None:
    streams = {entry.fact.stream for entry in entries()}
    for entry in entries():
        fact = entry.fact
        for name in ("answers", "parent", "other", "meeting", "plan", "into", "objective"):
            if not isinstance(fact, ObjectiveSet):  # its plan is the title of a printed plan
                assert set(named(fact, name)) <= streams
        assert all(about in streams or "/" not in about for about in named(fact, "about"))


def test_the_terms_were_fixed_before_the_figures_and_have_their_own_hash() -> None:
    fixed = [entry.fact for entry in entries() if isinstance(entry.fact, ProtocolFixed)]
    assert len(fixed) == 2
    for fact in fixed:
        assert fact.valid.start < day(fact.action_date or "")
        terms = digest(
            protocol(fact),
            measure=fact.measure or "",
            body=FORCE,
            peers=fact.peers or (),
            family=[(fact.measure or "", FORCE)],
            family_rule="bh",
        )
        assert fact.protocol_sha256 == terms


# --- where the loop ends ---


def test_the_report_of_june_2025_is_on_the_record_only_through_a_person() -> None:
    assert not [
        e for e in STATED if e["type"] == "FindingPublished" and e["stream"].startswith(R2025)
    ]
    found = [f for f in findings(register()) if f.reference.startswith(R2025)]
    assert [f.due_first for f in found if f.kind == "recommendation"] == [
        "2025-12-31",
        "2025-12-31",
        "2025-09-30",
    ]
    assert {f.theme for f in found} == {"neighbourhood-crime"}
    assert len([f for f in found if f.kind == "area-for-improvement"]) == 3


def test_an_answer_without_a_record_or_a_reading_is_an_error() -> None:
    read = {event["document"] for event in EVENTS if event.get("do") == "read"}
    assert {answer["document"] for answer in ANSWERS} <= read <= set(DOCUMENTS)
    name = "inspection-2025.html"
    wrong = {"kind": "grade", "quote_contains": "outstanding", "decision": "accept"}
    with pytest.raises(AssertionError, match="no grade waits"):
        decided(name, wrong, lines(name)[1:])


def test_the_queue_is_not_empty() -> None:
    for name in ("inspection-2025.html", "minutes-2026-01.html"):
        decided = [row for row in ANSWERS if row["document"] == name]
        assert len(lines(name)) - 1 > len(decided) + 3


def test_recommendation_1_worked_and_was_closed_by_its_owner() -> None:
    item = progress(register(), f"{R2025}/recommendation/1")
    assert [step.rung for step in item.steps] == [Rung.DELIVERED, Rung.VERIFIED, Rung.WORKED]
    assert item.disposition is Disposition.CLOSED
    assert item.closing is not None
    assert item.closing.ground is ClosingGround.PUBLISHED
    assert item.closing.quote
    assert item.steps[-1].evidence == ("measure/anyshire-theft-from-shops/anyshire-police",)
    (given,) = register().of(VerdictGiven, stream=item.steps[-1].evidence[0])
    assert given.verdict == "improved"
    assert given.valid.start <= item.steps[-1].on <= item.closing.on


def test_recommendation_2_is_done_and_no_change_is_detected() -> None:
    item = progress(register(), f"{R2025}/recommendation/2")
    assert item.rung is Rung.VERIFIED
    assert item.open
    assert item.unproven == "not worked"
    action = progress(register(), "action/anyshire/2025/02")
    assert action.reference in item.answered_by
    assert action.verdict is not None
    assert action.verdict.fact.get("verdict") == "no_detectable_change"


def test_recommendation_3_moved_twice_under_two_chief_constables_and_is_overdue() -> None:
    item = progress(register(), f"{R2025}/recommendation/3")
    assert (item.due_first, item.due) == ("2025-09-30", "2026-03-31")
    assert [(m.on, m.authoriser) for m in item.moves] == [
        (date(2025, 9, 18), "chief-constable"),
        (date(2026, 2, 12), "chief-constable"),
    ]
    assert all(m.reason for m in item.moves)
    assert item.days_overdue == (TODAY - date(2026, 3, 31)).days
    assert item.response is Response.PARTLY


def test_the_concern_of_2023_was_closed_with_a_quote_and_found_again() -> None:
    item = progress(register(), f"{R2023}/cause-of-concern/1")
    assert item.slipped_back
    assert item.closed_before is not None
    assert "properly addressed" in (item.closed_before.quote or "")
    assert not progress(register(on=date(2025, 6, 1)), item.reference).slipped_back


def test_areas_for_improvement_one_unproven_one_superseded() -> None:
    assert progress(register(), f"{R2025}/area-for-improvement/1").unproven == "not verified"
    second = progress(register(), f"{R2025}/area-for-improvement/2")
    assert second.disposition is Disposition.SUPERSEDED


def test_something_is_due_in_the_coming_weeks() -> None:
    due = sorted(
        f.due for f in register().of(ActionPromised) if f.due and f.due >= TODAY.isoformat()
    )
    assert due == ["2026-12-02", "2026-12-02", "2026-12-18", "2026-12-31", "2027-01", "2027-01-08"]
    live = [progress(register(), f"{R2026}/recommendation/{n}") for n in (1, 2)]
    assert [item.due for item in live] == ["2027-01-31", "2027-03-31"]
    assert {item.response for item in live} == {Response.NONE_YET}
    assert toml("story.toml")["next_session"] == date(2027, 1, 21)


def test_four_sessions_and_claims_of_every_kind() -> None:
    held = [f.date for f in register().of(MeetingHeld)]
    assert held == ["2025-09-18", "2026-01-22", "2026-05-21", "2026-09-17"]
    results = {f.result for f in register().of(ClaimChecked)}
    assert results == {"agrees", "differs", "part", "silent", "unsettleable"}


def test_the_money_adds_up_after_the_typing_error_is_put_right() -> None:
    stated = [(f.state, int(f.amount or 0)) for f in register().of(MoneyStated)]
    assert sorted(stated) == [
        ("allocated", 45000),
        ("approved", 180000),
        ("awarded", 60000),
        ("awarded", 75000),
        ("budgeted", 180000),
        ("cut", 8000),
        ("paid", 120000),
        ("received", 60000),
        ("returned", 15000),
    ]


def test_the_review_in_confidence_is_withheld_with_ground_and_date() -> None:
    (offered,) = (v for v in register().versions_of(EvidenceOffered) if v.withheld)
    marked = offered.withheld["text"]
    assert marked.classification == "restricted"
    assert marked.ground == "Freedom of Information Act 2000 s.31 (law enforcement)"
    assert marked.review == "2027-03-31"
    assert all(str(offered.fact.get("text")) not in words(name) for name in DOCUMENTS)
