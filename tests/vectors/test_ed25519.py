"""The verifier's own Ed25519 says what `cryptography` says, on edge vectors too (L-11)."""

import random
from hashlib import sha512

import pytest

from answerable.ledger import checkpoint, verify
from answerable.ledger.checkpoint import Signer

SEED = 20_261_125
ORDER = verify.ORDER
FIELD = verify.P
SMALL = [
    "0100000000000000000000000000000000000000000000000000000000000000",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "0000000000000000000000000000000000000000000000000000000000000080",
    "0000000000000000000000000000000000000000000000000000000000000000",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
    "0100000000000000000000000000000000000000000000000000000000000080",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
    "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
    "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
]
"""Points of small order, canonical and not, as published with the study of edge cases of
Ed25519 verification (Chalkias, Garillot, Nikolaenko: Taming the many EdDSAs, 2020)."""


def ours(public: bytes, message: bytes, signature: bytes) -> bool:
    try:
        return verify.signed(public, message, signature)
    except verify.Fails:
        return False


def theirs(public: bytes, message: bytes, signature: bytes) -> bool:
    try:
        return checkpoint.verifies(public, message, signature)
    except ValueError:
        return False


def agreed(public: bytes, message: bytes, signature: bytes) -> bool:
    said = ours(public, message, signature)
    assert said == theirs(public, message, signature), (public.hex(), signature.hex())
    return said


def test_the_first_published_vector() -> None:
    """RFC 8032 section 7.1, test 2."""
    public = bytes.fromhex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c")
    signature = bytes.fromhex(
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
        "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
    )
    assert agreed(public, b"\x72", signature)
    assert not agreed(public, b"\x73", signature)


def test_random_signatures_and_their_neighbours() -> None:
    chance = random.Random(SEED)  # noqa: S311  # a seed that repeats the vectors
    good = 0
    for _ in range(60):
        signer = Signer("n", chance.randbytes(32))
        message = chance.randbytes(chance.randrange(80))
        signature = signer.sign(message)
        good += agreed(signer.public, message, signature)
        flipped = bytearray(signer.public + signature)
        flipped[chance.randrange(96)] ^= 1 << chance.randrange(8)
        assert not agreed(bytes(flipped[:32]), message, bytes(flipped[32:]))
        s = int.from_bytes(signature[32:], "little")
        for other in (s + ORDER, s + 8 * ORDER, ORDER - s):
            if other < 2**256:
                beyond = signature[:32] + other.to_bytes(32, "little")
                assert not agreed(signer.public, message, beyond)
    assert good == 60


@pytest.mark.parametrize("public", SMALL)
def test_points_of_small_order_and_other_spellings(public: str) -> None:
    """With a key of small order s = 0 and a small R can verify: both must say the same."""
    key = bytes.fromhex(public)
    said = [
        agreed(key, message, bytes.fromhex(r) + s.to_bytes(32, "little"))
        for r in SMALL
        for s in (0, 1, ORDER - 1, ORDER)
        for message in (b"", b"a")
    ]
    assert len(said) == len(SMALL) * 8


@pytest.mark.parametrize("size", [0, 1, 31, 33, 63, 65, 96])
def test_wrong_lengths_are_refused(size: int) -> None:
    signer = Signer("n", bytes(32))
    signature = signer.sign(b"m")
    assert not agreed(signer.public, b"m", (signature * 2)[:size])
    if size not in (0, 32):
        assert not ours((signer.public * 4)[:size] or b"x", b"m", signature)


def test_the_base_point_is_read_as_any_other() -> None:
    """RFC 8032 section 5.1: its y is 4/5, its x even."""
    y = 4 * pow(5, -1, FIELD) % FIELD
    read = verify.point(y.to_bytes(32, "little"))
    assert read == verify.BASE
    assert (read[1], read[2], read[0] % 2) == (y, 1, 0)
    assert read[3] == read[0] * y % FIELD


def test_numbers_that_are_no_point_are_refused() -> None:
    signer = Signer("n", bytes(32))
    refused = 0
    for y in range(40):
        for value in (y, FIELD + y % 19, FIELD - 1 - y):
            key = value.to_bytes(32, "little")
            signature = signer.sign(sha512(key).digest())
            refused += not agreed(key, sha512(key).digest(), signature)
    assert refused == 120
