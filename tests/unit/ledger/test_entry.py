"""A leaf is read in one form only, and the quick way refuses what the slow one does."""

import random

import pytest

from answerable.ledger import canonical
from answerable.ledger.entry import read_leaf
from answerable.vocabulary.refusal import Refusal
from tests.vectors import example

SEED = 20_261_125
LEAVES = example.leaves()[0]


def slow(leaf: bytes) -> bool:
    try:
        return bool(canonical.read(leaf))
    except Refusal:
        return False


@pytest.mark.parametrize("leaf", LEAVES)
def test_what_the_quick_way_reads_is_canonical(leaf: bytes) -> None:
    chance = random.Random(SEED)  # noqa: S311  # a seed that repeats the changes
    assert read_leaf(leaf) == canonical.read(leaf)
    read = 0
    for _ in range(3_000):
        changed = bytearray(leaf)
        at = chance.randrange(len(leaf))
        changed[at] = chance.choice(b'0a9f",:{}[]\\ ntru-.e')
        if chance.random() < 0.3:
            del changed[chance.randrange(len(changed))]
        try:
            content = read_leaf(bytes(changed))
        except Refusal:
            continue
        read += 1
        assert slow(bytes(changed))
        assert canonical.write(content) == bytes(changed)
    assert read > 100, "the control: some changes leave a leaf of the form"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'"due":"44a3', b'"due":"44a3c70020bb740ae83883dc73f50e5d56a6cdd74e422fdefa6f8248cabbf9ba","due":"44a3'),  # noqa: E501
        (b'{"due":"44a3', b'{"zue":"44a3'),
        (b'"set":1', b'"set":9007199254740993'),
        (b'"2026-01-05",null', b'"2026-01-05","2026-01-04"'),
        (b'"2026-01-05",null', b'"2026-13-05",null'),
        (b'"commits":{', b'"commits":{,'),
    ],
)  # fmt: skip
def test_a_leaf_that_says_a_thing_twice_or_out_of_order_is_refused(old: bytes, new: bytes) -> None:
    assert old in LEAVES[0]
    with pytest.raises(Refusal):
        read_leaf(LEAVES[0].replace(old, new))
