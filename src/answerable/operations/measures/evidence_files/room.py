"""Is there memory for a file? Asked before it is read, so that nothing is half done."""

import resource
from pathlib import Path

from answerable.operations.measures.evidence_files.tables import FileRefused

NEEDED = 45
"""Bytes of memory for one byte of CSV, measured on a file of 1.4 million short rows."""

LEAST = 5_000_000
"""A file of at most this many bytes is read without asking."""

_MEMINFO, _CGROUP = Path("/proc/meminfo"), Path("/sys/fs/cgroup/memory.max")


def require_room(size: int, *, name: str) -> None:
    """Refuse a file that does not fit: `file_too_large`, with what to do instead."""
    free = available()
    if size > LEAST and free is not None and size * NEEDED > free:
        at_least = "at least " if name == "-" else ""
        raise FileRefused(
            f"The file has {at_least}{size / 1e6:,.0f} MB and needs about "
            f"{size * NEEDED / 1e9:,.1f} GB of memory; {free / 1e9:,.1f} GB are free here. Split "
            "it, with every series or case whole in one part, and run each part.",
            code="file_too_large",
            where=name,
        )


def available() -> int | None:
    """Bytes that this process may still take: of the machine, its group and its own limit."""
    found = [limit for limit in (_machine(), _group(), _own()) if limit is not None]
    return min(found, default=None)


def most() -> int | None:
    """Bytes of the largest file that fits now; None where nothing is known."""
    free = available()
    return None if free is None else max(free // NEEDED, LEAST)


def _machine() -> int | None:
    try:
        for line in _MEMINFO.read_text(encoding="ascii").splitlines():
            if line.startswith("MemAvailable:"):
                return int(line.split()[1]) * 1024
    except (OSError, ValueError):
        pass
    return None


def _group() -> int | None:
    try:
        return int(_CGROUP.read_text(encoding="ascii"))
    except (OSError, ValueError):  # no group, or no limit: the word “max”
        return None


def _own() -> int | None:
    limit, _ = resource.getrlimit(resource.RLIMIT_AS)
    return None if limit == resource.RLIM_INFINITY else limit
