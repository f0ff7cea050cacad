"""The check of the record after more was written: as good as a whole one, with less to do."""

from collections.abc import Callable

import pytest

from answerable.config import config
from answerable.operations.record import ledger, rechecking
from answerable.operations.record.rechecking import Checked
from answerable.store.checks.verification import Verification
from answerable.store.engine import database
from answerable.store.since_checked import Mark
from answerable.vocabulary import facts as f
from answerable.vocabulary.times import Period, first_day
from tests.web import small_home
from tests.web.small_home import FORCE, REPORT, append


@pytest.fixture
def first(home: object) -> Checked:
    small_home.made()
    return rechecking.checked(None)


@pytest.fixture
def whole(first: Checked, monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Each check of everything that was asked for since the first one."""
    asked: list[bool] = []
    own = ledger.verify

    def verify(*, tree_only: bool = False) -> Verification:
        if not tree_only:
            asked.append(True)
        return own(tree_only=tree_only)

    monkeypatch.setattr(ledger, "verify", verify)
    return asked


def more() -> None:
    append(
        f.RungReached(
            institution=FORCE,
            stream=f"{REPORT}/recommendation/1",
            valid=Period(first_day("2026-05-20")),
            said="2026-05-20",
            rung="delivered",
        )
    )


def test_after_an_entry_only_that_entry_is_taken_apart(first: Checked, whole: list[bool]) -> None:
    assert first.mark is not None
    more()
    second = rechecking.checked(first.mark)
    assert whole == []
    assert second.result == ledger.verify()
    assert second.result.holds
    assert second.result.files == 2
    more()
    again = rechecking.checked(second.mark)
    assert again.result == ledger.verify()
    assert again.mark == rechecking.checked(None).mark, "the mark is that of a whole check"


def change(sql: str) -> Callable[[], None]:
    def done() -> None:
        table = "payload" if "payload" in sql else "entry"
        for (name,) in database.rows(
            "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?", (table,)
        ):
            database.rows(f"DROP TRIGGER {name}")
        database.rows(sql.replace("NEWEST", NEWEST))

    return done


def file_changed() -> None:
    path = next(p for p in config().documents.rglob("*") if p.is_file() and len(p.name) == 64)
    path.chmod(0o600)
    path.write_bytes(b"another")


def keys_gone() -> None:
    config().keys.unlink()


NEWEST = "(SELECT entry_id FROM entry ORDER BY seq DESC LIMIT 1)"


@pytest.mark.parametrize(
    "harm",
    [
        change("UPDATE payload SET value = x'22' WHERE field = 'chair'"),
        change("UPDATE payload SET salt = x'22' WHERE field = 'reason'"),
        change("UPDATE payload SET state = 'erased', value = NULL WHERE field = 'chair'"),
        change("UPDATE payload SET class = 'internal' WHERE field = 'chair'"),
        change("DELETE FROM payload WHERE field = 'chair'"),
        change("UPDATE entry SET stream = 'another' WHERE seq = 3"),
        change("UPDATE entry SET recorded_at = '2026-01-01T00:00:00.000000Z' WHERE seq = 3"),
        change("UPDATE entry SET leaf = x'22' WHERE seq = 3"),
        change("UPDATE payload SET value = x'22' WHERE field = 'rung' AND entry_id = NEWEST"),
        change("DELETE FROM payload WHERE entry_id = NEWEST"),
        change(
            "UPDATE entry SET valid_from = '2020-01-01' WHERE seq = (SELECT max(seq) FROM entry)"
        ),
        change("UPDATE entry SET leaf = x'22' WHERE seq = (SELECT max(seq) FROM entry)"),
        file_changed,
        keys_gone,
    ],
)
def test_whatever_is_changed_is_told_as_by_a_whole_check(
    first: Checked, harm: Callable[[], None]
) -> None:
    more()
    harm()
    told = rechecking.checked(first.mark)
    assert told.result == ledger.verify()
    assert not (told.result.holds and told.mark), "nothing can be begun with afterwards"


def test_a_mark_of_another_record_is_worth_nothing(first: Checked, whole: list[bool]) -> None:
    assert first.mark is not None
    for mark in (
        replace_size(first, 3),
        replace_size(first, 900),
        first.mark._replace(digest="00" * 32),
    ):
        assert rechecking.checked(mark).result == first.result
    assert len(whole) == 3


def replace_size(first: Checked, size: int) -> Mark:
    assert first.mark is not None
    return first.mark._replace(size=size)
