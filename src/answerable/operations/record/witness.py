"""A witness: somebody outside who keeps what a log showed, and signs that it only ever grew.

It needs no home folder and no database: LOG is the folder or the https address of a log. DIR is
the witness's own: `DIR/logs` holds a line `log VKEY` for each log that it watches, and for each a
file with the last size and root it saw. That file is synced before a cosignature is written, so
a witness that was killed may have seen more than it said, and never said more than it saw
(LEDGER section 5). Run it from cron.
"""

import fcntl
import os
import secrets
import urllib.error
import urllib.request
from base64 import b64decode
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from answerable.ledger import merkle, signer, tiles, verify
from answerable.ledger.checkpoint import WITNESS, cosignature_line, text_of
from answerable.store.writes import log_files
from answerable.vocabulary.refusal import Refusal

SECONDS, MOST_BYTES = 20, 8 * 2**20


class NoWitness(Refusal):
    """A log that this witness does not watch, or files that it cannot use."""

    code = "no_witness"


@dataclass(frozen=True, slots=True)
class Witnessed:
    """What the witness saw: the line it signed, "" for nothing new, or what does not hold."""

    holds: bool
    words: str
    line: str = ""


@dataclass(frozen=True, slots=True)
class _Seen:
    size: int
    root: bytes
    text: str


def witness(
    *, log: str, state: Path, key_file: Path, out: Path, at: datetime, new: str | None = None
) -> Witnessed:
    """Cosign the checkpoint of a log when it begins with all that this witness saw before.

    `out` gets the note with this witness's line, for the log to collect. `new` makes a key with
    that name in `key_file`.
    """
    try:
        key = _key(key_file, new)
        read = reader(log)
        note = _text(read("checkpoint"))
        origin = note.partition("\n")[0]
        policy = _policy(state, origin)
        with _alone(state, origin):
            return _cosign(read, note, policy, key, state=state, out=out, at=at)
    except OSError as error:
        raise NoWitness(f"{error.filename or log} cannot be used: {error.strerror}.") from None


def _cosign(
    read: Callable[[str], bytes],
    note: str,
    policy: verify.Policy,
    key: signer.KeyFile,
    *,
    state: Path,
    out: Path,
    at: datetime,
) -> Witnessed:
    try:
        now = verify.checkpoint(note, policy, 0)
    except verify.Fails as fault:
        return Witnessed(False, f"The checkpoint is not taken: {fault}.\n{note}")
    place = _state_file(state, now.origin)
    before, said = _last(place), _said(out, now.origin)
    text = text_of(origin=now.origin, size=now.size, root=now.root)
    if said is not None and (said.size > before.size or _differs(said, before)):
        return Witnessed(
            False,
            f"This witness has signed {said.size} entries and remembers {before.size}: its folder "
            f"is an old copy. Put the latest back.\n{said.text}{before.text}",
        )
    if now.size < before.size or _differs(now, before):
        how = "shows fewer entries than before" if now.size < before.size else "was rewritten"
        return Witnessed(False, f"The log {how}.\nBefore:\n{before.text}Now:\n{text}")
    if said is not None and (said.size, said.root) == (now.size, now.root):
        return Witnessed(True, f"Nothing new: {now.size} entries, as this witness signed before.")
    if not _grew(read, before, now):
        return Witnessed(
            False,
            f"The log does not begin with the {before.size} entries it showed before, or its "
            f"tiles do not show it.\nBefore:\n{before.text}Now:\n{text}",
        )
    log_files.write(place, text.encode())
    line = cosignature_line(text, key.signer, at=int(at.timestamp()))
    log_files.write(out, (note + line).encode())
    return Witnessed(True, f"Cosigned: {now.size} entries of {now.origin}.", line)


def _grew(read: Callable[[str], bytes], before: _Seen, now: verify.Checkpoint) -> bool:
    nodes = tiles.nodes_of(read, now.size)
    try:
        if merkle.root(merkle.frontier_of(nodes, now.size)) != now.root:
            return False
        path = merkle.consistency(nodes, before.size, now.size)
    except Refusal:
        return False
    return merkle.consistent(before.size, now.size, before.root, now.root, path)


def _differs(one: verify.Checkpoint | _Seen, other: _Seen) -> bool:
    return one.size == other.size and one.root != other.root


def _last(place: Path) -> _Seen:
    """What this witness saw last of a log; nothing, before the first time."""
    if not place.exists():
        return _Seen(0, merkle.EMPTY_ROOT, "nothing\n")
    return _seen(place.read_text(encoding="utf-8"), place)


def _said(out: Path, origin: str) -> _Seen | None:
    """What this witness signed last, where its own file is still there."""
    if not out.exists():
        return None
    text = out.read_text(encoding="utf-8").partition("\n\n")[0] + "\n"
    return _seen(text, out) if text.startswith(f"{origin}\n") else None


def _seen(text: str, place: Path) -> _Seen:
    lines = text.split("\n")
    try:
        return _Seen(int(lines[1]), b64decode(lines[2], validate=True), text)
    except (IndexError, ValueError):
        raise NoWitness(f"{place} is damaged. Put back a copy, or ask for the log anew.") from None


def _state_file(state: Path, origin: str) -> Path:
    return state / f"{sha256(origin.encode()).hexdigest()[:16]}.seen"


def _policy(state: Path, origin: str) -> verify.Policy:
    place = state / "logs"
    if not place.exists():
        raise NoWitness(f"Write the logs that you watch into {place}, one a line: log VKEY.")
    try:
        policy = verify.policy_of(_text(place.read_bytes()) + "\nquorum 0\n")
    except verify.Fails as fault:
        raise NoWitness(f"{place}: {fault}.") from None
    if origin not in {name for name, _ in policy.keys["log"]}:
        raise NoWitness(f"“{origin[:80]}” is not one of the logs in {place}.")
    return policy


@contextmanager
def _alone(state: Path, origin: str) -> Iterator[None]:
    """One run at a time for each log; the kernel frees the lock of a dead one."""
    place = _state_file(state, origin).with_suffix(".lock")
    handle = os.open(place, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _key(place: Path, new: str | None) -> signer.KeyFile:
    if new is not None:
        if place.exists():
            raise NoWitness(f"{place} is a key already. Leave --new out, or name another file.")
        made = signer.new(new, secrets.token_bytes(signer.SEED_BYTES), kind=WITNESS)
        log_files.write(place, made.written().encode(), mode=0o600)
    return signer.read(_text(place.read_bytes()), kind=WITNESS)


def verifier_key(key_file: Path) -> str:
    """What others keep to check this witness's lines."""
    return _key(key_file, None).signer.verifier_key


def reader(log: str) -> Callable[[str], bytes]:
    """How the files of a log are read: from a folder, or from an address."""
    if not log.startswith(("https://", "http://")):
        return lambda name: _file(Path(log) / name)

    def fetch(name: str) -> bytes:
        address = f"{log.rstrip('/')}/{name}"
        try:
            with urllib.request.urlopen(address, timeout=SECONDS) as answer:  # noqa: S310  # http or https, as checked above
                data: bytes = answer.read(MOST_BYTES + 1)
        except (urllib.error.URLError, TimeoutError) as error:
            raise tiles.BadTile(f"{address} cannot be fetched: {error}.") from None
        if len(data) > MOST_BYTES:
            raise tiles.BadTile(f"{address} is too long to be a file of a log.")
        return data

    return fetch


def _file(place: Path) -> bytes:
    if place.exists():
        return place.read_bytes()
    raise tiles.BadTile(f"The log has no file {place}.")


def _text(data: bytes) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError:
        raise NoWitness("A file that should be text is not.") from None
