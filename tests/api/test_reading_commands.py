"""A program decides about readings as the review pages do: once, and told what waits now."""

from typing import Any

import pytest
from django.test import Client

from answerable.store.papers import review
from answerable.store.reads import registers
from answerable.vocabulary.access import Role
from tests.api.acting import hand_in, post, secret, waiting
from tests.api.test_commands import problem


@pytest.fixture
def read(home: object) -> str:
    return hand_in("read")


def words(name: str) -> str:
    found = review.named(name)
    assert found is not None
    return str(found.record["quote"]["exact"])


def done(answer: Any) -> list[str]:
    """The readings that were made; nothing enters the record."""
    assert answer.status_code == 200, answer.content
    told = answer.json()
    assert (told["first"], told["last"], told["count"], told["page"]) == (None, None, 0, None)
    assert told["root"] == registers.head().root
    made: list[str] = told["candidates"]
    return made


def test_a_reading_is_rejected_once_with_its_reason(read: str, client: Client) -> None:
    token, head = secret(), registers.head()
    name = waiting("recommendation")[0]
    body = {"candidate": name, "reason": "It is a heading."}
    refused = post(client, "reject_candidate", {**body, "reason": " "}, token=token)
    assert "why it is rejected" in problem(refused, 422, "no_reason")["detail"]
    assert done(post(client, "reject_candidate", body, token=token)) == []
    assert name not in waiting("recommendation")
    assert registers.head() == head
    again = problem(post(client, "reject_candidate", body, token=token), 422, "key_used")
    assert "was carried out" in again["detail"]
    other = post(client, "reject_candidate", body, token=token, key="k-2")
    assert "waits for nobody" in problem(other, 404, "no_such_candidate")["detail"]
    found = review.named(name)
    assert found is not None
    assert (found.state, found.reason) == ("rejected", "It is a heading.")


def test_a_program_goes_on_with_the_parts_that_it_is_told(read: str, client: Client) -> None:
    token, name = secret(scopes=["reading"]), waiting("recommendation")[-1]
    body = {"candidate": name, "second": "that was robbed"}
    one, two = done(post(client, "split_candidate", body, token=token))
    assert words(one) == "visit every shop"
    problem(post(client, "split_candidate", body, token=token), 422, "key_used")
    problem(post(client, "split_candidate", body, token=token, key="k-2"), 422, "cannot_recut")
    assert {one, two} <= set(waiting("recommendation"))
    body = {"candidate": one, "last": "robbed twice"}
    (longer,) = done(post(client, "continue_candidate", body, token=token, key="k-3"))
    assert words(longer) == "visit every shop that was robbed twice"
    body = {"candidate": longer, "other": two}
    (whole,) = done(post(client, "merge_candidates", body, token=token, key="k-4"))
    assert words(whole).startswith("visit every shop that was robbed twice and offer")
    body = {"candidate": whole, "kind": "area for improvement"}
    (other,) = done(post(client, "read_candidate_as", body, token=token, key="k-5"))
    assert other in waiting("area_for_improvement")
    wrong = post(client, "read_candidate_as", {**body, "kind": "poem"}, token=token, key="k-6")
    problem(wrong, 422, "cannot_recut")
    wrong = post(
        client, "read_candidate_as", {"candidate": other, "kind": "poem"}, token=token, key="k-6"
    )
    assert "Choose one of" in problem(wrong, 422, "cannot_read_as")["detail"]
    body = {"candidate": other}
    assert post(client, "accept_candidate", body, token=token, key="k-6").status_code == 201


def test_a_document_handed_in_again_is_not_put_aside_again_by_the_same_command(
    read: str, client: Client
) -> None:
    token, waits = secret(), len(review.waiting(document=read))
    body = {"document": read, "reason": "The wrong file."}
    assert done(post(client, "put_document_aside", body, token=token)) == []
    assert review.waiting(document=read) == ()
    other = post(client, "put_document_aside", body, token=token, key="k-2")
    problem(other, 404, "no_such_candidate")
    hand_in("read-again")
    problem(post(client, "put_document_aside", body, token=token), 422, "key_used")
    assert len(review.waiting(document=read)) == waits


def test_a_key_of_another_command_and_a_refused_one(read: str, client: Client) -> None:
    token, name = secret(), waiting("recommendation")[0]
    body = {"candidate": name, "second": "never said"}
    problem(post(client, "split_candidate", body, token=token), 422, "cannot_recut")
    assert post(client, "accept_candidate", {"candidate": name}, token=token).status_code == 201
    body = {"candidate": waiting("recommendation")[0], "reason": "A heading."}
    problem(post(client, "reject_candidate", body, token=token), 422, "key_used")
    cut = {"candidate": waiting("recommendation")[-1], "second": "that was robbed"}
    one, _ = done(post(client, "split_candidate", cut, token=token, key="k-2"))
    late = post(client, "accept_candidate", {"candidate": one}, token=token, key="k-2")
    told = problem(late, 422, "key_used")["detail"]
    assert "used for another command. Send" in told, "not: recorded as an entry that is another's"
    assert one in waiting("recommendation")


def test_nothing_is_decided_by_who_may_not_or_had_read_what_is_not_there(
    read: str, client: Client
) -> None:
    name = waiting("recommendation")[0]
    body = {"candidate": name, "reason": "A heading."}
    problem(post(client, "reject_candidate", body, token=secret(Role.ANALYST)), 403, "not_allowed")
    problem(post(client, "reject_candidate", body, token=secret(), seen=10**6), 412, "not_read")
    problem(post(client, "reject_candidate", body), 401, "no_token")
    assert name in waiting("recommendation")
