"""The page that names a partner, and where it then stands and is chosen."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from answerable.operations import installation, people
from answerable.operations.pages.look import Look
from answerable.operations.pages.rights import account_forms
from answerable.operations.sessions import scrutiny
from tests.operations.cast import common
from tests.web.acting import browser, hidden, words

AT = datetime(2026, 11, 25, 9, tzinfo=UTC)
FORCE, OFFICER = "west-mercia-police", "west-mercia-pcc/governance-officer"
COUNCIL = "marlshire-county-council"
PAGE = f"/partners/{FORCE}/name/"


@pytest.fixture(autouse=True)
def real(home: Path) -> None:
    installation.init(
        at=AT,
        key="set-up",
        regime="police-england-wales",
        institution=FORCE,
        oversight="west-mercia-pcc",
    )


def test_a_partner_is_named_shown_and_chosen_and_acts_for_its_part() -> None:
    officer = browser(OFFICER)
    before = words(officer.get(f"/partners/{FORCE}/"))
    assert "Name a partner" in before
    assert "Anyshire" not in before
    given = {"name": "Marlshire County Council", "kind": "County council", "on": "1 April 2026"}
    posted = officer.post(PAGE, {**hidden(officer.get(PAGE)), **given})
    assert posted.status_code == 302, words(posted)
    shown = words(officer.get(posted["Location"]))
    assert "Marlshire County Council County council. A partner since 1 April 2026." in shown
    receipt = scrutiny.promise_action(
        **common(people.acting_as(None), at=AT),
        institution=FORCE,
        text="Visit every shop.",
        on=AT.date(),
    )
    action = next(s for s in receipt.streams if s.startswith("action/"))
    form = officer.get(f"/partners/{action}/join/")
    assert f'<option value="{COUNCIL}"' in form.content.decode()
    assert "anyshire" not in form.content.decode(), "nothing of the demonstration is offered"
    joined = {"partner": COUNCIL, "part": "Lends two wardens.", "on": "2026-11-25"}
    assert officer.post(f"/partners/{action}/join/", {**hidden(form), **joined}).status_code == 302
    assert "A partner since 1 April 2026" in words(officer.get(f"/partners/{COUNCIL}/"))
    council = browser(f"{COUNCIL}/partner")
    assert "Answer for your part" in words(council.get(f"/partners/{COUNCIL}/"))
    assert council.get(f"/bodies/{COUNCIL}/").status_code == 200


def test_a_name_twice_is_refused_and_what_was_typed_is_kept() -> None:
    officer = browser(OFFICER)
    given = {"name": "Home Office", "kind": "Department", "on": "2026-04-01"}
    answer = officer.post(PAGE, {**hidden(officer.get(PAGE)), **given})
    assert answer.status_code == 422
    assert "Home Office is named here already: choose it where a partner is" in words(answer)
    assert 'value="Department"' in answer.content.decode()


def test_an_account_can_be_offered_for_it_but_none_that_runs_the_record() -> None:
    officer = browser(OFFICER)
    given = {"name": "Marlshire County Council", "kind": "", "on": "2026-04-01"}
    officer.post(PAGE, {**hidden(officer.get(PAGE)), **given})
    look = Look(at=AT, actor=people.administrator())
    boxes = {field.name: field for field in account_forms.invite(look).fields}
    offered = {choice.value: choice.label for choice in boxes["office"].choices}
    assert offered[f"{COUNCIL}/partner"] == "Partner, Marlshire County Council"
    assert f"{COUNCIL}/administrator" not in offered


def test_a_reader_is_not_offered_the_page() -> None:
    assert "Name a partner" not in words(browser().get(f"/partners/{FORCE}/"))
