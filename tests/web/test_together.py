"""Rows of the register ticked and given an owner or a date at once, with a preview; no script."""

import re
from typing import Any

import pytest

from answerable.ledger.book import Book
from answerable.operations.plans import together
from answerable.scrutiny.plans.plans import NotPossible
from answerable.scrutiny.plans.together import Asked
from answerable.vocabulary.facts import ActionPromised
from tests.factories import FORCE, fact
from tests.operations.cast import ACTION, AT, CAUSE, OFFICER, begin, common, size
from tests.web.acting import OTHER_MACHINE, browser, hidden, words
from tests.web.test_items import item

OFFICE, LIAISON = "anyshire-pcc/governance-officer", "anyshire-police/force-liaison"
ADDRESS = f"/plans/{FORCE}/together/"
NAMES = [f"action/a/{n}" for n in range(2, 5)]
WHY = {"reason": "Agreed at the board.", "authoriser": "chief-constable"}
ON = {"on-day": "1", "on-month": "3", "on-year": "2024"}
DUE = {"due-day": "31", "due-month": "3", "due-year": "2099"}


@pytest.fixture(autouse=True)
def record(book: Book) -> None:
    """A finding, an action that answers it, and three without an owner or a date."""
    begin(
        book,
        *(
            fact(ActionPromised, stream=name, on="2024-01-15", text=f"Do part {name[-1]}.")
            for name in NAMES
        ),
    )


def sent(client: Any, step: str, names: list[str], **typed: str) -> Any:
    return client.post(ADDRESS, {"step": step, "item": names, **ON, **WHY, **typed})


def fields(page: Any) -> dict[str, list[str]]:
    """Every name that a form of a page carries, with all its values."""
    found: dict[str, list[str]] = {}
    for name, value in re.findall(
        r'<input type="hidden" name="([^"]+)" value="([^"]*)">', page.content.decode()
    ):
        found.setdefault(name, []).append(value)
    return found


def test_open_actions_have_a_box_and_findings_have_none() -> None:
    page = browser(OFFICE).get("/plans/")
    text = page.content.decode()
    for name in (ACTION, *NAMES):
        assert f'form="together" name="item" value="{name}"' in text
    assert f'form="together" name="item" value="{CAUSE}"' not in text
    assert "Change the ticked rows" in words(page)
    assert 'id="together"' not in browser().get("/plans/").content.decode()


def test_ticked_rows_are_looked_at_then_changed_all_at_once() -> None:
    client = browser(OFFICE)
    form = client.post(ADDRESS, {"which": "ticked", "back": "view=no-owner", "item": NAMES[:2]})
    assert "2 actions are ticked. Nothing is changed yet." in words(form)
    assert "Do part 2. (No owner on record, no date)" in words(form)
    before = size()
    preview = sent(client, "check", NAMES[:2], owner="chief-constable", **DUE)
    told = words(preview)
    assert "2 actions would change. Nothing is written yet." in told
    assert "Owner: no owner, then Chief constable. Due: no date, then 31 March 2099." in told
    assert size() == before
    carried = fields(preview)
    assert carried["item"] == NAMES[:2]
    done = client.post(ADDRESS, {**carried, "back": "view=no-owner"})
    assert done.status_code == 302
    assert "view=no-owner" in done.url
    assert size() == before + 4
    assert [item(name).owner for name in NAMES] == ["chief-constable", "chief-constable", None]
    assert item(NAMES[0]).due == "2099-03-31"


def test_all_that_the_filters_list_can_be_changed_and_some_left_out() -> None:
    client = browser(OFFICE)
    register = client.get("/plans/?view=no-owner&kind=action")
    assert "Change all 3 open actions that are listed" in words(register)
    form = client.post(ADDRESS, {"which": "all", "back": "view=no-owner&kind=action"})
    text = form.content.decode()
    assert [f'value="{name}" checked' in text for name in NAMES] == [True, True, True]
    assert f'value="{ACTION}"' not in text


def test_what_cannot_be_changed_so_stays_and_says_why() -> None:
    client = browser(OFFICE)
    early = {"due-day": "1", "due-month": "1", "due-year": "2024", "on-year": "2023"}
    preview = sent(client, "check", [ACTION, NAMES[0]], owner="", **{**DUE, **early})
    assert "Stays as it is." in words(preview)
    both = sent(client, "check", [ACTION, NAMES[0]], owner="chief-constable")
    told = words(both)
    assert "1 action would change, 1 stays as it is. Nothing is written yet." in told
    assert "Stays as it is: it has that already." in told
    assert fields(both)["item"] == [NAMES[0]]


@pytest.mark.parametrize(
    ("names", "typed", "said"),
    [
        ([], {"owner": "chief-constable"}, "Tick at least one action."),
        (NAMES, {}, "Say which owner or which date they get, or what they answer, or answer not."),
        (NAMES, {"owner": "chief-constable", "reason": ""}, "Say why"),
        (NAMES, {"due-day": "31", "due-month": "2", "due-year": "2099"}, "is no day"),
    ],
)
def test_what_is_missing_is_said_and_what_was_typed_is_kept(
    names: list[str], typed: dict[str, str], said: str
) -> None:
    answer = sent(browser(OFFICE), "check", names, **typed)
    assert answer.status_code == 422
    assert said in words(answer)
    if typed.get("owner"):
        assert '<option value="chief-constable" selected>' in answer.content.decode()


def test_an_action_that_changed_meanwhile_changes_none() -> None:
    client = browser(OFFICE)
    preview = fields(sent(client, "check", NAMES, owner="chief-constable"))
    other = fields(sent(client, "check", NAMES[:1], owner="assistant-chief-constable"))
    assert client.post(ADDRESS, other).status_code == 302
    before = size()
    answer = client.post(ADDRESS, preview)
    assert answer.status_code == 409
    assert size() == before


def test_readers_and_other_machines_change_nothing() -> None:
    before = size()
    looked = browser().post(ADDRESS, {"item": NAMES})
    assert "You cannot do this as you are." in words(looked)
    assert sent(browser(), "save", NAMES, owner="chief-constable").status_code == 403
    assert size() == before
    assert browser(**OTHER_MACHINE).post(ADDRESS, {"item": NAMES}).status_code == 403


def test_too_many_at_once_are_refused() -> None:
    given = Asked("chief-constable", "", "x", "chief-constable", AT.date())
    with pytest.raises(NotPossible, match="At most 500"):
        together.change_together(
            **common(OFFICER),
            institution=FORCE,
            among=[f"a/{n}" for n in range(501)],
            asked=given,
        )


def test_a_form_that_is_opened_by_its_address_says_what_to_do() -> None:
    page = browser(OFFICE).get(ADDRESS)
    assert "No action is ticked." in words(page)
    assert hidden(page)["back"] == ""


def test_a_wrong_link_to_a_finding_is_taken_back_and_stays_in_the_history() -> None:
    client = browser(OFFICE)
    assert item(ACTION).answers == (CAUSE,)
    opened = client.get(f"{ADDRESS}?item={ACTION}")
    assert "1 action is ticked" in words(opened)
    told = re.findall(r"<option[^>]*>([^<]*)</option>", opened.content.decode())
    assert "Cause of concern 1, 1 October 2023: Repeat burglary is not prevented." in told
    assert not any(CAUSE in one for one in told), "in words, not by its address"
    other = client.get(f"{ADDRESS}?item={NAMES[0]}").content.decode()
    assert f'value="{CAUSE}"' not in other, "only what those that are ticked answer"
    stays = words(sent(client, "check", [NAMES[0]], unlink=CAUSE))
    assert "Stays as it is: our record holds no link of it to that finding." in stays
    preview = sent(client, "check", [ACTION, NAMES[0]], unlink=CAUSE)
    told = words(preview)
    assert "1 action would change, 1 stays as it is" in told
    assert "1 link is taken back." in told
    assert client.post(ADDRESS, fields(preview)).status_code == 302
    assert item(ACTION).answers == ()
    assert ACTION not in item(CAUSE).answered_by
    assert "It does not answer that finding" not in words(client.get(f"/findings/{ACTION}/"))
    told = words(client.get(f"/findings/{ACTION}/"))
    assert "it answers no finding on our record. Agreed at the board." in told
