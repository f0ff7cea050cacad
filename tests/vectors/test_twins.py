"""Promise P3: the Python verifier and the browser's say the same of every vector (L-05).

Node runs the browser's file as it is served. Signatures are checked by `cryptography` on this
side: `test_ed25519.py` says that the verifier's own agrees.
"""

import base64
import json
import random
import shutil
import subprocess
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path

import pytest

from answerable.ledger import canonical, checkpoint, verify
from answerable.ledger.book import Book
from answerable.operations.output import exporting
from answerable.operations.record import record
from tests.trust.cast import AT, add, promised
from tests.vectors import closings
from tests.vectors.exports import Record, manifest
from tests.vectors.receipts import (
    LEAVES,
    WITNESS_2,
    bit_flips,
    example,
    policy,
    proof,
    strict_cases,
)

NODE = shutil.which("node")
SEED = 20_261_125
BROWSER = files("answerable").joinpath("web/assets/scripts/verify.js")
Question = tuple[dict[str, bytes], str]

pytestmark = [
    pytest.mark.skipif(NODE is None, reason="no Node on this machine: L-05 is not proven"),
    pytest.mark.usefixtures("quick"),
]


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verify, "signed", cache(checkpoint.verifies))


def browser(asked: list[Question]) -> list[tuple[bool, list[str]]]:
    lines = [
        json.dumps(
            {
                "files": {n: base64.b64encode(data).decode() for n, data in held.items()},
                "policy": rules,
            }
        )
        for held, rules in asked
    ]
    done = subprocess.run(
        [str(NODE), str(Path(__file__).with_name("agree.mjs")), str(BROWSER)],
        input="\n".join(lines),
        capture_output=True,
        text=True,
        check=True,
    )
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(answers) == len(asked), done.stderr
    assert not [a for a in answers if a.get("defect")]
    return [(a["holds"], a["lines"]) for a in answers]


def python(held: dict[str, bytes], rules: str, folder: Path) -> tuple[bool, list[str]]:
    try:
        known = verify.policy_of(rules)
        if "manifest.json" in held:
            shutil.rmtree(folder, ignore_errors=True)
            for name, data in held.items():
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
                (folder / name).write_bytes(data)
            return True, verify.export(folder, known)
        if "x.bundle" in held:
            return True, [*verify.closing(held["x.bundle"], known)[1:]]
        return True, verify.receipt(held["x.entry"], held["x.tlog-proof"], known)
    except (verify.Fails, KeyError, TypeError, ValueError, AttributeError, IndexError) as fault:
        return False, [str(fault)]
    except OSError as fault:
        return False, [str(fault)]


def agree(asked: list[Question], folder: Path) -> tuple[int, int]:
    """How many held and how many did not; both verifiers said the same of each."""
    held = 0
    for number, (question, theirs) in enumerate(zip(asked, browser(asked), strict=True)):
        ours = python(*question, folder)
        assert ours[0] == theirs[0], (number, ours, theirs)
        if ours[0]:
            assert ours[1] == theirs[1], number
            held += 1
    return held, len(asked) - held


def receipts() -> Iterator[Question]:
    chance = random.Random(SEED)  # noqa: S311  # a seed that repeats the vectors
    for index in range(4):
        for size in range(index + 1, 5):
            for seers in ((example.WITNESS_1,), (example.WITNESS_1, WITNESS_2)):
                for quorum in (0, 1, 2):
                    for body in (True, False):
                        file = proof(index, *seers, size=size)
                        rules = policy(quorum=quorum, body=body)
                        yield {"x.entry": LEAVES[index], "x.tlog-proof": file}, rules
    leaf, change, _ = closings.rotated()
    for rules in (closings.policy(), f"log {closings.LOG.verifier_key}\nquorum 0\n"):
        yield {"x.entry": leaf, "x.tlog-proof": change}, rules
    good = proof()
    flips = list(bit_flips(good))
    for flip in [*chance.sample(flips, 700), *(bad for _, bad in strict_cases(good))]:
        yield {"x.entry": LEAVES[0], "x.tlog-proof": flip}, policy()
    for flip in chance.sample(list(bit_flips(LEAVES[3])), 250):
        yield {"x.entry": flip, "x.tlog-proof": proof(3)}, policy()
    for _ in range(250):
        changed = bytearray(good)
        for _ in range(chance.randrange(1, 4)):
            at = chance.randrange(len(changed))
            changed[at : at + chance.randrange(3)] = chance.randbytes(chance.randrange(3))
        yield {"x.entry": LEAVES[0], "x.tlog-proof": bytes(changed)}, policy()
    for at in range(0, len(policy()), 3):
        rules = policy()
        yield {"x.entry": LEAVES[0], "x.tlog-proof": good}, f"{rules[:at]}\u00e9{rules[at + 1 :]}"


def test_they_agree_on_receipts(tmp_path: Path) -> None:
    held, failed = agree(list(receipts()), tmp_path)
    assert held >= 80
    assert failed >= 1_200


def test_they_agree_on_closings(tmp_path: Path) -> None:
    chance = random.Random(SEED)  # noqa: S311  # a seed that repeats the vectors
    rules = closings.policy()
    asked = [({"x.bundle": bundle}, rules) for _, _, bundle in (*closings.good(), *closings.bad())]
    good = [bundle for _, _, bundle in closings.good()]
    for _ in range(150):
        bundle = bytearray(chance.choice(good))
        bundle[chance.randrange(len(bundle))] ^= 1 << chance.randrange(8)
        asked.append(({"x.bundle": bytes(bundle)}, rules))
    for row in range(4):
        whole = canonical.read(closings.three().bundle())
        for change in (
            {"index": row + 1},
            {"proof": []},
            {"extra": None},
            {"leaf": ""},
            {"more": 1},
        ):
            rows = [dict(r) for r in whole["entries"]]
            rows[row] |= change
            asked.append(({"x.bundle": canonical.write({**whole, "entries": rows})}, rules))
    held, failed = agree(asked, tmp_path)
    assert held >= len(good)
    assert failed >= 180


def test_they_agree_on_an_export_and_on_damaged_ones(book: Book, tmp_path: Path) -> None:
    """More than one tile, and an earlier checkpoint; each file changed, left out and added to."""
    add(book, *(promised(n) for n in range(40)))
    record.checkpoint(at=AT, new="answerable.example/a")
    add(book, *(promised(n) for n in range(220)))
    made = record.checkpoint(at=AT)
    out, _ = exporting.export(out=tmp_path / "x")
    whole = {p.relative_to(out).as_posix(): p.read_bytes() for p in out.rglob("*") if p.is_file()}
    rules = f"log {made.verifier_key}\nquorum 0\n"
    asked = [(whole, rules)]
    for name, data in whole.items():
        changed = data[: len(data) // 2] + b"~" + data[len(data) // 2 + 1 :]
        if name.startswith(("tile/0/001", "tile/entries/000", "checkpoints/", "manifest")):
            asked.append((refitted({**whole, name: changed}), rules))
        if name.startswith(("tile/1", "tile/entries/001")):
            asked.append((refitted({n: d for n, d in whole.items() if n != name}), rules))
    asked.append(({**whole, "added": b""}, rules))
    early = {n: data for n, data in whole.items() if n != "checkpoints/40"}
    asked.append((refitted(early), rules))  # tiles of a size that no checkpoint names
    later = whole["checkpoint"].replace(b"\n260\n", b"\n261\n", 1)
    asked.append((refitted({**whole, "checkpoints/261": later}), rules))
    other_lines = whole["checkpoint"].replace(b"\n", b"\r\n")
    asked.append((refitted({**whole, "checkpoint": other_lines}), rules))
    held, failed = agree(asked, tmp_path / "copy")
    assert held >= 1
    assert failed >= 5


def test_they_agree_on_exports_with_closings(tmp_path: Path) -> None:
    asked: list[Question] = []
    for log in (closings.stated("published"), closings.stated("letter"), closings.signed()):
        files = Record(entries=log.entries).files()
        for texts in (None, {}, {closings.DOC: ""}):
            held = {**files, "closings/f.bundle": log.bundle(texts=texts)}
            for more in ({}, {f"files/{closings.DOC}": b"the letter"}):
                whole = {**held, **more}
                asked.append(({**whole, "manifest.json": manifest(whole)}, closings.policy()))
    held_, failed = agree(asked, tmp_path / "copy")
    assert (held_, failed) == (13, 5)


def refitted(held: dict[str, bytes]) -> dict[str, bytes]:
    """With a manifest that was made to fit what was changed."""
    if "manifest.json" not in held or not held["manifest.json"].startswith(b'{"files"'):
        return held
    rows = [
        {"bytes": len(data), "path": name, "sha256": verify.sha256(data).hexdigest()}
        for name, data in sorted(held.items())
        if name != "manifest.json"
    ]
    return {**held, "manifest.json": canonical.write({"files": rows, "v": 1})}
