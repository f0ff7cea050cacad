"""What a server works out before anybody asks: the first page of the day finds it ready."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from answerable.operations import installation, people, warming
from answerable.operations.desk import rows
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
