"""Tables handed in on a page while somebody looks at them; not yet figures, and on no record.

The newest few are kept. One that is no longer kept is handed in again.
"""

import re
from pathlib import Path

from answerable.store.engine.start import ready
from answerable.store.observations.loaded import sha256_of
from answerable.store.observations.refused import LoadRefused
from answerable.store.papers.documents import write_whole

MOST_KEPT = 20
_SHA256 = re.compile(r"[0-9a-f]{64}")


def keep(data: bytes) -> str:
    """Keep a table's bytes; their SHA-256, by which it is found again."""
    sha256 = sha256_of(data)
    write_whole(_folder() / sha256, data)
    kept = [path for path in _folder().iterdir() if _SHA256.fullmatch(path.name)]
    for old in sorted(kept, key=lambda path: path.stat().st_mtime_ns)[:-MOST_KEPT]:
        old.unlink(missing_ok=True)
    return sha256


def handed_in(sha256: str) -> bytes:
    """The bytes of a table that was handed in. Raises LoadRefused `not_handed_in`."""
    try:
        data = (_folder() / sha256).read_bytes() if _SHA256.fullmatch(sha256) else b""
    except FileNotFoundError:
        data = b""
    if not data or sha256_of(data) != sha256:
        raise LoadRefused(
            "This table is no longer kept here: it was loaded or dropped, or newer ones took its "
            "place. Hand it in again.",
            code="not_handed_in",
        )
    return data


def forget(sha256: str) -> None:
    """Drop a table."""
    if _SHA256.fullmatch(sha256):
        (_folder() / sha256).unlink(missing_ok=True)


def _folder() -> Path:
    folder = ready().home / "incoming-figures"
    folder.mkdir(parents=True, exist_ok=True)
    return folder
