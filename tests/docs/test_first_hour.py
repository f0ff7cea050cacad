"""A newcomer types what the README and the first hour say, and gets what they promise.

`make demo` is run as it stands, but for the set-up: the environment that runs the tests is the
one it would make. Then each command of the first hour is run on that record while it is served.
"""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

import pytest

from tests.docs.written import DESIGN, DOCS, ROOT, Command, commands, fences

HOUR = DOCS / "tutorials" / "first-hour.md"
README = ROOT / "README.md"
SECONDS = 120
# What set-up makes: taken as made, so that nothing is installed while tests run.
MADE = (".venv/ready", ".venv/dev-ready", "src/answerable/web/static/ready")
ELIDED = "…"


@dataclass(frozen=True)
class Started:
    """The demonstration as `make demo` left it: where it is, what was printed, its folder."""

    port: int
    printed: Path
    folder: Path

    def get(self, address: str) -> tuple[int, str]:
        """The status and text of a page."""
        with closing(HTTPConnection("127.0.0.1", self.port, timeout=30)) as asked:
            asked.request("GET", address)
            answer = asked.getresponse()
            return answer.status, answer.read().decode()

    def run(self, words: tuple[str, ...]) -> "subprocess.CompletedProcess[str]":
        """Run `answerable`, or Python alone, on the record of the demonstration."""
        alone = words[0] == "python3"
        return subprocess.run(
            [sys.executable, *([] if alone else ["-m", "answerable"]), *words[1:]],
            cwd=self.folder,
            env=os.environ | {"ANSWERABLE_HOME": str(self.folder / "answerable-home")},
            capture_output=True,
            text=True,
            check=False,
            timeout=SECONDS,
        )


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Started]:
    """`make demo`, stopped by Ctrl-C when all have looked."""
    folder = tmp_path_factory.mktemp("hour")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    it = Started(port, folder / "printed.txt", folder)
    with it.printed.open("w") as out:
        made = subprocess.Popen(
            make("demo", f"PORT={port}", f"ANSWERABLE_HOME={folder / 'answerable-home'}"),
            cwd=ROOT,
            stdout=out,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        wait(it, made)
        yield it
    finally:
        os.killpg(made.pid, signal.SIGINT)
        made.wait(timeout=30)


def make(*words: str) -> list[str]:
    """A call of make that takes set-up as done and uses the environment of the tests."""
    old = [word for name in MADE for word in ("-o", name)]
    return ["make", "--no-print-directory", *old, f"BIN={Path(sys.executable).parent}", *words]


def wait(it: Started, made: "subprocess.Popen[bytes]") -> None:
    """Until the site answers; a demonstration that ends or hangs is told with what it printed."""
    end = time.monotonic() + SECONDS
    while time.monotonic() < end and made.poll() is None:
        try:
            if it.get("/about/")[0] == 200:
                return
        except OSError:
            time.sleep(0.2)
    pytest.fail(f"make demo did not serve: {it.printed.read_text()[-2000:]}")


def test_the_readme_has_two_commands_and_make_knows_both() -> None:
    assert [c.words for c in commands(README)] == [("make", "demo"), ("make", "test")]
    said = subprocess.run(
        make("--dry-run", "test"), cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    assert re.search(r"/pytest .*not browser", said)


def test_every_target_that_a_page_names_is_one() -> None:
    listed = subprocess.run(
        ["make", "--no-print-directory", "help"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    targets = {line.split()[1] for line in listed.splitlines() if line.strip()}
    named = {
        target
        for page in [README, *(p for p in DOCS.rglob("*.md") if p.parent != DESIGN)]
        for target in re.findall(r"`make ([a-z-]+)`", page.read_text(encoding="utf-8"))
    }
    assert named >= {"test", "check"}
    assert named - targets == set()


def test_make_demo_serves_both_stories(started: Started) -> None:
    status, page = started.get("/")
    assert status == 200
    assert "West Mercia Police" in page
    status, page = started.get("/bodies/anyshire-police/")
    assert status == 200
    assert "nvented" in page


def test_the_first_hour_can_be_walked(started: Started) -> None:
    (report,) = (lines for kind, lines in fences(HOUR) if kind == "text")
    (started.folder / "report.txt").write_text("\n".join(report) + "\n", encoding="utf-8")
    first, *walked = commands(HOUR)
    entry, root = foot(started)
    assert first.words == ("make", "demo")
    shown = first.shown[0].replace(":8000/", f":{started.port}/")
    assert_shown(Command(first.page, first.words, (shown,)), started.printed.read_text())
    assert len(walked) >= 10
    for command in walked:
        done = started.run(command.words)
        assert done.returncode == command.code, f"{command}: {done.stderr}{done.stdout}"
        assert_shown(command, done.stdout + done.stderr)
    status, page = started.get("/bodies/anyshire-police/")
    assert status == 200
    assert "every ward has a named officer" in page
    assert foot(started) != (entry, root)
    status, page = started.get(f"/history/verify/?entry={entry}&root={root}")
    assert status == 200
    assert "The same root as you noted" in page
    other = "0" * 8 if root[0] != "0" else "f" * 8
    assert (
        "The same root as you noted"
        not in started.get(f"/history/verify/?entry={entry}&root={other}")[1]
    )


def test_every_address_that_a_guide_names_is_served(started: Started) -> None:
    guides = [
        page
        for folder in ("tutorials", "how-to", "explanation")
        for page in (DOCS / folder).glob("*.md")
    ]
    named = {
        address
        for page in guides
        for address in re.findall(r"`(/[a-z0-9/-]+/)`", page.read_text(encoding="utf-8"))
    }
    assert named >= {"/history/verify/", "/review/", "/roles/"}
    answers = {address: started.get(address)[0] for address in sorted(named)}
    refused = {a: status for a, status in answers.items() if status != 200}
    # Pages of an account ask a stranger to sign in; they are there, and nothing of them is shown.
    assert {
        a for a in refused if not a.startswith(("/account/", "/forms/", "/oversight/"))
    } == set()
    assert set(refused.values()) <= {302, 403, 422}


@pytest.mark.parametrize("name", ["check-the-record", "back-up"])
def test_a_guide_can_be_walked(started: Started, name: str) -> None:
    """The guides whose examples are those of the demonstration. A policy needs the log's key."""
    page = DOCS / "how-to" / f"{name}.md"
    policy = [line for kind, lines in fences(page) if kind == "text" for line in lines]
    said = ""
    for command in commands(page):
        if key := re.search(r"checks the record: (\S+)", said):
            text = "\n".join(policy).replace("VKEY", key[1])
            (started.folder / "policy").write_text(f"{text}\n", encoding="utf-8")
        done = started.run(command.words)
        assert done.returncode == command.code, f"{command}: {done.stderr}{done.stdout}"
        assert_shown(command, done.stdout + done.stderr)
        said += done.stdout


def foot(started: Started) -> tuple[str, str]:
    """The entry and the digits at the foot of the first page, as a reader writes them down."""
    found = re.search(r"Entry ([0-9,]+)\. Root ([0-9a-f]{8})", started.get("/")[1])
    assert found
    return found[1].replace(",", ""), found[2]


def assert_shown(command: Command, said: str) -> None:
    """Each line under a command is a line of what it said; … stands for anything."""
    for line in command.shown:
        parts = (re.escape(part.strip()) for part in line.split(ELIDED))
        pattern = ".*".join(parts)
        assert any(re.search(pattern, told) for told in said.splitlines()), (
            f"{command} does not say “{line}”. It says:\n{said[:1500]}"
        )


def test_a_line_that_was_not_said_is_noticed() -> None:
    command = Command("page", ("answerable", "x"), ("Holds: … entries",))
    assert_shown(command, "first\nHolds: tree of 12 entries\n")
    with pytest.raises(AssertionError, match="does not say"):
        assert_shown(command, "first\nHolds: nothing\n")


def test_wrong_usage_ends_with_2(started: Started) -> None:
    for words in (("answerable", "nothing-like-it"), ("answerable", "verify", "--nope")):
        assert started.run(words).returncode == 2
