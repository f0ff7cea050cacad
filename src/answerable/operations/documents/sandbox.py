"""Start reading/child.py with limits on memory, time, files and network.

Passing a limit is a `Refusal` that names it. The memory, file and network limits are set by
the child on itself before it reads; the wall time, the number of reads at once and the size
of a file are kept here.
"""

import atexit
import json
import os
import selectors
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

from answerable.reading.child import WAITING, from_json
from answerable.reading.layout.canonical_text import CanonicalText
from answerable.vocabulary.refusal import Refusal

MOST_BYTES = 50_000_000
MOST_OUTPUT = 400_000_000
SECONDS = 30.0  # up to 200 pages
MOST_SECONDS = 120.0
SPARE_SECONDS = 120.0
"""How long a child waits that was started before there was anything to read."""
_PAGES = 200
_PAGES_A_SECOND = 10
_WAIT_FOR_A_PLACE = 120.0
_KEPT_OF_STDERR = 8_000
_PLACES = threading.BoundedSemaphore(max(2, os.cpu_count() or 2))


class LimitPassed(Refusal):
    """A file that needs more than reading may use; `code` names the limit."""

    code = "limit"


class Crashed(Refusal):
    """The reader of a format crashed on a file; nothing else was touched."""

    code = "crashed"


class ChildDefect(RuntimeError):
    """The child ended with a defect of ours: its traceback is the message."""


@dataclass(frozen=True, slots=True)
class Records:
    """What the child read: canonical text, the contract's lines as JSON Lines, warnings."""

    text: CanonicalText
    jsonl: str
    warnings: tuple[str, ...]


def canonical(
    *, data: bytes, media_type: str | None = None, name: str | None = None
) -> CanonicalText:
    """Canonical text of a file, read in a limited child process."""
    answer = _run({"task": "text", "media_type": media_type, "name": name}, data)
    return from_json(answer["text"])


def records(
    *,
    data: bytes,
    options: Mapping[str, Any],
    media_type: str | None = None,
    name: str | None = None,
) -> Records:
    """Text and records of a file, read in a limited child process.

    `options` are JSON values: `profiles` (tables of catalogue/sources), `bodies` and
    `holders` (the fields of the gazetteer's entries), `meta`, `confidences`,
    `likeness` (the lines of catalogue/likeness.txt).
    """
    header = {"task": "read", "media_type": media_type, "name": name, "options": dict(options)}
    answer = _run(header, data)
    return Records(from_json(answer["text"]), answer["jsonl"], tuple(answer["warnings"]))


def confinement() -> dict[str, str | bool]:
    """What the child's confinement holds on this machine, for `answerable doctor`.

    `memory` and `files` are true where they are limited; `network` is `namespace` or
    `seccomp`, or empty where the network is not denied.
    """
    answer: dict[str, str | bool] = _run({"task": "probe"}, b"")
    return answer


def seconds_for(pages: int) -> float:
    """Wall time for a document: 30 s up to 200 pages, then 1 s for each 10, at most 120 s."""
    more = max(pages - _PAGES, 0) / _PAGES_A_SECOND
    return min(SECONDS + more, MOST_SECONDS)


@dataclass(slots=True)
class _Heard:
    """What has come from the child so far."""

    out: bytearray = field(default_factory=bytearray)
    errors: bytearray = field(default_factory=bytearray)
    pages: int = 0
    looked_at: int = 0  # bytes of `out` already searched for a whole line

    def take(self, name: str, chunk: bytes) -> None:
        """Keep a piece; the first line may tell the number of pages."""
        if name == "stderr":
            self.errors += chunk
            del self.errors[:-_KEPT_OF_STDERR]
            return
        self.out += chunk
        if len(self.out) > MOST_OUTPUT:
            raise LimitPassed(
                f"What was read from the file is over the limit of {MOST_OUTPUT // 1_000_000} MB; "
                "split the file.",
                code="limit-output",
            )
        if not self.looked_at and (end := self.out.find(b"\n")) > 0:
            self.looked_at = end
            if self.out.startswith(b'{"pages":'):
                self.pages = int(json.loads(self.out[:end])["pages"])


def _run(header: Mapping[str, Any], data: bytes) -> Any:
    if len(data) > MOST_BYTES:
        raise LimitPassed(
            f"The file is {len(data) / 1_000_000:,.1f} MB, over the limit of "
            f"{MOST_BYTES // 1_000_000} MB; split it, or save it without pictures.",
            code="limit-file",
        )
    with _place(), tempfile.TemporaryDirectory(prefix="answerable-read-") as folder:
        heard, code = _converse(json.dumps(header).encode() + b"\n", data, folder)
    return _understood(heard, code)


@contextmanager
def _place() -> Iterator[None]:
    """One of the places for reads at once: as many as the machine has processors."""
    if not _PLACES.acquire(timeout=_WAIT_FOR_A_PLACE):
        raise LimitPassed(
            "Too many files are being read at once; wait a minute and try again.", code="busy"
        )
    try:
        yield
    finally:
        _PLACES.release()


def _converse(header: bytes, data: bytes, folder: str) -> tuple[_Heard, int]:
    """Run the child to its end or to its limit of time."""
    process = _spare.take() or _started(folder)
    writer = threading.Thread(target=_write, args=(process, header, data), daemon=True)
    writer.start()
    try:
        heard = _listen(process)
        return heard, process.wait(timeout=5)
    finally:
        _end(process)
        writer.join(timeout=5)
        for pipe in (process.stdout, process.stderr):
            if pipe is not None:
                pipe.close()


def _started(folder: str, *words: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-I", "-B", "-X", "utf8", "-m", "answerable.reading.child"]
    return subprocess.Popen(  # noqa: S603 - our own module, no shell, no words of a user
        [*command, *words],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=folder,
        env={},
        start_new_session=True,
    )


class _Spare:
    """At most one child that waits for a text, started when somebody is about to paste one.

    Loading the rules of reading takes most of the time of a short text. One that nobody needs
    ends after a while.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._held: tuple[subprocess.Popen[bytes], threading.Timer] | None = None

    def fill(self) -> None:
        """Start one, unless one waits already."""
        with self._lock:
            if self._held is not None:
                if self._held[0].poll() is None:
                    return
                _close(self._held[0])
            process = _started("/", WAITING)
            timer = threading.Timer(SPARE_SECONDS, self.drop)
            timer.daemon = True
            timer.start()
            self._held = (process, timer)

    def take(self) -> subprocess.Popen[bytes] | None:
        """The one that waits, if it still does; it is the caller's from now on."""
        with self._lock:
            held, self._held = self._held, None
        if held is None:
            return None
        process, timer = held
        timer.cancel()
        if process.poll() is None:
            return process
        _close(process)
        return None

    def drop(self) -> None:
        """End the one that waits."""
        process = self.take()
        if process is not None:
            _end(process)
            _close(process)


def _close(process: subprocess.Popen[bytes]) -> None:
    for pipe in (process.stdin, process.stdout, process.stderr):
        if pipe is not None:
            pipe.close()


_spare = _Spare()
atexit.register(_spare.drop)


def expect() -> None:
    """Somebody is about to hand in a short text: have a child ready that has loaded the rules."""
    _spare.fill()


def _write(process: subprocess.Popen[bytes], header: bytes, data: bytes) -> None:
    """Feed the child. One that ends early says why on its own."""
    pipe = process.stdin
    if pipe is None:
        return
    with suppress(BrokenPipeError, ValueError):
        pipe.write(header)
        pipe.write(data)
    with suppress(BrokenPipeError):
        pipe.close()


def _listen(process: subprocess.Popen[bytes]) -> _Heard:
    heard = _Heard()
    begun = time.monotonic()
    with selectors.DefaultSelector() as selector:
        for name, pipe in (("stdout", process.stdout), ("stderr", process.stderr)):
            if pipe is not None:
                selector.register(pipe, selectors.EVENT_READ, name)
        while selector.get_map():
            allowed = seconds_for(heard.pages)
            left = begun + allowed - time.monotonic()
            if left <= 0:
                raise LimitPassed(
                    f"Reading took longer than {allowed:.0f} seconds, the limit for a file of "
                    "this length; split it, or save it again from the program that made it.",
                    code="limit-time",
                )
            for key, _ in selector.select(timeout=left):
                chunk = os.read(key.fd, 1 << 20)
                if chunk:
                    heard.take(key.data, chunk)
                else:
                    selector.unregister(key.fileobj)
    return heard


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the child and whatever it started."""
    if process.poll() is None:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _understood(heard: _Heard, code: int) -> Any:
    """The answer in the child's last line, or what ended it."""
    lines = bytes(heard.out).rstrip(b"\n").rsplit(b"\n", 1)
    last = json.loads(lines[-1]) if code == 0 and lines[-1] else {}
    if "answer" in last:
        return last["answer"]
    if "refused" in last:
        raise Refusal(last["refused"]["sentence"], code=last["refused"]["code"])
    words = heard.errors.decode("utf-8", errors="replace").strip()
    if last.get("limit") == "memory" or "MemoryError" in words or "memory allocation" in words:
        raise LimitPassed(
            "Reading the file needs more than 1 GB of memory, which is the limit; split it, or "
            "save it again from the program that made it.",
            code="limit-memory",
        )
    if code == -signal.SIGXCPU:
        raise LimitPassed(
            "Reading the file took all the processor time it may have; split it.",
            code="limit-time",
        )
    if code < 0:
        raise Crashed(
            "The file makes its reader crash, so it is probably broken or made to do harm; open "
            "it, save it again, and read that."
        )
    raise ChildDefect(words or f"The reading process ended with code {code} and said nothing.")
