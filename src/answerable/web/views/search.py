"""Search, as a plain form that can be linked to."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from answerable.operations.pages import search as pages
from answerable.web.forms import sequence
from answerable.web.request import look, page


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Exact words first; `kind`, `body` and `page` narrow and go on."""
    shown = pages.search(
        look(request),
        request.GET.get("q", ""),
        kind=request.GET.get("kind", ""),
        body=request.GET.get("body", ""),
        number=sequence(request.GET.get("page")) or 1,
    )
    return page(request, "search/results.html", shown)
