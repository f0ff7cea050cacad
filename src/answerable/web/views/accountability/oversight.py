"""Who holds whom to account, when it passes on, and the regimes."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_safe

from answerable.operations.accountability import succession as operations
from answerable.operations.pages.accountability import oversight as pages
from answerable.vocabulary import times
from answerable.web.forms import sequence
from answerable.web.request import look, page
from answerable.web.views.acts import act


@require_safe
def regimes(request: HttpRequest) -> HttpResponse:
    """Every regime of the catalogue."""
    return page(request, "sections.html", pages.regimes(look(request)))


@require_safe
def succession(request: HttpRequest, body: str) -> HttpResponse:
    """Who holds a body to account, from when to when."""
    written = sequence(request.GET.get("written"))
    return page(
        request, "sections.html", pages.succession_page(look(request), body, written=written)
    )


@require_http_methods(["GET", "HEAD", "POST"])
def record(request: HttpRequest, body: str) -> HttpResponse:
    """Record that oversight passes on."""

    def write(common: dict[str, Any], posted: Mapping[str, str]) -> Any:
        return operations.pass_oversight(
            **common,
            institution=pages.passing(look(request), body).institution,
            to=posted.get("to", ""),
            law=posted.get("law", ""),
            reason=posted.get("reason", ""),
            on=times.day(posted.get("on", ""), what="day"),
        )

    return act(
        request,
        asked=lambda seen: pages.passing(seen, body),
        write=write,
        then=lambda receipt: f"/oversight/{body}/?written={receipt.first}",
    )
