"""Fetches monthly archives of data.police.uk: resumable, and only from their publisher.

`https://data.police.uk/data/archive/YYYY-MM.zip` is one zip of every force. A transfer that stops
leaves `YYYY-MM.zip.part`; the next call goes on from there as long as the publisher still serves
the same file (its ETag), else it begins anew. No address is ever taken from a file or a form:
hosts are named here, redirects may lead to these hosts only, and a name that leads to an address
that is not public (this machine, its network, a cloud's own service) is refused at the moment of
connecting, so that the name cannot be pointed elsewhere in between. No proxy is used.
"""

import http.client
import ipaddress
import json
import os
import re
import socket
import ssl
import urllib.error
import urllib.request
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import file_digest
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

from answerable.vocabulary.refusal import Refusal

MONTH = re.compile(r"20[0-9]{2}-(?:0[1-9]|1[0-2])")
SECONDS = 60
PIECE = 1 << 20
SAID_EVERY = 32 * PIECE
LARGEST = 8_000_000_000
"""Bytes of one archive. The whole of three years is under 2 GB; a larger one is none."""


class DownloadRefused(Refusal):
    """An archive that cannot be fetched, or an address that must not be asked."""

    code = "download_refused"


@dataclass(frozen=True, slots=True)
class Publisher:
    """Where archives come from; only tests set `public_only` to False, for 127.0.0.1."""

    base: str
    hosts: frozenset[str]
    public_only: bool = True


POLICE_UK = Publisher(
    "https://data.police.uk/data/archive/",
    frozenset({"data.police.uk", "policeuk-data.s3.amazonaws.com"}),
)


@dataclass(frozen=True, slots=True)
class Fetched:
    """One archive on disk. `new` is False where it was there already."""

    path: Path
    bytes: int
    sha256: str
    new: bool


def archives(
    *,
    months: Sequence[str],
    folder: Path,
    publisher: Publisher = POLICE_UK,
    told: Callable[[str], None] = lambda _: None,
) -> tuple[Fetched, ...]:
    """The archives of these months (`2025-12`) in `folder`, in their order. `told` hears how
    much of each has come.

    Raises DownloadRefused: `not_a_month`, `not_public`, `another_host`, `not_there` (the
    publisher has none), `stopped` (run again: it goes on), `not_an_archive`, `too_large`.
    """
    for month in months:
        if not MONTH.fullmatch(month):
            raise DownloadRefused(
                f"“{month[:20]}” is not a month. Write it like 2025-12.", code="not_a_month"
            )
    folder.mkdir(parents=True, exist_ok=True)
    return tuple(_archive(month, folder, publisher, told) for month in months)


def _archive(
    month: str, folder: Path, publisher: Publisher, told: Callable[[str], None]
) -> Fetched:
    target = folder / f"{month}.zip"
    if target.exists():
        return _fetched(target, new=False)
    part, about = target.with_suffix(".zip.part"), target.with_suffix(".zip.part.json")
    try:
        _transfer(urljoin(publisher.base, target.name), part, about, publisher, told)
    except urllib.error.HTTPError as refused:
        refused.close()
        if refused.code < http.HTTPStatus.BAD_REQUEST:
            raise DownloadRefused(
                "The publisher's server points to an address that is not one of the publisher's. "
                "Nothing was asked there.",
                code="another_host",
            ) from None
        raise DownloadRefused(
            f"The publisher answered {refused.code} for the archive of {month}. Look whether it "
            "is out yet: a month appears about two months later.",
            code="not_there",
        ) from None
    except (OSError, http.client.HTTPException) as broken:
        raise DownloadRefused(
            f"The transfer of {month} stopped ({type(broken).__name__}). Run the command again: "
            "it goes on from where it stopped.",
            code="stopped",
        ) from None
    if not zipfile.is_zipfile(part):
        part.unlink()
        about.unlink(missing_ok=True)
        raise DownloadRefused(
            f"What was sent for {month} is no whole zip file. Run the command again.",
            code="not_an_archive",
        )
    os.replace(part, target)
    about.unlink(missing_ok=True)
    return _fetched(target, new=True)


def _transfer(
    address: str, part: Path, about: Path, publisher: Publisher, told: Callable[[str], None]
) -> None:
    """Fetch the rest of an address into `part`."""
    held = part.stat().st_size if part.exists() else 0
    tag = json.loads(about.read_text())["etag"] if about.exists() else ""
    request = urllib.request.Request(_checked(address, publisher))  # noqa: S310  # checked
    if held and tag:
        request.add_header("Range", f"bytes={held}-")
        request.add_header("If-Range", tag)
    with _opener(publisher).open(request, timeout=SECONDS) as answer:
        goes_on = answer.status == http.HTTPStatus.PARTIAL_CONTENT
        if goes_on and not answer.headers.get("Content-Range", "").startswith(f"bytes {held}-"):
            raise http.client.HTTPException("another part than was asked for")
        length = int(answer.headers.get("Content-Length") or 0)
        whole = length + (held if goes_on else 0)
        about.write_text(json.dumps({"etag": answer.headers.get("ETag", "")}))
        with part.open("ab" if goes_on else "wb") as out:
            said = out.tell()
            while piece := answer.read(PIECE):
                out.write(piece)
                if out.tell() - said >= SAID_EVERY:
                    said = out.tell()
                    told(f"{part.stem}: {said / 1e6:,.0f} MB of {_size(whole)}")
                if out.tell() > LARGEST:
                    raise DownloadRefused(
                        "The archive is larger than any archive of the publisher. Look at its "
                        "address by hand.",
                        code="too_large",
                    )
    if length and part.stat().st_size < whole:
        raise http.client.HTTPException("the transfer ended early")


def _size(whole: int) -> str:
    return f"{whole / 1e6:,.0f} MB" if whole else "an unknown size"


def _fetched(path: Path, *, new: bool) -> Fetched:
    with path.open("rb") as held:
        return Fetched(path, path.stat().st_size, file_digest(held, "sha256").hexdigest(), new)


def _checked(address: str, publisher: Publisher) -> str:
    """The address, if it is one of the publisher's hosts by the publisher's own scheme."""
    parts = urlsplit(address)
    wanted = urlsplit(publisher.base)
    if parts.scheme != wanted.scheme or parts.hostname not in publisher.hosts or parts.username:
        raise DownloadRefused(
            f"The address {address[:100]} is not one of the publisher's. Nothing was asked there.",
            code="another_host",
        )
    return address


def public_address(host: str, port: int) -> tuple[str, int]:
    """A public address of a host; refused where a name leads to this machine or its network."""
    for *_, found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM):
        if not ipaddress.ip_address(str(found[0]).partition("%")[0]).is_global:
            raise DownloadRefused(
                f"The name {host} leads to {found[0]}, which is no public address. Nothing was "
                "asked there.",
                code="not_public",
            )
        return str(found[0]), port
    raise OSError(f"no address for {host}")


class _Pinned(http.client.HTTPSConnection):
    """Connects to the address that was checked, and proves the name by its certificate."""

    def connect(self) -> None:
        """Open the connection."""
        plain = socket.create_connection(public_address(self.host, self.port), SECONDS)
        context = ssl.create_default_context()
        self.sock = context.wrap_socket(plain, server_hostname=self.host)


class _Public(urllib.request.HTTPSHandler):
    def https_open(self, req: urllib.request.Request) -> Any:
        """Answer a request by a pinned connection."""
        return self.do_open(_Pinned, req)


class _Redirects(urllib.request.HTTPRedirectHandler):
    def __init__(self, publisher: Publisher) -> None:
        self._publisher = publisher

    def redirect_request(self, *given: Any) -> urllib.request.Request | None:
        """Follow to the publisher's own hosts only; the wish for a part goes along."""
        request, answer, *_, address = given
        try:
            _checked(address, self._publisher)
        except DownloadRefused:
            answer.close()
            raise
        followed = super().redirect_request(*given)
        if followed is not None:
            for name in ("Range", "If-range"):
                if request.has_header(name):
                    followed.add_header(name, request.get_header(name))
        return followed


def _opener(publisher: Publisher) -> urllib.request.OpenerDirector:
    """Only what is needed: no proxy, no file, no ftp; plain http in tests alone."""
    opener = urllib.request.OpenerDirector()
    web: urllib.request.BaseHandler = (
        _Public() if publisher.public_only else urllib.request.HTTPHandler()
    )
    for handler in (
        web,
        _Redirects(publisher),
        urllib.request.HTTPErrorProcessor(),
        urllib.request.HTTPDefaultErrorHandler(),
    ):
        opener.add_handler(handler)
    return opener
