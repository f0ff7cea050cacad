"""The log's own key is changed for a new one by an entry that the old key signs.

The entry is covered by a last checkpoint of the old key. Leaf and proof lie in `log/rotations`:
whoever trusts the old key checks them with the verifier that they have, reads the new key in the
entry, and adds its line to their policy. The new key remembers all that the old one signed.
"""

import secrets
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from answerable.ledger import signer
from answerable.ledger.checkpoint import LOG, Signer
from answerable.ledger.party import Enrolled, Party, keys_of
from answerable.ledger.register import Register
from answerable.ledger.signer import KeyFile
from answerable.operations import access
from answerable.operations.record import record
from answerable.operations.record.record import Checkpointed, NotSigned
from answerable.operations.recording import book
from answerable.store.engine import start
from answerable.store.reads import registers
from answerable.store.writes import log_files
from answerable.vocabulary.access import Actor
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import KeyEnrolled, KeyRevoked, KeyRotated
from answerable.vocabulary.times import Period

ROTATIONS, OFFICE = "rotations", "log"


@dataclass(frozen=True, slots=True)
class Rotated:
    """The entry that says so, both verifier keys, its proof, and the old key's last checkpoint."""

    entry: int
    old: str
    new: str
    proof: tuple[str, ...]
    last: Checkpointed


def rotate(
    *, by: Actor, at: datetime, key: str, seen: int | None = None, key_file: Path | None = None
) -> Rotated:
    """Record a new key of the log, signed with the old one; from then on the new one signs.

    The new key lies in a file beside the old one until all is kept: whoever was interrupted
    calls it again, and it goes on with the same key.
    """
    access.require(by, "checkpoint")
    home = start.ready().home
    place = home / record.KEY_FILE if key_file is None else key_file.absolute()
    coming = place.with_name(f"{place.name}.next")
    with start.turn(place.with_name(f"{place.name}.rotating.lock")):
        old = _held(place).signer
        if not coming.exists():
            made = signer.new(old.name, secrets.token_bytes(signer.SEED_BYTES), kind=LOG)
            log_files.write(coming, made.written().encode(), mode=0o600)
        new = _held(coming).signer
        entry = _recorded(old, new, by=by, at=at, key=key, seen=seen)
        last = record.checkpoint(at=at, key_file=place, by=by)
        proof = record.proof(reference=str(entry), out=log_files.folder() / ROTATIONS)
        _trust(home / record.POLICY, new.verifier_key)
        with start.turn(place.with_name(f"{place.name}.lock")):
            remembered = replace(_held(place), signer=new)
            log_files.write(place, remembered.written().encode(), mode=0o600)
        coming.unlink()
    files = tuple(str(path) for path in proof)
    return Rotated(entry, old.verifier_key, new.verifier_key, files, last)


def _recorded(
    old: Signer, new: Signer, *, by: Actor, at: datetime, key: str, seen: int | None
) -> int:
    """The number of the entry, made where it is not there yet.

    The old key is enrolled first, as a key of the log, so that its signature can be checked from
    the record alone. The log acts for itself: whoever may sign with its key gave the command.
    """
    log, valid = replace(by, body=old.name, office=OFFICE), Period(at.date(), None)
    known = _known(old.name)
    if old.key_id.hex() not in known:
        enrolled = KeyEnrolled(
            institution=old.name,
            stream=f"key/{old.key_id.hex()}",
            valid=valid,
            vkey=old.verifier_key,
            body=old.name,
            office=OFFICE,
        )
        _append(log, enrolled, at=at, key=f"{key}/enrol", seen=seen)
    if (found := known.get(new.key_id.hex())) is not None:
        return found.seq
    rotated = KeyRotated(
        institution=old.name,
        stream=f"key/{new.key_id.hex()}",
        valid=valid,
        vkey=new.verifier_key,
    )
    party = Party(old, record.origin(), root=True)
    return _append(log, rotated, at=at, key=key, seen=None, party=party)


def _append(
    log: Actor,
    fact: Fact,
    *,
    at: datetime,
    key: str,
    seen: int | None,
    party: Party | None = None,
) -> int:
    def decide(_: Register) -> list[Fact]:
        return [fact]

    return (
        book()
        .append(about=log.body, decide=decide, by=log, at=at, key=key, seen=seen, party=party)
        .first
    )


def _known(origin: str) -> dict[str, Enrolled]:
    every = registers.history(origin)
    return keys_of(every.of_types(KeyEnrolled, KeyRotated, KeyRevoked))


def _held(place: Path) -> KeyFile:
    try:
        return signer.read(place.read_text(encoding="utf-8"), kind=LOG)
    except (OSError, UnicodeDecodeError):
        raise NotSigned(
            f"There is no key in {place}. A key is changed where it lies: name its file."
        ) from None


def _trust(policy: Path, vkey: str) -> None:
    """The home's own policy knows both keys: what the old one signed still stands."""
    lines = policy.read_text(encoding="utf-8").splitlines() if policy.exists() else []
    if f"log {vkey}" not in lines:
        at = max((n for n, line in enumerate(lines, 1) if line.startswith("log ")), default=0)
        lines.insert(at, f"log {vkey}")
        log_files.write(policy, "".join(f"{line}\n" for line in lines).encode())
