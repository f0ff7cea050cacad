"""Minutes that came as a file: an action that they left out is added by amending them."""

import io
import re
from datetime import timedelta

import docx
import pytest
from django.test import Client

from answerable.ledger.book import Book
from answerable.operations import people
from answerable.store.reads import registers
from answerable.vocabulary import facts
from answerable.vocabulary.documents import Source
from tests.factories import COMMISSIONER as BODY
from tests.factories import FORCE, fact
from tests.operations.cast import AT, begin
from tests.web.acting import browser, hidden, words
from tests.web.test_session_desk import OFFICER, TODAY, held

DAY = (TODAY - timedelta(days=30)).isoformat()
STREAM = f"session/{BODY}/{DAY}"
PAGE = f"/sessions/{BODY}/{DAY}/"
FILE = "a" * 64
BOX = "prose-left-out"
TYPED = "Action: DCC, 30 June 2031, send the list"


@pytest.fixture
def officer(book: Book) -> Client:
    """An officer whose session stands in minutes that were read from a file."""
    source = Source(kind="summary", doc=FILE)
    read = {"on": DAY, "source": source}
    meeting = {"body": BODY, "date": DAY, "title": "Performance session"}
    begin(
        book,
        fact(facts.MeetingHeld, stream=STREAM, **read, **meeting),
        fact(facts.ItemTaken, stream=f"{STREAM}/item/1", number="1", title="Burglary", **read),
        fact(facts.ActionPromised, stream="action/anyshire/7", text="Ring the ward", **read),
    )
    return browser(OFFICER)


def minutes_file() -> str:
    file = browser().get(f"/packs/minutes/{BODY}/{DAY}.docx").content
    return "\n".join(p.text for p in docx.Document(io.BytesIO(file)).paragraphs)


def add(client: Client, typed: str, reason: str = "It was agreed.") -> object:
    sent = {**hidden(client.get(f"{PAGE}amend/")), BOX: typed, "reason": reason}
    return client.post(f"{PAGE}amend/", sent)


def test_minutes_that_came_as_a_file_have_one_box_for_an_action_left_out(officer: Client) -> None:
    form = officer.get(f"{PAGE}amend/")
    assert words(form).count("An action that was left out") == 1
    assert len(re.findall(r'name="prose-', form.content.decode())) == 1
    assert "Everybody can read it" in words(form)
    refused = add(officer, "The list was looked at.")
    assert "Write Action: in front of it" in words(refused)
    assert "The list was looked at." in words(refused)
    answer = add(officer, TYPED)
    assert answer.status_code == 302, words(answer)  # type: ignore[attr-defined]
    added = held(facts.ActionPromised)[-1]
    assert (added.text, added.owner, added.due, added.plan) == (
        "Send the list",
        "deputy-chief-constable",
        "2031-06-30",
        STREAM,
    )
    assert added.stream == f"action/{BODY}/{DAY}/2", "no number of another action of the file"
    assert added.source.doc == FILE
    assert added.quote is None, "the file does not say it"


def test_it_is_told_once_at_the_top_and_in_the_file_of_the_minutes(officer: Client) -> None:
    add(officer, TYPED)
    page = words(officer.get(PAGE))
    assert page.count("action 2 was added, “Send the list”. It was agreed.") == 1
    assert "after the minutes were signed" not in page
    assert "written it down wrongly" not in page
    assert "2. Send the list" in page
    paper = minutes_file()
    line = paper[paper.index("It now reads: Send the list.") :].partition("\n\n")[0]
    assert "Before: “This action was not minuted”" in line
    assert "Why: It was agreed." in line
    assert "no owner" not in paper
    assert "no date" not in paper
    assert "Send the list" in words(officer.get("/plans/"))
    first = registers.history(FORCE).of_types(facts.ActionPromised)
    assert "This action was not minuted" in [v.fact.get("text") for v in first]


def test_also_minutes_that_were_signed_elsewhere_have_the_box(officer: Client, book: Book) -> None:
    signed = fact(
        facts.MinutesSigned, stream=STREAM, on=DAY, digest="b" * 64, by_office="commissioner"
    )
    by = people.acting_as(OFFICER)
    book.append(about=FORCE, decide=lambda _: [signed], by=by, at=AT, key="s", seen=None)
    add(officer, TYPED)
    page = words(officer.get(PAGE))
    assert page.count("after the minutes were signed: action 2 was added") == 1
