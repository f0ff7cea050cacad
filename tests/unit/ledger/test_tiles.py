"""Files of a log: which there are for a size, what stands in them, and the way back to nodes."""

import base64
import hashlib
from functools import cache

import pytest

from answerable.ledger import canonical, merkle, tiles
from answerable.ledger.commitments import Payload

SIZES = (0, 1, 2, 255, 256, 257, 511, 512, 513, 65_535, 65_536, 65_537, 70_000)


@cache
def node(level: int, index: int) -> bytes:
    """Made-up perfect nodes that fit together up to level 8."""
    if level % 8 == 0:
        return hashlib.sha256(f"{level} {index}".encode()).digest()
    return merkle.node_hash(node(level - 1, 2 * index), node(level - 1, 2 * index + 1))


def every(size: int) -> set[tuple[int | str, int, int]]:
    """The tiles of a size, by the words of the format: level L counts size / 256^L nodes."""
    found: set[tuple[int | str, int, int]] = set()
    count, level = size, 0
    while count:
        for index in range((count + 255) // 256):
            width = min(256, count - 256 * index)
            found.add((level, index, width))
            if level == 0:
                found.add(("entries", index, width))
        count, level = count // 256, level + 1
    return found


@pytest.mark.parametrize("size", SIZES)
def test_the_tiles_of_a_size_are_those_of_the_format(size: int) -> None:
    made = list(tiles.needed(size))
    assert len(made) == len(set(made))
    assert set(made) == every(size)
    assert set(tiles.partial(size)) == {one for one in every(size) if one[2] < 256}


def test_seventy_thousand_entries_make_the_tiles_that_were_published() -> None:
    level = [(index, width) for at, index, width in tiles.needed(70_000) if at == 0]
    assert level == [*((index, 256) for index in range(273)), (273, 112)]
    assert set(tiles.partial(70_000)) == {
        (0, 273, 112),
        ("entries", 273, 112),
        (1, 1, 17),
        (2, 0, 1),
    }


@pytest.mark.parametrize("since", [0, 1, 255, 256, 257, 512, 65_535, 65_536, 65_537])
@pytest.mark.parametrize("more", [0, 1, 255, 256, 257])
def test_only_what_a_smaller_size_had_not_is_needed(since: int, more: int) -> None:
    size = since + more
    assert set(tiles.needed(size, since=since)) == every(size) - every(since)


@pytest.mark.parametrize(
    ("level", "index", "width", "address"),
    [
        (0, 0, 256, "tile/0/000"),
        (0, 0, 255, "tile/0/000.p/255"),
        ("entries", 999, 256, "tile/entries/999"),
        (1, 1_000, 1, "tile/1/x001/000.p/1"),
        (2, 1_234_067, 256, "tile/2/x001/x234/067"),
        (0, 999_999, 256, "tile/0/x999/999"),
        (0, 1_000_000, 256, "tile/0/x001/x000/000"),
    ],
)
def test_an_address_is_groups_of_three_digits(
    level: int | str, index: int, width: int, address: str
) -> None:
    assert tiles.path(level, index, width=width) == address


@pytest.mark.parametrize("size", [1, 2, 7, 255, 256, 300, 65_536, 66_000])
def test_nodes_come_back_from_the_files(size: int) -> None:
    files = {
        tiles.path(level, index, width=width): tiles.tile(node, int(level), index, width=width)
        for level, index, width in tiles.needed(size)
        if level != "entries"
    }
    read = list[str]()
    found = tiles.nodes_of(lambda at: read.append(at) or files[at], size)  # type: ignore[func-returns-value]  # noted on the way
    for level in range(size.bit_length()):
        last = (size >> level) - 1
        for index in {0, last // 2, last}:
            assert found(level, index) == node(level, index), (level, index)
    assert len(read) == len(set(read)), "each file is read once"


def test_a_tile_has_the_hashes_of_its_place() -> None:
    made = tiles.tile(node, 1, 3, width=2)
    assert made == node(8, 768) + node(8, 769)
    assert tiles.tile(node, 0, 1) == b"".join(node(0, 256 + at) for at in range(256))


@pytest.mark.parametrize("data", [b"", bytes(31), bytes(33), bytes(64)])
def test_a_file_that_is_no_tile_of_its_width_is_refused(data: bytes) -> None:
    with pytest.raises(tiles.BadTile, match=r"tile/0/000\.p/1 "):
        tiles.nodes_of(lambda _: data, 1)(0, 0)


def test_a_bundle_has_each_leaf_behind_its_length() -> None:
    assert tiles.bundle([b"ab", b"", b"c" * 258]) == b"\0\2ab\0\0\1\2" + b"c" * 258


def test_of_values_only_public_ones_that_are_held_are_served() -> None:
    salt = bytes(range(16))
    made = tiles.payload_file(
        [
            Payload("text", salt, b'"x"'),
            Payload("due", salt, b"null"),
            Payload("secret", salt, b'"x"', "restricted"),
            Payload("gone", salt, None),
            Payload("unsalted", None, b'"x"'),
        ]
    )
    rows = [["due", None, salt.hex()], ["text", "x", salt.hex()]]
    assert made == canonical.write({"payloads": rows, "v": 1})


def test_a_proof_file_says_extra_only_where_there_is_some() -> None:
    step = bytes(32)
    line = base64.b64encode(step).decode()
    said = tiles.proof_file(index=7, path=(step, step), checkpoint="note\n")
    assert said == f"c2sp.org/tlog-proof@v1\nindex 7\n{line}\n{line}\n\nnote\n"
    more = tiles.proof_file(index=0, path=(), checkpoint="note\n", extra=b"abc")
    assert more == "c2sp.org/tlog-proof@v1\nextra YWJj\nindex 0\n\nnote\n"


def test_a_bundle_of_a_finding_has_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    def made(text: str) -> bytes:
        return tiles.bundle_file(stream="f/1", entries=(), checkpoint="note", texts={"a": text})

    whole = b'{"checkpoint":"note","entries":[],"stream":"f/1","texts":{"a":"x"},"v":1}'
    assert tiles.MAX_BUNDLE == 16 * 2**20
    monkeypatch.setattr(tiles, "MAX_BUNDLE", len(whole))
    assert made("x") == whole
    with pytest.raises(tiles.BadTile, match="16 MiB"):
        made("xy")
