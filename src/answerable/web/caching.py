"""Public pages for readers without an account: kept for a minute, and tagged.

The tag names the state of the record and the day, not the bytes, so an unchanged page costs
neither a rendering nor a transfer. Only addresses of the list are kept: what writes, what
depends on who asks, and what checks the record anew is always made anew.
"""

from collections.abc import Callable, Iterable
from datetime import date
from hashlib import sha256
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.core.exceptions import SuspiciousOperation
from django.core.handlers.wsgi import WSGIHandler, WSGIRequest
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response

from answerable.operations import freshness, languages
from answerable.operations.pages.look import ZONE
from answerable.vocabulary import language, times
from answerable.vocabulary.refusal import Refusal
from answerable.web.request import LOOK, clock, on_loopback
from answerable.web.security import HEADERS

PUBLIC = (
    *("/bodies/", "/cases/", "/findings/", "/reports/", "/compare/", "/sessions/", "/measures/"),
    *("/money/", "/people/", "/documents/", "/search/", "/start/", "/history/item/", "/about/"),
    *("/claims/", "/partners/", "/escalation/"),
)
SECONDS = 60
_OK, _NOT_AS_ASKED = 200, 412
_READS = ("GET", "HEAD")
_MOST_BYTES = 1_000_000


class PublicPages:
    """Middleware, before sessions: a kept page needs none."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.method not in _READS:
            return self.get_response(request)
        with freshness.one_moment():
            return self._read(request)

    def _read(self, request: HttpRequest) -> HttpResponseBase:
        tag = _tag(request)
        if tag is None:
            return self.get_response(request)
        if (answer := _unchanged(request, tag)) is not None:
            return answer
        kept = cache.get(tag)
        if isinstance(kept, HttpResponse):
            return kept
        made = self.get_response(request)
        if isinstance(made, HttpResponse) and _keeps(request, made):
            _marked(made, tag)
            if len(made.content) <= _MOST_BYTES:
                cache.set(tag, made, SECONDS)
        return made


class AskedAgain:
    """The site as its server calls it, with the answer to "has this page changed?" before all
    else: browsers and copies of the site ask it most, and it needs nothing that a page needs.
    """

    def __init__(self, site: WSGIHandler) -> None:
        self._site = site

    def __call__(
        self, environ: dict[str, Any], start_response: Callable[..., Any]
    ) -> Iterable[bytes]:
        answer = _again(environ) if "HTTP_IF_NONE_MATCH" in environ else None
        if answer is None:
            return self._site(environ, start_response)
        start_response(f"{answer.status_code} {answer.reason_phrase}", list(answer.items()))
        return (b"",)


def _again(environ: dict[str, Any]) -> HttpResponse | None:
    """“Not modified”, with the headers of every answer; None for whatever else there is to say."""
    if languages.installed():
        return None  # the middleware knows in which one
    try:
        request = WSGIRequest(environ)
        tag = _tag(request)
        answer = None if tag is None else _unchanged(request, tag)
    except (Refusal, SuspiciousOperation):
        return None  # the site says what is wrong with it
    if answer is not None:
        for name, value in HEADERS.items():
            answer.headers[name] = value
    return answer


def _unchanged(request: HttpRequest, tag: str) -> HttpResponse | None:
    """What is told whoever has this page already."""
    answer = get_conditional_response(request, etag=tag)
    if answer is None or answer.status_code == _NOT_AS_ASKED:
        return None
    return _marked(answer, tag)


def _tag(request: HttpRequest) -> str | None:
    """The tag of a page that may be kept; None for every other request."""
    if request.method not in _READS or settings.SESSION_COOKIE_NAME in request.COOKIES:
        return None
    if "HTTP_AUTHORIZATION" in request.META or LOOK in request.META:
        return None
    if request.path != "/" and not request.path.startswith(PUBLIC):
        return None
    given = request.GET
    try:
        on = (
            _day(given.get("valid") or given.get("said")) or clock(request).astimezone(ZONE).date()
        )
    except Refusal:
        return None  # the page says in a sentence what is wrong with the address
    known = given.get("known", "")
    closed = bool(given.get("valid")) and known.isascii() and known.isdigit() and len(known) < 16
    hangs_on = (
        request.method,
        (request.scheme, request.get_host(), request.path, request.META.get("QUERY_STRING", "")),
        on_loopback(request),
        language.code(),
        freshness.state(on=on, known=int(known) if closed else None),
    )
    return f'"{sha256(repr(hangs_on).encode()).hexdigest()[:32]}"'


def _day(text: str | None) -> date | None:
    return times.day(text, what="date") if text else None


def _keeps(request: HttpRequest, made: HttpResponse) -> bool:
    """A whole page that sets no cookie, hides no token in a form and has no tag of its own."""
    own = made.cookies or "ETag" in made.headers or request.META.get("CSRF_COOKIE_NEEDS_UPDATE")
    return made.status_code == _OK and not own


def _marked(answer: HttpResponse, tag: str) -> HttpResponse:
    answer.headers["ETag"] = tag
    answer.headers["Cache-Control"] = "public, no-cache"
    return answer
