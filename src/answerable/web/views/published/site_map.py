"""What programs that collect pages are told: the map of the site, and what to leave alone."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from answerable.operations.output import site_map
from answerable.web.published import file

XML, TEXT = "application/xml; charset=utf-8", "text/plain; charset=utf-8"


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """What is no public page."""
    return file(request, TEXT, site_map.robots, what=("robots", request.get_host()))


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """The index of the parts of the map."""
    return file(request, XML, site_map.index, what=("site map", request.get_host()))


@require_safe
def part(request: HttpRequest, n: int) -> HttpResponse:
    """One part of the map."""
    what = ("site map", str(n), request.get_host())
    return file(request, XML, lambda seen: site_map.part(seen, n), what=what)
