"""Site maps (sitemaps.org, version 0.9) and robots.txt (RFC 9309): what programs may read.

The protocol allows 50,000 addresses and 50 MB a file, so addresses stand in parts and one index
names the parts. The same addresses always make the same bytes.
"""

import re
from collections.abc import Sequence
from urllib.parse import quote
from xml.sax.saxutils import escape

MOST = 20_000
"""Addresses in one part: at 2,048 characters each, the longest that are read, under 50 MB."""
INDEX = "sitemap.xml"
_PLAIN = re.compile(r"[A-Za-z0-9/._~-]*")
_SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def part_name(n: int) -> str:
    """The name of the n-th part, from 1."""
    return f"sitemap-{n}.xml"


def parts(addresses: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """Addresses in the parts of a map, one part at least.

    >>> [len(part) for part in parts(["/"] * 20_001)]
    [20000, 1]
    """
    starts = range(0, max(len(addresses), 1), MOST)
    return tuple(tuple(addresses[at : at + MOST]) for at in starts)


def index(count: int, *, base: str) -> bytes:
    """The index of so many parts; `base` is the site's address with its last slash."""
    return _xml("sitemapindex", "sitemap", [part_name(n + 1) for n in range(count)], base=base)


def part(addresses: Sequence[str], *, base: str) -> bytes:
    """One part: addresses below the site's own, each with its first slash."""
    names = [address.lstrip("/") for address in addresses]
    if not _PLAIN.fullmatch("".join(names)):  # mostly all of them are written as they should be
        names = [quote(name, safe="/-._~") for name in names]
    return _xml("urlset", "url", names, base=base)


def robots(kept_out: Sequence[str], *, base: str) -> bytes:
    """Every program may read all but some beginnings of addresses (`*` stands for anything)."""
    lines = [f"Disallow: {path}" for path in kept_out] or ["Disallow:"]
    return "\n".join(["User-agent: *", *lines, f"Sitemap: {base}{INDEX}", ""]).encode()


def _xml(outer: str, inner: str, names: Sequence[str], *, base: str) -> bytes:
    """Of names whose letters need no escape."""
    before, after = f"<{inner}><loc>{escape(base)}", f"</loc></{inner}>\n"
    told = "".join(f"{before}{name}{after}" for name in names)
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    return f'{head}<{outer} xmlns="{_SPACE}">\n{told}</{outer}>\n'.encode()
