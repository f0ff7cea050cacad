"""A name in a document must lead to one body, and every force to whoever holds it to account."""

import csv
from collections import Counter

from answerable.vocabulary.bodies import BodyKind
from answerable.vocabulary.identity import reference
from answerable.vocabulary.times import first_day
from tests.unit.catalogue.story import CATALOGUE, toml


def rows(name: str) -> list[dict[str, str]]:
    with (CATALOGUE / "bodies" / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


BODIES = {row["id"]: row for row in rows("bodies.csv")}
OVERSIGHT = rows("oversight.csv")
FORCES = {i for i, b in BODIES.items() if b["kind"] == "force" and b["invented"] == "false"}


def aliases(row: dict[str, str]) -> list[str]:
    return [alias for alias in row["aliases"].split("; ") if alias]


def test_forty_three_territorial_forces() -> None:
    assert len(FORCES) == 43
    assert all(body.endswith("-police") for body in FORCES)


def test_ids_are_unique_references_and_kinds_are_known() -> None:
    assert len(BODIES) == len(rows("bodies.csv"))
    kinds = set(BodyKind.__args__)  # type: ignore[attr-defined]  # typing gives Literal no type
    for body, row in BODIES.items():
        assert reference(body) == body
        assert row["kind"] in kinds
        assert row["kind_words"]
        assert row["reviewed_on"]
        assert row["reviewer"]


def test_every_name_and_alias_belongs_to_one_body() -> None:
    names = Counter(
        name.casefold() for row in BODIES.values() for name in (row["name"], *aliases(row))
    )
    assert [name for name, times in names.items() if times > 1] == []


def test_initials_shared_by_two_forces_name_neither() -> None:
    names = {name for row in BODIES.values() for name in aliases(row)}
    assert "WMP" not in names


def test_every_force_is_held_to_account_today_by_one_body() -> None:
    today = Counter(row["institution"] for row in OVERSIGHT if not row["ends"])
    assert {force: today[force] for force in FORCES} == dict.fromkeys(FORCES, 1)
    assert today["anyshire-police"] == 1


def test_oversight_is_between_known_bodies_on_a_stated_basis() -> None:
    for row in OVERSIGHT:
        assert BODIES[row["body"]]["kind"] == "oversight"
        assert BODIES[row["institution"]]["kind"] == "force"
        assert row["legal_basis"]
        for end in ("begins", "ends"):
            if row[end]:
                first_day(row[end])


def test_mayors_took_over_where_the_law_says_so() -> None:
    now = {row["institution"]: row["body"] for row in OVERSIGHT if not row["ends"]}
    assert now["greater-manchester-police"] == "greater-manchester-mayor"
    assert now["west-yorkshire-police"] == "west-yorkshire-mayor"
    assert now["south-yorkshire-police"] == "south-yorkshire-mayor"
    assert now["north-yorkshire-police"] == "york-and-north-yorkshire-mayor"
    assert now["metropolitan-police"] == "mopac"
    assert now["city-of-london-police"] == "city-of-london-police-authority"
    assert now["west-midlands-police"] == "west-midlands-pcc"


def test_succession_ends_at_a_body_that_exists_and_dates_agree() -> None:
    ended = {i: row for i, row in BODIES.items() if row["successor"] or row["ended"]}
    assert ended
    for body, row in ended.items():
        successor = BODIES[row["successor"]]
        assert not successor["ended"]
        relation = next(r for r in OVERSIGHT if r["body"] == body)
        follows = next(r for r in OVERSIGHT if r["body"] == row["successor"])
        assert relation["ends"] == row["ended"] == follows["begins"]
        assert relation["institution"] == follows["institution"]


def test_invented_bodies_are_marked_and_share_no_name_with_a_real_one() -> None:
    invented = {i for i, row in BODIES.items() if row["invented"] == "true"}
    assert {
        "anyshire-police",
        "anyshire-pcc",
        "anyshire-panel",
        "anyshire-inspectorate",
    } < invented
    assert sum(BODIES[body]["kind"] == "force" for body in invented) == 8
    for body in invented:
        assert not BODIES[body]["source"]
        assert "HMICFRS" not in BODIES[body]["name"]


def test_a_real_body_has_an_address() -> None:
    without = {
        i
        for i, row in BODIES.items()
        if row["invented"] == "false" and not row["source"] and row["kind"] != "publisher"
    }
    # Regional units whose own page no source of ours holds; their names are in common use.
    assert without == {
        "rocu-east-midlands", "rocu-north-west", "rocu-south-west", "rocu-southern-wales"
    }  # fmt: skip


def test_tenures_are_of_known_offices_with_their_source() -> None:
    offices = {row["id"]: row for row in rows("offices.csv")}
    for row in offices.values():
        assert row["body"] in BODIES
    for row in rows("tenures.csv"):
        assert row["office"] in offices
        assert row["holding"] in {"substantive", "temporary"}
        assert row["source"].startswith("http")
        for end in ("begins", "ends"):
            if row[end]:
                first_day(row[end])


def test_every_body_of_the_story_is_in_the_list() -> None:
    events = [event for event in toml("events.toml")["event"] if "type" in event]
    assert {event["institution"] for event in events} <= set(BODIES)
    named = {
        event["fields"][key]
        for event in events
        for key in ("body", "owner", "addressee", "inspectorate")
        if key in event["fields"]
    }
    assert named <= set(BODIES)
