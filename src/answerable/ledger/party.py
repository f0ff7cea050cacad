"""A party's own key: it signs what the party decided, where the party sits (LEDGER 4.4).

The key file is JSON: `{"kind": "party", "name": body, "seed": hex}`. It is the party's alone; what
others keep is its verifier key. Which keys count for whom stands on the record: enrolled,
rotated, revoked, each an entry (`keys_of`).
"""

import base64
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from answerable.ledger import verify
from answerable.ledger.checkpoint import LOG, Signer, verifies
from answerable.ledger.entry import signed_message
from answerable.ledger.register import Version
from answerable.ledger.signer import NAME, SEED_BYTES
from answerable.vocabulary.facts import KeyEnrolled, KeyRevoked, KeyRotated
from answerable.vocabulary.refusal import Refusal

NOBODY = base64.b64encode(bytes(64)).decode()
"""Stands in a leaf where its signature will, so that both have one length."""


class NoKey(Refusal):
    """A key that cannot sign this: not enrolled, revoked, of another body, or no key at all."""

    code = "no_key"


@dataclass(frozen=True, slots=True)
class Party:
    """Who signs, for which log. A root key signs enrolments only; a policy names it."""

    signer: Signer
    origin: str
    root: bool = False

    @property
    def key_id(self) -> str:
        """8 hex digits, as in the leaf."""
        return self.signer.key_id.hex()

    def sign(self, content: Mapping[str, Any]) -> str:
        """The signature of a leaf's values, in base64, checked before it is given."""
        message = signed_message(content, origin=self.origin)
        made = self.signer.sign(message)
        if not verifies(self.signer.public, message, made):
            raise NoKey("The key made a signature that does not verify, so nothing was recorded.")
        return base64.b64encode(made).decode()


@dataclass(frozen=True, slots=True)
class Enrolled:
    """A key of an office of a body, from when to when it counts, and since when it is doubted."""

    key_id: str
    vkey: str
    body: str
    office: str
    begins: date
    ends: date | None
    doubted: date | None
    seq: int

    def counts(self, *, on: date, recorded: date) -> bool:
        """Was the office held on a day, and the key not doubted then, nor when it signed?"""
        held = self.begins <= on and (self.ends is None or on < self.ends)
        return held and (self.doubted is None or max(on, recorded) < self.doubted)


def read(text: str) -> Signer:
    """The key of a file's text."""
    try:
        held = json.loads(text)
        made = Signer(held["name"], bytes.fromhex(held["seed"]), LOG)
        good = held["kind"] == "party" and len(made.seed) == SEED_BYTES
        good = good and bool(NAME.fullmatch(made.name))
    except (ValueError, KeyError, TypeError, AttributeError):
        good = False
    if not good:
        raise NoKey("This is not the key file of a party. Make one with `answerable key new`.")
    return made


def written(signer: Signer) -> str:
    """The text of a key's file."""
    return json.dumps({"kind": "party", "name": signer.name, "seed": signer.seed.hex()})


def key_id_of(vkey: str) -> str:
    """8 hex digits of a verifier key that a party gave; refused when it is none."""
    try:
        (_, key_id), _ = verify.vkey(vkey, LOG)
    except verify.Fails as fault:
        raise NoKey(f"The key is not taken: {fault}.") from None
    return str(key_id)


def keys_of(versions: Iterable[Version]) -> dict[str, Enrolled]:
    """Every key that was enrolled for a body, by its id, in the order of the record."""
    found: dict[str, Enrolled] = {}
    for version in versions:
        fact = version.fact
        if version.recorded_to is not None:
            continue
        if isinstance(fact, KeyEnrolled) and fact.vkey and fact.body:
            made = _enrolled(version, fact.vkey, fact.body, fact.office or "")
            found.setdefault(made.key_id, made)
        elif (
            isinstance(fact, KeyRotated) and fact.vkey and (old := found.get(version.by.key or ""))
        ):
            made = _enrolled(version, fact.vkey, old.body, old.office)
            found.setdefault(made.key_id, made)
        elif isinstance(fact, KeyRevoked) and (old := found.get(_id(fact.stream))):
            since = date.fromisoformat(fact.from_) if fact.from_ else fact.valid.start
            earliest = since if old.doubted is None else min(old.doubted, since)
            found[old.key_id] = replace(old, doubted=earliest)
    return found


def may_sign(
    party: Party, keys: Mapping[str, Enrolled], *, body: str, on: date, recorded: date
) -> None:
    """Refuse a signature that the verifiers would not take."""
    held = keys.get(party.key_id)
    if party.signer.name != body:
        raise NoKey(
            f"The key is of “{party.signer.name}” and {body} acts. Use the body's own key."
        )
    if party.root:
        return
    if held is None or held.vkey != party.signer.verifier_key:
        raise NoKey(
            f"The key {party.key_id} is not enrolled for {body}. Enrol it first: "
            "`answerable key enrol`."
        )
    if not held.counts(on=on, recorded=recorded):
        raise NoKey(
            f"The key {party.key_id} of {body} does not count on {on}: its office was not held "
            "then, or the key is revoked."
        )


def _id(stream: str) -> str:
    return stream.removeprefix("key/")


def _enrolled(version: Version, vkey: str, body: str, office: str) -> Enrolled:
    valid = version.fact.valid
    return Enrolled(
        key_id=key_id_of(vkey),
        vkey=vkey,
        body=body,
        office=office,
        begins=valid.start,
        ends=valid.end,
        doubted=None,
        seq=version.seq,
    )
