"""A handover of a full register fits in a few pages: what matters first, then lists cut short."""

import io
import re
from dataclasses import replace
from datetime import date, timedelta

import pytest
from python_calamine import CalamineWorkbook

from answerable.ledger.book import Book
from answerable.operations.output import handover
from answerable.operations.pages.accountability import handover as handover_page
from answerable.operations.pages.accountability import handover_parts, handover_seen
from answerable.operations.pages.accountability.handover_lists import MOST_ROWS
from answerable.operations.pages.look import Look
from answerable.vocabulary.access import Classification
from answerable.vocabulary.facts import (
    ActionPromised,
    ActionUpdated,
    AssuranceJudged,
    FindingPublished,
    GradeGiven,
    ItemTaken,
    MeetingHeld,
    MeetingPlanned,
    OfficeDefined,
)
from tests.factories import FORCE, fact
from tests.operations.cast import AT, OFFICER, begin, key
from tests.web.small_home import append

LATE = 30
LOOK = Look(at=AT, actor=OFFICER)


@pytest.fixture(autouse=True)
def full(book: Book) -> None:
    """Thirty overdue actions beside the cast's findings."""
    begin(
        book,
        *(
            fact(
                ActionPromised,
                stream=f"action/anyshire-police/log/{n:03}",
                on="2024-01-02",
                text=f"Part {n}",
                due=f"2024-02-{1 + n % 28:02}",
            )
            for n in range(LATE)
        ),
    )


def test_paper_gives_the_first_of_each_list_and_says_of_how_many() -> None:
    pack = handover.content(LOOK, handover_seen.seen(LOOK, FORCE), most=MOST_ROWS)
    parts = {part.key: part for part in pack.parts}
    late = parts["late"]
    assert late.table is not None
    assert len(late.table.rows) == MOST_ROWS
    assert late.paragraphs == (
        f"In all: {LATE} actions.",
        f"{MOST_ROWS} are listed here, the earliest date first, and last what a log "
        "sets aside. "
        "All of them stand in the Excel file of this handover.",
    )
    assert late.table.rows[0][3] == (
        "32 days past its date. Our sources do not say that it is done."
    )
    assert parts["open"].table is not None
    assert parts["open"].table.rows[0][0].startswith("Cause of concern 1: Repeat burglary")


def test_the_workbook_has_every_row() -> None:
    made = handover.build(LOOK, body=FORCE, form="xlsx")
    book = CalamineWorkbook.from_filelike(io.BytesIO(made.data))
    rows = [row for name in book.sheet_names for row in book.get_sheet_by_name(name).to_python()]
    listed = {str(c) for row in rows for c in row if str(c).startswith("Action: Part ")}
    assert len(listed) == LATE
    late = book.get_sheet_by_name("Past its date").to_python()
    assert isinstance(late[4][2], date), "a program can sort by the due date"
    assert "What the ladders propose" in book.sheet_names


def test_each_line_of_the_first_page_says_what_it_rests_on() -> None:
    """Only what no fact states, such as that no session is planned, has a list alone."""
    lines = handover_parts.first(LOOK, handover_seen.seen(LOOK, FORCE))
    assert all(line.versions or line.more for line in lines)
    resting = {line.label: line.versions for line in lines if line.versions}
    assert {"Open cause of concern", "Overdue"} <= set(resting)
    pack = handover.content(LOOK, handover_seen.seen(LOOK, FORCE), most=MOST_ROWS)
    first = next(part for part in pack.parts if part.key == "first")
    notes = {line.label: line.note for line in first.lines}
    assert notes["Overdue"].startswith("Entry ")
    assert not any(line.words.endswith("Not in our sources.") for line in first.lines)


def test_an_owner_stands_by_its_name_and_the_pack_says_what_open_means() -> None:
    """As the body's lawyer reads it: “open” is what our sources do not close, and no more."""
    pack = handover.content(LOOK, handover_seen.seen(LOOK, FORCE), most=None)
    (opened,) = (part for part in pack.parts if part.key == "open")
    assert opened.table is not None
    assert opened.table.rows[0][1] == "Chief constable", (
        "who owns what answers it, not who found it"
    )
    assert "Open means that our sources do not say that it was closed" in pack.notice
    lines = [line.words for part in pack.parts for line in part.lines]
    assert "Nothing is said to be done and not proven." in lines


def test_what_ladders_propose_stands_by_owner_and_step_with_its_count() -> None:
    """A full log proposes one step many times: a line for each owner, not an accusation each."""
    told = handover_seen.seen(LOOK, FORCE)
    (part,) = (p for p in handover.content(LOOK, told, most=MOST_ROWS).parts if p.key == "up")
    assert told.found.escalations
    assert len(part.lines) < len(told.found.escalations)
    counts = [int(line.words.split(" ")[0]) for line in part.lines]
    assert sum(counts) == len(told.found.escalations)
    assert counts == sorted(counts, reverse=True)
    assert part.lines[0].label == "No owner yet"
    assert f"Of {counts[0]} no step or reason is on record." in part.lines[0].words
    page = handover_page.handover(LOOK, FORCE, "successor")
    (section,) = (s for s in page.sections if s.id == "up")
    assert all(row.links for row in section.rows), "each line leads to its matters"
    (whole,) = (p for p in handover.content(LOOK, told, most=None).parts if p.key == "up")
    assert whole.table is not None
    assert len(whole.table.rows) == len(told.found.escalations)


def test_the_first_page_has_the_last_grades_and_where_the_session_was_not_assured(
    book: Book,
) -> None:
    """By report and cycle, the worst first; no overall grade is made of them."""
    meeting = "session/anyshire-pcc/2024-02-20"
    more = (
        *(
            fact(
                GradeGiven,
                stream=f"anyshire-inspectorate/2024/report/grade/{n}",
                on="2024-02-01",
                question=question,
                value=value,
                cycle="2023-2025",
            )
            for n, (question, value) in enumerate(
                (("Custody", "good"), ("Burglary", "inadequate"), ("Data", "adequate"))
            )
        ),
        fact(MeetingHeld, stream=meeting, on="2024-02-20", title="Session"),
        fact(
            ItemTaken,
            stream=f"{meeting}/1",
            on="2024-02-20",
            meeting=meeting,
            title="Custody checks",
        ),
        fact(
            AssuranceJudged,
            stream=f"{meeting}/1",
            on="2024-02-20",
            meeting=meeting,
            level="not-assured",
            reason="no figures were shown",
        ),
    )
    book.append(
        about=FORCE, decide=lambda _register: more, by=OFFICER, at=AT, key=key(), seen=None
    )
    lines = {
        line.label: line.words
        for line in handover_parts.first(LOOK, handover_seen.seen(LOOK, FORCE))
    }
    assert lines["Grades of 1 February 2024"] == (
        "Inadequate: Burglary. Adequate: Data. Good: Custody. Cycle: 2023-2025."
    )
    assert lines["Not assured on 20 February 2024"] == "Custody checks. No figures were shown."


def test_no_matter_is_a_row_twice_on_paper_and_a_list_says_where_it_stands() -> None:
    pack = handover.content(LOOK, handover_seen.seen(LOOK, FORCE), most=MOST_ROWS)
    rows = [row[0] for part in pack.parts if part.table for row in part.table.rows]
    assert len(rows) == len(set(rows)), "no row twice in one pack"
    (opened,) = (part for part in pack.parts if part.key == "open")
    told = " ".join(opened.paragraphs)
    assert f"These stand above and are not listed again: Past its date ({MOST_ROWS})." in told


def test_every_kind_that_has_anything_open_shows_its_most_pressing_with_its_count(
    book: Book,
) -> None:
    kinds = ("recommendation", "area-for-improvement")
    more = tuple(
        fact(
            FindingPublished,
            stream=f"anyshire-inspectorate/2024/big/{kind}/{n}",
            on="2024-02-01",
            kind=kind,
            number=str(n),
            text=f"The force should do {kind} {n}.",
        )
        for kind in kinds
        for n in range(1, 21)
    )
    book.append(about=FORCE, decide=lambda _: more, by=OFFICER, at=AT, key=key(), seen=None)
    pack = handover.content(LOOK, handover_seen.seen(LOOK, FORCE), most=MOST_ROWS)
    (opened,) = (part for part in pack.parts if part.key == "open")
    assert opened.table is not None
    begins = {row[0].partition(" ")[0] for row in opened.table.rows}
    assert {"Cause", "Recommendation", "Area", "Action:"} <= begins
    assert len(opened.table.rows) == MOST_ROWS
    assert re.match(r"In all: \d+ causes? of concern, \d+ recomm", opened.paragraphs[0])
    assert "20 areas for improvement" in opened.paragraphs[0]
    assert "and of each kind at least the first" in " ".join(opened.paragraphs)


def test_the_first_page_counts_by_theme_and_a_ladder_is_explained_where_it_stands(
    book: Book,
) -> None:
    themed = (
        fact(
            FindingPublished,
            stream=f"anyshire-inspectorate/2024/big/recommendation/{n}",
            on="2024-01-01",
            kind="recommendation",
            number=str(n),
            theme="Custody",
            due="2024-01-31" if n == 1 else "2031-01-31",
            text=f"Do {n}.",
        )
        for n in range(1, 4)
    )
    facts = tuple(themed)
    book.append(about=FORCE, decide=lambda _: facts, by=OFFICER, at=AT, key=key(), seen=None)
    told = handover_seen.seen(LOOK, FORCE)
    lines = {line.label: line.words for line in handover_parts.first(LOOK, told)}
    assert "Custody 3, of them 1 past the date" in lines["Open by theme"]
    assert "the next office up should be told of" in lines["What ladders propose"]
    (part,) = (p for p in handover.content(LOOK, told, most=MOST_ROWS).parts if p.key == "up")
    assert part.paragraphs[0].startswith("A ladder is the order in which a matter is told further")


def test_a_reply_that_the_law_asks_for_in_more_than_four_weeks_is_not_left_out(book: Book) -> None:
    """Between forty matters due before it, and with 50 days left."""
    sooner = tuple(
        fact(
            ActionPromised,
            stream=f"action/anyshire-police/log/s{n:03}",
            on="2024-01-02",
            text=f"Sooner {n}",
            due="2024-04-12",
        )
        for n in range(40)
    )
    report = fact(
        FindingPublished,
        stream="anyshire-inspectorate/2024/anyshire/calls/recommendation/1",
        on=(AT.date() - timedelta(days=6)).isoformat(),
        kind="recommendation",
        number="1",
        owner="anyshire-inspectorate",
        text="Answer every call.",
    )
    facts = (*sooner, report)
    book.append(about=FORCE, decide=lambda _: facts, by=OFFICER, at=AT, key=key(), seen=None)
    lines = handover_parts.first(LOOK, handover_seen.seen(LOOK, FORCE))
    due = [line.words for line in lines if line.label == "Reply due"]
    assert any("49 days left" in words for words in due), due


def test_what_its_log_sets_aside_is_said_so_and_is_not_the_longest(book: Book) -> None:
    """Protects a newcomer from an action that was superseded as the first thing to read."""
    stream = "action/anyshire-police/log/000"
    superseded = fact(ActionUpdated, stream=stream, on="2024-02-20", text="Status: Superseded.")
    book.append(
        about=FORCE, decide=lambda _: [superseded], by=OFFICER, at=AT, key="later", seen=None
    )
    pack = handover.content(LOOK, handover_seen.seen(LOOK, FORCE), most=MOST_ROWS)
    late = next(part for part in pack.parts if part.key == "late")
    assert late.table is not None
    assert not any("Part 0" in str(row) for row in late.table.rows), "it comes last of all"
    assert "The longest: Part 28." in str(pack)
    assert "1 of them is set aside by its log" in str(pack)
    whole = handover.content(LOOK, handover_seen.seen(LOOK, FORCE), most=None)
    rows = next(part for part in whole.parts if part.key == "late").table
    assert rows is not None
    assert "The log calls it “Superseded”; nobody has closed it" in str(rows.rows[-1])


def test_the_name_of_a_file_holds_no_stroke() -> None:
    append(
        fact(
            OfficeDefined,
            stream=f"office/{FORCE}/chief-constable",
            on="2024-01-02",
            title="Chief constable",
        )
    )
    made = handover.build(LOOK, body=FORCE, office=f"{FORCE}/chief-constable", form="xlsx")
    named = f"answerable-handover-{FORCE}-{FORCE}-chief-constable"
    assert made.name == f"{named}-{LOOK.on}-internal.xlsx"


def test_a_handover_is_named_and_headed_by_the_highest_marking_of_what_it_holds() -> None:
    append(
        fact(
            ActionPromised,
            stream="action/anyshire-police/log/900",
            on="2024-01-02",
            text="Kept close.",
            due="2024-02-01",
            classes={"text": Classification.RESTRICTED},
        )
    )
    made = handover.build(LOOK, body=FORCE, form="xlsx")
    assert made.name.endswith(f"-{LOOK.on}-restricted.xlsx")
    pack = handover.content(LOOK, handover_seen.seen(LOOK, FORCE), most=MOST_ROWS)
    assert pack.head.startswith("RESTRICTED")
    assert "Kept close." in str(handover.content(LOOK, handover_seen.seen(LOOK, FORCE), most=None))


def test_the_marking_of_a_handover_counts_sessions_ahead_too() -> None:
    append(
        fact(
            MeetingPlanned,
            stream="session/anyshire-pcc/2027-03-01",
            on="2024-01-02",
            title="Kept close.",
            body="anyshire-pcc",
            date="2027-03-01",
            classes={"title": Classification.RESTRICTED},
        )
    )
    made = handover.build(LOOK, body=FORCE, form="xlsx")
    assert made.name.endswith(f"-{LOOK.on}-restricted.xlsx")


def test_what_is_first_in_our_sources_since_the_term_began_may_be_older() -> None:
    seen = handover_seen.seen(LOOK, FORCE)
    n = len(seen.found.now)
    term = replace(seen, found=replace(seen.found, began=date(2024, 1, 10)))
    assert handover_seen.sentence(term).endswith(
        "Open already when the last term began, 10 January 2024: 0. First in our sources since "
        f"then: {n}; a matter may be older than its first source. Open then and no longer: 0."
    )
