"""Offices of a body and who held them."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from answerable.operations.pages.accountability import people as pages
from answerable.web.request import look, page


@require_safe
def people(request: HttpRequest, body: str) -> HttpResponse:
    """Holders in order, and what was open when an office changed hands."""
    return page(request, "sections.html", pages.people(look(request), body))
