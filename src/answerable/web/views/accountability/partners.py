"""Partners: shared actions and agreements, and the forms that name and record them."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_safe

from answerable.operations.accountability import partners as operations
from answerable.operations.pages.accountability import partner_forms as forms
from answerable.operations.pages.accountability import partners as pages
from answerable.vocabulary import times
from answerable.web.forms import sequence
from answerable.web.request import look, page
from answerable.web.views.acts import act


@require_safe
def partners(request: HttpRequest, body: str) -> HttpResponse:
    """Shared actions and agreements of an institution, or of one partner."""
    written = sequence(request.GET.get("written"))
    return page(request, "sections.html", pages.partners(look(request), body, written=written))


@require_http_methods(["GET", "HEAD", "POST"])
def record(request: HttpRequest, about: str, kind: str) -> HttpResponse:
    """Name a partner, record its part, an agreement, or its own answer."""

    def write(common: dict[str, Any], posted: Mapping[str, str]) -> Any:
        on = times.day(posted.get("on", ""), what="day")
        if kind == "name":
            return operations.name_partner(
                **common,
                institution=about,
                name=posted.get("name", ""),
                kind=posted.get("kind", ""),
                on=on,
            )
        if kind == "join":
            return operations.join_partner(
                **common,
                reference=about,
                partner=posted.get("partner", ""),
                part=posted.get("part", ""),
                agreement=posted.get("agreement", ""),
                on=on,
            )
        if kind == "agreement":
            return operations.make_agreement(
                **common,
                institution=about,
                title=posted.get("title", ""),
                parties=posted.get("parties", "").splitlines(),
                review=posted.get("review", ""),
                text=posted.get("text", ""),
                on=on,
            )
        return operations.answer_as_partner(
            **common, reference=about, text=posted.get("text", ""), on=on
        )

    return act(
        request,
        asked=lambda seen: forms.form(seen, kind, about),
        write=write,
        then=lambda receipt: f"{forms.institution_page(about)}?written={receipt.first}",
    )
