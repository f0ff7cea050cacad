"""What should move up at a body, and the forms that record a step or a reason."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe

from answerable.operations.accountability import escalation as operations
from answerable.operations.pages import whose
from answerable.operations.pages.accountability import escalation as pages
from answerable.vocabulary import times
from answerable.web.forms import sequence
from answerable.web.request import look, page
from answerable.web.views.acts import act


@require_safe
def escalation(request: HttpRequest, body: str) -> HttpResponse:
    """What should move up, since when, to whom, and why it has not."""
    if (about := whose.overseen_by(body)) != body:
        return redirect(f"/escalation/{about}/{look(request).query}")
    number = max(1, sequence(request.GET.get("page")) or 1)
    written = sequence(request.GET.get("written"))
    shown = pages.escalation(look(request), body, number=number, written=written)
    return page(request, "sections.html", shown)


@require_http_methods(["GET", "HEAD", "POST"])
def record(request: HttpRequest, reference: str, kind: str) -> HttpResponse:
    """Record that a matter moved up, or why it stays."""

    def write(common: dict[str, Any], posted: Mapping[str, str]) -> Any:
        ladder, _, step = posted.get("step", "").partition("/")
        told = {
            **common,
            "reference": reference,
            "ladder": ladder,
            "step": step,
            "reason": posted.get("reason", ""),
            "on": times.day(posted.get("on", ""), what="day"),
        }
        if kind == "up":
            return operations.escalate(**told)
        return operations.decline_escalation(**told)

    return act(
        request,
        asked=lambda seen: pages.act(seen, reference, kind, request.GET.dict()),
        write=write,
        then=lambda receipt: f"{pages.page_of(reference)}?written={receipt.first}",
    )
