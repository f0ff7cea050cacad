"""The log as everybody may fetch it: checkpoint, tiles, public values, and the verifier itself.

The addresses are those of https://c2sp.org/tlog-tiles below the site's own, so a witness or a
monitor needs nothing else of this site.
"""

import re
from importlib.resources import files

from answerable.ledger import tiles
from answerable.store.engine.entries import read
from answerable.store.reads import registers
from answerable.store.writes import log_files
from answerable.vocabulary.refusal import Refusal

_TILE = re.compile(r"tile/(?:[0-9]|entries)/(?:x[0-9]{3}/){0,4}[0-9]{3}(?:\.p/[0-9]{1,3})?")


class NoSuchFile(Refusal):
    """A file that the log does not have."""

    code = "no_such_file"


def checkpoint() -> bytes:
    """The latest signed note, with the lines of the witnesses that sent theirs."""
    return _held(log_files.CHECKPOINT, "No checkpoint has been signed yet.")


def tile(address: str) -> bytes:
    """A tile of hashes or of leaves, by its address from `tile/` on; it never changes."""
    if not _TILE.fullmatch(address):
        raise NoSuchFile(f"“{address[:80]}” is not the address of a tile.")
    return _held(address, f"The log has no {address}.")


def values(seq: int) -> bytes:
    """The public values of an entry with their salts, as they may be shown now."""
    if not 0 <= seq < registers.head().size:
        raise NoSuchFile(f"The record has no entry {seq}.")
    (entry,) = read(about=None, begin=seq, end=seq + 1)
    return tiles.payload_file(entry.payloads)


def verifier() -> bytes:
    """`verify.py`: one file, for any machine that has Python."""
    return files("answerable.ledger").joinpath("verify.py").read_bytes()


def _held(name: str, missing: str) -> bytes:
    place = log_files.folder() / name
    if not place.is_file():
        raise NoSuchFile(missing)
    return place.read_bytes()
