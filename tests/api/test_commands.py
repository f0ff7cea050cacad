"""Commands of programs: once, on what was read, as the account, and refused in words."""

import json
from typing import Any

import pytest
from django.test import Client

from answerable.operations import tokens
from answerable.store.reads import registers
from answerable.vocabulary.access import Role
from answerable.web.api import limits, schemas
from tests.api.acting import post, secret
from tests.web.small_home import ACTION, RECOMMENDATION, SmallHome, made

UPDATE = {"reference": ACTION, "text": "Twelve of thirty shops were visited.", "on": "2026-10-01"}
MOVE = {
    "reference": ACTION,
    "to": "2026-12-31",
    "on": "2026-10-01",
    "reason": "One post is still vacant.",
    "authoriser": "board",
}


@pytest.fixture
def small(home: object) -> SmallHome:
    return made()


def problem(answer: Any, status: int, code: str = "") -> dict[str, Any]:
    assert answer.status_code == status, answer.content
    assert answer["Content-Type"] == "application/problem+json"
    told: dict[str, Any] = json.loads(answer.content)
    schemas.Problem.model_validate(told, strict=True)
    if code:
        assert told["type"] == f"urn:answerable:problem:{code}"
    return told


def test_a_command_is_recorded_once_as_the_account(small: SmallHome, client: Client) -> None:
    token = secret()
    answer = post(client, "update_action", UPDATE, token=token)
    assert answer.status_code == 201, answer.content
    told = answer.json()
    head = registers.head()
    assert told["last"] == head.size - 1
    assert told["root"] == head.root
    assert client.get(told["page"]).status_code == 200
    assert answer["ETag"] == f'"{told["last"]}"'
    assert answer["Cache-Control"] == "private, no-store"
    again = post(client, "update_action", UPDATE, token=token)
    assert (again.status_code, again.json()) == (201, told)
    assert registers.head() == head, "the same key acts once"
    other = post(client, "update_action", {**UPDATE, "text": "Other words."}, token=token)
    problem(other, 422, "key_used")


def test_who_read_before_somebody_changed_it_is_told_both_values(
    small: SmallHome, client: Client
) -> None:
    token, before = secret(), registers.head().size - 1
    assert post(client, "move_due_date", MOVE, token=token).status_code == 201
    late = {**MOVE, "to": "2027-01-31"}
    answer = post(client, "move_due_date", late, token=token, key="k-2", seen=before)
    told = problem(answer, 412, "conflict")
    assert (told["theirs"], told["yours"], told["field"]) == ("2026-12-31", "2027-01-31", "due")


def test_nobody_can_have_read_what_is_not_there(small: SmallHome, client: Client) -> None:
    problem(post(client, "update_action", UPDATE, token=secret(), seen=10**6), 412, "not_read")


def test_headers_are_asked_for_in_words(small: SmallHome, client: Client) -> None:
    token = secret()
    problem(post(client, "update_action", UPDATE, token=token, key=None), 400, "no_key")
    for key in ("é", "two words", " before", "k" * 101, '"'):
        problem(post(client, "update_action", UPDATE, token=token, key=key), 400, "no_key")
    answer = post(client, "update_action", UPDATE, token=token, seen=None)
    problem(answer, 428, "not_said_what_was_read")
    problem(post(client, "update_action", UPDATE, token=token, seen="x"), 400, "bad_seen")


@pytest.mark.parametrize(
    "body",
    [
        "{",
        "[]",
        "null",
        b"\xff\xfe",
        '{"reference": "\\ud800"}',
        "[" * 100_000,
        {**UPDATE, "by": "somebody"},
        {**UPDATE, "key": "x"},
        {**UPDATE, "on": "2026-02-30"},
        {**UPDATE, "on": "0001-01-01"},
        {**UPDATE, "on": 20260101},
        {**UPDATE, "text": 5},
        {**UPDATE, "text": "x\x00y"},
        {**UPDATE, "text": "x" * 9_000},
        {"reference": ACTION, "on": "2026-10-01"},
        {**UPDATE, "words": {"document": "x", "quote": "y", "more": "z"}},
    ],
)
def test_a_body_of_another_shape_is_refused(body: Any, small: SmallHome, client: Client) -> None:
    before = registers.head()
    problem(post(client, "update_action", body, token=secret()), 422, "not_valid")
    assert registers.head() == before


def test_only_json_of_some_size_is_read(small: SmallHome, client: Client) -> None:
    token = secret()
    answer = post(client, "update_action", "a=b", token=token, content_type="text/plain")
    problem(answer, 415, "only_json")
    answer = post(client, "update_action", f'"{"x" * 300_000}"', token=token)
    problem(answer, 413, "too_large")


def test_a_refusal_says_the_same_sentence_as_everywhere(small: SmallHome, client: Client) -> None:
    answer = post(client, "update_action", {**UPDATE, "reference": "action/x/1"}, token=secret())
    told = problem(answer, 422, "not_on_record")
    assert told["detail"].startswith("Nothing on the record is called “action/x/1”")


def _again() -> Any:
    from answerable.store.models import Login  # noqa: PLC0415  # after Django is set up

    return Login.objects.get(name=Role.GOVERNANCE_OFFICER.value)


def test_a_role_may_no_more_than_on_a_page(small: SmallHome, client: Client) -> None:
    answer = post(client, "move_due_date", MOVE, token=secret(Role.ANALYST))
    assert "may not move a due date" in problem(answer, 403, "not_allowed")["detail"]


@pytest.mark.parametrize(
    ("scopes", "status"),
    [
        (["commands"], 201),
        (["plans"], 201),
        (["update_action"], 201),
        (["money", "read-own"], 403),
        (["move_due_date"], 403),
    ],
)
def test_a_token_does_what_it_was_made_for(
    scopes: list[str], status: int, small: SmallHome, client: Client
) -> None:
    answer = post(client, "update_action", UPDATE, token=secret(scopes=scopes))
    assert answer.status_code == status
    if status == 403:
        problem(answer, 403, "out_of_scope")
        assert 'scope="update_action"' in answer["WWW-Authenticate"]


def test_without_a_token_nothing_is_changed_even_by_who_signed_in(
    small: SmallHome, client: Client
) -> None:
    token = secret()
    client.force_login(_again())
    before = registers.head()
    problem(post(client, "update_action", UPDATE), 401, "no_token")
    for bad in ("x", "answerable_x", token[:-1], f"{token}x", f"{token} x"):
        answer = post(client, "update_action", UPDATE, token=bad)
        problem(answer, 401, "not_a_token")
        assert 'error="invalid_token"' in answer["WWW-Authenticate"]
    assert registers.head() == before
    problem(client.get("/api/v1/commands/update_action"), 405, "only_post")
    problem(client.post("/api/v1/commands/drop_all"), 404, "no_operation")


def test_who_asks_too_often_is_told_when_to_come_again(
    small: SmallHome, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(limits.MOST, ("token", "write"), 2)
    monkeypatch.setitem(limits.MOST, ("address", "read"), 2)
    token = secret()
    codes = [post(client, "update_action", UPDATE, token=token).status_code for _ in range(3)]
    assert codes == [201, 201, 429]
    answers = [client.get("/api/v1/bodies") for _ in range(3)]
    assert [a.status_code for a in answers] == [200, 200, 429]
    assert 1 <= int(answers[-1]["Retry-After"]) <= 60
    problem(answers[-1], 429, "too_often")
    with_token = client.get("/api/v1/bodies", headers={"authorization": f"Bearer {token}"})
    assert with_token.status_code == 200, "each token has a count of its own"


def test_a_token_reads_what_its_account_may_and_nobody_else_keeps_it(
    small: SmallHome, client: Client
) -> None:
    headers = {"authorization": f"Bearer {secret()}"}
    public = client.get("/api/v1/entries?limit=200")
    own = client.get("/api/v1/entries?limit=200", headers=headers)
    assert b"Operation Quiet" not in public.content
    assert b"Operation Quiet" in own.content
    assert own["Cache-Control"] == "private, no-store"
    assert "Access-Control-Allow-Origin" not in own.headers
    assert public["Vary"] == own["Vary"] == "Authorization"
    assert client.get("/api/v1/entries?limit=200").content == public.content
    (row,) = client.get("/api/v1/findings", headers=headers).json()["items"]
    assert (row["reference"], row["marking"]) == (RECOMMENDATION, "public")


def test_a_token_that_may_not_read_is_told_so(small: SmallHome, client: Client) -> None:
    headers = {"authorization": f"Bearer {secret(scopes=['plans'])}"}
    problem(client.get("/api/v1/findings", headers=headers), 403, "out_of_scope")
    assert tokens.READ in tokens.SCOPES
