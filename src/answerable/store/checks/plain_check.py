"""The common case of an entry, checked in few steps: all of its values are held, and hold.

Whatever is not plainly right here is looked at by `verification` the long way, which names what
is wrong; so this says “right” only where every check of the long way would pass.
"""

from functools import lru_cache
from hashlib import sha256
from typing import Any

from answerable.ledger import plain
from answerable.ledger.commitments import SALT_BYTES, TAG

_PLAIN = [None] * 4
_REMOVE = frozenset({"Erased", "Reclassified"})


def right(row: tuple[Any, ...], values: list[tuple[Any, ...]], *, after: str) -> str | None:
    """The stamp of an entry that holds in every part and comes after another; else None.

    `row` is (seq, entry_id, institution, stream, type, class, recorded_at, valid_from, valid_to,
    leaf, ...); of `values` each is (seq, field, salt, value, class, sealed, key_id, state), where
    the last four are None for one that is held open in the class of its entry.
    """
    leaf = plain.scan(row[9])
    if leaf is None or leaf.type in _REMOVE or leaf.recorded_at <= after:
        return None
    should = (leaf.id, leaf.institution, leaf.stream, leaf.type, leaf.marking, leaf.recorded_at)
    if row[1:9] != (*should, leaf.begins, leaf.ends):
        return None
    last, commits = "", []
    try:
        for _, field, salt, value, *odd in values:
            # The names come in order, so each stands once.
            if odd != _PLAIN or field <= last or len(salt) != SALT_BYTES:
                return None
            last = field
            opened = sha256(TAG + salt + _named(field) + value + b"]").hexdigest()
            commits.append(f'"{field}":"{opened}"')
    except TypeError:  # what is not kept as bytes
        return None
    # The same text as in the leaf, in the order of the names: so each is there.
    return leaf.recorded_at if ",".join(commits) == leaf.commits else None


@lru_cache(maxsize=1_000)
def _named(field: str) -> bytes:
    return b'["' + field.encode() + b'",'
