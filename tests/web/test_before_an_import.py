"""Before a log is recorded: the year of its quarters, who leads, slips, and what R1 means."""

from datetime import date
from typing import Any

import pytest

from answerable.operations.pages.desk import (
    import_difference,
    import_leads,
    import_odd,
    importing,
)
from answerable.operations.plans import action_log, log_compared, log_files, log_said
from answerable.operations.plans.log_compared import NO_REPORT, Asked
from answerable.operations.plans.log_files import NotALog
from answerable.store.reads import registers
from answerable.vocabulary.facts import ReleaseDecided
from answerable.vocabulary.ladder import Rung
from tests.operations.test_desk_action_log import (
    ANSWERING,
    AT,
    FORCE,
    HEAD,
    LOG,
    NOVEMBER,
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
    sheet,
)
from tests.web.acting import browser, hidden, words
from tests.web.test_importing import OFFICE, as_guessed, handed_in, imported

__all__ = ["own"]
MEANINGS = ("ref", "action", "owner", "due", "rating", "status", "update")
COLUMNS = {f"column-{n}": name for n, name in enumerate(MEANINGS)}


def recorded_with(document: str, about: Asked) -> None:
    action_log.import_action_log(
        by=officer(),
        at=AT,
        key=f"{document}-{about}",
        seen=None,
        document=document,
        asked=about,
        agreed={},
    )


def test_the_columns_say_once_which_year_a_quarter_means_and_another_can_be_chosen() -> None:
    client = browser(OFFICE)
    address = handed_in(client, sheet(*LOG))
    page = client.get(address)
    assert "Quarters without a year: 1 row" in words(page)
    assert (
        "“end of Q3” is read as 31 December 2026: quarters are of the financial year from "
        "1 April 2026, in which the log is dated."
    ) in words(page)
    assert 'href="#year"' in page.content.decode()
    assert "2025/26: “end of Q3” is 31 December 2025" in words(page)
    difference = client.post(address, {**COLUMNS, "year": "2025"}).url
    form = client.get(difference)
    assert "Due: 31 December 2025 (“end of Q3”)." in words(form)
    assert "financial year from 1 April 2025, as it was chosen for this log" in words(form)
    client.post(difference, hidden(form))
    assert held()["3"].due == "2025-12-31"


def test_the_year_that_was_chosen_is_taken_for_the_log_of_next_month() -> None:
    recorded_with(kept(*LOG), Asked(FORCE, OCTOBER, year=2025))
    later = kept(*changed(2, "Update", "Half."))
    assert log_compared.as_before(later, Asked(FORCE, NOVEMBER)).year == 2025
    assert log_compared.as_before(later, Asked(FORCE, NOVEMBER, year=2026)).year == 2026
    recorded_with(later, Asked(FORCE, NOVEMBER, year=2026))
    assert log_compared.as_before(later, Asked(FORCE, NOVEMBER)).year == 0, "that of its date"


def test_a_log_without_quarters_asks_for_no_year() -> None:
    client = browser(OFFICE)
    page = words(client.get(handed_in(client, sheet(*LOG[:2]))))
    assert "Quarters without a year" not in page
    assert "and other quarters mean" not in page


@pytest.mark.parametrize("year", ["1", "x", "99999"])
def test_a_year_that_is_none_is_refused_in_words(year: str) -> None:
    with pytest.raises(NotALog, match="no year that quarters can be of"):
        importing.asked({"dated": "2026-10-31", "year": year})


def test_who_leads_is_said_again_before_recording_and_can_be_chosen_there() -> None:
    client = browser(OFFICE)
    difference = as_guessed(client, handed_in(client, sheet(*LOG)))
    form = client.get(difference)
    assert "Who leads" in words(form).partition("ACC / DCC")[0]
    assert "1 row. Both stay in the log’s words; the register shows one." in words(form)
    assert '<option value="ACC" selected>' in form.content.decode()
    columns = difference.replace("difference/", "")
    again = client.post(columns, {**hidden(form), "lead-0": "DCC"})
    assert again.url == difference
    shown = client.get(difference)
    assert '<option value="DCC" selected>' in shown.content.decode()
    client.post(difference, hidden(shown))
    assert held()["1"].owner == "deputy-chief-constable"


def test_a_lead_that_was_chosen_can_be_left_as_it_is_written_again() -> None:
    client = browser(OFFICE)
    address = handed_in(client, sheet(*LOG))
    client.post(address, {**COLUMNS, "lead-0": "ACC"})
    assert log_files.leads() == {"ACC / DCC": "ACC"}
    client.post(address, {**COLUMNS, "lead-0": ""})
    assert log_files.leads() == {}
    client.post(address, {**COLUMNS, "lead-0": "ACC"})
    client.post(address, COLUMNS)
    assert log_files.leads() == {"ACC / DCC": "ACC"}, "not asked is not answered"


def test_a_status_with_a_slip_in_it_is_named_with_the_one_it_may_mean() -> None:
    client = browser(OFFICE)
    slipped = [list(row) for row in LOG]
    slipped[0][5], slipped[1][5] = "Complte", "In progess"
    address = handed_in(client, sheet(*[tuple(row) for row in slipped]))
    assert "“Complte” (1; “Complete”?), “In progess” (1; “In progress”?)" in words(
        client.get(address)
    )
    told = words(client.get(as_guessed(client, address)))
    assert "Look at these first. A status one letter from one that is read: 2 rows" in told
    assert "Is it a slip? “Complte”, “Complete”; “In progess”, “In progress”." in told


def test_a_slip_in_a_changed_row_is_named_too_and_counted_among_no_new_rows() -> None:
    client: Any = browser(OFFICE)
    first = as_guessed(client, handed_in(client, sheet(*LOG)))
    client.post(first, hidden(client.get(first)))
    later = as_guessed(client, handed_in(client, sheet(*changed(1, "Status", "Complte"))))
    told = words(client.get(later))
    assert "A status one letter from one that is read: 1 row " in told
    assert "0 new rows" not in told


def test_the_report_that_the_numbers_mean_is_remembered_for_the_next_log() -> None:
    published()
    first = kept(*ANSWERING, head=WITH_REC)
    assert log_compared.as_before(first, Asked(FORCE, OCTOBER)).report == ""
    recorded_with(first, Asked(FORCE, OCTOBER, REPORT))
    later = kept(*ANSWERING, ("3", "R1", "Visit again.", "", ""), head=WITH_REC)
    assert log_compared.as_before(later, Asked(FORCE, NOVEMBER)).report == REPORT
    assert log_compared.as_before(later, Asked(FORCE, NOVEMBER, NO_REPORT)).report == ""
    other = kept(("1", "x", "Mend.", "", "", "2"), head=("Nr", "Stn", "Job", "Who", "When", "£"))
    assert log_compared.as_before(other, Asked(FORCE, NOVEMBER)).report == ""


def test_the_next_log_says_which_report_its_numbers_mean_and_offers_none() -> None:
    client = browser(OFFICE)
    published()
    recorded_with(kept(*ANSWERING, head=WITH_REC), Asked(FORCE, OCTOBER, REPORT))
    address = handed_in(client, sheet(*ANSWERING, head=WITH_REC), report="")
    page = words(client.get(address))
    assert "R1 is recommendation 1 of 5 November 2026" in page
    assert "R1 means no report" in page
    assert f"report={REPORT.replace('/', '%2F')}" in address
    plain = handed_in(client, sheet(*ANSWERING, head=WITH_REC), report=NO_REPORT)
    assert "report=" not in plain


def test_a_terminal_is_told_who_leads_and_which_status_may_be_a_slip() -> None:
    log = log_files.opened(kept(*changed(1, "Status", "Complte")))
    told = ("The status “Complte” may be a slip of “Complete”.",)
    assert import_odd.status_lines(log, {}) == told
    assert "Say who leads: --lead 'ACC / DCC=ACC'." in import_leads.lines(log)[0]


def test_a_lead_that_is_chosen_later_owns_what_stood_as_it_was_written() -> None:
    client: Any = browser(OFFICE)
    address = handed_in(client, sheet(*LOG))
    difference = client.post(address, {**COLUMNS, "lead-0": ""}).url
    client.post(difference, hidden(client.get(difference)))
    assert held()["1"].owner == "ACC / DCC"
    again = client.post(address, {**COLUMNS, "lead-0": "DCC"}).url
    form = client.get(again)
    assert "The register takes this owner: DCC." in words(form)
    client.post(again, hidden(form))
    assert held()["1"].owner == "deputy-chief-constable"


def test_remembered_columns_stand_in_the_order_of_the_sheet() -> None:
    first = log_files.opened(kept(*LOG))
    log_said.use_columns(
        by=officer(), document=first.document, institution=FORCE, columns=first.columns, leads={}
    )
    assert list(log_files.opened(kept(*LOG[:2])).columns) == list(first.columns)


def test_a_slip_in_a_status_takes_nothing_back() -> None:
    recorded_with(kept(*LOG), Asked(FORCE, OCTOBER))
    slipped = kept(*changed(3, "Status", "Complte"))
    assert not changes(slipped)["3"].undone
    recorded_with(slipped, Asked(FORCE, NOVEMBER))
    assert held()["3"].rung is Rung.DELIVERED


def test_a_date_that_is_in_no_calendar_stands_apart() -> None:
    client = browser(OFFICE)
    told = words(
        client.get(as_guessed(client, handed_in(client, sheet(*changed(1, "Due", "31/02/27")))))
    )
    assert "A date that is in no calendar: 1 of 4 new rows" in told


def test_rows_that_may_not_be_public_are_shown_and_restricted_where_somebody_says_so() -> None:
    client: Any = browser(OFFICE)
    row = ("5", "Audit the 30 lead responsible officers.", "DCC", "31/03/27", "", "Open", "")
    difference = as_guessed(client, handed_in(client, sheet(*LOG, row)))
    form = client.get(difference)
    assert "May not be public as they stand: 1" in words(form)
    assert "in “Audit the 30 lead responsible officers" in words(form), "which words"
    asked = client.post(difference, hidden(form))
    assert asked.status_code == 422
    assert "Say what becomes of the rows that may not be public" in words(asked)
    done = client.post(difference, {**hidden(asked), "held": "restrict"}, follow=True)
    assert "The log is on the record" in words(done)
    assert "30 lead responsible officers" not in words(browser().get("/plans/"))
    assert "30 lead responsible officers" in words(client.get("/plans/"))


def test_rows_that_are_held_may_be_released_with_a_reason_that_is_kept() -> None:
    client: Any = browser(OFFICE)
    row = ("5", "Audit the 30 lead responsible officers.", "DCC", "31/03/27", "", "Open", "")
    difference = as_guessed(client, handed_in(client, sheet(*LOG, row)))
    form = client.get(difference)
    without = client.post(difference, {**hidden(form), "held": "release"})
    assert without.status_code == 422
    assert "Say why the rows listed may be public" in words(without)
    said = {"held": "release", "held-why": "It is the number in the annual report."}
    done = client.post(difference, {**hidden(without), **said}, follow=True)
    assert "The log is on the record" in words(done)
    assert "30 lead responsible officers" in words(browser().get("/plans/"))
    register = registers.register(FORCE, valid=date(2099, 1, 1))
    assert {f.ground for f in register.of(ReleaseDecided)} == {said["held-why"]}
    later = as_guessed(client, handed_in(client, sheet(*LOG, (*row[:6], "Begun."))))
    assert "May not be public as they stand" not in words(client.get(later)), "asked once"


def test_the_same_name_in_several_rows_stands_once_with_its_rows() -> None:
    client = browser(OFFICE)
    rows = [(str(n), f"Do part {n}.", "Supt Eastmarsh", *LOG[0][3:]) for n in (1, 2, 3)]
    told = words(client.get(as_guessed(client, handed_in(client, sheet(*rows)))))
    assert told.count("“Supt Eastmarsh” looks like a name.") == 1
    assert "3 rows: 1 (" in told


def test_a_long_log_is_checked_when_it_is_recorded_and_the_page_comes_back_with_the_rows(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(import_difference, "MOST_CHECKED", 3)
    client: Any = browser(OFFICE)
    row = ("5", "Audit the 30 lead responsible officers.", "DCC", "31/03/27", "", "Open", "")
    difference = as_guessed(client, handed_in(client, sheet(*LOG, row)))
    form = client.get(difference)
    assert "May not be public" not in words(form)
    back = client.post(difference, hidden(form))
    assert back.status_code == 422
    assert "May not be public as they stand: 1" in words(back)
    done = client.post(difference, {**hidden(back), "held": "restrict"}, follow=True)
    assert "The log is on the record" in words(done)


@pytest.mark.parametrize(
    "status", ["Superseded", "Withdrawn", "Merged with 24/011", "Transferred to the force"]
)
def test_a_status_that_is_neither_open_nor_done_is_named_with_what_it_is_taken_as(
    status: str,
) -> None:
    client = browser(OFFICE)
    rows = [(*row[:5], status, row[6]) for row in LOG[:2]]
    data = sheet(*rows, *LOG[2:])
    columns = words(client.get(handed_in(client, data)))
    assert "A status that is neither open nor done" in columns
    told = f"The status “{status}” stands in 2 rows: open until set aside."
    assert told in columns
    assert f"so taken as open: “{status}” (2)" in columns, "in the table of what is odd"
    log = log_files.opened(kept(*rows, *LOG[2:]))
    assert import_odd.status_lines(log, {}) == (told,)
    preview = words(client.get(as_guessed(client, handed_in(client, data))))
    assert preview.count(told) == 1, "before it is recorded"
    assert "If they are done, say so in the log first." in preview
    done = words(imported(client, data))
    assert done.count(told) == 1, "and after"
    assert "If they are done, say so in the log and import it again." in done
    assert f"{status} 2 Open, until somebody sets it aside" in done


def test_columns_that_are_not_read_are_named_and_said_to_be_quoted_nowhere() -> None:
    """Protects what a log keeps in a column “Do not use” from being public unseen."""
    client = browser(OFFICE)
    rows = [(*row, "int-197") for row in LOG]
    data = sheet(*rows, head=(*HEAD, "Do not use"))
    preview = words(client.get(as_guessed(client, handed_in(client, data))))
    assert "Columns that are not read: 1 “Do not use”. They give the register nothing" in preview
    assert "a row is quoted without them" in preview
    marked = b"OFFICIAL-SENSITIVE,,,,,,,\n,,,,,,,\n" + data
    restricted = words(client.get(as_guessed(client, handed_in(client, marked))))
    assert "Columns that are not read" not in restricted


def test_a_month_with_two_figures_behind_it_is_listed_with_the_day_that_it_may_be() -> None:
    """“Sept 26” is September 2026 to one officer and the 26th to another."""
    rows = (*changed(1, "Due", "Sept 26"), ("5", "Call.", "DCC", "Mar-27", "", "Open", ""))
    told = words(browser_with(rows))
    title = "Look at these first. Dates that may be a month or a day: 1 of 5 new rows"
    assert title in told
    rule = (
        "“Sept 26” is read as September 2026. If it is a day, write it with its year into the "
        "log, such as “26 September 2026”, before you record it."
    )
    assert rule in told


def browser_with(rows: tuple[tuple[str, ...], ...]) -> Any:
    """The difference of a log of these rows."""
    client = browser(OFFICE)
    return client.get(as_guessed(client, handed_in(client, sheet(*rows))))
