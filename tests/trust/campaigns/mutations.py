"""L-03: one change by hand to a copy of the database; found, and its place named."""

import random
import shutil
from pathlib import Path

from answerable.store.book import book
from tests.trust import test_tamper as tamper
from tests.trust.campaigns import Round, Tally


def rounds(home: Path, chance: random.Random, tally: Tally) -> Round:
    """Each round is one change, or every tenth time an untouched copy, which has to hold."""
    record = tamper.filled(book(), home)
    copies = home.parent / "copies"
    copies.mkdir(exist_ok=True)
    shutil.copy(home / "keys.sqlite", copies / "keys.sqlite")
    copy = copies / "copy.sqlite"
    number = 0
    while True:
        change = tamper.CHANGES[number % len(tamper.CHANGES)]
        number += 1
        shutil.copy(record, copy)
        if number % 10 == 0:
            clean = tamper.checked(copy)
            tally["untouched copies"] += 1
            yield None if clean.holds else f"a false alarm: {clean.faults}"
            continue
        seq = tamper.edited(copy, lambda raw, change=change: change(raw, chance))  # type: ignore[misc]  # bound in the loop
        found = tamper.checked(copy)
        named = [fault.entry for fault in found.faults if fault.entry is not None]
        if found.holds:
            yield f"{change.__name__} of entry {seq} was not found"
        elif seq is not None and not any(abs(entry - seq) <= 1 for entry in named):
            yield f"{change.__name__} of entry {seq} was found at {named[:3]}"
        else:
            yield None
