"""A day is typed in three boxes on every form; what was typed stays, errors name the part."""

import re
from pathlib import Path

import pytest
from django.test import Client

from answerable.operations import pages
from answerable.operations.pages.forms import no_day
from answerable.store.reads import registers
from answerable.vocabulary.facts import FindingPublished
from answerable.vocabulary.times import first_day
from tests.web.acting import browser, hidden
from tests.web.small_home import ACTION, FORCE, SmallHome, made

OFFICER = "anyshire-pcc/governance-officer"
NEW = f"/findings/new/?body={FORCE}"
GIVEN = {
    "origin": "coroner",
    "kind": "recommendation",
    "text": "Say who looks after a caller.",
    "owner": "The coroner",
}


@pytest.fixture
def small(home: object) -> SmallHome:
    return made()


def boxes(html: str, name: str) -> tuple[str, ...]:
    """What the three boxes of a day hold."""
    found = []
    for part in ("day", "month", "year"):
        box = re.search(rf'<input [^>]*name="{name}-{part}"[^>]*value="([^"]*)"', html)
        assert box, f"{name}-{part}"
        found.append(box[1])
    return tuple(found)


def day(name: str, *parts: str) -> dict[str, str]:
    named = zip(("day", "month", "year"), parts, strict=True)
    return {f"{name}-{part}": typed for part, typed in named}


def send(client: Client, **typed: str) -> tuple[int, str]:
    answer = client.post(NEW, {**hidden(client.get(NEW)), **GIVEN, **typed})
    return answer.status_code, answer.content.decode()


@pytest.mark.parametrize(
    "address",
    [
        NEW,
        f"/findings/import/?body={FORCE}",
        f"/claims/new/?body={FORCE}",
        f"/money/{FORCE}/state/",
        f"/money/{FORCE}/visit-fund/service/",
        f"/partners/{FORCE}/name/",
        f"/partners/{FORCE}/agreement/",
        f"/partners/{ACTION}/join/",
        f"/escalation/{ACTION}/stays/",
        f"/oversight/{FORCE}/pass/",
        f"/forms/serious-organised-crime/local-profiles/{FORCE}/answer/",
        f"/forms/serious-organised-crime/local-profiles/{FORCE}/release/",
    ],
)
def test_every_form_of_one_fact_has_three_boxes_for_its_day(
    address: str, small: SmallHome
) -> None:
    html = browser(OFFICER).get(address).content.decode()
    assert all(boxes(html, "on"))
    assert not re.search(r'name="(on|due|review)"', html)
    assert "ear-month-day" not in html
    assert 'inputmode="numeric"' in html
    assert "For example, 27 3 2027" in html


@pytest.mark.parametrize("month", ["6", "06", "June", "jun", "Jun."])
def test_a_month_is_typed_as_a_number_or_by_its_name(month: str, small: SmallHome) -> None:
    status, _ = send(
        browser(OFFICER), **day("on", "4", "May", "2026"), **day("due", "30", month, "2031")
    )
    assert status == 302
    (filed,) = [
        f
        for f in registers.register(FORCE, valid=first_day("2026-11-20")).of(FindingPublished)
        if f.origin == "coroner"
    ]
    assert filed.due == "2031-06-30"
    assert filed.valid.start == first_day("2026-05-04")


def test_a_day_that_need_not_be_given_may_be_empty_or_a_month_alone(small: SmallHome) -> None:
    officer = browser(OFFICER)
    assert send(officer, **day("on", "4", "5", "2026"), **day("due", "", "", ""))[0] == 302
    assert send(officer, **day("on", "5", "5", "2026"), **day("due", "", "June", "2031"))[0] == 302
    held = registers.register(FORCE, valid=first_day("2026-11-20")).of(FindingPublished)
    assert [f.due for f in held if f.origin == "coroner"] == [None, "2031-06"]


@pytest.mark.parametrize(
    ("typed", "said", "target"),
    [
        (("31", "6", "2026"), "“31 6 2026” is no day of the calendar", "on-day"),
        (("4", "", "2026"), "the month is missing", "on-month"),
        (("4", "5", ""), "the year is missing", "on-year"),
        (("", "5", ""), "the day and the year are missing", "on-day"),
        (("", "", ""), "give the day, the month and the year", "on-day"),
        (("4", "13", "2026"), "“13” is no month: type 1 to 12, or its name", "on-month"),
        (("4", "Smarch", "2026"), "“Smarch” is no month", "on-month"),
        (("40", "5", "2026"), "“40” is no day of a month: type 1 to 31", "on-day"),
        (("4", "5", "2207"), "the year “2207” is none that a form takes", "on-year"),
    ],
)
def test_an_error_names_the_part_and_what_was_typed_stays(
    typed: tuple[str, str, str], said: str, target: str, small: SmallHome
) -> None:
    status, html = send(browser(OFFICER), **day("on", *typed), **day("due", "30", "June", "2031"))
    assert status == 422
    assert f'href="#{target}"' in html
    assert f"The day on which it was made: {said}" in re.sub(r"\s+", " ", html)
    assert boxes(html, "on") == typed
    assert boxes(html, "due") == ("30", "June", "2031")
    assert GIVEN["text"] in html
    wrong = re.findall(r'govuk-input--error" id="([^"]+)"', html)
    assert target in wrong
    assert all(name.startswith("on-") for name in wrong)


def test_an_address_may_fill_the_boxes(small: SmallHome) -> None:
    officer = browser(OFFICER)
    html = officer.get(f"{NEW}&on=2026-05-04&due=2031-06").content.decode()
    assert boxes(html, "on") == ("4", "5", "2026")
    assert boxes(html, "due") == ("", "6", "2031")
    parts = officer.get(f"{NEW}&on-day=9&on-month=May&on-year=2026").content.decode()
    assert boxes(parts, "on") == ("9", "May", "2026")


def test_a_program_may_post_a_day_in_one(small: SmallHome) -> None:
    assert send(browser(OFFICER), on="2026-05-04", due="30/6/2031")[0] == 302
    status, html = send(browser(OFFICER), on="soon")
    assert status == 422
    assert "“soon”" in words_of(html)


def words_of(html: str) -> str:
    return re.sub(r"<[^>]*>", " ", html)


def test_the_boxes_of_a_day_are_read_in_one_place() -> None:
    folder = Path(pages.__file__).parent
    reading = re.compile(r"\bin_boxes\(|get\(f?\"[^\"]*-(?:day|month|year)\"")
    found = {f.name for f in folder.rglob("*.py") if reading.search(f.read_text("utf-8"))}
    assert found == {"days.py"}


@pytest.mark.parametrize(
    ("address", "name"),
    [(f"/actions/{ACTION}/move/", "due"), ("/sessions/anyshire-pcc/plan/", "first")],
)
def test_an_error_of_a_longer_form_leads_to_the_box_that_is_wrong(
    address: str, name: str, small: SmallHome
) -> None:
    officer = browser(OFFICER)
    given = {**hidden(officer.get(address)), **day(name, "4", "Smarch", "2027")}
    answer = officer.post(address, given)
    assert answer.status_code == 422
    html = answer.content.decode()
    assert f'href="#{name}-month"' in html
    assert "“Smarch” is no month" in html
    assert boxes(html, name) == ("4", "Smarch", "2027")


def test_the_words_for_every_part() -> None:
    assert no_day({"due-day": "1", "due-year": "2027"}, "due") == "the month is missing"


def test_a_refusal_of_another_kind_keeps_the_day(small: SmallHome) -> None:
    status, html = send(browser(OFFICER), **day("on", "4", "May", "2026"), owner="x")
    assert status == 422
    assert boxes(html, "on") == ("4", "May", "2026")
