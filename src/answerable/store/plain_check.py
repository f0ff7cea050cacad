"""The common case of an entry, checked in few steps: all of its values are held, and hold.

Whatever is not plainly right here is looked at by `verification` the long way, which names what
is wrong; so this says “right” only where every check of the long way would pass.
"""

from hashlib import sha256
from typing import Any

from answerable.ledger import plain
from answerable.ledger.commitments import SALT_BYTES, TAG

_REMOVE = frozenset({"Erased", "Reclassified"})


def right(row: tuple[Any, ...], values: list[tuple[Any, ...]], *, after: str) -> str | None:
    """The stamp of an entry that holds in every part and comes after another; else None.

    `row` is (seq, entry_id, institution, stream, type, class, recorded_at, valid_from, valid_to,
    leaf, ...); of `values` each is (seq, field, salt, value, class, sealed, key_id, state).
    """
    leaf = plain.scan(row[9])
    if leaf is None or leaf.type in _REMOVE or leaf.recorded_at <= after:
        return None
    marking = leaf.marking
    should = (leaf.id, leaf.institution, leaf.stream, leaf.type, marking, leaf.recorded_at)
    if row[1:9] != (*should, leaf.begins, leaf.ends):
        return None
    fields, commits = [], []
    try:
        for _, field, salt, value, held_as, sealed, _, state in values:
            if held_as != marking or sealed is not None or state != "held":
                return None
            if len(salt) != SALT_BYTES:
                return None
            fields.append(field)
            opened = sha256(TAG + salt + b'["' + field.encode() + b'",' + value + b"]")
            commits.append(f'"{field}":"{opened.hexdigest()}"')
    except TypeError:  # what is not kept as bytes
        return None
    # The same text as in the leaf, in the order of the names: so each is there, and once.
    holds = ",".join(commits) == leaf.commits and fields == sorted(fields)
    return leaf.recorded_at if holds else None
