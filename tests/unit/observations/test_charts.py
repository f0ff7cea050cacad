"""Protects the charts that SQL alone draws of held figures: the same as the room's, per body."""

from datetime import date
from pathlib import Path

import pytest

from answerable.config import Config
from answerable.evidence.control_chart import chart
from answerable.evidence.series import Series
from answerable.store.observations.answering import reader_of
from answerable.store.observations.charted import ChartedPeriod
from answerable.store.observations.engine import Observations
from answerable.store.observations.place import UnknownEngine, place_of
from tests.unit.observations.making import FIRST, SECOND, row

MONTHS = [date(2023 + m // 12, m % 12 + 1, 1) for m in range(30)]


@pytest.fixture
def held(tmp_path: Path) -> Observations:
    observations = Observations(tmp_path)
    observations.add([row(str(day), 10 + i % 3 + i // 20 * 9) for i, day in enumerate(MONTHS)])
    return observations


def told(rows: tuple[ChartedPeriod, ...]) -> list[tuple[int, int]]:
    return [(r.stretch, r.code) for r in rows]


def test_it_is_the_chart_of_the_evidence_room(held: Observations) -> None:
    restart = MONTHS[20]
    found = held.charts("thefts", restarts=[("anyshire-police", restart)])
    values = held.series("thefts", "anyshire-police").rows
    made = chart(
        Series(tuple(MONTHS), tuple(r.value for r in values)),
        direction="neutral",
        rebase=(restart,),
    )
    assert [r.stretch for r in found] == [p.rebase_group for p in made.points]
    for ours, theirs in zip(found, made.points, strict=True):
        assert ours.mean == pytest.approx(theirs.mean, rel=1e-12)
        assert (ours.code != 0) == theirs.special_cause_flag


def test_a_stopped_period_has_no_value_and_starts_no_chart(held: Observations) -> None:
    found = held.charts("thefts", stopped=[("anyshire-police", day) for day in MONTHS[:2]])
    assert found[0].period_start == MONTHS[2], "what is stopped at the start is not in the chart"
    later = held.charts("thefts", stopped=[("anyshire-police", MONTHS[5])])
    assert (later[5].value, later[5].code) == (None, 0)
    assert held.charts("thefts", stopped=[("another-body", MONTHS[5])])[5].value is not None


def test_as_known_on_a_day_without_hindsight(held: Observations) -> None:
    before = held.charts("thefts", known_on=FIRST.released_on)
    held.add([row(str(MONTHS[3]), 500, SECOND)], SECOND)
    assert held.charts("thefts", known_on=FIRST.released_on) == before
    assert held.charts("thefts")[3].code == 1


def test_no_text_of_a_caller_reaches_the_statement(held: Observations) -> None:
    with pytest.raises(ValueError, match="not an identifier"):
        held.charts("thefts", stopped=[("x', DATE '2024-01-01'); --", MONTHS[0])])


@pytest.mark.parametrize(
    ("address", "master"),
    [
        ("duckdb:////mnt/figures", ""),
        ("spark://local", "local"),
        ("spark://local[2]/mnt/figures", "local[2]"),
        ("spark://local[*]", "local[*]"),
        ("spark://local-cluster[2,1,1024]", "local-cluster[2,1,1024]"),
        ("spark://master.example.org:7077/mnt", "spark://master.example.org:7077"),
    ],
)
def test_addresses_and_their_engines(address: str, master: str) -> None:
    assert place_of(address).master == master


@pytest.mark.parametrize(
    "address",
    ["", "postgresql://host/name", "spark://", "spark://host", "spark://local[2] x", "x"],
)
def test_an_address_of_no_engine_is_refused_with_those_there_are(address: str) -> None:
    with pytest.raises(UnknownEngine, match=r"duckdb:///FOLDER, spark://local\[2\]"):
        place_of(address)


def test_the_folder_of_an_address() -> None:
    def folder(address: str) -> str:
        config = Config.read({"ANSWERABLE_HOME": "/h", "ANSWERABLE_OBSERVATIONS": address})
        return str(config.observations)

    assert folder("") == folder("spark://local[2]") == "/h/observations"
    assert folder("duckdb:////mnt/figures") == folder("spark://x:1/mnt/figures") == "/mnt/figures"


def test_duckdb_needs_no_other_reader() -> None:
    assert reader_of("duckdb:///x") is None


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("postgresql://analyst:secret@db.example.org/figures", "engine_not_offered"),
        ("postgres://analyst:secret@db.example.org/figures", "engine_not_offered"),
        ("mysql://analyst:secret@db.example.org/figures", "unknown_engine"),
    ],
)
def test_postgresql_holds_the_record_and_no_figures(address: str, code: str) -> None:
    """EVIDENCE section 10. What is said of an address shows no password."""
    with pytest.raises(UnknownEngine) as refused:
        place_of(address)
    assert refused.value.code == code
    assert "secret" not in refused.value.sentence
