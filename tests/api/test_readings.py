"""A program lists what waits for a person as the queue shows it to its account, and decides."""

from typing import Any

import pytest
from django.test import Client

from answerable.operations import tokens
from answerable.operations.documents import reading
from answerable.operations.documents.reader import Meta
from answerable.store.models import Login
from answerable.store.papers import review
from answerable.store.reads import registers
from answerable.vocabulary.access import Role
from answerable.web.api import schemas
from tests.api.acting import API, hand_in, post, secret, waiting
from tests.api.test_commands import problem
from tests.operations.cast import AT, OFFICER
from tests.security.people import account, signed_in
from tests.web.small_home import FORCE

URL = f"{API}/readings"
OTHER = Meta(name="o.html", publisher="anyshire-inspectorate", subject=FORCE, title="Other")
PAPER = b"<html><body><h1>Report</h1><p>Recommendation: the force should train.</p></body></html>"


@pytest.fixture
def read(home: object) -> str:
    return hand_in("read")


def asked(client: Client, token: str, url: str = URL, **query: Any) -> Any:
    return client.get(url, query, headers={"authorization": f"Bearer {token}"})


def rows(client: Client, token: str, **query: Any) -> list[dict[str, Any]]:
    answer = asked(client, token, **query)
    assert answer.status_code == 200, answer.content
    told = schemas.Waiting.model_validate(answer.json(), strict=True)
    assert told.total >= len(told.items)
    found: list[dict[str, Any]] = answer.json()["items"]
    return found


def test_what_waits_is_listed_and_a_command_takes_its_name(read: str, client: Client) -> None:
    token = secret()
    answer = asked(client, token, kind="recommendation")
    told = answer.json()
    assert told["known"] == registers.head().size - 1
    assert [one["id"] for one in told["items"]] == waiting("recommendation")
    assert (told["total"], told["next"]) == (len(told["items"]), None)
    one = told["items"][0]
    held = review.named(one["id"])
    assert held is not None
    assert one == {
        "id": one["id"],
        "kind": "recommendation",
        "document": read,
        "title": "Inspection report",
        "quote": held.record["quote"]["exact"],
        "quote_page": held.record["quote"]["page"],
        "fields": held.record["fields"],
        "rule": held.rule,
        "state": "waiting",
        "answers": 0,
        "answered": False,
        "page": f"/review/{one['id']}/",
    }
    signed = signed_in(Role.COMMISSIONER)
    assert signed.get(one["page"]).status_code == 200
    body = {"candidate": one["id"], "reason": "It is a heading."}
    assert (
        post(client, "reject_candidate", body, token=token, seen=told["known"]).status_code == 200
    )
    assert one["id"] not in [r["id"] for r in rows(client, token)]


def test_it_is_the_queue_of_the_same_account_in_its_order(read: str, client: Client) -> None:
    login = account(Role.GOVERNANCE_OFFICER)
    token, signed = secret(login=login), signed_in(Role.GOVERNANCE_OFFICER, login=login)
    reading.read(by=OFFICER, at=AT, key="other", data=PAPER, meta=OTHER)
    for kind in ("", "all", "findings", "running-text", "numbers", "cause_of_concern"):
        shown = signed.get("/review/", {"kind": kind}).context["page"].candidates
        names = [one.url.partition("?")[0] for one in shown]
        assert [one["page"] for one in rows(client, token, kind=kind)] == names, kind
    assert {one["document"] for one in rows(client, token)} > {read}
    assert {one["document"] for one in rows(client, token, document=read)} == {read}
    assert rows(client, token, document="0" * 64) == rows(client, token, kind="poem") == []
    names = [(c.document, c.kind) for c in review.waiting(kind="residue")]
    residue = rows(client, token, kind="residue")
    assert {(one["document"], one["kind"]) for one in residue} == set(names)


def test_pages_lead_through_all_that_waits_and_keep_what_was_chosen(
    read: str, client: Client
) -> None:
    token = secret()
    whole = rows(client, token, kind="all")
    url, found = f"{URL}?kind=all&limit=1&document={read}", []
    while url:
        told = asked(client, token, url).json()
        assert told["total"] == len(whole)
        found += told["items"]
        url = told["next"] or ""
    assert found == whole
    assert asked(client, token, limit=1, offset=10**6).json()["next"] is None


def test_of_two_readers_each_is_told_that_somebody_answered_and_nothing_of_the_answer(
    read: str, client: Client
) -> None:
    mine, second = secret(), secret(Role.COMMISSIONER)
    (name,) = waiting("cause_of_concern")
    body = {"candidate": name, "reason": "A heading, so it is none."}
    assert post(client, "reject_candidate", body, token=mine).status_code == 200
    for token, answered in ((mine, True), (second, False)):
        (one,) = rows(client, token, kind="cause_of_concern")
        assert (one["id"], one["answers"], one["answered"]) == (name, 1, answered)
        assert b"so it is none" not in asked(client, token).content
    assert rows(client, mine)[-1]["id"] == name, "what waits for somebody else comes last"


def test_nobody_sees_it_without_a_token_that_may_and_no_cache_keeps_it(
    read: str, client: Client
) -> None:
    told = problem(client.get(URL), 401, "no_token")
    assert "not public, so it needs a token" in told["detail"]
    assert "Bearer" in client.get(URL)["WWW-Authenticate"]
    problem(asked(client, "answerable_x"), 401)
    other = problem(asked(client, secret(Role.ANALYST)), 403, "not_allowed")
    assert "confirm what was read" in other["detail"]
    narrow = secret(Role.COMMISSIONER, scopes=["reading"])
    problem(asked(client, narrow), 403, "out_of_scope")
    login: Login = account(Role.GOVERNANCE_OFFICER)
    token = secret(login=login, scopes=[tokens.READ])
    answer = asked(client, token)
    assert answer["Cache-Control"] == "private, no-store"
    assert (answer["Vary"], "ETag" in answer) == ("Authorization", False)
    signed = signed_in(Role.GOVERNANCE_OFFICER, login=login)
    problem(signed.get(URL), 401, "no_token")
    for status in (client.get(URL), asked(client, secret(Role.PARTNER))):
        assert b"visit every shop" not in status.content


@pytest.mark.parametrize("name", ["valid", "known", "said", "body", "documents"])
def test_it_has_no_dates_and_no_other_parameter(name: str, read: str, client: Client) -> None:
    value = "0" if name == "known" else "2026-06-30"
    told = problem(asked(client, secret(), **{name: value}), 422, "unknown_parameter")
    assert f"no parameter “{name}”. There are: document, kind, limit, offset." in told["detail"]


@pytest.mark.parametrize(
    "query", [{"limit": 0}, {"limit": 201}, {"offset": -1}, {"document": "ab"}, {"kind": "x" * 41}]
)
def test_a_value_that_cannot_be_is_refused(
    query: dict[str, Any], read: str, client: Client
) -> None:
    problem(asked(client, secret(), **query), 422, "not_valid")


def test_the_description_says_that_it_needs_a_token(client: Client, home: object) -> None:
    told = client.get(f"{API}/openapi.json").json()["paths"][URL]["get"]
    assert told["security"] == [{"token": []}]
    assert set(told["responses"]) == {"200", "401", "403", "422", "429"}
    assert {p["name"] for p in told["parameters"]} == {"document", "kind", "limit", "offset"}
