"""Setting up in pages: one form in an empty home, on this machine only."""

from datetime import date
from pathlib import Path

import pytest

from answerable.ledger.book import Book
from answerable.operations import catalogue, installation
from answerable.store.reads import registers
from tests.operations.cast import begin
from tests.web.acting import OTHER_MACHINE, browser, hidden, words


def test_the_form_makes_the_offices_once_and_says_what_to_do_next(home: Path) -> None:
    client = browser()
    form = client.get("/set-up/")
    given = {
        **hidden(form),
        "institution": "west-mercia-police",
        "commissioner-name": "Jo Example",
        **{"commissioner-day": "9", "commissioner-month": "May", "commissioner-year": "24"},
    }
    done = client.post("/set-up/", given)
    assert "This is now the record of West Mercia Police and Crime Commissioner" in words(done)
    assert registers.head().size == 6
    again = client.get("/set-up/")
    assert "Choose the office you act as" in words(again)
    assert "demonstration" not in words(again).lower()
    for address in ("/bodies/west-mercia-police/", "/roles/", "/about/privacy/", "/week/"):
        assert "demonstration" not in words(client.get(address)).lower(), address


def test_the_first_page_of_an_empty_record_begins_with_the_way_in(home: Path) -> None:
    client = browser()
    assert "Start here Set up your own record" in words(client.get("/"))
    client.post(
        "/set-up/", {**hidden(client.get("/set-up/")), "institution": "west-mercia-police"}
    )
    first = words(client.get("/"))
    assert "Set up your own record" not in first
    assert "Start here Act as your office" in first
    assert "Import an action log" in first


def test_offices_of_another_home_are_forgotten(home: Path) -> None:
    client = browser("anyshire-pcc/governance-officer")
    client.post("/set-up/", {"institution": "west-mercia-police"})
    assert installation.installed() is not None
    assert client.get("/bodies/").status_code == 200


def test_a_body_of_one_s_own_is_named_and_every_page_of_the_desk_opens(home: Path) -> None:
    client = browser()
    form = client.get("/set-up/")
    given = {
        **hidden(form),
        "institution": "",
        "own-name": "Marlshire County Council",
        "own-kind": "County council",
        "own-oversight-name": "Marlshire Scrutiny Committee",
    }
    done = client.post("/set-up/", given)
    assert (
        "This is now the record of Marlshire Scrutiny Committee about Marlshire County Council"
        in words(done)
    )
    client.post("/roles/", {"office": "marlshire-scrutiny-committee/governance-officer"})
    for address in (
        *("/week/", "/plans/", "/import/", "/review/hand-in/", "/roles/", "/bodies/"),
        *("/bodies/marlshire-county-council/", "/sessions/marlshire-scrutiny-committee/"),
        *("/sessions/marlshire-scrutiny-committee/next/", "/about/privacy/", "/"),
        *("/money/marlshire-scrutiny-committee/", "/people/chair/", "/responses/"),
        *("/about/", "/figures/", "/explore/", "/search/?q=anyshire"),
    ):
        answer = client.get(address, follow=True)
        assert answer.status_code in (200, 404), (address, words(answer))
        assert "police" not in words(answer).lower() or address in (
            *("/bodies/", "/", "/review/hand-in/", "/about/", "/figures/", "/explore/"),
        ), address
        shown = words(answer).replace("“anyshire”", "").replace("?q=anyshire", "")
        assert "anyshire" not in shown.lower(), "nothing of the demonstration is offered here"


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, "Choose an institution from the list"),
        (
            {"institution": "west-mercia-police", "chief-name": "A"},
            "give the day, the month and the year",
        ),
    ],
)
def test_what_is_missing_is_named_and_nothing_is_made(
    home: Path, given: dict[str, str], said: str
) -> None:
    answer = browser().post("/set-up/", given)
    assert answer.status_code == 422
    assert said in words(answer)
    assert registers.head().size == 0


def test_a_home_in_use_and_another_machine_are_refused(book: Book) -> None:
    begin(book)
    assert "not empty: it holds 3 entries" in words(browser().get("/set-up/"))
    assert browser().post("/set-up/", {"institution": "kent-police"}).status_code == 422
    assert browser(**OTHER_MACHINE).post("/set-up/", {}).status_code == 403
    assert registers.head().size == 3


def test_a_name_stands_beside_its_day_and_what_few_need_is_folded(home: Path) -> None:
    page = browser().get("/set-up/").content.decode()
    after = [
        page.index(f'name="{name}"')
        for name in ("commissioner-name", "commissioner-day", "chief-name", "chief-day")
    ]
    assert after == sorted(after)
    fold = page.index("<details")
    assert page.index('name="own-name"') > fold > page.index('name="institution"')
    kept = browser().post("/set-up/", {"own-name": "Marlshire"}).content.decode()
    assert '<details class="govuk-details" open>' in kept


def test_a_day_that_no_calendar_has_is_said_as_it_was_typed(home: Path) -> None:
    given = {"institution": "kent-police", "chief-name": "A"}
    day = {"chief-day": "31", "chief-month": "2", "chief-year": "2025"}
    assert "“31 2 2025” is no day of the calendar" in words(
        browser().post("/set-up/", given | day)
    )


def test_an_empty_record_claims_no_facts(home: Path) -> None:
    shown = words(browser().get("/"))
    assert "Nothing is on this record yet" in shown
    assert "Built from public facts" not in shown


MAYOR = "Elected mayor with police and crime commissioner functions"
INSTEAD = {
    "institution": "west-mercia-police",
    "instead-name": "Mayor of Marlshire",
    "instead-kind": MAYOR,
}


def test_a_mayor_can_be_chosen_for_a_force_whose_list_holds_a_commissioner(home: Path) -> None:
    client = browser()
    client.get("/set-up/")
    form = client.get("/set-up/")
    assert "Your body, or who holds it to account, is not in the list" in words(form)
    done = client.post("/set-up/", {**hidden(form), **INSTEAD, "key": "k"})
    assert "This is now the record of Mayor of Marlshire about West Mercia Police" in words(done)
    own = installation.installed()
    assert own is not None
    assert (own.institution, own.oversight) == ("west-mercia-police", "mayor-of-marlshire")
    today = date(2026, 11, 27)
    assert catalogue.oversight_of("west-mercia-police", on=today) == "mayor-of-marlshire"
    assert catalogue.regime_of("west-mercia-police", on=today).id == "police-england-wales-mayor"
    assert {o.title for o in own.offices} >= {"Mayor", "Chief constable"}
    acting = browser("mayor-of-marlshire/governance-officer")
    for address in ("/bodies/west-mercia-police/", "/roles/", "/week/", "/import/", "/sessions/"):
        assert acting.get(address, follow=True).status_code == 200, address


def test_a_commissioner_for_police_and_fire_is_under_the_rules_of_commissioners(
    home: Path,
) -> None:
    kind = "Police, Fire and Crime Commissioner"
    name = "West Mercia Police, Fire and Crime Commissioner"
    browser().post("/set-up/", {**INSTEAD, "instead-name": name, "instead-kind": kind, "key": "k"})
    own = installation.installed()
    assert own is not None
    assert own.name == name
    on = date(2026, 11, 27)
    assert catalogue.regime_of("west-mercia-police", on=on).id == "police-england-wales"


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"instead-kind": ""}, "Say what kind of body Mayor of Marlshire is."),
        ({"instead-kind": "Parish council"}, "Say what kind of body Mayor of Marlshire is."),
        ({"institution": ""}, "Choose the institution that Mayor of Marlshire holds"),
    ],
)
def test_who_holds_it_instead_needs_its_kind_and_the_institution(
    home: Path, given: dict[str, str], told: str
) -> None:
    answer = browser().post("/set-up/", {**INSTEAD, **given, "key": "k"})
    assert answer.status_code == 422
    assert told in words(answer)
    assert registers.head().size == 0


def test_the_form_says_why_the_draft_for_fire_is_not_offered(home: Path) -> None:
    fire = catalogue.regimes()["fire-england"]
    assert fire.draft, "rules with a source are offered, and this page says so"
    assert not fire.clocks
    told = words(browser().get("/set-up/"))
    assert "A fire and rescue service has these too: the rules for it are a draft" in told


def test_the_offices_of_a_board_have_a_chair_for_head(home: Path) -> None:
    client = browser()
    given = {**hidden(client.get("/set-up/")), "institution": "city-of-london-police"}
    client.post("/set-up/", given)
    own = installation.installed()
    assert own is not None
    titles = [o.title for o in own.offices if o.body == "city-of-london-police-authority"]
    assert titles[:2] == ["Governance officer", "Chair"]
    assert "Commissioner and" not in words(client.get("/roles/"))
