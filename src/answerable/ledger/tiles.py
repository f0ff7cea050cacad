"""tlog-tiles: the log as static files, and the proof file that a citizen downloads.

Tiles and bundles are those of https://c2sp.org/tlog-tiles, the proof file is
https://c2sp.org/tlog-proof, both taken unchanged (LEDGER section 5).
"""

import base64
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache

from answerable.ledger import canonical
from answerable.ledger.commitments import Payload
from answerable.ledger.entry import Entry
from answerable.ledger.merkle import Hash, Nodes, node_hash
from answerable.vocabulary.refusal import Refusal

WIDTH = 256
HEIGHT = 8
HASH_BYTES = 32
MAX_BUNDLE = 16 * 2**20


class BadTile(Refusal):
    """A file of a log that cannot be made or is not what its name says."""

    code = "bad_tile"


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


def needed(size: int, *, since: int = 0) -> Iterator[tuple[int | str, int, int]]:
    """(level or "entries", index, width) of the tiles of a size that a size before had not."""
    level = 0
    while size:
        for index in range(since // WIDTH, -(-size // WIDTH)):
            width = min(WIDTH, size - index * WIDTH)
            if index * WIDTH + width > since:
                yield level, index, width
                if level == 0:
                    yield "entries", index, width
        level, size, since = level + 1, size // WIDTH, since // WIDTH


def partial(size: int) -> Iterator[tuple[int | str, int, int]]:
    """The tiles of a size that are not full: they stay for every published checkpoint."""
    level = 0
    while size:
        full, width = divmod(size, WIDTH)
        if width:
            yield level, full, width
            if level == 0:
                yield "entries", full, width
        level, size = level + 1, full


def nodes_of(read: Callable[[str], bytes], size: int) -> Nodes:
    """The perfect nodes of a tree of a size, from its tiles; `read` takes a tile's address."""

    @cache
    def row(level: int, index: int) -> tuple[Hash, ...]:
        width = min(WIDTH, (size >> level * HEIGHT) - index * WIDTH)
        data = read(path(level, index, width=width))
        if len(data) != width * HASH_BYTES:
            raise BadTile(
                f"The file {path(level, index, width=width)} is not a tile of its width."
            )
        return tuple(data[at : at + HASH_BYTES] for at in range(0, len(data), HASH_BYTES))

    def node(level: int, index: int) -> Hash:
        height = level % HEIGHT
        first = index << height
        found = row(level // HEIGHT, first // WIDTH)[first % WIDTH :][: 1 << height]
        while len(found) > 1:
            found = tuple(map(node_hash, found[::2], found[1::2]))
        return found[0]

    return node


def bundle_file(
    *,
    stream: str,
    entries: Iterable[tuple[Entry, Sequence[Hash]]],
    checkpoint: str,
    texts: Mapping[str, str],
) -> bytes:
    """A `.bundle`: all entries of a finding, the enrolments of its keys, and their proofs.

    It also holds the entry that stands at the size which a signer saw: its proof gives the root
    of what was before it, so that the signer's `seen` can be checked without the full tiles.
    `texts` are canonical texts by the SHA-256 of their file.
    """
    rows = [
        {
            "extra": canonical.read(payload_file(entry.payloads)),
            "index": entry.seq,
            "leaf": base64.b64encode(entry.leaf).decode(),
            "proof": [base64.b64encode(step).decode() for step in path],
        }
        for entry, path in entries
    ]
    made = canonical.write(
        {"checkpoint": checkpoint, "entries": rows, "stream": stream, "texts": {**texts}, "v": 1}
    )
    if len(made) > MAX_BUNDLE:
        raise BadTile(f"The bundle of {stream} would be longer than 16 MiB.")
    return made
