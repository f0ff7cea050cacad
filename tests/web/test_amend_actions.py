"""Signed minutes: an action signed as prose is added by amending, one that was none taken back."""

import html
import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from answerable.ledger.book import Book
from answerable.operations import people
from answerable.operations.rights import markings
from answerable.store.reads import registers
from answerable.vocabulary import facts
from answerable.vocabulary.access import READER
from tests.factories import COMMISSIONER as BODY
from tests.factories import FORCE, fact
from tests.operations.cast import AT, begin
from tests.web.acting import browser, hidden, words
from tests.web.test_session_desk import (
    OFFICER,
    SESSION,
    TODAY,
    minutes_file,
    plan,
    shown,
    signed,
    started,
    type_in,
)

PROSE = "The deputy chief constable will look into the list."
MORE = "The chair thanked everybody."


@pytest.fixture(autouse=True)
def record(book: Book) -> None:
    """One finding and one action, long overdue."""
    begin(book)


@pytest.fixture
def officer() -> Client:
    """An officer with signed minutes: two lines of prose and one action."""
    client = browser(OFFICER)
    plan(client)
    page = started(client)
    text = f"{MORE}\n{PROSE}\nAction: DCC to act by 1 May 2031"
    type_in(client, "i1:words", text, shown(page))
    signed(client)
    return client


def seen_by_all() -> Any:
    return registers.register(FORCE, valid=TODAY, actor=READER).versions


def prose_box(client: Client, telling: str = PROSE) -> tuple[Any, str, str]:
    """The form, the name of the box of prose that tells of something, and what stands in it."""
    form = client.get(f"{SESSION}amend/")
    boxes = re.findall(
        r'<textarea[^>]*name="(prose-[^"]+)"[^>]*>\s*([^<]*)</textarea>', form.content.decode()
    )
    found = [(name, said) for name, words in boxes if telling in (said := html.unescape(words))]
    assert found, "there is no box for prose"
    return form, found[0][0], found[0][1].strip()


def agreed() -> list[facts.ActionPromised]:
    """The actions of the session, as its officer sees them."""
    by = people.acting_as(OFFICER)
    register = registers.register(FORCE, valid=TODAY + timedelta(days=1), actor=by)
    plan_ = SESSION.strip("/").replace("sessions", "session")
    return [a for a in register.of(facts.ActionPromised) if a.plan == plan_]


def test_an_action_signed_as_prose_is_added_with_owner_and_due(officer: Client) -> None:
    form, box, text = prose_box(officer)
    assert text == f"{MORE}\n{PROSE}"
    typed = "Action: DCC, 30 June 2031, look into the list"
    sent = {**hidden(form), box: f"{MORE}\r\n{typed}", "reason": "It was agreed as an action."}
    answer = officer.post(f"{SESSION}amend/", sent)
    assert answer.status_code == 302, words(answer)
    (_, added) = agreed()
    assert (added.text, added.owner, added.due) == (
        "Look into the list",
        "deputy-chief-constable",
        "2031-06-30",
    )
    assert added.stream == f"action/{BODY}/{TODAY.isoformat()}/2"
    size = registers.head().size
    again = officer.post(f"{SESSION}amend/", sent)
    assert again.status_code == 302, words(again)
    assert registers.head().size == size, "sent twice, recorded once"
    paper = minutes_file()
    line = paper.index(
        "Action for the deputy chief constable, by 30 June 2031: Look into the list"
    )
    assert f"Before: “{PROSE}”" in paper[line:]
    assert "Why: It was agreed as an action." in paper[line:]
    assert paper.index(f"Noted: {PROSE}") < line, "the line that was signed stands above it"
    page = words(officer.get(SESSION))
    assert "2. Look into the list" in page
    register = words(officer.get("/plans/"))
    assert "Look into the list" in register


def test_a_line_of_prose_can_stay_above_the_action_that_was_agreed(officer: Client) -> None:
    form, box, text = prose_box(officer)
    sent = {
        **hidden(form),
        box: f"{text}\nAction: DCC to send the list by 30 June 2031",
        "reason": "Left out.",
    }
    assert officer.post(f"{SESSION}amend/", sent).status_code == 302
    assert [a.text for a in agreed()] == ["Act", "Send the list"]
    paper = minutes_file()
    assert paper.index(f"Noted: {PROSE}") < paper.index(": Send the list")


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (MORE, "cannot be taken out or put in other words"),
        (f"{MORE}\nThe list was looked at.", "Write Action: in front of it"),
        (f"{MORE}\nAction: look into it", "says neither who nor by when"),
        (f"Action: DCC to go by May 2031\n{MORE}\n{PROSE}", "under the line that tells of it"),
    ],
)
def test_what_is_no_action_is_refused_and_what_was_typed_is_kept(
    officer: Client, typed: str, told: str
) -> None:
    form, box, _ = prose_box(officer)
    before = registers.head().size
    answer = officer.post(f"{SESSION}amend/", {**hidden(form), box: typed, "reason": "Wrong."})
    assert answer.status_code == 422
    assert told in words(answer)
    assert typed in html.unescape(answer.content.decode())
    assert registers.head().size == before


def test_an_action_needs_a_reason_like_every_other_line(officer: Client) -> None:
    form, box, text = prose_box(officer)
    before = registers.head().size
    sent = {**hidden(form), box: f"{text}\nAction: DCC to go by May 2031"}
    answer = officer.post(f"{SESSION}amend/", sent)
    assert answer.status_code == 422
    assert "Say why" in words(answer)
    assert registers.head().size == before


def test_an_action_that_was_none_is_taken_back_and_the_minutes_say_so(officer: Client) -> None:
    form = officer.get(f"{SESSION}amend/")
    (tick,) = set(re.findall(r'name="(none-\d+)"', form.content.decode()))
    sent = {**hidden(form), tick: "yes"}
    half = officer.post(f"{SESSION}amend/", sent)
    assert half.status_code == 422
    assert "Say why" in words(half)
    assert f'name="{tick}" value="yes" checked' in half.content.decode()
    sent["reason"] = "Nobody agreed to it."
    assert officer.post(f"{SESSION}amend/", sent).status_code == 302
    assert agreed() == []
    assert "Act, " not in words(officer.get("/plans/"))
    paper = minutes_file()
    line = paper[paper.index("Action for the deputy chief constable, by 1 May 2031: Act.") :]
    told = "was no action, and is on the register no more. Why: Nobody agreed to it."
    assert told in line.partition("\n")[0]
    page = words(officer.get(SESSION))
    assert "Taken back after the minutes were signed" in page
    assert told in page
    form, box, text = prose_box(officer)
    again = f"{text}\nAction: DCC to ring by 2 May 2031"
    sent = {**hidden(form), box: again, "reason": "That was it."}
    assert officer.post(f"{SESSION}amend/", sent).status_code == 302
    assert agreed()[0].stream.endswith("/2"), "no number is given twice"


def test_an_action_that_was_added_and_then_taken_back_stays_in_the_minutes(
    officer: Client,
) -> None:
    """Protects the files of the minutes from losing what an earlier copy of them said."""
    form, box, text = prose_box(officer)
    typed = f"{text}\nAction: DCC to send the list by 30 June 2031"
    sent = {**hidden(form), box: typed, "reason": "Left out."}
    assert officer.post(f"{SESSION}amend/", sent).status_code == 302
    form = officer.get(f"{SESSION}amend/")
    ticks = sorted(set(re.findall(r'name="(none-\d+)"', form.content.decode())))
    sent = {**hidden(form), ticks[-1]: "yes", "reason": "It was only mentioned."}
    assert officer.post(f"{SESSION}amend/", sent).status_code == 302
    paper = minutes_file()
    line = paper.index("Added, and taken back: Send the list.")
    assert "Why: It was only mentioned." in paper[line:]


def test_an_action_of_which_more_is_on_the_record_is_not_taken_back(
    officer: Client, book: Book
) -> None:
    stream = f"action/{BODY}/{TODAY.isoformat()}/1"
    news = fact(
        facts.ActionUpdated, stream=stream, on=TODAY.isoformat(), text="Half of it is written."
    )
    by = people.acting_as(OFFICER)
    book.append(about=FORCE, decide=lambda _: [news], by=by, at=AT, key="n", seen=None)
    form = officer.get(f"{SESSION}amend/")
    (tick,) = set(re.findall(r'name="(none-\d+)"', form.content.decode()))
    sent = {**hidden(form), tick: "yes", "reason": "Nobody agreed to it."}
    answer = officer.post(f"{SESSION}amend/", sent)
    assert answer.status_code == 422
    assert "more has been recorded of it since" in words(answer)
    assert len(agreed()) == 1


PRIVATE = "The deputy chief constable will move the canary."
GROUND = "Investigation under way"


@pytest.fixture
def private() -> Client:
    """An officer with signed minutes whose one item was taken in private."""
    client = browser(OFFICER)
    plan(client)
    page = started(client)
    review = TODAY.replace(year=TODAY.year + 1).isoformat()
    boxes = {"f:i1:ground": GROUND, "f:i1:review": review, "f:i1:words": PRIVATE}
    client.post(f"{SESSION}live/", {**boxes, "shown": shown(page)})
    signed(client)
    return client


def test_an_action_of_a_private_item_is_added_as_restricted_with_its_ground(
    private: Client,
) -> None:
    form, box, text = prose_box(private, PRIVATE)
    assert text == PRIVATE
    typed = "Action: DCC, 30 June 2031, move the canary to the barn"
    sent = {**hidden(form), box: typed, "reason": "The canary was agreed."}
    answer = private.post(f"{SESSION}amend/", sent)
    assert answer.status_code == 302, words(answer)
    (added,) = agreed()
    assert (added.text, added.owner, added.due) == (
        "Move the canary to the barn",
        "deputy-chief-constable",
        "2031-06-30",
    )
    assert "Move the canary to the barn" in words(private.get("/plans/"))
    assert "The canary was agreed" in words(private.get(SESSION))
    plain = Client()
    for path in ("/plans/", SESSION, "/log/", f"/{added.stream.replace('action', 'actions', 1)}/"):
        page = words(plain.get(path))
        assert "canary" not in page
        assert "30 June 2031" not in page
    assert "canary" not in minutes_file()
    told = {(m.ground, m.marking) for m in markings.every(by=people.acting_as(OFFICER))}
    assert told == {(GROUND, "restricted")}, "nothing is restricted without its ground"


def test_a_private_action_that_was_none_goes_without_a_word_to_the_public(private: Client) -> None:
    form, box, _ = prose_box(private, PRIVATE)
    sent = {**hidden(form), box: "Action: DCC, 30 June 2031, move the canary", "reason": "So."}
    assert private.post(f"{SESSION}amend/", sent).status_code == 302
    size = len(seen_by_all())
    form = private.get(f"{SESSION}amend/")
    (tick,) = set(re.findall(r'name="(none-\d+)"', form.content.decode()))
    sent = {**hidden(form), tick: "yes", "reason": "The canary flew."}
    assert private.post(f"{SESSION}amend/", sent).status_code == 302
    assert agreed() == []
    assert "The canary flew" in words(private.get(SESSION))
    assert len(seen_by_all()) == size, "nobody else learns that there is an entry"


def test_the_prose_of_an_item_stands_under_it_and_how_to_write_it_is_told_once(
    officer: Client,
) -> None:
    """Forty boxes with one hint each hid the line that was looked for."""
    page = officer.get(f"{SESSION}amend/").content.decode()
    labels = re.findall(r'<label class="govuk-label"[^>]*>([^<]+)</label>', page)
    (prose, *_) = (at for at, label in enumerate(labels) if label.endswith("noted as prose"))
    item = labels[prose].partition(":")[0]
    assert labels.index(f"{item}: title") < prose < labels.index("Action 1")
    assert not any(
        ": title" in label for label in labels[labels.index(f"{item}: title") + 1 : prose]
    )
    assert page.count("If a line was agreed as an action") == 1
    assert page.count("The office or the name, such as") == 1


def test_the_prose_of_a_private_item_is_called_so(private: Client) -> None:
    page = private.get(f"{SESSION}amend/").content.decode()
    assert "taken in private: noted as prose" in page


def test_an_action_that_was_added_is_told_once_at_the_top_of_its_session(officer: Client) -> None:
    """Three lines of what each value “now reads” told of an action that nobody had signed."""
    form, box, text = prose_box(officer)
    typed = text.replace(PROSE, "Action: DCC to look into the list by 4 June 2031")
    sent = {**hidden(form), box: typed, "reason": "It was agreed."}
    officer.post(f"{SESSION}amend/", sent)
    page = words(officer.get(SESSION))
    told = (
        "after the minutes were signed: action 2 was added, “Look into the list”. It was agreed."
    )
    assert page.count(told) == 1
    assert "now reads" not in page.partition("What was asked and answered")[0]
    form = officer.get(f"{SESSION}amend/")
    due = re.search(r'name="(line-[0-9]+:due)"[^>]*>\s*4 June 2031', form.content.decode())
    assert due
    sent = {**hidden(form), due[1]: "5 June 2031", "reason": "It was the fifth."}
    officer.post(f"{SESSION}amend/", sent)
    page = words(officer.get(SESSION))
    assert told in page
    assert "in action 2, the due date now reads “5 June 2031”. It was the fifth." in page


def test_an_action_of_a_private_item_is_marked_as_not_public_for_the_office(
    private: Client,
) -> None:
    form, box, text = prose_box(private, PRIVATE)
    typed = text.replace(PRIVATE, "Action: DCC to move the canary by 4 June 2031")
    private.post(f"{SESSION}amend/", {**hidden(form), box: typed, "reason": "Agreed."})
    page = words(private.get(SESSION))
    assert "Move the canary Not public" in page
    assert page.count("Not public") == 1, "what is public bears no mark"


def test_an_action_is_added_under_an_item_where_nothing_was_written() -> None:
    client = browser(OFFICER)
    plan(client)
    page = started(client)
    type_in(client, "i1:words", f"{MORE}", shown(page))
    signed(client)
    form = client.get(f"{SESSION}amend/")
    boxes = re.findall(
        r'<textarea[^>]*name="(prose-[^"]+)"[^>]*>\s*</textarea>', form.content.decode()
    )
    assert boxes, "an item without a line has an empty box"
    assert "Item 2: an action that was left out" in words(form)
    typed = "Action: DCC, 30 June 2031, send the list"
    sent = {**hidden(form), boxes[0]: typed, "reason": "It was forgotten."}
    refused = client.post(f"{SESSION}amend/", {**sent, boxes[0]: "The list was looked at."})
    assert "Write Action: in front of it" in words(refused)
    answer = client.post(f"{SESSION}amend/", sent)
    assert answer.status_code == 302, words(answer)
    (added,) = agreed()
    assert (added.text, added.owner, added.due) == (
        "Send the list",
        "deputy-chief-constable",
        "2031-06-30",
    )
    paper = minutes_file()
    line = paper.index("Action for the deputy chief constable, by 30 June 2031: Send the list")
    number = boxes[0].removeprefix("prose-")
    assert f"Before: “Item {number}: this action was not minuted”" in paper[line:]
    assert "Why: It was forgotten." in paper[line:]
    assert "no owner" not in paper, "nobody had said so"
    assert "no date" not in paper
    note = paper[line:].partition("\n")[0]
    assert note.count("It was forgotten.") == 1, "told once, and not value by value"
    assert paper[:line].split("\n")[-2].startswith(f"{number}. "), "it stands under its item"
    assert "Send the list" in words(client.get("/plans/"))


def test_an_action_in_the_title_of_an_item_is_refused_and_kept(officer: Client) -> None:
    """It would stand on the record as a title, and nobody would have agreed anything."""
    form = officer.get(f"{SESSION}amend/")
    page = form.content.decode()
    found = re.search(r'<label[^>]*for="([^"]+)"[^>]*>\s*Item 1: title', page)
    assert found
    typed = "The list\nAction: DCC to send the list, 30 May 2031"
    sent = {**hidden(form), found[1]: typed, "reason": "Left out."}
    told = officer.post(f"{SESSION}amend/", sent)
    assert "An action in the title of an item becomes no action" in words(told)
    assert "DCC to send the list" in words(told)
    assert len(agreed()) == 1


def test_minutes_that_were_signed_without_a_question_or_an_action_say_that(
    private: Client,
) -> None:
    """It is known: “not in our sources” would say that something may have been asked."""
    page = words(private.get(SESSION))
    assert "The minutes hold no question and no action." in page
    assert "asked and answered is not in our sources" not in page
    assert "due dates are not in our sources" not in page
    public = words(Client().get(SESSION))
    told = "The minutes, as far as they are public, hold no question and no action."
    assert told in public


def test_minutes_without_a_question_tell_of_their_actions(officer: Client) -> None:
    page = words(officer.get(SESSION))
    assert "The minutes hold no question, and one action agreed: nobody says" in page
