"""Method, privacy, accessibility."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from answerable.operations.pages import about as pages
from answerable.operations.pages import components as parts
from answerable.operations.pages.accessibility import statement
from answerable.operations.pages.record import originals
from answerable.web.request import look, page


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """How the record is made."""
    return page(request, "sections.html", pages.about(look(request)))


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    """Who is named, and who answers for the data."""
    return page(request, "sections.html", pages.privacy(look(request)))


@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """How far the pages are accessible, what was tested, whom to tell."""
    return page(request, "sections.html", statement(look(request)))


@require_safe
def components(request: HttpRequest) -> HttpResponse:
    """Every part that pages are made of."""
    return page(request, "about/components.html", parts.components(look(request)))


@require_safe
def sources(request: HttpRequest) -> HttpResponse:
    """Every source, and whether its original is held."""
    return page(request, "sections.html", originals.sources(look(request)))
