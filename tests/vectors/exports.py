"""A whole record as its folder, made from nothing: for what the verifier says of an export."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cached_property
from pathlib import Path
from typing import Any

from answerable.ledger import canonical, checkpoint, merkle, tiles
from answerable.ledger.commitments import Payload
from answerable.ledger.entry import By, Entry, leaf_of
from answerable.vocabulary.access import Classification
from tests.vectors import closings

Files = dict[str, bytes]
DOC = b"a report"


@dataclass
class Record:
    """Entries, and the sizes at which there was a checkpoint; the last one is the head."""

    entries: list[Entry] = field(default_factory=list)
    earlier: tuple[int, ...] = ()

    def add(
        self,
        kind: str = "ActionPromised",
        *,
        ref: str | None = None,
        class_: str = "public",
        late: int | None = None,
        **values: Any,
    ) -> Entry:
        """One more entry; `late` is its second, where that is not its place."""
        seq = len(self.entries)
        salts = iter(bytes([seq % 256, seq // 256, n]) + bytes(13) for n in range(64))
        marking = Classification(class_)
        leaf, payloads = leaf_of(
            type_name=kind,
            field_set=1,
            values=values or {"text": f"action {seq}"},
            classes=dict.fromkeys(values or {"text": None}, marking),
            envelope={
                "institution": closings.FORCE,
                "stream": f"action/{seq}",
                "valid": ["2026-01-05", None],
                "doc": None,
                "ref": ref,
                "seen": None,
            },
            entry_id=hashlib.sha256(f"export {seq}".encode()).hexdigest()[:32],
            by=By(closings.FORCE, "0" * 32),
            recorded_at=closings.BEGAN + timedelta(seconds=seq if late is None else late),
            regressed=False,
            salt=lambda: next(salts),
        )
        self.entries.append(Entry(seq, leaf, payloads))
        return self.entries[-1]

    @property
    def size(self) -> int:
        return len(self.entries)

    @cached_property
    def _nodes(self) -> dict[tuple[int, int], bytes]:
        kept, frontier = dict[tuple[int, int], bytes](), tuple[bytes, ...]()
        for entry in self.entries:
            kept[0, entry.seq] = merkle.leaf_hash(entry.leaf)
            frontier, made = merkle.grow(entry.seq, frontier, kept[0, entry.seq])
            kept |= {(level, index): node for level, index, node in made}
        return kept

    def node(self, level: int, index: int) -> bytes:
        return self._nodes[level, index]

    def note(self, size: int, *, origin: str = closings.LOG.name, witness: bool = True) -> bytes:
        root = merkle.root(merkle.frontier_of(self.node, size))
        text = checkpoint.text_of(origin=origin, size=size, root=root)
        lines = [checkpoint.signature_line(text, closings.LOG)]
        if witness:
            lines.append(checkpoint.cosignature_line(text, closings.SEER, at=1_787_933_400))
        return checkpoint.note(text, *lines).encode()

    def files(self, *, shown: Callable[[Payload], bool] = lambda _: True) -> Files:
        """Everything but the manifest; `shown` says which values are there."""
        made = {"README.txt": b"Read me.", "checkpoint": self.note(self.size)}
        made[f"files/{hashlib.sha256(DOC).hexdigest()}"] = DOC
        for size in self.earlier:
            made[f"checkpoints/{size}"] = self.note(size, witness=False)
        made |= dict(self._tiles())
        for first in range(0, self.size, 256):
            name = tiles.path("p", first // 256).removeprefix("tile/p/")
            rows = [
                tiles.payload_file([p for p in e.payloads if shown(p)]) + b"\n"
                for e in self.entries[first : first + 256]
            ]
            made[f"payloads/{name}.jsonl"] = b"".join(rows)
        return made

    def _tiles(self) -> Iterator[tuple[str, bytes]]:
        sizes = [tiles.needed(self.size), *map(tiles.partial, self.earlier)]
        for level, index, width in (row for rows in sizes for row in rows):
            if level == "entries":
                part = self.entries[256 * index : 256 * index + width]
                data = tiles.bundle([e.leaf for e in part])
            else:
                data = tiles.tile(self.node, int(level), index, width=width)
            yield tiles.path(level, index, width=width), data


def grown(size: int, *, earlier: tuple[int, ...] = ()) -> Record:
    """A record of so many plain entries."""
    made = Record(earlier=earlier)
    for _ in range(size):
        made.add()
    return made


def manifest(files: Files) -> bytes:
    """What names each file with its length and its hash."""
    rows = [
        {"bytes": len(data), "path": name, "sha256": hashlib.sha256(data).hexdigest()}
        for name, data in sorted(files.items())
    ]
    return canonical.write({"files": rows, "v": 1})


def laid(folder: Path, files: Files) -> Path:
    """The folder on the disk, with a manifest that fits."""
    for name, data in {**files, "manifest.json": manifest(files)}.items():
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
    return folder
