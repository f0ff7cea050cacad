"""The log's key changes by an entry that the old key signs: a reader who trusts the old key is
led to the new one by proofs alone, and the new key signs no less than the old one did."""

import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from answerable.cli.main import app
from answerable.ledger import verify
from answerable.ledger.book import Book
from answerable.operations import people
from answerable.operations.output import exporting
from answerable.operations.record import ledger, record, rotation
from answerable.operations.record.record import NotSigned
from answerable.operations.record.rotation import Rotated
from answerable.store.reads import registers
from answerable.store.writes import checkpoints
from answerable.vocabulary.access import READER
from answerable.vocabulary.refusal import Refusal
from tests.trust.cast import AT, add, promised

NAME = "answerable.example/anyshire"


@pytest.fixture
def first(book: Book) -> str:
    """The verifier key of a log with three entries and a checkpoint."""
    add(book, *(promised(n) for n in range(3)))
    return record.checkpoint(at=AT, new=NAME).verifier_key


def rotate(key: str = "rotate") -> Rotated:
    return rotation.rotate(by=people.administrator(), at=AT, key=key)


def next_key(done: Rotated, *, trusted: str) -> str:
    """What a reader learns whose policy names the old key alone, and who has the two files."""
    rules = verify.policy_of(f"log {trusted}\nquorum 0\n")
    leaf, proof = (Path(path).read_bytes() for path in done.proof)
    said, *values = verify.receipt(leaf, proof, rules)
    assert said.startswith(f"HOLDS: entry {done.entry}, KeyRotated")
    assert said.endswith(f"by {NAME}, signed with their own key")
    (vkey,) = [value for value in values if value.startswith("vkey: ")]
    return vkey.removeprefix('vkey: "').removesuffix('"')


def test_a_chain_of_proofs_leads_from_the_first_key_to_the_last(book: Book, first: str) -> None:
    one = rotate()
    add(book, promised(7))
    two = rotate("again")
    add(book, promised(8))
    now = record.checkpoint(at=AT)
    second = next_key(one, trusted=first)
    third = next_key(two, trusted=second)
    assert len({first, second, third}) == 3
    assert (second, third) == (one.new, two.new)
    assert now.verifier_key == third
    assert verify.checkpoint(now.note, verify.policy_of(f"log {third}\nquorum 0\n"), 0).size == 8
    with pytest.raises(verify.Fails, match="no log key of the policy"):
        verify.checkpoint(now.note, verify.policy_of(f"log {first}\nquorum 0\n"), 0)
    with pytest.raises(verify.Fails, match="no log key of the policy"):
        next_key(two, trusted=first)


def test_the_record_and_its_export_hold_with_both_keys(
    book: Book, first: str, tmp_path: Path
) -> None:
    done = rotate()
    add(book, promised(7))
    record.checkpoint(at=AT)
    assert ledger.verify().holds
    out, _ = exporting.export(out=tmp_path / "x")
    lines = f"log {first}\nlog {done.new}\nquorum 0\n"
    assert verify.export(out, verify.policy_of(lines))[0].startswith("HOLDS")
    rooted = verify.policy_of(f"{lines}body {first}\n")
    assert verify.export(out, rooted)[0].startswith("HOLDS")
    assert NAME not in registers.reported()  # the log is no body that anybody answers for


def test_a_reader_with_the_old_key_walks_to_the_newer_export(
    book: Book, first: str, tmp_path: Path
) -> None:
    """By the verifier of the export itself, alone, as the how-to page says it."""
    done = rotate()
    add(book, promised(7))
    record.checkpoint(at=AT)
    out, _ = exporting.export(out=tmp_path / "x")
    policy = tmp_path / "policy"
    policy.write_text(f"log {first}\nquorum 0\n")

    def run(*words: str) -> tuple[int, list[str]]:
        command = [sys.executable, "-I", "-S", str(out / "verify.py"), *words, str(policy)]
        made = subprocess.run(command, capture_output=True, text=True, check=False)
        assert not made.stderr
        return made.returncode, made.stdout.splitlines()

    code, said = run("export", str(out))
    assert (code, said) == (
        1,
        [f"DOES NOT HOLD: checkpoint: no log key of the policy signed the checkpoint of {NAME}"],
    )
    code, said = run("receipt", *done.proof)
    assert (code, said[0].startswith(f"HOLDS: entry {done.entry}, KeyRotated")) == (0, True)
    assert said[0].endswith("signed with their own key")
    (vkey,) = [line.split('"')[1] for line in said if line.startswith("vkey: ")]
    policy.write_text(f"log {first}\nlog {vkey}\nquorum 0\n")
    code, said = run("export", str(out))
    assert (code, said[0].startswith("HOLDS: ")) == (0, True)


def test_the_new_key_remembers_what_the_old_one_signed(home: Path, first: str) -> None:
    rotate()
    held = rotation._held(home / record.KEY_FILE)
    latest = checkpoints.kept()[-1]
    assert (held.size, held.root) == (latest.size, latest.root)
    assert not list(home.glob("*.next"))
    assert (home / record.KEY_FILE).stat().st_mode & 0o077 == 0


def test_an_interrupted_change_goes_on_with_the_same_key(
    book: Book, first: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(record, "proof", stop)
        with pytest.raises(Stopped):
            rotate()
    assert record.checkpoint(at=AT).verifier_key == first
    size = registers.head().size
    done = rotate("second try")
    assert registers.head().size == size
    assert next_key(done, trusted=first) == done.new == record.checkpoint(at=AT).verifier_key


class Stopped(Exception):
    """The power went."""


def stop(**_: object) -> None:
    raise Stopped


def test_without_a_key_or_the_right_it_is_refused(book: Book, first: str, home: Path) -> None:
    size = registers.head().size
    with pytest.raises(Refusal):
        rotation.rotate(by=READER, at=AT, key="r")
    (home / record.KEY_FILE).rename(home / "elsewhere.json")
    with pytest.raises(NotSigned, match="A key is changed where it lies"):
        rotate()
    assert registers.head().size == size


def test_from_the_command_line(book: Book, first: str) -> None:
    done = CliRunner().invoke(app, ["checkpoint", "--rotate"])
    assert done.exit_code == 0, done.output
    assert "Entry 4 names the new key, signed with the old one" in done.output
    assert record.checkpoint(at=AT).verifier_key in done.output
