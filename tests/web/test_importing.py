"""Importing in pages: hand in, correct the columns, confirm the difference; no script needed."""

import html
import io
import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from pathlib import Path
from threading import Event
from time import sleep
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile

from answerable.operations import installation, people
from answerable.operations.plans import action_log, import_runs
from answerable.operations.plans.log_files import NotALog
from answerable.operations.record import grounds
from answerable.scrutiny.progress import actions
from answerable.store.engine import under_way
from answerable.store.papers import documents
from answerable.store.reads import registers
from answerable.vocabulary.facts import Reclassified
from tests.operations.test_desk_action_log import AT, FORCE, LOG, OVERSIGHT, changed, held, sheet
from tests.web.acting import OTHER_MACHINE, browser, hidden, words

OFFICE = f"{OVERSIGHT}/governance-officer"
DATED = {"dated-day": "31", "dated-month": "10", "dated-year": "2026"}


@pytest.fixture(autouse=True)
def own(home: Path) -> None:
    installation.init(
        at=AT, key="k", regime="police-england-wales", institution=FORCE, oversight=OVERSIGHT
    )


def handed_in(client: Any, data: bytes, **more: str) -> str:
    """The address of the columns of a log that was handed in."""
    name = more.pop("name", "log.csv")
    given = {"body": FORCE, "file": SimpleUploadedFile(name, data), **DATED, **more}
    answer = client.post("/import/", given)
    assert answer.status_code == 302, words(answer)
    return str(answer.url)


def as_guessed(client: Any, address: str) -> str:
    """The address of the difference, the columns taken as they were guessed."""
    meanings = ("ref", "action", "owner", "due", "rating", "status", "update")
    chosen = {f"column-{n}": name for n, name in enumerate(meanings)}
    answer = client.post(address, {**chosen, "lead-0": "ACC"})
    assert answer.status_code == 302, words(answer)
    return str(answer.url)


def against(page: Any) -> dict[str, str]:
    """The words of each link that compares a log with another one -> its address."""
    part = page.content.decode().partition('id="against"')[2].partition("</section>")[0]
    found = re.findall(r'<a [^>]*href="([^"]*against=[^"]*)"[^>]*>([^<]*)</a>', part)
    return {label: html.unescape(address) for address, label in found}


def imported(client: Any, data: bytes, **boxes: str) -> Any:
    difference = as_guessed(client, handed_in(client, data))
    form = client.get(difference)
    return client.post(difference, {**hidden(form), **boxes}, follow=True)


def test_the_way_from_a_file_to_the_register() -> None:
    client = browser(OFFICE)
    address = handed_in(client, sheet(*LOG))
    page = client.get(address)
    assert "4 rows hold an action. The columns are a guess" in words(page)
    boxes = page.content.decode().partition("<select")[0]
    assert "What is empty or odd in each column" in boxes, "before the boxes"
    assert "No day, or one that was worked out: “TBC” (1), “end of Q3” (1)" in words(page)
    assert "Nobody, or several: “ACC / DCC” (1)" in words(page)
    assert "Who leads where the log says “ACC / DCC”" in words(page)
    assert "end of Q3" in words(page)
    difference = as_guessed(client, address)
    form = client.get(difference)
    assert "4 new, 0 changed, 0 gone, 0 the same. Nothing is written yet." in words(form)
    assert registers.head().size == 5
    done = client.post(difference, hidden(form), follow=True)
    again = client.post(difference, hidden(form), follow=True)
    assert "The log is on the record" in words(done)
    assert words(again) == words(done)
    assert held()["1"].owner == "assistant-chief-constable"
    register = client.get("/plans/")
    assert "4 of 4 findings and actions are open" in words(register)


def test_a_slip_of_one_letter_in_an_owner_is_asked_about_before_it_is_one() -> None:
    client = browser(OFFICE)
    names = ("Head of Custody", "Head of Custody", "Head of Custodyy", "Head of North Crime")
    given = [(str(n), LOG[0][1], name, *LOG[0][3:]) for n, name in enumerate(names, start=1)]
    address = handed_in(client, sheet(*given))
    assert "one letter from another name: “Head of Custodyy” (1)" in words(client.get(address))
    told = words(client.get(as_guessed(client, address)))
    assert "An owner one letter from another: 1 row " in told
    assert "Is it a slip? “Head of Custodyy”, “Head of Custody”." in told


def test_a_moved_date_asks_and_keeps_what_was_typed() -> None:
    client = browser(OFFICE)
    imported(client, sheet(*LOG))
    later = sheet(*changed(1, "Due", "30/06/2027"))
    difference = as_guessed(client, handed_in(client, later))
    form = client.get(difference)
    assert "Due date: 31 March 2027 on the register, 30 June 2027 in the log." in words(form)
    stream = f"action/{FORCE}/log/1"
    half = client.post(difference, {**hidden(form), f"why-{stream}": "x", f"who-{stream}": ""})
    assert half.status_code == 422
    assert "a moved date needs both" in words(half)
    assert 'value="x"' in half.content.decode()
    boxes = {f"who-{stream}": "commissioner", f"why-{stream}": "Two posts."}
    client.post(difference, {**hidden(form), **boxes})
    assert held()["1"].due == "2027-06-30"


def test_a_row_whose_words_changed_comes_before_those_whose_date_still_waits() -> None:
    client = browser(OFFICE)
    imported(client, sheet(*LOG))
    later = changed(1, "Due", "30/06/2027")
    imported(client, sheet(*later))
    again = (*later[:3], (*later[3][:-1], "Met them twice."))
    shown = words(client.get(as_guessed(client, handed_in(client, sheet(*again)))))
    told = shown.partition("Changed: 2")[2]
    assert "1 of them has other words in the log than before, and comes first." in told
    rows = told.partition("comes first.")[2]
    assert 0 <= rows.find("Meet partners.") < rows.find("Visit every victim.")


def test_a_date_that_was_asked_before_stands_apart_from_what_this_log_changes() -> None:
    """Thirty rows that wait since the last log hid the two whose dates moved in this one."""
    client = browser(OFFICE)
    imported(client, sheet(*LOG))
    later = changed(1, "Due", "30/06/2027")
    imported(client, sheet(*later))
    shown = client.get(as_guessed(client, handed_in(client, sheet(*later)))).content.decode()
    assert "Asked before, and not changed since the log before: 1" in words_of(shown)
    first = words_of(shown.partition("Asked before")[0])
    assert "Due date:" not in first.partition("Dates that moved")[2]
    now = changed(1, "Due", "31/07/2027")
    shown = client.get(as_guessed(client, handed_in(client, sheet(*now)))).content.decode()
    assert "Asked before" not in shown
    told = words_of(shown).partition("Dates that moved")[2]
    assert "31 July 2027 in this log, 30 June 2027 in the log before." in told


def words_of(page: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html.unescape(page)).split())


def test_a_moved_date_has_who_agreed_where_the_log_says_so_of_this_month() -> None:
    client = browser(OFFICE)
    imported(client, sheet(*LOG))
    stream = f"action/{FORCE}/log/1"

    def boxes(comment: str) -> tuple[str, str]:
        first, *rest = changed(1, "Due", "30/06/2027")
        later = sheet((*first[:-1], comment), *rest)
        page = client.get(as_guessed(client, handed_in(client, later))).content.decode()
        who = page.partition(f'name="who-{stream}"')[2].partition("</select>")[0]
        chosen = re.search(r'value="([^"]*)" selected', who)
        why = re.search(rf'name="why-{re.escape(stream)}"[^>]*value="([^"]*)"', page)
        return chosen[1] if chosen else "", why[1] if why else ""

    told = "08/01 ST: slides done 31/05 PN: date moved with DCC agreement to end of June"
    assert boxes(told) == (
        "deputy-chief-constable",
        "31/05 PN: date moved with DCC agreement to end of June",
    )
    assert boxes("31/05 PN: date moved with DCC agreement to end of Jan") == ("", "")
    told = "Extended with DCC approval to June"
    assert boxes(told) == ("deputy-chief-constable", told), "at the start of a sentence"


@pytest.mark.parametrize(
    ("comment", "day", "hint"),
    [
        ("Extended with DCC approval to June, agreed 3 Sept", "3 September 2026", "of the row"),
        ("31/05 PN: moved with DCC agreement to end of June", "31 May 2026", "of the row"),
        ("Agreed on 2 Dec to move to 30 June", "2 December 2025", "of the row"),
        ("Move agreed at the July board.", "", "The log says “at the July board” and no day."),
        ("Agreed to move it to 30 June 2027.", "", "the day of the log stands for it."),
        ("3 Sept: met the supplier.", "", "the day of the log stands for it."),
    ],
)
def test_the_day_on_which_a_move_was_agreed_is_taken_from_the_words_of_its_row_or_asked(
    comment: str, day: str, hint: str
) -> None:
    """Protects the minuted day of an agreement from being replaced by that of the log."""
    client = browser(OFFICE)
    imported(client, sheet(*LOG))
    first, *rest = changed(1, "Due", "30/06/2027")
    page = client.get(as_guessed(client, handed_in(client, sheet((*first[:-1], comment), *rest))))
    told = page.content.decode()
    name = f"when-action/{FORCE}/log/1"
    box = told.partition(f'for="{name}"')[2].partition("<input")
    assert hint in words_of(box[0])
    assert (re.search(r'value="([^"]*)"', box[2].partition(">")[0]) or ["", ""])[1] == day


def test_a_date_moves_from_the_day_on_which_it_was_agreed() -> None:
    client = browser(OFFICE)
    imported(client, sheet(*LOG))
    difference = as_guessed(client, handed_in(client, sheet(*changed(1, "Due", "30/06/2027"))))
    boxes = {"who-all": "west-mercia-pcc/commissioner", "why-all": "Two posts are vacant."}
    form = hidden(client.get(difference))
    for typed, why in (("July 2026", "needs a whole day"), ("3 September 2027", "still to come")):
        back = client.post(difference, {**form, **boxes, "when-all": typed})
        assert back.status_code == 422
        assert why in words(back)
        assert f'value="{typed}"' in back.content.decode(), "what was typed stays"
    client.post(difference, {**hidden(back), **boxes, "when-all": "9 November 2026"})
    item = held()["1"]
    assert (item.due, item.moves[0].on.isoformat()) == ("2027-06-30", "2026-11-09")


def test_a_number_or_a_name_in_an_update_is_shown_and_asked_about_before_it_is_public() -> None:
    client = browser(OFFICE)
    imported(client, sheet(*LOG))
    size = registers.head().size
    told = sheet(*changed(1, "Update", "Cllr Smith (07700 900123) told."))
    difference = as_guessed(client, handed_in(client, told))
    form = client.get(difference)
    said = words(form)
    assert "“07700 900123” looks like a telephone number. “Cllr Smith” looks like a name." in said
    asked = client.post(difference, hidden(form))
    assert asked.status_code == 422
    assert "Say whether the names, numbers and addresses listed may be public" in words(asked)
    assert registers.head().size == size
    done = client.post(difference, {**hidden(asked), "people": "public"}, follow=True)
    assert "The log is on the record" in words(done)
    assert registers.head().size > size


def test_rows_that_name_somebody_can_be_restricted_instead_of_published() -> None:
    """Protects officers from a choice between publishing their names and editing the workbook."""
    client = browser(OFFICE)
    told = sheet(("1", "Visit victims.", "DI Smith", "", "", "Open", ""), *LOG[1:])
    difference = as_guessed(client, handed_in(client, told))
    form = client.get(difference)
    assert "“DI Smith” looks like a name." in words(form)
    done = client.post(difference, {**hidden(form), "people": "restrict"}, follow=True)
    assert "The log is on the record" in words(done)
    public = registers.register(FORCE, valid=AT.date())
    seen = {one.reference: (one.text, one.owner) for one in actions(public)}
    named = f"action/{FORCE}/log/1"
    assert seen.pop(named, (None, None)) == (None, None), "nothing of what it says"
    assert [text for text, _ in seen.values()] == [row[1] for row in LOG[1:]]
    office = registers.register(FORCE, valid=AT.date(), actor=people.acting_as(OFFICE))
    assert {one.reference: one.text for one in actions(office)}[named] == "Visit victims."
    stated = registers.history(FORCE).of_types(Reclassified)
    assert {v.fact.get("ground") for v in stated} == {grounds.PERSONAL}


BANNERED = b"""Improvement log: position at 9 November 2026,,,
,,,
Ref,Rec,What will be done,Who
CUSTODY,,,
1,R1,Check each cell each hour,Hd of Crime
2,A&A,Train the custody sergeants,Head of Crime
Call handling:,,,
3,R2,Answer in ten seconds,TBC
,,,
Ask the governance team before you sort,,,
"""


def test_what_a_log_says_of_itself_is_offered_kept_and_listed() -> None:
    client = browser(OFFICE)
    address = handed_in(client, BANNERED)
    columns = {f"column-{n}": name for n, name in enumerate(("ref", "rec", "action", "owner"))}
    client.post(address, columns)
    page = words(client.get(address))
    assert "The log says “Improvement log: position at 9 November 2026”." in page
    assert "2 rows name a finding, such as “R1”, “R2”, and no report is on the record." in page
    own = address.replace("2026-10-31", "2026-11-09")
    assert "The log says" not in words(client.get(own))
    difference = own.replace("/?", "/difference/?")
    form = client.get(difference)
    assert "References that find nothing: 2 rows" in words(form)
    assert "Under the heading “CUSTODY”." in words(form)
    done = words(client.post(difference, hidden(form), follow=True))
    assert "Rows that are no action: 3" in done
    assert "References that find nothing: 2 rows" in done, "said again after it is recorded"
    assert "A heading: kept as the heading of the actions under it." in done
    assert "A note: it is the only cell of its row, and no action stands under it." in done
    assert {a.owner for a in held().values()} == {"Head of Crime", None}
    assert "Under “CUSTODY” in the log" in words(client.get("/plans/?q=custody"))
    undated = words(client.get("/plans/?view=no-date&kind=action"))
    assert "Rows 1 to 3 of 3." in undated
    third = words(client.get(f"/findings/action/{FORCE}/log/3/"))
    assert "Owner No owner on record First owner No owner yet" in third
    assert "Heading in the log Call handling" in third


def workbook(*rows: Sequence[str], made: date) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        book.set_properties({"created": datetime.combine(made, time(9), UTC).replace(tzinfo=None)})
        page = book.add_worksheet("Tracker")
        for number, row in enumerate(rows):
            page.write_row(number, 0, row)
    return out.getvalue()


def test_the_day_that_a_workbook_was_saved_is_offered_where_no_title_names_one() -> None:
    client = browser(OFFICE)
    rows = (("Ref", "Action"), ("1", "Check each cell each hour"))
    saved = date(2026, 10, 30)
    address = handed_in(client, workbook(*rows, made=saved), name="log.xlsx")
    page = client.get(address)
    assert (
        "The properties of the file say that it was last saved on 30 October 2026, which need "
        "not be the day of the log. This import takes 31 October 2026."
    ) in words(page)
    own = address.replace("2026-10-31", "2026-10-30")
    assert own in page.content.decode().replace("&amp;", "&")
    assert "properties of the file" not in words(client.get(own))
    titled = workbook(("Log as at 29 October 2026",), *rows, made=saved)
    assert "properties" not in words(client.get(handed_in(client, titled, name="log.xlsx")))
    old = workbook(*rows, made=date(1980, 1, 1))
    assert "properties" not in words(client.get(handed_in(client, old, name="log.xlsx")))


def test_whoever_imports_sees_and_chooses_with_which_earlier_log_it_is_compared() -> None:
    client: Any = browser(OFFICE)
    first = b"Custody log\n\nRef,Action\n1,Check each cell\n2,Train the sergeants\n"
    other = b"Estates log\n\nRef,Action\n1,Mend the roof\n2,Sell the old station\n"
    names = ("ref", "action")

    def difference(data: bytes) -> str:
        address = handed_in(client, data)
        columns = {f"column-{n}": name for n, name in enumerate(names)}
        return str(client.post(address, columns).url)

    for data in (first, other):
        page = client.get(address := difference(data))
        assert "2 new, 0 changed, 0 gone, 0 the same." in words(page)
        client.post(address, hidden(page))
    page = client.get(address := difference(first.replace(b"2,Train the sergeants\n", b"")))
    assert "0 new, 0 changed, 1 gone, 1 the same." in words(page)
    assert "Only rows of that log can be gone." in words(page)
    choices = against(page)
    assert len(choices) == 2
    compared, alone = (client.get(choices[n]) for n in sorted(choices, key=lambda n: "none" in n))
    assert "1 changed, 1 gone" in words(compared)
    assert "Mend the roof" in words(compared)
    assert "1 new, 0 changed, 0 gone, 0 the same." in words(alone)
    assert "This is taken for another log" in words(alone)
    done = client.post(choices["This is another log: compare it with none"], hidden(alone))
    assert done.status_code == 302
    assert "5 of 5 findings and actions are open" in words(client.get("/plans/"))


def test_cells_may_be_pasted() -> None:
    client = browser(OFFICE)
    pasted = sheet(*LOG).decode().replace(",", "\t")
    answer = client.post("/import/", {"body": FORCE, "pasted": pasted, **DATED})
    assert "4 rows hold an action" in words(client.get(answer.url))


def test_a_file_that_was_only_looked_at_can_be_forgotten() -> None:
    client = browser(OFFICE)
    address = handed_in(client, sheet(*LOG))
    forget = address.replace("/?", "/forget/?")
    assert client.post(forget).status_code == 302
    assert documents.held() == ()


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, "Choose a file, or paste the cells"),
        ({"pasted": "only words"}, "no table"),
        ({"pasted": "a", "dated-day": "40"}, "Date of the log: “40” is no day of a month"),
        ({"pasted": "a", "dated-year": "2099"}, "is still to come. Look at its year"),
        ({"pasted": "%PDF-1.7"}, "This is a PDF, and an action log is a sheet"),
    ],
)
def test_what_cannot_be_read_is_said_beside_the_form(given: dict[str, str], said: str) -> None:
    answer = browser(OFFICE).post("/import/", {"body": FORCE, **DATED, **given})
    assert answer.status_code == 422
    assert said in words(answer)


def test_readers_and_other_machines_import_nothing() -> None:
    assert browser().post("/import/", {"pasted": "x"}).status_code == 403
    assert browser(**OTHER_MACHINE).post("/import/", {"pasted": "x"}).status_code == 403
    assert "An office that may import" in words(browser().get("/import/"))


def test_the_log_comes_back_as_a_workbook_for_an_office_only() -> None:
    client = browser(OFFICE)
    imported(client, sheet(*LOG))
    answer = client.get(f"/plans/{FORCE}/log.xlsx")
    assert answer.content[:2] == b"PK"
    assert browser().get(f"/plans/{FORCE}/log.xlsx").status_code == 403


def begun(client: Any, monkeypatch: pytest.MonkeyPatch, during: Any) -> Any:
    """An import that is slow: what `during` does happens while its rows are compared."""
    difference = as_guessed(client, handed_in(client, sheet(*LOG)))
    form = client.get(difference)
    held_up = Event()
    told: list[Any] = []
    whole = action_log.import_action_log

    def slow(**given: Any) -> Any:
        assert held_up.wait(20)
        return whole(**given)

    monkeypatch.setattr(action_log, "import_action_log", slow)
    monkeypatch.setattr(import_runs, "AT_ONCE", 0.01)
    try:
        answer = client.post(difference, hidden(form))
        told.append(during(answer.url))
    finally:
        held_up.set()
    return answer.url, told[0]


def until_ended(client: Any, address: str) -> Any:
    for _ in range(200):
        page = client.get(address, follow=True)
        if "being recorded" not in words(page):
            return page
        sleep(0.05)
    raise AssertionError(words(page))


def test_a_long_import_says_how_far_it_is_without_a_script(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    client = browser(OFFICE)

    def look(address: str) -> tuple[Any, Any]:
        first = client.get(address)
        under_way.tell(parse_qs(urlsplit(address).query)["key"][0], 250, 9_000)
        return first, client.get(address + "&still=1")

    address, (first, then) = begun(client, monkeypatch, look)
    assert '<meta http-equiv="refresh" content="3">' in first.content.decode()
    assert "The 4 rows are compared with the register." in words(first)
    assert "250 of 9,000 entries are made." in words(then)
    assert "http-equiv" not in then.content.decode()
    assert "The log is on the record" in words(until_ended(client, address))


def test_an_import_that_a_stop_cut_off_says_that_nothing_is_recorded() -> None:
    client = browser(OFFICE)
    difference = as_guessed(client, handed_in(client, sheet(*LOG)))
    size = registers.head().size
    page = client.get(difference.replace("difference/", "progress/") + "&key=gone")
    assert "nothing of it is on the record" in words(page)
    again = client.post(difference, hidden(page))
    assert "4 new, 0 changed" in words(again)
    assert registers.head().size == size


def test_a_long_import_that_is_refused_says_why_and_leads_back(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    client = browser(OFFICE)

    def changed_meanwhile(*_: Any) -> None:
        raise NotALog("Look again.")

    monkeypatch.setattr(action_log, "_unchanged", changed_meanwhile)
    address, _ = begun(client, monkeypatch, lambda _: None)
    page = until_ended(client, address)
    assert "Nothing was recorded" in words(page)
    assert "Look again." in words(page)
    assert 'name="step" value="look"' in page.content.decode()
