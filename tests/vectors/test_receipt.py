"""Promise P3: a receipt is checked offline, and nothing but itself passes (L-02, L-06).

The one exception is named: with one damaged witness line a proof still holds while the quorum
does, because the line of a witness that nobody knows is ignored.
"""

import json
import random
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from answerable.ledger import canonical, checkpoint, verify
from answerable.ledger.checkpoint import WITNESS
from tests.vectors import closings, example
from tests.vectors.receipts import LEAVES, WITNESS_2, bit_flips, policy, proof, strict_cases

POLICY = verify.policy_of(policy())
SEED = 20_261_125
CASES = list(strict_cases(proof()))


def holds(leaf: bytes, proof_file: bytes, rules: verify.Policy = POLICY) -> bool:
    try:
        return verify.receipt(leaf, proof_file, rules)[0].startswith("HOLDS")
    except (ValueError, KeyError, TypeError):  # as `main` does
        return False


@pytest.mark.parametrize("index", range(4))
def test_every_entry_of_the_worked_example_holds(index: int) -> None:
    lines = verify.receipt(LEAVES[index], proof(index), POLICY)
    assert lines[0].startswith(f"HOLDS: entry {index}, ")
    assert lines[-1] == (
        f"log {example.ORIGIN}, 4 entries, witnessed by w1.example at 2026-08-28T16:10:00+00:00"
    )
    signed = "signed with their own key" if index == 3 else "recorded by the server"
    assert lines[0].endswith(signed)


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Signatures checked by `cryptography`: test_ed25519.py says that both agree."""
    monkeypatch.setattr(verify, "signed", cache(checkpoint.verifies))


@pytest.mark.usefixtures("quick")
def test_every_single_bit_flip_of_the_proof_is_refused() -> None:
    good = proof()
    flips = list(bit_flips(good))
    assert len(flips) == 5_264
    assert holds(LEAVES[0], good)
    assert [at for at, flip in enumerate(flips) if holds(LEAVES[0], flip)] == []


def test_flips_in_a_signature_are_refused_by_the_verifier_on_its_own() -> None:
    good = proof()
    chance = random.Random(SEED)  # noqa: S311  # a seed that repeats the choice
    for at in chance.sample(range(good.index("\u2014".encode()) * 8, len(good) * 8), 80):
        changed = bytearray(good)
        changed[at // 8] ^= 1 << at % 8
        assert not holds(LEAVES[0], bytes(changed)), at


@pytest.mark.usefixtures("quick")
def test_only_a_damaged_line_of_a_witness_passes_and_only_while_the_quorum_holds() -> None:
    good = proof(0, example.WITNESS_1, WITNESS_2)
    last_line = good.rindex("\u2014".encode()) * 8
    passed = [
        at for at, flip in enumerate(bit_flips(good)) if at >= last_line and holds(LEAVES[0], flip)
    ]
    key_id = range(last_line + 8 * len("\u2014 w2.example "), last_line + 8 * len(good))
    name = range(last_line + 8 * 4, last_line + 8 * len("\u2014 w2.example "))
    assert passed, "the control: a witness that is not known is ignored"
    assert all(at in name or at in key_id for at in passed)
    two = verify.policy_of(policy(quorum=2))
    assert holds(LEAVES[0], good, two)
    chance = random.Random(SEED)  # noqa: S311  # a seed that repeats the choice
    for at in chance.sample(passed, min(20, len(passed))):
        changed = bytearray(good)
        changed[at // 8] ^= 1 << at % 8
        assert not holds(LEAVES[0], bytes(changed), two)


@pytest.mark.parametrize(("what", "bad"), CASES, ids=[what for what, _ in CASES])
def test_a_loose_reading_is_refused(what: str, bad: bytes) -> None:
    """Leaving out `extra` shows less and lies about nothing: it alone may pass."""
    assert holds(LEAVES[0], bad) == (what == "line 1 left out")


def test_every_bit_flip_of_the_leaf_is_refused() -> None:
    for leaf in LEAVES[:1]:
        good = proof()
        assert not any(holds(flip, good) for flip in bit_flips(leaf))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"clock":"ok"', '"clock":"OK"'),
        ('"v":1', '"v":true'),
        ('"v":1', '"v":2'),
        ('"set":1', '"set":0'),
        ('"set":1', '"set":1.0'),
        ('"ref":null', '"ref":null,"rev":null'),
        ('"seen":null,', ""),
        ('"key":null', '"key":"67f5903c"'),
        ('["2026-01-05",null]', '["2026-02-30",null]'),
        ('["2026-01-05",null]', '["2026-01-05","2026-01-04"]'),
        ("T09:00:00.000000Z", "T24:00:00.000000Z"),
        ("T09:00:00.000000Z", "T09:00:00Z"),
        ('"class":"public"', '"class":"secret"'),
        ('"type":"ActionPromised"', '"type":"Sealed"'),
        ("gb-police-exampleshire", "e\u0301"),
        ("gb-police-exampleshire", "\\ud800"),
        ("gb-police-exampleshire", "x" * 17_000),
    ],
)
def test_a_leaf_of_another_form_is_refused_before_any_hash(old: str, new: str) -> None:
    assert old in LEAVES[0].decode()
    with pytest.raises(verify.Fails, match=r"entry 0 is not"):
        verify.entry(LEAVES[0].decode().replace(old, new).encode(), 0, None)


def test_a_sealed_leaf_is_read_and_one_of_another_size_is_not() -> None:
    leaf = canonical.read(LEAVES[0])
    leaf["by"] |= {"body": "", "person": ""}
    leaf["recorded_at"] = "2026-01-05T00:00:00.000000Z"
    leaf["fact"] |= {"type": "Sealed", "institution": "", "stream": "", "doc": None, "pad": ""}
    leaf["fact"]["commits"] = {"sealed": "0" * 64}
    leaf["fact"]["pad"] = "x" * (-len(canonical.write(leaf)) % 256)
    assert verify.entry(canonical.write(leaf), 0, None).fact["type"] == "Sealed"
    for change in ({"pad": leaf["fact"]["pad"] + "x"}, {"institution": "a"}, {"type": "Open"}):
        with pytest.raises(verify.Fails):
            verify.entry(canonical.write({**leaf, "fact": {**leaf["fact"], **change}}), 0, None)


def test_a_type_that_it_has_never_seen_is_read() -> None:
    leaf = canonical.read(LEAVES[0])
    leaf["fact"] |= {"type": "SomethingOfNextYear", "set": 7}
    assert verify.entry(canonical.write(leaf), 0, None).fact["set"] == 7


def test_a_party_signature_is_checked_where_the_policy_has_its_key() -> None:
    unknown = verify.policy_of(policy(body=False))
    assert "no key here" in verify.receipt(LEAVES[3], proof(3), unknown)[0]
    other = policy().replace(
        example.CLAIMANT.verifier_key,
        example.Signer(example.BODY, example.LOG.seed).verifier_key,
    )
    assert "no key here" in verify.receipt(LEAVES[3], proof(3), verify.policy_of(other))[0]


def test_a_log_that_changes_its_key_speaks_for_itself() -> None:
    """A reader who knows only the old key is shown the new one by the receipt of the change."""
    leaf, file, new = closings.rotated()
    known = f"log {closings.LOG.verifier_key}\nquorum 0\n"
    said, *values = verify.receipt(leaf, file, verify.policy_of(known))
    assert said.endswith(f"by {closings.LOG.name}, signed with their own key")
    assert f"vkey: {json.dumps(new)}" in values
    other = closings.key(closings.LOG.name, "another").verifier_key
    with pytest.raises(verify.Fails, match="no log key of the policy"):
        verify.receipt(leaf, file, verify.policy_of(f"log {other}\nquorum 0\n"))


@pytest.mark.parametrize(
    "line",
    [
        "log nonsense",
        f"log {example.WITNESS_1.verifier_key}",
        f"witness {example.LOG.verifier_key}",
        f"log {example.LOG.verifier_key.replace('3ca33c5c', '3ca33c5d')}",
        "trust everybody",
        "role somebody king",
        "quorum -1",
        "quorum 3",
        f"witness {example.Signer('w9.example', example.WITNESS_1.seed, WITNESS).verifier_key}",
    ],
)
def test_a_policy_that_cannot_be_meant_is_refused(line: str) -> None:
    with pytest.raises(verify.Fails):
        verify.policy_of(policy() + line + "\n")


def test_without_a_quorum_line_two_witnesses_are_asked_for() -> None:
    bare = policy().replace("quorum 1\n", "")
    assert verify.policy_of(bare).quorum == 2
    assert not holds(LEAVES[0], proof(), verify.policy_of(bare))
    assert holds(LEAVES[0], proof(0, example.WITNESS_1, WITNESS_2), verify.policy_of(bare))


def test_the_same_witness_twice_is_one_witness() -> None:
    rules = verify.policy_of(policy(quorum=2))
    assert not holds(LEAVES[0], proof(0, example.WITNESS_1, example.WITNESS_1), rules)


def test_the_file_runs_alone_and_says_by_its_exit_code(tmp_path: Path) -> None:
    for name, data in (
        ("0.entry", LEAVES[0]),
        ("0.tlog-proof", proof()),
        ("policy", policy().encode()),
        ("bad", proof()[:-2] + b"\n"),
    ):
        (tmp_path / name).write_bytes(data)

    def run(*words: str) -> tuple[int, str]:
        done = subprocess.run(
            [sys.executable, "-I", "-S", Path(verify.__file__), *words],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
        )
        assert "Traceback" not in done.stderr
        return done.returncode, done.stdout

    code, said = run("receipt", "0.entry", "0.tlog-proof", "policy")
    assert (code, said.startswith("HOLDS: entry 0, ActionPromised")) == (0, True)
    assert f"due: {json.dumps('2026-06-30')}" in said
    assert run("receipt", "0.entry", "bad", "policy")[0] == 1
    assert run("receipt", "0.entry", "0.tlog-proof")[0] == 2
    assert run("receipt", "0.entry", "0.tlog-proof", "nothing")[0] == 2
    assert run("receipt", "0.entry", "0.tlog-proof", "0.entry")[0] == 2
    assert run()[0] == 2
