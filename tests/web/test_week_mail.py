"""My week by e-mail and as a calendar in pages: secret address, one click to stop."""

import re

import pytest
from django.test import Client

from answerable.ledger.book import Book
from answerable.vocabulary.access import Classification
from answerable.vocabulary.facts import (
    ActionPromised,
    ItemTaken,
    MeetingHeld,
    MeetingPlanned,
    QuestionAsked,
)
from tests.factories import fact
from tests.operations.cast import begin
from tests.web.acting import OTHER_MACHINE, browser, hidden, words

OFFICE = "anyshire-pcc/governance-officer"
ODD_WORDS = "Visit: each victim, again; and \\ write"
SESSION = "session/anyshire-pcc/2024-02-20"


@pytest.fixture(autouse=True)
def record(book: Book) -> None:
    """A session that took the theme and left a question open; an action with restricted words."""
    begin(
        book,
        fact(MeetingHeld, stream=SESSION, on="2024-02-20", body="anyshire-pcc", date="2024-02-20"),
        fact(
            ItemTaken,
            stream=f"{SESSION}/item/1",
            on="2024-02-20",
            meeting=SESSION,
            number="1",
            about=("repeat-burglary",),
        ),
        fact(
            QuestionAsked,
            stream=f"{SESSION}/question/1",
            on="2024-02-20",
            meeting=SESSION,
            item="1",
            to="chief-constable",
            text="What shows it?",
        ),
        fact(
            ActionPromised, stream="action/a/9", on="2024-01-15", text=ODD_WORDS, due="2099-02-01"
        ),
        fact(
            MeetingPlanned,
            stream="session/anyshire-pcc/2099-07-16",
            on="2024-02-20",
            body="anyshire-pcc",
            title="Public session",
            date="2099-07-16",
            time="18:00",
            place="Town Hall, Anyshire",
        ),
        fact(
            ActionPromised,
            stream="action/a/2",
            on="2024-01-15",
            text="Secret words.",
            due="2099-01-01",
            classes={"text": Classification.RESTRICTED},
        ),
    )


def test_scrutiny_of_a_theme_is_told_of_the_papers_that_are_held() -> None:
    shown = words(browser(OFFICE).get("/week/"))
    assert "On the agenda of 1 of 1 sessions, of the papers we hold" in shown
    assert "one question without an answer on record" in shown
    assert "no session before the report of 1 October 2023, and one session since" in shown


def test_the_desk_stands_in_the_navigation_for_an_office_only() -> None:
    link = 'class="govuk-service-navigation__link" href="/week/"'
    assert link in browser(OFFICE).get("/").content.decode()
    assert link not in browser().get("/").content.decode()
    assert link not in browser(**OTHER_MACHINE).get("/").content.decode()


def test_the_calendar_has_a_secret_address_and_no_restricted_words() -> None:
    client = browser(OFFICE)
    form = client.get("/week/calendar/")
    shown = client.post("/week/mail/", hidden(form))
    found = re.search(r"/week/calendar/[^\"\s]+\.ics", shown.content.decode())
    assert found
    got = browser(**OTHER_MACHINE).get(found[0])
    assert got.headers["Content-Type"].startswith("text/calendar")
    calendar = got.content.decode()
    assert "Visit each victim again" in calendar
    assert "Secret words" not in calendar
    assert "Words marked as not public" in calendar
    events = calendar.split("BEGIN:VEVENT")[1:]
    starts = [re.findall(r"DTSTART[^:]*:(\d{8})", event)[0] for event in events]
    (late,) = [at for at, event in zip(starts, events, strict=True) if "SUMMARY:Overdue" in event]
    assert late == min(starts), "one line for today, and no diary of dead dates"
    assert browser().get("/week/calendar/nobody.ics").status_code in (404, 422)
    assert browser().get("/week/mail/").status_code == 200


def test_a_mail_is_asked_for_with_an_address_that_can_be_one() -> None:
    client = browser(OFFICE)
    wrong = client.post("/week/mail/", {**hidden(client.get("/week/mail/")), "email": "nobody"})
    assert wrong.status_code == 422
    assert "is not an e-mail address" in words(wrong)
    typed = {"email": "officer@example.org"}
    right = client.post("/week/mail/", {**hidden(client.get("/week/mail/")), **typed})
    assert "The mail to officer@example.org is made." in words(right)
    assert "no mail server yet, so mails wait and none is lost" in words(right)


def test_a_link_alone_confirms_and_stops_nothing() -> None:
    page = browser().get("/week/mail/nobody/confirm/")
    assert "Nobody asked for this" in words(page)
    assert "<button" not in page.content.decode().split("<main")[1].split("</main>")[0]

    strict = Client(enforce_csrf_checks=True, SERVER_NAME="127.0.0.1")
    assert strict.post("/week/mail/nobody/stop/").status_code == 200
    assert strict.post("/week/mail/nobody/confirm/").status_code == 403


def _events(data: str) -> list[dict[str, str]]:
    """The events of a calendar by RFC 5545: lines unfolded, names apart, text unescaped."""
    made = []
    for part in data.replace("\r\n ", "").split("BEGIN:VEVENT\r\n")[1:]:
        pairs = (line.split(":", 1) for line in part.split("END:VEVENT")[0].split("\r\n") if line)
        made.append({name: re.sub(r"\\(.)", r"\1", value) for name, value in pairs})
    return made


def test_a_calendar_program_reads_words_and_hours_as_they_are() -> None:
    client = browser(OFFICE)
    shown = client.post("/week/mail/", hidden(client.get("/week/calendar/")))
    assert "works on this machine only" in words(shown)
    found = re.search(r"/week/calendar/[^\"\s]+\.ics", shown.content.decode())
    assert found
    events = _events(client.get(found[0]).content.decode())
    assert len({event["UID"] for event in events}) == len(events)
    (due,) = [e for e in events if e["SUMMARY"].startswith(f"Due: {ODD_WORDS}")]
    assert (due["DTSTART;VALUE=DATE"], due["DTEND;VALUE=DATE"]) == ("20990201", "20990202")
    (session,) = [e for e in events if e["SUMMARY"].startswith("Public session")]
    assert session["DTSTART"] == "20990716T170000Z", "six in the evening, in summer time"
    assert (session["LOCATION"], session["TRANSP"]) == ("Town Hall, Anyshire", "OPAQUE")
