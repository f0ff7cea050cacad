"""L-03: one thing is changed behind the record's back; found, and its place named.

Half of the rounds change a row of a copy of the database, behind its triggers. The other half
damage a file in one of nine ways: tiles, checkpoints and payloads of an export whose manifest is
made to fit, and the two files of a receipt. Every tenth round looks at an untouched copy, which
has to hold.
"""

import random
import re
import shutil
from functools import cache
from hashlib import sha256
from pathlib import Path

from answerable.ledger import canonical, checkpoint, verify
from answerable.operations.output import exporting
from answerable.operations.record import record
from answerable.store.book import book
from answerable.store.engine import database
from tests.trust import test_tamper as tamper
from tests.trust.campaigns import Round, Tally
from tests.trust.campaigns.damage import KINDS, parts_of
from tests.trust.campaigns.writers import use
from tests.trust.cast import AT, add, moved, promised

EARLIER, ENTRIES = 280, 310
"""Sizes of the export that is damaged: with a full tile, and one level above it."""
COMMITTED = ("checkpoint", "checkpoints/", "payloads/", "tile/")
"""What the tree or a signature covers, so that no fitting manifest can hide a change of it."""
PLACE = re.compile("entry ([0-9]+)")


def rounds(home: Path, chance: random.Random, tally: Tally) -> Round:
    """Each round is one change, or an untouched copy."""
    verify.signed = cache(checkpoint.verifies)  # quicker; `test_ed25519` says that both agree
    empty = use(home.with_name("empty"), like=home)
    database_rounds = _of_database(use(home.with_name("rows"), like=empty), chance, tally)
    first = next(database_rounds)
    file_rounds = _of_files(use(home.with_name("files"), like=empty), chance, tally)
    yield first
    while True:
        yield next(file_rounds)
        yield next(database_rounds)


def _of_database(home: Path, chance: random.Random, tally: Tally) -> Round:
    record_file = tamper.filled(book(), home)
    copies = home.with_name("copies")
    copies.mkdir()
    shutil.copy(home / "keys.sqlite", copies / "keys.sqlite")
    copy = copies / "copy.sqlite"
    database.close()
    for number in range(10**9):
        shutil.copy(record_file, copy)
        if number % 10 == 9:
            clean = tamper.checked(copy)
            tally["untouched databases"] += 1
            yield None if clean.holds else f"a false alarm: {clean.faults}"
            continue
        change = chance.choice(tamper.CHANGES)
        seq = tamper.edited(copy, lambda raw, change=change: change(raw, chance))  # type: ignore[misc]  # bound in the loop
        found = tamper.checked(copy)
        named = [fault.entry for fault in found.faults if fault.entry is not None]
        tally["changes of a database"] += 1
        if found.holds:
            yield f"{change.__name__} of entry {seq} was not found"
        elif seq is not None and not any(abs(entry - seq) <= 1 for entry in named):
            yield f"{change.__name__} of entry {seq} was found at {named[:3]}"
        else:
            yield None


def _of_files(home: Path, chance: random.Random, tally: Tally) -> Round:
    folder, policy = _exported(home)
    receipts = home.with_name("receipts")
    names = [n for n in _names(folder) if n.startswith(COMMITTED)]
    for number in range(10**9):
        if number % 10 == 9:
            tally["untouched exports"] += 1
            said = _said(folder, policy)
            yield None if said.startswith("HOLDS") else f"a false alarm: {said}"
            continue
        kind = chance.choice(KINDS)
        if number % 3 == 0:
            yield _receipt(receipts, policy, chance, tally)
            continue
        name = chance.choice(names)
        good = (folder / name).read_bytes()
        parts = parts_of(name, good)
        at = chance.randrange(len(parts))
        bad = b"".join(kind(parts, at, chance))
        if bad == good:
            yield None  # such as a part put in the place of itself
            continue
        (folder / name).write_bytes(bad)
        _fit(folder, name)
        said = _said(folder, policy)
        (folder / name).write_bytes(good)
        _fit(folder, name)
        tally[f"{kind.__name__} in an export"] += 1
        yield _judged(said, name, at, kind.__name__)


def _judged(said: str, name: str, at: int, kind: str) -> str | None:
    """What was said has to name the file, or an entry within one of the part of it."""
    if said.startswith("HOLDS"):
        return f"{kind} of part {at} of {name} was not found"
    place = PLACE.search(said)
    begins = 256 if "/001" in name else 0
    near = place is not None and (
        kind in ("swap", "reorder", "truncate") or abs(int(place[1]) - begins - at) <= 1
    )
    stem = name.removesuffix(".jsonl").partition(".p/")[0].rpartition("/")[2]
    return None if near or stem in said else f"{kind} of part {at} of {name}: {said}"


def _receipt(
    folder: Path, policy: verify.Policy, chance: random.Random, tally: Tally
) -> str | None:
    """One entry and its proof, of which one file is damaged."""
    seq = chance.choice(sorted({path.stem for path in folder.iterdir()}))
    files = {e: (folder / f"{seq}.{e}").read_bytes() for e in ("entry", "tlog-proof")}
    ending, kind = chance.choice(sorted(files)), chance.choice(KINDS)
    parts = parts_of("lines", files[ending])
    bad = b"".join(kind(parts, chance.randrange(len(parts)), chance))
    tally[f"{kind.__name__} in a receipt"] += bad != files[ending]
    without = ending == "tlog-proof" and bad == b"".join(parts[:1] + parts[2:])
    if bad == files[ending] or without:  # without `extra` less is shown, and nothing is wrong
        return None
    files[ending] = bad
    try:
        verify.receipt(files["entry"], files["tlog-proof"], policy)
    except (LookupError, TypeError, ValueError, AttributeError):
        return None
    return f"{kind.__name__} of the {ending} of entry {seq} was not found"


def _exported(home: Path) -> tuple[Path, verify.Policy]:
    add(book(), *(promised(n) for n in range(200)))
    add(book(), *(moved(n, "2026-06-30") for n in range(EARLIER - 200)))
    record.checkpoint(at=AT, new="answerable.example/a")
    add(book(), *(promised(n) for n in range(EARLIER, ENTRIES)))
    made = record.checkpoint(at=AT)
    folder, _ = exporting.export(out=home.with_name("export"))
    for seq in (0, 17, 255, 256, ENTRIES - 1):
        record.proof(reference=str(seq), out=home.with_name("receipts"))
    return folder, verify.policy_of(f"log {made.verifier_key}\nquorum 0\n")


def _names(folder: Path) -> list[str]:
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())


def _fit(folder: Path, name: str) -> None:
    """Make the manifest fit a changed file, as whoever changed it would."""
    place, data = folder / "manifest.json", (folder / name).read_bytes()
    manifest = canonical.read(place.read_bytes())
    for row in manifest["files"]:
        if row["path"] == name:
            row |= {"bytes": len(data), "sha256": sha256(data).hexdigest()}
    place.write_bytes(canonical.write(manifest))


def _said(folder: Path, policy: verify.Policy) -> str:
    try:
        return verify.export(folder, policy)[0]
    except (OSError, LookupError, TypeError, ValueError, AttributeError) as fault:
        return str(fault)
