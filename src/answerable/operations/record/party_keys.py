"""Keys of parties: made where the party sits, then enrolled, rotated and revoked by an entry.

A body's root key, where the home's `policy` names one (`body VKEY`), must sign each enrolment for
that body: the verifiers of whoever holds that policy ask for it (LEDGER 4.4).
"""

import secrets
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from answerable.ledger import party as ledger
from answerable.ledger.book import Receipt
from answerable.ledger.checkpoint import LOG, Signer
from answerable.ledger.party import Enrolled, NoKey, Party
from answerable.ledger.register import Register
from answerable.ledger.signer import NAME, SEED_BYTES
from answerable.operations import access
from answerable.operations.quoting import typed
from answerable.operations.record import record
from answerable.operations.recording import Decide, book
from answerable.store.engine import start
from answerable.store.reads import registers
from answerable.store.writes import checkpoints, log_files
from answerable.vocabulary.access import Actor, Role
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import KeyEnrolled, KeyRevoked, KeyRotated
from answerable.vocabulary.times import Period

OFFICES = 100
"""Characters that the name of an office may have."""


@dataclass(frozen=True, slots=True)
class Made:
    """A new key: where it lies, and what others keep of it."""

    file: Path
    verifier_key: str


def new_key(*, file: Path, body: str) -> Made:
    """Make a party's key in a file that only its owner may read; nothing is recorded."""
    if file.exists():
        raise NoKey(f"{file} is there already. Name another file: no key is overwritten.")
    if not NAME.fullmatch(body):
        raise NoKey(f"“{body[:60]}” is no name for a key: no spaces and no plus sign.")
    made = Signer(body, secrets.token_bytes(SEED_BYTES), LOG)
    try:
        log_files.write(file.absolute(), ledger.written(made).encode(), mode=0o600)
    except OSError as error:
        raise NoKey(f"{file} cannot be written: {error.strerror}.") from None
    return Made(file, made.verifier_key)


def party(file: Path, *, root: bool = False) -> Party:
    """The key of a file, for signing in this record."""
    try:
        signer = ledger.read(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        raise NoKey(f"There is no key in {file}. Make one with `answerable key new`.") from None
    return Party(signer, origin(), root)


def enrol(
    *,
    by: Actor,
    at: datetime,
    key: str,
    seen: int | None,
    vkey: str,
    office: str,
    begins: date,
    ends: date | None = None,
    root_file: Path | None = None,
) -> Receipt:
    """A key counts for an office of the body that it names, from a day on.

    `root_file` holds the body's root key; whoever acts then acts for that body.
    """
    access.require(by, "add_key")
    _own(by, vkey.partition("+")[0])
    key_id = ledger.key_id_of(vkey)
    body = vkey.partition("+")[0]
    office = typed(office, what="office that the key is for")[:OFFICES]
    root = _root(body)
    if root is not None and root_file is None:
        raise NoKey(
            f"The policy of this record names a root key of {body}: the enrolment is signed with "
            "it. Name its file: --root FILE."
        )
    signed = None if root_file is None else party(root_file, root=True)
    if signed is not None and (signed.signer.verifier_key != root or by.body != body):
        raise NoKey(
            f"{root_file} is not the root key of {body} that the policy of this record names, or "
            f"another body acts. Act as an office of {body}."
        )

    def decide(register: Register) -> list[Fact]:
        if key_id in _keys(register):
            raise NoKey(f"The key {key_id} is enrolled already.")
        return [
            KeyEnrolled(
                institution=body,
                stream=f"key/{key_id}",
                valid=Period(begins, ends),
                vkey=vkey,
                body=body,
                office=office,
            )
        ]

    return _append(body, decide, by=by, at=at, key=key, seen=seen, party=signed)


def rotate(
    *,
    by: Actor,
    at: datetime,
    key: str,
    seen: int | None,
    vkey: str,
    key_file: Path,
    begins: date,
    ends: date | None = None,
) -> Receipt:
    """A new key for the same office, signed with the old one."""
    access.require(by, "rotate_key")
    old = party(key_file)
    new_id = ledger.key_id_of(vkey)
    if vkey.partition("+")[0] != old.signer.name:
        raise NoKey("The new key names another body than the old one. Make it for the same body.")

    def decide(register: Register) -> list[Fact]:
        if new_id in _keys(register):
            raise NoKey(f"The key {new_id} is enrolled already.")
        return [
            KeyRotated(
                institution=old.signer.name,
                stream=f"key/{new_id}",
                valid=Period(begins, ends),
                vkey=vkey,
            )
        ]

    return _append(old.signer.name, decide, by=by, at=at, key=key, seen=seen, party=old)


def revoke(
    *,
    by: Actor,
    at: datetime,
    key: str,
    seen: int | None,
    body: str,
    key_id: str,
    since: date,
    reason: str,
    on: date,
) -> Receipt:
    """A key is not to be trusted from a day on; what it signed since then does not count."""
    access.require(by, "revoke_key")
    _own(by, body)
    reason = typed(reason, what="reason for revoking the key")

    def decide(register: Register) -> list[Fact]:
        if key_id not in _keys(register):
            raise NoKey(f"No key {key_id[:20]} is enrolled for {body}. `answerable key list`.")
        return [
            KeyRevoked(
                institution=body,
                stream=f"key/{key_id}",
                valid=Period(on, None),
                from_=since.isoformat(),
                reason=reason,
            )
        ]

    return _append(body, decide, by=by, at=at, key=key, seen=seen)


def enrolled(*, body: str = "") -> tuple[Enrolled, ...]:
    """Keys on the record, of one body or of all, in the order of the record."""
    bodies = (body,) if body else registers.institutions()
    found = [
        key for name in bodies for key in ledger.keys_of(registers.history(name).versions).values()
    ]
    return tuple(sorted(found, key=lambda key: key.seq))


def _own(by: Actor, body: str) -> None:
    """An office sees to the keys of its own body; whoever runs the installation to all."""
    if by.body != body and Role.ADMINISTRATOR not in by.roles:
        raise NoKey(f"The office “{by.office}” of {by.body} does not see to the keys of {body}.")


def _keys(register: Register) -> dict[str, Enrolled]:
    every = registers.history(register.institution)
    return ledger.keys_of(every.of_types(KeyEnrolled, KeyRotated, KeyRevoked))


def _root(body: str) -> str | None:
    """The root key of a body that the home's policy names."""
    place = start.ready().home / record.POLICY
    if not place.exists():
        return None
    for line in place.read_text(encoding="utf-8").splitlines():
        word, _, vkey = line.partition(" ")
        if word == "body" and vkey.partition("+")[0] == body:
            return vkey
    return None


def origin() -> str:
    """The name of this record's log, which every signature names."""
    kept = checkpoints.kept()
    if kept:
        return kept[-1].note.partition("\n")[0]
    return record.origin()


def _append(
    about: str,
    decide: Decide,
    *,
    by: Actor,
    at: datetime,
    key: str,
    seen: int | None,
    party: Party | None = None,
) -> Receipt:
    return book().append(about=about, decide=decide, by=by, at=at, key=key, seen=seen, party=party)
