"""People: holders in order, dates that differ side by side, and no account of a person."""

import re

import pytest
from django.test import Client

from answerable.vocabulary import facts as f
from answerable.vocabulary.times import Period, first_day
from tests.web.small_home import FORCE, RECOMMENDATION, SmallHome, append, made

OFFICE = "anyshire-deputy-chief-constable"
URL = f"/people/{FORCE}/"


def held(kind: type, person: str, on: str, quote: str, **more: str) -> f.Fact:  # type: ignore[name-defined]  # a fact
    return kind(  # type: ignore[no-any-return]  # as above
        institution=FORCE,
        stream=f"office/{OFFICE}",
        valid=Period(first_day(on)),
        said=on,
        office=OFFICE,
        person=person,
        quote=quote,
        **more,
    )


@pytest.fixture
def small(home: object) -> SmallHome:
    home_of = made()
    append(
        f.OfficeDefined(
            institution=FORCE,
            stream=f"office/{OFFICE}",
            valid=Period(first_day("2000-01-01")),
            title="Deputy Chief Constable",
            body=FORCE,
            level="deputy",
        ),
        held(
            f.HoldingBegan, "Ada Oak", "2020-01-06", "From 6 January 2020.", holding="substantive"
        ),
        held(
            f.HoldingBegan, "Ada Oak", "2020-01-13", "On 13 January 2020.", holding="substantive"
        ),
        held(f.HoldingEnded, "Ada Oak", "2026-05-01", "Until 30 April 2026."),
        held(f.HoldingBegan, "Ben Elm", "2026-05-01", "From 1 May 2026.", holding="acting"),
        by="anyshire-pcc/governance-officer",
    )
    return home_of


def text_of(client: Client, url: str = URL) -> str:
    answer = client.get(url)
    assert answer.status_code == 200
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


def test_holders_stand_in_order_with_how_they_held_it(small: SmallHome, client: Client) -> None:
    text = text_of(client)
    assert text.index("Ada Oak") < text.rindex("Ben Elm")
    assert "Acting" in text
    assert "Deputy Chief Constable: Ben Elm" in text


def test_dates_that_differ_stand_side_by_side(small: SmallHome, client: Client) -> None:
    text = text_of(client)
    assert "6 January 2020" in text
    assert "also: 13 January 2020" in text
    assert "Sources differ on some dates" in text


def test_what_was_open_when_the_office_changed_hands(small: SmallHome, client: Client) -> None:
    html = client.get(URL).content.decode()
    before, after = html.split("A term ended: 30 April 2026", 1)
    assert f'href="/findings/{RECOMMENDATION}/"' in after
    assert "Nothing on our record was open on that day." in before
    _, next_term = after.split("A term began: 1 May 2026", 1)
    assert "The same as on 30 April 2026." in next_term


def test_each_day_that_a_source_gives_for_a_start_stands(small: SmallHome, client: Client) -> None:
    text = text_of(client)
    assert "A term began: 6 January 2020" in text
    assert "A term began: 13 January 2020" in text


def test_a_better_grade_stands_beside_what_is_open(small: SmallHome, client: Client) -> None:
    """That nothing was closed is no reproach where a report since then graded it."""
    after = client.get(URL).content.decode().split("A term ended: 30 April 2026", 1)[1]
    assert "The latest grade by then: Theft requires improvement" in after


def test_nothing_is_counted_by_person(small: SmallHome, client: Client) -> None:
    """No number stands beside a name, and no name in what was open."""
    html = client.get(URL).content.decode()
    part = html[html.index(f'id="{OFFICE}-open"') : html.index("How to read this")]
    assert "Ada Oak" not in part
    assert "Ben Elm" not in part
    assert not re.search(r"\b\d+ (?:findings?|actions?|recommendations?)\b", html)


def test_a_body_without_offices_says_so(small: SmallHome, client: Client) -> None:
    assert "not in our sources" in text_of(client, "/people/west-mercia-police/")
    assert client.get("/people/nowhere/").status_code == 404
    assert "Ada Oak" not in text_of(client, "/people/anyshire-pcc/")


def test_an_earlier_view_knows_only_what_was_there(small: SmallHome, client: Client) -> None:
    assert "Ben Elm" not in text_of(client, f"{URL}?valid=2026-04-01")
