"""The worked example as a citizen gets it: entry, proof, policy; and what a flip makes of it."""

import base64
import hashlib
from collections.abc import Iterator

from answerable.ledger import checkpoint, merkle, tiles
from answerable.ledger.checkpoint import Signer
from tests.vectors import example

LEAVES, PAYLOADS = example.leaves()
HASHES = [merkle.leaf_hash(leaf) for leaf in LEAVES]
WITNESS_2 = Signer("w2.example", hashlib.sha256(b"second").digest(), checkpoint.WITNESS)


def nodes(level: int, index: int) -> bytes:
    if level == 0:
        return HASHES[index]
    return merkle.node_hash(nodes(level - 1, 2 * index), nodes(level - 1, 2 * index + 1))


def note(*witnesses: Signer, size: int = 4) -> str:
    text = checkpoint.text_of(origin=example.ORIGIN, size=size, root=merkle.root_of(HASHES[:size]))
    return checkpoint.note(
        text,
        checkpoint.signature_line(text, example.LOG),
        *(checkpoint.cosignature_line(text, w, at=example.COSIGNED_AT) for w in witnesses),
    )


def proof(index: int = 0, *witnesses: Signer, size: int = 4) -> bytes:
    return tiles.proof_file(
        index=index,
        path=merkle.inclusion(nodes, index, size),
        checkpoint=note(*(witnesses or (example.WITNESS_1,)), size=size),
        extra=tiles.payload_file(PAYLOADS[index]),
    ).encode()


def policy(*, quorum: int = 1, body: bool = True) -> str:
    lines = [
        "# for the worked example",
        f"log {example.LOG.verifier_key}",
        f"witness {example.WITNESS_1.verifier_key}",
        f"witness {WITNESS_2.verifier_key}",
        *([f"body {example.CLAIMANT.verifier_key}"] if body else []),
        f"quorum {quorum}",
    ]
    return "\n".join(lines) + "\n"


def bit_flips(data: bytes) -> Iterator[bytes]:
    for at in range(len(data) * 8):
        changed = bytearray(data)
        changed[at // 8] ^= 1 << at % 8
        yield bytes(changed)


def strict_cases(good: bytes) -> Iterator[tuple[str, bytes]]:
    """Loose readings of a proof file that the grammar must not allow."""
    text = good.decode()
    extra, index, *_ = text.split("\n")[1:]
    lines = text.splitlines(keepends=True)
    yield "plus", text.replace("index 0", "index +0").encode()
    yield "space", text.replace("index 0", "index 0 ").encode()
    yield "two spaces", text.replace("index 0", "index  0").encode()
    yield "leading zero", text.replace("index 0", "index 00").encode()
    yield "size with leading zero", text.replace("\n4\n", "\n04\n").encode()
    yield "size with sign", text.replace("\n4\n", "\n+4\n").encode()
    yield "other digits", text.replace("\n4\n", "\n٤\n").encode()
    yield "CRLF", good.replace(b"\n", b"\r\n")
    yield "missing newline", good[:-1]
    yield "extra blank line", good + b"\n"
    yield "blank line inside", text.replace(index, index + "\n").encode()
    yield "byte order mark", b"\xef\xbb\xbf" + good
    yield "hyphen for dash", text.replace("\u2014", "-").encode()
    yield "empty extra", text.replace(extra, "extra ").encode()
    yield "no version", text.partition("\n")[2].encode()
    yield "other version", text.replace("@v1", "@v2").encode()
    yield "uncanonical base64", text.replace("oxfQ==", "oxfR==").encode()
    yield "unpadded base64", text.replace("fQ==\n", "fQ\n", 1).encode()
    for number, line in enumerate(lines):
        if line != "\n":
            yield (
                f"line {number} repeated",
                "".join([*lines[:number], line, *lines[number:]]).encode(),
            )
        yield f"line {number} left out", "".join(lines[:number] + lines[number + 1 :]).encode()
    yield (
        "extra not canonical",
        text.replace(
            extra, "extra " + base64.b64encode(b'{"payloads": [],"v":1}').decode()
        ).encode(),
    )
