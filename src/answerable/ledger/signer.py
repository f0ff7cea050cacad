"""A key that remembers what it signed: it never signs a smaller, a different or an unkept tree.

The key file is JSON: `{"kind": "log", "name": ..., "root": hex, "seed": hex, "size": n}`.
It belongs to the signer alone, may lie on another machine, and is in no backup of the record: so
that after an old backup was restored, the key still knows what it had signed (LEDGER section 5).
"""

import json
import re
from dataclasses import dataclass, replace

from answerable.ledger import merkle
from answerable.ledger.checkpoint import (
    LOG,
    WITNESS,
    Signer,
    note,
    signature_line,
    text_of,
)
from answerable.vocabulary.refusal import Refusal

NAME = re.compile(r"[^\s+\x00-\x1f]{1,200}")
SEED_BYTES = 32
_KINDS = {"log": LOG, "witness": WITNESS}


class WillNotSign(Refusal):
    """A tree that this key must not sign, or a key file that cannot be used."""

    code = "will_not_sign"


@dataclass(frozen=True, slots=True)
class KeyFile:
    """A key, and the last size and root that it signed."""

    signer: Signer
    size: int = 0
    root: bytes = merkle.EMPTY_ROOT

    def written(self) -> str:
        """The text of the file."""
        kind = next(word for word, byte in _KINDS.items() if byte == self.signer.kind)
        return json.dumps(
            {
                "kind": kind,
                "name": self.signer.name,
                "root": self.root.hex(),
                "seed": self.signer.seed.hex(),
                "size": self.size,
            }
        )


def read(text: str, *, kind: bytes) -> KeyFile:
    """The key of a file's text, which must be a key of this kind."""
    try:
        held = json.loads(text)
        signer = Signer(held["name"], bytes.fromhex(held["seed"]), _KINDS[held["kind"]])
        made = KeyFile(signer, held["size"], bytes.fromhex(held["root"]))
        good = signer.kind == kind and len(signer.seed) == SEED_BYTES
        good = good and isinstance(made.size, int) and bool(NAME.fullmatch(signer.name))
    except (ValueError, KeyError, TypeError, AttributeError):
        good = False
    if not good:
        word = next(word for word, byte in _KINDS.items() if byte == kind)
        raise WillNotSign(f"This is not the key file of a {word}.")
    return made


def new(name: str, seed: bytes, *, kind: bytes) -> KeyFile:
    """A key that has signed nothing yet. The name of a log is its address without `https://`."""
    if not NAME.fullmatch(name):
        raise WillNotSign(f"“{name[:60]}” is no name for a key: no spaces and no plus sign.")
    return KeyFile(Signer(name, seed, kind))


def checkpoint(
    held: KeyFile, *, size: int, root: bytes, nodes: merkle.Nodes
) -> tuple[str, KeyFile]:
    """The signed note of a tree, and the key file that remembers it.

    `nodes` are read from the files that were synced, never from memory: a tree that is not on
    the disk is not signed. The new key file must be kept before the note is shown to anybody.
    """
    if size < held.size:
        raise WillNotSign(
            f"The record has {size} entries and this key has signed {held.size}: it does not "
            "sign a smaller one. Was an older backup restored? Restore the latest."
        )
    if merkle.root(merkle.frontier_of(nodes, size)) != root:
        raise WillNotSign(
            f"The files on the disk are not those of the record's {size} entries, so nothing was "
            "signed. Run `answerable verify`, then try again."
        )
    path = merkle.consistency(nodes, held.size, size)
    if not merkle.consistent(held.size, size, held.root, root, path):
        raise WillNotSign(
            f"The record's first {held.size} entries are not those that this key has signed, so "
            "nothing was signed. Run `answerable verify` with the last checkpoint you kept."
        )
    text = text_of(origin=held.signer.name, size=size, root=root)
    return note(text, signature_line(text, held.signer)), replace(held, size=size, root=root)
