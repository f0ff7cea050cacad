"""The worked example of the ledger's format, built again from nothing.

Its types and field sets are for this test only; they are not those of `vocabulary/facts/`.
Seeds, ids and salts are derived from plain texts, so anybody can build it by hand.
"""

import base64
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from answerable.ledger import canonical, merkle
from answerable.ledger.checkpoint import WITNESS, Signer
from answerable.ledger.commitments import Payload
from answerable.ledger.entry import By, leaf_of, pseudonym, signed_message
from answerable.vocabulary.access import Classification
from answerable.vocabulary.fact_base import Value

ORIGIN = "answerable.example/exampleshire"
BODY = "gb-police-exampleshire"
STREAM = "action/example-2025-1/3"
COSIGNED_AT = 1787933400


def _seed(words: str) -> bytes:
    return hashlib.sha256(words.encode()).digest()


LOG = Signer(ORIGIN, _seed("answerable example log key"))
WITNESS_1 = Signer("w1.example", _seed("answerable example witness 1"), WITNESS)
CLAIMANT = Signer(BODY, _seed("answerable example claimant"))
PERSON = pseudonym(_seed("person 1"), STREAM)


def entry_id(i: int) -> str:
    return hashlib.sha256(f"entry {i}".encode()).hexdigest()[:32]


@dataclass(frozen=True)
class Row:
    type: str
    at: datetime
    values: dict[str, Value]
    begins: str
    ref: str | None = None
    doc: str | None = None


ROWS = (
    Row(
        "ActionPromised",
        datetime(2026, 1, 5, 9, tzinfo=UTC),
        {"due": "2026-06-30", "text": "Every manager has a plan."},
        "2026-01-05",
        doc=hashlib.sha256(b"report").hexdigest(),
    ),
    Row(
        "DueDateMoved",
        datetime(2026, 6, 20, 15, 30, tzinfo=UTC),
        {"due": "2026-09-30", "reason": "Two posts are vacant."},
        "2026-06-20",
    ),
    Row(
        "Corrected",
        datetime(2026, 6, 21, 10, tzinfo=UTC),
        {"field": "due", "reason": "Typing error in the letter.", "value": "2026-08-31"},
        "2026-06-20",
        ref=entry_id(1),
    ),
    Row(
        "ClosureClaimed",
        datetime(2026, 8, 28, 16, tzinfo=UTC),
        {"evidence": "e-17", "text": "All 14 managers have a plan."},
        "2026-08-28",
    ),
)


def _salts(i: int) -> Iterator[bytes]:
    for j in range(16):
        yield bytes([16 * i + j]) * 16


def leaves() -> tuple[list[bytes], list[tuple[Payload, ...]]]:
    """The four leaves and their payloads; the last is signed with the claimant's key."""
    made: list[bytes] = []
    payloads: list[tuple[Payload, ...]] = []
    for i, row in enumerate(ROWS):
        signed = row.type == "ClosureClaimed"
        root = merkle.root_of([merkle.leaf_hash(leaf) for leaf in made])
        seen = {"size": len(made), "root": root.hex()} if signed else None
        leaf, values = _leaf(i, row, seen, key=CLAIMANT.key_id.hex() if signed else None)
        if signed:
            message = signed_message(canonical.read(leaf), origin=ORIGIN)
            signature = base64.b64encode(CLAIMANT.sign(message)).decode()
            leaf, values = _leaf(i, row, seen, key=CLAIMANT.key_id.hex(), sig=signature)
        made.append(leaf)
        payloads.append(values)
    return made, payloads


def _leaf(
    i: int, row: Row, seen: dict[str, Value] | None, *, key: str | None, sig: str | None = None
) -> tuple[bytes, tuple[Payload, ...]]:
    salts = _salts(i)
    return leaf_of(
        type_name=row.type,
        field_set=1,
        values=row.values,
        classes=dict.fromkeys(row.values, Classification.PUBLIC),
        envelope={
            "institution": BODY,
            "stream": STREAM,
            "valid": [row.begins, None],
            "doc": row.doc,
            "ref": row.ref,
            "seen": seen,
        },
        entry_id=entry_id(i),
        by=By(BODY, PERSON, key, sig),
        recorded_at=row.at,
        regressed=False,
        salt=lambda: next(salts),
    )
