"""Where entries stand fifty by fifty, counted from the first: new entries shift no address."""

from answerable.operations.pages.look import Look

A_BLOCK = 50
IN_FRONT = 2
"""Blocks on the page of the whole record, of which the last may hold few entries."""


def address(n: int) -> str:
    """Where the n-th fifty entries stand, from 1."""
    return f"/history/entries/{n}/"


def count(look: Look) -> int:
    """How many blocks the record has at a look; one at least."""
    return max(-(-size(look) // A_BLOCK), 1)


def span(n: int, *, size: int) -> tuple[int, int]:
    """First entry of the n-th block, and the one after its last, of a record of some size."""
    return (n - 1) * A_BLOCK, min(n * A_BLOCK, size)


def newest(look: Look) -> tuple[int, int, str]:
    """First and last entry (not included) that stand in front, and where older ones stand."""
    older = count(look) - IN_FRONT
    return max(older, 0) * A_BLOCK, size(look), look.url(address(older)) if older > 0 else ""


def moved_to(look: Look, page: int) -> str:
    """Where the entries of a page stand that was counted from the newest, from 2."""
    return look.url(address(max(count(look) - page, 1)))


def size(look: Look) -> int:
    """How many entries the record has at a look."""
    return look.head.size if look.known is None else min(look.known + 1, look.head.size)
