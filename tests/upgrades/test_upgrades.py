"""Data of every release still open, verify and read the same.

Each `NAME.sql` is a dump of a home's database as that release wrote it, and is never changed.
`python -m tests.upgrades.freeze NAME` makes one at a release.
"""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from answerable.operations.record import ledger
from answerable.store.checks import rebuilding
from answerable.store.engine import start
from answerable.store.reads import registers
from answerable.vocabulary.facts import ActionPromised, DueDateMoved
from tests.conftest import use_home
from tests.factories import FORCE
from tests.trust.cast import AT, found

FROZEN = {
    # name: version of its tables, size, root
    "tables-1": (1, 12, "3bf559a84337799f8082b77a0730661e5447fa61529585510c5eb423345818d1"),
    "tables-4": (4, 12, "ceee82f8e866b058f4425df0ce555b1bc1eb897b31aaa8ae0882d45956d60ab8"),
    "tables-5": (5, 12, "f57d3e00ca58604c6e292e92eafbe42862481eb8f25be918559b14429d614aa6"),
}


@pytest.mark.parametrize("name", sorted(FROZEN))
def test_a_frozen_home_opens_verifies_and_reads_as_it_did(
    name: str, home: Path, tmp_path: Path
) -> None:
    version, size, root = FROZEN[name]
    folder = tmp_path / "frozen"
    folder.mkdir()
    with closing(sqlite3.connect(folder / "answerable.sqlite")) as made:
        made.executescript((Path(__file__).parent / f"{name}.sql").read_text(encoding="utf-8"))
        made.execute(f"PRAGMA user_version = {version}")
    use_home(folder)
    start.ready()
    assert start.version_of(folder / "answerable.sqlite") == start.VERSION
    assert registers.head() == (size, root)
    result = ledger.verify()
    assert result.holds, result.faults
    assert all(state.same for state in rebuilding.compare())
    seen = registers.register(FORCE, valid=AT.date())
    assert len(seen.of(ActionPromised)) == 8
    assert seen.of(ActionPromised, stream="action/3")[0].due == "2026-04-30"
    assert found("promise 3") == ["action/3"], "what was found by its words, or is from now on"
    assert [f.due for f in seen.of(DueDateMoved)] == ["2026-06-30", "2026-09-30"]
    before = registers.register(FORCE, valid=AT.date(), known=9)
    assert before.of(ActionPromised, stream="action/3")[0].due == "2026-03-31"


def test_every_dump_is_listed() -> None:
    assert {path.stem for path in Path(__file__).parent.glob("*.sql")} == set(FROZEN)
