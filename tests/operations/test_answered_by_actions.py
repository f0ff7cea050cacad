"""A finding that a log answers says how its actions stand, what was answered, and who says so."""

from datetime import date

from answerable.operations.desk.register import Wanted
from answerable.operations.desk.rows import rows
from answerable.operations.pages.desk import register
from answerable.operations.pages.findings.finding import finding
from answerable.operations.pages.look import Look
from answerable.operations.plans import action_log
from answerable.operations.sessions import scrutiny
from answerable.store.reads import registers
from answerable.vocabulary.ladder import Response, Rung
from tests.operations.test_desk_action_log import (
    AT,
    FORCE,
    REPORT,
    asked,
    kept,
    officer,
    own,
    published,
)

__all__ = ["own"]  # the fixture: a home of one's own

HEADED = (("CUSTODY", "", "", "", "", ""),)
HEAD = ("Ref", "Rec", "Action", "Owner", "Due", "Status")
ROWS = (
    ("1", "R1", "Visit every victim.", "DCC", "31/03/27", "Open"),
    ("2", "R1", "Write to them.", "ACC", "20/11/26", "Open"),
    ("3", "R1", "Train staff.", "ACC", "20/11/26", "Complete"),
    ("4", "", "Meet partners.", "", "", "Open"),
)


def answered() -> str:
    name = published()
    action_log.import_action_log(
        by=officer(),
        at=AT,
        key="log",
        seen=registers.head().size - 1,
        document=kept(*HEADED, *ROWS, head=HEAD),
        asked=asked(report=REPORT),
        agreed={},
    )
    return name


def looked() -> Look:
    return Look(at=AT, actor=officer())


def test_its_page_counts_and_lists_the_actions_and_shows_what_was_answered() -> None:
    name = answered()
    scrutiny.respond(
        by=officer(),
        at=AT,
        key="answer",
        seen=registers.head().size - 1,
        reference=name,
        response=Response.PARTLY,
        text="half of it by March",
        on=date(2026, 11, 20),
    )
    page = finding(looked(), name)
    (section,) = [s for s in page.work if s.id == "actions"]
    assert section.title == "Actions that answer it: 3"
    assert section.paragraphs == ("Said to be done 1, overdue 1, otherwise open 1.",)
    assert section.rows[0].title == "Write to them."
    told = {line.label: line.words for line in page.lines}
    assert told["Answered"] == "Accepted in part. Half of it by March."
    assert told["Done"].startswith("Of the 3 actions that answer it: Said to be done 1")
    assert " | " not in told["Said"]


def test_a_row_that_is_complete_is_what_the_log_says_and_not_what_somebody_did_on_its_day() -> (
    None
):
    answered()
    page = finding(looked(), f"action/{FORCE}/log/3")
    assert page.sentence == (
        "The action log of 31 October 2026 says that it is done. Nobody else has checked yet."
    )
    told = {line.label: line.words for line in page.lines}
    assert told["Done"] == "The action log of 31 October 2026 says that it is done."
    assert told["Said"] == "Train staff."
    assert page.title.startswith("Train staff: ")
    assert page.kicker.endswith("Action 3")


def test_the_register_finds_the_actions_of_a_finding_by_the_name_that_the_log_has() -> None:
    name = answered()
    table = rows(looked(), FORCE).table
    found = [i.text for i in table.chosen(Wanted(answers=name))]
    assert sorted(map(str, found)) == ["Train staff.", "Visit every victim.", "Write to them."]
    for words in ("R1", "Recommendation 1", "rec 1"):
        assert len(table.chosen(Wanted(q=words, kind="action"))) == 3, words
    assert [i.text for i in table.chosen(Wanted(q="2"))] == ["Write to them."]


def test_the_first_sentence_rests_on_the_entry_that_says_it_and_a_step_is_named() -> None:
    answered()
    scrutiny.reach_rung(
        by=officer(),
        at=AT,
        key="done",
        seen=registers.head().size - 1,
        reference=f"action/{FORCE}/log/1",
        rung=Rung.DELIVERED,
        on=date(2026, 11, 1),
    )
    page = finding(looked(), f"action/{FORCE}/log/1")
    assert "on 1 November 2026" in page.sentence
    assert [s.label for s in page.answer.sources] == [f"Entry {registers.head().size - 1}"]
    assert [h.title for h in page.timeline][-1] == "Step up: delivered"
    assert not [h.words for h in page.timeline if " | " in h.words], "a row is no sentence"


def test_two_open_actions_with_the_same_words_are_found_and_joined_from_the_register() -> None:
    answered()
    scrutiny.promise_action(
        by=officer(),
        at=AT,
        key="twice",
        seen=registers.head().size - 1,
        institution=FORCE,
        text="visit every victim",
        on=date(2026, 11, 1),
    )
    page = register.register(looked(), {"view": "twice", "body": FORCE})
    assert sorted(row.words for row in page.rows) == ["Visit every victim", "Visit every victim."]
    assert all(row.join_url == f"/actions/{row.reference}/merge/" for row in page.rows)
    assert all("The same words stand in another row" in row.note for row in page.rows)
    reader = register.register(Look(at=AT), {"view": "twice", "body": FORCE})
    assert not any(row.join_url for row in reader.rows), "a reader joins nothing"


def test_the_register_filters_by_the_owners_own_rating_and_by_a_heading_of_the_log() -> None:
    published()
    head = ("Ref", "RAG", "Action", "Owner", "Due", "Status")
    rated = (
        ("CUSTODY", "", "", "", "", ""),
        ("1", "Red", "Visit every cell.", "DCC", "31/03/27", "Open"),
        ("2", "RED", "Write to them.", "ACC", "20/11/26", "Open"),
        ("3", "Green", "Train staff.", "ACC", "20/11/26", "Open"),
    )
    action_log.import_action_log(
        by=officer(),
        at=AT,
        key="log",
        seen=registers.head().size - 1,
        document=kept(*rated, head=head),
        asked=asked(),
        agreed={},
    )
    page = register.register(looked(), {"rating": "red", "heading": "custody"})
    assert {row.words for row in page.rows} == {"Visit every cell.", "Write to them."}
    told = {field.name: field for field in page.fields}
    assert [choice.label for choice in told["rating"].choices] == ["Any", "Green", "Red"]
    assert told["heading"].value == "CUSTODY"
    assert {"Owner’s own rating: red", "Under “custody” in the log"} <= {
        link.label for link in page.chosen
    }
