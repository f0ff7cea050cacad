"""A year is planned, an agenda built, minutes taken and signed: in pages, without JavaScript."""

import html
import io
import json
import re
import zipfile
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import docx
import pypdfium2
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from python_calamine import CalamineWorkbook
from typer.testing import CliRunner

from answerable.cli.main import app
from answerable.ledger.book import Book
from answerable.operations import people
from answerable.operations.sessions import session_draft
from answerable.scrutiny.sessions import forward_plan
from answerable.store.people import drafts
from answerable.store.reads import registers
from answerable.vocabulary import facts
from answerable.vocabulary.access import Classification
from answerable.vocabulary.times import in_words
from tests.factories import COMMISSIONER as BODY
from tests.factories import FORCE, fact
from tests.operations.cast import ACTION, AT, CAUSE, begin
from tests.web.acting import OTHER_MACHINE, browser, hidden, words

OFFICER, CHAIR = "anyshire-pcc/governance-officer", "anyshire-pcc/commissioner"
TODAY = datetime.now(UTC).date()  # noqa: TID251  # the site's clock is the machine's
SESSION = f"/sessions/{BODY}/{TODAY.isoformat()}/"
QUESTION = "What assurance can you give?"
RHYTHM = {
    "series": "performance",
    "every": "quarter",
    "times": "4",
    "themes": "Burglary\nViolence",
    "time": "10:00",
    "place": "County Room",
    "first-day": str(TODAY.day),
    "first-month": str(TODAY.month),
    "first-year": str(TODAY.year),
}


@pytest.fixture(autouse=True)
def record(book: Book) -> None:
    """One finding and one action, long overdue."""
    begin(book)


@pytest.fixture
def officer() -> Client:
    """An officer with four sessions in the plan, the first of them today."""
    client = browser(OFFICER)
    plan(client)
    return client


def plan(client: Client) -> Any:
    form = client.get(f"/sessions/{BODY}/plan/")
    check = client.post(f"/sessions/{BODY}/plan/", {**hidden(form), **RHYTHM})
    assert "Put these 4 sessions in the plan" in words(check)
    found = re.search(r"<textarea[^>]*>\s*([^<]*)</textarea>", check.content.decode())
    assert found
    sent = {**hidden(check), "lines": found[1]}
    return client.post(f"/sessions/{BODY}/plan/", sent)


def day_of(name: str, day: date) -> dict[str, str]:
    return {
        f"{name}-day": str(day.day),
        f"{name}-month": str(day.month),
        f"{name}-year": str(day.year),
    }


def started(client: Client) -> Any:
    client.post(f"{SESSION}build/", {"change": "begin"})
    return client.get(f"{SESSION}live/")


def shown(page: Any) -> str:
    found = re.search(r'name="shown" value="([^"]*)"', page.content.decode())
    assert found
    return found[1].replace("&quot;", '"')


def type_in(client: Client, box: str, text: str, marks: str, **more: Any) -> Any:
    return client.post(f"{SESSION}live/", {f"f:{box}": text, "shown": marks}, **more)


def held(kind: type) -> list[Any]:
    register = registers.register(FORCE, valid=TODAY + timedelta(days=1))
    return list(register.of(kind))


def test_a_year_is_planned_after_every_date_was_seen(officer: Client) -> None:
    page = officer.get(f"/sessions/{BODY}/")
    assert "Four sessions are planned for the next twelve months." in words(page)
    assert words(page).count("Papers by") == 3
    assert words(page).count("No day for papers.") == 1, "it was past when today was planned"
    assert "Burglary" in words(browser().get(f"/sessions/{BODY}/"))
    assert "Plan sessions" not in words(browser().get(f"/sessions/{BODY}/"))
    assert len(held(facts.MeetingPlanned)) == 4


def test_a_wrong_first_date_is_named_and_what_was_typed_is_kept() -> None:
    client = browser(OFFICER)
    form = client.get(f"/sessions/{BODY}/plan/")
    answer = client.post(
        f"/sessions/{BODY}/plan/", {**hidden(form), **RHYTHM, "first-month": "13"}
    )
    assert answer.status_code == 422
    assert "First date: “13” is no month" in words(answer)
    assert "County Room" in answer.content.decode()


def test_a_session_is_postponed_and_asks_for_a_paper_and_a_public_question(
    officer: Client,
) -> None:
    for part, sent in (
        ("papers", {"question": QUESTION, "office": "chief-constable", **day_of("due", TODAY)}),
        ("questions", {"text": "Why not my street?", "asker": "A. Resident"}),
    ):
        form = officer.get(f"{SESSION}{part}/")
        answer = officer.post(f"{SESSION}{part}/", {**hidden(form), **sent})
        assert answer.status_code == 302, words(answer)
    page = words(officer.get(SESSION))
    assert QUESTION in page
    assert "Not yet received; asked for by" in page
    assert "Why not my street?" in page
    assert "Asked by A. Resident: restricted" in page
    assert "A. Resident" not in words(browser().get(SESSION))
    address = f"{SESSION}papers/1/"
    sent = hidden(officer.get(address))
    wrong = officer.post(address, {**sent, "file": SimpleUploadedFile("x", b"MZ\x90\x00\x03")})
    assert "Files of this kind are not kept" in words(wrong)
    came = officer.post(address, {**sent, "file": SimpleUploadedFile("x.pdf", b"%PDF-1.4 a")})
    assert came.status_code == 302
    assert "Not yet received" not in words(officer.get(SESSION))
    to = TODAY + timedelta(days=14)
    form = officer.get(f"{SESSION}change/")
    assert words(form).count("For example,") == 1
    sent = {**hidden(form), "state": "postponed", "reason": "The chair is ill."}
    assert officer.post(f"{SESSION}change/", {**sent, **day_of("to", to)}).status_code == 302
    assert "first planned for" in words(officer.get(SESSION))


def test_no_paper_is_asked_for_by_a_day_that_has_passed(officer: Client) -> None:
    """A session of today was given papers by a day of last week, and they were overdue at once."""
    form = officer.get(f"/sessions/{BODY}/plan/")
    check = officer.post(f"/sessions/{BODY}/plan/", {**hidden(form), **RHYTHM})
    last = in_words((TODAY - timedelta(days=7)).isoformat())
    told = words(check)
    assert told.count(f"no day for papers: by the rule it was {last}, which has passed") == 1
    assert told.count("papers by") == 3
    assert "Papers by No day in the plan" in words(officer.get(SESSION))
    form = officer.get(f"{SESSION}papers/")
    assert "The plan has no day for papers of this session. Give one." in words(form)
    sent = {**hidden(form), "question": QUESTION, "office": "chief-constable"}
    before = registers.head().size
    refused = officer.post(f"{SESSION}papers/", sent)
    assert refused.status_code == 422
    assert f"By the rule papers were due on {last}, which has passed." in words(refused)
    late = {**sent, **day_of("due", TODAY - timedelta(days=1))}
    assert "has passed. Give the day by which" in words(officer.post(f"{SESSION}papers/", late))
    assert registers.head().size == before
    then = {**sent, **day_of("due", TODAY)}
    assert officer.post(f"{SESSION}papers/", then).status_code == 302


def test_a_plan_checks_the_time_of_day_and_says_which_days_are_past(officer: Client) -> None:
    sent = {"step": "check", "series": "performance", "every": "once", "times": "1"}
    sent |= {"first-day": "26", "first-month": "11", "first-year": "2020", "place": "Hall"}
    refused = officer.post(f"/sessions/{BODY}/plan/", {**sent, "time": "after lunch"})
    assert refused.status_code == 422
    assert "is no time of day. Write 10:00, or 2 pm." in words(refused)
    shown = words(officer.post(f"/sessions/{BODY}/plan/", {**sent, "time": "2.30 pm"}))
    assert "Time and place: 14:30, Hall." in shown
    assert "One of these days is past: look at its year." in shown


def test_a_paper_about_the_commissioner_takes_no_session_from_the_plan(
    officer: Client, book: Book
) -> None:
    filed = fact(
        facts.DocumentFiled,
        stream="document/aa",
        on="2026-05-04",
        institution=BODY,
        title="A log",
        type="other",
        publisher=BODY,
    )
    by = people.acting_as(OFFICER)
    book.append(about=BODY, decide=lambda _register: [filed], by=by, at=AT, key="own", seen=None)
    assert "No session stands in the plan" not in words(officer.get(f"/sessions/{BODY}/"))
    tracked = officer.get(f"/packs/tracker/{BODY}.docx").content
    told = " ".join(p.text for p in docx.Document(io.BytesIO(tracked)).paragraphs)
    assert "No action is on our record" not in told


def test_an_invitation_moves_with_the_plan(officer: Client) -> None:
    ics = officer.get(f"{SESSION}invitation.ics").content.decode()
    assert f"DTSTART:{TODAY:%Y%m%d}T" in ics
    assert "SEQUENCE:0" in ics
    assert "LOCATION:County Room" in ics
    form = officer.get(f"{SESSION}change/")
    officer.post(f"{SESSION}change/", {**hidden(form), "state": "cancelled", "reason": "Ill."})
    again = officer.get(f"{SESSION}invitation.ics").content.decode()
    assert "STATUS:CANCELLED" in again
    assert "SEQUENCE:1" in again
    assert re.findall(r"UID:\S+", ics) == re.findall(r"UID:\S+", again)
    everybody = browser().get(f"/bodies/{FORCE}/calendar.ics").content.decode()
    assert everybody.count("SUMMARY:Performance session") == 4, "the plan is public"
    assert everybody.count("STATUS:CANCELLED") == 1
    assert re.findall(r"UID:\S+", ics)[0] in everybody


def test_the_agenda_is_put_in_order_without_dragging(officer: Client) -> None:
    started(officer)
    officer.post(f"{SESSION}build/", {"change": "add", "title": "An item of our own"})
    page = officer.get(f"{SESSION}build/")
    keys = re.findall(r'id="item-(i\d+)"', page.content.decode())
    assert len(keys) > 1
    officer.post(f"{SESSION}build/", {"change": f"up:{keys[-1]}"})
    moved = re.findall(r'id="item-(i\d+)"', officer.get(f"{SESSION}build/").content.decode())
    assert moved[-2:] == [keys[-1], keys[-2]]
    refused = officer.post(f"{SESSION}build/", {"change": f"leave-out:{keys[0]}"})
    assert refused.status_code == 422
    assert "Say why it is left out" in words(refused)
    officer.post(f"{SESSION}build/", {"change": f"leave-out:{keys[0]}", "left": "No paper."})
    assert "Left out" in words(officer.get(f"{SESSION}build/"))
    bad = {"change": f"question:{keys[1]}", "question": "Deploy more officers."}
    assert "tells the chief officer" in words(officer.post(f"{SESSION}build/", bad))


def test_what_else_the_record_proposes_can_be_added(
    officer: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(session_draft, "FIRST_ITEMS", 0)
    started(officer)
    page = officer.get(f"{SESSION}build/").content.decode()
    (wanted, *_) = re.findall(r'value="take:([^"]+)"', page)
    assert officer.post(f"{SESSION}build/", {"change": f"take:{wanted}"}).status_code == 302
    after = officer.get(f"{SESSION}build/?saved").content.decode()
    assert f'value="take:{wanted}"' not in after
    assert after.count('id="item-i') == 1
    assert "Suggested question" in after
    assert "The agenda stands as you left it" in after


def test_an_own_item_points_at_a_finding_chosen_from_a_list(officer: Client) -> None:
    """So that its answers, judgement and actions are on record as being about that finding."""
    started(officer)
    page = officer.get(f"{SESSION}build/").content.decode()
    assert f'<option value="{CAUSE}">Cause of concern' in page
    officer.post(f"{SESSION}build/", {"change": "add", "about": CAUSE, "title": "", "why": ""})
    every = officer.get(f"{SESSION}build/").content.decode()
    last = every.rpartition('<li class="app-rows__item" id="item-i')[2]
    assert f'href="/findings/{CAUSE}/">Repeat burglary is not prevented.</a>' in last
    elsewhere = {"change": "add", "about": "no/such/cause-of-concern/1", "title": "Mine"}
    refused = officer.post(f"{SESSION}build/", elsewhere)
    assert refused.status_code == 422
    assert "Choose one from the list" in words(refused)


def test_an_own_item_points_at_an_action_that_nothing_brings(officer: Client, book: Book) -> None:
    """An action without a date is on no agenda by itself, and can be put there with its page."""
    row = f"action/{FORCE}/log/undated"
    made = fact(facts.ActionPromised, stream=row, on="2024-05-01", text="Bring a custody paper")
    by = people.acting_as(OFFICER)
    book.append(about=FORCE, decide=lambda _: [made], by=by, at=AT, key="row", seen=None)
    started(officer)
    page = officer.get(f"{SESSION}build/").content.decode()
    assert f'<option value="{row}">Action' in page
    officer.post(f"{SESSION}build/", {"change": "add", "about": row, "title": "", "why": ""})
    every = officer.get(f"{SESSION}build/").content.decode()
    last = every.rpartition('<li class="app-rows__item" id="item-i')[2]
    assert f'href="/findings/{row}/">Bring a custody paper</a>' in last
    assert f'<option value="{row}">' not in every


def test_many_overdue_actions_are_one_item_and_each_keeps_its_page(
    officer: Client, book: Book
) -> None:
    late = [
        fact(
            facts.ActionPromised,
            stream=f"action/late/{n}",
            on="2024-01-15",
            text=f"Late part {n}",
            due="2024-03-01",
            owner="head-of-crime",
        )
        for n in range(1, 9)
    ]
    by = people.acting_as(OFFICER)
    book.append(about=FORCE, decide=lambda _register: late, by=by, at=AT, key="late", seen=None)
    page = officer.get(f"{SESSION}build/").content.decode()
    assert "Eight overdue actions of the head of crime" in page
    assert page.count('href="/findings/action/late/') == len(late)
    officer.post(f"{SESSION}build/", {"change": "begin"})
    begun = officer.get(f"{SESSION}build/").content.decode()
    assert begun.count('href="/findings/action/late/') == len(late)
    assert (
        "Late part 8 (due 1 March 2024)" in officer.get(f"/sessions/{BODY}/next/").content.decode()
    )


def test_minutes_are_saved_by_a_button_and_shown_back(officer: Client) -> None:
    page = started(officer)
    text = "Q: What shows it?\nAction: DCC to publish the plan by 30 June 2031"
    answer = type_in(officer, "i1:words", text, shown(page))
    assert answer.status_code == 302
    again = words(officer.get(f"{SESSION}live/"))
    assert "Action for the deputy chief constable, by 30 June 2031: Publish the plan." in again
    assert "Last saved at" in again


def test_the_script_is_told_what_others_wrote_and_how_lines_were_understood(
    officer: Client,
) -> None:
    page, chair = started(officer), browser(CHAIR)
    theirs = shown(chair.get(f"{SESSION}live/"))
    as_json = {"HTTP_ACCEPT": "application/json"}
    first = type_in(officer, "i1:words", "Q: First?", shown(page), **as_json)
    assert first.status_code == 200
    told = json.loads(first.content)
    assert told["read"]["i1"] == ["Question to the chief constable: First?"]
    sent = {"f:i1:words": "", "f:i1:reason": "Mine", "shown": theirs}
    second = chair.post(f"{SESSION}live/", sent, **as_json)
    assert json.loads(second.content)["others"] == {"i1:words": "Q: First?"}
    third = type_in(chair, "i1:words", "Q: Second?", theirs, **as_json)
    assert third.status_code == 409
    (clash,) = json.loads(third.content)["clashes"]
    assert (clash["theirs"], clash["by"]) == ("Q: First?", "governance officer")


def test_the_second_person_sees_both_texts_without_a_script(officer: Client) -> None:
    page, chair = started(officer), browser(CHAIR)
    theirs = shown(chair.get(f"{SESSION}live/"))
    type_in(officer, "i1:words", "The first text", shown(page))
    conflict = type_in(chair, "i1:words", "The second text", theirs)
    assert conflict.status_code == 409
    assert "The first text" in words(conflict)
    assert "The second text" in conflict.content.decode()
    saved = type_in(chair, "i1:words", "Both texts", shown(conflict))
    assert saved.status_code == 302
    draft = drafts.get(
        kind=session_draft.KIND, about=f"session/{BODY}/{TODAY.isoformat()}", body=BODY
    )
    assert draft is not None
    assert draft.fields["i1:words"] == "Both texts"


def test_the_commissioner_signs_once_and_the_officer_cannot(officer: Client) -> None:
    page, chair = started(officer), browser(CHAIR)
    type_in(officer, "i1:words", "Q: What shows it?\nA: The letter.", shown(page))
    check = officer.get(f"{SESSION}sign/")
    assert "The commissioner signs." in words(check)
    assert "Sign minutes" not in words(check)
    refused = officer.post(f"{SESSION}sign/", {**hidden(check), "step": "sign"})
    assert refused.status_code == 403
    assert "may not sign minutes" in words(refused)
    check = chair.get(f"{SESSION}sign/")
    last = chair.post(f"{SESSION}sign/", {**hidden(check), "step": "last"})
    assert "This cannot be undone" in words(last)
    assert "Questions Answered: 1" in words(last)
    assert held(facts.MinutesSigned) == [], "the first click signs nothing"
    signed = chair.post(f"{SESSION}sign/", hidden(last))
    assert signed.status_code == 302, words(signed)
    assert len(held(facts.MinutesSigned)) == 1
    again = chair.post(f"{SESSION}sign/", {**hidden(check), "step": "sign"})
    assert again.status_code in (404, 422)
    assert len(held(facts.MinutesSigned)) == 1
    shown_ = words(browser().get(SESSION))
    assert "Signed by the commissioner" in shown_
    assert "Answered." in shown_
    assert "The minutes are signed" in words(chair.get(f"{SESSION}?done=signed"))
    assert "The minutes are signed" not in words(browser().get(f"{SESSION}?done=signed"))
    for form in ("pdf", "docx", "xlsx"):
        made = browser().get(f"/packs/minutes/{BODY}/{TODAY.isoformat()}.{form}")
        assert made.status_code == 200
        assert browser().get(f"/packs/tracker/{FORCE}.{form}").status_code == 200


def test_minutes_that_wait_are_shown_to_whoever_signs_and_to_whoever_wrote_them(
    officer: Client,
) -> None:
    assert "An agenda is drafted" not in words(officer.get(SESSION))
    page, chair = started(officer), browser(CHAIR)
    assert "An agenda is drafted" in words(officer.get(SESSION))
    assert "wait for your signature" not in words(chair.get("/week/"))
    type_in(officer, "i1:words", "Q: What shows it?", shown(page))
    for address in (SESSION, "/week/"):
        assert "Minutes wait for your signature" in words(chair.get(address)), address
        assert "Minutes wait for a signature" in words(officer.get(address)), address
        assert "signature" not in words(browser().get(address)), address
    check = officer.get(f"{SESSION}sign/")
    saved = officer.post(f"{SESSION}sign/", {**hidden(check), "step": "ends"})
    assert "How each question ended is saved." in words(officer.get(saved.url))


def test_draft_minutes_go_round_before_they_are_signed_and_say_so(officer: Client) -> None:
    page = started(officer)
    typed = "Q: What shows it?\nA: We do not know yet.\nAction: DCC to publish it by 4 May 2031"
    type_in(officer, "i1:words", typed, shown(page))
    assert f'href="{SESSION}draft-minutes.docx"' in officer.get(f"{SESSION}sign/").content.decode()
    made = officer.get(f"{SESSION}draft-minutes.docx")
    paper = "\n".join(p.text for p in docx.Document(io.BytesIO(made.content)).paragraphs)
    for told in ("DRAFT minutes, not signed", "We do not know yet.", "the deputy chief constable"):
        assert told in paper
    assert "DRAFT-minutes" in made.headers["Content-Disposition"]
    assert made.headers["Content-Disposition"].endswith('-internal.docx"')
    assert officer.get(f"{SESSION}draft-minutes.pdf").content.startswith(b"%PDF")
    assert browser().get(f"{SESSION}draft-minutes.docx").status_code in (403, 404)


def test_nobody_signs_unawares_that_nobody_was_there(officer: Client) -> None:
    page = started(officer)
    assert "Nobody is marked as present" not in words(officer.get(f"{SESSION}sign/"))
    type_in(officer, "i1:words", "Action: head of custodyy to act by 4 May 2031", shown(page))
    told = words(officer.get(f"{SESSION}sign/"))
    assert "New on this record as an owner: head of custodyy. Look at the spelling." in told
    assert "Present: Commissioner; Chief constable" in told
    type_in(officer, "present", "", shown(page))
    assert "Nobody is marked as present" in words(browser(CHAIR).get(f"{SESSION}sign/"))


def test_the_minutes_read_in_one_order_each_answer_once_and_digests_at_the_foot(
    officer: Client,
) -> None:
    """A member reads this file and nothing else: no word twice, no item that is only an excuse."""
    page, chair = started(officer), browser(CHAIR)
    officer.post(f"{SESSION}build/", {"change": "add", "title": "A quiet item"})
    type_in(
        officer,
        "i1:words",
        "Q: What shows it?\nA: The letter of May.\nThe chair thanked the team.\n"
        "Q: Who checks?\nAction: DCC to publish the plan by 30 June 2031",
        shown(page),
    )
    check = chair.get(f"{SESSION}sign/")
    second = re.findall(r'name="(end:[^"]+)"', check.content.decode())[1]
    chair.post(f"{SESSION}sign/", {**hidden(check), second: "acted-on", "step": "sign"})
    made = browser().get(f"/packs/minutes/{BODY}/{TODAY.isoformat()}.docx").content
    told = [p.text for p in docx.Document(io.BytesIO(made)).paragraphs]
    text = "\n".join(told)
    order = ["What shows it?", "The letter of May.", "thanked the team", "Who checks?"]
    assert "What shows it? Answered." in text
    assert "Who checks? Acted on." in text
    assert "Signed: By the commissioner on" in text
    assert [text.count(one) for one in order] == [1] * len(order)
    assert sorted(order, key=text.index) == order
    assert "On the agenda, with nothing minuted" in told
    for excuse in ("No words under", "No source is held", "The text as it was signed"):
        assert excuse not in text
    assert text.index("How to check this pack") < text.index("SHA-256")
    data = browser().get(f"/packs/tracker/{BODY}/{TODAY.isoformat()}.xlsx").content
    book_ = CalamineWorkbook.from_filelike(io.BytesIO(data))
    sheets = {name: book_.get_sheet_by_name(name).to_python() for name in book_.sheet_names}
    apart = sheets["Actions"]
    assert [row[1] for row in apart if str(row[0]).startswith(BODY)] == ["Publish the plan"]
    assert apart[-1][4] == date(2031, 6, 30), "a date that a program can sort by"


def test_files_of_a_session_that_moved_are_named_by_the_day_on_which_it_was_held(
    officer: Client,
) -> None:
    """The address keeps the first day; a folder full of files is sorted by the day itself."""
    plan_ = registers.register(FORCE, valid=TODAY)
    second = forward_plan.sessions(plan_, body=BODY)[1]
    address = f"/sessions/{second.reference.partition('/')[2]}/"
    form = officer.get(f"{address}change/")
    to = {"to-day": str(TODAY.day), "to-month": str(TODAY.month), "to-year": str(TODAY.year)}
    sent = {**hidden(form), "state": "brought-forward", "reason": "The chair is away.", **to}
    assert officer.post(f"{address}change/", sent).status_code == 302
    officer.post(f"{address}build/", {"change": "begin"})
    for file in ("agenda.pdf", "agenda-to-send.pdf", "brief.pdf", "draft-minutes.pdf"):
        assert TODAY.isoformat() in officer.get(f"{address}{file}")["Content-Disposition"], file
    chair = browser(CHAIR)
    check = chair.get(f"{address}sign/")
    assert chair.post(f"{address}sign/", {**hidden(check), "step": "sign"}).status_code == 302
    for kind in ("minutes", "tracker"):
        made = browser().get(f"/packs/{kind}/{second.reference.partition('/')[2]}.pdf")
        assert TODAY.isoformat() in made["Content-Disposition"], kind


def test_a_tracker_is_of_one_session_or_of_open_ones_or_of_all(
    officer: Client, book: Book, tmp_path: Path
) -> None:
    page = started(officer)
    said = "Action: DCC to publish the plan by 30 June 2031\nAction: ACC to act by 1 May 2031"
    type_in(officer, "i1:words", said, shown(page))
    signed(officer)
    done = fact(facts.RungReached, stream=ACTION, on="2024-05-01", rung="delivered")
    by = people.acting_as(OFFICER)
    book.append(about=FORCE, decide=lambda _: [done], by=by, at=AT, key="done", seen=None)

    def tracked(which: str) -> str:
        answer = browser().get(f"/packs/tracker/{which}.docx")
        assert answer.status_code == 200, which
        tables = docx.Document(io.BytesIO(answer.content)).tables
        return " ".join(cell.text for table in tables for row in table.rows for cell in row.cells)

    mine = tracked(f"{BODY}/{TODAY.isoformat()}")
    assert "Publish the plan" in mine
    assert "Visit each victim again" not in mine, "the file of a session is short"
    assert tracked(FORCE) == mine, "the short one is what comes unasked"
    assert "Visit each victim again" not in tracked(f"{FORCE}/open"), "said to be done"
    assert "Publish the plan" in tracked(f"{FORCE}/open")
    everything = tracked(f"{FORCE}/all")
    assert "Publish the plan" in everything
    assert "Visit each victim again" in everything
    refused = browser().get(f"/packs/tracker/{BODY}/2020-01-01.docx")
    assert refused.status_code in (404, 422)
    assert f"{BODY}/open" in words(refused)
    page_ = browser().get(SESSION).content.decode()
    for which in (f"{BODY}/{TODAY.isoformat()}", f"{FORCE}/open", f"{FORCE}/all"):
        assert f"/packs/tracker/{which}.docx" in page_
    file = tmp_path / "open.docx"
    told = CliRunner().invoke(app, ["pack", "tracker", f"{FORCE}/open", "--out", str(file)])
    assert told.exit_code == 0, told.output
    assert file.read_bytes() == browser().get(f"/packs/tracker/{FORCE}/open.docx").content


def test_the_agenda_is_a_file_of_its_own_for_the_office_alone(officer: Client) -> None:
    started(officer)
    assert f'href="{SESSION}agenda.docx"' in officer.get(f"{SESSION}brief/").content.decode()
    for form in ("pdf", "docx"):
        made = officer.get(f"{SESSION}agenda.{form}")
        assert made.status_code == 200
        assert "internal" in made.headers["Content-Disposition"]
        assert browser().get(f"{SESSION}agenda.{form}").status_code == 403
    text = "\n".join(p.text for p in docx.Document(io.BytesIO(made.content)).paragraphs)
    assert "4. Repeat burglary is not prevented." in text
    assert officer.get(f"{SESSION}agenda.xlsx").status_code in (404, 422)


def test_the_agenda_that_goes_out_is_not_marked_internal_and_says_no_private_item(
    officer: Client,
) -> None:
    started(officer)
    made = officer.get(f"{SESSION}agenda-to-send.docx")
    assert made.status_code == 200, words(made)
    assert "internal" not in made.headers["Content-Disposition"]
    out = docx.Document(io.BytesIO(made.content))
    assert "INTERNAL" not in out.sections[0].header.paragraphs[0].text
    assert "4. Repeat burglary is not prevented." in "\n".join(p.text for p in out.paragraphs)
    without = officer.get(f"{SESSION}agenda-to-send.docx?questions=no").content
    said = [p.text for p in docx.Document(io.BytesIO(without)).paragraphs]
    assert any(line.startswith("Why: ") for line in said)
    assert not any(line.startswith("Question: ") for line in said), "what is meant to be asked"
    assert (
        f"{SESSION}agenda-to-send.pdf?questions=no"
        in officer.get(f"{SESSION}build/").content.decode()
    )
    assert f"{SESSION}agenda-to-send.pdf" in officer.get(f"{SESSION}build/").content.decode()
    assert browser().get(f"{SESSION}agenda-to-send.docx").status_code == 403


def signed(officer: Client) -> None:
    chair = browser(CHAIR)
    check = chair.get(f"{SESSION}sign/")
    assert chair.post(f"{SESSION}sign/", {**hidden(check), "step": "sign"}).status_code == 302


def amend(officer: Client, lines: dict[str, str], *, why: str = "Misheard.") -> Any:
    """Change lines of signed minutes by their words: what stands in a box -> what it says then."""
    form = officer.get(f"{SESSION}amend/")
    boxes = [
        (name, html.unescape(value))
        for name, value in re.findall(
            r'<textarea[^>]*name="(line-[^"]+)"[^>]*>\s*([^<]*)</textarea>', form.content.decode()
        )
    ]
    left, sent = dict(lines), {}
    for name, value in boxes:
        sent[name] = left.pop(value, value)
    assert not left, f"no box says {left}; there are {[value for _, value in boxes]}"
    return officer.post(f"{SESSION}amend/", {**hidden(form), **sent, "reason": why})


def minutes_file() -> str:
    file = browser().get(f"/packs/minutes/{BODY}/{TODAY.isoformat()}.docx").content
    return "\n".join(p.text for p in docx.Document(io.BytesIO(file)).paragraphs)


def test_an_invitation_says_that_its_end_is_not_from_the_plan(officer: Client) -> None:
    lines = officer.get(f"{SESSION}invitation.ics").content.decode().replace("\r\n ", "")
    assert "The plan gives no time at which it ends: two hours are kept for it." in lines


def test_no_restricted_words_stand_in_the_agenda_that_goes_out(
    officer: Client, book: Book
) -> None:
    """Protects what somebody restricted: the office sees it and sends it nowhere."""
    closed = dict.fromkeys(("text", "owner", "due"), Classification.RESTRICTED)
    soon = (TODAY + timedelta(days=10)).isoformat()
    made = [
        fact(
            facts.ActionPromised,
            stream=f"action/{FORCE}/log/{n}",
            on="2024-01-01",
            text=words_,
            owner=owner,
            due=soon if words_ == "Also close" else f"2024-02-0{n}",
            classes=closed if "close" in words_ else {},
        )
        for n, (words_, owner) in enumerate(
            [("Kept close", "head-of-crime"), ("Also close", "dcc")]
            + [(f"Part {n}", "head-of-crime") for n in range(7)],
            1,
        )
    ]
    put_right = fact(  # the first fact of a public row in the record may be a correction of it
        facts.Reopened, stream=f"action/{FORCE}/log/5", on="2023-12-01", reason="Told again."
    )
    by = people.acting_as(OFFICER)
    book.append(about=FORCE, decide=lambda _: [put_right, *made], by=by, at=AT, key="l", seen=None)
    before = officer.get(f"{SESSION}brief.docx").headers["Content-Disposition"]
    assert before.endswith('-restricted.docx"'), "what is proposed counts too"
    started(officer)
    brief = officer.get(f"{SESSION}brief.docx").headers["Content-Disposition"]
    assert brief.endswith('-restricted.docx"')
    answer = officer.get(f"{SESSION}agenda.docx")
    assert answer.headers["Content-Disposition"].endswith('-restricted.docx"')
    assert b"RESTRICTED" in zipfile.ZipFile(io.BytesIO(answer.content)).read("word/header1.xml")
    ours = docx.Document(io.BytesIO(answer.content))
    assert "Kept close" in " ".join(p.text for p in ours.paragraphs)
    answer = officer.get(f"{SESSION}agenda-to-send.docx")
    assert "restricted" not in answer.headers["Content-Disposition"]
    out = docx.Document(io.BytesIO(answer.content))
    told = " ".join(p.text for p in out.paragraphs)
    told += " ".join(c.text for t in out.tables for row in t.rows for c in row.cells)
    assert "Part 1" in told
    assert "One more that is restricted" in told
    assert "An item whose words are restricted" in told
    assert "close" not in told.casefold().replace("closed", "")
    check = words(officer.get(f"{SESSION}sign/"))
    assert "it says words that are restricted. Give it another title, or take it in" in check


def test_the_agenda_is_marked_as_a_question_from_the_public_whose_words_are_restricted(
    officer: Client, book: Book
) -> None:
    """Who asked is restricted always and stands in no agenda: it marks none."""
    for n, closed in ((1, "asker"), (2, "text")):
        asked = fact(
            facts.PublicQuestionReceived,
            stream=f"session/{BODY}/{TODAY.isoformat()}/public/{n}",
            on=TODAY.isoformat(),
            meeting=f"session/{BODY}/{TODAY.isoformat()}",
            asker="A. Resident",
            text=f"Why not street {n}?",
            classes={closed: Classification.RESTRICTED},
        )
        by = people.acting_as(OFFICER)
        book.append(
            about=FORCE, decide=lambda _, one=asked: [one], by=by, at=AT, key=closed, seen=None
        )
        name = officer.get(f"{SESSION}agenda.docx").headers["Content-Disposition"]
        assert name.endswith(f'-{"restricted" if closed == "text" else "internal"}.docx"')


def test_signed_minutes_are_amended_and_show_both(officer: Client) -> None:
    page = started(officer)
    type_in(officer, "i1:words", "Q: What shows it?\nA: The letter.", shown(page))
    signed(officer)
    why = "The month was left out."
    answer = amend(officer, {"The letter.": "The letter of May."}, why=why)
    assert answer.status_code == 302, words(answer)
    shown_ = words(officer.get(SESSION))
    assert "The letter of May." in shown_
    assert "Before: “The letter.”" in shown_
    assert re.search(r"See it on the record\s*: Entry", shown_), "an entry is no document"
    assert not re.search(r"See it in the document\s*: Entry", shown_)
    paper = minutes_file()
    line = paper.index("Answer of the ")
    assert ": The letter of May." in paper[line:], "the words stand corrected at their place"
    assert "Before: “The letter.” Why: The month was left out." in paper[line:], "as signed"
    assert "after the minutes were signed: in item 4, the text now reads" in paper
    assert "it down wrongly" not in paper


def test_several_lines_are_amended_at_once_each_with_both_its_words(officer: Client) -> None:
    page = started(officer)
    text = "Q: What shows it?\nA: The leter.\nA: By Martch."
    type_in(officer, "i1:words", text, shown(page))
    signed(officer)
    before = registers.head().size
    unchanged = amend(officer, {})
    assert unchanged.status_code == 422
    assert "Nothing is changed" in words(unchanged)
    assert registers.head().size == before
    said = {"The leter.": "The letter.", "By Martch.": "By March."}
    half = amend(officer, said, why="")
    assert half.status_code == 422
    assert "The letter." in half.content.decode(), "what was typed is kept"
    answer = amend(officer, said, why="Typed in haste.")
    assert answer.status_code == 302, words(answer)
    assert registers.head().size == before + len(said), "one saving, two lines"
    paper = minutes_file()
    for was, now in said.items():
        line = paper[paper.index(f": {now}") :].partition("\n")[0]
        assert f"Before: “{was}” Why: Typed in haste." in line


@pytest.mark.parametrize("typed", ["Q: What shows it?\nA: The letter.", ""])
def test_minutes_whose_title_was_amended_can_be_had_in_every_form(
    officer: Client, typed: str
) -> None:
    page = started(officer)
    type_in(officer, "i1:words", typed, shown(page))
    signed(officer)
    (title,) = [i.title for i in held(facts.ItemTaken) if i.about][:1]
    assert amend(officer, {title: "Custody suites"}, why="Put short.").status_code == 302
    for form in ("pdf", "docx", "xlsx"):
        made = browser().get(f"/packs/minutes/{BODY}/{TODAY.isoformat()}.{form}")
        assert made.status_code == 200
    items = words(officer.get(SESSION)).rpartition("Items, in order")[2]
    assert items.index("4. Custody suites") < items.index("5. "), "it keeps its place"
    paper = minutes_file()
    assert ". Custody suites" in paper
    assert f"It now reads: Custody suites. Amended on {in_words(TODAY.isoformat())}." in paper
    assert paper.count(title) == 1, "the title that was signed stands beside it"


def test_one_line_has_a_reason_of_its_own_and_its_action_the_number_of_the_papers(
    officer: Client,
) -> None:
    """Protects whoever reads amended minutes: each reason is its line's, “action 2” is found."""
    page = started(officer)
    text = (
        "A: The leter.\nAction: DCC to act by 1 May 2031\nAction: ACC to ring by 2 May 2031\n"
        "Action: CC to call by 3 May 2031"
    )
    type_in(officer, "i1:words", text, shown(page))
    signed(officer)
    form = officer.get(f"{SESSION}amend/")
    body = form.content.decode()
    (letter,) = re.findall(r'name="line-(\d+)"[^>]*>\s*The leter', body)
    (write,) = re.findall(r'name="line-(\d+)"[^>]*>\s*Ring', body)
    sent = {
        **hidden(form),
        f"line-{letter}": "The letter.",
        f"line-{write}": "Write",
        f"why-{write}": "Misheard.",
    }
    half = officer.post(f"{SESSION}amend/", sent)
    assert half.status_code == 422, "the other line has no reason yet"
    assert '<details class="govuk-details" open>' in half.content.decode(), "what was typed shows"
    answer = officer.post(f"{SESSION}amend/", {**sent, "reason": "Typed in haste."})
    assert answer.status_code == 302, words(answer)
    file = browser().get(f"/packs/minutes/{BODY}/{TODAY.isoformat()}.docx").content
    paper = docx.Document(io.BytesIO(file))
    told = "\n".join(p.text for p in paper.paragraphs)
    assert "Before: “The leter.” Why: Typed in haste." in told
    assert "Before: “Ring”. Why: Misheard." in told
    assert "in action 2, the" in told
    rows = [[cell.text for cell in row.cells] for t in paper.tables for row in t.rows]
    assert [row[:2] for row in rows if row[0] in ("No.", "1", "2")] == [
        ["No.", "Action"],
        ["1", "Act"],
        ["2", "Write"],
    ]
    form = officer.get(f"{SESSION}amend/").content.decode()
    labels = re.findall(r">\s*(Action \d)\s*</label>", form)
    assert labels[:3] == ["Action 1", "Action 2", "Action 3"]
    page_ = words(officer.get(SESSION))
    assert page_.index("1. Act") < page_.index("2. Write"), "in their order, amended or not"


def test_a_line_that_somebody_else_amended_meanwhile_is_not_put_back(officer: Client) -> None:
    page = started(officer)
    type_in(officer, "i1:words", "Q: What shows it?\nA: The leter.", shown(page))
    signed(officer)
    form = officer.get(f"{SESSION}amend/")
    assert amend(officer, {"The leter.": "The letter."}).status_code == 302
    (box,) = re.findall(r'name="(line-[^"]+)"[^>]*>\s*The leter', form.content.decode())
    stale = {**hidden(form), box: "The leter.", "reason": "Typed in haste."}
    assert "Nothing is changed" in words(officer.post(f"{SESSION}amend/", stale))
    both = officer.post(f"{SESSION}amend/", {**stale, box: "The note."})
    assert both.status_code == 409, "two people, one line: the second is told"
    told = "by Anyshire Police and Crime Commissioner: theirs is “The letter.”, yours is"
    assert told in words(both)
    assert "The note." in both.content.decode(), "what was typed stays"
    after = {**stale, **hidden(both), box: "The note."}
    assert officer.post(f"{SESSION}amend/", after).status_code == 302
    assert "The note." in words(officer.get(SESSION))


def test_two_actions_with_the_same_words_are_amended_apart(officer: Client) -> None:
    page = started(officer)
    same = "Action: DCC to send the figures by 30 June 2031"
    type_in(officer, "i1:words", f"{same}\n{same}", shown(page))
    signed(officer)
    form = officer.get(f"{SESSION}amend/")
    boxes = re.findall(
        r'<textarea[^>]*name="(line-[^"]+)"[^>]*>\s*Send the figures', form.content.decode()
    )
    assert len(boxes) == 2
    sent = {**hidden(form), boxes[1]: "Send the rates", "reason": "Misheard."}
    assert officer.post(f"{SESSION}amend/", sent).status_code == 302
    lines = [line for line in minutes_file().split("\n") if line.startswith("Action for the")]
    assert len(lines) == 2
    assert "Send the figures" in lines[0]
    assert "Before" not in lines[0]
    assert "Send the rates" in lines[1]
    assert "Before: “Send the figures”" in lines[1]


def test_an_action_of_signed_minutes_is_amended_in_its_place_with_its_owner(
    officer: Client,
) -> None:
    page = started(officer)
    type_in(officer, "i1:words", "Action: publish the plam", shown(page))
    type_in(officer, "i1:level", "partly", shown(page))
    type_in(officer, "i1:reason", "Nothing shows it yet.", shown(page))
    signed(officer)
    form = officer.get(f"{SESSION}amend/").content.decode()
    (owner,) = re.findall(r'name="(line-\d+:owner)"', form)
    (text,) = re.findall(r'name="(line-\d+)"[^>]*>\s*Publish the plam', form)
    (due,) = re.findall(r'name="(line-\d+:due)"', form)
    sent = {
        **hidden(officer.get(f"{SESSION}amend/")),
        owner: "DCC",
        text: "Publish the plan",
        due: "in the spring",
        "reason": "Misheard.",
    }
    refused = officer.post(f"{SESSION}amend/", sent)
    assert "is no day. Write it as 28 February 2027" in words(refused)
    sent[due] = "30 June 2031"
    assert officer.post(f"{SESSION}amend/", sent).status_code == 302
    (promised,) = [
        a
        for a in held(facts.ActionPromised)
        if a.plan == SESSION.strip("/").replace("sessions", "session")
    ]
    assert (promised.text, promised.owner) == ("Publish the plan", "deputy-chief-constable")
    paper = minutes_file()
    line = paper.index("Action for the deputy chief constable, by 30 June 2031: Publish the plan.")
    assert "Before: “no date”. Why: Misheard." in paper[line:]
    assert "Before: “Publish the plam”. Why: Misheard." in paper[line:]
    assert "Before: “no owner”. Why: Misheard." in paper[line:]
    assert "Assurance: assured in part. Nothing shows it yet." in paper


def test_who_was_present_can_be_amended_too(officer: Client) -> None:
    started(officer)
    signed(officer)
    now = "Commissioner\nDCC\nT/ACC Brown, QPM"
    assert amend(officer, {"Commissioner\nChief constable": now}).status_code == 302
    shown = words(officer.get(SESSION))
    assert "Commissioner; Deputy chief constable; T/ACC Brown, QPM" in shown
    paper = minutes_file()
    assert (
        "the list of who was there now reads “Commissioner; Deputy chief constable; T/ACC" in paper
    )
    assert "It now reads: Commissioner; Deputy chief constable; T/ACC Brown, QPM. Amended" in paper


def test_names_of_chief_officers_come_out_as_typed_and_others_are_asked_about(
    officer: Client,
) -> None:
    """Minutes name chief officers and statutory staff; everybody else stands as a role."""
    page = started(officer)
    assert "such as “Chief Constable Jane Smith”; everybody else as a role." in words(page)
    there = "Commissioner\nT/Chief Constable Jane Smith-Jones, QPM\nSgt Ann Brown\nHead of Crime"
    type_in(officer, "present", there, shown(page))
    type_in(officer, "apologies", "Mark Hale, Monitoring Officer", shown(page))
    check = words(browser(CHAIR).get(f"{SESSION}sign/"))
    assert "Is a person named here: Sgt Ann Brown?" in check
    signed(officer)
    line = "Present: Commissioner; T/Chief Constable Jane Smith-Jones, QPM; Sgt Ann Brown; Head"
    paper = minutes_file()
    assert line in paper
    assert "Apologies: Mark Hale, Monitoring Officer" in paper
    made = browser().get(f"/packs/minutes/{BODY}/{TODAY.isoformat()}.pdf").content
    pages = pypdfium2.PdfDocument(made)
    text = pages[0].get_textpage().get_text_range()
    assert "Jane Smith-Jones, QPM" in " ".join(text.split())


def test_standing_items_stand_around_the_agenda_and_in_the_minutes(officer: Client) -> None:
    """As each published agenda has them; none of them takes a place among the three questions."""
    page = started(officer)
    agenda = officer.get(f"{SESSION}build/").content.decode()
    titles = re.findall(r'app-rows__title">\d+\. (?:<a[^>]*>)?([^<]*)', agenda)
    assert titles[:3] == ["Apologies", "Declarations of interest", "Minutes of the last session"]
    assert titles[-2:] == ["Any other business", "Date of the next session"]
    assert "Questions from the public" not in titles, "a performance session takes none"
    later = (TODAY + timedelta(days=80)).year
    assert re.search(rf"Standing item: Performance session, \d+ \w+ {later}", agenda)
    officer.post(f"{SESSION}build/", {"change": "add", "title": "An item of our own"})
    agenda = officer.get(f"{SESSION}build/").content.decode()
    assert agenda.index("An item of our own") < agenda.index("Any other business")
    brief = words(officer.get(f"{SESSION}brief/"))
    assert "An item of our own" in brief
    assert "Any other business" not in brief
    assert "Apologies" not in brief
    live_ = words(officer.get(f"{SESSION}live/"))
    assert live_.count("Was the Commissioner assured?") == len(titles) - 5 + 1
    typed = {
        "f:s-interests:words": "None were declared.",
        "f:apologies": "ACC",
        "f:i1:words": "Q: What shows it?\nA: The letter.",
        "shown": shown(page),
    }
    assert officer.post(f"{SESSION}live/", typed).status_code == 302
    signed(officer)
    taken = {i.number: i.title for i in held(facts.ItemTaken) if i.meeting.endswith(str(TODAY))}
    assert taken["2"] == "Declarations of interest"
    paper = minutes_file()
    assert "None were declared." in paper
    assert "No earlier session" not in paper
    assert "Date of the next session" in paper
    out = re.search(r"Noted: Performance session, \d+ \w+ \d{4}\.", paper)
    assert out, "the day that stands in the plan"


def test_an_agenda_says_what_has_moved_since_it_was_drafted_and_takes_the_newer_words(
    officer: Client, book: Book
) -> None:
    started(officer)
    agenda = words(officer.get(f"{SESSION}build/"))
    assert "Due 30 June 2024" in agenda
    assert "moved on the record" not in agenda
    own = {"change": "question:i2", "question": "What assurance can you give, in my own words?"}
    assert officer.post(f"{SESSION}build/", own).status_code == 302
    later = TODAY - timedelta(days=3)
    moved = fact(
        facts.DueDateMoved,
        stream=ACTION,
        on="2024-06-20",
        due=later.isoformat(),
        reason="No letter came.",
        authoriser="chief-constable",
    )
    by = people.acting_as(OFFICER)
    book.append(about=FORCE, decide=lambda _: [moved], by=by, at=AT, key="move", seen=None)
    page = officer.get(f"{SESSION}build/")
    agenda = words(page)
    assert "One of them has moved on the record since it was drafted." in agenda
    (box,) = re.findall(r'value="newer:(i\d+)"', page.content.decode())
    assert f"Due {in_words(later.isoformat())}. First due 30 June 2024; moved once" in agenda
    inside = officer.get(f"{SESSION}agenda.docx").content
    paper = "\n".join(p.text for p in docx.Document(io.BytesIO(inside)).paragraphs)
    assert "Moved since it was drafted: " in paper
    sent = officer.get(f"{SESSION}agenda-to-send.docx").content
    out = "\n".join(p.text for p in docx.Document(io.BytesIO(sent)).paragraphs)
    assert "Moved since it was drafted" not in out
    assert "one of its items has moved" in words(officer.get(SESSION))
    assert officer.post(f"{SESSION}build/", {"change": f"newer:{box}"}).status_code == 302
    agenda = words(officer.get(f"{SESSION}build/"))
    assert "moved on the record" not in agenda
    assert f"Due {in_words(later.isoformat())}, 3 days before" in agenda
    assert "in my own words?" in agenda, "a question of one's own stays"
    answer = fact(facts.RungReached, stream=ACTION, on=TODAY.isoformat(), rung="delivered")
    book.append(about=FORCE, decide=lambda _: [answer], by=by, at=AT, key="done", seen=None)
    assert "The force says it did this on" in words(officer.get(f"{SESSION}build/"))
    assert officer.post(f"{SESSION}build/", {"change": f"kept:{box}"}).status_code == 302
    agenda = words(officer.get(f"{SESSION}build/"))
    assert "moved on the record" not in agenda
    assert f"Due {in_words(later.isoformat())}, 3 days before" in agenda
    to = TODAY + timedelta(days=14)
    form = officer.get(f"{SESSION}change/")
    day = {"to-day": str(to.day), "to-month": str(to.month), "to-year": str(to.year)}
    sent_ = {**hidden(form), "state": "postponed", "reason": "Ill.", **day}
    assert officer.post(f"{SESSION}change/", sent_).status_code == 302
    agenda = words(officer.get(f"{SESSION}build/"))
    assert f"The session was to be on {in_words(TODAY.isoformat())} and is on" in agenda
    assert officer.post(f"{SESSION}build/", {"change": "newer:all"}).status_code == 302
    assert "was to be on" not in words(officer.get(f"{SESSION}build/"))


def agenda_boxes(page: Any) -> dict[str, str]:
    """What a browser sends with any button of the agenda: each box of the page, and its marks."""
    html_ = page.content.decode()
    boxes = re.findall(r'<textarea[^>]*name="(f:[^"]+)"[^>]*>\s*([^<]*)</textarea>', html_)
    boxes += re.findall(r'<input[^>]*name="(f:[^"]+)" value="([^"]*)"', html_)
    return {name: html.unescape(text) for name, text in boxes} | {"shown": shown(page)}


def test_what_is_typed_on_the_agenda_stays_whichever_button_is_pressed(officer: Client) -> None:
    """A question typed under one item was gone when another item was moved down."""
    started(officer)
    build, mine = f"{SESSION}build/", "What assurance can you give that nobody waits, by when?"
    boxes = agenda_boxes(officer.get(build))
    boxes |= {"f:i2:question": mine, "f:i1:left": "No paper came", "f:new:title": "Half an item"}
    assert officer.post(build, {**boxes, "change": "down:i1"}).status_code == 302
    assert officer.post(build, {"change": "save"}).status_code == 302
    again = officer.get(build)
    assert mine in words(again)
    kept = agenda_boxes(again)
    assert (kept["f:i1:left"], kept["f:new:title"]) == ("No paper came", "Half an item")
    assert "Left out" not in words(again), "a reason that is typed leaves nothing out by itself"
    assert officer.post(build, {**kept, "change": "add"}).status_code == 302
    after = officer.get(build)
    assert "Half an item" in words(after)
    assert agenda_boxes(after)["f:new:title"] == ""
    bad = {**agenda_boxes(after), "f:i2:question": "Deploy more officers.", "change": "up:i2"}
    refused = officer.post(build, {**bad, "f:i1:left": "Nor came a letter"})
    assert refused.status_code == 422
    assert "Deploy more officers." in refused.content.decode()
    assert "Nor came a letter" in refused.content.decode()
    assert (
        officer.post(build, {**agenda_boxes(after), "change": "leave-out:i1"}).status_code == 302
    )
    assert "No paper came" in words(officer.get(build))


def test_two_people_type_one_question_of_an_agenda_and_both_texts_stand(officer: Client) -> None:
    started(officer)
    build, chair = f"{SESSION}build/", browser(CHAIR)
    boxes = agenda_boxes(officer.get(build))
    first = {**boxes, "f:i1:question": "What shows it, by when?", "change": "question:i1"}
    assert chair.post(build, first).status_code == 302
    second = {**boxes, "f:i1:question": "Who has seen it, by when?", "change": "question:i1"}
    clash = officer.post(build, second)
    assert clash.status_code == 409
    assert "What shows it, by when?" in words(clash)
    assert "Who has seen it, by when?" in clash.content.decode()
    assert officer.post(build, {**agenda_boxes(clash), "change": "question:i1"}).status_code == 302
    assert "Who has seen it, by when?" in words(officer.get(build))


def test_the_office_chooses_the_standing_items_of_each_series(officer: Client) -> None:
    address = f"/sessions/{BODY}/standing/"
    form = officer.get(address).content.decode()
    assert form.count('value="apologies" checked') == 4, "until the office chooses: the regime's"
    assert form.count('value="public-questions" checked') == 1
    sent = {
        "item:performance": ["apologies", "minutes", "next-session"],
        "own:performance:start": "Action tracker",
        "own:performance:end": "Forward plan",
    }
    assert officer.post(address, {**sent, "revision": "0"}).status_code == 302
    late = officer.post(address, {"item:performance": ["interests"], "revision": "0"})
    assert "Somebody chose other standing items" in words(late)
    assert 'value="interests" checked' not in officer.get(address).content.decode()
    assert "Action tracker</textarea>" in officer.get(address).content.decode()
    started(officer)
    agenda = officer.get(f"{SESSION}build/").content.decode()
    titles = re.findall(r'app-rows__title">\d+\. (?:<a[^>]*>)?([^<]*)', agenda)
    assert titles[:3] == ["Apologies", "Minutes of the last session", "Action tracker"]
    assert titles[-2:] == ["Forward plan", "Date of the next session"], "the date closes it"
    assert "No earlier session of this body is on our record." in words(
        officer.get(f"{SESSION}build/")
    )
    sent_ = officer.get(f"{SESSION}agenda-to-send.docx").content
    out = "\n".join(p.text for p in docx.Document(io.BytesIO(sent_)).paragraphs)
    assert "Minutes of the last session" in out
    assert "on our record" not in out, "a note to ourselves goes to nobody"
    assert "Any other business" not in titles
    key = "s-apologies"
    left = officer.post(f"{SESSION}build/", {"change": f"leave-out:{key}"})
    assert left.status_code == 302, "a standing item needs no reason"
    assert "Proposed and not taken" not in words(officer.get(f"{SESSION}sign/"))
    officer.post(f"{SESSION}build/", {"change": f"put-back:{key}"})
    again = officer.get(f"{SESSION}build/").content.decode()
    assert re.findall(r'app-rows__title">1\. ([^<]*)', again) == ["Apologies"]
    for client in (browser(), Client(**OTHER_MACHINE)):  # type: ignore[arg-type]  # addresses are strings
        assert client.post(address, {"item:performance": ["interests"]}).status_code == 403
    assert "Standing items" in words(officer.get(f"/sessions/{BODY}/"))


def test_the_brief_is_for_the_office_and_has_two_pages(officer: Client) -> None:
    started(officer)
    page = officer.get(f"{SESSION}brief/")
    assert "An answer would be:" in words(page)
    made = officer.get(f"{SESSION}brief.pdf")
    assert made.status_code == 200
    assert "internal" in made.headers["Content-Disposition"]
    assert len(pypdfium2.PdfDocument(made.content)) <= 2
    assert officer.get(f"{SESSION}brief.docx").status_code == 200
    assert browser().get(f"{SESSION}brief/").status_code == 403


def after_signing(client: Client, typed: str) -> str:
    """Minutes with these words are signed; the address of the session after."""
    page, chair = started(client), browser(CHAIR)
    type_in(client, "i1:words", typed, shown(page))
    check = chair.get(f"{SESSION}sign/")
    last = chair.post(f"{SESSION}sign/", {**hidden(check), "step": "last"})
    assert chair.post(f"{SESSION}sign/", hidden(last)).status_code == 302
    now = registers.register(FORCE, valid=TODAY)
    days = sorted(s.date for s in forward_plan.sessions(now, body=BODY))
    return f"/sessions/{BODY}/{days[1]}/"


def test_the_brief_tells_of_an_action_what_was_said_when_it_was_agreed(officer: Client) -> None:
    """Else a commissioner would say that nothing was said, with the answer in signed minutes."""
    following = after_signing(
        officer,
        "Q: Where is the plan?\nA: A first draft is with the deputy.\n"
        f"Action: DCC to send the plan by {in_words((TODAY + timedelta(days=20)).isoformat())}",
    )
    page = words(officer.get(f"{following}brief/"))
    ours = page[page.index("Send the plan") :]
    assert "Nothing is on our record" not in ours[: ours.index("An answer would be")]
    assert "“A first draft is with the deputy.”" in ours


def test_a_tracker_has_the_numbers_of_the_log_its_status_and_no_name_below_a_chief_officer(
    officer: Client, book: Book
) -> None:
    log = f"action/{FORCE}/log/af-0"
    rows = {
        "01": ("DCI Priya Nair", "Superseded - see AF/04"),
        "02": ("ACC (LP) Whitcombe", "Parked"),
        "03": ("P Nair", "Live"),
    }
    made = []
    for n, (owner, status) in rows.items():
        quoted = {"stream": f"{log}{n}", "quote": f"AF/0{n} | Rec {n} | Train | {owner}"}
        told = {"text": f"Train {n}", "owner": owner, "due": f"2024-01-{n}"}
        made += [
            fact(facts.ActionPromised, on="2024-01-01", **quoted, **told),
            fact(facts.ActionUpdated, on="2024-01-01", **quoted, text=f"Status: {status}."),
        ]
    link = {"kind": "answers", "other": CAUSE, "reason": "The log says: CoC 1"}
    quote = "AF/002 | CoC 1 | Train | ACC (LP) Whitcombe"
    made.append(fact(facts.FindingLinked, stream=f"{log}02", on="2024-01-01", quote=quote, **link))
    by = people.acting_as(OFFICER)
    book.append(about=FORCE, decide=lambda _: made, by=by, at=AT, key="log", seen=None)
    answer = browser().get(f"/packs/tracker/{FORCE}/open.docx")
    paper = docx.Document(io.BytesIO(answer.content))
    cells = [[cell.text for cell in row.cells] for row in paper.tables[0].rows]
    ours = [row for row in cells if row[1].startswith("Train")]
    assert [(row[0], row[2]) for row in ours] == [
        ("AF/002 (CoC 1)", "ACC (LP) Whitcombe"),
        ("AF/003", "Named in the log"),
        ("AF/001", "Detective chief inspector"),
    ]
    assert "The log says: Parked." in ours[0][5]
    assert "Overdue by" in ours[0][5]
    assert "Overdue" not in ours[2][5], "what its log sets aside is called overdue nowhere"
    assert "Superseded - see AF/04" in ours[2][5]
    text = " ".join(part.text for part in paper.paragraphs)
    assert "one is called superseded, replaced or the like by the log and closed by nobody" in text


def test_an_owner_with_a_name_is_the_one_of_the_register_and_what_lacks_is_said_in_words(
    officer: Client, book: Book
) -> None:
    own = {"stream": f"action/{FORCE}/log/1", "owner": "ACC (LP) Whitcombe", "text": "Map"}
    row = fact(facts.ActionPromised, on="2024-01-01", **own)
    by = people.acting_as(OFFICER)
    book.append(about=FORCE, decide=lambda _: [row], by=by, at=AT, key="log", seen=None)
    page = started(officer)
    said = "ACC (LP) Whitcombe agreed to bring a count by 5 May 2031.\nAction: look again"
    said += "\nAction: Ch Insp Bell to check the rota by 6 May 2031"
    type_in(officer, "i1:words", said + "\nACC will think about it", shown(page))
    live = words(officer.get(f"{SESSION}live/"))
    assert "Action for the chief inspector, by 6 May 2031: Check the rota." in live
    assert "Action for ACC (LP) Whitcombe, by 5 May 2031: Bring a count." in live
    assert "Prose, as it stands: ACC will think about it" in live
    check = words(officer.get(f"{SESSION}sign/"))
    assert "No questions and three actions." in check
    assert "Of three actions, one has no owner and one has no date." in check
    signed(officer)
    public = words(browser().get(SESSION))
    assert "ACC (LP) Whitcombe" in public
    assert "Chief inspector" in public
    assert "Bell" not in public + minutes_file()
    assert "ACC (LP) Whitcombe" in {one.owner for one in held(facts.ActionPromised) if one.plan}


def test_minutes_that_are_begun_open_at_their_head(officer: Client) -> None:
    begun = officer.post(f"{SESSION}build/", {"change": "begin", "then": "live"})
    assert begun["Location"] == f"{SESSION}live/"
    added = {"change": "add", "then": "live", "f:new:title": "Another item"}
    assert officer.post(f"{SESSION}build/", added)["Location"] == f"{SESSION}live/#add"


def test_the_actions_of_minutes_stand_in_the_order_of_their_numbers(officer: Client) -> None:
    typed = [f"Action: DCC to write {n} by {20 - n} May 2031" for n in (1, 2, 3)]
    after_signing(officer, "\n".join(typed))
    answer = browser().get(f"/packs/minutes/{BODY}/{TODAY.isoformat()}.docx")
    table = docx.Document(io.BytesIO(answer.content)).tables[-1]
    assert [row.cells[0].text for row in table.rows[1:]] == ["1", "2", "3"]


@pytest.mark.parametrize("part", ["build", "live", "sign", "change", "papers", "amend"])
def test_a_reader_and_another_machine_write_nothing(officer: Client, part: str) -> None:
    started(officer)
    before = registers.head().size
    for client in (browser(), Client(**OTHER_MACHINE)):  # type: ignore[arg-type]  # addresses are strings
        client.get(f"{SESSION}{part}/")
        sent = {"change": "begin", "state": "cancelled", "reason": "no", "question": "Is it?"}
        answer = client.post(f"{SESSION}{part}/", sent)
        assert answer.status_code in (200, 403, 404, 422)
    assert registers.head().size == before


def test_no_draft_is_shown_to_a_reader(officer: Client) -> None:
    page = started(officer)
    type_in(officer, "i1:words", "A canary in the draft", shown(page))
    for address in ("", "live/", "build/", "sign/", "brief/"):
        assert "canary" not in browser().get(f"{SESSION}{address}").content.decode()


def test_a_question_ends_outside_a_session_with_what_came_of_it(book: Book) -> None:
    client = browser(OFFICER)
    held_ = "session/anyshire-pcc/2026-09-17"
    asked = fact(
        facts.QuestionAsked,
        stream=f"{held_}/question/1",
        on="2026-09-17",
        meeting=held_,
        item="1",
        text="What shows that it works?",
    )
    meeting = fact(facts.MeetingHeld, stream=held_, on="2026-09-17", date="2026-09-17")
    book.append(
        about=FORCE,
        decide=lambda _: [meeting, asked],
        by=people.acting_as(OFFICER),
        at=AT,
        key="q",
    )
    address = f"/questions/{held_}/question/1/end/"
    assert address in client.get("/week/").content.decode()
    form = client.get(address)
    assert "What shows that it works?" in words(form)
    half = client.post(address, {**hidden(form), "outcome": "dropped"})
    assert half.status_code == 422
    done = client.post(address, {**hidden(form), "outcome": "dropped", "reason": "Merged."})
    assert done.status_code == 302, words(done)
    assert address not in client.get("/week/").content.decode()
    assert browser().post(address, {**hidden(form), "outcome": "dropped"}).status_code in (
        403,
        422,
    )


def test_held_words_that_were_typed_into_an_agenda_are_shown_with_the_way_to_change_them(
    officer: Client,
) -> None:
    started(officer)
    title = "The force manages 14 organised crime groups"
    officer.post(f"{SESSION}build/", {"change": "add", "title": title})
    held = officer.get(f"{SESSION}agenda-to-send.docx")
    assert held.status_code == 422
    assert "manages 14 organised crime groups" in words(held)
    assert f'href="{SESSION}build/"' in held.content.decode()
    assert 'name="release"' in held.content.decode()
    assert browser().get(f"{SESSION}agenda-to-send.docx").status_code == 403


def test_minutes_that_may_not_be_signed_name_the_words_and_the_way_on(officer: Client) -> None:
    page, chair = started(officer), browser(CHAIR)
    type_in(officer, "i1:words", "The force manages 14 organised crime groups.", shown(page))
    check = chair.get(f"{SESSION}sign/")
    refused = chair.post(f"{SESSION}sign/", {**hidden(check), "step": "sign"})
    assert refused.status_code == 422
    assert "manages 14 organised crime groups.” may not be public" in words(refused)
    assert "/check-text/" in words(refused)
    assert held(facts.MinutesSigned) == []


@pytest.mark.parametrize(
    ("typed", "day"),
    [("{weekday} 4 December", "12-04"), ("4 December", "12-04"), ("by 31 December", "12-31")],
)
def test_a_date_is_amended_in_the_words_in_which_minutes_take_it(
    officer: Client, typed: str, day: str
) -> None:
    page = started(officer)
    type_in(officer, "i1:words", "Action: publish the plan", shown(page))
    signed(officer)
    form = officer.get(f"{SESSION}amend/")
    (due,) = re.findall(r'name="(line-\d+:due)"', form.content.decode())
    year = TODAY.year + (f"{TODAY:%m-%d}" > day)
    said = typed.format(weekday=f"{date(year, 12, 4):%A}")
    sent = {**hidden(form), due: said, "reason": "Left out."}
    answer = officer.post(f"{SESSION}amend/", sent)
    assert answer.status_code == 302, words(answer)
    (promised,) = [
        a
        for a in held(facts.ActionPromised)
        if a.plan == SESSION.strip("/").replace("sessions", "session")
    ]
    assert promised.due == f"{year}-{day}"


def test_two_lists_of_who_was_there_are_told_in_words(officer: Client) -> None:
    started(officer)
    signed(officer)
    form = officer.get(f"{SESSION}amend/")
    assert amend(officer, {"Commissioner\nChief constable": "Commissioner"}).status_code == 302
    (box,) = re.findall(r'name="(line-[^"]+)"[^>]*>\s*Commissioner\s*Chief', form.content.decode())
    stale = {**hidden(form), box: "Commissioner\nDCC", "reason": "He came."}
    told = words(officer.post(f"{SESSION}amend/", stale))
    assert "The list of who was there was changed at" in told
    assert "theirs is “Commissioner”, yours is “Commissioner; Deputy chief constable”" in told
