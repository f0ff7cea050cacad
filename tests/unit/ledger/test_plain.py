"""The expression for plain leaves reads what the JSON reader reads, and nothing else."""

import json
import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.ledger import canonical, entry, plain
from answerable.vocabulary.refusal import Refusal
from tests.vectors.receipts import LEAVES, bit_flips

NAMES = st.text("abcdefghij_", min_size=1, max_size=8)
HEX = st.text("0123456789abcdef", min_size=64, max_size=64)
TEXTS = st.text(st.characters(codec="utf-8"), max_size=20)
NUMBERS = [1, 2**53 - 1, 2**53, 10**16 - 1]
SIGNED = st.sampled_from([(None, None), ("67f5903c", "A" * 86 + "=="), ("67f5903c", None)])
DAYS = st.sampled_from(["2026-01-05", "2026-02-30", "2024-02-29", "0000-01-01", "2027-01-01"])


def slowly(leaf: bytes) -> dict[str, Any] | None:
    """By the JSON reader and the form of the offline verifier alone."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(plain, "content", lambda _: None)
        try:
            return entry.read_leaf(leaf)
        except Refusal:
            return None


def agree(leaf: bytes) -> bool:
    """Both read the same; True when the short way did read it."""
    short = plain.content(leaf)
    if short is not None:
        assert short == slowly(leaf)
        assert json.dumps(short, sort_keys=True) == json.dumps(slowly(leaf), sort_keys=True)
    return short is not None


@pytest.mark.parametrize("leaf", LEAVES)
def test_the_worked_examples_are_read_by_the_short_way(leaf: bytes) -> None:
    assert agree(leaf)
    read = sum(agree(flip) for flip in bit_flips(leaf))
    assert read > 500  # flips inside a text or a hash are other leaves


@given(
    commits=st.dictionaries(NAMES, HEX, min_size=1, max_size=5),
    by=st.tuples(TEXTS, SIGNED),
    about=st.tuples(TEXTS, TEXTS, st.sampled_from(["ActionPromised", "Sealed", "x y"])),
    days=st.tuples(DAYS, st.none() | DAYS, DAYS),
    numbers=st.tuples(st.sampled_from(NUMBERS), st.none() | st.sampled_from([0, *NUMBERS])),
)
def test_they_read_the_same_of_any_leaf(
    commits: dict[str, str],
    *,
    by: tuple[str, tuple[str | None, str | None]],
    about: tuple[str, str, str],
    days: tuple[str, str | None, str],
    numbers: tuple[int, int | None],
) -> None:
    whole = canonical.read(LEAVES[0])
    whole["by"] |= {"body": by[0], "key": by[1][0], "sig": by[1][1]}
    whole["recorded_at"] = f"{days[2]}T09:00:00.000000Z"
    whole["fact"] |= {
        "commits": commits,
        "institution": about[0],
        "stream": about[1],
        "type": about[2],
        "valid": [days[0], days[1]],
        "set": numbers[0],
        "seen": None if numbers[1] is None else {"root": "a" * 64, "size": numbers[1]},
    }
    agree(json.dumps(whole, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode())
    unsorted = json.dumps(whole, ensure_ascii=False, separators=(",", ":")).encode()
    agree(unsorted)


def test_commitments_out_of_order_or_twice_are_read_by_neither() -> None:
    commit = '"due":"' + "a" * 64 + '"'
    text = LEAVES[0].decode()
    begin, end = text.index('"commits":{') + 11, text.index('},"doc"')
    for rows in (f'"text":"{"b" * 64}",{commit}', f"{commit},{commit}", f",{commit}", ""):
        bad = (text[:begin] + rows + text[end:]).encode()
        assert plain.content(bad) is None
        assert slowly(bad) is None


def with_numbers(number: str, size: str) -> bytes:
    seen = f'"seen":{{"root":"{"a" * 64}","size":{size}}}'.encode()
    return LEAVES[0].replace(b'"set":1', f'"set":{number}'.encode()).replace(b'"seen":null', seen)


def test_the_largest_numbers_are_read_by_the_short_way_and_larger_ones_are_not() -> None:
    most, least = str(2**53 - 1), str(10**15)
    for number, size in ((most, most), (least, least), ("1", "0"), ("999", "1")):
        leaf = plain.scan(with_numbers(number, size))
        assert leaf is not None
        assert (leaf.set, leaf.seen_size) == (number, size)
        assert agree(with_numbers(number, size))
    for number, size in ((str(2**53), "1"), ("1", str(2**53)), ("1", "01"), ("01", "1")):
        assert plain.scan(with_numbers(number, size)) is None


def test_the_longest_leaf_is_read_by_the_short_way_and_a_longer_one_is_not() -> None:
    spare = b'"institution":"' + b"x" * (16_384 - len(LEAVES[0]))
    longest = LEAVES[0].replace(b'"institution":"', spare)
    assert len(longest) == 16_384
    whole = plain.scan(longest)
    assert whole is not None
    commits = whole.commits.encode()
    assert plain.scan_around(longest, commits) == whole._replace(commits="")
    longer = longest.replace(b'"institution":"x', b'"institution":"xx')
    assert plain.scan(longer) is plain.scan_around(longer, commits) is None


@pytest.mark.parametrize(
    ("ends", "real"),
    [("2026-01-05", True), ("2026-01-06", True), ("2026-01-04", False), ("2026-02-30", False)],
)
def test_a_period_ends_on_a_real_day_that_is_not_before_it_begins(ends: str, real: bool) -> None:
    leaf = LEAVES[0].replace(b'"2026-01-05",null', f'"2026-01-05","{ends}"'.encode())
    assert leaf != LEAVES[0]
    assert (plain.scan(leaf) is not None) == real == (slowly(leaf) is not None)


def test_a_key_stands_with_a_signature_and_a_signature_with_a_key() -> None:
    sig = b'"sig":"' + b"A" * 86 + b'=="'
    both = LEAVES[0].replace(b'"key":null', b'"key":"67f5903c"').replace(b'"sig":null', sig)
    assert plain.scan(LEAVES[0]) is not None
    assert plain.scan(both) is not None
    assert plain.scan(LEAVES[0].replace(b'"key":null', b'"key":"67f5903c"')) is None
    assert plain.scan(LEAVES[0].replace(b'"sig":null', sig)) is None


def test_changed_bytes_are_read_the_same() -> None:
    chance = random.Random(20_261_125)  # noqa: S311  # a seed that repeats the test
    for _ in range(2_000):
        leaf = bytearray(chance.choice(LEAVES))
        for _ in range(chance.randrange(1, 4)):
            at = chance.randrange(len(leaf))
            leaf[at : at + chance.randrange(3)] = chance.choice(
                [b'"', b"\\", b"\n", b",", b"\x7f"]
            )
        agree(bytes(leaf))


@pytest.mark.parametrize("leaf", LEAVES)
def test_known_commitments_are_compared_and_the_rest_is_read_as_ever(leaf: bytes) -> None:
    whole = plain.scan(leaf)
    assert whole is not None
    commits = whole.commits.encode()
    around = plain.scan_around(leaf, commits)
    assert around is not None
    assert around == whole._replace(commits="")
    for flip in bit_flips(leaf):
        other = plain.scan(flip)
        same = other is not None and other.commits == whole.commits
        assert (plain.scan_around(flip, commits) is not None) == same
    assert plain.scan_around(leaf, b"") is None
    assert plain.scan_around(leaf, commits[:-1]) is None
    assert plain.scan_around(leaf.replace(commits, b""), commits) is None
    assert plain.scan_around(leaf.replace(b'"gb-', b'"' + b"a" * 16_384, 1), commits) is None


def test_a_name_stands_in_a_leaf_only_as_it_is() -> None:
    assert plain.is_name("due")
    assert plain.is_name("50%")
    assert not any(map(plain.is_name, ('a"b', "a\\b", "a\n", "é")))
