"""One polite, limited request at a time to public web addresses, and never to this network.

What may be asked: `http` and `https` on their own ports, without a name or password in the
address. A host's name is resolved here, each of its addresses must be public, and the
connection goes to the address that was checked, so that the name cannot be pointed elsewhere in
between. A redirect is a new address and is checked like the first; one from `https` to `http` is
not followed. `robots.txt` is asked first (RFC 9309). No proxy is used, no cookie kept.
"""

import http.client
import ipaddress
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http import HTTPStatus
from importlib.metadata import version
from typing import Literal
from urllib.parse import SplitResult, quote, urljoin, urlsplit
from urllib.robotparser import RobotFileParser

PORTS = {"http": 80, "https": 443}
ROBOT = "Answerable"
LONGEST_ROBOTS = 512_000
"""Bytes of a `robots.txt` that are read: RFC 9309 asks for 500 KiB at least."""
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_PROTOCOLS = ipaddress.ip_network("192.0.0.0/24")
"""Kept for protocols (RFC 6890); not every Python counts all of it as not global."""
_PIECE = 1 << 16

Why = Literal[
    "address",  # not one of the open web
    "private",  # leads to this machine or its network
    "robots",  # its site asks programs to stay away
    "redirect",
    "gone",
    "answer",  # another status than one that gives something
    "transfer",
    "time",
    "large",
]


class NotFetched(Exception):
    """An address that gave nothing; `why` for programs, the sentence for people."""

    def __init__(self, why: Why, sentence: str) -> None:
        super().__init__(sentence)
        self.why, self.sentence = why, sentence


@dataclass(frozen=True, slots=True)
class Manners:
    """How one asks. Only tests give `permitted`: addresses that may be asked though not public."""

    delay: float = 2.0
    longest_delay: float = 30.0
    seconds: float = 60.0
    silence: float = 20.0
    largest: int = 50_000_000
    redirects: int = 5
    permitted: frozenset[str] = frozenset()
    agent: str = f"{ROBOT}/{version('answerable')} (checks the sources of a public record)"
    pause: Callable[[float], None] = time.sleep


@dataclass(frozen=True, slots=True)
class Answer:
    """What came. `data` None: unchanged since what was held (304)."""

    address: str
    data: bytes | None
    media_type: str | None = None
    etag: str = ""
    modified: str = ""


@dataclass(frozen=True, slots=True)
class Begun:
    """The first bytes of a transfer that stopped, and the mark by which it may go on."""

    data: bytes = b""
    etag: str = ""


@dataclass
class Web:
    """The web as one visitor: robots of each host read once, and a pause between requests."""

    manners: Manners = field(default_factory=Manners)
    stopped: Callable[[Begun], None] = lambda begun: None
    """Told of the part that came when a transfer stops."""
    _robots: dict[str, RobotFileParser | None] = field(default_factory=dict)
    _asked: dict[str, float] = field(default_factory=dict)

    def fetch(
        self, address: str, *, etag: str = "", modified: str = "", begun: Begun | None = None
    ) -> Answer:
        """The bytes of an address, if they are others than those of `etag` and `modified`.

        `begun` is what an earlier transfer brought. Raises NotFetched.
        """
        headers = {"If-None-Match": etag, "If-Modified-Since": modified}
        if begun and begun.data and begun.etag:
            headers = {"Range": f"bytes={len(begun.data)}-", "If-Range": begun.etag}
        for _ in range(self.manners.redirects + 1):
            parts = self._may(address)
            self._wait(parts)
            with self._open(parts, headers) as (response, ends):
                if 300 <= response.status < 400 and response.status != HTTPStatus.NOT_MODIFIED:
                    address = _onward(address, response)
                    continue
                return self._answer(address, response, ends, begun)
        raise NotFetched("redirect", f"It points on more than {self.manners.redirects} times.")

    def _may(self, address: str) -> SplitResult:
        """The parts of an address that may be asked and that its host lets robots ask."""
        parts = _checked(address, self.manners)
        robots = self._robots_of(parts)
        if robots is None:
            raise NotFetched(
                "robots", "Its site does not say now what may be asked (robots.txt fails)."
            )
        if not robots.can_fetch(ROBOT, address):
            raise NotFetched("robots", "Its site asks programs not to fetch it (robots.txt).")
        return parts

    def _robots_of(self, parts: SplitResult) -> RobotFileParser | None:
        """The rules of a host; None while they cannot be read. No such file: all is allowed."""
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._robots:
            self._robots[site] = self._read_robots(f"{site}/robots.txt")
        return self._robots[site]

    def _read_robots(self, address: str) -> RobotFileParser | None:
        rules = RobotFileParser()
        try:
            for _ in range(self.manners.redirects + 1):
                parts = _checked(address, self.manners)
                self._wait(parts)
                with self._open(parts, {}) as (response, ends):
                    if 300 <= response.status < 400:
                        address = _onward(address, response)
                        continue
                    if response.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
                        return None
                    body = b""
                    if response.status < HTTPStatus.BAD_REQUEST:
                        body = _body(response, LONGEST_ROBOTS, ends, cut=True)
                    rules.parse(body.decode("utf-8", errors="replace").splitlines())
                    return rules
        except NotFetched as failed:
            if failed.why in ("private", "address"):
                raise
        return None

    def _wait(self, parts: SplitResult) -> None:
        """Leave a host in peace between two requests, as long as it asks for, within reason."""
        host = parts.netloc
        known = self._robots.get(f"{parts.scheme}://{host}")
        asked_for = float(known.crawl_delay(ROBOT) or 0) if known else 0.0
        delay = min(max(self.manners.delay, asked_for), self.manners.longest_delay)
        if host in self._asked:
            left = self._asked[host] + delay - time.monotonic()
            if left > 0:
                self.manners.pause(left)
        self._asked[host] = time.monotonic()

    @contextmanager
    def _open(
        self, parts: SplitResult, headers: Mapping[str, str]
    ) -> Iterator[tuple[http.client.HTTPResponse, float]]:
        """One request on a connection to a checked address; cut off when its time is over."""
        ends = time.monotonic() + self.manners.seconds
        try:
            connection = self._connect(parts)
        except ssl.SSLError:
            raise NotFetched("transfer", "Its site does not prove its name (TLS).") from None
        except OSError as error:
            reason = error.strerror or type(error).__name__
            raise NotFetched("transfer", f"Its site cannot be reached ({reason}).") from None
        watch = threading.Timer(self.manners.seconds, _cut, args=(connection.sock,))
        watch.daemon = True
        watch.start()
        try:
            with self._asked_for(connection, parts, headers) as response:
                yield response, ends
        except (OSError, http.client.HTTPException) as error:
            if time.monotonic() >= ends:
                raise _too_slow(self.manners.seconds) from None
            raise NotFetched(
                "transfer", f"The transfer stopped ({type(error).__name__})."
            ) from None
        finally:
            watch.cancel()
            connection.close()

    def _connect(self, parts: SplitResult) -> http.client.HTTPConnection:
        host, port = parts.hostname or "", parts.port or PORTS[parts.scheme]
        plain = socket.create_connection(
            (public_address(host, port, self.manners.permitted), port), self.manners.silence
        )
        if parts.scheme == "https":
            try:
                plain = ssl.create_default_context().wrap_socket(plain, server_hostname=host)
            except BaseException:
                plain.close()
                raise
        connection = http.client.HTTPConnection(host, port, timeout=self.manners.silence)
        connection.sock = plain
        return connection

    def _asked_for(
        self,
        connection: http.client.HTTPConnection,
        parts: SplitResult,
        headers: Mapping[str, str],
    ) -> http.client.HTTPResponse:
        target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        connection.putrequest(
            "GET",
            quote(target, safe="/%:@!$&'()*+,;=?~-._"),
            skip_host=True,
            skip_accept_encoding=True,
        )
        ours = {
            "Host": parts.netloc,
            "User-Agent": self.manners.agent,
            "Accept": "*/*",
            "Accept-Encoding": "identity",
            "Connection": "close",
        }
        for name, value in {**ours, **headers}.items():
            if value:
                connection.putheader(name, value)
        connection.endheaders()
        return connection.getresponse()

    def _answer(
        self,
        address: str,
        response: http.client.HTTPResponse,
        ends: float,
        begun: Begun | None,
    ) -> Answer:
        held = begun.data if begun and response.status == HTTPStatus.PARTIAL_CONTENT else b""
        if response.status == HTTPStatus.NOT_MODIFIED:
            return Answer(address, None)
        if response.status in (HTTPStatus.NOT_FOUND, HTTPStatus.GONE):
            raise NotFetched("gone", f"Its site says that it is not there ({response.status}).")
        if response.status not in (HTTPStatus.OK, HTTPStatus.PARTIAL_CONTENT):
            raise NotFetched("answer", f"Its site answers {response.status}.")
        goes_on = response.headers.get("Content-Range", "").startswith(f"bytes {len(held)}-")
        if response.status == HTTPStatus.PARTIAL_CONTENT and not (held and goes_on):
            raise NotFetched("transfer", "Its site sent another part than was asked for.")
        etag = response.headers.get("ETag", "")
        got = bytearray(held)
        try:
            _body(response, self.manners.largest, ends, into=got)
        except (OSError, http.client.HTTPException):
            if etag and not etag.startswith("W/"):
                self.stopped(Begun(bytes(got), etag))
            raise
        return Answer(
            address,
            bytes(got),
            media_type=response.headers.get_content_type()
            if response.headers.get("Content-Type")
            else None,
            etag=etag,
            modified=response.headers.get("Last-Modified", ""),
        )


def public_address(host: str, port: int, permitted: frozenset[str] = frozenset()) -> str:
    """An address of a host, all of whose addresses are public (or permitted, in tests)."""
    found = [str(f[4][0]) for f in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    for one in found:
        if one not in permitted and not is_public(one):
            raise NotFetched(
                "private",
                f"The name {host[:80]} leads to {one}, which is no public address. Nothing was "
                "asked there.",
            )
    if not found:
        raise OSError("no address")
    return found[0]


def is_public(address: str) -> bool:
    """Is this an address of the open internet? Those that hide another one in them are not."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address) and (
        ip.ipv4_mapped or ip.sixtofour or ip.teredo or ip in _NAT64
    ):
        return False
    if ip.version == 4 and ip in _PROTOCOLS:
        return False
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_unspecified)


def _checked(address: str, manners: Manners) -> SplitResult:
    """The parts of an address of the open web."""
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        raise NotFetched("address", "It is no address.") from None
    if parts.scheme not in PORTS or not parts.hostname:
        raise NotFetched("address", "It is no address of the web (http or https).")
    if parts.username is not None or parts.password is not None:
        raise NotFetched("address", "It holds a name or a password.")
    if not address.isprintable() or " " in address:
        raise NotFetched("address", "It holds a space or a control character.")
    if port not in (None, PORTS[parts.scheme]) and parts.hostname not in manners.permitted:
        raise NotFetched("address", f"It names port {port}; only 80 and 443 are asked.")
    return parts


def _onward(address: str, response: http.client.HTTPResponse) -> str:
    target = response.headers.get("Location", "")
    if not target:
        raise NotFetched("redirect", "It points on to nowhere.")
    onward = urljoin(address, target)
    if address.startswith("https:") and not onward.startswith("https:"):
        raise NotFetched("redirect", "It points on to an address that is not secure.")
    return onward


def _body(
    response: http.client.HTTPResponse,
    largest: int,
    ends: float,
    *,
    into: bytearray | None = None,
    cut: bool = False,
) -> bytes:
    """The body, at most `largest` bytes: cut there, or refused; `into` keeps what has come."""
    got = bytearray() if into is None else into
    expected = response.length
    begun = len(got)
    if expected is not None and begun + expected > largest and not cut:
        raise _too_large(largest)
    while piece := response.read1(_PIECE):
        got += piece
        if len(got) > largest:
            if cut:
                return bytes(got[:largest])
            raise _too_large(largest)
        if time.monotonic() >= ends:
            break
    if time.monotonic() >= ends:  # also where the watch cut it: a body may end at any byte
        raise TimeoutError
    if expected is not None and len(got) - begun < expected:
        raise http.client.IncompleteRead(b"")
    return bytes(got)


def _too_large(largest: int) -> NotFetched:
    return NotFetched("large", f"It is larger than {largest // 1_000_000} MB.")


def _too_slow(seconds: float) -> NotFetched:
    return NotFetched("time", f"It took longer than {seconds:.0f} seconds.")


def _cut(sock: socket.socket | None) -> None:
    """End a transfer from outside: a site that sends a byte a minute holds nobody up."""
    if sock is not None:
        with suppress(OSError):
            sock.shutdown(socket.SHUT_RDWR)
