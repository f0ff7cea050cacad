"""The lists of the interface: what each page shows is in one, and nothing that pages hide."""

from typing import Any

import pytest
from django.test import Client

from answerable.operations import sensitivity
from answerable.operations.interface_tables import TABLES
from answerable.vocabulary import facts as f
from answerable.vocabulary.access import Classification
from answerable.vocabulary.documents import Source
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.times import Period, first_day
from tests.api.acting import API, post, secret
from tests.api.pages_and_lists import NO_LIST, SHOWN
from tests.browser.page_types import PUBLIC
from tests.web.small_home import (
    ACTION,
    COMMISSIONER,
    FORCE,
    RECOMMENDATION,
    REPORT,
    SmallHome,
    append,
    made,
)

DAY = "2026-07-01"
OTHERS = ("bodies", "entries", "search", "deadlines")
OF_AN_OFFICE = ("readings",)
"""Lists that a token alone opens."""


@pytest.fixture
def small(home: object) -> SmallHome:
    return made()


def get(client: Client, path: str, status: int = 200) -> Any:
    answer = client.get(f"{API}/{path}")
    assert answer.status_code == status, answer.content
    return answer.json()


def told(cls: type[Fact], stream: str, **values: Any) -> Fact:
    return cls(
        institution=FORCE,
        stream=stream,
        valid=Period(first_day(DAY)),
        said=DAY,
        source=Source(kind="record"),
        **values,
    )


def test_each_kind_of_page_has_its_lists_or_a_reason_for_none() -> None:
    assert set(SHOWN) | set(NO_LIST) == set(PUBLIC)
    assert set(SHOWN) & set(NO_LIST) == set()
    named = {name for names in SHOWN.values() for name in names}
    assert named == {*TABLES, *OTHERS, *OF_AN_OFFICE}, (
        "each list is of a page, and each name is a list"
    )


def test_a_parameter_that_a_question_does_not_have_is_refused_by_name(
    small: SmallHome, client: Client
) -> None:
    described = get(client, "openapi.json")["paths"]
    for path in (*TABLES, *OTHERS, f"bodies/{FORCE}", f"findings/{RECOMMENDATION}"):
        words = "q=shop&" if path == "search" else ""
        refused = get(client, f"{path}?{words}colour=red&limits=3", 422)
        assert refused["type"] == "urn:answerable:problem:unknown_parameter"
        assert "“colour”, “limits”" in refused["detail"]
        address = path.replace(FORCE, "{body_id}").replace(RECOMMENDATION, "{reference}")
        for parameter in described[f"{API}/{address}"]["get"]["parameters"]:
            if parameter["in"] == "query":
                assert f" {parameter['name']}" in refused["detail"]


def test_a_parameter_of_a_command_is_refused_before_anything_is_recorded(
    small: SmallHome, client: Client
) -> None:
    body = {"institution": FORCE, "text": "Visit twice.", "on": "2026-11-24"}
    answer = client.post(
        f"{API}/commands/promise_action?on=2026-11-25",
        body,
        content_type="application/json",
        headers={
            "authorization": f"Bearer {secret()}",
            "idempotency-key": "k-1",
            "if-match": '"11"',
        },
    )
    assert (answer.status_code, answer.json()["type"]) == (
        *(422, "urn:answerable:problem:unknown_parameter"),
    )
    assert "It takes none." in answer.json()["detail"]
    assert get(client, "entries")["as_at"]["known"] == small.seq["corrected"]


WORKED: tuple[tuple[str, type[Fact], str, dict[str, Any], dict[str, object]], ...] = (
    ("steps", f.RungReached, ACTION, {"rung": "delivered"}, {"kind": "reached"}),
    ("steps", f.ActionReassigned, ACTION, {"owner": "board"}, {"to": "board"}),
    ("news", f.ActionUpdated, ACTION, {"text": "Half.", "rating": "amber"}, {"rating": "amber"}),
    ("links", f.DependencyStated, ACTION, {"on": RECOMMENDATION}, {"other": RECOMMENDATION}),
    ("resources", f.ResourceNamed, ACTION, {"text": "Two posts."}, {"text": "Two posts."}),
    ("milestones", f.MilestoneSet, "milestone/1", {"of": ACTION}, {"of": ACTION}),
    ("partners", f.PartnerJoined, ACTION, {"partner": COMMISSIONER}, {"answer": None}),
    (
        *("agreements", f.AgreementMade, "agreement/1"),
        {"parties": (FORCE, COMMISSIONER)},
        {"parties": f"{FORCE} {COMMISSIONER}"},
    ),
    (
        "papers",
        f.PaperRequired,
        "paper/1",
        {"from_": "board"},
        {"from": "board", "received": None},
    ),
    ("papers", f.PaperRequired, "paper/2", {"meeting": "session/x/1"}, {"session": "session/x/1"}),
    ("details", f.DetailStated, "detail/1", {"field": "date"}, {"field": "date"}),
    ("limits", f.LimitsRebased, "measure/soc/x", {"from_": "2026-01"}, {"from": "2026-01"}),
    ("families", f.FamilyFixed, "family/1", {"measures": ("a", "b")}, {"measures": "a b"}),
    ("families", f.JointFamilyFixed, "family/2", {"members": ("a/b",)}, {"measures": "a/b"}),
    ("verdicts", f.VerdictGiven, "measure/soc/x", {"low": "0.5"}, {"low": 0.5}),
    ("judgements", f.PlanJudged, "plan/1", {"judgement": "assured"}, {"judgement": "assured"}),
)


def test_what_is_recorded_is_a_row_at_its_dates(small: SmallHome, client: Client) -> None:
    names = {one[0] for one in WORKED}
    past = {name: f"{API}/{name}?known=11&valid=2026-11-23" for name in names}
    tags = {name: client.get(address)["ETag"] for name, address in past.items()}
    for name, kind, stream, values, shown in WORKED:
        seq = append(told(kind, stream, **values)).first
        (row,) = [r for r in get(client, f"{name}?body={FORCE}")["items"] if r["entry"] == seq]
        assert row["reference"] == stream
        for column, value in shown.items():
            assert row[column] == value, (name, column)
        for dates in (f"known={seq - 1}", "valid=2026-06-30", "said=2026-06-30"):
            assert seq not in [r["entry"] for r in get(client, f"{name}?{dates}")["items"]], dates
    for name, address in past.items():
        assert client.get(address, headers={"if-none-match": tags[name]}).status_code == 304


def test_what_happens_to_an_item_that_a_reader_does_not_see_is_no_row(
    small: SmallHome, client: Client
) -> None:
    """Steps that were recorded before such facts took the marking of their item."""
    secret_item = told(f.ActionPromised, "action/secret", text="Secret.", owner="board")
    append(
        told(
            f.ActionPromised,
            "action/secret",
            text="Secret.",
            owner="board",
            classes=dict.fromkeys(
                (n for n, v in secret_item.values().items() if v is not None),
                Classification.RESTRICTED,
            ),
        )
    )
    append(
        told(f.RungReached, "action/secret", rung="delivered"),
        told(f.ActionUpdated, "action/secret", text="Nearly."),
        told(f.ResourceNamed, "action/secret", text="A post."),
        told(f.PartnerJoined, "action/secret", partner=COMMISSIONER, part="Pays."),
        told(f.DependencyStated, "action/secret", on=ACTION),
        told(f.MilestoneSet, "milestone/secret", of="action/secret", text="First."),
    )
    token = {"authorization": f"Bearer {secret()}"}
    for name in ("actions", "steps", "news", "resources", "partners", "links", "milestones"):
        public = client.get(f"{API}/{name}").json()["items"]
        assert "secret" not in str([(r["reference"], r.get("of")) for r in public])
        own = client.get(f"{API}/{name}", headers=token).json()["items"]
        assert "secret" in str([r["reference"] for r in own]), name


def test_rows_are_sent_to_a_reader_as_the_open_data_have_them(
    small: SmallHome, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def shut(row: Any, *, institution: str) -> Any:
        return {**row, "text": sensitivity.WITHHELD}

    monkeypatch.setattr(sensitivity, "redacted", shut)
    assert {r["text"] for r in get(client, "actions")["items"]} == {sensitivity.WITHHELD}
    assert get(client, f"findings/{RECOMMENDATION}")["text"] == sensitivity.WITHHELD
    token = {"authorization": f"Bearer {secret()}"}
    (own,) = client.get(f"{API}/actions", headers=token).json()["items"]
    assert own["text"] == "Visit all shops."


def test_who_oversees_a_body_and_since_when_at_any_dates(small: SmallHome, client: Client) -> None:
    (first,) = get(client, f"oversight?body={FORCE}")["items"]
    assert (first["overseen_by"], first["entry"], first["ends"]) == (COMMISSIONER, None, None)
    passed = told(
        f.OversightPassed,
        f"oversight/{FORCE}",
        from_=COMMISSIONER,
        to="west-mercia-pcc",
        law="An order",
        reason="It merges.",
    )
    seq = append(passed).first
    _, last = get(client, f"oversight?body={FORCE}")["items"]
    assert (last["overseen_by"], last["begins"], last["reason"], last["entry"]) == (
        *("west-mercia-pcc", "2026-07-01", "It merges.", seq),
    )
    assert get(client, f"oversight?body={FORCE}&known={seq - 1}")["items"] == [first]
    assert get(client, "oversight")["total"] > 40


def test_entries_of_one_thing_or_of_one_type(small: SmallHome, client: Client) -> None:
    moved = get(client, f"entries?reference={ACTION}&type=DueDateMoved")
    assert [e["seq"] for e in moved["items"]] == [small.seq["moved"]]
    assert get(client, "entries?body=west-mercia-police")["total"] == 0
    assert get(client, "entries?body=nowhere", 404)["detail"]
    path, seen = f"entries?body={FORCE}&limit=5", []
    while path:
        found = get(client, path)
        seen += [e["seq"] for e in found["items"]]
        path = (found["next"] or "").removeprefix(f"{API}/")
    assert seen == sorted(set(seen))
    assert set(range(small.seq["corrected"] + 1)) - set(seen) == {small.seq["hidden"]}


def test_a_filter_that_the_register_does_not_have_is_named(
    small: SmallHome, client: Client
) -> None:
    assert "Use one of: overdue" in get(client, "actions?view=nothing", 422)["detail"]
    assert get(client, f"actions?answers={RECOMMENDATION}&q=shops")["total"] == 1
    assert get(client, "actions?owner=chief-constable")["total"] == 0
    assert get(client, f"reports?inspectorate=anyshire-inspectorate&reference={REPORT}")["total"]


def test_actions_come_in_the_order_that_their_page_has_page_after_page(
    small: SmallHome, client: Client
) -> None:
    for name, due, owner in (
        ("a", "2026-12-01", "board"),
        ("b", "2026-11-01", "board"),
        ("c", None, "chief-constable"),
        ("d", "2026-11-01", None),
    ):
        append(told(f.ActionPromised, f"action/{name}", text=f"Do {name}.", due=due, owner=owner))
    for sort in ("due", "-due", "reference", "-reference", "owner", "state", "-words"):
        page = client.get(f"/plans/?body={FORCE}&kind=action&sort={sort}").content.decode()
        rows = get(client, f"actions?body={FORCE}&sort={sort}")["items"]
        references = [row["reference"] for row in rows]
        places = [page.index(f'href="{row["page"]}') for row in rows]
        assert places == sorted(places), sort
        path, seen = f"actions?body={FORCE}&sort={sort}&limit=2", []
        while path:
            found = get(client, path)
            seen += [row["reference"] for row in found["items"]]
            path = (found["next"] or "").removeprefix(f"{API}/")
        assert seen == references
    refused = get(client, "findings?sort=colour", 422)
    assert "Use one of: due, reference, owner, state, words" in refused["detail"]
    assert "sort" in get(client, "measures?sort=due", 422)["detail"]
    assert client.get("/plans.json?sort=-due")["Location"] == f"{API}/actions?sort=-due"
    assert client.get("/corrections.json?sort=due")["Location"] == f"{API}/changes"


def test_a_row_may_be_told_by_a_command_and_is_then_listed(
    small: SmallHome, client: Client
) -> None:
    body = {"reference": ACTION, "text": "Half are done.", "on": "2026-11-23"}
    assert post(client, "update_action", body, token=secret()).status_code == 201
    (row,) = get(client, f"news?reference={ACTION}")["items"]
    assert row["text"] == "Half are done."
