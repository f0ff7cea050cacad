"""The plan page, its judgement, objectives, and an owner who leaves."""

from typing import Any

import pytest

from answerable.ledger.book import Book
from answerable.scrutiny.plans.assigned import held_by
from answerable.store.reads import registers
from answerable.vocabulary.facts import ActionPromised, PlanAdopted
from tests.factories import FORCE, fact
from tests.operations.cast import ACTION, ADVICE, AT, CAUSE, begin, size
from tests.operations.cast import OFFICER as OFFICER_ACTOR
from tests.web.acting import browser, hidden, words

OFFICER, LIAISON = "anyshire-pcc/governance-officer", "anyshire-police/force-liaison"
PLAN = "plan/anyshire-police/burglary"
FAR = AT.date().replace(year=2100)


@pytest.fixture(autouse=True)
def record(book: Book) -> None:
    """A plan, and an action of it that serves two findings."""
    begin(
        book,
        fact(
            PlanAdopted,
            stream=PLAN,
            on="2024-01-10",
            title="Burglary plan",
            owner=FORCE,
            answers=(ADVICE,),
        ),
        fact(
            ActionPromised,
            stream="action/a/2",
            on="2024-01-15",
            text="Train every officer.",
            owner="chief-constable",
            plan=PLAN,
            answers=(ADVICE, CAUSE),
        ),
    )


def posted(client: Any, address: str, **typed: str) -> Any:
    """A form sent as a person would, and the answers confirmed where they are shown."""
    form = client.get(address)
    answer = client.post(address, {**hidden(form), **typed})
    if "Nothing is written yet" in words(answer):
        answer = client.post(address, hidden(answer))
    return answer


def test_the_plan_is_tested_part_by_part_and_serving_actions_are_named() -> None:
    shown = words(browser().get(f"/plans/{FORCE}/test/"))
    told = "One recommendation is not closed on our record; of none it holds every part of a plan."
    assert told in shown
    assert shown.count("None on record") == 4  # date, measure, resource, partner
    assert "It serves two findings." in shown
    assert "No judgement of it is in our sources." in shown


def test_a_plan_is_judged_with_its_reason_and_not_by_its_own_force() -> None:
    client = browser(OFFICER)
    address = f"/plans/judge/{PLAN}/"
    typed = {"judgement": "partly assured", "reason": "No measure is named."}
    answer = posted(client, address, **typed)
    assert answer.status_code == 302, words(answer)
    shown = words(browser().get(f"/plans/{FORCE}/test/"))
    assert "partly assured. No measure is named." in shown
    liaison = browser(LIAISON)
    assert "Judge it" not in words(liaison.get(f"/plans/{FORCE}/test/"))
    assert posted(liaison, address, **typed).status_code == 403


def test_an_objective_is_set_and_a_finding_linked_to_it() -> None:
    client = browser(OFFICER)
    address = f"/plans/{FORCE}/objectives/set/"
    typed = {"title": "Safer homes", "plan": "Police and crime plan 2025 to 2029"}
    assert posted(client, address, **typed).status_code == 302
    name = f"objective/{FORCE}/safer-homes"
    link = f"/actions/{ADVICE}/objective/"
    answer = posted(client, link, objective=name, reason="It is about burgled homes.")
    assert answer.status_code == 302, words(answer)
    shown = words(browser().get(f"/plans/{FORCE}/objectives/"))
    assert "One objective on record; findings bear on one." in shown
    assert "It is about burgled homes." in shown
    assert "Safer homes" in words(browser().get(f"/findings/{ADVICE}/"))


def test_all_actions_of_an_owner_who_leaves_are_seen_and_given_away_in_one_go() -> None:
    client = browser(OFFICER)
    address = f"/plans/{FORCE}/reassign/?owner=chief-constable"
    form = client.get(address)
    assert "Chief constable owns 2 open actions. Nothing is changed yet." in words(form)
    assert "Train every officer." in words(form)
    typed = {"to": "deputy-chief-constable", "reason": "Retires.", "authoriser": "commissioner"}
    missing = client.post(address, {**hidden(form), **typed, "reason": ""})
    assert missing.status_code == 422
    assert "Say why" in words(missing)
    before = size()
    answer = client.post(address, {**hidden(form), **typed})
    assert answer.status_code == 302, words(answer)
    assert size() == before + 2
    register = registers.register(FORCE, valid=FAR)
    assert [i.reference for i in held_by(register, "deputy-chief-constable")] == [
        ACTION,
        "action/a/2",
    ]
    again = client.post(address, {**hidden(form), **typed})
    assert again.status_code == 302  # the same form twice is written once
    assert size() == before + 2


def test_what_nobody_looked_at_is_given_to_nobody(book: Book) -> None:
    client = browser(OFFICER)
    address = f"/plans/{FORCE}/reassign/?owner=chief-constable"
    form = client.get(address)
    more = fact(
        ActionPromised, stream="action/a/3", on="2024-01-15", text="New.", owner="chief-constable"
    )
    book.append(
        about=FORCE,
        decide=lambda _: [more],
        by=OFFICER_ACTOR,
        at=AT,
        key="one-more",
        seen=None,
    )
    typed = {"to": "acc", "reason": "Retires.", "authoriser": "commissioner"}
    answer = client.post(address, {**hidden(form), **typed})
    assert answer.status_code == 422
    assert "changed since you looked: then 2, now 3" in words(answer)
    assert "New." in words(answer)
