"""Entry: sequence, recorded_at, public leaf, detachable payloads (LEDGER section 4)."""

import hashlib
import hmac
import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property, lru_cache
from typing import Any

from answerable.ledger import canonical, plain, verify
from answerable.ledger.commitments import SALT_BYTES, TAG, Payload, commit
from answerable.vocabulary.access import Classification
from answerable.vocabulary.fact_base import Fact, Value
from answerable.vocabulary.facts import TYPES
from answerable.vocabulary.refusal import Refusal
from answerable.vocabulary.times import Period

VERSION = 1
STAMP = "%Y-%m-%dT%H:%M:%S.%fZ"
_OPEN, _SEALED = re.compile(verify.LEAF), re.compile(verify.SEALED)
"""The forms that the offline verifier reads: one definition for both."""

_ORDER = [Classification.PUBLIC, Classification.INTERNAL, Classification.RESTRICTED]


class BadLeaf(Refusal):
    """Leaf bytes that are not a leaf of version 1."""

    code = "bad_leaf"


@dataclass(frozen=True, slots=True)
class By:
    """Who acted, as it stands in the leaf; `key` and `sig` None means attested by the server."""

    body: str
    person: str
    key: str | None = None
    sig: str | None = None


_by = lru_cache(maxsize=4_096)(By)
"""One object for all that one person said of a thing: a register holds very many."""


@dataclass(frozen=True)
class Entry:
    """A fact on the record. The sequence number is the position in the tree, from 0."""

    seq: int
    leaf: bytes
    payloads: tuple[Payload, ...]

    @cached_property
    def content(self) -> dict[str, Any]:
        """The leaf as values, checked against version 1."""
        return read_leaf(self.leaf)

    @property
    def id(self) -> str:
        """32 lower-case hex digits, random."""
        return str(self.content["fact"]["id"])

    @property
    def recorded_at(self) -> datetime:
        """Stamp of the appender; shown, never used for order."""
        return datetime.fromisoformat(self.content["recorded_at"])

    @property
    def by(self) -> By:
        """Who acted."""
        by = self.content["by"]
        return _by(by["body"], by["person"], by["key"], by["sig"])

    @cached_property
    def fact(self) -> Fact:
        """The fact with the values that are held open here; sealed and erased ones are None."""
        head = self.content["fact"]
        cls = TYPES.get((head["type"], head["set"]))
        if cls is None:
            raise BadLeaf(
                f"Entry {self.seq} has the type {head['type']} set {head['set']}, "
                "which this version does not know. Use a newer version of Answerable."
            )
        start, end = head["valid"]
        return cls.build(
            values={
                p.field: canonical.read(p.value)
                for p in self.payloads
                if p.value is not None and p.value != b"null"
            },
            institution=head["institution"],
            stream=head["stream"],
            valid=Period(date.fromisoformat(start), end and date.fromisoformat(end)),
            doc=head["doc"],
            ref=head["ref"],
            classes={
                p.field: Classification(p.classification)
                for p in self.payloads
                if p.classification != Classification.PUBLIC
            },
        )


def make_leaf(
    fact: Fact,
    *,
    entry_id: str,
    by: By,
    recorded_at: datetime,
    regressed: bool,
    salt: Callable[[], bytes],
    seen: Mapping[str, Value] | None = None,
) -> tuple[bytes, tuple[Payload, ...]]:
    """Leaf bytes and open payloads of a fact; every field of the set gets a salt of its own."""
    values = fact.values()
    return leaf_of(
        type_name=type(fact).__name__,
        field_set=fact.SET,
        values=values,
        classes={name: fact.classes.get(name, Classification.PUBLIC) for name in values},
        envelope={
            "institution": fact.institution,
            "stream": fact.stream,
            "valid": [fact.valid.start.isoformat(), fact.valid.end and fact.valid.end.isoformat()],
            "doc": fact.doc,
            "ref": fact.ref,
            "seen": dict(seen) if seen else None,
        },
        entry_id=entry_id,
        by=by,
        recorded_at=recorded_at,
        regressed=regressed,
        salt=salt,
    )


def leaf_of(
    *,
    type_name: str,
    field_set: int,
    values: Mapping[str, Value],
    classes: Mapping[str, Classification],
    envelope: Mapping[str, Any],
    entry_id: str,
    by: By,
    recorded_at: datetime,
    regressed: bool,
    salt: Callable[[], bytes],
) -> tuple[bytes, tuple[Payload, ...]]:
    """Leaf bytes and payloads from plain values, for any type and field set."""
    payloads, commits = [], {}
    for name in sorted(values):
        own_salt = salt()
        commits[name] = commit(name, values[name], own_salt)
        written = canonical.write(values[name])
        if len(written) > canonical.MAX_VALUE:
            raise BadLeaf(f"The {name} is longer than 1 MiB; keep it as a document and quote it.")
        payloads.append(Payload(name, own_salt, written, classes[name].value))
    highest = max((classes[name] for name in values), key=_ORDER.index, default=_ORDER[0])
    leaf = canonical.write(
        {
            "v": VERSION,
            "recorded_at": recorded_at.strftime(STAMP),
            "clock": "regressed" if regressed else "ok",
            "by": {"body": by.body, "person": by.person, "key": by.key, "sig": by.sig},
            "fact": {
                "type": type_name,
                "set": field_set,
                "id": entry_id,
                "class": highest.value,
                "commits": commits,
                **envelope,
            },
        }
    )
    if len(leaf) > canonical.MAX_LEAF:
        raise BadLeaf(f"An entry's public part may have {canonical.MAX_LEAF} bytes.")
    return leaf, tuple(payloads)


def read_leaf(leaf: bytes) -> dict[str, Any]:
    """The values of leaf bytes with exactly the keys and forms of version 1, or a refusal."""
    if (made := plain.content(leaf)) is not None:
        return made
    if len(leaf) > canonical.MAX_LEAF:
        raise BadLeaf(f"A leaf has at most {canonical.MAX_LEAF} bytes.")
    content: dict[str, Any] = canonical.read(leaf)
    try:
        sealed = content["fact"]["type"] == "Sealed"
        formed = (_SEALED if sealed else _OPEN).fullmatch(leaf.decode())
    except (KeyError, TypeError):
        formed = None
    if formed is None:
        raise BadLeaf("This leaf does not have the form of version 1.")
    try:
        datetime.fromisoformat(content["recorded_at"])
        start, end = content["fact"]["valid"]
        Period(date.fromisoformat(start), None if end is None else date.fromisoformat(end))
    except ValueError:
        raise BadLeaf("This leaf does not have the form of version 1.") from None
    return content


def pseudonym(secret: bytes, stream: str) -> str:
    """Who acted, equal inside a stream and unlinkable across streams (LEDGER 4.1).

    First 16 bytes of HMAC-SHA256(secret, "answerable/person/v1" 00 stream), in hex.
    """
    message = b"answerable/person/v1\0" + stream.encode()
    return hmac.new(secret, message, hashlib.sha256).digest()[:SALT_BYTES].hex()


def signed_message(content: Mapping[str, Any], *, origin: str) -> bytes:
    """What a party signs: who, what and for which log; not the stamp, which it cannot know."""
    by = {name: content["by"][name] for name in ("body", "key", "person")}
    signed = {"by": by, "fact": content["fact"], "origin": origin}
    return b"answerable/sign/v1\0" + canonical.write(signed)


def faults(entry: Entry) -> Iterable[str]:
    """What does not hold inside one entry: its leaf's form, and each held value's commitment."""
    try:
        commits = entry.content["fact"]["commits"]
    except Refusal as refusal:
        yield f"its public part is damaged: {refusal.sentence}"
        return
    held = {payload.field for payload in entry.payloads}
    if missing := sorted(set(commits) - held):
        yield f"its values {', '.join(missing)} are missing"
    for payload in entry.payloads:
        if payload.field not in commits:
            yield f"it has a value “{payload.field}” that was never committed"
        elif payload.value is not None and not _opens(commits[payload.field], payload):
            yield f"its value “{payload.field}” is not the one that was recorded"


def _opens(commitment: str, payload: Payload) -> bool:
    """Does the held value, byte for byte, open its commitment?"""
    if payload.salt is None or payload.value is None or not payload.field.isascii():
        return False
    committed = TAG + payload.salt + _named(payload.field) + payload.value + b"]"
    return hashlib.sha256(committed).hexdigest() == commitment


@lru_cache(maxsize=1_000)
def _named(field: str) -> bytes:
    return b"[" + json.dumps(field).encode() + b","
