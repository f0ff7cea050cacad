"""The real site in a process of its own: both stories in a new home, on a free port."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

COMMAND = Path(sys.executable).parent / "answerable"
LOAD_SECONDS, START_SECONDS, STOP_SECONDS = 180, 60, 20


@contextmanager
def served(home: Path) -> Iterator[str]:
    """Load the demonstration, serve it and give its address; stop it by its own process."""
    told(home, "demo", "--quiet")
    with running(home) as address:
        yield address


def told(home: Path, *command: str) -> None:
    """Run a command on a home."""
    surroundings = os.environ | {"ANSWERABLE_HOME": str(home)}
    subprocess.run([COMMAND, *command], check=True, env=surroundings, timeout=LOAD_SECONDS)


@contextmanager
def running(home: Path) -> Iterator[str]:
    """Serve a home as it is and give its address; stop it by its own process."""
    surroundings = os.environ | {"ANSWERABLE_HOME": str(home)}
    port = _free_port()
    with (home.parent / "served.txt").open("wb") as log:
        site = subprocess.Popen(
            [COMMAND, "serve", "--port", str(port)], env=surroundings, stdout=log, stderr=log
        )
        try:
            _wait_for(port, site)
            yield f"http://127.0.0.1:{port}"
        finally:
            site.terminate()
            site.wait(timeout=STOP_SECONDS)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(port: int, site: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end:
        assert site.poll() is None, "the site stopped before it answered"
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise AssertionError(f"nothing answered on port {port} within {START_SECONDS} seconds")
