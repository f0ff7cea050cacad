"""What is known of each source address: what came when it was asked, and under which digest.

The files themselves lie with the documents, by their SHA-256, in the home and nowhere else. This
is no part of the record: it can be lost and asked for again.
"""

import hashlib
import json
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from answerable.store.engine import start
from answerable.store.papers import documents
from answerable.store.papers.public_web import Begun

FOLDER = "sources"


@dataclass(frozen=True, slots=True)
class Original:
    """One address as it was last asked.

    `state`: kept (its file is held), gone, unread (held, and no reader reads it), or why
    nothing came (`public_web.Why`). `words` are the SHA-256 of its text: a page is another one
    only when its words are. `earlier` are the files that stood there before.
    """

    address: str
    state: str
    checked_at: str
    sha256: str | None = None
    words: str | None = None
    etag: str = ""
    modified: str = ""
    changed_at: str | None = None
    earlier: tuple[str, ...] = ()
    sentence: str = ""

    def asked(self, state: str, *, at: datetime, sentence: str = "") -> "Original":
        """The same, asked again; what is held stays held."""
        return replace(self, state=state, checked_at=at.isoformat(), sentence=sentence)

    def day(self) -> str:
        """The day on which it was last asked."""
        return self.checked_at[:10]


def known(address: str) -> Original | None:
    """What is known of an address."""
    return _read(_path(address))


def every() -> tuple[Original, ...]:
    """Everything that is known, by address."""
    folder = start.ready().home / FOLDER
    found = (_read(path) for path in folder.glob("*.json"))
    return tuple(sorted((one for one in found if one), key=lambda one: one.address))


def keep(original: Original) -> None:
    """Write down what is known of an address, and forget what had begun to come."""
    path = _path(original.address)
    path.parent.mkdir(parents=True, exist_ok=True)
    documents.write_whole(path, json.dumps(asdict(original), ensure_ascii=False).encode())


def begun(address: str) -> Begun | None:
    """What an earlier transfer brought before it stopped."""
    part, mark = _part(address)
    try:
        return Begun(part.read_bytes(), mark.read_text(encoding="utf-8"))
    except OSError:
        return None


def keep_begun(address: str, part: Begun) -> None:
    """Keep what came before a transfer stopped, so that the next one goes on from there."""
    file, mark = _part(address)
    file.parent.mkdir(parents=True, exist_ok=True)
    documents.write_whole(file, part.data)
    documents.write_whole(mark, part.etag.encode())


def forget_begun(address: str) -> None:
    """Drop what an earlier transfer brought."""
    for path in _part(address):
        path.unlink(missing_ok=True)


def _read(path: Path) -> Original | None:
    try:
        raw: dict[str, Any] = json.loads(path.read_bytes())
        return Original(**{**raw, "earlier": tuple(raw["earlier"])})
    except (OSError, ValueError, TypeError, KeyError):
        return None  # lost or damaged: it is asked again


def _path(address: str) -> Path:
    name = hashlib.sha256(address.encode()).hexdigest()[:32]
    return start.ready().home / FOLDER / f"{name}.json"


def _part(address: str) -> tuple[Path, Path]:
    path = _path(address)
    return path.with_suffix(".part"), path.with_suffix(".etag")
