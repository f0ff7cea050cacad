"""Marking a value from its page: ground, day of review, embargo, and what readers then see."""

from pathlib import Path

import pytest
from django.test import Client

from answerable.store.papers import readings
from answerable.vocabulary.access import Role
from tests.security.people import AWAY, signed_in
from tests.web import small_home
from tests.web.acting import hidden, words
from tests.web.small_home import SmallHome

ITEM = f"/findings/{small_home.RECOMMENDATION}/"
SAID = "visit every shop that was robbed twice"


@pytest.fixture
def held(home: Path) -> SmallHome:
    return small_home.made()


@pytest.fixture
def officer(held: SmallHome) -> Client:
    return signed_in(Role.GOVERNANCE_OFFICER)


def mark(client: Client, entry: int, **typed: str) -> object:
    form = client.get(f"/account/markings/{entry}/")
    return client.post(f"/account/markings/{entry}/", {**hidden(form), **typed})


def test_an_embargoed_finding_vanishes_and_a_person_releases_it(
    held: SmallHome, officer: Client
) -> None:
    entry, reader = held.seq["recommendation"], Client(**AWAY)
    assert SAID in reader.get(ITEM).content.decode().lower()
    until = {"review-day": "14", "review-month": "5", "review-year": "2027"}
    done = mark(officer, entry, field="*", kind="embargo", **until)
    assert done.status_code == 302
    listed = words(officer.get("/account/markings/"))
    assert "Embargo until publication on 14 May 2027" in listed
    for address in (ITEM, "/search/?q=robbed", "/data/findings.csv", "/history/"):
        assert SAID not in reader.get(address).content.decode().lower(), address
    assert SAID in officer.get(f"/history/entry/{entry}/").content.decode().lower()
    refused = mark(officer, entry, field="*", kind="public", ground="Published", other="Published")
    assert refused.status_code == 422
    mark(officer, entry, field="*", kind="public", other="Published today", lower="yes")
    assert SAID in reader.get(ITEM).content.decode().lower()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"field": "text", "kind": "restricted", "other": "s.31"}, "looked at again"),
        ({"field": "text", "kind": "embargo"}, "when it is published"),
        ({"field": "text", "kind": "internal"}, "Give the ground"),
        ({"field": "", "kind": "internal", "other": "x"}, "Name the fields"),
        ({"field": "text", "kind": "", "other": "x"}, "A marking is one of"),
        (
            {
                **{"field": "text", "kind": "restricted", "other": "s.31"},
                **{"review-day": "1", "review-month": "1", "review-year": "2099"},
            },
            "two years",
        ),
    ],
)
def test_a_marking_without_what_it_needs_is_refused_and_kept_as_typed(
    held: SmallHome, officer: Client, typed: dict[str, str], said: str
) -> None:
    answer = mark(officer, held.seq["recommendation"], **typed)
    assert answer.status_code == 422
    assert said in words(answer)
    assert typed.get("other", "") in answer.content.decode()


def test_a_reading_is_logged_with_who_which_and_when_and_never_what(
    held: SmallHome, officer: Client
) -> None:
    entry = held.seq["hidden"]
    Client(**AWAY).get(f"/history/entry/{entry}/")
    assert readings.count() == 0
    officer.get(f"/history/entry/{entry}/")
    lines = readings.latest(50)
    assert {line.field for line in lines} >= {"text", "quote"}
    assert {(line.body, line.office) for line in lines} == {("anyshire-pcc", "governance-officer")}
    shown = words(officer.get("/account/reading/"))
    assert f"/history/entry/{entry}/" in shown
    assert "Operation Quiet" not in shown


def test_what_is_marked_and_only_that_is_logged(held: SmallHome, officer: Client) -> None:
    officer.get(f"/history/entry/{held.seq['action']}/")
    officer.get("/about/privacy/")
    assert readings.count() == 0
