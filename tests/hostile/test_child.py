"""The whole collection through the child: no crash of the parent, the same answers, in time."""

import gc
import os
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

import pytest

from answerable.operations import sandbox
from answerable.vocabulary.refusal import Refusal
from tests.hostile.test_refused import REFUSED
from tests.hostile.test_survived import ODD

# One of many ways out of an archive stands for all: they are refused by one rule.
FILES: dict[str, tuple[Callable[[], bytes], str]] = {
    **{name: made for name, made in REFUSED.items() if not name.startswith("a way out")},
    "a way out": next(made for name, made in REFUSED.items() if name.startswith("a way out")),
    **ODD,
}


class Came(NamedTuple):
    """What came back: the code of a refusal, or whether the text held what it must."""

    code: str
    held: bool
    seconds: float


def _read(name: str) -> Came:
    make, expected = FILES[name]
    data = make()
    begun = time.monotonic()
    try:
        text = sandbox.canonical(data=data)
    except Refusal as refusal:
        return Came(refusal.code, False, time.monotonic() - begun)
    return Came("", expected in text.text, time.monotonic() - begun)


@pytest.fixture(scope="module")
def came() -> dict[str, Came]:
    """Everything, two files at once, as a busy site would read them."""
    with ThreadPoolExecutor(2) as pool:
        return dict(zip(FILES, pool.map(_read, FILES), strict=True))


@pytest.mark.parametrize("name", FILES)
def test_the_child_answers_as_the_room_does(name: str, came: dict[str, Came]) -> None:
    """Protects the parent: each file ends in its refusal or its text, and never in a crash."""
    found = came[name]
    if name in ODD:
        assert found.held, found
    else:
        assert found.code.startswith(FILES[name][1]), found
    assert found.seconds < sandbox.SECONDS


def test_the_parent_keeps_nothing(came: dict[str, Came]) -> None:
    """Protects a site that runs for months: what a file needed is gone with its child."""
    assert came
    small = [name for name, found in came.items() if found.seconds < 1][:8]
    gc.collect()
    before = _resident_megabytes()
    for name in small:
        _read(name)
    gc.collect()
    assert _resident_megabytes() - before < 20


def _resident_megabytes() -> float:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1_000_000


def test_there_are_more_than_a_hundred_and_twenty() -> None:
    """Protects the size of the whole collection."""
    assert len({**REFUSED, **ODD}) >= 120
