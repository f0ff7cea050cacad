"""RFC 6962 tree: append, root, inclusion and consistency proofs (RFC 9162 section 2.1).

A tree of n leaves is kept as its perfect subtrees. `nodes` is any mapping from
(level, index) to a hash: level 0 holds the leaf hashes, level k the roots of perfect
subtrees of 2^k leaves.
"""

import hashlib
from collections.abc import Callable, Iterator, Sequence

from answerable.vocabulary.refusal import Refusal

Hash = bytes
Nodes = Callable[[int, int], Hash]

EMPTY_ROOT: Hash = hashlib.sha256(b"").digest()


class NoSuchProof(Refusal):
    """A proof for a leaf or a size that the tree does not have."""

    code = "no_such_proof"


def leaf_hash(leaf: bytes) -> Hash:
    """SHA-256 of 00 and the leaf bytes."""
    return hashlib.sha256(b"\0" + leaf).digest()


def node_hash(left: Hash, right: Hash) -> Hash:
    """SHA-256 of 01 and both children."""
    return hashlib.sha256(b"\1" + left + right).digest()


def grow(
    size: int, frontier: Sequence[Hash], leaf: Hash
) -> tuple[tuple[Hash, ...], list[tuple[int, int, Hash]]]:
    """Append one leaf hash to a tree given by its frontier.

    The frontier holds the roots of the perfect subtrees, largest first. Returns the new
    frontier and the perfect nodes above level 0 that the leaf completed, as
    (level, index, hash).
    """
    stack, made = list(frontier), []
    current, level, index = leaf, 0, size
    while index & 1:
        current = node_hash(stack.pop(), current)
        level, index = level + 1, index >> 1
        made.append((level, index, current))
    stack.append(current)
    return tuple(stack), made


def root(frontier: Sequence[Hash]) -> Hash:
    """The root of a tree given by its frontier."""
    if not frontier:
        return EMPTY_ROOT
    result = frontier[-1]
    for left in reversed(frontier[:-1]):
        result = node_hash(left, result)
    return result


def root_of(leaves: Sequence[Hash]) -> Hash:
    """The root over leaf hashes, from nothing."""
    frontier: tuple[Hash, ...] = ()
    for size, leaf in enumerate(leaves):
        frontier, _ = grow(size, frontier, leaf)
    return root(frontier)


def range_root(nodes: Nodes, begin: int, end: int) -> Hash:
    """The root over leaves begin..end-1, split as RFC 6962 does; `begin` aligned to its size."""
    count = end - begin
    if count & (count - 1) == 0:
        level = count.bit_length() - 1
        return nodes(level, begin >> level)
    split = _split(count)
    return node_hash(
        range_root(nodes, begin, begin + split), range_root(nodes, begin + split, end)
    )


def frontier_of(nodes: Nodes, size: int) -> tuple[Hash, ...]:
    """The frontier of a tree of a size, from stored perfect nodes."""
    return tuple(nodes(level, index) for level, index in _perfect_parts(size))


def inclusion(nodes: Nodes, index: int, size: int) -> tuple[Hash, ...]:
    """Audit path of leaf `index` in a tree of `size`, from the sibling upwards."""
    if not 0 <= index < size:
        raise NoSuchProof(f"A tree of {size} entries has no entry {index}.")
    path: list[Hash] = []
    begin, end = 0, size
    while end - begin > 1:
        middle = begin + _split(end - begin)
        if index < middle:
            path.append(range_root(nodes, middle, end))
            end = middle
        else:
            path.append(range_root(nodes, begin, middle))
            begin = middle
    return tuple(reversed(path))


def consistency(nodes: Nodes, old: int, new: int) -> tuple[Hash, ...]:
    """Proof that the tree of `new` begins with the tree of `old`; empty when nothing to show."""
    if not 0 <= old <= new:
        raise NoSuchProof(f"A tree of {new} entries does not begin with one of {old}.")
    if old in (0, new):
        return ()
    path: list[Hash] = []
    begin, end, whole = 0, new, True
    while (size := end - begin) != old - begin:
        split = _split(size)
        if old - begin <= split:
            path.append(range_root(nodes, begin + split, end))
            end = begin + split
        else:
            path.append(range_root(nodes, begin, begin + split))
            begin, whole = begin + split, False
    if not whole:
        path.append(range_root(nodes, begin, end))
    return tuple(reversed(path))


def includes(leaf: Hash, index: int, size: int, path: Sequence[Hash], expected: Hash) -> bool:
    """Does the path lead from the leaf to the root? (RFC 9162 section 2.1.3.2)"""
    if not 0 <= index < size:
        return False
    node, last, result = index, size - 1, leaf
    for sibling in path:
        if last == 0:
            return False
        if node & 1 or node == last:
            result = node_hash(sibling, result)
            while not node & 1 and node:
                node, last = node >> 1, last >> 1
        else:
            result = node_hash(result, sibling)
        node, last = node >> 1, last >> 1
    return last == 0 and result == expected


def consistent(old: int, new: int, old_root: Hash, new_root: Hash, path: Sequence[Hash]) -> bool:
    """Does the new tree begin with the old one? (RFC 9162 section 2.1.4.2)"""
    if not 0 <= old <= new:
        return False
    if old == new:
        return not path and old_root == new_root
    if old == 0:
        return not path and old_root == EMPTY_ROOT
    steps = list(path)
    if old & (old - 1) == 0:
        steps.insert(0, old_root)
    if not steps:
        return False
    node, last = old - 1, new - 1
    while node & 1:
        node, last = node >> 1, last >> 1
    first = second = steps[0]
    for step in steps[1:]:
        if last == 0:
            return False
        if node & 1 or node == last:
            first, second = node_hash(step, first), node_hash(step, second)
            while not node & 1 and node:
                node, last = node >> 1, last >> 1
        else:
            second = node_hash(second, step)
        node, last = node >> 1, last >> 1
    return last == 0 and first == old_root and second == new_root


def _split(count: int) -> int:
    """Largest power of two below count (count >= 2)."""
    return 1 << ((count - 1).bit_length() - 1)


def _perfect_parts(size: int) -> Iterator[tuple[int, int]]:
    done = 0
    for level in reversed(range(size.bit_length())):
        if size >> level & 1:
            yield level, done >> level
            done += 1 << level
