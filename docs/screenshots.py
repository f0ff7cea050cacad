"""Make the pictures of the docs: `python -m docs.screenshots`.

Loads the demonstration into a temporary home, serves it on a free port of this machine and
photographs nine pages and the first page of the README with the machine's own Chromium. Nothing
else is changed.
"""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from http.client import HTTPConnection
from pathlib import Path

from playwright.sync_api import Response, sync_playwright

README_PICTURE = Path(__file__).parent / "images" / "case.png"
FOLDER = Path(__file__).parent / "screenshots"
PAGES = {
    "body": "/bodies/west-mercia-police/",
    "report": "/reports/hmicfrs/2023/soc/",
    "finding": "/findings/anyshire-inspectorate/2025/anyshire/neighbourhood-crime"
    "/recommendation/3/",
    "agenda": "/sessions/anyshire-pcc/next/",
    "register": "/plans/?body=anyshire-police",
    "measure": "/measures/anyshire-repeat-burglary/anyshire-police/",
    "verdict": "/measures/anyshire-theft-from-shops/anyshire-police/verdict/",
    "map": "/bodies/",
    "phone": "/cases/anyshire/neighbourhood-crime/",
}
"""Name of the picture -> the page. `phone` is as wide as a phone."""
WIDE, SMALL, PHONE = (1280, 900), (900, 640), (375, 700)
MOST_BYTES, MOST_OF_ALL = 300_000, 1_000_000
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


def photograph(address: str, pictures: Mapping[Path, tuple[str, tuple[int, int]]]) -> None:
    """Photograph the top of pages, each in its size; a page without its styles is refused."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        sys.exit("Chromium is not installed. On Debian or Ubuntu: apt install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(locale="en-GB")
        missing: list[str] = []

        def note(answer: Response) -> None:
            if not answer.ok:
                missing.append(answer.url)

        page.on("response", note)
        for to, (path, (width, height)) in pictures.items():
            page.set_viewport_size({"width": width, "height": height})
            page.goto(f"{address}{path}", wait_until="load")
            if missing:
                sys.exit(f"Not photographed: {missing[0]} was not served. Run `make assets`.")
            to.parent.mkdir(parents=True, exist_ok=True)
            page.screenshot(path=to)
        browser.close()


def main() -> None:
    """Make the pictures; each must be small enough for a page, and all together for the docs."""
    pictures = {README_PICTURE: ("/", WIDE)}
    for name, path in PAGES.items():
        pictures[FOLDER / f"{name}.png"] = (path, PHONE if name == "phone" else SMALL)
    with demonstration() as address:
        photograph(address, pictures)
    sizes = {to: to.stat().st_size for to in pictures}
    for to, size in sizes.items():
        print(f"{to.name}: {size:,} bytes")
        if size > MOST_BYTES:
            sys.exit(f"{to.name} has {size:,} bytes; at most {MOST_BYTES:,} are allowed.")
    total = sum(size for to, size in sizes.items() if to.parent == FOLDER)
    if total > MOST_OF_ALL:
        sys.exit(f"The pictures of pages have {total:,} bytes; {MOST_OF_ALL:,} are allowed.")


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
