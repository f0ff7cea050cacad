"""An owner whose name is nearly one of the register is offered while one types, by a press."""

import json
import re
from datetime import date

import pytest
from django.test import Client

from answerable.ledger.book import Book
from answerable.operations import people
from answerable.operations.sessions import scrutiny
from answerable.reading.actions.typed import typed_minutes
from answerable.vocabulary import facts
from tests.factories import FORCE
from tests.operations.cast import AT, begin
from tests.web.acting import browser, words
from tests.web.test_session_desk import (
    OFFICER,
    SESSION,
    TODAY,
    held,
    plan,
    shown,
    signed,
    started,
    type_in,
)

BOX = "i1:words"


@pytest.fixture
def officer(book: Book) -> Client:
    """An officer whose register has an owner with brackets, and a session today."""
    begin(book)
    scrutiny.promise_action(
        by=people.acting_as(OFFICER),
        at=AT,
        key="owner",
        seen=None,
        institution=FORCE,
        text="Bring the rota.",
        owner="ACC (Crime)",
        on=date(2024, 3, 1),
    )
    client = browser(OFFICER)
    plan(client)
    return client


def presses(page: str) -> list[str]:
    return re.findall(r'name="own" value="([^"]+)"', page)


@pytest.mark.parametrize(
    "typed",
    [
        "Action: ACC Crime to publish the plan by 30 June 2031",
        "Action: ACC for Crime: publish the plan by 30 June 2031",
        "Action - acc crime to publish the plan by 30 June 2031",
    ],
)
def test_the_owner_of_the_register_is_offered_and_stands_in_the_line_after_a_press(
    officer: Client, typed: str
) -> None:
    page = started(officer)
    type_in(officer, BOX, f"Q: What shows it?\n{typed}", shown(page))
    page = officer.get(f"{SESSION}live/")
    assert "of the register: write it so" in words(page)
    assert "No owner was recognised." in words(page), "nothing is taken by itself"
    (press,) = presses(page.content.decode())
    text = f"Q: What shows it?\n{typed}\nAnd more."
    sent = {f"f:{BOX}": text, "shown": shown(page), "own": press}
    done = officer.post(f"{SESSION}live/", sent, follow=True)
    told = words(done)
    assert "Action for the ACC (Crime), by 30 June 2031: Publish the plan." in told
    assert "And more." in told, "what was typed with the press stays"
    assert "ACC (Crime)" in told
    assert not presses(done.content.decode())
    sign = words(officer.get(f"{SESSION}sign/"))
    assert "New on this record as an owner" not in sign


def test_the_script_gets_the_buttons_with_the_lines(officer: Client) -> None:
    page = started(officer)
    line = "Action: ACC Crime to publish the plan"
    answer = type_in(officer, BOX, line, shown(page), HTTP_ACCEPT="application/json")
    (press,) = json.loads(answer.content)["presses"]["i1"]
    assert press["label"] == "“ACC Crime” is “ACC (Crime)” of the register: write it so"


@pytest.mark.parametrize(
    "typed",
    [
        "Action: ACC Custody to publish the plan",
        "Action: DCC to publish the plan",
        "ACC Crime told us of the plan.",
    ],
)
def test_another_owner_is_offered_nothing(officer: Client, typed: str) -> None:
    page = started(officer)
    type_in(officer, BOX, typed, shown(page))
    assert not presses(officer.get(f"{SESSION}live/").content.decode())


def test_a_line_that_changed_meanwhile_takes_nothing(officer: Client) -> None:
    page = started(officer)
    type_in(officer, BOX, "Action: ACC Crime to publish the plan", shown(page))
    page = officer.get(f"{SESSION}live/")
    (press,) = presses(page.content.decode())
    sent = {f"f:{BOX}": "Action: DCC to publish it", "shown": shown(page), "own": press}
    back = officer.post(f"{SESSION}live/", sent)
    assert back.status_code == 422
    assert "That line was changed meanwhile." in words(back)


def test_an_office_with_its_part_in_brackets_owns_what_it_is_to_do() -> None:
    (one,) = typed_minutes.lines(
        "Action: ACC (Crime) to publish the plan by 30 June 2031", met=date(2031, 1, 9)
    )
    assert (one.office, one.text, one.due) == ("acc-crime", "Publish the plan", "2031-06-30")
    (other,) = typed_minutes.lines("Action: Plan (draft) to go out", met=date(2031, 1, 9))
    assert other.office is None


@pytest.mark.parametrize(
    ("typed", "owner"),
    [
        ("Action: Vetting to publish the plan by 30 June 2031", "Vetting"),
        ("Action: Vetting: publish the plan, 30 June 2031", "Vetting"),
        ("Action: publish the plan, Vetting, 30 June 2031", "Vetting"),
        ("Action: 30 June 2031, Vetting - publish the plan", "Vetting"),
        ("Action: ACC Crime to publish the plan by 30 June 2031", "ACC Crime"),
        ("Action: ACC (Crime) to publish the plan by 30 June 2031", "ACC (Crime)"),
        ("Action: DCC to publish the plan by 30 June 2031", "deputy-chief-constable"),
    ],
)
def test_an_owner_typed_exactly_as_the_register_has_it_is_that_owner(
    typed: str, owner: str
) -> None:
    owners = ("ACC (Crime)", "ACC Crime", "DCC", "TBC", "Vetting")
    (one,) = typed_minutes.lines(typed, met=date(2031, 1, 9), owners=owners)
    assert (one.office, one.text, one.due) == (owner, "Publish the plan", "2031-06-30")


@pytest.mark.parametrize(
    "typed",
    [
        "Action: vetting to publish the plan",
        "Action: TBC to publish the plan",
        "Action: publish the plan of Vetting",
    ],
)
def test_whoever_is_not_typed_exactly_so_or_is_nobody_is_no_owner(typed: str) -> None:
    owners = ("TBC", "Vetting")
    (one,) = typed_minutes.lines(typed, met=date(2031, 1, 9), owners=owners)
    assert one.office is None


def test_what_stands_in_no_action_is_no_action_though_it_begins_with_an_owner() -> None:
    (one,) = typed_minutes.lines("Vetting to be reviewed", met=TODAY, owners=("Vetting",))
    assert one.kind == "note"


def test_an_owner_typed_as_the_register_has_it_is_taken_without_a_press(officer: Client) -> None:
    scrutiny.promise_action(
        by=people.acting_as(OFFICER),
        at=AT,
        key="second",
        seen=None,
        institution=FORCE,
        text="Bring the list.",
        owner="ACC Crime",
        on=date(2024, 3, 1),
    )
    page = started(officer)
    type_in(officer, BOX, "Action: ACC Crime to publish the plan by 30 June 2031", shown(page))
    page = officer.get(f"{SESSION}live/")
    assert not presses(page.content.decode())
    assert "Action for the ACC Crime, by 30 June 2031: Publish the plan." in words(page)
    signed(officer)
    assert held(facts.ActionPromised)[-1].owner == "ACC Crime", "not the other one"
