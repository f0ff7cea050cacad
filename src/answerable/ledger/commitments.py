"""Salted commitments: a value can be shown, sealed or erased without breaking a proof.

`c = SHA-256("answerable/commit/v1" || 00 || salt[16] || canonical([field, value]))`
(LEDGER section 4.2). A public value is served with its salt; a restricted one is sealed
with AES-256-GCM (section 4.3); an erased one is gone, its commitment stays.
"""

import hashlib
from dataclasses import dataclass
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from answerable.ledger import canonical
from answerable.vocabulary.refusal import Refusal

TAG = b"answerable/commit/v1\0"
SALT_BYTES = 16
NONCE_BYTES = 12
SEAL_BLOCK = 256


class DoesNotOpen(Refusal):
    """A value, salt or sealed text that does not match its commitment or key."""

    code = "does_not_open"


@dataclass(frozen=True, slots=True)
class Payload:
    """One value of an entry, detachable from its leaf.

    `value` is the canonical JSON of the value; None when it is sealed or erased.
    """

    field: str
    salt: bytes | None
    value: bytes | None
    classification: str = "public"
    sealed: bytes | None = None
    key_id: str | None = None

    @property
    def erased(self) -> bool:
        """The value is gone; its commitment stays in the leaf."""
        return self.value is None and self.sealed is None


def commit(field: str, value: Any, salt: bytes) -> str:
    """The commitment, 64 lower-case hex digits.

    >>> commit("due", "2026-06-30", bytes(16))
    '44a3c70020bb740ae83883dc73f50e5d56a6cdd74e422fdefa6f8248cabbf9ba'
    """
    if len(salt) != SALT_BYTES:
        raise DoesNotOpen(f"A salt has {SALT_BYTES} bytes, not {len(salt)}.")
    return hashlib.sha256(TAG + salt + canonical.write([field, value])).hexdigest()


def seal(value: bytes, *, key: bytes, nonce: bytes, entry_id: str, field: str) -> bytes:
    """Seal a canonical value: nonce, then AES-256-GCM of it padded to 256 bytes."""
    padded = value + b" " * (-len(value) % SEAL_BLOCK)
    return nonce + AESGCM(key).encrypt(nonce, padded, _bound_to(entry_id, field))


def unseal(sealed: bytes, *, key: bytes, entry_id: str, field: str) -> bytes:
    """The canonical value again, or a refusal when key, entry or field is another."""
    try:
        padded = AESGCM(key).decrypt(
            sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], _bound_to(entry_id, field)
        )
    except InvalidTag:
        raise DoesNotOpen("This sealed value does not open with the key that is held.") from None
    return padded.rstrip(b" ")


def _bound_to(entry_id: str, field: str) -> bytes:
    return entry_id.encode() + b"\0" + field.encode()
