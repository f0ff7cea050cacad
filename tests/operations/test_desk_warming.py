"""What a server works out before anybody asks: the first page of the day finds it ready."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from answerable.ledger.register import History
from answerable.operations import installation, people, warming
from answerable.operations.desk import rows
from answerable.operations.pages import everything
from answerable.operations.pages.institutions import compare, home
from answerable.operations.pages.look import Look
from answerable.operations.pages.record import history
from answerable.operations.record import ledger
from tests.operations.test_desk_action_log import FORCE, OVERSIGHT

AT = datetime(2026, 11, 2, 8, tzinfo=UTC)


@pytest.fixture(autouse=True)
def own(home: Path) -> None:
    installation.init(
        at=AT, key="k", regime="police-england-wales", institution=FORCE, oversight=OVERSIGHT
    )


def test_the_desk_of_the_morning_finds_its_rows_ready(monkeypatch: pytest.MonkeyPatch) -> None:
    warming.warm(at=AT)
    look = warming._Today(people.acting_as(None), AT.date())

    def never(*_: object) -> None:
        raise AssertionError("worked out again")

    monkeypatch.setattr(rows, "_whole", never)
    assert rows.rows(look, FORCE).institution == FORCE


def test_the_first_page_waits_for_nothing_that_only_others_need(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    met = list[str]()

    def noted(where: Any, name: str) -> None:
        made = getattr(where, name)

        def asked(*given: Any, **named: Any) -> Any:
            met.append(name)
            return made(*given, **named)

        monkeypatch.setattr(where, name, asked)

    for where, name in ((home, "home"), (ledger, "verify"), (rows, "_whole")):
        noted(where, name)
    warming.warm(at=AT, opened=lambda: met.append("opened"))
    assert met[:2] == ["home", "opened"]
    assert {"verify", "_whole"} <= {*met[2:]}


def test_public_pages_find_the_record_checked_and_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a first reader would wait for is the whole check of the record."""
    warming.warm(at=AT)

    def never(*_: object, **__: object) -> None:
        raise AssertionError("worked out again")

    monkeypatch.setattr(ledger, "verify", never)
    monkeypatch.setattr(everything, "_grouped", never)
    look = Look(at=AT, actor=replace(people.reader(), on=AT.date()))
    assert history.history(look).check is not None
    assert home.home(look).bodies


def test_then_and_now_of_each_body_finds_both_dates_ready(monkeypatch: pytest.MonkeyPatch) -> None:
    warming.warm(at=AT)

    def never(*_: object, **__: object) -> None:
        raise AssertionError("worked out again")

    monkeypatch.setattr(History, "at", never)
    look = Look(at=AT, actor=replace(people.reader(), on=AT.date()))
    assert compare.compare(look, FORCE, a=None, b=None).title.startswith("Then and now")
