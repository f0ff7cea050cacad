"""Stored checkpoints set against their notes and, where a policy is given, their signatures."""

import re
from collections.abc import Iterator

from answerable.ledger import verify
from answerable.store.engine.dialect import Connection


def checkpoints(
    book: Connection, policy: verify.Policy | None
) -> Iterator[tuple[int, bytes, str | None]]:
    """Size and root of each stored checkpoint, with what is wrong about its note, if anything.

    Without a policy a note is only read: its size and root must be those of its columns.
    """
    lines: dict[int, list[str]] = {}
    for size, line in book.execute("SELECT size, line FROM cosignature ORDER BY size, witness"):
        lines.setdefault(size, []).append(line)
    for size, root, note in book.execute("SELECT size, root, note FROM checkpoint ORDER BY size"):
        text = bytes(note).decode("utf-8", errors="replace") + "".join(lines.get(size, ()))
        yield int(size), bytes(root), _fault(text, int(size), bytes(root), policy)


def _fault(text: str, size: int, root: bytes, policy: verify.Policy | None) -> str | None:
    found = re.fullmatch(verify.NOTE, text)
    try:
        if found is None or int(found[3]) != size or verify.unpacked(found[4]) != root:
            return f"the stored checkpoint of size {size} is not that of its note"
        if policy is not None:
            verify.checkpoint(text, policy, 0)
    except verify.Fails as fault:
        return f"the stored checkpoint of size {size} does not hold: {fault}"
    return None
