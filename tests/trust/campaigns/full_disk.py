"""R-05: the disk fills or turns read-only while entries are appended: told, and nothing lost.

A small file system in memory; needs root, to mount it. What was acknowledged before is on the
record, what was refused left no trace, and once there is room the same process goes on.
"""

import os
import random
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from answerable.store.book import book
from answerable.store.engine import database
from answerable.store.writes import appender
from answerable.store.writes.appender import NoRoom
from answerable.vocabulary.refusal import Refusal
from tests.trust.campaigns import Round, Tally
from tests.trust.campaigns.power import CannotTest
from tests.trust.campaigns.writers import use, wrong
from tests.trust.cast import add, promised

LARGE = "A long text. " * 2_000
SOON = 5.0
"""Seconds within which the record goes on once there is room."""


def rounds(home: Path, chance: random.Random, tally: Tally) -> Round:
    """Each round is one disk that is full, or read-only, and then is not."""
    if os.getuid():
        raise CannotTest("R-05 is not proven here: only root may mount a file system")
    empty = use(home.with_name("empty"), like=home)
    for number in range(10**9):
        with _disk(home.with_name("small"), chance.randrange(3_000, 6_000)) as place:
            current, told = use(place / "home", like=empty), dict[int, int]()
            if number % 3 == 2:
                said = _closed(place, told)
                tally["read-only"] += 1
            else:
                said = _filled(place, told, chance)
                tally["full"] += 1
            tally["acknowledged before"] += len(told)
            yield said or _goes_on(told) or wrong(current, told)
            use(empty)


def _filled(place: Path, told: dict[int, int], chance: random.Random) -> str | None:
    """Append until the disk refuses; other files fill it, or the record itself does."""
    ballast = place / "ballast"
    text = LARGE if chance.random() < 0.5 else "Short."
    for number in range(5_000):
        if text == "Short." and number == 20:
            with suppress(OSError), ballast.open("wb") as file:
                while file.write(b"\0" * 4_096):
                    file.flush()
        said = _append(number, told, text=text)
        if said is not None:
            break
    else:
        return "the disk never filled"
    if "Free some space" not in said:
        return f"a full disk was told as: {said}"
    if not ballast.exists():
        _mount("-o", "remount,size=64m", place)
    ballast.unlink(missing_ok=True)
    return None


def _closed(place: Path, told: dict[int, int]) -> str | None:
    """Append, make the disk read-only, append again."""
    for number in range(20):
        if said := _append(number, told):
            return f"before anything was wrong: {said}"
    appender.stop()
    database.close()  # Linux makes nothing read-only that is open for writing
    _mount("-o", "remount,ro", place)
    said = _append(20, told)
    _mount("-o", "remount,rw", place)
    told_so = said is not None and "cannot be written to" in said
    return None if told_so else f"a read-only disk was told as: {said}"


def _append(number: int, told: dict[int, int], *, text: str = "Short.") -> str | None:
    try:
        told[number] = add(book(), promised(number, text=text), key=f"command-{number}").first
    except NoRoom as refusal:
        return refusal.sentence
    except Refusal as refusal:
        return f"not as a lack of room: {refusal.sentence}"
    return None


def _goes_on(told: dict[int, int]) -> str | None:
    """The command that was refused is sent again, as a person would."""
    began, number = time.monotonic(), max(told, default=-1) + 1
    while time.monotonic() < began + SOON:
        said = _append(number, told)
        if said is None:
            return None
        time.sleep(0.05)
    return f"after {SOON:.0f} seconds with room: {said}"


@contextmanager
def _disk(place: Path, kib: int) -> Iterator[Path]:
    place.mkdir(exist_ok=True)
    _mount("-t", "tmpfs", "-o", f"size={kib}k", "none", place)
    try:
        yield place
    finally:
        database.close()
        subprocess.run(["umount", "-l", str(place)], check=True)


def _mount(*words: str | Path) -> None:
    done = subprocess.run(
        ["mount", *map(str, words)],
        check=False,
        capture_output=True,
        text=True,
    )
    if done.returncode:
        raise CannotTest(f"R-05 is not proven here: mount said {done.stderr.strip()[:200]}")
