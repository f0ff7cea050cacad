"""Moving a date in pages: type, check, write once; a conflict keeps both; read-only elsewhere."""

from typing import Any

import pytest

from answerable.ledger.book import Book
from answerable.operations import catalogue, conflict_words
from answerable.store.reads import registers
from answerable.vocabulary.facts import DueDateMoved
from tests.operations.cast import ACTION, AT, begin, size
from tests.web.acting import FOREIGN_NAME, HERE, OTHER_MACHINE, browser, hidden, words

MOVE = f"/actions/{ACTION}/move/"
OFFICER, LIAISON = "anyshire-pcc/governance-officer", "anyshire-police/force-liaison"
TYPED = {
    "due-day": "30",
    "due-month": "9",
    "due-year": "2031",
    "reason": "Two posts are vacant.",
    "authoriser": "commissioner",
}


@pytest.fixture(autouse=True)
def record(book: Book) -> None:
    """One finding and one action."""
    begin(book)


def moves() -> list[Any]:
    register = registers.register("anyshire-police", valid=AT.date().replace(year=2100))
    return list(register.of(DueDateMoved))


def checked(client: Any, **more: str) -> Any:
    """The page on which the answers are checked."""
    form = client.get(MOVE)
    return client.post(MOVE, {**hidden(form), **TYPED, **more})


def test_a_date_is_typed_checked_and_written_once() -> None:
    client = browser(OFFICER)
    form = client.get(MOVE)
    assert form.status_code == 200
    assert "Due 30 June 2024." in words(form)
    assert "You cannot move this date" not in words(form)
    check = client.post(MOVE, {**hidden(form), **TYPED})
    assert "New date 30 September 2031" in words(check)
    assert moves() == []
    done = client.post(MOVE, hidden(check))
    again = client.post(MOVE, hidden(check))
    assert done.status_code == again.status_code == 302
    assert done.url == again.url == f"{MOVE}?entry={size() - 1}"
    assert [m.due for m in moves()] == ["2031-09-30"]
    assert "First due 30 June 2024; moved once" in words(client.get(done.url))


def test_the_day_of_the_agreement_is_asked_and_stands_with_the_move() -> None:
    """Protects a date agreed last week from standing as moved on the day it was typed."""
    client = browser(OFFICER)
    agreed = {"on-day": "1", "on-month": "2", "on-year": "2024"}
    check = checked(client, **agreed)
    assert "Agreed on 1 February 2024" in words(check)
    done = client.post(MOVE, hidden(check))
    assert "by the commissioner on 1 February 2024" in words(client.get(done.url))


def test_the_page_known_earlier_is_the_same_after_a_move() -> None:
    client = browser(OFFICER)
    known = f"/findings/{ACTION}/?valid=2024-03-04&known={size() - 1}"

    def dates() -> list[str]:
        return [line for line in words(client.get(known)).split(". ") if "Due" in line]

    before = dates()
    client.post(MOVE, hidden(checked(client)))
    assert before == dates()
    assert "30 September 2031" in words(client.get(f"/findings/{ACTION}/"))


@pytest.mark.parametrize(
    ("changed", "shown"),
    [
        ({"due-month": "13"}, "New date: “13” is no month"),
        ({"due-day": "31"}, "is no day of the calendar"),
        ({"due-year": ""}, "New date: the year is missing"),
        ({"due-year": "2207"}, "the year “2207” is none that a form takes"),
        ({"reason": " "}, "Say why the date moves"),
        ({"on-day": "31", "on-month": "2", "on-year": "2024"}, "On which day it was agreed: "),
        ({"on-day": "1", "on-month": "2", "on-year": "2090"}, "1 February 2090 is still to come"),
        ({"authoriser": ""}, "Say which office agreed to it"),
    ],
)
def test_what_is_to_be_mended_is_named_and_what_was_typed_is_kept(
    changed: dict[str, str], shown: str
) -> None:
    answer = checked(browser(OFFICER), **changed)
    assert answer.status_code == 422
    assert "There is a problem" in words(answer)
    assert shown in words(answer)
    kept = {**TYPED, **changed}
    assert f'value="{kept["due-month"]}"' in answer.content.decode()
    assert moves() == []


def test_a_rule_that_refuses_says_what_to_do_and_keeps_the_form() -> None:
    client = browser(OFFICER)
    check = checked(client, **{"due-year": "2024", "due-month": "4"})
    answer = client.post(MOVE, hidden(check))
    assert answer.status_code == 422
    assert "is not later than 30 June 2024" in words(answer)
    assert "Two posts are vacant." in words(answer)


def test_two_people_move_one_date_and_the_second_sees_both() -> None:
    first, second = browser(OFFICER), browser(LIAISON)
    one, two = checked(first), checked(second, **{"due-month": "12"})
    assert first.post(MOVE, hidden(one)).status_code == 302
    conflict = second.post(MOVE, hidden(two))
    assert conflict.status_code == 409
    shown = words(conflict)
    assert "30 September 2031" in shown
    assert "30 December 2031" in shown
    assert "Somebody changed this first" in shown
    assert "Their reason: Two posts are vacant." in shown
    assert "Your reason: " in shown
    told = shown.partition("Somebody changed this first")[2].replace(MOVE, "")
    assert "anyshire-" not in told, "no codes"
    assert "2031-" not in shown
    assert "/history/entry/" in conflict.content.decode().partition("Theirs")[2]
    assert len(moves()) == 1
    assert second.post(MOVE, hidden(conflict)).status_code == 302
    assert [m.due for m in moves()] == ["2031-09-30", "2031-12-30"]


def test_a_reader_is_told_who_may_and_nothing_is_written() -> None:
    client = browser()
    assert "You cannot move this date as you are." in words(client.get(MOVE))
    answer = client.post(MOVE, hidden(checked(client)))
    assert answer.status_code == 403
    assert "may not move a due date" in words(answer)
    assert f'href="/roles/?next={MOVE}"' in answer.content.decode()
    assert moves() == []


@pytest.mark.parametrize("where", [OTHER_MACHINE, FOREIGN_NAME])
def test_beyond_this_machine_everything_is_read_only_and_says_so(where: dict[str, str]) -> None:
    here = browser(OFFICER)
    ready = hidden(checked(here))
    away = browser(**where)
    away.cookies = here.cookies  # even with the session of somebody on this machine
    for address in (MOVE, "/roles/"):
        form = away.get(address)
        assert form.status_code == 200
        assert "This site is read-only here" in words(form)
        assert "<form" not in form.content.decode()
    assert away.post(MOVE, ready).status_code == 403
    assert away.post("/roles/", {"office": OFFICER}).status_code == 403
    assert moves() == []


def test_an_action_that_is_not_there_has_no_form() -> None:
    assert browser(OFFICER).get("/actions/action/none/1/move/").status_code == 404
    assert browser(OFFICER).put(MOVE).status_code == 405


def test_roles_are_chosen_in_one_form_and_the_banner_says_who_acts() -> None:
    client = browser()
    assert "You are a reader" in words(client.get("/roles/"))
    client.post("/roles/", {"office": OFFICER, "next": MOVE})
    shown = words(client.get(MOVE))
    assert "You act as Governance officer of Anyshire Police and Crime Commissioner" in shown
    client.post("/roles/", {"office": "", "next": MOVE})
    assert "You are a reader" in words(client.get(MOVE))


def test_an_office_that_is_not_in_the_cast_is_refused() -> None:
    answer = browser().post("/roles/", {"office": "west-mercia-pcc/commissioner"})
    assert answer.status_code == 422
    assert "is not an office that can act here" in words(answer)


@pytest.mark.parametrize(
    "outside", ["https://example.org/", "//example.org/", "javascript:alert(1)"]
)
def test_the_way_on_from_roles_stays_on_this_site(outside: str) -> None:
    answer = browser().post("/roles/", {"office": OFFICER, "next": outside})
    assert answer.url == "/week/"


def test_a_form_without_its_token_is_refused() -> None:
    from django.test import Client  # noqa: PLC0415  # a browser that checks tokens

    strict = Client(enforce_csrf_checks=True, **HERE)
    assert strict.post("/roles/", {"office": OFFICER}).status_code == 403


def test_an_office_of_the_catalogue_goes_by_its_title_where_two_people_differ() -> None:
    known = next(o for o in catalogue.offices().values() if o.id != o.title)
    assert conflict_words.value("owner", known.id) == known.title
