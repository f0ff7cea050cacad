"""L-05: the Python verifier and the browser's say the same of receipts, good and bad.

Each receipt is of a tree of its own, with other leaves, another size and other witnesses; most are
then damaged. A round is one receipt that both were shown. Node runs the browser's file as served.
"""

import random
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from answerable.ledger import checkpoint, merkle, tiles
from tests.trust.campaigns import Round, Tally
from tests.vectors import example
from tests.vectors.receipts import HASHES, LEAVES, PAYLOADS, WITNESS_2, policy, strict_cases
from tests.vectors.test_twins import Question, browser, python

BATCH, LARGEST, GOOD = 200, 400, 0.15
WITNESSES = (example.WITNESS_1, WITNESS_2)
_KEY = example.LOG.verifier_key


def rounds(home: Path, chance: random.Random, tally: Tally) -> Round:
    """One receipt a round; None where both gave the same answer in the same words."""
    place = home.parent / "twins"
    while True:
        asked = [_question(chance) for _ in range(BATCH)]
        for (kind, question), theirs in zip(asked, browser([q for _, q in asked]), strict=True):
            ours = python(*question, place)
            tally[f"{kind}: {'holds' if ours[0] else 'does not hold'}"] += 1
            same = ours[0] == theirs[0] and (not ours[0] or ours[1] == theirs[1])
            yield None if same else f"{kind}: {ours} and {theirs}"


def _question(chance: random.Random) -> tuple[str, Question]:
    entry, proof, rules = _good(chance)
    if chance.random() < GOOD:
        return "whole", ({"x.entry": entry, "x.tlog-proof": proof}, rules)
    kind = chance.choice(sorted(_DAMAGES))
    return kind, _DAMAGES[kind](chance, entry, proof, rules)


def _good(chance: random.Random) -> tuple[bytes, bytes, str]:
    """The entry, the proof and the policy of a receipt that holds."""
    index = chance.randrange(len(LEAVES))
    size = chance.randrange(index + 1, LARGEST)
    hashes = [HASHES[at] if at == index else chance.randbytes(32) for at in range(size)]

    @cache
    def nodes(level: int, at: int) -> bytes:
        if level == 0:
            return hashes[at]
        return merkle.node_hash(nodes(level - 1, 2 * at), nodes(level - 1, 2 * at + 1))

    text = checkpoint.text_of(origin=example.ORIGIN, size=size, root=merkle.root_of(hashes))
    seers = chance.sample(WITNESSES, chance.randrange(1, 3))
    note = checkpoint.note(
        text,
        checkpoint.signature_line(text, example.LOG),
        *(
            checkpoint.cosignature_line(text, one, at=example.COSIGNED_AT + chance.randrange(9))
            for one in seers
        ),
    )
    proof = tiles.proof_file(
        index=index,
        path=merkle.inclusion(nodes, index, size),
        checkpoint=note,
        extra=tiles.payload_file(PAYLOADS[index]),
    )
    rules = policy(quorum=chance.randrange(len(seers) + 1), body=chance.random() < 0.5)
    return LEAVES[index], proof.encode(), rules


def _flip(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def _splice(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.randrange(1, 4)):
        at = chance.randrange(len(changed))
        changed[at : at + chance.randrange(4)] = chance.randbytes(chance.randrange(4))
    return bytes(changed)


def _asked(entry: bytes, proof: bytes, rules: str) -> Question:
    return {"x.entry": entry, "x.tlog-proof": proof}, rules


def _lines(chance: random.Random, proof: bytes) -> bytes:
    """Two lines of the proof change places, or one is said twice or not at all."""
    lines = proof.splitlines(keepends=True)
    first, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    match chance.randrange(3):
        case 0:
            lines[first], lines[other] = lines[other], lines[first]
        case 1:
            lines.insert(first, lines[other])
        case _:
            del lines[first]
    return b"".join(lines)


Damage = Callable[[random.Random, bytes, bytes, str], Question]
_DAMAGES: Mapping[str, Damage] = {
    "a bit of the proof": lambda c, e, p, r: _asked(e, _flip(p, c), r),
    "a bit of the entry": lambda c, e, p, r: _asked(_flip(e, c), p, r),
    "bytes of the proof": lambda c, e, p, r: _asked(e, _splice(p, c), r),
    "bytes of the entry": lambda c, e, p, r: _asked(_splice(e, c), p, r),
    "lines of the proof": lambda c, e, p, r: _asked(e, _lines(c, p), r),
    "another entry": lambda c, e, p, r: _asked(c.choice([x for x in LEAVES if x != e]), p, r),
    "another receipt": lambda c, e, p, r: _asked(e, _good(c)[1], r),
    "a loose reading": lambda c, e, p, r: _asked(e, c.choice([*strict_cases(p)])[1], r),
    "a quorum not met": lambda c, e, p, r: _asked(e, p, policy(quorum=3)),
    "another log's key": lambda c, e, p, r: _asked(e, p, r.replace(_KEY, WITNESS_2.verifier_key)),
    "the end cut off": lambda c, e, p, r: _asked(e, p[: c.randrange(len(p))], r),
}
