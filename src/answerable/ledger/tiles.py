"""tlog-tiles: the log as static files, and the proof file that a citizen downloads.

Tiles and bundles are those of https://c2sp.org/tlog-tiles, the proof file is
https://c2sp.org/tlog-proof, both taken unchanged (LEDGER section 5).
"""

import base64
from collections.abc import Sequence

from answerable.ledger import canonical
from answerable.ledger.commitments import Payload
from answerable.ledger.merkle import Hash, Nodes

WIDTH = 256
HEIGHT = 8


def path(level: int | str, index: int, *, width: int = WIDTH) -> str:
    """Address of a tile (or, with level "entries", of a bundle of leaves).

    >>> path(0, 1234067), path("entries", 0, width=4)
    ('tile/0/x001/x234/067', 'tile/entries/000.p/4')
    """
    groups = [f"{index % 1000:03d}"]
    while index >= 1000:
        index //= 1000
        groups.insert(0, f"x{index % 1000:03d}")
    partial = f".p/{width}" if width < WIDTH else ""
    return f"tile/{level}/{'/'.join(groups)}{partial}"


def tile(nodes: Nodes, level: int, index: int, *, width: int = WIDTH) -> bytes:
    """Hashes of one tile: nodes of tree level 8 x `level`, 32 bytes each."""
    first = index * WIDTH
    return b"".join(nodes(level * HEIGHT, first + offset) for offset in range(width))


def bundle(leaves: Sequence[bytes]) -> bytes:
    """Leaves one after another, each behind its length in two bytes."""
    return b"".join(len(leaf).to_bytes(2, "big") + leaf for leaf in leaves)


def payload_file(payloads: Sequence[Payload]) -> bytes:
    """What is served beside a tile: the public values of an entry with their salts."""
    rows = [
        [p.field, canonical.read(p.value), p.salt.hex()]
        for p in sorted(payloads, key=lambda p: p.field)
        if p.classification == "public" and p.value is not None and p.salt is not None
    ]
    return canonical.write({"payloads": rows, "v": 1})


def proof_file(*, index: int, path: Sequence[Hash], checkpoint: str, extra: bytes = b"") -> str:
    """A `.tlog-proof`: where the entry stands, the way to the root, the signed checkpoint."""
    lines = ["c2sp.org/tlog-proof@v1"]
    if extra:
        lines.append(f"extra {base64.b64encode(extra).decode()}")
    lines.append(f"index {index}")
    lines += [base64.b64encode(step).decode() for step in path]
    return "\n".join(lines) + "\n\n" + checkpoint
