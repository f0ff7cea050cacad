"""Signed notes (Ed25519) and cosignatures of witnesses: the C2SP formats, taken unchanged.

signed-note, tlog-checkpoint and tlog-cosignature of https://c2sp.org (LEDGER section 5).
"""

import base64
import hashlib
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import (
    Ed25519PrivateKey,
    Ed25519PublicKey,
)
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

LOG, WITNESS = b"\x01", b"\x04"


@dataclass(frozen=True, slots=True)
class Signer:
    """A named Ed25519 key; `kind` is LOG (a log or a party) or WITNESS."""

    name: str
    seed: bytes
    kind: bytes = LOG

    @property
    def public(self) -> bytes:
        """32 bytes of the public key."""
        key = Ed25519PrivateKey.from_private_bytes(self.seed).public_key()
        return key.public_bytes(Encoding.Raw, PublicFormat.Raw)

    @property
    def key_id(self) -> bytes:
        """First 4 bytes of SHA-256(name 0a kind public-key)."""
        return key_id(self.name, self.kind, self.public)

    @property
    def verifier_key(self) -> str:
        """What others keep: `name+<8 hex>+base64(kind public-key)`."""
        return f"{self.name}+{self.key_id.hex()}+{_b64(self.kind + self.public)}"

    def sign(self, message: bytes) -> bytes:
        """64 bytes."""
        return Ed25519PrivateKey.from_private_bytes(self.seed).sign(message)


def key_id(name: str, kind: bytes, public: bytes) -> bytes:
    """First 4 bytes of SHA-256(name 0a kind public-key)."""
    return hashlib.sha256(name.encode() + b"\n" + kind + public).digest()[:4]


def text_of(*, origin: str, size: int, root: bytes) -> str:
    """The three lines that are signed: origin, size, root; no extension lines."""
    return f"{origin}\n{size}\n{_b64(root)}\n"


def signature_line(text: str, signer: Signer) -> str:
    """The line of a log under its checkpoint."""
    return _line(signer, signer.sign(text.encode()))


def cosignature_line(text: str, witness: Signer, *, at: int) -> str:
    """The line of a witness: it saw this checkpoint, consistent with all before, at POSIX time."""
    signature = witness.sign(f"cosignature/v1\ntime {at}\n{text}".encode())
    return _line(witness, at.to_bytes(8, "big") + signature)


def note(text: str, *lines: str) -> str:
    """A signed note: text, blank line, signature lines."""
    return text + "\n" + "".join(lines)


def verifies(public: bytes, message: bytes, signature: bytes) -> bool:
    """Is this an Ed25519 signature of the message by the key?"""
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    except InvalidSignature:
        return False
    return True


def _line(signer: Signer, signature: bytes) -> str:
    return f"\N{EM DASH} {signer.name} {_b64(signer.key_id + signature)}\n"


def _b64(data: bytes) -> str:
    return base64.b64encode(data).decode()
