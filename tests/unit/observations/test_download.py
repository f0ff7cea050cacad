"""Protects the connector: it goes on where it stopped, mixes no two files, and asks nobody but
the publisher. Every request goes to a server on 127.0.0.1 that this file runs."""

import io
import socket
import zipfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import ClassVar

import pytest

from answerable.store.observations.download import (
    POLICE_UK,
    DownloadRefused,
    Publisher,
    archives,
    public_address,
)


def an_archive(seed: int) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("2025-12/2025-12-anyshire-street.csv", bytes([seed]) * 9000)
    return held.getvalue()


class Served(BaseHTTPRequestHandler):
    """One file with ranges; stops after `stop_after` bytes; can point elsewhere."""

    content: ClassVar[bytes] = b""
    etag: ClassVar[str] = '"one"'
    stop_after: ClassVar[int | None] = None
    redirect: ClassVar[str] = ""
    asked: ClassVar[list[tuple[str, str]]] = []

    def do_GET(self) -> None:
        wanted = self.headers.get("Range", "")
        Served.asked.append((self.path, wanted))
        if Served.redirect and not self.path.startswith("/moved"):
            self.send_response(302)
            self.send_header("Location", Served.redirect)
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        if "2025-11" in self.path:
            self.send_error(404)
            return
        start = 0
        if wanted and self.headers.get("If-Range") == Served.etag:
            start = int(wanted.removeprefix("bytes=").removesuffix("-"))
            self.send_response(206)
            last = len(Served.content) - 1
            self.send_header("Content-Range", f"bytes {start}-{last}/{last + 1}")
        else:
            self.send_response(200)
        rest = Served.content[start:]
        self.send_header("ETag", Served.etag)
        self.send_header("Content-Length", str(len(rest)))
        self.end_headers()
        self.wfile.write(rest[: Served.stop_after])

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def publisher() -> Iterator[Publisher]:
    Served.content, Served.etag, Served.stop_after = an_archive(1), '"one"', None
    Served.redirect, Served.asked = "", []
    server = ThreadingHTTPServer(("127.0.0.1", 0), Served)
    thread = Thread(target=server.serve_forever)
    thread.start()
    base = f"http://127.0.0.1:{server.server_port}/archive/"
    yield Publisher(base, frozenset({"127.0.0.1"}), public_only=False)
    server.shutdown()
    thread.join()
    server.server_close()


def code_of(publisher: Publisher, folder: Path, month: str = "2025-12") -> str:
    with pytest.raises(DownloadRefused) as refused:
        archives(months=[month], folder=folder, publisher=publisher)
    return refused.value.code


def test_an_archive_is_fetched_once(publisher: Publisher, tmp_path: Path) -> None:
    (first,) = archives(months=["2025-12"], folder=tmp_path, publisher=publisher)
    assert (first.path.read_bytes(), first.new) == (Served.content, True)
    (again,) = archives(months=["2025-12"], folder=tmp_path, publisher=publisher)
    assert (again.sha256, again.new) == (first.sha256, False)
    assert Served.asked == [("/archive/2025-12.zip", "")]
    assert [path.name for path in tmp_path.iterdir()] == ["2025-12.zip"]


def test_a_stopped_transfer_goes_on_where_it_stopped(publisher: Publisher, tmp_path: Path) -> None:
    Served.stop_after = 4000
    assert code_of(publisher, tmp_path) == "stopped"
    assert not (tmp_path / "2025-12.zip").exists()
    Served.stop_after = None
    (found,) = archives(months=["2025-12"], folder=tmp_path, publisher=publisher)
    assert Served.asked[-1] == ("/archive/2025-12.zip", "bytes=4000-")
    assert found.path.read_bytes() == Served.content


def test_a_file_that_changed_in_between_is_begun_anew(
    publisher: Publisher, tmp_path: Path
) -> None:
    Served.stop_after = 4000
    code_of(publisher, tmp_path)
    Served.stop_after, Served.content, Served.etag = None, an_archive(2), '"two"'
    (found,) = archives(months=["2025-12"], folder=tmp_path, publisher=publisher)
    assert found.path.read_bytes() == Served.content


def test_what_is_not_there_or_no_zip_is_said(publisher: Publisher, tmp_path: Path) -> None:
    assert code_of(publisher, tmp_path, "2025-11") == "not_there"
    assert code_of(publisher, tmp_path, "2025-13") == "not_a_month"
    assert code_of(publisher, tmp_path, "../2025-12") == "not_a_month"
    Served.content = b"<html>Sorry</html>"
    assert code_of(publisher, tmp_path) == "not_an_archive"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "address",
    [
        *("http://169.254.169.254/latest/", "http://localhost/x.zip", "file:///etc/passwd"),
        *("ftp://127.0.0.1/x", "http://127.0.0.1@evil.example/", "http://user@127.0.0.1/"),
    ],
)
def test_a_redirect_to_anywhere_else_is_refused(
    publisher: Publisher, tmp_path: Path, address: str
) -> None:
    Served.redirect = address
    assert code_of(publisher, tmp_path) == "another_host"
    assert len(Served.asked) == 1


def test_a_redirect_within_the_publisher_keeps_the_part(
    publisher: Publisher, tmp_path: Path
) -> None:
    Served.redirect, Served.stop_after = "/moved/2025-12.zip", 4000
    assert code_of(publisher, tmp_path) == "stopped"
    Served.stop_after = None
    (found,) = archives(months=["2025-12"], folder=tmp_path, publisher=publisher)
    assert Served.asked[-1] == ("/moved/2025-12.zip", "bytes=4000-")
    assert found.path.read_bytes() == Served.content


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "10.0.0.8", "192.168.1.1", "169.254.169.254", "::1", "fe80::1%eth0"),
        *("fd00::1", "100.64.0.1", "::ffff:10.0.0.1"),
    ],
)
def test_a_name_that_leads_into_this_network_is_refused_when_connecting(
    monkeypatch: pytest.MonkeyPatch, address: str, tmp_path: Path
) -> None:
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 443))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)
    with pytest.raises(DownloadRefused) as refused:
        archives(months=["2025-12"], folder=tmp_path, publisher=POLICE_UK)
    assert refused.value.code == "not_public"


def test_a_public_address_is_taken_as_it_was_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("93.184.215.14", 443))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)
    assert public_address("data.police.uk", 443) == ("93.184.215.14", 443)


def test_the_publisher_is_asked_by_https_only() -> None:
    assert POLICE_UK.base.startswith("https://data.police.uk/")
    assert POLICE_UK.public_only
