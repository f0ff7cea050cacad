"""Every list of the interface over both stories: rows of its shape, its filters, its pages."""

from typing import Any

import pytest
from django.test import Client

from answerable.operations.interface_tables import TABLES, columns, filters
from answerable.web.api import limits, schemas

API = "/api/v1"
NOT_TOLD = frozenset({"details", "limits", "families"})
"""What neither story has: tests/api/test_lists.py records some."""


@pytest.fixture(autouse=True)
def unlimited(monkeypatch: pytest.MonkeyPatch) -> None:
    for pair in limits.MOST:
        monkeypatch.setitem(limits.MOST, pair, 10**9)


def rows(reader: Client, name: str, **asked: str) -> list[dict[str, Any]]:
    answer = reader.get(f"{API}/{name}", {"limit": "200", **asked})
    assert answer.status_code == 200, answer.content
    schemas.Page[schemas.TABLES[name]].model_validate_json(answer.content, strict=True)  # type: ignore[misc]  # made of columns
    found: list[dict[str, Any]] = answer.json()["items"]
    return found


@pytest.mark.parametrize("name", TABLES)
def test_a_list_tells_what_the_stories_hold(told: object, reader: Client, name: str) -> None:
    found = rows(reader, name)
    assert bool(found) == (name not in NOT_TOLD)
    for page in {row["page"] for row in found[:3]}:
        assert reader.get(page).status_code == 200, page
    for body in {row["body"] for row in found[:100]}:
        assert {row["body"] for row in rows(reader, name, body=body)} == {body}


@pytest.mark.parametrize(
    ("name", "column"), [(name, column) for name in TABLES for column in columns(name)]
)
def test_a_filter_keeps_the_rows_with_its_value(
    told: object, reader: Client, name: str, column: str
) -> None:
    found = rows(reader, name)
    value = next((str(row[column]) for row in found if row[column]), "")
    if value:
        kept = rows(reader, name, **{column: value})
        assert {str(row[column]) for row in kept} == {value}
        assert len(kept) <= 200
    assert rows(reader, name, **{column: "nothing-of-this-name"}) == []


@pytest.mark.parametrize("name", ["findings", "actions"])
@pytest.mark.parametrize("asked", [{"view": "overdue"}, {"standing": "closed"}, {"stage": "said"}])
def test_filters_of_the_register_keep_what_its_page_keeps(
    told: object, reader: Client, name: str, asked: dict[str, str]
) -> None:
    body = "anyshire-police"
    kept = rows(reader, name, body=body, **asked)
    every = rows(reader, name, body=body)
    page = reader.get("/plans/data.csv", {"body": body, **asked}).content.decode()
    on_page = {line.partition(",")[0] for line in page.splitlines()[1:]}
    assert {row["reference"] for row in kept} == on_page & {row["reference"] for row in every}
    assert 0 < len(kept) < len(every) or not on_page & {row["reference"] for row in every}


def test_figures_of_some_months_of_one_measure(told: object, reader: Client) -> None:
    asked = {"measure": "anyshire-repeat-burglary", "from": "2025-01-01", "to": "2025-03-01"}
    found = rows(reader, "figures", body="anyshire-police", **asked)
    assert [row["period_start"] for row in found] == ["2025-01-01", "2025-02-01", "2025-03-01"]


def test_claims_in_one_state_are_those_of_the_page(told: object, reader: Client) -> None:
    every = rows(reader, "claims")
    states = {row["state"] for row in every}
    assert {"made", "published"} <= states
    for state in states:
        kept = {row["reference"] for row in rows(reader, "claims", state=state)}
        page = reader.get(f"/claims/?state={state}").content.decode()
        on_page = {row["reference"] for row in every if f'"/claims/{row["reference"]}/' in page}
        assert on_page
        assert on_page <= kept
        assert len(on_page) == min(len(kept), 25)


def test_each_filter_is_described_where_the_list_is(told: object, reader: Client) -> None:
    told_of = reader.get(f"{API}/openapi.json").json()["paths"]
    for name in TABLES:
        parameters = {p["name"]: p for p in told_of[f"{API}/{name}"]["get"]["parameters"]}
        assert {"body", *filters(name)} <= set(parameters)
        assert all(parameters[one]["description"] for one in filters(name))


def test_a_ladder_and_its_step_are_those_of_the_lists_of_ladders(
    told: object, reader: Client
) -> None:
    steps = {(row["ladder"], row["step"]) for row in rows(reader, "ladders")}
    found = rows(reader, "escalation", body="anyshire-police")
    assert {(row["ladder"], row["step"]) for row in found} <= steps
    assert {row["body"] for row in rows(reader, "escalation")} == {"anyshire-police"}, (
        "a record made from public sources does not know what an office did"
    )
