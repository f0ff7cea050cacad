"""What is said later of an action that is not public is as little public as the action."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.test import Client

from answerable.ledger.book import Receipt
from answerable.operations.findings import closing
from answerable.operations.plans import duplicates, plans, set_aside, steps
from answerable.operations.recording import book
from answerable.operations.rights import markings
from answerable.operations.sessions import scrutiny
from answerable.store.reads import registers
from answerable.vocabulary.access import READER, Actor, Classification, Role
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import ActionUpdated, FindingPublished
from answerable.vocabulary.ladder import Response, Rung
from tests.factories import fact
from tests.operations.test_desk_action_log import (
    FORCE,
    NOVEMBER,
    kept,
    officer,
    own,
    recorded,
)
from tests.operations.test_owner_marks import ROW, marked
from tests.security.people import AWAY

__all__ = ["own"]
AT = datetime(2026, 11, 26, 10, tzinfo=UTC)
ITEM = f"action/{FORCE}/log/7"
CANARY = "Walkers Lane tells it"
ALL = ("text", "owner", "due", "quote")


def chief() -> Actor:
    return replace(
        officer(), body=FORCE, office="chief-officer", roles=frozenset({Role.CHIEF_OFFICER})
    )


def given(**more: Any) -> dict[str, Any]:
    day = {"on": date(2026, 11, 25), "at": AT, "by": officer(), "seen": None}
    return {**day, "reference": ITEM, "key": f"later-{sorted(more)}", **more}


def whole(**more: Any) -> dict[str, Any]:
    """The same of an operation about several actions of an institution."""
    named = given(institution=FORCE, **more)
    del named["reference"]
    return named


LATER: dict[str, Callable[[], Receipt]] = {
    "news": lambda: scrutiny.update_action(**given(text=CANARY, rating=CANARY)),
    "step": lambda: steps.say_step(**given(rung=Rung.DELIVERED, source=CANARY)),
    "milestone": lambda: plans.set_milestone(**given(text=CANARY, due="2026-12-01")),
    "resource": lambda: plans.name_resource(**given(text=CANARY)),
    "parts": lambda: duplicates.split(**given(into=[CANARY, f"{CANARY}, too"], reason=CANARY)),
    "passed on": lambda: duplicates.transfer(**given(to=CANARY, reason=CANARY)),
    "claim": lambda: closing.claim_closure(**given(text=CANARY, by=chief())),
    "set aside": lambda: set_aside.set_aside(**whole(reason=CANARY, among=[ITEM])),
}


def public() -> list[Fact]:
    register = registers.register(FORCE, valid=date(2099, 1, 1), actor=READER)
    return [v.fact for v in register.versions if CANARY in str(v.fact.values())]


@pytest.mark.parametrize("later", LATER)
@pytest.mark.parametrize("marking", ["internal", "restricted"])
def test_what_is_said_of_an_action_that_is_not_public_reaches_no_reader(
    later: str, marking: str
) -> None:
    recorded(kept((*ROW[:5], "Superseded", "")))
    marked(marking, *ALL)
    LATER[later]()
    assert public() == []
    away: Any = Client(**AWAY)  # type: ignore[arg-type]  # as in tests/security
    for address in (f"/findings/{ITEM}/", "/history/", f"/bodies/{FORCE}/", "/plans/"):
        assert CANARY not in away.get(address).content.decode()
    mine = registers.register(FORCE, valid=date(2099, 1, 1), actor=officer())
    assert any(CANARY in str(v.fact.values()) for v in mine.versions), "who may see it sees it"
    if marking == "restricted":
        assert {m.ground for m in markings.every(by=officer())} == {"Personal data"}


@pytest.mark.parametrize("later", LATER)
def test_what_is_said_of_a_public_action_is_public(later: str) -> None:
    recorded(kept((*ROW[:5], "Superseded", "")))
    LATER[later]()
    assert public()


def test_a_log_of_next_month_tells_nobody_what_is_new_in_a_row_that_is_not_public() -> None:
    """Its words are looked at each month, and they may be harmless in the month after."""
    recorded(kept(ROW, ("8", "Train staff.", "DCC", "31/03/27", "", "Open", "")))
    marked("restricted", *ALL, ref="7")
    later = (*ROW[:5], "Complete", f"{CANARY}.")
    other = ("8", "Train staff.", "DCC", "31/03/27", "", "Open", "Half of them are.")
    recorded(kept(later, other), NOVEMBER)
    assert public() == []
    register = registers.register(FORCE, valid=date(2099, 1, 1), actor=READER)
    assert [f.text for f in register.of(ActionUpdated) if f.text and "Half" in f.text]
    assert {m.ground for m in markings.every(by=officer())} == {"Personal data"}


FINDING = "hmicfrs/2026/west-mercia/theft/recommendation/1"
OF_A_FINDING: dict[str, Callable[[], Receipt]] = {
    "explained": lambda: scrutiny.respond(
        **given(reference=FINDING, response=Response.ACCEPTED, text=CANARY)
    ),
    "claim": lambda: closing.claim_closure(**given(reference=FINDING, text=CANARY, by=chief())),
    "passed on": lambda: duplicates.transfer(**given(reference=FINDING, to=CANARY, reason=CANARY)),
}


@pytest.mark.parametrize("later", OF_A_FINDING)
@pytest.mark.parametrize("marking", Classification)
def test_what_is_said_of_a_finding_that_is_not_out_yet_is_not_out_either(
    later: str, marking: Classification
) -> None:
    published = fact(
        FindingPublished,
        institution=FORCE,
        stream=FINDING,
        on="2026-11-01",
        kind="recommendation",
        text="Visit them.",
        owner="hmicfrs",
    )
    kept_back = replace(published, classes=dict.fromkeys(published.values(), marking))
    book().append(about=FORCE, decide=lambda _: [kept_back], by=officer(), at=AT, key="finding")
    OF_A_FINDING[later]()
    out = marking is Classification.PUBLIC and later != "explained"
    assert bool(public()) is out, "an explanation is out with its reply"
    if marking is Classification.RESTRICTED:
        office = replace(officer(), body=FORCE, roles=frozenset({Role.FORCE_LIAISON}))
        seen = registers.register(FORCE, valid=date(2099, 1, 1), actor=office)
        assert not [v for v in seen.versions if CANARY in str(v.fact.values())]
