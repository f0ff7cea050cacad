"""The tree and its proofs against a plain recursive definition, for every size to 130 (L-01)."""

import hashlib
from collections.abc import Callable

import pytest

from answerable.ledger import merkle

LIMIT = 130
LEAVES = [merkle.leaf_hash(str(i).encode()) for i in range(LIMIT)]


def plain_root(leaves: list[bytes]) -> bytes:
    """RFC 6962 section 2.1, word for word."""
    if not leaves:
        return hashlib.sha256(b"").digest()
    if len(leaves) == 1:
        return leaves[0]
    k = 1
    while k * 2 < len(leaves):
        k *= 2
    return hashlib.sha256(b"\x01" + plain_root(leaves[:k]) + plain_root(leaves[k:])).digest()


ROOTS = [plain_root(LEAVES[:n]) for n in range(LIMIT + 1)]


@pytest.fixture(scope="module")
def stored() -> Callable[[int, int], bytes]:
    kept = {(0, i): leaf for i, leaf in enumerate(LEAVES)}
    frontier: tuple[bytes, ...] = ()
    for size, leaf in enumerate(LEAVES):
        frontier, made = merkle.grow(size, frontier, leaf)
        kept.update({(level, index): node for level, index, node in made})
        assert merkle.root(frontier) == ROOTS[size + 1]
    return lambda level, index: kept[level, index]


def test_published_eight_leaf_root() -> None:
    """The test vector of the Certificate Transparency code base (RFC 6962 reference data)."""
    parts = ["", "00", "10", "2021", "3031", "40414243"]
    parts += ["5051525354555657", "606162636465666768696a6b6c6d6e6f"]
    leaves = [merkle.leaf_hash(bytes.fromhex(p)) for p in parts]
    assert merkle.root_of(leaves).hex().startswith("5dc9da79")
    assert merkle.root_of(leaves).hex().endswith("4328")


def test_frontier_is_found_again_from_nodes(stored: merkle.Nodes) -> None:
    for size in range(LIMIT + 1):
        assert merkle.root(merkle.frontier_of(stored, size)) == ROOTS[size]


def test_every_inclusion_proof_holds_and_no_other_leaf_does(stored: merkle.Nodes) -> None:
    for size in range(1, LIMIT + 1):
        for index in range(size):
            path = merkle.inclusion(stored, index, size)
            assert merkle.includes(LEAVES[index], index, size, path, ROOTS[size])
            assert not merkle.includes(LEAVES[index - 1], index, size, path, ROOTS[size]) or (
                size == 1
            )
            too_long = (*path, ROOTS[size])
            assert not merkle.includes(LEAVES[index], index, size, too_long, ROOTS[size])
            assert not path or not merkle.includes(
                LEAVES[index], index, size, path[:-1], ROOTS[size]
            )


@pytest.mark.parametrize(("index", "size"), [(-1, 1), (1, 1), (3, 3), (8, 3), (0, 0)])
def test_a_leaf_that_the_tree_does_not_have_is_never_in_it(index: int, size: int) -> None:
    for root in (ROOTS[size], LEAVES[0]):
        assert not merkle.includes(LEAVES[0], index, size, (), root)


def test_every_consistency_proof_holds_and_no_other_root_does(stored: merkle.Nodes) -> None:
    for new in range(LIMIT + 1):
        for old in range(new + 1):
            path = merkle.consistency(stored, old, new)
            assert merkle.consistent(old, new, ROOTS[old], ROOTS[new], path)
            if 0 < old < new:
                assert not merkle.consistent(old, new, ROOTS[old - 1], ROOTS[new], path)
                assert not merkle.consistent(old, new, ROOTS[old], ROOTS[new - 1], path)
                assert not merkle.consistent(old, new, ROOTS[old], ROOTS[new], path[:-1])
                longer = (*path, ROOTS[1])
                assert not merkle.consistent(old, new, ROOTS[old], ROOTS[new], longer)


def test_a_tree_that_is_not_shown_to_begin_with_another_does_not() -> None:
    for old in range(1, 20):
        assert not merkle.consistent(old, 20, ROOTS[old], ROOTS[20], ())
        assert not merkle.consistent(old, 20, ROOTS[old], ROOTS[old], ())
        assert not merkle.consistent(old, old, ROOTS[old], ROOTS[20], ())
        assert not merkle.consistent(old, old, ROOTS[old], ROOTS[old], (ROOTS[1],))
    assert merkle.consistent(0, 20, ROOTS[0], ROOTS[20], ())
    assert not merkle.consistent(0, 20, ROOTS[1], ROOTS[20], ())
    assert not merkle.consistent(0, 20, ROOTS[0], ROOTS[20], (ROOTS[1],))
    for old, new in ((-1, 3), (4, 3), (-1, -1)):
        assert not merkle.consistent(old, new, ROOTS[3], ROOTS[3], ())


@pytest.mark.parametrize(("old", "new"), [(-1, 3), (4, 3)])
def test_no_proof_that_a_tree_begins_with_one_that_is_none(
    stored: merkle.Nodes, old: int, new: int
) -> None:
    with pytest.raises(merkle.NoSuchProof):
        merkle.consistency(stored, old, new)
    assert merkle.consistency(stored, 0, 3) == merkle.consistency(stored, 3, 3) == ()


@pytest.mark.parametrize(("index", "size"), [(0, 0), (3, 3), (-1, 3)])
def test_no_proof_for_a_leaf_the_tree_does_not_have(
    stored: merkle.Nodes, index: int, size: int
) -> None:
    with pytest.raises(merkle.NoSuchProof):
        merkle.inclusion(stored, index, size)
