"""The public entries of each institution, kept in the folder of a mirror for its next run.

They are what the mirror's own pages say, so nothing of the record is shown that was not; after
an erasure or a new marking a mirror is made from nothing, and these files with it.
"""

from collections.abc import Collection, Iterator
from pathlib import Path

from answerable.store.reads import kept_entries, registers

FOLDER = "mirror-entries"


def begin(out: Path) -> None:
    """Let this process read from the record only what was written since."""
    for path in sorted((out / FOLDER).glob("*.json")):
        kept_entries.begin_with(path.stem, path.read_bytes)


def read() -> None:
    """Read the entries of every institution, so that several processes that begin afterwards need
    not: lists look at all of them."""
    for institution in registers.institutions():
        registers.history(institution)


def files(out: Path, *, quiet: Collection[str]) -> Iterator[tuple[str, bytes | None]]:
    """Name and bytes of each file; None where what is there holds still."""
    for institution in registers.institutions():
        name = f"{FOLDER}/{institution}.json"
        target = out / name
        if institution in quiet and target.is_file():
            yield name, None
        elif data := kept_entries.packed(institution):
            yield name, data
