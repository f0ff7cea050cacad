"""What the fold answers, one question at a time: by entry, type, stream, reference and place."""

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from answerable.ledger import holds
from answerable.ledger.entry import By, Entry, make_leaf
from answerable.ledger.register import History, Register, Version, Withheld
from answerable.vocabulary import language
from answerable.vocabulary.access import Classification
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import (
    ActionPromised,
    Corrected,
    DueDateMoved,
    Erased,
    HoldOpened,
    HoldReleased,
    Reclassified,
    Withdrawn,
)
from answerable.vocabulary.times import Period

DAY = date(2026, 1, 5)
RESTRICTED = Classification.RESTRICTED


class Capitals:
    """Another language."""

    code = "x-capitals"

    def one(self, text: str) -> str:
        return text.upper()

    def many(self, one: str, many: str, count: int) -> str:
        return (one if count == 1 else many).upper()


def key(seq: int) -> str:
    return hashlib.sha256(f"entry {seq}".encode()).hexdigest()[:32]


def entry(seq: int, fact: Fact) -> Entry:
    leaf, payloads = make_leaf(
        fact,
        entry_id=key(seq),
        by=By("body", "0" * 32),
        recorded_at=datetime(2026, 1, 5, tzinfo=UTC) + timedelta(seconds=seq),
        regressed=False,
        salt=lambda: bytes(16),
    )
    return Entry(seq, leaf, payloads)


def common(stream: str = "action/1", **more: Any) -> dict[str, Any]:
    return {"institution": "a", "stream": stream, "valid": Period(DAY), **more}


def promised(stream: str = "action/1", **more: Any) -> ActionPromised:
    return ActionPromised(**common(stream, text="words", due="2026-06-30", **more))


def moved(due: str, stream: str = "action/1", **more: Any) -> DueDateMoved:
    return DueDateMoved(**common(stream, due=due, reason="r", **more))


def folded(*facts: Fact) -> History:
    history = History("a")
    history.extend(entry(seq, fact) for seq, fact in enumerate(facts))
    return history


def places(versions: Iterable[Version]) -> list[tuple[int, int]]:
    """(sequence number, recorded from) of each."""
    return [(v.seq, v.recorded_from) for v in versions]


@pytest.fixture
def history() -> History:
    """0 and 1 promises, 2 a move of the first, 3 corrects 0, 4 withdraws 2, 5 another's."""
    return folded(
        promised(),
        promised("action/2"),
        moved("2026-09-30"),
        Corrected(**common(ref=key(0), field="due", value="2026-07-31")),
        Withdrawn(**common(ref=key(2), reason="mistake")),
        replace(promised(), institution="b"),
    )


def test_versions_stand_in_the_order_of_the_record(history: History) -> None:
    assert places(history.versions) == [(0, 0), (1, 1), (2, 2), (0, 3), (3, 3), (4, 4)]
    assert history.count == 6
    assert [v.recorded_to for v in history.versions] == [3, None, 4, None, None, None]
    assert [v.corrections for v in history.versions] == [(), (), (), (3,), (), ()]
    assert history.versions[3].fact.get("due") == "2026-07-31"
    assert history.versions[0].entry_id == history.versions[3].entry_id == key(0)
    assert history.versions[0].by == By("body", "0" * 32)
    assert history.versions[2].recorded_at == datetime(2026, 1, 5, 0, 0, 2, tzinfo=UTC)


def test_versions_are_found_by_entry_type_and_what_they_refer_to(history: History) -> None:
    assert places(history.of_entries([key(2), key(0), "nothing"])) == [(0, 0), (2, 2), (0, 3)]
    assert places(history.of_types(DueDateMoved, ActionPromised)) == [
        *((0, 0), (1, 1), (2, 2), (0, 3)),
    ]
    assert history.of_types(HoldOpened) == []
    assert places(history.about(key(0))) == [(3, 3)]
    assert history.about(key(1)) == []
    assert list(history.places_in("action/2")) == [1]
    assert list(history.places_in("nothing")) == []


def test_since_gives_entries_after_and_no_corrections_of_earlier_ones(history: History) -> None:
    assert places(history.since(-1)) == [
        *((0, 0), (1, 1), (2, 2), (0, 3), (3, 3), (4, 4)),
    ]
    assert places(history.since(1)) == [(2, 2), (3, 3), (4, 4)]
    assert places(history.since(0)) == [(1, 1), (2, 2), (3, 3), (4, 4)]
    assert places(history.since(3)) == [(4, 4)]
    assert history.since(4) == []


def test_what_changed_is_the_items_of_which_something_was_said(history: History) -> None:
    first = [(0, 0), (2, 2), (0, 3), (3, 3), (4, 4)]
    assert places(history.changed(after=1, upto=4)) == first
    assert places(history.changed(after=0, upto=1)) == [(1, 1)]
    assert places(history.changed(after=-1, upto=2)) == [(1, 1), (0, 0), (2, 2)]
    assert places(history.changed(after=2, upto=3)) == first[:4]
    assert history.changed(after=4, upto=9) == []


def test_a_second_correction_or_withdrawal_of_what_was_withdrawn_changes_nothing() -> None:
    found = folded(
        promised(),
        Withdrawn(**common(ref=key(0), reason="r")),
        Corrected(**common(ref=key(0), field="due", value="2027-01-01")),
        Withdrawn(**common(ref="0" * 32, reason="r")),
        Reclassified(**common(ref=key(0), fields=("text",), class_="restricted")),
    )
    assert found.versions[0].recorded_to == 1
    assert found.count == 5
    assert not found.ever_marked


def test_corrections_add_up() -> None:
    found = folded(
        promised(),
        Corrected(**common(ref=key(0), field="due", value="2026-07-31")),
        Corrected(**common(ref=key(0), field="text", value="other")),
    )
    last = found.of_entries([key(0)])[-1]
    assert (last.fact.get("due"), last.fact.get("text")) == ("2026-07-31", "other")
    assert last.corrections == (1, 2)
    assert [v.recorded_to for v in found.of_entries([key(0)])] == [1, 2, None]


def test_an_erasure_takes_a_value_out_of_every_version() -> None:
    found = folded(
        promised(quote="exact"),
        Corrected(**common(ref=key(0), field="due", value="2026-07-31")),
        Erased(**common(ref=key(0), fields=("text",), basis="law")),
        Erased(**common(ref=key(0), fields=("quote",), basis="law")),
        promised(quote="exact"),
    )
    for version in found.of_entries([key(0)]):
        assert version.fact.get("text") is None
        assert version.fact.quote is None
        assert version.erased == {"text": 2, "quote": 3}
    assert found.versions[-1].fact.quote == "exact"
    assert found.versions[-1].erased == {}


def test_marks_are_those_at_the_end_of_the_record_and_are_remembered() -> None:
    plain = folded(promised())
    assert not plain.ever_marked
    assert plain.marks == plain.versions[0].withheld == {}
    found = folded(promised(classes={"text": RESTRICTED}), promised("action/2"))
    assert found.ever_marked
    assert found.marks == {key(0): {"text": Withheld("restricted")}}
    again = Reclassified(
        **common(
            ref=key(0), fields=("due",), class_="internal", ground="tactics", review="2027-01-01"
        )
    )
    found.extend([entry(2, again)])
    due = Withheld("internal", "tactics", "2027-01-01")
    assert found.marks == {key(0): {"text": Withheld("restricted"), "due": due}}
    opened = Reclassified(**common(ref=key(0), fields=("text", "due"), class_="public"))
    found.extend([entry(3, opened)])
    assert found.marks == {}
    assert found.ever_marked
    assert places(found.of_entries([key(0)])) == [(0, 0), (0, 2), (0, 3)]
    assert [v.recorded_to for v in found.of_entries([key(0)])] == [2, 3, None]


def read(history: History, *, known: int = 99, valid: date = DAY, **more: Any) -> Register:
    return history.at(valid=valid, known=known, **more)


def test_a_reader_sees_what_was_known_and_true(history: History) -> None:
    assert places(read(history)) == [(1, 1), (0, 3), (3, 3), (4, 4)]
    assert places(read(history, known=2)) == [(0, 0), (1, 1), (2, 2)]
    assert places(read(history, known=3)) == [(1, 1), (2, 2), (0, 3), (3, 3)]
    assert list(read(history, valid=DAY - timedelta(days=1))) == []
    seen = read(history, known=2)
    assert len(seen.versions) == 3
    assert seen.versions[1].seq == 1
    assert places(seen.versions[1:]) == [(1, 1), (2, 2)]
    assert (seen.institution, seen.valid, seen.known, seen.said) == ("a", DAY, 2, None)


def test_said_keeps_what_some_source_had_published() -> None:
    found = folded(promised(said="2026-01-05"), promised(), promised(said="2026-01"))
    assert places(read(found, said=date(2026, 1, 4))) == []
    assert places(read(found, said=DAY)) == [(0, 0)]
    assert places(read(found, said=date(2026, 1, 31))) == [(0, 0), (2, 2)]
    assert read(found, said=DAY).said == DAY


def test_a_register_is_asked_by_type_and_stream(history: History) -> None:
    seen = read(history, known=2)
    assert places(seen.versions_of()) == [(0, 0), (1, 1), (2, 2)]
    assert places(seen.versions_of(ActionPromised)) == [(0, 0), (1, 1)]
    assert places(seen.versions_of(DueDateMoved, ActionPromised)) == [(0, 0), (1, 1), (2, 2)]
    assert places(seen.versions_of(Fact)) == [(0, 0), (1, 1), (2, 2)]
    assert seen.versions_of(HoldOpened) == ()
    assert places(seen.versions_of(stream="action/1")) == [(0, 0), (2, 2)]
    assert places(seen.versions_of(DueDateMoved, stream="action/1")) == [(2, 2)]
    assert seen.versions_of(stream="nothing") == ()
    assert [f.get("due") for f in seen.of(DueDateMoved)] == ["2026-09-30"]
    assert [f.get("due") for f in seen.of(ActionPromised, stream="action/2")] == ["2026-06-30"]
    assert seen.streams() == ("action/1", "action/2")
    assert seen.streams(DueDateMoved) == ("action/1",)
    assert seen.streams(under="action/2") == ("action/2",)
    assert dict(seen.by_stream).keys() == {"action/1", "action/2"}
    assert places(seen.by_stream["action/1"]) == [(0, 0), (2, 2)]


def test_a_register_of_plain_versions_answers_the_same(history: History) -> None:
    seen = read(history, known=2)
    plain = replace(seen, versions=tuple(seen.versions))
    for stream in ("action/1", "action/2", "nothing"):
        assert plain.versions_of(stream=stream) == seen.versions_of(stream=stream)


def test_later_entries_do_not_come_into_a_register_that_was_made(history: History) -> None:
    whole, one = read(history, known=99), read(history, known=99)
    assert len(whole.versions_of(stream="action/1")) == 3
    history.extend([entry(6, moved("2026-12-31"))])
    assert len(whole.versions_of(stream="action/1")) == 3
    assert len(one.versions_of(stream="action/1")) == 3
    assert len(one.versions) == 4
    assert len(read(history).versions_of(stream="action/1")) == 4


def test_the_last_is_the_one_that_is_true_latest() -> None:
    later, earlier = Period(date(2026, 2, 1)), Period(date(2026, 1, 10))
    found = folded(
        replace(moved("2026-08-01"), valid=later),
        replace(moved("2026-07-01"), valid=earlier),
        moved("2027-01-01", "action/2"),
    )
    seen = read(found, valid=date(2026, 3, 1))
    last = seen.last(DueDateMoved, stream="action/1")
    assert last is not None
    assert last.due == "2026-08-01"
    assert seen.last(ActionPromised, stream="action/1") is None
    found.extend([entry(3, replace(moved("2026-09-01"), valid=later))])
    last = read(found, valid=date(2026, 3, 1)).last(DueDateMoved, stream="action/1")
    assert last is not None
    assert last.due == "2026-09-01"


def test_what_follows_is_made_once_for_each_language(history: History) -> None:
    seen, made = read(history, known=2), list[int]()

    def make() -> int:
        made.append(1)
        return len(made)

    assert [seen.once("a", make), seen.once("a", make), seen.once("b", make)] == [1, 1, 2]
    assert seen.read_at(2) is seen
    twin = seen.read_at(4)
    assert (twin.known, twin.versions, twin.once("a", make)) == (4, seen.versions, 1)
    with language.spoken(Capitals()):
        assert seen.once("a", make) == 3


def test_a_hold_covers_its_scope_and_all_under_it_until_it_is_released() -> None:
    def opened(**more: Any) -> HoldOpened:
        return HoldOpened(**common("hold/1", kind="foi", reason="r", **more))

    found = folded(
        opened(scope="action/1"),
        opened(scope="a"),
        opened(),
        HoldReleased(**common("hold/1", ref=key(1), reason="r")),
        Withdrawn(**common("hold/1", ref=key(2), reason="r")),
        opened(scope="action/10"),
    )
    standing = holds.open_holds(found.versions)
    assert places(standing) == [(0, 0), (5, 5)]

    def covering(stream: str) -> int | None:
        hold = holds.covering(found.versions, institution="a", stream=stream)
        return None if hold is None else hold.seq

    assert covering("action/1") == 0
    assert covering("action/1/2") == 0
    assert covering("action/10") == 5
    assert covering("action/2") is None
    whole, empty = found.versions[1], found.versions[2]
    for hold in (whole, empty):
        assert holds.covers(hold, institution="a", stream="action/2")
    assert not holds.covers(whole, institution="b", stream="action/2")
    assert holds.covers(empty, institution="b", stream="action/2")
