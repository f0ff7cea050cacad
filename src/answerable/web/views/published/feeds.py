"""Feeds and calendars: what follows a body, a finding, the corrections or a search."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from answerable.operations.notices import following
from answerable.web.published import file

ATOM, ICS = "application/atom+xml; charset=utf-8", "text/calendar; charset=utf-8"


@require_safe
def body(request: HttpRequest, body_id: str) -> HttpResponse:
    """The latest entries about a body."""
    what = ("feed", body_id, _site(request))
    return file(request, ATOM, lambda seen: following.body_feed(seen, body_id), what=what)


@require_safe
def finding(request: HttpRequest, reference: str) -> HttpResponse:
    """Everything recorded about a finding or an action."""
    what = ("feed", reference, _site(request))
    return file(request, ATOM, lambda seen: following.finding_feed(seen, reference), what=what)


@require_safe
def corrections(request: HttpRequest) -> HttpResponse:
    """Corrections, withdrawals, mistakes reported and replies."""
    return file(request, ATOM, following.corrections_feed, what=("corrections", _site(request)))


@require_safe
def claims(request: HttpRequest) -> HttpResponse:
    """Checks of statements that were published, with their replies."""
    return file(request, ATOM, following.claims_feed, what=("claims", _site(request)))


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """The latest facts that a search finds: a saved search is its address."""
    q, kind, about = (request.GET.get(name, "") for name in ("q", "kind", "body"))
    return file(
        request,
        ATOM,
        lambda seen: following.search_feed(seen, q, kind=kind, body=about),
        what=("search", q, kind, about, _site(request)),
    )


@require_safe
def calendar(request: HttpRequest, body_id: str) -> HttpResponse:
    """Deadlines and sessions of a body, for a calendar program."""
    return file(
        request,
        ICS,
        lambda seen: following.body_calendar(seen, body_id),
        what=("calendar", body_id, _site(request)),
    )


def _site(request: HttpRequest) -> str:
    """The site's own address stands in what it sends."""
    return request.build_absolute_uri("/")
