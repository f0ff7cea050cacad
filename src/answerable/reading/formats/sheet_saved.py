"""When a workbook says that it was last saved, or made: its properties, not its cells.

XLSX keeps it in `docProps/core.xml` (ISO/IEC 29500-2, 8.3: `dcterms:modified`, `dcterms:created`),
ODS in `meta.xml` (OpenDocument 1.3, part 3, 4.3.2: `dc:date`, `meta:creation-date`). Whatever
program saved the file wrote it, from the clock of its machine: it may be offered, never relied on.
"""

import io
import re
import zipfile
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

MOST_BYTES = 200_000
_KINDS: tuple[tuple[Literal["saved", "made"], re.Pattern[bytes]], ...] = tuple(
    (kind, re.compile(rb"<(?:" + names + rb")(?: [^<>]{0,200})?>([0-9TZ:.+-]{10,40})</"))  # type: ignore[misc]  # a literal stays one
    for kind, names in (
        ("saved", rb"dcterms:modified|dc:date"),
        ("made", rb"dcterms:created|meta:creation-date"),
    )
)


@dataclass(frozen=True, slots=True)
class Saved:
    """The moment, with its zone where the file gives one; `kind` says of what."""

    kind: Literal["saved", "made"]
    at: datetime


def saved(data: bytes) -> Saved | None:
    """The last time that a workbook was saved, else when it was made; None where it says neither.

    `data` has passed `archive.check_archive`. Nothing is parsed as XML.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            own = set(archive.namelist())
            name = next((n for n in ("docProps/core.xml", "meta.xml") if n in own), None)
            if name is None or archive.getinfo(name).file_size > MOST_BYTES:
                return None
            words = archive.read(name)
    except (zipfile.BadZipFile, NotImplementedError, OSError, ValueError, RuntimeError):
        return None
    for kind, pattern in _KINDS:
        found = pattern.search(words)
        if found and (at := _moment(found[1].decode("ascii"))) is not None:
            return Saved(kind, at)
    return None


def _moment(words: str) -> datetime | None:
    try:
        return datetime.fromisoformat(words)
    except ValueError:
        return None
