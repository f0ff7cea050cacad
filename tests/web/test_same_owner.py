"""One person under several names of owners: offered in pairs, never taken for one by a rule."""

import re
from datetime import date
from typing import Any

from answerable.scrutiny.progress import actions
from answerable.store.people import import_columns
from answerable.store.reads import registers
from answerable.vocabulary.facts import ActionReassigned
from tests.operations.test_desk_action_log import FORCE, kept, officer, own, recorded, sheet
from tests.web.acting import OTHER_MACHINE, browser, hidden, words
from tests.web.test_importing import OFFICE, as_guessed, handed_in

__all__ = ["own"]
ADDRESS = f"/plans/{FORCE}/owners/"


def row(number: int, owner: str) -> tuple[str, ...]:
    return (str(number), f"Do part {number}.", owner, "31/03/27", "Red", "Open", "")


LOG = (row(1, "S Tranter"), row(2, "Sue Tranter"), row(3, "DCC"), row(4, "ST"))


def owners() -> dict[str, str | None]:
    """Number of a row -> the owner of its action from now on."""
    register = registers.register(FORCE, valid=date(2099, 1, 1), actor=officer())
    return {item.reference.rpartition("/")[2]: item.owner for item in actions(register)}


def boxes(page: Any) -> dict[str, str]:
    """The names of the pairs that a page carries."""
    return {n: v for n, v in hidden(page).items() if n.startswith(("one-", "other-"))}


def test_the_preview_offers_pairs_and_takes_none_for_one_by_itself() -> None:
    client = browser(OFFICE)
    address = as_guessed(client, handed_in(client, sheet(*LOG)))
    told = words(client.get(address))
    assert "“S Tranter” and “Sue Tranter”: is it one owner?" in told
    assert "“Sue Tranter” and “ST”: is it one owner?" in told
    client.post(address, {**hidden(client.get(address)), "people": "public"}, follow=True)
    assert owners()["1"] == "S Tranter", "nobody said that they are one"


def test_what_is_said_in_the_preview_stands_in_the_register_and_in_the_next_log() -> None:
    client = browser(OFFICE)
    address = as_guessed(client, handed_in(client, sheet(*LOG)))
    form = client.get(address)
    said = {**boxes(form), "step": "same-owner", "same-0": "other"}
    again = client.post(address, said, follow=True)
    assert "Owner: Sue Tranter." in words(again).partition("Do part 1.")[2]
    client.post(address, {**hidden(again), "people": "public"}, follow=True)
    assert owners()["1"] == owners()["2"] == "Sue Tranter"
    recorded(kept(*LOG, row(5, "S Tranter")))
    assert owners()["5"] == "Sue Tranter"


def test_in_the_register_a_pair_is_made_one_and_the_chase_follows() -> None:
    client = browser(OFFICE)
    recorded(kept(*LOG))
    register = client.get("/plans/").content.decode()
    assert re.search(rf'href="{ADDRESS}">Owners that may be one \(3\)', register)
    form = client.get(ADDRESS)
    client.post(ADDRESS, {**hidden(form), "same-0": "other"})
    assert owners() == {
        "1": "Sue Tranter", "2": "Sue Tranter", "3": "deputy-chief-constable", "4": "ST",
    }  # fmt: skip
    week = words(client.get("/week/?whose=all"))
    assert "S Tranter" not in week.replace("Sue Tranter", "")
    assert "“Sue Tranter” and “ST”" in words(client.get(ADDRESS))
    (given,) = registers.history(FORCE).of_types(ActionReassigned)
    assert given.fact.get("reason") == "“S Tranter” and “Sue Tranter” are one owner."
    assert given.fact.get("authoriser") == OFFICE


def test_two_people_are_not_asked_about_again() -> None:
    client = browser(OFFICE)
    recorded(kept(row(1, "S Tranter"), row(2, "Sue Tranter")))
    form = client.get(ADDRESS)
    client.post(ADDRESS, {**hidden(form), "same-0": "two"})
    assert owners() == {"1": "S Tranter", "2": "Sue Tranter"}
    assert "No two owners of open actions look like one." in words(client.get(ADDRESS))
    assert "Owners that may be one" not in words(client.get("/plans/"))


def test_nothing_said_and_names_that_stand_for_each_other_are_refused() -> None:
    client = browser(OFFICE)
    recorded(kept(*LOG))
    form = client.get(ADDRESS)
    none = client.post(ADDRESS, hidden(form))
    assert none.status_code == 422
    assert "Say of one pair at least" in words(none)
    pairs = {"one-0": "A B", "other-0": "C B", "one-1": "C B", "other-1": "A B"}
    both = client.post(ADDRESS, {**pairs, "same-0": "other", "same-1": "other"})
    assert both.status_code == 422
    assert "each stand for the other" in words(both)
    assert dict(import_columns.owners(FORCE).one) == {}


def test_readers_and_other_machines_see_no_pairs() -> None:
    recorded(kept(*LOG))
    assert "is it one owner" not in words(browser().get(ADDRESS))
    assert browser().post(ADDRESS, {"same-0": "one"}).status_code == 403
    assert browser(**OTHER_MACHINE).post(ADDRESS, {"same-0": "one"}).status_code == 403


def test_an_office_written_with_and_without_brackets_is_offered_as_one() -> None:
    client = browser(OFFICE)
    log = (row(1, "ACC (Crime)"), row(2, "ACC Crime"), row(3, "ACC for Crime"))
    address = as_guessed(client, handed_in(client, sheet(*log)))
    form = client.get(address)
    told = words(form)
    assert "“ACC (Crime)” and “ACC Crime”: is it one owner?" in told
    said = {**boxes(form), "step": "same-owner", "same-0": "one", "same-1": "one"}
    again = client.post(address, said, follow=True)
    assert "is it one owner?" not in words(again)
    client.post(address, {**hidden(again), "people": "public"}, follow=True)
    assert owners() == dict.fromkeys(("1", "2", "3"), "ACC (Crime)")
