"""Help: the guides."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from answerable.operations.pages import help as pages
from answerable.web.request import look, page


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """All guides."""
    return page(request, "sections.html", pages.index(look(request)))


@require_safe
def guide(request: HttpRequest, name: str) -> HttpResponse:
    """One guide."""
    return page(request, "help/guide.html", pages.guide(look(request), name))
