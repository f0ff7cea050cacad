"""Fold = projection = rebuild, and the naive list, over random histories; verify holds at the end.

The naive list below applies each command to plain dictionaries. It knows nothing of versions.
"""

import random
import shutil
import tempfile
from contextlib import ExitStack
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from unicodedata import normalize

import hypothesis.strategies as st
import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from answerable.config import config
from answerable.store.book import book
from answerable.store.checks import rebuilding, verification
from answerable.store.engine import database
from answerable.store.engine.keys import keys_of
from answerable.store.reads import queries, registers
from answerable.vocabulary.access import READER, Classification
from answerable.vocabulary.facts import (
    ActionPromised,
    Corrected,
    DueDateMoved,
    Erased,
    Reclassified,
    Withdrawn,
)
from tests.conftest import use_home
from tests.factories import FORCE, fact
from tests.trust.cast import AT, OFFICER, add, moved, promised

DAYS = st.dates(date(2026, 1, 5), date(2027, 12, 31)).map(date.isoformat)
TEXTS = st.text(max_size=12).map(lambda text: normalize("NFC", text))
FIELDS = st.sampled_from(["text", "due", "owner"])
ALL = date(2030, 1, 1)


class Records(RuleBasedStateMachine):
    """Commands in any order; after each, what readers see equals the naive list."""

    made: Path

    def __init__(self) -> None:
        super().__init__()
        self._stack = ExitStack()
        self.fresh(Path(self._stack.enter_context(tempfile.TemporaryDirectory())) / "home")
        self.book = book()
        self.items: list[dict[str, Any]] = []  # a promise: what is seen of it now
        self.past: list[tuple[int, Any]] = []  # an address, and what it answered

    def fresh(self, home: Path) -> None:
        """Make an empty record the one in force."""
        shutil.copytree(self.made, home)
        use_home(home)

    def teardown(self) -> None:
        found = verification.verify(database.engine(), keys=keys_of(config()))
        use_home(self.made)
        self._stack.close()
        assert found.holds, found.faults

    @initialize()
    def begin(self) -> None:
        self._promise("first", None)

    def _promise(self, text: str, marking: Classification | None) -> None:
        marks = {"text": marking} if marking else {}
        made = add(self.book, promised(len(self.items), text=text, classes=marks))
        (entry,) = self.book.entries(begin=made.first)
        self.items.append(
            {
                "id": entry.id,
                "values": {"text": text, "due": "2026-03-31", "owner": None},
                "marks": dict(marks),
                "erased": set(),
                "moves": [],
                "stands": True,
            }
        )

    @rule(text=TEXTS, marking=st.sampled_from([None, *Classification]))
    def promise(self, text: str, marking: Classification | None) -> None:
        self._promise(text, None if marking == Classification.PUBLIC else marking)

    def _pick(self, number: int) -> tuple[int, dict[str, Any]]:
        at = number % len(self.items)
        return at, self.items[at]

    @rule(number=st.integers(0, 99), due=DAYS)
    def move(self, number: int, due: str) -> None:
        at, item = self._pick(number)
        add(self.book, moved(at, due))
        item["moves"].append(due)

    @rule(number=st.integers(0, 99), field=FIELDS, value=DAYS)
    def correct(self, number: int, field: str, value: str) -> None:
        at, item = self._pick(number)
        if item["stands"] and field not in item["erased"]:
            self._about(at, Corrected, ref=item["id"], field=field, value=value)
            item["values"][field] = value

    @rule(number=st.integers(0, 99))
    def withdraw(self, number: int) -> None:
        at, item = self._pick(number)
        if item["stands"] and len(self.items) > 1:
            self._about(at, Withdrawn, ref=item["id"], reason="Made twice.")
            item["stands"] = False

    @rule(number=st.integers(0, 99), field=FIELDS)
    def erase(self, number: int, field: str) -> None:
        at, item = self._pick(number)
        self._about(at, Erased, ref=item["id"], fields=(field,), basis="Article 17")
        item["values"][field] = None
        item["erased"].add(field)
        self.past.clear()  # the one exception to “the same answer”

    @rule(number=st.integers(0, 99), field=FIELDS, marking=st.sampled_from(list(Classification)))
    def reclassify(self, number: int, field: str, marking: Classification) -> None:
        at, item = self._pick(number)
        if item["stands"]:
            self._about(at, Reclassified, ref=item["id"], fields=(field,), class_=marking.value)
            item["marks"].pop(field, None)
            if marking != Classification.PUBLIC:
                item["marks"][field] = marking
            self.past.clear()  # a raised marking closes older addresses for the public

    def _about(self, at: int, kind: Any, **values: Any) -> None:
        add(self.book, fact(kind, stream=f"action/{at}", on="2026-01-05", **values))

    @precondition(lambda self: self.items)
    @rule()
    def remember(self) -> None:
        known = registers.head().size - 1
        self.past.append((known, self._answer(known)))

    def _answer(self, known: int) -> Any:
        seen = registers.register(FORCE, valid=ALL, known=known, actor=READER)
        return [(v.fact, v.recorded_from, v.withheld) for v in seen.versions]

    @invariant()
    def the_past_answers_as_it_did(self) -> None:
        for known, answer in self.past:
            assert [a[:2] for a in self._answer(known)] == [a[:2] for a in answer]

    @invariant()
    def readers_see_what_the_naive_list_says(self) -> None:
        for who in (READER, OFFICER):
            seen = registers.register(FORCE, valid=ALL, actor=who)
            found = {
                v.entry_id: {name: v.fact.get(name) for name in ("text", "due", "owner")}
                for v in seen.versions_of(ActionPromised)
            }
            should = {
                item["id"]: {
                    name: None if who is READER and name in item["marks"] else value
                    for name, value in item["values"].items()
                }
                for item in self.items
                if item["stands"]
            }
            assert found == should
            for at, item in enumerate(self.items):
                moves = seen.of(DueDateMoved, stream=f"action/{at}")
                assert [m.due for m in moves] == item["moves"]

    @invariant()
    def projections_equal_the_fold_and_the_naive_list(self) -> None:
        assert all(state.same for state in rebuilding.compare())
        rows = {r.entry_id: r.values for r in queries.rows("action") if r.type != "DueDateMoved"}
        for item in self.items:
            assert (item["id"] in rows) == item["stands"]
            if item["stands"]:
                shown = {
                    n: None if n in item["marks"] or v is None else v.replace("\0", "\ufffd")
                    for n, v in item["values"].items()
                }
                assert {name: rows[item["id"]][name] for name in shown} == shown


def run(machine: type[Records]) -> None:
    """Random histories, as many as the profile says."""
    quick = settings(
        max_examples=settings.default.max_examples if settings.default else 30,
        stateful_step_count=12,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(machine, settings=quick)


@pytest.mark.usefixtures("home")
def test_random_histories_read_the_same_by_every_way(made_home: Path) -> None:
    Records.made = made_home
    run(Records)


@pytest.mark.usefixtures("home")
def test_rebuild_makes_the_same_rows_and_mends_changed_ones() -> None:
    chance = random.Random(7)  # noqa: S311  # a seed that repeats the test
    kept = book()
    for number in range(30):
        add(kept, promised(number), at=AT + timedelta(minutes=number))
    before = queries.rows("action")

    victim = before[chance.randrange(30)].entry_id
    with database.transaction() as raw:
        raw.execute("UPDATE action SET text = 'changed' WHERE entry_id = ?", (victim,))
        raw.execute("DELETE FROM action WHERE seq = 3")
    states = {state.table: state for state in rebuilding.compare()}
    assert (states["action"].missing, states["action"].extra) == (2, 1)
    rebuilding.rebuild()
    assert all(state.same for state in rebuilding.compare())
    assert queries.rows("action") == before
