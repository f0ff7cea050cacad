"""Where our sources differ, and the form that says which value stands for now."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_safe

from answerable.operations.documents.conflicts import resolve_conflict
from answerable.operations.pages.documents import conflicts as pages
from answerable.web.forms import sequence
from answerable.web.request import look
from answerable.web.request import page as rendered
from answerable.web.views.acts import act


@require_safe
def conflicts(request: HttpRequest) -> HttpResponse:
    """Each value with its words, and which stands for now."""
    written = sequence(request.GET.get("written"))
    return rendered(request, "sections.html", pages.page(look(request), written=written))


@require_http_methods(["GET", "HEAD", "POST"])
def resolve(request: HttpRequest, entry: int, field: str) -> HttpResponse:
    """Say which of the values stands for now, and why."""
    return act(
        request,
        asked=lambda seen: pages.decide(seen, entry, field),
        write=lambda common, posted: resolve_conflict(
            **common, **pages.chosen(look(request), entry, field, posted)
        ),
        then=lambda receipt: f"{pages.ADDRESS}?written={receipt.first}",
    )
