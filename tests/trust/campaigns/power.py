"""R-02: the power goes; what the disk had by then holds, and all that was acknowledged is in it.

The home lies on ext4 on a loop device whose image is a file of an XFS. A clone of that file is
one state of the disk between two writes: what only the memory knew is not in it, as after a power
cut. The clone is mounted, which replays the journal, opened and checked. Two controls run beside
it, with SQLite told not to wait for the disk: they have to lose entries, else the cut is none.
Needs root, loop devices, mkfs.ext4 and mkfs.xfs (Debian: e2fsprogs, xfsprogs).
"""

import fcntl
import os
import random
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from answerable.store.engine import sqlite
from answerable.vocabulary.refusal import Refusal
from tests.trust.campaigns import Round, Tally
from tests.trust.campaigns.writers import use, writer, wrong

FICLONE = 0x40049409
"""Linux: make a file share all blocks of another; on XFS no write falls in between."""
DISK, OUTER = 48 * 2**20, 2**30
CONTROLS = ("OFF", "NORMAL")
EVERY, ENOUGH = 4, 40
"""A control follows every fourth cut; after so many of one it must have lost something."""


class CannotTest(Exception):
    """This machine has no loop devices, or not the programs: not proven."""


def rounds(home: Path, chance: random.Random, tally: Tally) -> Round:
    """Each round is one power cut with the settings of the product."""
    for program in ("mkfs.ext4", "mkfs.xfs", "mount", "umount"):
        if shutil.which(program) is None:
            raise CannotTest(f"R-02 is not proven here: there is no {program}")
    if os.getuid():
        raise CannotTest("R-02 is not proven here: only root may mount a loop device")
    empty = use(home.with_name("empty"), like=home)
    outer, disk = home.with_name("outer.img"), home.with_name("outer") / "disk.img"
    with outer.open("wb") as made:
        made.truncate(OUTER)
    _run("mkfs.xfs", "-q", "-m", "reflink=1", outer)
    with _mounted(outer, disk.parent):
        for cut in range(10**9):
            yield _cut(disk, empty, chance, "FULL", tally)
            if cut % EVERY == 0:
                control = CONTROLS[cut // EVERY % len(CONTROLS)]
                lost = _cut(disk, empty, chance, control, tally) is not None
                tally[f"{control}: cuts"] += 1
                tally[f"{control}: cuts that did harm"] += lost
            if tally["OFF: cuts"] == ENOUGH and cut % EVERY == 0:
                half = tally["OFF: cuts that did harm"] * 2 >= ENOUGH
                yield None if half else "the control lost nothing: these cuts are none"


def _cut(
    disk: Path, empty: Path, chance: random.Random, synchronous: str, tally: Tally
) -> str | None:
    """One fresh disk, one writer, one cut; what was lost or does not hold."""
    disk.unlink(missing_ok=True)
    with disk.open("wb") as made:
        made.truncate(DISK)
    _run("mkfs.ext4", "-q", "-E", "lazy_itable_init=0,lazy_journal_init=0", disk)
    clone = disk.with_name("clone.img")
    with _mounted(disk, disk.with_name("m")) as place:
        use(place / "home", like=empty)
        os.sync()
        one = writer(0, first=_lax(synchronous))
        try:
            if not one.first():
                return "the writer could not begin"
            time.sleep(chance.uniform(0.001, 0.4))
            one.read()
            told = dict(one.told)  # all that was acknowledged before the power went
            with disk.open("rb") as source, clone.open("wb") as target:
                fcntl.ioctl(target, FICLONE, source.fileno())
        finally:
            one.kill()
        use(empty)
    with _mounted(clone, disk.with_name("after")) as place:
        try:
            said = wrong(use(place / "home"), told)
        except Refusal as refusal:
            said = f"it does not open again: {refusal.sentence}"
        finally:
            use(empty)
    clone.unlink()
    if synchronous == "FULL":
        tally["acknowledged before a cut"] += len(told)
    return said


def _lax(synchronous: str) -> Callable[[], None]:
    """In the child: the product's settings, or a control's, which start-up would refuse."""

    def act() -> None:
        lax = f"PRAGMA synchronous={synchronous}"
        sqlite.SAFE = tuple(lax if "synchronous" in s else s for s in sqlite.SAFE)  # type: ignore[assignment]  # as long as before

    return act


@contextmanager
def _mounted(image: Path, place: Path) -> Iterator[Path]:
    place.mkdir(exist_ok=True)
    _run("mount", "-o", "loop", image, place)
    try:
        yield place
    finally:
        _run("umount", place)


def _run(*words: str | Path) -> None:
    done = subprocess.run([*map(str, words)], check=False, capture_output=True, text=True)
    if done.returncode:
        raise CannotTest(f"R-02 is not proven here: {words[0]} said {done.stderr.strip()[:200]}")
