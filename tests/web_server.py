"""A web site on 127.0.0.1 for tests: pages by path, what was asked, and how it misbehaves."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any

from answerable.store.papers.public_web import Manners


@dataclass
class Page:
    """One answer. `cut`: send only so many bytes. `drip`: send one, and then nothing."""

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    cut: int | None = None
    drip: bool = False


@dataclass
class Site:
    """What is served, and every request that came: path and headers."""

    port: int
    pages: dict[str, Page] = field(default_factory=dict)
    asked: list[tuple[str, Mapping[str, str]]] = field(default_factory=list)
    closing: Event = field(default_factory=Event)

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]


def manners(**given: Any) -> Manners:
    """The only way to ask 127.0.0.1: no setting and no option leads here."""
    return Manners(
        **{"delay": 0.0, "permitted": frozenset({"127.0.0.1"}), "seconds": 5.0, **given}
    )


@contextmanager
def served() -> Iterator[Site]:
    """Serve pages while the test runs."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append((self.path, dict(self.headers)))
            page = site.pages.get(self.path) or Page(status=404)
            body, status, extra = page.body, page.status, dict(page.headers)
            etag = extra.get("ETag")
            if etag and self.headers.get("If-None-Match") == etag:
                body, status = b"", 304
            wanted = self.headers.get("Range")
            if etag and wanted and self.headers.get("If-Range") == etag:
                start = int(wanted.removeprefix("bytes=").removesuffix("-"))
                extra["Content-Range"] = f"bytes {start}-{len(body) - 1}/{len(body)}"
                body, status = body[start:], 206
            self.send_response(status)
            for name, value in {"Content-Type": "text/html; charset=utf-8", **extra}.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            if page.drip:
                self.wfile.write(body[:1])
                self.wfile.flush()
                site.closing.wait(20)
            else:
                self.wfile.write(body[: page.cut])

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    site = Site(server.server_port)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield site
    finally:
        site.closing.set()
        server.shutdown()
        server.server_close()
        thread.join()
