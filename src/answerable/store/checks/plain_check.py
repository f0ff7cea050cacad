"""The common case of an entry, checked in few steps: all of its values are held, and hold.

Whatever is not plainly right here is looked at by `verification` the long way, which names what
is wrong; so this says “right” only where every check of the long way that looks at one entry
would pass. Whether its stamp comes after the one before it is for whoever has both.
"""

from functools import lru_cache
from hashlib import sha256
from typing import Any, NamedTuple

from answerable.ledger import plain
from answerable.ledger.commitments import SALT_BYTES, TAG

_REMOVE = frozenset({"Erased", "Reclassified"})


def right(row: tuple[Any, ...], values: list[tuple[Any, ...]]) -> str | None:
    """The stamp of an entry that holds in every part; else None.

    `row` is (seq, entry_id, institution, stream, type, class, recorded_at, valid_from, valid_to,
    leaf, ...); of `values` each is (seq, field, salt, value, odd), where `odd` is None for one
    that is held open in the class of its entry.
    """
    _, fields, salts, written, odds = zip(*values, strict=True) if values else ((),) * 5
    names = _names(fields)
    if names is None or any(odds):
        return None
    try:
        if {*map(len, salts)} != {SALT_BYTES}:
            return None
        commits = names.in_leaf % tuple(
            sha256(b"".join((TAG, salt, name, value, b"]"))).hexdigest()
            for salt, name, value in zip(salts, names.committed, written, strict=True)
        )
        # The same bytes as in the leaf, in the order of the names: so each is there.
        leaf = plain.scan_around(row[9], commits.encode())
    except TypeError:  # what is not kept as bytes
        return None
    if leaf is None or leaf.type in _REMOVE:
        return None
    should = (leaf.id, leaf.institution, leaf.stream, leaf.type, leaf.marking, leaf.recorded_at)
    return leaf.recorded_at if row[1:9] == (*should, leaf.begins, leaf.ends) else None


class _Names(NamedTuple):
    """How the fields of an entry stand before their values, and in the leaf."""

    committed: tuple[bytes, ...]
    in_leaf: str


@lru_cache(maxsize=1_000)
def _names(fields: tuple[Any, ...]) -> _Names | None:
    """None when there are none, or one would not stand in a leaf as it is, once, in order."""
    named = [field for field in fields if isinstance(field, str) and plain.is_name(field)]
    if not fields or len(named) != len(fields) or named != sorted(set(named)):
        return None
    marks = (f'"{field.replace("%", "%%")}":"%s"' for field in named)
    return _Names(tuple(f'["{field}",'.encode() for field in named), ",".join(marks))
