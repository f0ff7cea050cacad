"""The JSON interface: answers conform to its own description, errors are problem+json, no 5xx."""

import json
from typing import Any

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from answerable.vocabulary import facts as f
from answerable.vocabulary.access import Classification
from answerable.vocabulary.times import Period, first_day
from answerable.web.api import schemas
from tests.web.small_home import ACTION, FORCE, RECOMMENDATION, REPORT, SmallHome, append, made

API = "/api/v1"
LISTS: dict[str, Any] = {
    "bodies": schemas.Page[schemas.Body],
    "entries": schemas.Page[schemas.Entry],
    "search": schemas.Page[schemas.Found],
    "deadlines": schemas.Page[schemas.Deadline],
    **{name: schemas.Page[shape] for name, shape in schemas.TABLES.items()},  # type: ignore[valid-type]  # made
}
DATES = "valid=2026-11-23&known=11"


@pytest.fixture
def small(home: object) -> SmallHome:
    return made()


def get(client: Client, path: str, status: int = 200) -> Any:
    path = asked(path)
    answer = client.get(f"{API}/{path}")
    assert answer.status_code == status, answer.content
    kind = "application/json; charset=utf-8" if status == 200 else "application/problem+json"
    assert answer["Content-Type"] == kind
    return json.loads(answer.content)


def asked(path: str) -> str:
    """A search has to say what for."""
    name, _, query = path.partition("?")
    return f"search?q=shops&{query}" if name == "search" and "q=" not in query else path


def test_the_bare_address_says_what_there_is(small: SmallHome, client: Client) -> None:
    told = get(client, "")
    assert client.get(told["description"]).status_code == 200
    assert {path.removeprefix(f"{API}/") for path in told["lists"]} == {*LISTS, "readings"}
    assert client.get(API)["Location"] == f"{API}/"
    for unknown in ("/api", "/api/", "/api/v2/findings", "/api/v2/findings/"):
        answer = client.get(unknown)
        assert answer.status_code == 404
        assert answer["Content-Type"] == "application/problem+json"
        assert "/api/v1/" in answer.json()["detail"]


def test_the_description_is_openapi_3_1_and_names_every_list(
    small: SmallHome, client: Client
) -> None:
    told = get(client, "openapi.json")
    assert told["openapi"] == "3.1.0"
    paths = {path.removeprefix(f"{API}/") for path in told["paths"]}
    reading = {path for path in paths if not path.startswith("commands/")}
    assert reading == {*LISTS, "readings", "bodies/{body_id}", "findings/{reference}"}
    for path in (told["paths"][f"{API}/{name}"] for name in reading - {"readings"}):
        assert set(path) == {"get"}
        assert {"200", "401", "403", "404", "422", "429"} <= set(path["get"]["responses"])
        names = {p["name"] for p in path["get"]["parameters"]}
        assert {"valid", "known", "said"} <= names


@pytest.mark.parametrize("name", LISTS)
def test_a_list_has_the_shape_that_is_described(
    name: str, small: SmallHome, client: Client
) -> None:
    told = get(client, f"{name}?{DATES}")
    LISTS[name].model_validate(told, strict=True)
    assert told["as_at"]["known"] == 11
    assert set(told) == set(LISTS[name].model_fields)
    if told["items"]:
        shape = LISTS[name].model_fields["items"].annotation.__args__[0]
        assert set(told["items"][0]) == set(shape.model_fields)


def test_items_are_those_of_the_pages(small: SmallHome, client: Client) -> None:
    (one,) = get(client, f"findings?{DATES}&body={FORCE}")["items"]
    assert one["reference"] == RECOMMENDATION
    schemas.Finding.model_validate(one, strict=True)
    assert get(client, f"findings/{RECOMMENDATION}?{DATES}") == one
    assert get(client, f"bodies/{FORCE}")["invented"] is True


def test_a_deadline_that_moved_says_who_agreed_and_from_what(
    small: SmallHome, client: Client
) -> None:
    (one,) = get(client, f"deadlines?{DATES}&body={FORCE}")["items"]
    assert (one["reference"], one["first"], one["now"], one["days"]) == (
        ACTION,
        "2026-06-30",
        "2026-09-30",
        92,
    )
    (move,) = one["moves"]
    assert (move["before"], move["after"], move["on"]) == (
        "2026-06-30",
        "2026-09-30",
        "2026-06-04",
    )
    assert move["entry"] == small.seq["moved"]
    assert set(move) == set(schemas.Moved.model_fields)
    assert get(client, f"deadlines?known={small.seq['moved'] - 1}")["items"] == []
    assert get(client, "deadlines?valid=2026-06-03")["total"] == 0


def test_filters_are_exact_and_of_a_past_view(small: SmallHome, client: Client) -> None:
    assert get(client, f"findings?{DATES}&theme=theft&kind=recommendation")["total"] == 1
    assert get(client, f"findings?{DATES}&theme=the")["total"] == 0
    assert get(client, "findings?valid=2026-01-01")["total"] == 0
    assert get(client, "findings?known=0")["total"] == 0


def test_pages_lead_through_a_list_and_end(small: SmallHome, client: Client) -> None:
    for name in ("bodies", "entries"):
        path, seen = f"{name}?limit=5&{DATES}", []
        while path:
            told = get(client, path)
            seen += [json.dumps(item) for item in told["items"]]
            path = (told["next"] or "").removeprefix(f"{API}/")
        assert len(seen) == len(set(seen)) == get(client, f"{name}?{DATES}")["total"]


def test_the_same_dates_give_the_same_bytes_and_an_unchanged_answer_costs_nothing(
    small: SmallHome, client: Client
) -> None:
    urls = [f"{API}/{asked(name + '?' + DATES)}" for name in LISTS]
    before = [client.get(url).content for url in urls]
    tags = [client.get(url)["ETag"] for url in urls]
    add()
    assert [client.get(url).content for url in urls] == before
    for url, tag in zip(urls, tags, strict=True):
        assert client.get(url, headers={"if-none-match": tag}).status_code == 304
        assert client.head(url).status_code == 200


def add(**marked: Classification) -> None:
    append(
        f.FindingPublished(
            institution=FORCE,
            stream=f"{REPORT}/recommendation/9",
            valid=Period(first_day("2026-04-20")),
            number="9",
            kind="recommendation",
            text="Zephyrine matter.",
            classes=marked,
        ),
        by="anyshire-pcc/governance-officer",
    )


def test_what_is_withheld_is_in_no_answer(small: SmallHome, client: Client) -> None:
    add(text=Classification.RESTRICTED)
    for path in (*LISTS, f"findings/{REPORT}/recommendation/9"):
        answer = client.get(f"{API}/{asked(path)}")
        assert answer.status_code == 200
        assert b"Zephyrine" not in answer.content
        assert b"Operation Quiet" not in answer.content


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("nothing", 404),
        ("bodies/nowhere", 404),
        ("findings/a%0Ab", 404),
        ("findings/a/b", 404),
        ("findings?body=nowhere", 404),
        ("findings?known=99999", 404),
        ("findings?known=-1", 422),
        ("findings?known=1.0", 422),
        ("findings?valid=2026-02-30", 422),
        ("findings?valid=0001-01-01", 422),
        ("findings?limit=0", 422),
        ("findings?limit=201", 422),
        ("entries?after=x", 422),
        (f"findings?body={'x' * 500}", 422),
    ],
)
def test_what_cannot_be_answered_is_a_problem_in_words(
    path: str, status: int, small: SmallHome, client: Client
) -> None:
    told = get(client, path, status)
    schemas.Problem.model_validate(told, strict=True)
    assert told["status"] == status
    assert told["detail"].endswith((".", "]", "”")) or told["detail"]


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_nothing_can_be_written(method: str, small: SmallHome, client: Client) -> None:
    answer = getattr(client, method)(f"{API}/findings")
    assert (answer.status_code, answer["Content-Type"]) == (405, "application/problem+json")


NAMES = ("valid", "known", "said", "limit", "offset", "after", "body", "theme", "kind", "x")
TEXT = st.text(max_size=30) | st.sampled_from(["2026-11-23", "0", "11", "-1", "1e9", "9" * 40])


@given(
    path=st.sampled_from([*LISTS, "bodies/x", f"findings/{RECOMMENDATION}"])
    | st.text(max_size=20),
    query=st.dictionaries(st.sampled_from(NAMES), TEXT, max_size=4),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_question_whatever_makes_a_defect(
    path: str, query: dict[str, str], small: SmallHome, client: Client
) -> None:
    answer = client.get(f"{API}/{path.lstrip('/')}", query)
    assert answer.status_code in (200, 301, 404, 422)
    if answer.status_code in (404, 422) and answer["Content-Type"] != "text/html; charset=utf-8":
        schemas.Problem.model_validate_json(answer.content, strict=True)
