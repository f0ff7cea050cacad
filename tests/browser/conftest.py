"""The machine's own Chromium, pages of a given width, and the sample pages on loopback."""

import shutil
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, sync_playwright

from answerable.web.security import HEADERS
from tests.browser.site import served
from tests.web.preview import WEB, engine, render
from tests.web.sample_pages import PAGES

# On a page: `open_page(address, width=1280, scripts=True)`.
OpenPage = Callable[..., Page]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Debian's Chromium by its path; nothing is downloaded."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        pytest.skip("Chromium is not installed: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def open_page(chromium: Browser) -> Iterator[OpenPage]:
    """Open an address at a width, with or without scripts. Any complaint of the page fails it."""
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def listen(message: ConsoleMessage) -> None:
        if message.type == "error":
            complaints.append(message.text)

    def open_(address: str, *, width: int = 1280, height: int = 900, scripts: bool = True) -> Page:
        context = chromium.new_context(
            viewport={"width": width, "height": height},
            java_script_enabled=scripts,
            locale="en-GB",
        )
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", listen)
        page.goto(address)
        return page

    yield open_
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of the real site with both stories, such as `http://127.0.0.1:41234`."""
    if not (WEB / "static" / "ready").exists():
        pytest.skip("assets are not built: run `make assets`")
    with served(tmp_path_factory.mktemp("site") / "home") as address:
        yield address


class _Served(SimpleHTTPRequestHandler):
    """Files with the site's own headers, so that its policy is tried too."""

    extensions_map = SimpleHTTPRequestHandler.extensions_map | {".mjs": "text/javascript"}

    def end_headers(self) -> None:
        for name, value in HEADERS.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class names it so
        """Say nothing."""


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of the sample pages, such as `http://127.0.0.1:41234`; one page is `/case.html`."""
    if not (WEB / "static" / "ready").exists():
        pytest.skip("assets are not built: run `make assets`")
    folder = tmp_path_factory.mktemp("samples")
    using = engine()
    for name in PAGES:
        (folder / f"{name}.html").write_text(render(name, using=using), encoding="utf-8")
    (folder / "static").symlink_to(WEB / "static")
    handler = partial(_Served, directory=str(Path(folder)))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()
