"""After an import: totals to tick off, what is gone from the log, which dates did not move."""

from datetime import date
from typing import Any

import pytest

from answerable.operations.desk import rows as desk
from answerable.operations.pages.look import Look
from answerable.operations.plans import action_log
from answerable.operations.plans.log_compared import Asked
from answerable.scrutiny.compare import compare
from answerable.scrutiny.plans import log_gone
from answerable.store.reads import registers
from tests.operations.test_desk_action_log import (
    ANSWERING,
    AT,
    FORCE,
    LOG,
    OCTOBER,
    REPORT,
    WITH_REC,
    changed,
    changes,
    held,
    kept,
    officer,
    own,
    published,
    recorded,
    sheet,
)
from tests.web.acting import browser, hidden, words
from tests.web.test_importing import OFFICE, as_guessed, handed_in, imported

__all__ = ["own"]
LATER = {"dated-day": "20", "dated-month": "11", "dated-year": "2026"}
NOVEMBER = date(2026, 11, 20)


def later(client: Any, data: bytes, monkeypatch: pytest.MonkeyPatch, **boxes: str) -> Any:
    monkeypatch.setattr("tests.web.test_importing.DATED", LATER)
    return imported(client, data, **boxes)


def test_totals_by_owner_rating_and_status_stand_after_an_import() -> None:
    client = browser(OFFICE)
    done = words(imported(client, sheet(*LOG)))
    assert "Rows by owner, to tick off against the sheet" in done
    assert "ACC / DCC 1 Assistant chief constable" in done, "the lead that was chosen"
    assert "Head of Crime 1 Head of Crime" in done
    assert "Empty 1 No owner on record" in done
    assert "Rows by their own rating" in done
    assert "Amber 1" in done
    assert "Rows by status" in done
    assert "On going 1 Open" in done
    assert "Complete 1 Done, they say; open until somebody has checked" in done
    assert "All rows 4" in done
    assert "is gone from it" not in done, "nothing was imported before"


def test_totals_by_heading_stand_where_a_log_has_headings() -> None:
    client = browser(OFFICE)
    banded = sheet(
        *(("CUSTODY", *[""] * 6), *LOG[:3], ("CALL HANDLING", *[""] * 6), LOG[3]),
    )
    done = words(imported(client, banded))
    assert "Rows by heading" in done
    assert "CUSTODY 3" in done
    assert "CALL HANDLING 1" in done


def test_after_a_second_import_what_is_gone_and_which_dates_did_not_move_is_listed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    client = browser(OFFICE)
    imported(client, sheet(*LOG))
    second = [*changed(1, "Due", "30/06/2027")[:1], LOG[1], LOG[2]]
    done = words(later(client, sheet(*second), monkeypatch))
    assert "Gone from the log: 1" in done
    assert "4 Meet partners." in done
    assert "Dates of the log that are not the register’s: 1" in done
    assert "Due date: 31 March 2027 on the register, 30 June 2027 in the log." in done
    same = words(later(client, sheet(*second), monkeypatch))
    assert "No row of the log before is gone from it" not in same, "it is the same log"


def test_nothing_gone_and_every_date_taken_is_said_too(monkeypatch: pytest.MonkeyPatch) -> None:
    client = browser(OFFICE)
    imported(client, sheet(*LOG))
    done = words(later(client, sheet(*changed(2, "Update", "Half are trained.")), monkeypatch))
    assert "No row of the log before is gone from it" in done
    assert "every date that it states is the register’s" in done


@pytest.mark.parametrize(("before", "told"), [("TBC", "no date"), ("30/06/2024", "30 June 2024")])
def test_a_new_date_of_what_is_done_stays_and_each_such_row_is_named(
    before: str, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = browser(OFFICE)
    first = ("24/054", "Audit the queue.", "DCC", before, "A", "Completed", "")
    imported(client, sheet(first, *LOG[1:]))
    second = sheet((*first[:3], "31/03/2027", *first[4:]), *LOG[1:])
    monkeypatch.setattr("tests.web.test_importing.DATED", LATER)
    asked = words(client.get(as_guessed(client, handed_in(client, second))))
    said = f"Due date: {told} on the register, 31 March 2027 in the log. It is said to be done"
    assert "New dates of what is done: 1" in asked
    assert asked.count(said) == 2, "where the dates are, and in its row"
    done = words(imported(client, second))
    assert "Dates of the log that are not the register’s: 1" in done
    assert f"24/054 Audit the queue. {said}, so the date of the register stays." in done
    assert "Move this date" not in done
    assert "every date that it states is the register’s" not in done


def test_a_done_action_whose_row_is_gone_is_not_said_to_have_no_word_of_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    client = browser(OFFICE)
    imported(client, sheet(*LOG))
    later(client, sheet(*LOG[:2]), monkeypatch)
    done = words(client.get(f"/findings/action/{FORCE}/log/3/"))
    assert "It is said to be done and nobody has checked it, so it stays open." in done
    assert "Nobody has said what became of it" not in done
    open_still = words(client.get(f"/findings/action/{FORCE}/log/4/"))
    assert "Nobody has said what became of it, so it stays open." in open_still


def test_a_first_date_is_taken_without_asking_who_agreed(monkeypatch: pytest.MonkeyPatch) -> None:
    client = browser(OFFICE)
    imported(client, sheet(*LOG))
    second = sheet(*changed(2, "Due", "31/03/2027"))
    monkeypatch.setattr("tests.web.test_importing.DATED", LATER)
    asked = words(client.get(as_guessed(client, handed_in(client, second))))
    assert "Dates where there was none: 1" in asked
    assert "Which office agreed" not in asked
    done = words(imported(client, second))
    assert "every date that it states is the register’s" in done
    item = held()["2"]
    assert (item.due, item.moves[0].authoriser) == ("2027-03-31", None)
    page = words(client.get(f"/findings/action/{FORCE}/log/2/"))
    assert "First without a date; given one on 20 November 2026." in page
    assert "moved once" not in page
    row = words(client.get("/plans/?q=staff"))
    assert "first without a date" in row
    assert "moved once" not in row


def test_half_an_answer_for_every_moved_date_names_both_boxes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    client = browser(OFFICE)
    imported(client, sheet(*LOG))
    monkeypatch.setattr("tests.web.test_importing.DATED", LATER)
    difference = as_guessed(client, handed_in(client, sheet(*changed(1, "Due", "30/06/2027"))))
    boxes = {"why-all": "x", "who-all": ""}
    half = client.post(difference, {**hidden(client.get(difference)), **boxes})
    assert (
        "“Which office agreed” and “Why” of all moved dates: a moved date needs both."
    ) in words(half)


def test_whoever_agreed_may_be_an_owner_of_the_register_too(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """“Head of Crime” is no office of the catalogue, and agrees to dates all the same."""
    client = browser(OFFICE)
    imported(client, sheet(*LOG))
    monkeypatch.setattr("tests.web.test_importing.DATED", LATER)
    difference = as_guessed(client, handed_in(client, sheet(*changed(1, "Due", "30/06/2027"))))
    form = client.get(difference)
    asked = form.content.decode().partition("Dates that moved")[2]
    assert "All moved dates: which office agreed" in asked
    assert "What is said beside a date below counts instead." in asked
    assert asked.count('<option value="Head of Crime">Head of Crime</option>') == 2
    boxes = {"who-all": "Head of Crime", "why-all": "The board asked for it."}
    client.post(difference, {**hidden(form), **boxes})
    assert held()["1"].moves[0].authoriser == "Head of Crime"


def test_an_import_of_deleted_rows_alone_records_that_they_are_gone() -> None:
    recorded(kept(*LOG))
    shorter = kept(*LOG[:3])
    assert changes(shorter)["4"].kind == "gone"
    assert recorded(shorter, NOVEMBER).count == 2, "the file, and that the row is gone"
    item = held()["4"]
    assert item.open, "the action is not closed"
    assert log_gone.gone_since(item.versions) == NOVEMBER
    assert {c.kind for c in changes(shorter).values()} == {"same"}, "it is said once"
    again = kept(*LOG)
    assert changes(again, date(2026, 11, 22))["4"].back
    recorded(again, date(2026, 11, 22), key="back")
    assert log_gone.gone_since(held()["4"].versions) is None


def test_the_page_and_the_register_say_that_a_row_is_no_longer_in_the_log(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    client = browser(OFFICE)
    imported(client, sheet(*LOG))
    later(client, sheet(*LOG[:3]), monkeypatch)
    page = words(client.get(f"/findings/action/{FORCE}/log/4/"))
    assert "No longer in the log of 20 November 2026." in page
    assert "Taken out of the log" in page, "in what happened, in order"
    assert "No longer in the log of 20 November 2026" in words(client.get("/plans/?q=partners"))


def test_rows_of_a_register_keep_up_with_a_row_that_is_gone() -> None:
    recorded(kept(*LOG))
    look = Look(at=AT, actor=officer())
    assert not any(i.out_of_log for i in desk.rows(look, FORCE).items)
    recorded(kept(*LOG[:3]), NOVEMBER)
    assert [i.out_of_log for i in desk.rows(look, FORCE).items].count(NOVEMBER) == 1


def test_the_record_before_the_second_log_holds_no_word_of_it() -> None:
    recorded(kept(*LOG))
    recorded(kept(*LOG[:3]), NOVEMBER)
    then = registers.register(FORCE, valid=OCTOBER, actor=officer())
    row = then.versions_of(stream=f"action/{FORCE}/log/4")
    assert log_gone.gone_since(row) is None


def test_the_page_of_an_action_says_which_number_the_log_gave_what_it_answers() -> None:
    client = browser(OFFICE)
    name = published()
    document = kept(*ANSWERING, head=WITH_REC)
    recorded(document, key="with")
    nothing = words(client.get(f"/findings/action/{FORCE}/log/1/"))
    assert "“R1” in the log. No finding on the record goes by that number." in nothing
    action_log.import_action_log(
        by=officer(),
        at=AT,
        key="linked",
        seen=None,
        document=document,
        asked=Asked(FORCE, OCTOBER, REPORT),
        agreed={},
    )
    page = client.get(f"/findings/action/{FORCE}/log/1/")
    assert "R1 in the log: Recommendation 1, 5 November 2026" in words(page)
    assert f'href="/findings/{name}/"' in page.content.decode()
    other = words(client.get(f"/findings/action/{FORCE}/log/2/"))
    assert "“R9” in the log. No finding on the record goes by that number." in other


def test_a_second_log_says_how_many_of_its_loose_numbers_are_no_news() -> None:
    recorded(kept(*ANSWERING, head=WITH_REC))
    third = ("3", "R7", "Write to each victim.", "DCC", "31/03/27")
    document = kept(*ANSWERING, third, head=WITH_REC)
    address = f"/import/{document}/difference/?body={FORCE}&dated={NOVEMBER}"
    preview = words(browser(OFFICE).get(address))
    assert "References that find nothing: 3 rows" in preview
    assert "2 of these rows stood so in the log before." in preview


WITH_SOURCE = ("Ref", "Rec", "Action", "Owner", "Due", "Update")


@pytest.mark.parametrize(
    ("source", "due", "comment", "number"),
    [
        ("", "31/03/2027", "See email from staff officer 12/2", ""),
        ("A&A", "15/08/23 now 13/11/23", "", ""),
        ("PCP", "Q2 2023/24", "Read with R3/R4", ""),
        ("A&A", "", "R3", ""),
        ("", "30/06/2027", "AFI 2", ""),
        ("PEEL R11", "15/08/23 now 13/11/23", "See email from staff officer 12/2", "PEEL R11"),
        ("Rec 6", "Q2 2023/24", "R3", "Rec 6"),
        ("4.2", "31/03/2027", "R3", "4.2"),
        ("COC1", "31/03/2027", "", "COC1"),
    ],
)
def test_only_the_column_of_the_number_gives_what_an_action_answers(
    source: str, due: str, comment: str, number: str
) -> None:
    row = ("1", source, "Visit every victim.", "DCC", due, comment)
    recorded(kept(row, head=WITH_SOURCE))
    page = words(browser(OFFICE).get(f"/findings/action/{FORCE}/log/1/"))
    if number:
        assert f"Answers “{number}” in the log." in page
    assert page.count("” in the log. No finding") == bool(number)


def test_a_page_of_an_action_is_called_by_its_words_and_says_as_whom_one_acts() -> None:
    recorded(kept(*LOG))
    address = f"/findings/action/{FORCE}/log/2/"
    page = browser(OFFICE).get(address)
    assert "<title>Train staff: " in page.content.decode()
    told = words(page)
    assert "Action 2 Train staff: West Mercia Police" in told
    assert "You act as Governance officer of West Mercia Police and Crime Commissioner." in told
    assert "You act as" not in words(browser().get(address))


def test_a_row_that_is_gone_is_among_what_changed() -> None:
    recorded(kept(*LOG))
    recorded(kept(*LOG[:3]), NOVEMBER)
    then = registers.register(FORCE, valid=OCTOBER, actor=officer())
    now = registers.register(FORCE, valid=AT.date(), actor=officer())
    rows = {row.key.rpartition("/")[2]: row for row in compare(then, now).rows}
    assert rows["4"].kind == "changed"
    assert rows["4"].now.endswith("No longer in the log of 20 November 2026.")
    assert rows["2"].kind == "same"
