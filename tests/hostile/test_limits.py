"""The child process: passing a limit is a refusal that names it, and nothing else suffers."""

import io
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from answerable.operations.documents import sandbox
from answerable.reading import child
from answerable.reading.child import from_json, to_json
from answerable.reading.formats import canonical
from answerable.vocabulary.refusal import Refusal
from tests.hostile import broken_pdfs
from tests.hostile.archives import paragraph, word

LETTER = (
    b"By 30 September 2031 the force should:\n\n- train every officer; and\n- publish a plan.\n"
)


def test_the_child_gives_what_the_room_gives() -> None:
    """Protects offsets: text read in the child equals text read here, block for block."""
    for data in (LETTER, broken_pdfs.sound(), word(paragraph("Plan."))):
        assert sandbox.canonical(data=data) == canonical(data)


def test_text_survives_its_way_as_json() -> None:
    """Protects every field of a block on its way out of the child."""
    for data in (LETTER, b"a | b\n1 | 2\n", broken_pdfs.sound()):
        text = canonical(data)
        assert from_json(json.loads(json.dumps(to_json(text)))) == text


def test_records_come_with_the_text() -> None:
    """Protects the way of a document through the child: text, contract lines, warnings."""
    found = sandbox.records(data=LETTER, options={"meta": {"published": "2031-03-04"}})
    lines = [json.loads(line) for line in found.jsonl.splitlines()]
    assert lines[0]["kind"] == "document"
    assert [line["quote"]["exact"] for line in lines if line["kind"] == "recommendation"] == [
        "train every officer",
        "publish a plan",
    ]
    assert found.text == canonical(LETTER)


def test_a_refusal_in_the_child_is_the_same_refusal() -> None:
    """Protects the sentence: a person is told the same, wherever it is read."""
    with pytest.raises(Refusal) as inside:
        sandbox.canonical(data=b"plan \x81")
    with pytest.raises(Refusal) as here:
        canonical(b"plan \x81")
    assert inside.value.sentence == here.value.sentence
    assert inside.value.code == here.value.code


def test_a_file_over_50_megabytes() -> None:
    """Protects the machine before the child is even started."""
    with pytest.raises(Refusal, match="50 MB") as refused:
        sandbox.canonical(data=b"x" * 50_000_001)
    assert refused.value.code == "limit-file"


def test_a_line_of_50_megabytes() -> None:
    """Protects memory and time: the longest line that may be handed in is read whole."""
    assert len(sandbox.canonical(data=b"x" * 50_000_000).text) == 50_000_000


def test_memory_that_runs_out_is_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    """Protects the sentence: a child that is out of memory says so and ends in order."""

    def out_of_memory(*_: object) -> None:
        raise MemoryError

    heard = io.BytesIO()
    monkeypatch.setattr(child, "confine", dict)
    monkeypatch.setattr(child, "_run", out_of_memory)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b'{"task": "text"}\nplan')))
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(heard))
    assert child.main() == 0
    with pytest.raises(Refusal, match="1 GB of memory") as refused:
        sandbox._understood(sandbox._Heard(bytearray(heard.getvalue())), 0)
    assert refused.value.code == "limit-memory"


def test_content_that_unpacks_to_200_megabytes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Protects from a bomb inside a PDF, which no directory announces: it costs its time."""
    monkeypatch.setattr(sandbox, "SECONDS", 2.0)
    with pytest.raises(Refusal) as refused:
        sandbox.canonical(data=broken_pdfs.packed_content())
    assert refused.value.code in ("limit-time", "limit-memory", "no-text")


def test_time_runs_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """Protects from waiting: the child is ended at its limit and the limit is named."""
    monkeypatch.setattr(sandbox, "SECONDS", 0.05)
    begun = time.monotonic()
    with pytest.raises(Refusal, match="seconds, the limit") as refused:
        sandbox.canonical(data=LETTER)
    assert refused.value.code == "limit-time"
    assert time.monotonic() - begun < 5


@pytest.mark.parametrize(
    ("pages", "seconds"), [(0, 30), (200, 30), (201, 30.1), (300, 40), (1_100, 120), (9_999, 120)]
)
def test_time_by_pages(pages: int, seconds: float) -> None:
    """Protects long reports: 30 s up to 200 pages, 1 s for 10 more, at most 120 s."""
    assert sandbox.seconds_for(pages) == pytest.approx(seconds)


def test_several_reads_at_once() -> None:
    """Protects a busy site: reads wait for a place and all come back."""
    with ThreadPoolExecutor(6) as pool:
        texts = list(pool.map(lambda _: sandbox.canonical(data=LETTER), range(6)))
    assert len({text.text for text in texts}) == 1


def test_a_place_is_given_back_after_a_refusal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Protects from a site that stops reading after a few bad files."""
    monkeypatch.setattr(sandbox, "_PLACES", threading.BoundedSemaphore(1))
    monkeypatch.setattr(sandbox, "_WAIT_FOR_A_PLACE", 0.2)
    for _ in range(3):
        with pytest.raises(Refusal, match="NUL"):
            sandbox.canonical(data=b"a\0b")
    with sandbox._place(), pytest.raises(Refusal, match="at once") as refused:
        sandbox.canonical(data=LETTER)
    assert refused.value.code == "busy"


PROBE = """
import json, os, socket, sys
from answerable.reading.confinement import confine, seal
held = confine()
found = {}

def reached(name, call):
    try:
        found[name] = call()
    except (OSError, MemoryError) as error:
        found[name] = type(error).__name__

def connect():
    return socket.create_connection(("127.0.0.1", int(sys.argv[1])), timeout=2).fileno()

reached("network", connect)
reached("memory", lambda: len(bytearray(1_100_000_000)))
reached("program", lambda: os.execv("/bin/true", ["true"]))
reached("file grown", lambda: open("grown", "wb").write(b"x" * 10_000))
seal()
reached("file written", lambda: os.open("written", os.O_CREAT | os.O_WRONLY))
reached("document read", lambda: open(sys.argv[2], "rb").read(5))
reached("own folder read", lambda: len(os.listdir(".")))
found["environment"] = sorted(os.environ)
print(json.dumps([held, found]))
"""


def test_the_child_can_reach_nothing(tmp_path: Path) -> None:
    """Protects the machine, the network and other documents from what a file makes a reader do."""
    document = tmp_path / "other-document.txt"
    document.write_text("Somebody else's words.")
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        port = listening.getsockname()[1]
        done = subprocess.run(
            [sys.executable, "-I", "-B", "-c", PROBE, str(port), str(document)],
            capture_output=True,
            env={},
            cwd=tmp_path,
            timeout=30,
            check=False,
        )
    held, found = json.loads(done.stdout)
    assert found.pop("environment") in ([], ["LC_CTYPE"])
    if not held["network"]:
        pytest.skip("this machine offers neither network namespaces nor seccomp to the child")
    assert {name: type(value) for name, value in found.items()} == dict.fromkeys(found, str)
    assert found["program"] == "PermissionError"
    assert found["memory"] == "MemoryError"


def test_confinement_is_told_to_the_doctor() -> None:
    """Protects the sentence of `answerable doctor` on the network: it is asked, not assumed."""
    held = sandbox.confinement()
    assert held["memory"] is True
    assert held["files"] is True
    assert held["network"] in ("namespace", "seccomp", "")


def test_a_crash_of_the_child_is_a_refusal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Protects the site from a reader that is killed by a signal."""
    real = subprocess.Popen

    def killed(*given: Any, **named: Any) -> "subprocess.Popen[bytes]":
        made: subprocess.Popen[bytes] = real(*given, **named)
        os.kill(made.pid, signal.SIGSEGV)
        return made

    monkeypatch.setattr(subprocess, "Popen", killed)
    with pytest.raises(Refusal, match="crash") as refused:
        sandbox.canonical(data=LETTER)
    assert refused.value.code == "crashed"


def test_a_defect_of_ours_is_not_called_a_refusal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Protects the exit code: what we did wrong is never blamed on the file."""
    with pytest.raises(sandbox.ChildDefect, match="TypeError"):
        sandbox.records(data=LETTER, options={"meta": {"no such field": 1}})
