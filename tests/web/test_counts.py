"""A public page asks the database a bounded number of times, however much is on record."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from answerable.operations.interface_tables import TABLES
from answerable.operations.pages.institutions import home as pages
from answerable.operations.rights import accounts
from answerable.store.engine import database
from answerable.store.reads import registers
from answerable.vocabulary import facts as f
from answerable.vocabulary.times import Period, first_day
from tests.web.small_home import FORCE, RECOMMENDATION, REPORT, SESSION, SmallHome, append, made

MOST = 60
"""For two bodies on record; each further one costs a few."""
ADDRESSES = (
    *("/", "/bodies/", f"/bodies/{FORCE}/", "/cases/anyshire/theft/", "/reports/", "/claims/"),
    *(f"/findings/{RECOMMENDATION}/", "/reports/anyshire-inspectorate/2026/theft/", "/history/"),
    *(f"/sessions/{SESSION.removeprefix('session/')}/", f"/money/{FORCE}/", "/corrections/"),
    *(f"/history/item/{RECOMMENDATION}/", "/search/?q=shop", f"/compare/{FORCE}/", "/packs/"),
    *(f"/api/v1/{name}" for name in (*TABLES, "deadlines", "entries")),
    *("/api/v1/findings?view=gaps", "/api/v1/actions?q=shops", f"/bodies/{FORCE}.json"),
)


@pytest.fixture
def small(home: object) -> SmallHome:
    return made()


@contextmanager
def counted(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    asked: list[str] = []
    plain = database.rows

    def rows(sql: str, parameters: Any = ()) -> list[Any]:
        asked.append(sql)
        return plain(sql, parameters)

    with monkeypatch.context() as patched:
        patched.setattr(database, "rows", rows)
        yield asked


def findings(count: int, *, begin: int) -> None:
    append(
        *(
            f.FindingPublished(
                institution=FORCE,
                stream=f"{REPORT}/recommendation/{n}",
                valid=Period(first_day("2026-04-20")),
                said="2026-04-20",
                kind="recommendation",
                number=str(n),
                theme="theft",
                text=f"The force should visit shop {n}.",
            )
            for n in range(begin, begin + count)
        ),
        by="anyshire-pcc/governance-officer",
    )


def test_queries_do_not_grow_with_the_record(
    small: SmallHome, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def ask() -> dict[str, int]:
        found = {}
        for address in ADDRESSES:
            assert client.get(address).status_code == 200, address
            cache.clear()
            with counted(monkeypatch) as asked:
                client.get(address)
            found[address] = len(asked)
        return found

    few = ask()
    findings(40, begin=10)
    many = ask()
    assert max(many.values()) <= MOST, many
    # One more query for each institution is allowed; none for each finding.
    assert {a: (few[a], many[a]) for a in ADDRESSES if many[a] > few[a] + 2} == {}


def test_who_asks_is_found_out_once_for_a_page(
    small: SmallHome, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A reader without an office needs no list of offices, and nobody signs in between."""
    client, address = Client(SERVER_NAME="127.0.0.1"), f"/bodies/{FORCE}/"
    client.get(address)
    cache.clear()
    signed_up: list[bool] = []
    own = accounts.exist

    def exist() -> bool:
        signed_up.append(own())
        return signed_up[-1]

    monkeypatch.setattr(accounts, "exist", exist)
    with counted(monkeypatch) as asked:
        client.get(address)
    assert signed_up == [False]
    assert len([sql for sql in asked if "'office/'" in sql]) <= 1


def test_what_is_kept_of_the_record_goes_when_it_changes(small: SmallHome, client: Client) -> None:
    before = registers.kept(("test",), lambda: [0])
    assert registers.kept(("test",), lambda: [1]) is before
    findings(1, begin=10)
    assert registers.kept(("test",), lambda: [2]) == [2]


def test_an_entry_about_another_body_leaves_a_register_as_it_was(small: SmallHome) -> None:
    on = first_day("2026-11-23")
    before = registers.register(FORCE, valid=on)
    append(
        f.GradeGiven(
            institution="bexshire-police",
            stream="anyshire-inspectorate/2026/bexshire/theft/grade",
            valid=Period(first_day("2026-04-20")),
            value="good",
        )
    )
    after = registers.register(FORCE, valid=on)
    assert after.known == before.known + 1
    assert after.versions is before.versions
    assert after.once("asked", lambda: [1]) is before.once("asked", lambda: [2])


def test_of_many_cases_the_latest_stand_in_front(
    small: SmallHome, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    append(
        f.FindingPublished(
            institution="bexshire-police",
            stream="anyshire-inspectorate/2025/bexshire/fraud/recommendation/1",
            valid=Period(first_day("2025-04-20")),
            kind="recommendation",
            theme="fraud",
            text="The force should answer letters.",
        )
    )
    assert "/cases/bexshire/fraud/" in client.get("/").content.decode()
    cache.clear()
    monkeypatch.setattr(pages, "MOST_CASES", 1)
    words = client.get("/").content.decode()
    assert "/cases/anyshire/theft/" in words
    assert "/cases/bexshire/fraud/" not in words


@pytest.mark.parametrize(
    "url", ["/search/?q=shop", f"/bodies/{FORCE}/", "/plans/", "/api/v1/findings"]
)
def test_where_the_record_ends_is_asked_once_for_a_page(
    small: SmallHome, client: Client, monkeypatch: pytest.MonkeyPatch, url: str
) -> None:
    """A server elsewhere is a journey away, and the parts of a page are of one state."""
    client.get(url)
    cache.clear()
    with counted(monkeypatch) as asked:
        assert client.get(url).status_code == 200
    assert sum("FROM head" in sql for sql in asked) == 1
