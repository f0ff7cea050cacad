"""Money of a body by state, one line from pound to proof, and the forms that record it."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe

from answerable.operations.accountability import money as operations
from answerable.operations.pages import whose
from answerable.operations.pages.accountability import money as pages
from answerable.operations.pages.accountability import money_line
from answerable.vocabulary import times
from answerable.web.forms import sequence
from answerable.web.request import look, page
from answerable.web.views.acts import act

either = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
def money(request: HttpRequest, body: str) -> HttpResponse:
    """Each amount in the state that its source gives it; no sum of two states."""
    if (about := whose.overseen_by(body)) != body:
        return redirect(f"/money/{about}/{look(request).query}")
    number = max(1, sequence(request.GET.get("page")) or 1)
    return page(request, "sections.html", pages.money(look(request), body, number=number))


@require_safe
def line(request: HttpRequest, body: str, name: str) -> HttpResponse:
    """One line of money from pound to proof, the gaps said."""
    written = sequence(request.GET.get("written"))
    shown = money_line.line(look(request), body, name, written=written)
    return page(request, "sections.html", shown)


@either
def record(request: HttpRequest, body: str, kind: str, name: str = "") -> HttpResponse:
    """Record an amount, a service that was bought, or what was counted."""

    def write(common: dict[str, Any], posted: Mapping[str, str]) -> Any:
        told = {
            **common,
            "institution": money_line.institution_of(body),
            "line": name or posted.get("line", ""),
            "on": times.day(posted.get("on", ""), what="day"),
        }
        named: dict[str, Any] = {k: posted.get(k, "") for k in _FIELDS[kind]}
        about = posted.get("about", "").split()
        if kind == "state":
            return operations.state_money(**told, **named, about=about)
        if kind == "service":
            return operations.commission_service(**told, **named, about=about)
        n = posted.get("n", "").strip()
        return operations.state_output(**told, **named, n=int(n) if n.isdigit() else None)

    return act(
        request,
        asked=lambda seen: money_line.record_form(seen, body, kind, name),
        write=write,
        then=lambda receipt: money_line.after(body, receipt.streams[0], name, receipt.first),
    )


_FIELDS = {
    "state": ("amount", "state", "period", "payer", "recipient", "purpose"),
    "service": ("title", "provider", "purpose", "measure"),
    "output": ("text", "unit", "period"),
}
