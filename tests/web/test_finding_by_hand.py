"""A finding filed by hand: practice among its kinds, and about which body where none is said."""

import re

import pytest
from django.test import Client

from answerable.operations import catalogue
from answerable.scrutiny.accountability.source_clocks import running, source_clock
from answerable.scrutiny.progress import findings
from answerable.store.reads import registers
from answerable.vocabulary import facts as f
from answerable.vocabulary.facts import FindingPublished
from answerable.vocabulary.times import Period, first_day
from tests.web.acting import browser, hidden, words
from tests.web.small_home import FORCE, SmallHome, append, made

OFFICER, LIAISON = "anyshire-pcc/governance-officer", "anyshire-police/force-liaison"
NEW, ON = f"/findings/new/?body={FORCE}", "2026-11-20"
PRAISED = "Every caller is rung back by the officer who came."


@pytest.fixture
def small(home: object) -> SmallHome:
    return made()


def send(client: Client, **typed: str) -> tuple[int, str]:
    """What the form answers: its status, and its words."""
    given = {"origin": "coroner", "kind": "practice", "text": PRAISED, "owner": "The coroner"}
    answer = client.post(NEW, {**hidden(client.get(NEW)), **given, "on": ON, **typed})
    return answer.status_code, words(answer)


def test_practice_is_filed_by_hand_and_asks_for_nothing(small: SmallHome) -> None:
    officer = browser(OFFICER)
    form = officer.get(NEW).content.decode()
    assert re.search(r'value="practice"[^>]*>Promising practice: it asks for nothing', form)
    assert send(officer)[0] == 302
    register = registers.register(FORCE, valid=first_day(ON))
    (filed,) = [
        v for v in register.versions_of(FindingPublished) if v.fact.get("kind") == "practice"
    ]
    assert filed.fact.stream == f"coroner/{FORCE}/{ON}/practice/1"
    (item,) = [i for i in findings(register) if i.reference == filed.fact.stream]
    assert not item.open
    assert "asks for nothing" in item.sentence
    shown = words(officer.get(f"/findings/{item.reference}/"))
    assert PRAISED in shown
    assert "The words, as they were filed" in shown
    for asked in (
        "Deadline",
        "How far it has got",
        "What became of it",
        "an action that answers it",
    ):
        assert asked not in shown


def test_practice_has_no_plan_no_day_and_no_clock(small: SmallHome) -> None:
    """A coroner's source has 56 days to answer: praise has none."""
    officer = browser(OFFICER)
    send(officer)
    register = registers.register(FORCE, valid=first_day(ON))
    sources = catalogue.regime_of(FORCE, on=first_day(ON)).finding_sources
    (filed,) = [one for one in register.of(FindingPublished) if one.kind == "practice"]
    assert source_clock(register, filed, sources=sources) is None
    assert running(register, sources=sources) == ()
    assert (
        "period to answer"
        not in words(officer.get("/findings/?source=coroner"))
        .replace("Where that is from", "")
        .partition("Sources, each with its own states and clock")[0]
    )
    for page in (
        f"/plans/{FORCE}/test/",
        "/week/",
        "/plans/?view=overdue",
        "/plans/?view=no-owner",
    ):
        assert PRAISED not in words(officer.get(page)), page


def test_practice_with_a_day_is_refused_in_words(small: SmallHome) -> None:
    status, said = send(browser(OFFICER), due="2027-03-01")
    assert status == 422
    assert "Practice asks for nothing, so it has no day by which it is due" in said
    assert PRAISED in said, "what was typed stays"


ASKING = ("/findings/new/", "/findings/import/", "/claims/new/")


@pytest.mark.parametrize("path", ASKING)
def test_a_body_that_nobody_knows_leads_to_the_page_that_asks_which(
    path: str, small: SmallHome
) -> None:
    answer = browser(OFFICER).get(path, {"body": "anyshire-fire", "owner": "The coroner"})
    said = words(answer)
    assert answer.status_code == 404
    assert "Which body is it about?" in said
    assert "No body is called “anyshire-fire”." in said
    assert f'href="{path}?owner=The+coroner&amp;body={FORCE}"' in answer.content.decode()


@pytest.mark.parametrize("path", ASKING)
def test_without_a_body_an_office_of_one_is_not_asked_and_one_of_many_is(
    path: str, small: SmallHome
) -> None:
    alone = words(browser(OFFICER).get(path))
    assert "Which body is it about?" not in alone
    assert "About Anyshire Police" in alone
    append(
        f.OfficeDefined(
            institution="west-mercia-police",
            stream="office/west-mercia-chief-constable",
            valid=Period(first_day("2020-01-01")),
            title="Chief Constable",
            body="west-mercia-police",
        )
    )
    several = browser("answerable/researcher").get(path)
    said = words(several)
    assert several.status_code == 200
    assert "Which body is it about?" in said
    for body in ("Anyshire Police", "West Mercia Police"):
        assert body in said


@pytest.mark.parametrize("path", ASKING)
def test_a_reader_is_asked_nothing(path: str, small: SmallHome) -> None:
    for body in ("", "anyshire-fire"):
        said = words(browser().get(path, {"body": body}))
        assert "Which body is it about?" not in said
        assert "This site is read-only here" in said
