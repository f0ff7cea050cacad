"""A mirror of the public pages as plain files: each page asked for in this process, in turn.

Links that stay inside lead to files; forms, searches and working pages lead to the live site.
"""

import os
import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from html import escape, unescape
from importlib import import_module
from io import BytesIO
from pathlib import PurePosixPath
from urllib.parse import parse_qsl, urlsplit

import django
from django.conf import settings
from django.core.handlers.base import BaseHandler
from django.core.handlers.wsgi import WSGIRequest

from answerable.operations.output import mirror, publishing, search_files, site_map
from answerable.operations.output.mirror import Fixed, NotMirrored
from answerable.operations.output.mirror_stamps import Stamps
from answerable.web.request import LOOK

SEEDS = (
    *("/", "/start/", "/search/", "/bodies/", "/history/", "/corrections/", "/packs/", "/data/"),
    *(
        "/about/",
        "/about/sources/",
        "/about/conflicts/",
        "/about/privacy/",
        "/about/accessibility/",
    ),
)
LIVE_ONLY = (
    *(
        "/search/mail/",
        "/search/feed.atom",
        "/read/",
        "/review/",
        "/asked/",
        "/roles/",
        "/set-up/",
        "/week/",
        "/help/",
        "/plans/",
        "/import/",
    ),
    *("/actions/", "/responses/", "/compare/", "/history/verify/", "/api/"),
    *("/corrections/report/", "/corrections/reply/", "/account/", "/panel/"),
    *("/corrections/received/", "/corrections/correct/", "/corrections/withdraw/"),
    "/corrections/answer/",
)
_LINK = re.compile(r'\b(href|action)="(/[^"]*)"')
_HTML = "text/html"
_NO_PAGE = re.compile(r"/(?:documents/[0-9a-f]{64}/(?P<text>text)|evidence/[0-9a-f]{64})/")
FILES = (".csv", ".jsonl", ".parquet", ".sqlite", ".atom", ".ics", ".pdf", ".docx", ".xlsx")
WHOLE = ("/data/", "/packs/")
"""What is made at the dates of the look, and named by them: nothing is filled in afterwards."""
MAP = "sitemap"
_OK = 200


@dataclass(frozen=True, slots=True)
class Made:
    """One file of a mirror: its address, what it hangs on, and where it leads to."""

    address: str
    data: bytes
    reads: tuple[str, ...]
    stamp: int
    links: tuple[str, ...]
    rows: Mapping[str, int] = field(default_factory=dict)
    """Of a file of the open data: body -> bytes of its rows, in order."""
    clear: bytes = b""
    """Digests of words that were found clear while it was made."""
    sentences: Mapping[str, str] = field(default_factory=dict)
    """Sentences of lists that were made for it first."""


class Crawler:
    """Asks the site itself, page after page, as a reader at the dates of a look."""

    def __init__(self, look: Fixed, *, live: str, stamps: Stamps) -> None:
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "answerable.settings")
        django.setup()
        self._handler = BaseHandler()
        self._handler.load_middleware()
        self._look, self._live, self._stamps = look, live.rstrip("/"), stamps
        self._packs: dict[str, int] = {}
        self._read: dict[str, set[str]] = {}
        settings.ALLOWED_HOSTS = [*settings.ALLOWED_HOSTS, urlsplit(look.base).hostname or ""]

    def begin(self) -> None:
        """Read the program of all pages now, so that no fork reads it again."""
        import_module(settings.ROOT_URLCONF)

    def made(self, address: str) -> Made:
        """One file; the entry in its foot is the last that it hangs on."""
        open_ = not address.startswith(WHOLE) and not address.endswith(FILES)
        seen = replace(self._look, open=open_, reads=set())
        whose = _packed(address)
        if whose:  # the forms of a pack are of one content, which is read for the first of them
            seen = replace(seen, reads=self._read.setdefault(address.rpartition(".")[0], set()))
        if whose in self._packs:  # packs about one body mostly hang on the same entry
            seen = replace(seen, known=self._packs[whose])
        data, is_page = _asked(self._handler, address, seen)
        stamp = self._stamps.of(address, seen.reads)
        if whose and stamp != seen.known:
            data, is_page = _asked(self._handler, address, replace(seen, known=stamp))
        if whose:
            self._packs[whose] = stamp
        links: list[str] = []
        if is_page:
            data, links = _rewritten(data, self._live)
        if open_:
            data = mirror.filled(data, entry=stamp, root=publishing.root(self._look, stamp))
        return Made(address, data, tuple(sorted(seen.reads)), stamp, tuple(links))


def files(look: Fixed, *, live: str) -> dict[str, bytes]:
    """Every file of the mirror by its name; `live` is the address of the site itself."""
    allowed = settings.ALLOWED_HOSTS
    try:
        crawler = Crawler(look, live=live, stamps=Stamps(look.head.size - 1))
        made = {name(page.address): page.data for page in walk(crawler.made, SEEDS)}
    finally:
        settings.ALLOWED_HOSTS = allowed
    return {**made, **dict(fixed_files(look, pages=made))}


def walk(made: Callable[[str], Made], seeds: Iterable[str]) -> Iterator[Made]:
    """Every page that some addresses lead to, each once."""
    waiting = deque(seeds)
    seen = set(waiting)
    while waiting:
        page = made(waiting.popleft())
        new = [link for link in dict.fromkeys(page.links) if link not in seen]
        seen.update(new)
        waiting.extend(new)
        yield page


def fixed_files(look: Fixed, *, pages: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    """What no page leads to: the checkpoint, styles, scripts, the index of the search, the map.

    `pages` are the names of all other files.
    """
    yield "checkpoint.txt", mirror.checkpoint(look)
    yield from site_map.of_files(pages, base=look.base)
    yield from search_files.files(look)
    yield from _static()


def changed_files(
    look: Fixed, *, pages: Iterable[str] | None, after: int, held: Callable[[str], bytes]
) -> Iterator[tuple[str, bytes]]:
    """Of the same files, those that differ since an earlier mirror; one that is gone is empty.

    `pages` is None where they have the names that they had; `held` reads the earlier mirror.
    """
    yield "checkpoint.txt", mirror.checkpoint(look)
    if pages is not None:
        yield from site_map.of_files(pages, base=look.base)
    yield from search_files.changed(look, after=after, held=held)


def _asked(handler: BaseHandler, address: str, look: Fixed) -> tuple[bytes, bool]:
    """Bytes of an address and whether it is a page. A link that leads nowhere is a defect."""
    parts, site = urlsplit(address), urlsplit(look.base)
    request = WSGIRequest(
        {
            "REQUEST_METHOD": "GET",
            "PATH_INFO": parts.path,
            "QUERY_STRING": parts.query,
            "SERVER_NAME": site.hostname or "",
            "SERVER_PORT": str(site.port or (443 if site.scheme == "https" else 80)),
            "SERVER_PROTOCOL": "HTTP/1.1",
            "wsgi.url_scheme": site.scheme,
            "wsgi.input": BytesIO(),
            LOOK: replace(look, path=_address(address)[1]),
        }
    )
    answer = handler.get_response(request)
    if answer.status_code != _OK:
        raise NotMirrored(f"The page {address} answers {answer.status_code}, so nothing was made.")
    data = b"".join(answer.streaming_content) if answer.streaming else answer.content  # type: ignore[attr-defined]  # one of two kinds of answer
    answer.close()
    return data, answer.headers["Content-Type"].startswith(_HTML)


def _rewritten(data: bytes, live: str) -> tuple[bytes, list[str]]:
    """A page with its links made to fit files, and the addresses that it leads to."""
    found: list[str] = []

    def fit(match: re.Match[str]) -> str:
        name, link = match[1], unescape(match[2])
        if link.startswith("/static/"):
            return match[0]
        if (name == "action" and link != "/search/") or not _inside(link):
            return f'{name}="{escape(live + link)}"'
        address, shown = _address(link)
        if address != "/checkpoint.txt":
            found.append(address)
        return f'{name}="{escape(shown)}"'

    return _LINK.sub(fit, data.decode()).encode(), found


def _packed(address: str) -> str:
    """Whom a pack is about, and whether it is one of a session; empty for everything else."""
    parts = address.split("/")
    if not address.startswith("/packs/") or not parts[3:]:
        return ""
    return f"{len(parts)}/{parts[3].partition('.')[0]}"


def _inside(link: str) -> bool:
    """Is it a page or file of the mirror? A query is kept for pages of lists and for documents."""
    path, query = urlsplit(link).path, urlsplit(link).query
    if path.startswith(LIVE_ONLY) or ".." in path:
        return False
    names = {name for name, _ in parse_qsl(query)}
    return not names or names == {"page"} or (names == {"entry"} and "/documents/" in path)


def _address(link: str) -> tuple[str, str]:
    """The address to ask for, and how a file of the mirror is linked to.

    A page of a list has its own folder; a document is shown once, with all its words marked.
    What is no page has a name that no web server takes for one: as HTML, the words of a
    document or of a file of evidence would run in the reader's browser.
    """
    parts = urlsplit(link)
    if bare := _NO_PAGE.fullmatch(parts.path):
        kind = ".txt" if bare["text"] else ".bin"
        return parts.path, f"{parts.path.rstrip('/')}{kind}"
    fragment = f"#{parts.fragment}" if parts.fragment and parts.fragment != "words" else ""
    given = dict(parse_qsl(parts.query))
    if "page" in given and given["page"].isdigit():
        return f"{parts.path}?page={given['page']}", f"{parts.path}page-{given['page']}/{fragment}"
    return parts.path, f"{parts.path}{fragment}"


def name(address: str) -> str:
    """The name of the file of an address."""
    _, shown = _address(address)
    plain = shown.lstrip("/")
    return f"{plain}index.html" if plain == "" or plain.endswith("/") else plain


def _static() -> Iterator[tuple[str, bytes]]:
    for folder in settings.STATICFILES_DIRS:
        for path in sorted(p for p in folder.rglob("*") if p.is_file() and p.name != "ready"):
            yield (
                str(PurePosixPath("static", path.relative_to(folder).as_posix())),
                path.read_bytes(),
            )
