"""The format of the ledger is final: every value of its worked example, byte for byte (L-02)."""

import base64
import hashlib

import pytest

from answerable.ledger import checkpoint, merkle, tiles
from answerable.ledger.canonical import read
from tests.vectors import example

LEAVES, PAYLOADS = example.leaves()
HASHES = [merkle.leaf_hash(leaf) for leaf in LEAVES]


def nodes(level: int, index: int) -> bytes:
    if level == 0:
        return HASHES[index]
    return merkle.node_hash(nodes(level - 1, 2 * index), nodes(level - 1, 2 * index + 1))


def test_first_leaf_is_these_bytes() -> None:
    assert LEAVES[0] == (
        b'{"by":{"body":"gb-police-exampleshire","key":null,"person":'
        b'"e9d9ff5c89ef191f1675c8fbcddc322d","sig":null},"clock":"ok","fact":{"class":"public",'
        b'"commits":{"due":"44a3c70020bb740ae83883dc73f50e5d56a6cdd74e422fdefa6f8248cabbf9ba",'
        b'"text":"b779ca19b9d5e045f6ccda90e1df96badc4f88729600006370a2658750c51604"},"doc":'
        b'"845e91831319e89c4d656bdb80c278ac09a7230d61e5dfd2e1b1fbb436ac8917","id":'
        b'"69913a97e9f931ceb9b11fdfba1532fa","institution":"gb-police-exampleshire","ref":null,'
        b'"seen":null,"set":1,"stream":"action/example-2025-1/3","type":"ActionPromised",'
        b'"valid":["2026-01-05",null]},"recorded_at":"2026-01-05T09:00:00.000000Z","v":1}'
    )


@pytest.mark.parametrize(
    ("i", "size", "expected"),
    [
        (0, 624, "04e5bb8c9fa0285aa239761f26452055aac272a4011dfcc1f41dcd5f7f66b21b"),
        (1, 562, "3c490b9535a2db83946379e47d353ca0681641879b522e4f96de794bbfb275a8"),
        (2, 666, "fb89b5b640fe9fb466da504c13e14eea55d987d24a63a9c97dffe7e7ec9eab36"),
        (3, 739, "66ee4a36bf107013635bcab87b64e5c72517724f686efbe98f3804ec0e025857"),
    ],
)
def test_leaf_hashes(i: int, size: int, expected: str) -> None:
    assert (len(LEAVES[i]), HASHES[i].hex()) == (size, expected)


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        (2, "b8f13174aa23415375f8422922f4fb6fc31462372cd500a672392c02caa262ca"),
        (3, "953f27533ec62f459a0fc3cbf93690b020b1e9a5bafe16113dc9bfe037ee06b1"),
        (4, "2c0e6f87bd6c7eab04b3808d170c24dca9c869dd48429de9d55579229cd19c19"),
    ],
)
def test_roots(size: int, expected: str) -> None:
    assert merkle.root_of(HASHES[:size]).hex() == expected


def test_consistency_from_three_to_four() -> None:
    proof = merkle.consistency(nodes, 3, 4)
    assert proof == (HASHES[2], HASHES[3], merkle.root_of(HASHES[:2]))


def test_party_signature() -> None:
    assert read(LEAVES[3])["by"]["sig"] == (
        "0DNkPtyYK5WvIt7ysB1lQoICWWpx6f61zkmYEU13YtWgomzWhVTvI33dc5RLvEq+VfPBtiKKy3cnD3BRZHyAAw=="
    )


def test_tile_and_bundle() -> None:
    tile = tiles.tile(nodes, 0, 0, width=4)
    bundle = tiles.bundle(LEAVES)
    assert tiles.path(0, 0, width=4) == "tile/0/000.p/4"
    assert (len(tile), hashlib.sha256(tile).hexdigest()) == (
        128,
        "5a61a2364a876e1a354c4dc0332d4d37040da1c6f0c7de4379ba6db138756fb4",
    )
    assert (len(bundle), bundle[:2].hex(), hashlib.sha256(bundle).hexdigest()) == (
        2599,
        "0270",
        "bdf26930aaa73dfd3a8dad3ee2a9c2244c1fccaaf17ede15296e205ffb07266d",
    )


@pytest.mark.parametrize(
    ("signer", "expected"),
    [
        (
            example.LOG,
            "answerable.example/exampleshire+3ca33c5c+"
            "AfetvQ7pix13N4yoem+o26BwzeLDewKs1wDUmLAWo4KB",
        ),
        (
            example.WITNESS_1,
            "w1.example+98b8c422+BHuDR4qQ0uDUaWP7NPh70YmK55cxM5v/aT0N1YU810z6",
        ),
        (
            example.CLAIMANT,
            "gb-police-exampleshire+67f5903c+AY+Uy7o/hTWTml71F2Jj39tQnebiXQUPPtz13oajxThZ",
        ),
    ],
)
def test_verifier_keys(signer: checkpoint.Signer, expected: str) -> None:
    assert signer.verifier_key == expected


def test_proof_file() -> None:
    text = checkpoint.text_of(origin=example.ORIGIN, size=4, root=merkle.root_of(HASHES))
    note = checkpoint.note(
        text,
        checkpoint.signature_line(text, example.LOG),
        checkpoint.cosignature_line(text, example.WITNESS_1, at=example.COSIGNED_AT),
    )
    proof = tiles.proof_file(
        index=0,
        path=merkle.inclusion(nodes, 0, 4),
        checkpoint=note,
        extra=tiles.payload_file(PAYLOADS[0]),
    ).encode()
    assert (len(proof), hashlib.sha256(proof).hexdigest()) == (
        658,
        "a54c9006d09d65f5e52448cb6c092576f2abe8272148fcabdb94bbeb06c1e8b0",
    )


def test_signature_verifies_and_another_message_does_not() -> None:
    signature = base64.b64decode(read(LEAVES[3])["by"]["sig"])
    content = read(LEAVES[3])
    message = example.signed_message(content, origin=example.ORIGIN)
    assert checkpoint.verifies(example.CLAIMANT.public, message, signature)
    other = example.signed_message(content, origin="another.example/log")
    assert not checkpoint.verifies(example.CLAIMANT.public, other, signature)
