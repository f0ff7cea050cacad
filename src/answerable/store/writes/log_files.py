"""The log as static files in `home/log`: tiles, bundles of leaves, the signed checkpoint.

A web server or a witness reads this folder as it lies. Each file is written whole and synced
before the checkpoint that needs it is signed; a crash between leaves work to do again.
"""

import os
import re
import secrets
from collections.abc import Iterable, Iterator
from pathlib import Path

from answerable.ledger import merkle, tiles
from answerable.store.engine import database, start
from answerable.store.writes import checkpoints
from answerable.vocabulary.refusal import Refusal

CHECKPOINT = "checkpoint"
_SIZE = re.compile(rb"[^\n]+\n(0|[1-9][0-9]{0,15})\n")


class Altered(Refusal):
    """A leaf is no longer the one that was recorded: nothing is published of it."""

    code = "altered"


def folder() -> Path:
    """Where the files of the log lie."""
    return start.ready().home / "log"


def write_tiles(*, size: int) -> None:
    """Write and sync every tile of a size that is not there yet."""
    root = folder()
    for name, data in made(tiles.needed(size, since=written_size(root))):
        write(root / name, data)


def written_size(root: Path) -> int:
    """The size whose tiles are all there: that of the checkpoint that was published last."""
    try:
        found = _SIZE.match((root / CHECKPOINT).read_bytes())
    except OSError:
        return 0
    return int(found[1]) if found else 0


def made(
    wanted: Iterable[tuple[int | str, int, int]],
) -> Iterator[tuple[str, bytes]]:
    """Address and bytes of tiles by (level, index, width), from the tables; leaves hashed anew."""
    for level, index, width in wanted:
        address = tiles.path(level, index, width=width)
        if level == "entries":
            begin = index * tiles.WIDTH
            rows = database.rows(
                "SELECT leaf, leaf_hash FROM entry WHERE seq >= ? AND seq < ? ORDER BY seq",
                (begin, begin + width),
            )
            for seq, (leaf, leaf_hash) in enumerate(rows, start=begin):
                if merkle.leaf_hash(leaf) != leaf_hash:
                    raise Altered(
                        f"Entry {seq} is not the one that was recorded, so nothing was signed or "
                        "written. Run `answerable verify`."
                    )
            yield address, tiles.bundle([leaf for leaf, _ in rows])
        else:
            yield address, tiles.tile(checkpoints.node, int(level), index, width=width)


def read(name: str) -> bytes:
    """The bytes of a file of the log, as they lie on the disk."""
    try:
        return (folder() / name).read_bytes()
    except OSError:
        raise tiles.BadTile(f"The log's file {name} is not on the disk.") from None


def publish(note: str) -> None:
    """Make a signed note the checkpoint of the folder: the last thing that is written."""
    write(folder() / CHECKPOINT, note.encode())


def write(path: Path, data: bytes, *, mode: int = 0o644) -> None:
    """Whole or not at all: a synced temporary file, renamed, and the folder synced."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise
    folder_handle = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder_handle)
    finally:
        os.close(folder_handle)
