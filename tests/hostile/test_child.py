"""The whole collection through the child: no crash of the parent, the same answers, in time."""

import gc
import os
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

from answerable.operations.documents import sandbox
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


def test_the_child_answers_as_the_room_does() -> None:
    """Protects the parent: each file ends in its refusal or its text, and never in a crash.

    One test for all, two files at once, as a busy site would read them.
    """
    with ThreadPoolExecutor(2) as pool:
        came = dict(zip(FILES, pool.map(_read, FILES), strict=True))
    wrong = {
        name: found
        for name, found in came.items()
        if not (found.held if name in ODD else found.code.startswith(FILES[name][1]))
    }
    assert wrong == {}
    assert max(found.seconds for found in came.values()) < sandbox.SECONDS


def test_the_parent_keeps_nothing() -> None:
    """Protects a site that runs for months: what a file needed is gone with its child."""
    names = [
        "a member longer than it claims",
        "entities in Word",
        "a PDF of noise",
        "pages in a ring",
    ]
    for name in names:
        _read(name)
    gc.collect()
    before = _resident_megabytes()
    for name in names:
        _read(name)
    gc.collect()
    assert _resident_megabytes() - before < 20


def _resident_megabytes() -> float:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1_000_000


def test_there_are_more_than_a_hundred_and_twenty() -> None:
    """Protects the size of the whole collection."""
    assert len({**REFUSED, **ODD}) >= 120
