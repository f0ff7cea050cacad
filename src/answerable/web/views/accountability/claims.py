"""Statements set against the record: the list, one with its steps, and the form of each step."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_safe

from answerable.operations.accountability import claims as operations
from answerable.operations.pages.accountability import claim_forms
from answerable.operations.pages.accountability import claims as pages
from answerable.vocabulary import times
from answerable.web.forms import sequence
from answerable.web.request import look, page
from answerable.web.views.acts import about_a_body, act

either = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
def claims(request: HttpRequest) -> HttpResponse:
    """The list, by body and by state."""
    given = request.GET
    shown = pages.claims(
        look(request),
        body=given.get("body", ""),
        state=given.get("state", ""),
        number=max(1, sequence(given.get("page")) or 1),
    )
    return page(request, "sections.html", shown)


@require_safe
def claim(request: HttpRequest, reference: str) -> HttpResponse:
    """One statement: words, result, grounds, reply and every step."""
    written = sequence(request.GET.get("written"))
    return page(request, "sections.html", pages.claim(look(request), reference, written=written))


@either
def new(request: HttpRequest) -> HttpResponse:
    """File a statement."""
    return about_a_body(
        request,
        title=claim_forms.NEW,
        operation="make_claim",
        form=lambda institution: _new(request, institution),
    )


def _new(request: HttpRequest, institution: str) -> HttpResponse:
    def write(common: dict[str, Any], posted: Mapping[str, str]) -> Any:
        number = posted.get("n", "").strip()
        return operations.make_claim(
            **common,
            institution=institution,
            said_words=posted.get("said_words", ""),
            by_office=posted.get("by_office", ""),
            on=times.day(posted.get("on", ""), what="day"),
            address=posted.get("address", ""),
            scope=posted.get("scope") or None,
            period=posted.get("period") or None,
            n=int(number) if number.isdigit() else None,
            unit=posted.get("unit") or None,
        )

    return act(
        request,
        asked=lambda seen: claim_forms.new(seen, institution),
        write=write,
        then=lambda receipt: f"/claims/{receipt.streams[0]}/?written={receipt.first}",
    )


@either
def step(request: HttpRequest, reference: str, name: str) -> HttpResponse:
    """One step of a statement: check, confirm, notify, reply or publish."""

    def write(common: dict[str, Any], posted: Mapping[str, str]) -> Any:
        told = {**common, "reference": reference}
        told["on"] = times.day(posted.get("on", ""), what="day")
        match name:
            case "check":
                return operations.check_claim(
                    **told, result=posted.get("result", ""), grounds=posted.get("grounds", "")
                )
            case "confirm":
                return operations.confirm_claim(**told, result=posted.get("result", ""))
            case "notify":
                return operations.notify_claim(**told, text=posted.get("text", ""))
            case "reply":
                return operations.reply_to_claim(
                    **told, text=posted.get("text", ""), by_office=posted.get("by_office", "")
                )
        return operations.publish_claim(**told)

    return act(
        request,
        asked=lambda seen: claim_forms.step(seen, reference, name),
        write=write,
        then=lambda receipt: f"/claims/{reference}/?written={receipt.first}",
    )
