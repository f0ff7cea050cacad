"""Make the picture of the README: `python -m docs.screenshots`.

Loads the demonstration into a temporary home, serves it on a free port of this machine and
photographs the first page with the machine's own Chromium. Nothing else is changed.
"""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from http.client import HTTPConnection
from pathlib import Path

from playwright.sync_api import Response, sync_playwright

PICTURE = Path(__file__).parent / "images" / "case.png"
WIDTH, HEIGHT = 1280, 900
MOST_BYTES = 300_000
SECONDS = 60
OK = 200
COMMAND = [sys.executable, "-m", "answerable"]


@contextmanager
def demonstration() -> Iterator[str]:
    """The address of the demonstration, served from a temporary home."""
    with tempfile.TemporaryDirectory(prefix="answerable-") as folder:
        environment = os.environ | {"ANSWERABLE_HOME": str(Path(folder) / "home")}
        subprocess.run([*COMMAND, "demo", "--quiet"], env=environment, check=True)  # noqa: S603  # our own command
        port = _free_port()
        served = subprocess.Popen([*COMMAND, "serve", "--port", str(port)], env=environment)  # noqa: S603  # our own command
        try:
            _wait(port)
            yield f"http://127.0.0.1:{port}"
        finally:
            served.terminate()
            served.wait()


def photograph(address: str, to: Path) -> None:
    """Photograph the top of a page; a page without its styles is refused."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        sys.exit("Chromium is not installed. On Debian or Ubuntu: apt install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, locale="en-GB")
        missing: list[str] = []

        def note(answer: Response) -> None:
            if not answer.ok:
                missing.append(answer.url)

        page.on("response", note)
        page.goto(address, wait_until="load")
        if missing:
            sys.exit(f"Not photographed: {missing[0]} was not served. Run `make assets`.")
        to.parent.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=to)
        browser.close()


def main() -> None:
    """Make the picture; it must be small enough for a page."""
    with demonstration() as address:
        photograph(f"{address}/", PICTURE)
    size = PICTURE.stat().st_size
    if size > MOST_BYTES:
        sys.exit(f"{PICTURE.name} has {size:,} bytes; at most {MOST_BYTES:,} are allowed.")
    print(f"{PICTURE.name}: {size:,} bytes")


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


def _wait(port: int) -> None:
    """Until the site answers; a site that never does is an error."""
    for _ in range(SECONDS * 4):
        try:
            with closing(HTTPConnection("127.0.0.1", port, timeout=5)) as asked:
                asked.request("GET", "/about/")
                if asked.getresponse().status == OK:
                    return
        except OSError:
            time.sleep(0.25)
    sys.exit(f"The site did not answer within {SECONDS} seconds.")


if __name__ == "__main__":
    main()
