"""The record for others: sign a checkpoint, give a proof; `exporting.py` writes it whole."""

import re
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from answerable.ledger import merkle, signer, tiles, verify
from answerable.ledger.checkpoint import LOG
from answerable.ledger.entry import Entry
from answerable.operations import access, people
from answerable.store.engine import database, start
from answerable.store.engine.entries import about_keys, of_streams, read
from answerable.store.papers import documents
from answerable.store.reads import registers
from answerable.store.reads.lookup import find
from answerable.store.writes import checkpoints, log_files
from answerable.store.writes.checkpoints import Signed
from answerable.vocabulary.access import Actor
from answerable.vocabulary.refusal import Refusal

KEY_FILE, POLICY = "signer.json", "policy"
CLOSINGS = frozenset({"ClosureVerified", "ClosureStated"})


class NotSigned(Refusal):
    """There is no key, no checkpoint, or no policy for what was asked."""

    code = "not_signed"


@dataclass(frozen=True, slots=True)
class Checkpointed:
    """A signed checkpoint, the file that everybody may fetch, and who has witnessed it."""

    size: int
    root: str
    note: str
    file: str
    verifier_key: str
    witnesses: tuple[str, ...]


def checkpoint(
    *,
    at: datetime,
    key_file: Path | None = None,
    new: str | None = None,
    cosigned: Sequence[Path] = (),
    by: Actor | None = None,
) -> Checkpointed:
    """Sign the record as it stands, and publish it in `home/log`.

    The tiles are written and synced first; the key remembers before anybody sees the note; a
    smaller, a different or an unkept tree is refused. `new` makes a key with that name (the
    address of the log without `https://`). `cosigned` are files of witnesses: each line that a
    witness of `home/policy` signed is kept. `by` None is whoever runs the installation.
    """
    access.require(by or people.administrator(), "checkpoint")
    settings = start.ready()
    place = settings.home / KEY_FILE if key_file is None else key_file.absolute()
    if new is None:
        _key(place, new=None, kind=LOG)  # a wrong name leaves no lock file behind
    with start.turn(place.with_name(f"{place.name}.lock")):
        held = _key(place, new=new, kind=LOG)
        head = registers.head()
        log_files.write_tiles(size=head.size)
        nodes = tiles.nodes_of(log_files.read, head.size)
        root = bytes.fromhex(head.root)
        note, remembered = signer.checkpoint(held, size=head.size, root=root, nodes=nodes)
        log_files.write(place, remembered.written().encode(), mode=0o600)
        checkpoints.keep(size=head.size, root=root, note=note, at=at)
        return published(cosigned, at=at, verifier_key=held.signer.verifier_key)


def published(cosigned: Sequence[Path], *, at: datetime, verifier_key: str) -> Checkpointed:
    """Collect the lines of witnesses, and publish the largest checkpoint that is kept."""
    for file in cosigned:
        _collect(file, at=at)
    signed = checkpoints.kept()[-1]
    log_files.publish(signed.note)
    return Checkpointed(
        size=signed.size,
        root=signed.root.hex(),
        note=signed.note,
        file=str(log_files.folder() / log_files.CHECKPOINT),
        verifier_key=verifier_key,
        witnesses=signed.witnesses,
    )


def name_log(name: str) -> None:
    """Make the key of this record's log where it has none yet, so that parties can sign in it."""
    place = start.ready().home / KEY_FILE
    with start.turn(place.with_name(f"{place.name}.lock")):
        if not place.exists():
            _key(place, new=name, kind=LOG)


def origin() -> str:
    """The name of this record's log: that of the key which signs it, here or elsewhere."""
    place = start.ready().home / KEY_FILE
    if not place.exists() and (known := log_keys()):
        return known[0].partition("+")[0]
    return _key(place, new=None, kind=LOG).signer.name


def log_keys() -> list[str]:
    """The log keys that `home/policy` names; the first is that of this record's log."""
    place = start.ready().home / POLICY
    if not place.exists():
        return []
    words = (line.split(" ") for line in place.read_text(encoding="utf-8").splitlines())
    return [line[1] for line in words if line[0] == "log" and line[1:]]


def proof(*, reference: str, out: Path) -> tuple[Path, ...]:
    """What a citizen takes away of an entry or an item: leaf, proof, and the bundle of a closing.

    Only public values are in it. `reference` is a sequence number, an entry id or a reference.
    """
    place = find(reference)
    signed = latest()
    if place.entry_id is None:
        wanted = of_streams([place.stream], size=signed.size)
    else:
        (seq,) = database.rows("SELECT seq FROM entry WHERE entry_id = ?", (place.entry_id,))[0]
        wanted = list(read(about=None, begin=seq, end=seq + 1)) if seq < signed.size else []
    if not wanted:
        raise NotSigned(
            f"“{place.name}” was recorded after the last checkpoint, of {signed.size} entries. "
            "Sign one with `answerable checkpoint`, then ask again."
        )
    made = {
        name: data
        for entry in wanted
        for name, data in (
            (f"{entry.seq}.entry", entry.leaf),
            (f"{entry.seq}.tlog-proof", _proof(entry, signed)),
        )
    }
    if place.entry_id is None and closed(wanted):
        made[f"{file_name(place.stream)}.bundle"] = bundle(place.stream, signed)
    try:
        out.mkdir(parents=True, exist_ok=True)
        for name, data in made.items():
            log_files.write(out / name, data)
    except OSError as error:
        raise NotSigned(f"{out} cannot be written to: {error.strerror}.") from None
    return tuple(out / name for name in made)


def bundle(stream: str, signed: Signed) -> bytes:
    """The closing bundle of an item at a checkpoint (LEDGER section 7).

    It has no text of a file that is not ours to give: of a closing that quotes such a file a
    verifier says which file it would need, and neither that it is closed nor that it is not valid.
    """
    mine = of_streams([stream], size=signed.size)
    keys = {entry.by.key for entry in mine if entry.by.key}
    found = {entry.seq: entry for entry in (*mine, *about_keys(keys, size=signed.size))}
    for entry in mine:
        seen = entry.content["fact"]["seen"]
        if seen is not None and seen["size"] < signed.size and seen["size"] not in found:
            (before,) = read(about=None, begin=seen["size"], end=seen["size"] + 1)
            found[before.seq] = before
    texts = {}
    for entry in mine:
        doc = entry.content["fact"]["doc"]
        if doc and entry.content["fact"]["type"] == "ClosureStated" and public_file(doc):
            texts[doc] = documents.text(doc).text
    return tiles.bundle_file(
        stream=stream,
        entries=[
            (found[seq], merkle.inclusion(checkpoints.node, seq, signed.size))
            for seq in sorted(found)
        ],
        checkpoint=signed.note,
        texts=texts,
    )


def file_name(stream: str) -> str:
    """A reference as the name of a file."""
    return re.sub(r"[^a-z0-9]+", "-", stream.lower()).strip("-")


def latest() -> Signed:
    """The last checkpoint that was signed, or a refusal that says how to sign one."""
    found = checkpoints.kept()
    if not found:
        if (start.ready().home / KEY_FILE).exists():
            raise NotSigned(
                "No checkpoint was signed yet. This record has a key: sign one with "
                "`answerable checkpoint`."
            )
        raise NotSigned(
            "No checkpoint was signed yet. Make a key and sign one: `answerable checkpoint --new "
            "ADDRESS`, with the address of this record, without https://."
        )
    return found[-1]


def _proof(entry: Entry, signed: Signed) -> bytes:
    return tiles.proof_file(
        index=entry.seq,
        path=merkle.inclusion(checkpoints.node, entry.seq, signed.size),
        checkpoint=signed.note,
        extra=tiles.payload_file(entry.payloads),
    ).encode()


def closed(entries: Sequence[Entry]) -> bool:
    """Does a closing stand in an item's entries: not withdrawn, and not opened again since?

    One of which a value that the closing rule reads is not public, or was erased, is none: nobody
    could check it from a bundle.
    """
    gone = {e.content["fact"]["ref"] for e in entries if e.content["fact"]["type"] == "Withdrawn"}
    left = [(e.content["fact"]["type"], e) for e in entries if e.id not in gone]
    ends = [entry for kind, entry in left if kind in CLOSINGS]
    findings = [entry for kind, entry in left if kind == "FindingPublished"]
    if not ends or not findings or "owner" not in _shown(findings[0]):
        return False
    opened = any(kind == "Reopened" and entry.seq > ends[-1].seq for kind, entry in left)
    if ends[-1].content["fact"]["type"] == "ClosureVerified":
        return not opened
    shown = _shown(ends[-1])
    by_letter = shown.get("ground") == b'"letter"'
    return not opened and "ground" in shown and (by_letter or "quote" in shown)


def _shown(entry: Entry) -> dict[str, bytes]:
    """Its public values by name, without the erased ones."""
    rows = ((p.field, p.value) for p in entry.payloads if p.classification == "public")
    return {name: value for name, value in rows if value is not None}


def public_file(doc: str) -> bool:
    """Was the file filed by a public entry of which nothing was erased or withheld since, and is
    it our own to give: a summary, or an institution's form in the demonstration?
    """
    found = database.rows(
        "SELECT e.entry_id FROM entry AS e WHERE e.type = 'DocumentFiled' AND e.class = 'public'"  # noqa: S608  # constants
        f" AND {database.engine().leaf('e.leaf', 'fact', 'doc')} = ?",
        (doc,),
    )
    for (entry_id,) in found:
        values: dict[str, bytes | None] = dict(
            database.rows("SELECT field, value FROM payload WHERE entry_id = ?", (entry_id,))
        )
        standing = bytes(values.get("standing") or b"")
        if None not in values.values() and standing in (b'"summary"', b'"own-form"'):
            return doc in documents.held()
    return False


def _key(place: Path, *, new: str | None, kind: bytes) -> signer.KeyFile:
    """The key of a file; with `new`, made when there is no such file."""
    if new is not None:
        if place.exists():
            held = signer.read(place.read_text(encoding="utf-8"), kind=kind)
            if held.signer.name == new and not checkpoints.kept():
                return held  # named before, for parties that sign in it; nothing is signed yet
            raise NotSigned(f"{place} is a key already. Leave --new out, or name another file.")
        made = signer.new(new, secrets.token_bytes(signer.SEED_BYTES), kind=kind)
        place.parent.mkdir(parents=True, exist_ok=True)
        log_files.write(place, made.written().encode(), mode=0o600)
        policy = place.with_name(POLICY)
        if kind == LOG and not policy.exists():
            log_files.write(policy, f"log {made.signer.verifier_key}\nquorum 0\n".encode())
        return made
    try:
        return signer.read(place.read_text(encoding="utf-8"), kind=kind)
    except (OSError, UnicodeDecodeError):
        raise NotSigned(
            f"There is no key in {place}. Make one with --new NAME, or name its file."
        ) from None


def _collect(file: Path, *, at: datetime) -> None:
    """Keep the lines of known witnesses under a checkpoint of this record."""
    note, policy, seen = noted(file)
    if (seen.size, seen.root) not in {(one.size, one.root) for one in checkpoints.kept()}:
        raise NotSigned(f"{file} is about a checkpoint that this record never signed.")
    for line in note.partition("\n\n")[2].splitlines(keepends=True):
        _, name, encoded = line.split(" ")
        if (name, verify.unpacked(encoded.strip())[:4].hex()) in policy.keys["witness"]:
            checkpoints.keep_line(size=seen.size, witness=name, line=line, at=at)


def noted(file: Path) -> tuple[str, verify.Policy, verify.Checkpoint]:
    """A signed note in a file, with the policy of the home that its signatures were checked by."""
    policy_file = start.ready().home / POLICY
    try:
        policy = verify.policy_of(policy_file.read_text(encoding="utf-8"))
        note = file.read_text(encoding="utf-8")
        return note, policy, verify.checkpoint(note, policy, 0)
    except (OSError, UnicodeDecodeError):
        raise NotSigned(f"{file} or {policy_file} cannot be read.") from None
    except verify.Fails as fault:
        raise NotSigned(f"{file} is not taken: {fault}.") from None
