"""The street files of an archive (zip or folder), each as a stream that takes its own digest."""

import hashlib
import io
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import IO

from answerable.store.observations.refused import LoadRefused

ENDING = "-street.csv"
PIECE = 1 << 18
LARGEST_FILE = 400_000_000
"""Bytes of one unpacked file. The largest held is under 3 MB; of a larger one no more is read."""

UNREADABLE = (OSError, zipfile.BadZipFile, zlib.error, EOFError, RuntimeError)
"""What reading one file of an archive may raise: torn, encrypted, packed in a way not known."""


class TooLarge(OSError):
    """A file that is larger than any street file."""


class Digested(io.RawIOBase):
    """A stream that takes the SHA-256 of all that is read from it."""

    def __init__(self, source: IO[bytes] | Exception) -> None:
        super().__init__()
        self._source, self._sha256, self._read = source, hashlib.sha256(), 0

    def readable(self) -> bool:
        """It can be read."""
        return True

    def readinto(self, into: memoryview) -> int:  # type: ignore[override]  # a buffer as io gives
        """Read into a buffer; raises what opening raised."""
        if isinstance(self._source, Exception):
            raise self._source
        piece = self._source.read(len(into))
        self._read += len(piece)
        if self._read > LARGEST_FILE:
            raise TooLarge
        into[: len(piece)] = piece
        self._sha256.update(piece)
        return len(piece)

    def buffered(self) -> io.BufferedReader:
        """The stream in large pieces."""
        return io.BufferedReader(self, PIECE)

    def sha256(self) -> str:
        """The digest of what was read, in lower hex."""
        return self._sha256.hexdigest()


@dataclass(frozen=True)
class StreetFile:
    """One file: its name without folder, its place among so many, and its stream, which holds
    only until the next file is asked for."""

    name: str
    place: int
    of: int
    stream: Digested


def street_files(path: Path) -> Iterator[StreetFile]:
    """Each street file in the order of names. Raises LoadRefused `not_an_archive`."""
    if path.is_dir():
        found = sorted(path.glob(f"*/*{ENDING}"))
        yield from _streams([(file.name, partial(io.FileIO, file)) for file in found])
        return
    try:
        archive = zipfile.ZipFile(path)
    except (zipfile.BadZipFile, OSError):
        raise LoadRefused(
            "The archive is neither a folder nor a whole zip file. Download it again.",
            code="not_an_archive",
        ) from None
    with archive:
        inside = sorted(
            (entry for entry in archive.infolist() if entry.filename.endswith(ENDING)),
            key=lambda entry: entry.filename,
        )
        yield from _streams(
            [(entry.filename.rpartition("/")[2], partial(archive.open, entry)) for entry in inside]
        )


def _streams(files: Sequence[tuple[str, Callable[[], IO[bytes]]]]) -> Iterator[StreetFile]:
    for place, (name, opened) in enumerate(files, start=1):
        try:
            source = opened()
        except UNREADABLE as broken:
            yield StreetFile(name, place, len(files), Digested(broken))
            continue
        with source:
            yield StreetFile(name, place, len(files), Digested(source))
