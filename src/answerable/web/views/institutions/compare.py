"""Then and now."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from answerable.operations.pages.institutions import compare as pages
from answerable.operations.pages.institutions import home
from answerable.web.request import look, page


@require_safe
def compare(request: HttpRequest, body_id: str) -> HttpResponse:
    """Two dates of one body."""
    shown = pages.compare(look(request), body_id, a=request.GET.get("a"), b=request.GET.get("b"))
    return page(request, "compare/compare.html", shown, status=422 if shown.errors else 200)


@require_safe
def choose(request: HttpRequest) -> HttpResponse:
    """Without a body: the one of the case in front."""
    seen = look(request)
    key = home.front(seen)
    links = pages.institutions(seen)
    if key is not None:
        return redirect(f"/compare/{key.institution}/")
    return redirect(links[0].url if links else "/bodies/")
