"""Promise P2: a witness never signs two roots for one size (L-04, L-09).

Two witnesses run as processes of their own over the files of a log, as they would from cron.
Control: a log that only grew is always cosigned.
"""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest

from answerable.ledger import checkpoint, merkle, signer, tiles, verify
from answerable.ledger.book import Book
from answerable.operations.record import record
from answerable.operations.record.witness import Witnessed, witness
from answerable.store.writes import checkpoints
from answerable.vocabulary.refusal import Refusal
from tests.trust.cast import AT, add, promised

SEED = 20_261_125
ROOT = Path(__file__).parents[2]
NAME = "answerable.example/log"
LOG = signer.new(NAME, bytes(32), kind=checkpoint.LOG)
COMMAND = """
import sys, typer
from answerable.cli import record
app = typer.Typer()
record.register(app)
app()
"""


def publish(folder: Path, leaves: Sequence[bytes], *, key: signer.KeyFile = LOG) -> str:
    """A log of these leaves as static files, its checkpoint last."""
    hashes = [merkle.leaf_hash(leaf) for leaf in leaves]

    def node(level: int, index: int) -> bytes:
        return merkle.root_of(hashes[index << level : (index + 1) << level])

    for level, index, width in tiles.needed(len(leaves)):
        if level != "entries":
            place = folder / tiles.path(level, index, width=width)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(tiles.tile(node, int(level), index, width=width))
    text = checkpoint.text_of(origin=NAME, size=len(leaves), root=merkle.root_of(hashes))
    note = checkpoint.note(text, checkpoint.signature_line(text, key.signer))
    (folder / "checkpoint").write_text(note)
    return note


def leaves(size: int, *, other_from: int | None = None) -> list[bytes]:
    forked = size if other_from is None else other_from
    return [f"leaf {n}{' forked' if n >= forked else ''}".encode() for n in range(size)]


class Seer:
    """A witness with its own folder, key and file."""

    def __init__(self, folder: Path, name: str) -> None:
        self.state, self.key, self.out = folder / "state", folder / "key", folder / "cosigned"
        self.state.mkdir(parents=True)
        (self.state / "logs").write_text(f"log {LOG.signer.verifier_key}\n")
        held = signer.new(name, os.urandom(32), kind=checkpoint.WITNESS)
        self.key.write_text(held.written())
        self.vkey = held.signer.verifier_key

    def look(self, log: Path) -> Witnessed:
        return witness(
            log=str(log), state=self.state, key_file=self.key, out=self.out, at=datetime.now(UTC)  # noqa: TID251  # a witness's clock
        )  # fmt: skip

    def start(self, log: Path) -> "subprocess.Popen[str]":
        words = ("--state", self.state, "--key", self.key, "--out", self.out)
        return subprocess.Popen(
            [sys.executable, "-c", COMMAND, "witness", str(log), *map(str, words)],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def run(self, log: Path) -> int:
        child = self.start(log)
        child.communicate(timeout=60)
        return child.returncode

    def remembers(self) -> str:
        (file,) = self.state.glob("*.seen")
        return file.read_text()


@pytest.fixture
def seer(tmp_path: Path) -> Seer:
    return Seer(tmp_path / "w1", "w1.example")


@pytest.fixture
def log(tmp_path: Path) -> Path:
    (tmp_path / "log").mkdir()
    return tmp_path / "log"


def test_two_witnesses_as_processes_cosign_and_the_log_collects_both(
    book: Book, home: Path, tmp_path: Path
) -> None:
    add(book, promised(1), promised(2))
    made = record.checkpoint(at=AT, new=NAME)
    seers = [Seer(tmp_path / f"w{n}", f"w{n}.example") for n in (1, 2)]
    policy = home / "policy"
    policy.write_text(
        f"log {made.verifier_key}\n{''.join(f'witness {s.vkey}{chr(10)}' for s in seers)}"
    )
    for each in seers:
        (each.state / "logs").write_text(f"log {made.verifier_key}\n")
    running = [each.start(home / "log") for each in seers]
    for child in running:
        out, err = child.communicate(timeout=60)
        assert child.returncode == 0, err
        assert out.startswith(f"Cosigned: 2 entries of {NAME}.")
    whole = record.checkpoint(at=AT, cosigned=[each.out for each in seers])
    assert whole.witnesses == ("w1.example", "w2.example")
    rules = verify.policy_of(policy.read_text())
    assert rules.quorum == 2
    found = verify.checkpoint((home / "log" / "checkpoint").read_text(), rules, rules.quorum)
    assert (found.size, found.root) == (2, checkpoints.kept()[0].root)
    add(book, promised(3))
    later = record.checkpoint(at=AT)
    assert later.witnesses == (), "a new size is not witnessed until it is"
    for each in seers:
        assert each.run(home / "log") == 0


def test_a_line_of_nobody_or_about_another_log_is_not_collected(
    book: Book, home: Path, tmp_path: Path, seer: Seer
) -> None:
    add(book, promised(1))
    made = record.checkpoint(at=AT, new=NAME)
    (seer.state / "logs").write_text(f"log {made.verifier_key}\n")
    seer.look(home / "log")
    assert record.checkpoint(at=AT, cosigned=[seer.out]).witnesses == (), "not in the policy"
    foreign = tmp_path / "foreign"
    foreign.write_text(publish(home.parent, leaves(3)))
    with pytest.raises(Refusal, match="is not taken"):
        record.checkpoint(at=AT, cosigned=[foreign])


def test_growth_is_cosigned_and_nothing_new_is_not(seer: Seer, log: Path) -> None:
    for size in (1, 2, 255, 256, 257, 300):
        publish(log, leaves(size))
        found = seer.look(log)
        assert (found.holds, bool(found.line)) == (True, True), found.words
        note = seer.out.read_text()
        rules = f"log {LOG.signer.verifier_key}\nwitness {seer.vkey}\nquorum 1"
        assert verify.checkpoint(note, verify.policy_of(rules), 0).size == size
    again = seer.look(log)
    assert (again.holds, again.line) == (True, "")


def test_a_smaller_log_another_root_and_a_bad_signature_are_told(seer: Seer, log: Path) -> None:
    publish(log, leaves(300))
    seer.look(log)
    kept = seer.remembers()
    for forged, words in (
        (leaves(299), "fewer entries"),
        (leaves(300, other_from=7), "was rewritten"),
        (leaves(310, other_from=299), "does not begin with"),
    ):
        publish(log, forged)
        found = seer.look(log)
        assert (found.holds, words in found.words) == (False, True), found.words
        assert seer.remembers() == kept
    note = publish(log, leaves(310))
    (log / "checkpoint").write_text(note.replace("\n310\n", "\n311\n"))
    found = seer.look(log)
    assert (found.holds, "is not taken" in found.words) == (False, True)
    publish(log, leaves(310))
    assert seer.look(log).holds, "the control: the log that grew is cosigned"


def rewrites(chance: random.Random, size: int) -> Iterator[list[bytes]]:
    """What somebody with the log's key can publish: every kind of rewrite below a size."""
    for _ in range(20):
        at, longer = chance.randrange(size), size + chance.randrange(300)
        yield leaves(longer, other_from=at)
        one = leaves(longer)
        one[at] = b"changed"
        yield one
        two = leaves(longer)
        del two[at]
        yield [*two, b"at the end"]
        yield [*leaves(longer)[:at], b"put in", *leaves(longer)[at:]]
        yield leaves(at)


def test_a_stolen_log_key_cannot_rewrite_what_was_witnessed(seer: Seer, log: Path) -> None:
    """Every rewrite carries a good signature of the log; its tiles fit the new tree."""
    chance = random.Random(SEED)  # noqa: S311  # a seed that repeats the rewrites
    publish(log, leaves(270))
    seer.look(log)
    kept, tried = seer.remembers(), 0
    for forged in rewrites(chance, 270):
        if forged[:270] != leaves(270):
            publish(log, forged)
            assert not seer.look(log).holds, f"rewrite {tried} of seed {SEED}"
            tried += 1
    assert tried >= 90
    assert seer.remembers() == kept
    publish(log, leaves(290, other_from=270))
    assert seer.look(log).holds, "the control: what nobody witnessed yet can be rewritten"


def test_tiles_that_do_not_show_the_growth_are_not_believed(seer: Seer, log: Path) -> None:
    publish(log, leaves(20))
    seer.look(log)
    publish(log, leaves(30))
    place = log / "tile" / "0" / "000.p" / "30"
    whole = place.read_bytes()
    place.write_bytes(whole[:-32] + bytes(32))
    assert not seer.look(log).holds
    place.unlink()
    assert not seer.look(log).holds
    place.write_bytes(whole)
    assert seer.look(log).holds


def test_a_log_that_is_not_watched_and_wrong_usage_are_refused(
    seer: Seer, log: Path, tmp_path: Path
) -> None:
    publish(log, leaves(3))
    (seer.state / "logs").write_text("")
    with pytest.raises(Refusal, match="is not one of the logs"):
        seer.look(log)
    assert seer.run(log) == 2
    (seer.state / "logs").write_text("nonsense\n")
    with pytest.raises(Refusal, match="is unknown"):
        seer.look(log)
    (seer.state / "logs").unlink()
    with pytest.raises(Refusal, match="Write the logs that you watch"):
        seer.look(log)
    with pytest.raises(Refusal):
        seer.look(tmp_path / "nowhere")


def test_a_state_that_was_copied_back_is_told_not_used(seer: Seer, log: Path) -> None:
    """With the old state alone a fork after it would pass: its own last line prevents that."""
    publish(log, leaves(10))
    seer.look(log)
    (file,) = seer.state.glob("*.seen")
    old = file.read_text()
    publish(log, leaves(20))
    seer.look(log)
    file.write_text(old)
    publish(log, leaves(20, other_from=15))
    found = seer.look(log)
    assert (found.holds, "is an old copy" in found.words) == (False, True)


def test_killed_at_any_moment_it_never_signs_two_roots_for_one_size(
    seer: Seer, log: Path, tmp_path: Path
) -> None:
    """After each kill the log shows another tree of the same size. What was cosigned stands."""
    chance = random.Random(SEED)  # noqa: S311  # a seed that repeats the kills
    for kill in range(int(os.environ.get("ANSWERABLE_WITNESS_KILLS", "2"))):
        size = 10 * (kill + 1)
        publish(log, leaves(size))
        child = seer.start(log)
        deadline = time.monotonic() + 20
        while child.poll() is None and not _state_has(seer, size) and time.monotonic() < deadline:
            time.sleep(0.001)
        time.sleep(chance.uniform(0, 0.002))
        child.send_signal(signal.SIGKILL)
        child.communicate()
        if _state_has(seer, size):
            fork = tmp_path / f"fork-{kill}"
            fork.mkdir()
            publish(fork, leaves(size, other_from=size - 1))
            assert not seer.look(fork).holds, f"kill {kill} of seed {SEED}"
        assert seer.look(log).holds
        assert f"\n{size}\n" in seer.out.read_text()
        shutil.rmtree(tmp_path / f"fork-{kill}", ignore_errors=True)


def _state_has(seer: Seer, size: int) -> bool:
    return any(f"\n{size}\n" in file.read_text() for file in seer.state.glob("*.seen"))


def test_two_runs_at_once_agree(seer: Seer, log: Path) -> None:
    publish(log, leaves(40))
    running = [seer.start(log) for _ in range(2)]
    said = sorted(child.communicate(timeout=60)[0].split(":")[0] for child in running)
    assert said == ["Cosigned", "Nothing new"]
