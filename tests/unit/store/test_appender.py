"""The appender: facts in, a receipt out; once per key; nothing left of a refused command."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from answerable.ledger.book import Book
from answerable.ledger.register import Register
from answerable.store.engine import database
from answerable.store.reads import registers
from answerable.store.writes import appender
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import ActionPromised, Corrected, DueDateMoved, Withdrawn
from answerable.vocabulary.refusal import Conflict, Refusal
from tests.factories import FORCE, fact
from tests.trust.cast import AT, OFFICER, add, moved, promised


def test_what_was_recorded_is_read_back(book: Book) -> None:
    receipt = add(book, promised(1), promised(2))
    assert (receipt.first, receipt.count, receipt.last) == (0, 2, 1)
    assert receipt.streams == ("action/1", "action/2")
    assert registers.head() == (2, receipt.root)
    seen = registers.register(FORCE, valid=AT.date())
    assert [f.text for f in seen.of(ActionPromised)] == ["Promise 1.", "Promise 2."]
    assert [entry.seq for entry in book.entries()] == [0, 1]
    assert [entry.seq for entry in book.entries(about="elsewhere")] == []


def test_the_same_command_acts_once(book: Book) -> None:
    first = add(book, promised(1), key="k")
    assert add(book, promised(1), key="k") == first
    assert registers.head().size == 1


def test_the_same_key_for_other_content_is_refused(book: Book) -> None:
    add(book, promised(1), key="k")
    with pytest.raises(Refusal, match="used for another command"):
        add(book, promised(2), key="k")
    assert registers.head().size == 1


def test_a_repeated_command_is_decided_as_at_the_first_time(book: Book) -> None:
    """A decision that its own effect would forbid still gets its first answer."""

    def decide(register: Register) -> list[Fact]:
        if register.of(ActionPromised):
            raise Refusal("It is promised already.")
        return [promised(1)]

    first = book.append(about=FORCE, decide=decide, by=OFFICER, at=AT, key="k")
    later = AT + timedelta(hours=3)
    assert book.append(about=FORCE, decide=decide, by=OFFICER, at=later, key="k") == first
    with pytest.raises(Refusal, match="promised already"):
        book.append(about=FORCE, decide=decide, by=OFFICER, at=AT, key="another")


def test_a_refused_command_leaves_no_trace(book: Book) -> None:
    def decide(_: Register) -> list[Fact]:
        raise Refusal("Not so.")

    with pytest.raises(Refusal, match="Not so"):
        book.append(about=FORCE, decide=decide, by=OFFICER, at=AT, key="k")
    assert database.rows("SELECT count(*) FROM command") == [(0,)]
    assert add(book, promised(1), key="k").first == 0


def test_a_defect_in_a_decision_reaches_its_caller_and_harms_nobody(book: Book) -> None:
    def decide(_: Register) -> list[Fact]:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        book.append(about=FORCE, decide=decide, by=OFFICER, at=AT, key="k")
    assert add(book, promised(1)).first == 0


def test_a_fact_too_long_for_a_leaf_is_refused_and_the_next_one_is_not(book: Book) -> None:
    with pytest.raises(Refusal, match="1 MiB"):
        add(book, promised(1), promised(2, text="x" * 1_100_000))
    assert add(book, promised(1)).first == 0
    assert len(registers.register(FORCE, valid=AT.date()).versions) == 1


def test_somebody_elses_later_change_is_a_conflict_and_writes_nothing(book: Book) -> None:
    add(book, promised(1, due="2026-03-31"))
    seen = registers.head().size - 1
    add(book, moved(1, "2026-06-30"))
    with pytest.raises(Conflict) as caught:
        add(book, moved(1, "2026-09-30"), seen=seen)
    conflict = caught.value
    assert (conflict.field, conflict.theirs, conflict.yours) == ("due", "2026-06-30", "2026-09-30")
    assert registers.head().size == 2
    assert add(book, moved(1, "2026-09-30"), seen=1).first == 2


def test_another_field_or_another_item_is_no_conflict(book: Book) -> None:
    add(book, promised(1), promised(2))
    add(book, moved(1, "2026-06-30"))
    add(book, moved(2, "2026-06-30"), seen=1)
    assert registers.head().size == 4


def test_a_correction_of_what_somebody_moved_is_a_conflict(book: Book) -> None:
    add(book, promised(1))
    entry = next(iter(book.entries()))
    add(book, moved(1, "2026-06-30"))
    with pytest.raises(Conflict, match="due"):
        add(book, corrected(entry.id, "due", "2026-04-30"), seen=0)


def test_a_correction_must_fit_what_it_corrects(book: Book) -> None:
    add(book, promised(1))
    entry = next(iter(book.entries()))
    with pytest.raises(Refusal, match="no field “colour”"):
        add(book, corrected(entry.id, "colour", "red"))
    with pytest.raises(Refusal, match="is on the record"):
        add(book, corrected("0" * 32, "due", "2026-04-30"))
    add(book, fact(Withdrawn, stream="action/1", on="2026-01-05", ref=entry.id))
    with pytest.raises(Refusal, match="withdrawn"):
        add(book, corrected(entry.id, "due", "2026-04-30"))


def test_stamps_rise_whatever_the_clock_says(book: Book) -> None:
    add(book, promised(1), promised(2), at=AT)
    add(book, promised(3), at=AT - timedelta(hours=1))
    add(book, promised(4), at=AT + timedelta(days=3650))
    found = list(book.entries())
    stamps = [entry.content["recorded_at"] for entry in found]
    assert stamps == sorted(set(stamps))
    assert [entry.content["clock"] for entry in found] == ["ok", "ok", "regressed", "ok"]


def test_a_moment_without_its_zone_is_refused(book: Book) -> None:
    with pytest.raises(Refusal, match="time zone"):
        add(book, promised(1), at=datetime(2026, 1, 5))  # noqa: DTZ001  # the case under test


def test_a_day_leads_to_the_last_entry_recorded_by_its_end_in_london(book: Book) -> None:
    summer = datetime(2026, 6, 30, 22, 59, tzinfo=UTC)  # 23:59 in London
    add(book, promised(1), at=summer)
    add(book, promised(2), at=summer + timedelta(minutes=2))
    assert registers.known_on(summer.date()) == 0
    assert registers.known_on(summer.date() + timedelta(days=1)) == 1
    assert registers.known_on(summer.date() - timedelta(days=1)) == -1


def test_a_stopped_holder_of_the_lock_gives_a_refusal(
    book: Book, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from answerable.store.engine import start  # noqa: PLC0415  # the lock is the test's own

    monkeypatch.setattr(appender, "PATIENCE", 0.3)
    with start.turn(home / "appender.lock"), pytest.raises(Refusal, match="busy"):
        add(book, promised(1))
    assert add(book, promised(2)).first == 0


def corrected(ref: str, field: str, value: str) -> Corrected:
    return fact(Corrected, stream="action/1", on="2026-01-05", ref=ref, field=field, value=value)


def test_due_dates_moved_are_kept_beside_the_first(book: Book) -> None:
    add(book, promised(1, due="2026-03-31"))
    add(book, moved(1, "2026-06-30"))
    seen = registers.register(FORCE, valid=AT.date())
    assert [f.due for f in seen.of(DueDateMoved)] == ["2026-06-30"]
    assert [f.due for f in seen.of(ActionPromised)] == ["2026-03-31"]
    before = registers.register(FORCE, valid=AT.date(), known=0)
    assert before.of(DueDateMoved) == ()
