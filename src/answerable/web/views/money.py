"""Money of a body, by state."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from answerable.operations.pages import money as pages
from answerable.web.request import look, page


@require_safe
def money(request: HttpRequest, body: str) -> HttpResponse:
    """Each amount in the state that its source gives it; no sum of two states."""
    return page(request, "sections.html", pages.money(look(request), body))
