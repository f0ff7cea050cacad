"""Protects the layout for whole measures: the same numbers as series by series, made only anew
when a file is new; and the portable part of the SQL stays portable."""

import re
from datetime import date
from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest

from answerable.evidence import kernel
from answerable.evidence.chart_rules import Cut, plain
from answerable.store.observations.engine import Observations
from tests.unit.observations.making import FIRST, SECOND, row

NOT_PORTABLE = re.compile(
    r"lambda|->|list_|\blist\(|max_by|min_by|qualify|\bfilter\b|::|lag\(\w+\) over \(\)|\barray",
    re.IGNORECASE,
)


@pytest.fixture
def held(tmp_path: Path) -> Observations:
    observations = Observations(tmp_path)
    months = [f"{2024 + m // 12}-{m % 12 + 1:02}-01" for m in range(20)]
    for body, level in (("b-police", 10), ("a-police", 400)):
        observations.add(
            [row(m, level + (i * 7) % 5, body=body) for i, m in enumerate(months)], FIRST
        )
    observations.add([row(months[3], None, SECOND, "a-police")], SECOND)
    return observations


def test_blocks_are_the_series_one_after_another(held: Observations) -> None:
    found = held.blocks("thefts")
    assert found.bodies == ("a-police", "b-police")
    assert found.firsts == (date(2024, 1, 1), date(2024, 1, 1))
    assert found.ends.tolist() == [20, 40]
    for name, start, end in zip(found.bodies, [0, *found.ends], found.ends, strict=False):
        one = [item.value for item in held.series("thefts", name).rows]
        assert [None if np.isnan(v) else v for v in found.y[start:end]] == one


def test_every_label_of_a_measure_is_that_of_its_charts(held: Observations) -> None:
    found = held.blocks("thefts")
    cuts = [Cut(found.y[:20]), Cut(found.y[20:])]
    labels = kernel.every(found.y, found.ends).codes
    assert labels.tolist() == [c for _, mark in plain(cuts) for c in mark.codes.tolist()]


def test_blocks_are_made_again_only_when_a_file_is_new(held: Observations, tmp_path: Path) -> None:
    held.blocks("thefts")
    (made,) = (tmp_path / "blocks").iterdir()
    before = made.stat().st_mtime_ns
    held.blocks("thefts")
    assert made.stat().st_mtime_ns == before
    held.add([row("2026-01-01", 11, body="b-police")], FIRST)
    assert held.blocks("thefts").ends.tolist() == [20, 41]
    (now,) = (tmp_path / "blocks").iterdir()
    assert now.name != made.name
    assert held.measures() == ("thefts",)


def test_a_measure_that_is_not_held_has_no_blocks(tmp_path: Path) -> None:
    assert Observations(tmp_path).blocks("thefts").bodies == ()


def test_the_files_of_sql_keep_to_the_portable_subset() -> None:
    folder = files("answerable.store.observations") / "sql"
    texts = {item.name: item.read_text(encoding="utf-8") for item in folder.iterdir()}
    assert "xmr.sql" in texts
    found = {name: NOT_PORTABLE.findall(text) for name, text in texts.items()}
    assert {name: words for name, words in found.items() if words} == {}
